#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "records/name_index.h"
#include "server/cursor.h"
#include "server/lookups.h"
#include "server/openapi.h"
#include "server/problem.h"
#include "server/service.h"
#include "tests/public_example.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

void add_names(const fs::path& folder) {
    fs::create_directories(folder / "search");
    records::PublicSite site(folder / "data/public.db");
    records::write_name_index(site, folder / "search/names.db");
}

/// A release folder with the example and its name index.
fs::path written(const fs::path& folder) {
    fs::create_directories(folder / "data");
    tests::write_example(folder / "data/public.db");
    add_names(folder);
    return folder;
}

server::Reply ask(server::Lookups& lookups, const std::string& target) {
    const auto request = server::read_request("GET", "/api/v1" + target);
    REQUIRE(request);
    return lookups.answer(*request);
}

struct Server {
    tests::Scratch scratch;
    server::CurrentRelease release{written(scratch / "release")};
    server::Lookups lookups{release};
    server::Reply get(const std::string& target) { return ask(lookups, target); }
    json list(const std::string& target) {
        const auto reply = get(target);
        INFO(target << " " << reply.body);
        REQUIRE(reply.status == 200);
        return json::parse(reply.body);
    }
    std::vector<std::string> ids(const std::string& target) {
        std::vector<std::string> found;
        const json page = list(target);
        for (const auto& item : page["items"]) found.push_back(item["id"].dump());
        return found;
    }
};

std::vector<std::string> texts(std::initializer_list<const char*> list) {
    return {list.begin(), list.end()};
}

/// The value of a header field, empty: it has none.
std::string field(const server::Reply& reply, std::string_view name) {
    for (const server::Field& one : reply.fields)
        if (one.name == name) return one.value;
    return {};
}

}  // namespace

TEST_CASE("every single record is answered with the bytes of its twin", "[server]") {
    Server server;
    records::PublicSite site(server.scratch / "release/data/public.db");
    CHECK(server.get("/plans/1").body == site.body("plan", "1"));
    CHECK(server.get("/plans/1/editions/0").body == site.body("plan_edition", "1/0"));
    CHECK(server.get("/tasks/5").body == site.body("task", "5"));
    CHECK(server.get("/draws/6").body == site.body("draw", "6"));
    CHECK(server.get("/results/81").body == site.body("result", "81"));
    CHECK(server.get("/enterprises/o101").body == site.body("enterprise", "o101"));
    for (const std::string path : {"/plans/2", "/plans/1/editions/7", "/tasks/6", "/draws/7", "/results/1"}) {
        INFO(path);
        CHECK(server.get(path).status == 404);
    }
    for (const std::string path : {"/plans/x", "/plans/01", "/plans/1/editions/-1", "/tasks/0", "/draws/6%20",
                                   "/results/99999999999999999999"}) {
        INFO(path);
        CHECK(server.get(path).status == 400);
    }
}

TEST_CASE("another code of an object leads to its permanent one", "[server]") {
    Server server;
    const auto reply = server.get("/enterprises/999901000000017");
    CHECK(reply.status == 308);
    CHECK(reply.location == "./99999901MA0000001X");
}

TEST_CASE("enterprises are found by names past and present, codes, their beginnings and areas", "[server]") {
    Server server;
    const auto first = texts({"\"99999901MA0000001X\""}), both = texts({"\"99999901MA0000001X\"", "\"o101\""});
    CHECK(server.ids("/enterprises") == both);
    CHECK(server.ids("/enterprises?q=%E7%A4%BA%E4%BE%8B") == both);            // 示例
    CHECK(server.ids("/enterprises?q=%E6%97%A7%E5%90%8D") == first);           // 旧名
    CHECK(server.ids("/enterprises?q=99999901ma") == first);                   // the beginning of a code
    CHECK(server.ids("/enterprises?q=999901000000017") == first);              // a former number
    CHECK(server.ids("/enterprises?q=99999901+%E5%95%86%E8%B4%B8") == first);  // and 商贸
    CHECK(server.ids("/enterprises?q=99999901+%E6%9C%BA%E6%A2%B0").empty());   // and 机械
    CHECK(server.ids("/enterprises?area=999900") == both);
    CHECK(server.ids("/enterprises?area=999800").empty());
    CHECK(server.list("/enterprises?area=990000")["total"] == 2);
    CHECK(server.get("/enterprises?q=%EF%BC%88%EF%BC%89").status == 400);  // （）: nothing to look for
}

TEST_CASE("results are filtered by everything at once, last published first", "[server]") {
    Server server;
    CHECK(server.ids("/results") == texts({"80", "81"}));
    CHECK(server.ids("/results?task=5&plan=1&office=999901") == texts({"80", "81"}));
    CHECK(server.ids("/results?department=7") == texts({"81"}));
    CHECK(server.ids("/results?code=999901000000017") == texts({"81"}));
    CHECK(server.ids("/results?code=99999901MA00000019").empty());
    CHECK(server.ids("/results?from=2024-04-02") == texts({"80"}));
    CHECK(server.ids("/results?to=2024-04-01") == texts({"81"}));
    CHECK(server.ids("/results?office=999902").empty());
    CHECK(server.ids("/results?outcome=no_problem").empty());
}

TEST_CASE("a refusal names every fault of a request at once", "[server]") {
    Server server;
    const auto reply =
        server.get("/results?from=2024-02-30&to=x&outcome=nice&limit=201&limit=2&color=red&office=1&plan=");
    CHECK(reply.status == 400);
    const json body = json::parse(reply.body);
    CHECK(body["type"] == "https://example.invalid/api/problems/#invalid-parameters");
    std::multiset<std::string> parameters;
    for (const auto& error : body["errors"]) parameters.insert(error["parameter"].get<std::string>());
    CHECK(parameters ==
          std::multiset<std::string>{"color", "from", "limit", "limit", "office", "outcome", "plan", "to"});
    CHECK(server.get("/plans/1?x=1").status == 400);
    CHECK(server.get("/enterprises?q=a+b+c+d+e").status == 400);
}

TEST_CASE("a cursor goes on where the page ended, and only with the same filters", "[server]") {
    Server server;
    const auto reply = server.get("/results?limit=1&task=5");
    const json page = json::parse(reply.body);
    REQUIRE(page["next"].is_string());
    const std::string cursor = page["next"];
    CHECK(field(reply, "Link") == "<?limit=1&task=5&cursor=" + cursor + ">; rel=\"next\"");
    CHECK(server.ids("/results?task=5&limit=1&cursor=" + cursor) == texts({"81"}));
    CHECK(server.ids("/results?limit=7&cursor=" + cursor + "&task=5") == texts({"81"}));
    CHECK(server.list("/results?limit=1&task=5&cursor=" + cursor)["next"].is_null());
    const std::vector<std::string> wrong{"/results?cursor=" + cursor, "/results?task=5&plan=1&cursor=" + cursor,
                                         "/plans?cursor=" + cursor,   "/results?task=5&cursor=" + cursor + "A",
                                         "/results?task=5&cursor=x",  "/results?task=5&cursor=%00"};
    for (const std::string& other : wrong) {
        INFO(other);
        const auto request = server::read_request("GET", "/api/v1" + other);
        CHECK((!request || server.lookups.answer(*request).status == 400));
    }
}

TEST_CASE("pages read while a new release brings more rows neither repeat nor leave out an old one", "[server]") {
    std::mt19937 random(3);
    for (int round = 0; round < 2; ++round) {
        const tests::Scratch scratch;
        std::set<std::int64_t> old_results, old_objects;
        const auto write = [&](const fs::path& folder, std::int64_t every) {
            fs::create_directories(folder / "data");
            tests::Example example;
            records::PublicWriter writer(folder / "data/public.db");
            example.write(writer);
            std::mt19937 same(round);  // both releases draw the same numbers
            for (std::int64_t id = 1000; id < 1400; ++id) {
                records::PublicResult result = example.clean;
                records::PublicEnterprise enterprise = example.product;
                enterprise.object = result.facts.id = id;
                enterprise.code = "o" + std::to_string(id);
                enterprise.name = (same() % 3 != 0 ? "甲乙丙" : "丁甲乙") + std::string(same() % 2 != 0 ? "行" : "");
                result.facts.published_on = "2024-05-0" + std::to_string(1 + same() % 5);
                if (same() % 2 != 0 && every != 1) continue;
                writer.result(result), writer.enterprise(enterprise);
                if (every != 1) old_results.insert(id), old_objects.insert(id);
            }
            writer.finish();
            add_names(folder);
        };
        write(scratch / "old", 2), write(scratch / "new", 1);
        fs::create_symlink("old", scratch / "current");
        server::CurrentRelease release(scratch / "current");
        server::Lookups lookups(release);
        const auto all_pages = [&](const std::string& list, const char* key) {
            fs::remove(scratch / "current");
            fs::create_symlink("old", scratch / "current");
            std::multiset<std::int64_t> seen;
            std::string cursor;
            const int switch_at = 1 + static_cast<int>(random() % 5);
            for (int page = 0;; ++page) {
                if (page == switch_at) {
                    fs::create_symlink("new", scratch / "next");
                    fs::rename(scratch / "next", scratch / "current");
                }
                const json body = json::parse(ask(lookups, list + cursor).body);
                for (const auto& item : body["items"]) seen.insert(item[key].get<std::int64_t>());
                if (body["next"].is_null()) return seen;
                cursor = "&cursor=" + body["next"].get<std::string>();
            }
        };
        const auto results = all_pages("/results?limit=17", "id");
        for (const std::int64_t id : old_results) REQUIRE(results.count(id) == 1);
        const auto found = all_pages("/enterprises?q=%E7%94%B2%E4%B9%99&limit=13", "object");  // 甲乙
        for (const std::int64_t object : old_objects) REQUIRE(found.count(object) == 1);
        const auto objects = all_pages("/enterprises?limit=19", "object");
        for (const std::int64_t object : old_objects) REQUIRE(objects.count(object) == 1);
    }
}

TEST_CASE("an ordinary draw shows its public list and no pool", "[server]") {
    Server server;
    const json listed = server.list("/draws/6/objects/99999901MA0000001X");
    CHECK(listed["listed"]["position"] == 1);
    CHECK(listed["pool"].is_null());
    CHECK(listed["basis"].is_null());
    CHECK(server.list("/draws/6/objects/99999901MA00000019")["listed"].is_null());
    CHECK(server.get("/draws/6/checks").status == 404);
    CHECK(server.get("/draws/7/objects/99999901MA0000001X").status == 404);
    CHECK(json::parse(server.get("/draws/x/objects/%E7%A4%BA").body)["errors"].size() == 2);
}

TEST_CASE("the current release is listed, and former ones unless they were marked", "[server]") {
    const tests::Scratch scratch;
    const std::string one(64, '1'), two(64, '2');
    for (const std::string& name : {one, two}) {
        written(scratch / "releases" / name);
        std::ofstream(scratch / "releases" / name / "manifest.txt")
            << "# gongshi release 1\n# as_of 2026-01-0" << name[0] << "\n# program 0.1.0\n# data ab\n";
    }
    const auto log = [&](const std::string& more) {
        std::ofstream(scratch / "releases/log.jsonl") << "{\"event\":\"published\",\"release\":\"" + one + "\"}\n"
                                                      << "{\"event\":\"published\",\"release\":\"" + two + "\"" + more;
    };
    server::CurrentRelease release(scratch / "releases" / two);
    server::Lookups lookups(release);
    log("}\n");
    const json both = json::parse(ask(lookups, "/releases").body);
    REQUIRE(both["items"].size() == 2);
    CHECK(both["items"][0]["as_of"] == "2026-01-02");
    CHECK(both["items"][0]["current"] == true);
    CHECK(both["items"][1]["digest"] == one);
    log(",\"marks_older\":\"撤回\"}\n");
    CHECK(json::parse(ask(lookups, "/releases").body)["items"].size() == 1);
}

TEST_CASE("without a name index only what needs names is unavailable", "[server]") {
    Server server;
    fs::remove(server.scratch / "release/search/names.db");
    server::CurrentRelease release(server.scratch / "release");
    server::Lookups lookups(release);
    CHECK(ask(lookups, "/enterprises").status == 200);
    CHECK(ask(lookups, "/enterprises?q=99999901").status == 200);
    const auto reply = ask(lookups, "/enterprises?q=abc");
    CHECK(reply.status == 503);
    CHECK_FALSE(field(reply, "Retry-After").empty());
}

TEST_CASE("any page may read the interface, and replies may be kept for a minute", "[server]") {
    Server server;
    const server::Service service({server.scratch / "release", false});
    const auto reply = service.handle({"GET", "/api/v1/plans", {}, {}});
    CHECK(field(reply, "Access-Control-Allow-Origin") == "*");
    CHECK(field(reply, "Cache-Control") == "public, max-age=60, stale-while-revalidate=600");
    const auto preflight = service.handle({"OPTIONS", "/api/v1/plans", {}, {}});
    CHECK(preflight.status == 204);
    CHECK(field(preflight, "Access-Control-Allow-Methods") == "GET, HEAD, OPTIONS");
    const auto refused = service.handle({"GET", "/api/v1/none", {}, {}});
    CHECK(refused.status == 404);
    CHECK(field(refused, "Access-Control-Allow-Origin") == "*");
    CHECK(field(refused, "Cache-Control") == "no-store");
}

TEST_CASE("the description has exactly the operations and problems that the program has", "[server]") {
    const json document = json::parse(server::openapi_document());
    CHECK(document["info"]["version"] == GONGSHI_VERSION);
    std::set<std::string> described, answered;
    for (const auto& [path, methods] : document["paths"].items()) described.insert(path);
    for (const std::string_view path : server::operation_paths()) answered.emplace(path);
    CHECK(described == answered);
    std::set<std::string> explained, kinds;
    for (const auto& problem : document["x-problems"])
        explained.insert(problem["name"].get<std::string>() + problem["title"].get<std::string>());
    for (const auto& kind : server::problem_kinds()) kinds.insert(std::string(kind.name).append(kind.title));
    CHECK(explained == kinds);
}
