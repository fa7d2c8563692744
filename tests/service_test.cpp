#include "server/service.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace {
server::Reply ask(const server::Service& service, const std::string& method, const std::string& path) {
    return service.handle({method, path, {}, {}});
}
}  // namespace

TEST_CASE("the server says that it lives", "[server]") {
    const server::Service service({});
    CHECK(ask(service, "GET", "/healthz").status == 200);
    CHECK(ask(service, "GET", "/healthz").body == "ok\n");
}

TEST_CASE("OPTIONS has no body anywhere", "[server]") {
    const server::Service service({});
    CHECK(ask(service, "OPTIONS", "/api/v1/enterprises/1").status == 204);
    CHECK(ask(service, "OPTIONS", "/").body.empty());
}

TEST_CASE("an error is problem+json in Chinese", "[server]") {
    const server::Service service({});
    const auto reply = ask(service, "GET", "/none");
    CHECK(reply.status == 404);
    CHECK(reply.content_type == "application/problem+json");
    const auto body = nlohmann::json::parse(reply.body);
    CHECK(body["status"] == 404);
    CHECK(body["title"] == "没有找到");
    CHECK(body["type"] == "/api/problems/#not-found");
    CHECK(body["detail"] == "没有这个地址。");
}

TEST_CASE("a problem never fails over bytes that are not UTF-8", "[server]") {
    CHECK_NOTHROW(nlohmann::json::parse(server::problem(400, "\xFF\xFE").body));
}
