// The one place that knows cpp-httplib: listens on a port and turns what arrives into Requests and Replies into bytes.
// The library accepts connections, splits requests and writes answers; it only ever sees heads that request_head.h has
// passed, and only when they are whole (waiting_room.h), because its own limits do not hold.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

#include "server/reply.h"
#include "server/request.h"
#include "server/waiting_room.h"

namespace server {

/// The address cannot be listened on; the message is Chinese and says what to do. Exit code 2.
struct CannotListen : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct ListenerLimits {
    WaitingLimits waiting;
    std::size_t workers = 16;
    std::size_t queued = 256;  // whole requests waiting for a worker; one more is answered with a hang-up
    int requests_per_connection = 100;
    std::chrono::seconds reply_time{10};  // to write a reply …
    std::size_t least_rate = 1 << 20;     // … and this many bytes every second after that
};

class Listener {
  public:
    /// `answer` is called from several threads at once.
    using Answer = std::function<Reply(const Request&)>;
    explicit Listener(Answer answer, ListenerLimits limits = {});
    ~Listener();
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    /// Begins to listen; port 0 takes a free one. Returns the port. Throws CannotListen.
    int bind(const std::string& host, int port);
    /// Answers until stop(); requests being answered then are finished.
    void run();
    /// Callable from any thread after bind(), once or more often.
    void stop();

  private:
    class HttpServer;
    std::unique_ptr<HttpServer> http_;
};

}  // namespace server
