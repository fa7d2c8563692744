#include "generator/output/digest.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/portal_folder.h"

using namespace output;

TEST_CASE("digests are SHA-256 as FIPS 180-4 gives its examples", "[output]") {
    CHECK(hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex(sha256(std::string(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a digest taken in pieces is the digest of the whole, and the object can be used again", "[output]") {
    Digest digest;
    digest.add("a");
    digest.add("");
    digest.add("bc");
    CHECK(digest.finish() == sha256("abc"));
    digest.add("abc");
    CHECK(digest.finish() == sha256("abc"));
}

TEST_CASE("only 64 lower-case hexadecimal digits are read as a digest", "[output]") {
    const std::string text = hex(sha256("abc"));
    CHECK(digest_from_hex(text) == sha256("abc"));
    CHECK_FALSE(digest_from_hex(text.substr(1)));
    CHECK_FALSE(digest_from_hex(text + "0"));
    CHECK_FALSE(digest_from_hex("BA" + text.substr(2)));
    CHECK_FALSE(digest_from_hex("g" + text.substr(1)));
    CHECK_FALSE(digest_from_hex("../" + text.substr(3)));
}

TEST_CASE("a file's digest is that of its bytes; folders, links and absent files have none", "[output]") {
    const tests::PortalFolder folder;
    const std::string bytes(700'000, 'x');
    std::ofstream(folder.path() / "file") << bytes;
    std::filesystem::create_symlink("file", folder.path() / "link");
    const auto digest = digest_file(folder.path() / "file");
    REQUIRE(digest);
    CHECK(digest->sha256 == sha256(bytes));
    CHECK(digest->size == bytes.size());
    CHECK_FALSE(digest_file(folder.path()));
    CHECK_FALSE(digest_file(folder.path() / "link"));
    CHECK_FALSE(digest_file(folder.path() / "absent"));
    CHECK_FALSE(digest_file(folder.path() / "file" / "below"));
}
