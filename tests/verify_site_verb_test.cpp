// gongshi verify-site as a program: what it answers to other programs.
#include <catch2/catch.hpp>

#include <sys/wait.h>

#include "generator/output/site_archive.h"
#include "tests/portal_folder.h"

namespace fs = std::filesystem;

namespace {

int exit_code(const fs::path& what) {
    const int status =
        std::system(("'" GONGSHI_PROGRAM "' --json verify-site '" + what.string() + "' >/dev/null").c_str());
    return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("verify-site ends with 0 for a whole site, 1 for a changed one, 2 for what it cannot read", "[generator]") {
    const tests::PortalFolder portal;
    const output::BuilderLock lock(portal.path(), "publish");
    output::ReleaseWriter writer(lock);
    writer.put("index.html", "home");
    output::put_site_archive(writer, tests::some_facts, std::nullopt);
    const fs::path release = writer.finish(tests::some_facts).folder;
    const fs::path archive = portal.path() / "copy.zip";
    fs::copy_file(release / "data/site.zip", archive);
    CHECK(exit_code(release) == 0);
    CHECK(exit_code(archive) == 0);
    tests::tamper(release / "index.html", "HOME");
    CHECK(exit_code(release) == 1);
    std::string bytes = tests::read_file(archive);
    fs::resize_file(archive, bytes.size() / 2);
    CHECK(exit_code(archive) == 2);
    CHECK(exit_code(portal.path()) == 2);
    CHECK(exit_code(portal.path() / "absent") == 2);
}
