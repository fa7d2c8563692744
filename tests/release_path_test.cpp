#include "generator/output/release_path.h"

#include <catch2/catch.hpp>

using namespace output;

TEST_CASE("an address of a release is plain ASCII segments", "[output]") {
    for (const char* good : {"index.html", "plans/3/1/index.html", "enterprises/ab/91110000000000000X.html",
                             "a-b_c~d.e", ".well-known/security.txt", "x/manifest.txt", "a..b"})
        CHECK(path_fault(good) == "");
    CHECK(path_fault(std::string(longest_segment, 'a')) == "");
}

TEST_CASE("no address leads out of its release or cannot stand in a URL", "[output]") {
    using namespace std::string_literals;
    for (const std::string& bad : {""s,
                                   "/"s,
                                   "/etc/passwd"s,
                                   "../x"s,
                                   "a/../b"s,
                                   "a/.."s,
                                   ".."s,
                                   "."s,
                                   "a/./b"s,
                                   "./a"s,
                                   "a//b"s,
                                   "a/"s,
                                   "//a"s,
                                   "a\\b"s,
                                   "..\\x"s,
                                   "a\0b"s,
                                   "a\nb"s,
                                   "a b"s,
                                   "企业.html"s,
                                   "a%2e%2e/b"s,
                                   "a?b"s,
                                   "a#b"s,
                                   "a:b"s,
                                   "C:/x"s,
                                   ".git/config"s,
                                   "a/.htaccess"s,
                                   "...."s,
                                   "\xC0\xAE\xC0\xAE/x"s,
                                   "．．/x"s,
                                   "a'b"s,
                                   "a\"b"s,
                                   "<a>"s,
                                   "a&b"s,
                                   "manifest.txt"s,
                                   "manifest.json"s,
                                   std::string(longest_segment + 1, 'a'),
                                   std::string(150, 'a') + "/" + std::string(150, 'b') + "/" + std::string(150, 'c')}) {
        INFO(bad);
        CHECK(path_fault(bad) != "");
    }
}
