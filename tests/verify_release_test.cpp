#include "generator/output/verify_release.h"

#include <catch2/catch.hpp>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;
namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

TEST_CASE("a release is whole only when every file is there, none was changed and none added", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    ReleaseWriter writer(lock);
    for (const char* path : {"a/x.html", "a-b.html", "a.html", "a/b/c.html", "b.html"}) writer.put(path, path);
    const fs::path release = writer.finish(tests::some_facts).folder;
    Verification found = verify_release(release);
    CHECK(found.whole());
    CHECK(found.files == 5);
    CHECK(describe(found) == "完整，共 5 个文件");

    tests::tamper(release / "a.html", "A.html");
    tests::tamper(release / "b.html", "longer than before");
    fs::remove(release / "a/x.html");
    std::ofstream(release / "a/b/extra.html") << "x";
    std::ofstream(release / "zzz") << "x";
    found = verify_release(release);
    CHECK(found.changed == Paths{"a.html", "b.html"});
    CHECK(found.missing == Paths{"a/x.html"});
    CHECK(found.extra == Paths{"a/b/extra.html", "zzz"});
    CHECK(describe(found) ==
          "缺少文件 1 个（a/x.html）；内容被改动 2 个（a.html、b.html）；多出文件 2 个（a/b/extra.html、zzz）");
}

TEST_CASE("a link or folder in a file's place is no file of the release", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const fs::path release = tests::write_release(lock, "one").folder;
    fs::rename(release / "index.html", portal.path() / "index.html");
    SECTION("a link to the same bytes") {
        fs::create_symlink(portal.path() / "index.html", release / "index.html");
        CHECK(verify_release(release).extra == Paths{"index.html"});
    }
    SECTION("a folder") {
        fs::create_directory(release / "index.html");
        std::ofstream(release / "index.html/x") << "x";
        CHECK(verify_release(release).extra == Paths{"index.html/x"});
    }
    CHECK(verify_release(release).missing == Paths{"index.html"});
}

TEST_CASE("a manifest rewritten to suit changed files no longer fits its release's name", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const fs::path release = tests::write_release(lock, "one").folder;
    tests::tamper(release / "index.html", "ONE");
    std::string manifest = tests::read_file(release / "manifest.txt");
    const std::string before = hex(sha256("one"));
    manifest.replace(manifest.find(before), before.size(), hex(sha256("ONE")));
    tests::tamper(release / "manifest.txt", manifest);
    CHECK(verify_release(release).changed == Paths{"manifest.json", "manifest.txt"});
    tests::tamper(release / "manifest.json", "{}");
    fs::rename(release, portal.path() / "copy");  // a copy under another name can only be compared with its manifest
    CHECK(verify_release(portal.path() / "copy").changed == Paths{"manifest.json"});
    fs::remove(portal.path() / "copy/manifest.json");
    CHECK(verify_release(portal.path() / "copy").missing == Paths{"manifest.json"});
}

TEST_CASE("the name is checked also when a release is reached through the link that readers use", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    const std::string digest = tests::publish(lock, "one");
    CHECK(verify_release(portal.current()).whole());
    tests::tamper(portal.release(digest) / "manifest.txt", "# gongshi release 1\n");
    CHECK(verify_release(portal.current()).changed == Paths{"manifest.json", "manifest.txt"});
}

TEST_CASE("a folder without a readable manifest cannot be verified", "[output]") {
    const tests::PortalFolder portal;
    CHECK_THROWS_AS(verify_release(portal.path()), Failed);
    CHECK_THROWS_AS(verify_release(portal.path() / "absent"), Failed);
    std::ofstream(portal.path() / "manifest.txt") << "# gongshi release 1\n"
                                                  << hex(sha256("")) << " 0 b\n"
                                                  << hex(sha256("")) << " 0 a\n";
    CHECK_THROWS_WITH(verify_release(portal.path()), Catch::Contains("没有按地址排序"));
}
