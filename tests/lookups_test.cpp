#include "server/lookups.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "tests/public_example.h"

namespace {
server::Request request(const std::string& path) {
    return {"GET", path, {}, {}};
}
/// A release folder that holds the example's public.db and nothing else.
std::filesystem::path written(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder / "data");
    tests::write_example(folder / "data/public.db");
    return folder;
}
const std::string known = "/api/v1/enterprises/99999901MA0000001X";
}  // namespace

TEST_CASE("a look-up answers with the very bytes of the site's JSON", "[server]") {
    const tests::Scratch scratch;
    server::CurrentRelease release(written(scratch / "release"));
    server::Lookups lookups(release);
    const auto reply = lookups.answer(request(known));
    CHECK(reply.status == 200);
    CHECK(reply.content_type == "application/json");
    records::PublicSite site(scratch / "release/data/public.db");
    CHECK(reply.body == site.body("enterprise", "99999901MA0000001X"));
    auto again = request(known);
    again.if_none_match = reply.etag;
    CHECK(lookups.answer(again).status == 304);
}

TEST_CASE("a code may be asked for in lower case and full width", "[server]") {
    const tests::Scratch scratch;
    server::CurrentRelease release(written(scratch / "release"));
    server::Lookups lookups(release);
    CHECK(lookups.answer(request("/api/v1/enterprises/99999901ma0000001x")).status == 200);
    CHECK(lookups.answer(request("/api/v1/enterprises/９９999901ＭＡ0000001Ｘ")).status == 200);
    CHECK(lookups.answer(request("/api/v1/enterprises/o101")).status == 200);
}

TEST_CASE("an unknown code is 404 and says that this is no verdict", "[server]") {
    const tests::Scratch scratch;
    server::CurrentRelease release(written(scratch / "release"));
    server::Lookups lookups(release);
    const auto reply = lookups.answer(request("/api/v1/enterprises/99999901MA00000019"));
    CHECK(reply.status == 404);
    CHECK(reply.body.find("不代表任何检查结论") != reply.body.npos);
    CHECK(lookups.answer(request("/api/v1/other")).status == 404);
}

TEST_CASE("what cannot be a code is 400 before the database is asked", "[server]") {
    const tests::Scratch scratch;
    server::CurrentRelease release(written(scratch / "release"));
    server::Lookups lookups(release);
    const std::string code =
        GENERATE(as<std::string>(), "", "..", "a b", "'; DROP TABLE body", "示例", std::string(97, '1'));
    INFO(code);
    CHECK(lookups.answer(request("/api/v1/enterprises/" + code)).status == 400);
    auto with_parameter = request(known);
    with_parameter.parameters.push_back({"fields", "name"});
    CHECK(lookups.answer(with_parameter).status == 400);
}

TEST_CASE("look-ups may be asked from many threads at once", "[server]") {
    const tests::Scratch scratch;
    server::CurrentRelease release(written(scratch / "release"));
    server::Lookups lookups(release);
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 20; ++n) good += lookups.answer(request(known)).status == 200;
        });
    for (auto& thread : threads) thread.join();
    CHECK(good == 160);
}
