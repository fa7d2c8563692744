#include "generator/output/file_handle.h"

#include <fcntl.h>

#include <catch2/catch.hpp>
#include <cerrno>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;

TEST_CASE("a full disk is reported in Chinese, with the file and what to do", "[output]") {
    const FileHandle full(::open("/dev/full", O_WRONLY | O_CLOEXEC));
    REQUIRE(full);
    try {
        write_all(full.get(), "bytes", "index.html");
        FAIL("a full disk took bytes");
    } catch (const Failed& failure) {
        CHECK_THAT(failure.what(), Catch::Contains("index.html") && Catch::Contains("磁盘空间") &&
                                       Catch::Contains("gongshi gc") && Catch::Contains("线上网站未受影响"));
    }
}

TEST_CASE("a folder that cannot be opened or made is named in the failure", "[output]") {
    const tests::PortalFolder folder;
    std::ofstream(folder.path() / "file") << "x";
    CHECK_THROWS_WITH(open_folder(folder.path() / "absent"), Catch::Contains("absent"));
    CHECK_THROWS_AS(open_folder(folder.path() / "file"), Failed);
    CHECK_THROWS_WITH(ensure_folder(folder.path() / "file" / "below"), Catch::Contains("无法新建目录"));
    CHECK_THROWS_WITH(fail("写入", "x", EACCES), Catch::Contains("没有写入权限"));
}

TEST_CASE("a moved handle is closed once, by its new owner", "[output]") {
    const tests::PortalFolder folder;
    FileHandle first = open_folder(folder.path());
    const int descriptor = first.get();
    FileHandle second = std::move(first);
    CHECK(second.get() == descriptor);
    second.close(folder.path());
    CHECK_FALSE(second);
    CHECK(::fcntl(descriptor, F_GETFD) == -1);
}
