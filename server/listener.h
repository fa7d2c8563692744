// Listens on a port: requests arrive as bytes and leave as answers. Connections wait in a WaitingRoom; a fixed number
// of threads take them one by one, read what has come, have it judged and answered, write what can be written and let
// them wait again. No thread ever waits for a client. Knows no files and no databases.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/exchange.h"
#include "server/reply.h"
#include "server/request.h"

namespace server {

/// The address cannot be listened on; the message is Chinese and says what to do. Exit code 2.
struct CannotListen : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct ListenerLimits {
    std::size_t connections = 1024;  // open at a time; for one more, one that has waited longest is closed
    std::size_t workers = 8;         // requests answered at the same time; each may open the databases, 18 MB of memory
    int requests_per_connection = 10'000;
    std::chrono::milliseconds head_deadline{2000};    // from its first byte, or from connecting, to a whole head
    std::chrono::milliseconds idle_deadline{75'000};  // between two requests; longer than nginx keeps its side
    std::chrono::seconds reply_time{10};              // to read an answer …
    std::size_t least_rate = 1 << 20;                 // … and this many bytes every second after that
    std::size_t unread = 64 << 20;                    // bytes of answers that clients have not read yet, together
    std::chrono::seconds finish_time{5};              // after stop(), for answers being written
};

class Listener {
  public:
    /// Called from several threads at once.
    using Answer = std::function<Reply(const Request&)>;
    using Observer = std::function<void(const Exchange&)>;
    /// `observer`, when there is one, is told of every answer.
    explicit Listener(Answer answer, ListenerLimits limits = {}, Observer observer = {});
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Begins to listen; port 0 takes a free one. Returns the port. Throws CannotListen.
    int bind(const std::string& host, int port);
    /// Answers until stop(); requests being answered then are finished.
    void run();
    /// Callable from any thread after bind(), once or more often.
    void stop();

    /// What was asked and how it stands, as Prometheus text; callable from any thread.
    std::string metrics() const;

  private:
    class Desk;
    std::unique_ptr<Desk> desk_;
};

}  // namespace server
