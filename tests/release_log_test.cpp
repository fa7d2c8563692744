#include "generator/output/release_log.h"

#include <catch2/catch.hpp>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;
using Names = std::vector<std::string>;

namespace {

struct Logged {
    tests::PortalFolder portal;
    BuilderLock lock{portal.path(), "publish"};
    Logged() { std::filesystem::create_directory(lock.releases()); }
    ReleaseLog read(const std::optional<std::string>& current) const { return {portal.path(), current}; }
    std::filesystem::path file() const { return lock.releases() / "log.jsonl"; }
};

}  // namespace

TEST_CASE("the log keeps the order of publication and what readers saw", "[output]") {
    Logged logged;
    for (const char* release : {"a", "b", "a"}) logged.read(std::nullopt).add_published(logged.lock, release, {});
    // With nothing current no switch ever happened: each publication takes back the one before.
    CHECK(logged.read(std::nullopt).seen().empty());
    Logged real;
    std::optional<std::string> current;
    for (const char* release : {"a", "b", "a", "c"}) {
        real.read(current).add_published(real.lock, release, {});
        current = release;
    }
    const ReleaseLog log = real.read(current);
    CHECK(log.seen() == Names{"b", "a", "c"});
    CHECK(log.published("b") == 2);
    CHECK(log.published("a") == 3);
    CHECK_FALSE(log.published("d"));
}

TEST_CASE("a torn last line is ignored, and cut off before the next is written", "[output]") {
    Logged logged;
    logged.read(std::nullopt).add_published(logged.lock, "a", {});
    const std::string whole = tests::read_file(logged.file());
    for (const std::string torn : {"{\"event\":\"publ", "{\"event\":\"published\",\"release\":\"b\"}", "\xff\xfe"}) {
        std::ofstream(logged.file(), std::ios::binary | std::ios::trunc) << whole << torn;
        ReleaseLog log = logged.read("a");
        CHECK(log.seen() == Names{"a"});
        CHECK_FALSE(log.published("b"));
        log.add_published(logged.lock, "c", {});
        CHECK(tests::read_file(logged.file()) == whole + "{\"event\":\"published\",\"release\":\"c\"}\n");
    }
}

TEST_CASE("a line in the middle that cannot be read is an error that names it", "[output]") {
    Logged logged;
    std::ofstream(logged.file()) << "{\"event\":\"published\",\"release\":\"a\"}\nrubbish\n{}\n";
    CHECK_THROWS_WITH(logged.read("a"), Catch::Contains("第 2 行"));
}

TEST_CASE("a switch that was logged but never happened is taken back", "[output]") {
    Logged logged;
    logged.read(std::nullopt).add_published(logged.lock, "a", {});
    logged.read("a").add_published(logged.lock, "b", {});  // killed before the rename: readers still see a
    CHECK(logged.read("a").seen() == Names{"a"});
    CHECK_FALSE(logged.read("a").published("b"));
    CHECK(logged.read("b").seen() == Names{"a", "b"});
    logged.read("a").add_published(logged.lock, "c", {});
    CHECK(logged.read("c").seen() == Names{"a", "c"});
    logged.read("c").add_rolled_back(logged.lock, "a");  // killed likewise
    CHECK(logged.read("c").seen() == Names{"a", "c"});
    CHECK(logged.read("a").seen() == Names{"a"});
}

TEST_CASE("a mark covers what was published before, until it is published again", "[output]") {
    Logged logged;
    logged.read(std::nullopt).add_published(logged.lock, "a", {});
    logged.read("a").add_published(logged.lock, "b", {});
    logged.read("b").add_published(logged.lock, "c", "撤回");
    CHECK(logged.read("c").marked_reason("a") == "撤回");
    CHECK(logged.read("c").marked_reason("b") == "撤回");
    CHECK(logged.read("c").marked_reason("c") == "");
    CHECK(logged.read("b").marked_reason("b") == "撤回");  // the switch did not happen, the mark stands
    logged.read("c").add_published(logged.lock, "a", {});
    CHECK(logged.read("a").marked_reason("a") == "");
    logged.read("a").add_marked(logged.lock, "c", "隐私\n更正");
    CHECK(logged.read("a").marked_reason("b") == "隐私\n更正");
    CHECK(logged.read("a").marked_reason("c") == "");
    logged.read("a").add_marked(logged.lock, "a", "");
    CHECK(logged.read("a").marked_reason("c") == "未说明");
}

TEST_CASE("a release that readers see without the log knowing is known from then on", "[output]") {
    Logged logged;
    CHECK(logged.read("x").seen() == Names{"x"});
    logged.read("x").add_published(logged.lock, "a", {});
    CHECK(logged.read("a").seen() == Names{"a"});
    CHECK(logged.read("y").seen().back() == "y");
}
