#include "generator/output/release_content.h"

#include <fcntl.h>

#include <catch2/catch.hpp>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;

namespace {
FileHandle open_file(const std::filesystem::path& file) {
    return FileHandle(::open(file.c_str(), O_RDONLY));
}
}  // namespace

TEST_CASE("content of any size is the same as a file exactly when all bytes are", "[output]") {
    const tests::PortalFolder folder;
    for (const std::size_t size : {0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 700'000}) {
        std::string bytes(size, 'x');
        const auto file = folder.path() / "file", source = folder.path() / "source";
        std::ofstream(file, std::ios::binary) << bytes;
        std::ofstream(source, std::ios::binary) << bytes;
        INFO(size);
        ReleaseContent memory = ReleaseContent::of_bytes(bytes), disk = ReleaseContent::of_file(source);
        CHECK(memory.size() == size);
        CHECK(disk.size() == size);
        for (ReleaseContent* content : {&memory, &disk}) {
            const auto same = content->same_as(open_file(file).get(), file);
            REQUIRE(same);
            CHECK(same->sha256 == sha256(bytes));
            CHECK(same->size == size);
        }
        const std::string longer = bytes + 'y';
        CHECK_FALSE(ReleaseContent::of_bytes(longer).same_as(open_file(file).get(), file));
        if (size == 0) continue;
        bytes.back() = 'y';
        CHECK_FALSE(ReleaseContent::of_bytes(bytes).same_as(open_file(file).get(), file));
        CHECK_FALSE(ReleaseContent::of_bytes(std::string_view(bytes).substr(1)).same_as(open_file(file).get(), file));
    }
}

TEST_CASE("content can only come from a regular file", "[output]") {
    const tests::PortalFolder folder;
    CHECK_THROWS_WITH(ReleaseContent::of_file(folder.path() / "absent"), Catch::Contains("absent"));
    CHECK_THROWS_AS(ReleaseContent::of_file(folder.path()), Failed);
    CHECK_THROWS_AS(ReleaseContent::of_file("/dev/zero"), Failed);
}
