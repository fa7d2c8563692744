#include "server/listener.h"

#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "server/request_head.h"
#include "server/workers.h"

namespace server {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* refused_field = "Refused";  // never passed on from a client: set by us on a refused request
constexpr const char* refusal_field = "Refusal";
constexpr int backlog = 512;  // the library asks for 5

/// What the library reads and writes: one whole head from memory, the reply to the socket, within a time.
class OneRequest : public httplib::Stream {
  public:
    OneRequest(int socket, std::string head, const ListenerLimits& limits)
        : socket_(socket), head_(std::move(head)), limits_(limits), begun_(Clock::now()) {}

    bool is_readable() const override { return at_ < head_.size(); }
    bool is_writable() const override { return true; }
    ssize_t read(char* target, size_t size) override {
        const size_t count = std::min(size, head_.size() - at_);
        head_.copy(target, count, at_);
        at_ += count;
        return static_cast<ssize_t>(count);
    }
    ssize_t write(const char* bytes, size_t size) override {
        for (size_t done = 0; done < size;) {
            const ssize_t count = send(socket_, bytes + done, size - done, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (count > 0) {
                done += static_cast<size_t>(count);
                written_ += static_cast<size_t>(count);
            } else if (!(errno == EAGAIN || errno == EINTR) || !wait_until_writable()) {
                return -1;
            }
        }
        return static_cast<ssize_t>(size);
    }
    void get_remote_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    void get_local_ip_and_port(std::string& ip, int& port) const override { ip.clear(), port = 0; }
    socket_t socket() const override { return socket_; }

  private:
    bool wait_until_writable() {
        const auto allowed = limits_.reply_time + std::chrono::seconds(written_ / limits_.least_rate);
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(begun_ + allowed - Clock::now()).count();
        pollfd polled{socket_, POLLOUT, 0};
        return left > 0 && poll(&polled, 1, static_cast<int>(left)) >= 0;
    }

    int socket_;
    std::string head_;
    size_t at_ = 0;
    const ListenerLimits& limits_;
    Clock::time_point begun_;
    size_t written_ = 0;
};

void stream_file(const Reply& reply, httplib::Response& response) {
    auto file = std::make_shared<std::ifstream>(reply.file, std::ios::binary);
    response.set_content_provider(
        reply.file_size, reply.content_type, [file](size_t offset, size_t length, httplib::DataSink& sink) {
            std::vector<char> piece(std::min<size_t>(length, 256 * 1024));
            file->seekg(static_cast<std::streamoff>(offset));
            file->read(piece.data(), static_cast<std::streamsize>(piece.size()));
            return file->gcount() > 0 && sink.write(piece.data(), static_cast<size_t>(file->gcount()));
        });
}

void fill(httplib::Response& response, const Reply& reply) {
    response.status = reply.status;
    response.set_header("X-Content-Type-Options", "nosniff");
    response.set_header("Referrer-Policy", "no-referrer");
    response.set_header("Content-Security-Policy",
                        "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
    response.set_header("Cache-Control", "no-cache");
    if (!reply.etag.empty()) response.set_header("ETag", reply.etag);
    if (!reply.location.empty()) response.set_header("Location", reply.location);
    if (reply.status == 405 || reply.status == 204) response.set_header("Allow", std::string(allowed_methods));
    if (!reply.file.empty())
        stream_file(reply, response);
    else if (!reply.content_type.empty())
        response.set_content(reply.body, reply.content_type);
}

}  // namespace

class Listener::HttpServer : private httplib::Server {
  public:
    HttpServer(Answer answer, ListenerLimits limits) : answer_(std::move(answer)), limits_(limits) {
        new_task_queue = [] { return new AtOnce; };
        // Not the library's SO_REUSEPORT, with which two servers would share a port unnoticed.
        set_socket_options([](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        set_tcp_nodelay(true);
        set_keep_alive_max_count(static_cast<size_t>(limits_.requests_per_connection));
        set_keep_alive_timeout(std::chrono::duration_cast<std::chrono::seconds>(limits_.waiting.idle_deadline).count());
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            fill(response, reply_to(request));
            return HandlerResponse::Handled;
        });
    }

    int bind(const std::string& host, int port) {
        const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
        if (bound <= 0 || ::listen(svr_sock_, backlog) != 0)
            throw CannotListen("无法在 " + host + ":" + std::to_string(port) +
                               " 上提供服务：端口可能已被占用，或地址不属于本机。请用 --listen 换一个端口，"
                               "或先停止占用它的程序。");
        return bound;
    }

    ~HttpServer() override {
        if (svr_sock_ != INVALID_SOCKET) close(svr_sock_);
    }

    void run() {
        Workers<Arrived>* taken_by = nullptr;
        WaitingRoom room(limits_.waiting, [&](Connection connection, WaitingRoom::Arrival arrival) {
            Arrived arrived{std::move(connection), arrival};
            if (!taken_by->offer(std::move(arrived))) close_gently(arrived.connection);
        });
        Workers<Arrived> workers(limits_.workers, limits_.queued,
                                 [&](Arrived arrived) { serve(room, std::move(arrived)); });
        taken_by = &workers;
        room_ = &room;
        listen_after_bind();  // closes the socket when it returns
        svr_sock_ = INVALID_SOCKET;
        stopping_ = true;
        room.shut();  // now no worker is offered anything, and the workers end before the room does
    }

    /// The library's own stop() does nothing before its loop has begun; ending the socket always ends the loop.
    void stop() {
        if (stopping_.exchange(true)) return;
        if (const socket_t socket = svr_sock_; socket != INVALID_SOCKET) ::shutdown(socket, SHUT_RDWR);
    }

  private:
    struct AtOnce : httplib::TaskQueue {  // admitting a connection never blocks, so it needs no queue
        void enqueue(std::function<void()> task) override { task(); }
        void shutdown() override {}
    };
    struct Arrived {
        Connection connection;
        WaitingRoom::Arrival arrival = WaitingRoom::Arrival::whole;
    };

    bool process_and_close_socket(socket_t socket) override {
        room_->admit({socket, {}, 0});
        return true;
    }

    void serve(WaitingRoom& room, Arrived arrived) {
        Connection connection = std::move(arrived.connection);
        JudgedHead judged;
        if (const auto length = head_length(connection.bytes); length.has_value()) {
            judged = judge_head(std::string_view(connection.bytes).substr(0, *length));
            connection.bytes.erase(0, *length);
        } else {
            judged.refused = 431;
            judged.refusal = "请求头过长。";
        }
        ++connection.answered;
        const bool last = judged.refused != 0 || !judged.keep_alive || stopping_ ||
                          connection.answered >= limits_.requests_per_connection;
        const bool written = answer_one(connection.socket, judged, last);
        if (last || !written || stopping_)
            close_gently(connection);
        else
            room.admit(std::move(connection));
    }

    bool answer_one(int socket, const JudgedHead& judged, bool last) {
        OneRequest stream(socket, judged.refused != 0 ? "GET / HTTP/1.1\r\n\r\n" : judged.head, limits_);
        bool closed = false;
        return process_request(stream, last, closed, [&](httplib::Request& request) {
            if (judged.refused == 0) return;
            request.set_header(refused_field, std::to_string(judged.refused));
            request.set_header(refusal_field, judged.refusal);
        });
    }

    Reply reply_to(const httplib::Request& given) const {
        if (given.has_header(refused_field))
            return problem(std::stoi(given.get_header_value(refused_field)), given.get_header_value(refusal_field));
        auto request = read_request(given.method, given.target);
        if (!request) return problem(400, "地址或查询参数不正确：百分号编码、UTF-8、长度或个数不符合要求。");
        request->if_none_match = given.get_header_value("If-None-Match");
        try {
            return answer_(*request);
        } catch (const std::exception& error) {
            std::cerr << "gongshi-server: " << request->method << ' ' << request->path << ": " << error.what() << '\n';
            return problem(500, "服务内部出错，原因已记入服务日志。");
        }
    }

    const Answer answer_;
    const ListenerLimits limits_;
    WaitingRoom* room_ = nullptr;  // while run() runs
    std::atomic<bool> stopping_ = false;
};

Listener::Listener(Answer answer, ListenerLimits limits)
    : http_(std::make_unique<HttpServer>(std::move(answer), limits)) {}
Listener::~Listener() = default;

int Listener::bind(const std::string& host, int port) {
    return http_->bind(host, port);
}
void Listener::run() {
    http_->run();
}
void Listener::stop() {
    http_->stop();
}

}  // namespace server
