#include "server/traffic.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>

using namespace std::chrono_literals;
using server::Exchange;

TEST_CASE("an address is written down as its network", "[server]") {
    CHECK(server::network_of("192.0.2.77") == "192.0.2.0/24");
    CHECK(server::network_of("2001:db8:1:2:3::4") == "2001:db8:1::/48");
    CHECK(server::network_of("::ffff:192.0.2.77") == "192.0.2.0/24");
    CHECK(server::network_of("").empty());
    CHECK(server::network_of("192.0.2.77\"}{").empty());
    CHECK(server::network_of(std::string(4000, '1')).empty());
}

TEST_CASE("a line of the log is JSON that tells the kind of address and not what was asked", "[server]") {
    Exchange exchange;
    exchange.client = "192.0.2.77", exchange.method = "GET", exchange.status = 200, exchange.bytes = 12;
    exchange.route = server::route_of("/api/v1/enterprises/99999901MA0000001X");
    exchange.duration = 1234us;
    const std::string line = server::log_line(exchange, 1'700'000'000);
    const auto read = nlohmann::json::parse(line);
    CHECK(line.back() == '\n');
    CHECK(read["at"] == "2023-11-14T22:13:20Z");
    CHECK(read["client"] == "192.0.2.0/24");
    CHECK(read["route"] == "/api/v1/enterprises/{}");
    CHECK(read["status"] == 200);
    CHECK(read["bytes"] == 12);
    CHECK(read["ms"] == 1.234);
    CHECK(line.find("99999901") == line.npos);
}

TEST_CASE("a path belongs to the kind of address it has the form of", "[server]") {
    const auto route = [](std::string_view path) { return server::routes[server::route_of(path)]; };
    CHECK(route("/api/v1/enterprises") == "/api/v1/enterprises");
    CHECK(route("/api/v1/draws/7/objects/99999901MA0000001X") == "/api/v1/draws/{}/objects/{}");
    CHECK(route("/api/v1/draws/7/checks") == "/api/v1/draws/{}/checks");
    CHECK(route("/api/v1/openapi.json") == "/api/v1/openapi.json");
    CHECK(route("/search/") == "/search/");
    CHECK(route("/api/v1/enterprises/") == "other");
    CHECK(route("/api/v1/enterprises/1/2") == "other");
    CHECK(route("/") == "other");
    CHECK(route("") == "other");
}

TEST_CASE("requests are counted by kind and status, refused heads by status", "[server]") {
    server::Traffic traffic;
    Exchange exchange;
    exchange.route = server::route_of("/healthz");
    exchange.status = 200;
    exchange.duration = 3ms;
    traffic.count(exchange);
    traffic.count(exchange);
    exchange.status = 503;
    traffic.count(exchange);
    exchange.status = 299;
    traffic.count(exchange);
    exchange.refused = true, exchange.status = 431;
    traffic.count(exchange);
    const std::string text = traffic.text();
    for (const char* line :
         {"gongshi_requests_total{route=\"/healthz\",status=\"200\"} 2\n",
          "gongshi_requests_total{route=\"/healthz\",status=\"503\"} 1\n",
          "gongshi_requests_total{route=\"/healthz\",status=\"other\"} 1\n",
          "gongshi_refused_heads_total{status=\"431\"} 1\n", "gongshi_request_seconds_bucket{le=\"0.001\"} 0\n",
          "gongshi_request_seconds_bucket{le=\"0.005\"} 4\n", "gongshi_request_seconds_bucket{le=\"+Inf\"} 4\n",
          "gongshi_request_seconds_count 4\n"})
        CHECK(text.find(line) != text.npos);
}
