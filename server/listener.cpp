#include "server/listener.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <ctime>
#include <iostream>
#include <thread>
#include <utility>
#include <vector>

#include "server/connection.h"
#include "server/http_library.h"
#include "server/request_head.h"
#include "server/socket_address.h"
#include "server/traffic.h"
#include "server/waiting_room.h"

namespace server {
namespace {

using Clock = Connection::Clock;
constexpr std::chrono::milliseconds between_sweeps{100};

}  // namespace

class Listener::Desk {
  public:
    Desk(Answer answer, ListenerLimits limits, Observer observer)
        : answer_(std::move(answer)), limits_(limits), observer_(std::move(observer)), room_(limits.connections) {}
    ~Desk() {
        if (listening_ >= 0) close(listening_);
        close(wake_);
    }

    int bind(const std::string& host, int port) {
        listening_ = listening_socket(host, port);
        if (listening_ < 0)
            throw CannotListen("无法在 " + host + ":" + std::to_string(port) +
                               " 上提供服务：端口可能已被占用，或地址不属于本机。请用 --listen 换一个端口，"
                               "或先停止占用它的程序。");
        return port_of(listening_);
    }

    void run() {
        std::vector<std::thread> workers;
        std::atomic<std::size_t> working = limits_.workers;
        for (std::size_t i = 0; i < limits_.workers; ++i)
            workers.emplace_back([&] {
                HttpLibrary library(static_cast<std::size_t>(limits_.requests_per_connection),
                                    std::chrono::floor<std::chrono::seconds>(limits_.idle_deadline));
                while (auto connection = room_.next())
                    if (attend(*connection, library)) room_.admit(std::move(connection));
                --working;
            });
        while (!stopping_) receive_clients();
        close(std::exchange(listening_, -1));
        room_.shut(Clock::now() + limits_.finish_time);
        for (; working > 0; std::this_thread::sleep_for(std::chrono::milliseconds(5))) room_.sweep(Clock::now());
        for (std::thread& worker : workers) worker.join();
    }

    void stop() {
        stopping_ = true;
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = write(wake_, &one, sizeof one);
    }

    std::string metrics() const {
        const auto count = [](const std::atomic<std::uint64_t>& value) { return static_cast<std::int64_t>(value); };
        return traffic_.text() + metric("gongshi_open_connections", "gauge", "Connections open now.", tally_.open) +
               metric("gongshi_unread_bytes", "gauge", "Answers in memory that clients have not read.", tally_.unread) +
               metric("gongshi_late_connections_total", "counter",
                      "Connections closed at a deadline: slow heads, idle or slow readers.",
                      count(room_.counts().late)) +
               metric("gongshi_turned_away_connections_total", "counter",
                      "Connections closed because there were too many.", count(room_.counts().turned_away));
    }

  private:
    /// Lets in who has connected within a while, and closes who has waited too long.
    void receive_clients() {
        std::array<pollfd, 2> polled{{{listening_, POLLIN, 0}, {wake_, POLLIN, 0}}};
        poll(polled.data(), polled.size(), static_cast<int>(between_sweeps.count()));
        for (int i = 0; i < 64; ++i) {
            Accepted accepted = accept_next(listening_);
            if (accepted.socket < 0) {
                // Out of descriptors or memory: those who wait give theirs back at their deadlines.
                const bool nobody = errno == EAGAIN || errno == EWOULDBLOCK || errno == ECONNABORTED || errno == EINTR;
                if (!nobody) std::this_thread::sleep_for(std::chrono::milliseconds(10));
                break;
            }
            ++traffic_.accepted;
            auto connection = std::make_unique<Connection>(accepted.socket, std::move(accepted.peer), tally_);
            connection->leave_at = Clock::now() + limits_.head_deadline;
            room_.admit(std::move(connection));
        }
        if (const auto now = Clock::now(); now >= swept_ + between_sweeps) {
            room_.sweep(now);
            swept_ = now;
        }
    }

    /// Reads, answers and writes what can be done now; false when the connection has ended.
    bool attend(Connection& connection, HttpLibrary& library) {
        std::size_t seen = 0;
        if (connection.has_more_to_write()) {
            if (!go_on_writing(connection)) return false;
            if (connection.has_more_to_write()) return true;
        } else if (!connection.has_asked) {
            seen = connection.incoming().size();
            const auto received = connection.receive(longest_head);
            if (received == Connection::Received::gone) return false;
            if (received == Connection::Received::nothing_yet) return true;
            if (seen == 0 && connection.answered > 0) connection.leave_at = Clock::now() + limits_.head_deadline;
        }
        if (answer_next(connection, library, seen) && !go_on_writing(connection)) return false;
        connection.has_asked = !connection.has_more_to_write() && head_length(connection.incoming()).has_value();
        return true;
    }

    /// Answers the head that incoming() begins with; false when there is no whole one.
    bool answer_next(Connection& connection, HttpLibrary& library, std::size_t seen) {
        std::string& incoming = connection.incoming();
        const auto length = head_length(incoming, seen);
        if (!length && incoming.size() < longest_head) return false;
        const auto begun = Clock::now();
        JudgedHead judged;
        if (length) {
            judged = judge_head(std::string_view(incoming).substr(0, *length));
        } else {
            judged.refused = 431;
            judged.refusal = "请求头过长。";
        }
        ++connection.answered;
        connection.last = judged.refused != 0 || !judged.keep_alive || stopping_ ||
                          connection.answered >= limits_.requests_per_connection;
        Exchange exchange;
        exchange.client = connection.peer();
        exchange.refused = judged.refused != 0;
        const auto answer = [&](const HttpLibrary::Asked& asked) {
            Reply reply =
                judged.refused != 0 ? problem(judged.refused, judged.refusal) : reply_to(asked, judged, exchange);
            exchange.status = reply.status;
            exchange.bytes = reply.file.empty() ? reply.body.size() : reply.file_size;
            exchange.duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
            return reply;
        };
        HttpLibrary::Written written = library.exchange(judged.refused != 0 ? "GET / HTTP/1.1\r\n\r\n" : judged.head,
                                                        std::time(nullptr), connection.last, answer);
        connection.write_later(std::move(written.bytes), written.file);
        connection.leave_at =
            Clock::now() + limits_.reply_time + std::chrono::seconds(exchange.bytes / limits_.least_rate);
        traffic_.count(exchange);
        if (observer_) observer_(exchange);
        incoming.erase(0, length.value_or(incoming.size()));
        return true;
    }

    Reply reply_to(const HttpLibrary::Asked& asked, const JudgedHead& judged, Exchange& exchange) const {
        const bool here = is_this_machine(std::string(exchange.client));
        if (here && !judged.real_ip.empty()) exchange.client = judged.real_ip;
        exchange.method = asked.method;
        exchange.route = routes.size() - 1;
        auto request = read_request(asked.method, asked.target);
        if (!request) return problem(400, "地址或查询参数不正确：百分号编码、UTF-8、长度或个数不符合要求。");
        exchange.route = route_of(request->path);
        request->if_none_match = asked.if_none_match;
        request->direct = here && !judged.forwarded;
        try {
            return answer_(*request);
        } catch (const std::exception& error) {
            std::cerr << "gongshi-server: " + std::string(routes[exchange.route]) + ": " + error.what() + "\n";
            return problem(500, "服务内部出错，原因已记入服务日志。");
        }
    }

    /// Writes what can be written; false when the connection has ended.
    bool go_on_writing(Connection& connection) {
        const auto written = connection.write();
        if (written == Connection::Written::gone) return false;
        if (written == Connection::Written::some) {
            if (tally_.unread <= static_cast<std::int64_t>(limits_.unread)) return true;
            ++traffic_.too_much_to_write;
            return false;
        }
        if (connection.last) {
            connection.say_goodbye();
            return false;
        }
        const bool begun = !connection.incoming().empty();
        connection.leave_at = Clock::now() + (begun ? limits_.head_deadline : limits_.idle_deadline);
        return true;
    }

    const Answer answer_;
    const ListenerLimits limits_;
    const Observer observer_;
    Tally tally_;  // outlives the connections
    Traffic traffic_;
    WaitingRoom room_;
    const int wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    int listening_ = -1;
    Clock::time_point swept_;
    std::atomic<bool> stopping_ = false;
};

Listener::Listener(Answer answer, ListenerLimits limits, Observer observer)
    : desk_(std::make_unique<Desk>(std::move(answer), limits, std::move(observer))) {}
Listener::~Listener() = default;

int Listener::bind(const std::string& host, int port) {
    return desk_->bind(host, port);
}
void Listener::run() {
    desk_->run();
}
void Listener::stop() {
    desk_->stop();
}
std::string Listener::metrics() const {
    return desk_->metrics();
}

}  // namespace server
