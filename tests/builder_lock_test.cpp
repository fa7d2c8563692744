#include "generator/output/builder_lock.h"

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;

TEST_CASE("a second builder is told who holds the portal and what they do", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish\n--by 张三");
    try {
        const BuilderLock second(portal.path(), "gc");
        FAIL("two builders at once");
    } catch (const Busy& busy) {
        CHECK_THAT(busy.what(), Catch::Contains("进程 " + std::to_string(::getpid())) &&
                                    Catch::Contains("publish --by 张三") && Catch::Contains("请等它结束后重试") &&
                                    Catch::Contains(portal.path().string()));
    }
}

TEST_CASE("the lock is free again when its holder ends, also when it was killed", "[output]") {
    const tests::PortalFolder portal;
    { const BuilderLock lock(portal.path(), "publish"); }
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const BuilderLock lock(portal.path(), "publish");
        if (::write(ready[1], "x", 1) != 1) ::_exit(1);
        for (;;) ::pause();
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    CHECK_THROWS_WITH(BuilderLock(portal.path(), "gc"), Catch::Contains("进程 " + std::to_string(child)));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK_NOTHROW(BuilderLock(portal.path(), "gc"));
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("a portal that is not there or whose lock file is a link is refused", "[output]") {
    const tests::PortalFolder portal;
    CHECK_THROWS_AS(BuilderLock(portal.path() / "absent", "publish"), Failed);
    std::filesystem::create_symlink("elsewhere", portal.path() / ".lock");
    CHECK_THROWS_AS(BuilderLock(portal.path(), "publish"), Failed);
    CHECK_FALSE(std::filesystem::exists(portal.path() / "elsewhere"));
}
