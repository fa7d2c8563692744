#include "server/listener.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// A listener on a free port with short deadlines, answering every path with itself; /large with a file.
class Running {
  public:
    explicit Running(std::filesystem::path large = {})
        : listener_([large](const server::Request& request) { return answer(request, large); }, limits()),
          port_(listener_.bind("127.0.0.1", 0)),
          thread_([this] { listener_.run(); }) {}
    ~Running() {
        listener_.stop();
        thread_.join();
    }
    int port() const { return port_; }

  private:
    static server::ListenerLimits limits() {
        server::ListenerLimits limits;
        limits.head_deadline = 300ms;
        limits.idle_deadline = 300ms;
        limits.connections = 400;
        limits.unread = 16 << 20;
        limits.workers = 4;
        limits.requests_per_connection = 5;
        limits.reply_time = std::chrono::seconds(1);
        limits.least_rate = 16 << 20;
        return limits;
    }
    static server::Reply answer(const server::Request& request, const std::filesystem::path& large) {
        if (request.path == "/throws") throw std::runtime_error("planted");
        server::Reply reply;
        reply.content_type = "text/plain; charset=utf-8";
        reply.body = "path " + request.path;
        reply.etag = "\"tag\"";
        if (request.path == "/large") {
            reply.body.clear();
            reply.file = large;
            reply.file_size = std::filesystem::file_size(large);
        }
        return server::unless_held(request, reply);
    }

    server::Listener listener_;
    int port_;
    std::thread thread_;
};

class Client {
  public:
    explicit Client(const Running& server) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(server.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{5, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        REQUIRE(connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Client() { close(socket_); }
    Client(const Client&) = delete;

    /// False when the server has hung up.
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }
    /// Everything until the server closes.
    std::string read_all() const {
        std::string all;
        char buffer[65536];
        for (ssize_t count; (count = recv(socket_, buffer, sizeof buffer, 0)) > 0;)
            all.append(buffer, static_cast<std::size_t>(count));
        return all;
    }
    /// Until `end` has arrived or the server closes.
    std::string read_until(std::string_view end) const {
        std::string all;
        for (char byte; all.find(end) == std::string::npos && recv(socket_, &byte, 1, 0) == 1;) all += byte;
        return all;
    }

  private:
    int socket_;
};

std::string converse(const Running& server, std::string_view bytes) {
    const Client client(server);
    client.send(bytes);
    return client.read_all();
}
std::string get(std::string_view path, std::string_view fields = "") {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + std::string(fields) + "\r\n";
}
std::size_t occurrences(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_CASE("a good request is answered, with the protecting headers", "[server][port]") {
    const Running server;
    const auto reply = converse(server, get("/%E9%95%BF?a=b"));
    CHECK(reply.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(reply.find("Content-Length: 9\r\n") != reply.npos);
    CHECK(reply.find("Connection: close\r\n") != reply.npos);
    CHECK(reply.find("Content-Security-Policy: default-src 'self'") != reply.npos);
    CHECK(reply.find("X-Content-Type-Options: nosniff\r\n") != reply.npos);
    CHECK(reply.ends_with("\r\n\r\npath /长"));
}

TEST_CASE("HEAD has the headers of GET and no body", "[server][port]") {
    const Running server;
    const auto reply = converse(server, "HEAD /ab HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    CHECK(reply.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(reply.find("Content-Length: 8\r\n") != reply.npos);
    CHECK(reply.ends_with("\r\n\r\n"));
}

TEST_CASE("who holds the bytes gets 304", "[server][port]") {
    const Running server;
    const auto reply = converse(server, get("/", "If-None-Match: \"tag\"\r\n"));
    CHECK(reply.starts_with("HTTP/1.1 304 "));
    CHECK(reply.find("ETag: \"tag\"\r\n") != reply.npos);
    CHECK(reply.ends_with("\r\n\r\n"));
}

TEST_CASE("a handler that throws is 500 and the server goes on", "[server][port]") {
    const Running server;
    const auto reply = converse(server, get("/throws"));
    CHECK(reply.starts_with("HTTP/1.1 500 "));
    CHECK(reply.find("planted") == reply.npos);
    CHECK(converse(server, get("/")).starts_with("HTTP/1.1 200 "));
}

TEST_CASE("several requests share a connection, up to a limit, also when sent at once", "[server][port]") {
    const Running server;
    std::string many;
    for (int i = 0; i < 8; ++i) many += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto replies = converse(server, many);
    CHECK(occurrences(replies, "HTTP/1.1 200 OK") == 5);
    CHECK(replies.ends_with("path /4"));
}

TEST_CASE("a request that arrives in pieces is one request", "[server][port]") {
    const Running server;
    const Client client(server);
    for (const char byte : get("/pieces")) REQUIRE(client.send({&byte, 1}));
    CHECK(client.read_all().ends_with("path /pieces"));
}

TEST_CASE("a header without end is cut off at its budget", "[server][port]") {
    const Running server;
    const Client client(server);
    const std::string megabyte(1 << 20, 'a');
    std::size_t sent = 0;
    client.send("GET / HTTP/1.1\r\nX: ");
    while (sent < 64 && client.send(megabyte)) ++sent;
    CHECK(sent < 32);  // what socket buffers hold, not what the client wants to send
    CHECK(converse(server, get("/")).starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a head over the budget is told so", "[server][port]") {
    const Running server;
    CHECK(converse(server, "GET / HTTP/1.1\r\nX: " + std::string(16 * 1024 - 19, 'a')).starts_with("HTTP/1.1 431 "));
}

TEST_CASE("a body is refused and never read as the next request", "[server][port]") {
    const Running server;
    const std::string smuggled = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
    const std::string length = "Content-Length: " + std::to_string(smuggled.size()) + "\r\n\r\n";
    const std::string chunked = "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    const std::string attack = GENERATE_COPY(head + length, head + chunked, "POST / HTTP/1.1\r\nHost: a\r\n" + chunked,
                                             head + "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n",
                                             head + "Transfer-Encoding : chunked\r\n\r\n");
    const auto reply = converse(server, attack + smuggled);
    INFO(attack);
    CHECK(occurrences(reply, "HTTP/1.1 ") == 1);
    CHECK(reply.find("smuggled") == reply.npos);
    CHECK((reply.starts_with("HTTP/1.1 413 ") || reply.starts_with("HTTP/1.1 400 ")));
    CHECK(reply.find("application/problem+json") != reply.npos);
}

TEST_CASE("an endless chunked body costs nothing", "[server][port]") {
    const Running server;
    const Client client(server);
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'a') + "\r\n";
    int sent = 0;
    while (sent < 1024 && client.send(chunk)) ++sent;
    CHECK(sent < 512);
}

TEST_CASE("Range and Accept-Encoding are as if not sent", "[server][port]") {
    const Running server;
    std::string ranges = "Range: bytes=0-0";
    for (int i = 0; i < 100; ++i) ranges += ",0-7";
    const auto reply = converse(server, get("/ab", ranges + "\r\nAccept-Encoding: gzip, br\r\n"));
    CHECK(reply.starts_with("HTTP/1.1 200 OK\r\n"));
    CHECK(reply.find("Content-Encoding") == reply.npos);
    CHECK(reply.ends_with("\r\n\r\npath /ab"));
}

TEST_CASE("other methods get 405 with what is allowed", "[server][port]") {
    const Running server;
    const auto reply = converse(server, "DELETE / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(reply.starts_with("HTTP/1.1 405 "));
    CHECK(reply.find("Allow: GET, HEAD, OPTIONS\r\n") != reply.npos);
}

TEST_CASE("half-open connections do not hold up a good one", "[server][port]") {
    const Running server;
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 300; ++i) {
        idle.push_back(std::make_unique<Client>(server));
        idle.back()->send(i % 2 == 0 ? "GET / HTTP/1.1\r\nHost:" : "");
    }
    const auto begun = Clock::now();
    CHECK(converse(server, get("/")).starts_with("HTTP/1.1 200 "));
    CHECK(Clock::now() - begun < 250ms);
    CHECK(idle.front()->read_all().empty());  // and they are hung up on
    CHECK(Clock::now() - begun < 2s);
}

TEST_CASE("a byte now and then does not prolong the wait", "[server][port]") {
    const Running server;
    const Client client(server);
    const auto begun = Clock::now();
    while (client.send("G") && Clock::now() - begun < 5s) std::this_thread::sleep_for(50ms);
    CHECK(Clock::now() - begun < 2s);
}

TEST_CASE("a large file arrives whole, and a client that does not read it is left", "[server][port]") {
    std::string name = (std::filesystem::temp_directory_path() / "gongshi-large-XXXXXX").string();
    close(mkstemp(name.data()));
    const std::filesystem::path file = name;
    std::ofstream(file, std::ios::binary) << std::string(1 << 20, 'x') << "END";
    {
        const Running server(file);
        const auto reply = converse(server, get("/large", "Range: bytes=0-1\r\n"));
        CHECK(reply.find("Content-Length: 1048579\r\n") != reply.npos);
        CHECK(reply.ends_with("xEND"));
        const auto head = converse(server, "HEAD /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        CHECK(head.find("Content-Length: 1048579\r\n") != head.npos);
        CHECK(head.ends_with("\r\n\r\n"));
        std::filesystem::resize_file(file, 64 << 20);
        std::vector<std::unique_ptr<Client>> deaf;  // as many as there are workers
        for (int i = 0; i < 4; ++i) {
            deaf.push_back(std::make_unique<Client>(server));
            deaf.back()->send(get("/large"));
        }
        const auto begun = Clock::now();
        CHECK(converse(server, get("/")).starts_with("HTTP/1.1 200 "));
        CHECK(Clock::now() - begun < 4s);
    }
    std::filesystem::remove(file);
}

TEST_CASE("a port in use is said, with what to do", "[server][port]") {
    const Running server;
    server::Listener second([](const server::Request&) { return server::Reply{}; });
    CHECK_THROWS_WITH(second.bind("127.0.0.1", server.port()), Catch::Contains("--listen"));
}

TEST_CASE("a listener can be stopped before it runs", "[server][port]") {
    server::Listener listener([](const server::Request&) { return server::Reply{}; });
    listener.bind("127.0.0.1", 0);
    listener.stop();
    listener.run();
    SUCCEED("run() returned");
}
