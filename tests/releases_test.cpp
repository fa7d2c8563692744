#include "generator/output/releases.h"

#include <catch2/catch.hpp>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;
namespace fs = std::filesystem;

namespace {
std::string seen(const tests::PortalFolder& portal) {
    return tests::read_file(portal.current() / "index.html");
}
std::vector<std::string> names(const tests::PortalFolder& portal) {
    std::vector<std::string> result;
    for (const ReleaseState& state : list_releases(portal.path())) result.push_back(state.digest);
    return result;
}
}  // namespace

TEST_CASE("readers see the release switched to, through a relative link", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string first = tests::publish(lock, "one");
    CHECK(current_release(portal.path()) == first);
    CHECK(fs::read_symlink(portal.current()) == "../releases/" + first);
    CHECK(seen(portal) == "one");
    tests::publish(lock, "two");
    CHECK(seen(portal) == "two");
    const tests::PortalFolder elsewhere;
    fs::rename(portal.path() / "releases", elsewhere.path() / "releases");
    fs::rename(portal.path() / "public", elsewhere.path() / "public");
    CHECK(seen(elsewhere) == "two");
}

TEST_CASE("a switch to what is no whole-named release is refused and changes nothing", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string first = tests::publish(lock, "one"), second = tests::write_release(lock, "two").digest;
    tests::tamper(portal.release(second) / "manifest.txt", "# gongshi release 1\n");
    for (const std::string& bad : {second, std::string(64, '0'), std::string("../public"), std::string()})
        CHECK_THROWS_AS(switch_to(lock, bad), Failed);
    CHECK(current_release(portal.path()) == first);
    CHECK(tests::read_file(portal.path() / "releases/log.jsonl").find(second) == std::string::npos);
}

TEST_CASE("a public/current that this program did not make is left alone and reported", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    fs::create_directories(portal.path() / "public");
    SECTION("a folder") {
        fs::create_directory(portal.current());
    }
    SECTION("a file") {
        std::ofstream(portal.current()) << "x";
    }
    SECTION("a link elsewhere") {
        fs::create_symlink("/etc", portal.current());
    }
    SECTION("a link below releases that is no release") {
        fs::create_symlink("../releases/../..", portal.current());
    }
    CHECK_THROWS_WITH(current_release(portal.path()), Catch::Contains("不是本程序建立的链接"));
    CHECK_THROWS_AS(tests::publish(lock, "one"), Failed);
    CHECK(fs::symlink_status(portal.current()).type() != fs::file_type::not_found);
}

TEST_CASE("releases are listed in the order of their publication with their facts", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    CHECK(list_releases(portal.path()).empty());
    const std::string one = tests::publish(lock, "one"), two = tests::publish(lock, "two");
    const std::string three = tests::publish(lock, "three");
    const std::string draft = tests::write_release(lock, "draft").digest;
    tests::publish(lock, "one");
    fs::create_directories(portal.path() / "releases/notes");
    CHECK(names(portal) == std::vector{draft, two, three, one});
    const std::vector<ReleaseState> states = list_releases(portal.path());
    CHECK_FALSE(states[0].published);
    CHECK(states[1].published);
    CHECK(states[3].current);
    CHECK_FALSE(states[1].current);
    CHECK(states[1].facts.as_of == tests::some_facts.as_of);
}

TEST_CASE("rollback goes to what readers saw before, step by step", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "rollback");
    CHECK_THAT(rollback(lock).refusal, Catch::Contains("没有可以回退的版本"));
    const std::string one = tests::publish(lock, "one"), two = tests::publish(lock, "two");
    const std::string three = tests::publish(lock, "three");
    CHECK(rollback(lock).release == two);
    CHECK(seen(portal) == "two");
    tests::publish(lock, "four");
    CHECK(rollback(lock).release == two);  // not three, which somebody went back from
    CHECK(rollback(lock).release == one);
    CHECK_THAT(rollback(lock).refusal, Catch::Contains("没有可以回退的版本"));
    CHECK(rollback(lock, three).release == three);
    CHECK(seen(portal) == "three");
}

TEST_CASE("rollback refuses the unknown, the never published, the current and the damaged", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "rollback");
    const std::string one = tests::publish(lock, "one"), two = tests::publish(lock, "two");
    const std::string draft = tests::write_release(lock, "draft").digest;
    CHECK_THAT(rollback(lock, std::string(64, '0')).refusal, Catch::Contains("没有版本"));
    CHECK_THAT(rollback(lock, "../public").refusal, Catch::Contains("没有版本"));
    CHECK_THAT(rollback(lock, draft).refusal, Catch::Contains("从未公开过"));
    CHECK_THAT(rollback(lock, two).refusal, Catch::Contains("无需回退"));
    tests::tamper(portal.release(one) / "index.html", "ONE");
    CHECK_THAT(rollback(lock).refusal, Catch::Contains("与其清单不符") && Catch::Contains("index.html"));
    fs::remove(portal.release(one) / "manifest.txt");
    CHECK_THAT(rollback(lock, one).refusal, Catch::Contains("无法核对"));
    CHECK(rollback(lock, one).release.empty());
    CHECK(seen(portal) == "two");
}

TEST_CASE("after a withdrawal no older release can come back, until it is published again", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string one = tests::publish(lock, "one"), two = tests::publish(lock, "two");
    SECTION("marked with the switch") {
        switch_to(lock, tests::write_release(lock, "three").digest, "撤回：某文书");
    }
    SECTION("marked later") {
        mark_older(lock, tests::publish(lock, "three"), "撤回：某文书");
    }
    for (const Rollback& back : {rollback(lock), rollback(lock, one), rollback(lock, two)})
        CHECK_THAT(back.refusal, Catch::Contains("撤回：某文书") && Catch::Contains("请更正数据后重新发布"));
    CHECK(seen(portal) == "three");
    const std::string four = tests::publish(lock, "four");
    CHECK(rollback(lock).refusal.empty());
    CHECK(seen(portal) == "three");
    CHECK(tests::publish(lock, "one") == one);
    CHECK(rollback(lock).refusal.empty());
    CHECK(rollback(lock, one).release == one);
    CHECK(four != one);
}

TEST_CASE("only a published release can mark those before it", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    tests::publish(lock, "one");
    CHECK_THROWS_AS(mark_older(lock, tests::write_release(lock, "draft").digest, "撤回"), Failed);
}

TEST_CASE("gc keeps the newest, and removes marked and never published releases first", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "gc");
    std::vector<std::string> made;
    for (const char* text : {"a", "b", "c", "d", "e"}) made.push_back(tests::publish(lock, text));
    const std::string draft = tests::write_release(lock, "draft").digest;
    CHECK(gc(lock, 5).removed == std::vector{draft});
    const Cleanup cleanup = gc(lock, 3);
    CHECK(cleanup.removed == std::vector{made[0], made[1]});
    CHECK(cleanup.freed > 0);
    mark_older(lock, made[4], "隐私更正");
    CHECK(gc(lock, 3).removed == std::vector{made[2], made[3]});
    CHECK(gc(lock, 0).removed.empty());
    CHECK(seen(portal) == "e");
    CHECK(names(portal) == std::vector{made[4]});
    CHECK_THAT(rollback(lock).refusal, Catch::Contains("没有可以回退的版本"));
}

TEST_CASE("gc never removes what readers see, even when it is old or marked", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "gc");
    const std::string one = tests::publish(lock, "one"), two = tests::publish(lock, "two");
    rollback(lock, one);
    mark_older(lock, two, "撤回");
    CHECK(gc(lock, 1).removed == std::vector{two});
    CHECK(seen(portal) == "one");
}
