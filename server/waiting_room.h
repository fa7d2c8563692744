// Where open connections wait until their next request has arrived whole. One thread polls them all, so that a client
// that sends slowly or nothing costs a file descriptor and never a worker: each has a budget of bytes and a deadline.
// Knows nothing of what a request says beyond where its head ends.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

namespace server {

/// A connected socket with the bytes received on it and not yet used. Whoever holds it closes it.
struct Connection {
    int socket = -1;
    std::string bytes;
    int answered = 0;  // requests so far
};

/// Closes a connection so that a reply still on its way arrives: no more is written, what came in is dropped.
void close_gently(const Connection& connection);

struct WaitingLimits {
    std::chrono::milliseconds head_deadline{2000};  // from the first wait to a whole head
    std::chrono::milliseconds idle_deadline{5000};  // between two requests
    std::size_t connections = 512;                  // waiting at a time; then the one waiting longest is closed
};

class WaitingRoom {
  public:
    enum class Arrival {
        whole,    // a head is complete
        too_long  // longest_head bytes and still no end
    };
    /// `ready` is called on the room's own thread and must not block.
    using Ready = std::function<void(Connection, Arrival)>;
    WaitingRoom(WaitingLimits limits, Ready ready);
    ~WaitingRoom();
    WaitingRoom(const WaitingRoom&) = delete;
    WaitingRoom& operator=(const WaitingRoom&) = delete;

    /// Takes a connection in; callable from any thread, never blocks. The socket must not block on reading.
    void admit(Connection connection);
    /// Closes every waiting connection; `ready` is not called any more, and who is admitted later is closed at once.
    void shut();

  private:
    class Thread;
    std::unique_ptr<Thread> thread_;
};

}  // namespace server
