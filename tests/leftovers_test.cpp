#include "generator/output/leftovers.h"

#include <catch2/catch.hpp>

#include "tests/portal_folder.h"

using namespace output;
namespace fs = std::filesystem;

TEST_CASE("only half-built and half-removed releases are left-overs", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "gc");
    CHECK(remove_leftovers(lock) == 0);
    const std::string kept = tests::publish(lock, "one");
    fs::create_directories(portal.path() / "releases/.building-7/a");
    fs::create_directories(portal.path() / "releases/.removing-x");
    fs::create_directories(portal.path() / "outside");
    std::ofstream(portal.path() / "outside/file") << "x";
    fs::create_directory_symlink(portal.path() / "outside", portal.path() / "releases/.building-8");
    CHECK(remove_leftovers(lock) == 3);
    CHECK(fs::exists(portal.release(kept) / "index.html"));
    CHECK(fs::exists(portal.path() / "releases/log.jsonl"));
    CHECK(fs::exists(portal.path() / "outside/file"));
}

TEST_CASE("removing a release frees what no other release shares", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "gc");
    const std::string large(1'000'000, 'x');
    const std::string first = tests::publish(lock, large), second = tests::publish(lock, "two");
    const std::uint64_t freed = remove_release(lock, first);
    CHECK(freed >= large.size());
    CHECK(freed < large.size() + 100'000);
    CHECK_FALSE(fs::exists(portal.release(first)));
    CHECK(tests::read_file(portal.release(second) / "about/index.html") == "<p>unchanged</p>");
}
