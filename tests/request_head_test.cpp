#include "server/request_head.h"

#include <catch2/catch.hpp>

#include <string>

using server::head_length;
using server::judge_head;

namespace {
int refused(const std::string& line, const std::string& fields) {
    return judge_head(line + "\r\n" + fields + "\r\n").refused;
}
constexpr const char* get = "GET / HTTP/1.1";
}  // namespace

TEST_CASE("a head ends at its blank line, and not later than the budget", "[server]") {
    CHECK(head_length("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest") == 27);
    CHECK_FALSE(head_length("GET / HTTP/1.1\r\nHost: a\r\n"));
    CHECK_FALSE(head_length("GET / HTTP/1.1\nHost: a\n\n"));
    CHECK_FALSE(head_length(std::string(server::longest_head, 'a') + "\r\n\r\n"));
}

TEST_CASE("an ordinary request passes, with only the fields that are used", "[server]") {
    const auto judged = judge_head(
        "GET /a?b=c HTTP/1.1\r\nHost: example.org\r\nRange: bytes=0-1\r\nAccept-Encoding: gzip\r\n"
        "REMOTE_ADDR: 6.6.6.6\r\nRefused: 500\r\nCookie: a=b\r\nif-none-match:  \"x\" \r\n\r\n");
    CHECK(judged.refused == 0);
    CHECK(judged.keep_alive);
    CHECK(judged.head == "GET /a?b=c HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: \"x\"\r\n\r\n");
    CHECK(judged.real_ip.empty());
    CHECK_FALSE(judged.forwarded);
}

TEST_CASE("whether the connection stays open follows version and Connection", "[server]") {
    CHECK(judge_head("GET / HTTP/1.1\r\nHost: a\r\n\r\n").keep_alive);
    CHECK_FALSE(judge_head("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n").keep_alive);
    CHECK_FALSE(judge_head("GET / HTTP/1.0\r\n\r\n").keep_alive);
    CHECK(judge_head("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n").keep_alive);
}

TEST_CASE("a head that a proxy passes on is known", "[server]") {
    const std::string field = GENERATE(as<std::string>(), "X-Real-IP: 192.0.2.1", "x-forwarded-for: 192.0.2.1, 1",
                                       "Forwarded: for=_a", "Via: 1.1 nginx");
    CHECK(judge_head("GET /metrics HTTP/1.1\r\nHost: a\r\n" + field + "\r\n\r\n").forwarded);
}

TEST_CASE("a head is found whatever had been looked at before", "[server]") {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t seen = 0; seen < head.size(); ++seen) CHECK(head_length(head, seen) == head.size());
}

TEST_CASE("whatever announces a body is refused", "[server]") {
    CHECK(refused(get, "Host: a\r\nContent-Length: 5\r\n") == 413);
    CHECK(refused(get, "Host: a\r\nContent-Length: 0, 5\r\n") == 413);
    CHECK(refused(get, "Host: a\r\nContent-Length: -0\r\n") == 413);
    CHECK(refused(get, "Host: a\r\ntransfer-encoding: chunked\r\n") == 413);
    CHECK(refused(get, "Host: a\r\nTransfer-Encoding: identity\r\n") == 413);
    CHECK(refused(get, "Host: a\r\nContent-Encoding: gzip\r\n") == 413);
    CHECK(refused("POST / HTTP/1.1", "Host: a\r\nContent-Length: 5\r\n") == 413);
    CHECK(refused(get, "Host: a\r\nContent-Length: 0\r\n") == 0);
}

TEST_CASE("a head with two meanings is refused", "[server]") {
    CHECK(refused(get, "Host: a\r\nHost: b\r\n") == 400);
    CHECK(refused(get, "") == 400);
    CHECK(refused(get, "Host: a\r\nX: 1\nTransfer-Encoding: chunked\r\n") == 400);
    CHECK(refused(get, "Host: a\r\nX: 1\rY: 2\r\n") == 400);
    CHECK(refused(get, "Host: a\r\nContent-Length : 5\r\n") == 400);
    CHECK(refused(get, "Host: a\r\n folded: 5\r\n") == 400);
    CHECK(refused(get, "Host: a\r\nno colon\r\n") == 400);
    CHECK(refused(get, "Host: a\r\n: empty\r\n") == 400);
    CHECK(refused(get, std::string("Host: a\r\nX: \0\r\n", 14)) == 400);
    CHECK(refused("GET  HTTP/1.1", "Host: a\r\n") == 400);
    CHECK(refused("GET / x HTTP/1.1", "Host: a\r\n") == 400);
    CHECK(refused("GET http://a/ HTTP/1.1", "Host: a\r\n") == 400);
    CHECK(refused("OPTIONS * HTTP/1.1", "Host: a\r\n") == 400);
    CHECK(refused("GET /\t HTTP/1.1", "Host: a\r\n") == 400);
    CHECK(refused("GET /\xE9\x95\xBF HTTP/1.1", "Host: a\r\n") == 400);
}

TEST_CASE("other methods, versions and expectations have their own refusals", "[server]") {
    CHECK(refused("POST / HTTP/1.1", "Host: a\r\n") == 405);
    CHECK(refused("get / HTTP/1.1", "Host: a\r\n") == 405);
    CHECK(refused("CONNECT / HTTP/1.1", "Host: a\r\n") == 405);
    CHECK(refused("GET / HTTP/2.0", "Host: a\r\n") == 505);
    CHECK(refused("GET / http/1.1", "Host: a\r\n") == 505);
    CHECK(refused("PRI * HTTP/2.0", "") == 505);
    CHECK(refused(get, "Host: a\r\nExpect: 100-continue\r\n") == 417);
    CHECK(refused("GET /" + std::string(4096, 'a') + " HTTP/1.1", "Host: a\r\n") == 414);
    std::string many = "Host: a\r\n";
    for (int i = 0; i < 64; ++i) many += "A: 1\r\n";
    CHECK(refused(get, many) == 431);
}
