#include "server/request.h"

#include <catch2/catch.hpp>

#include <string>

using server::read_request;

TEST_CASE("a request's path and parameters arrive decoded", "[server]") {
    const auto request = read_request("GET", "/search/%E9%95%BF?q=a+b%2B&empty=&q=%e5%ae%89");
    REQUIRE(request);
    CHECK(request->path == "/search/长");
    REQUIRE(request->parameters.size() == 3);
    CHECK(request->parameters[0].value == "a b+");
    CHECK(request->parameters[1].name == "empty");
    CHECK(request->parameters[1].value.empty());
    CHECK(request->parameters[2].value == "安");
}

TEST_CASE("a plus sign in a path is a plus sign", "[server]") {
    CHECK(read_request("GET", "/a+b")->path == "/a+b");
}

TEST_CASE("a malformed address is no request", "[server]") {
    const std::string target = GENERATE(as<std::string>(), "", "a", "*", "http://example.org/", "/%", "/%4", "/%zz",
                                        "/%00", "/%0d%0aSet-Cookie:x", "/%7f", "/%ff", "/%c0%af", "/%ed%a0%80",
                                        "/%f4%90%80%80", "/%e9%95", "/?q=%00", "/?%zz=1");
    INFO(target);
    CHECK_FALSE(read_request("GET", target));
}

TEST_CASE("an address, a parameter and their number are bounded", "[server]") {
    CHECK(read_request("GET", "/" + std::string(4095, 'a')));
    CHECK_FALSE(read_request("GET", "/" + std::string(4096, 'a')));
    CHECK(read_request("GET", "/?q=" + std::string(256, 'a')));
    CHECK_FALSE(read_request("GET", "/?q=" + std::string(257, 'a')));
    std::string many = "/?";
    for (int i = 0; i < 16; ++i) many += "a=1&";
    CHECK(read_request("GET", many));
    CHECK_FALSE(read_request("GET", many + "a=1"));
}
