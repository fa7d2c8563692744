#include <catch2/catch.hpp>

#include "records/errors.h"
#include "records/public_site.h"

namespace address = records::address;

TEST_CASE("every record's address is made of its number, never of a name", "[records]") {
    CHECK(address::office("999901") == "offices/999901/");
    CHECK(address::plan(3) == "plans/3/");
    CHECK(address::plan_edition(3, 0) == "plans/3/0/");
    CHECK(address::item_list(4) == "item-lists/4/");
    CHECK(address::item_list_edition(4, 2) == "item-lists/4/2/");
    CHECK(address::task(17) == "tasks/17/");
    CHECK(address::draw(5) == "draws/5/");
    CHECK(address::results("999901", 2024) == "results/999901/2024/");
    CHECK(address::results_page("999901", 2024, 12) == "results/999901/2024/page-12.html");
}

TEST_CASE("a folder holds at most a thousand single results", "[records]") {
    CHECK(address::result(7) == "results/by-id/0/7.html");
    CHECK(address::result(999) == "results/by-id/0/999.html");
    CHECK(address::result(1000) == "results/by-id/1/1000.html");
    CHECK(address::result(1234567) == "results/by-id/1234/1234567.html");
}

TEST_CASE("an enterprise's folder is the first byte of its code's SHA-256", "[records]") {
    // printf abc | sha256sum: ba7816bf… (FIPS 180-2, appendix B.1)
    CHECK(address::enterprise("abc") == "enterprises/ba/abc.html");
    CHECK(address::enterprise_json("abc") == "enterprises/ba/abc.json");
    CHECK(address::json_twin(address::enterprise("abc")) == address::enterprise_json("abc"));
}

TEST_CASE("a committed draw's files and pages have permanent addresses", "[records][draws]") {
    CHECK(address::draw_file(7, "announcement.json") == "draws/7/announcement.json");
    CHECK(address::draw_pool(7) == "draws/7/pool/");
    CHECK(address::draw_pool_page(7, 2) == "draws/7/pool/2.html");
    CHECK(address::draw_series("999901-SCJG") == "draws/series/999901-SCJG.json");
    CHECK(address::draw_year("999901-SCJG", 2026) == "draws/offices/999901-SCJG/2026/");
    for (const char* code : {"", "..", "a/b", "a.b", "\xe5\x85\xac"}) {
        CHECK_THROWS_AS(address::draw_series(code), records::Refused);
        CHECK_THROWS_AS(address::draw_year(code, 2026), records::Refused);
    }
    CHECK_THROWS_AS(address::draw_file(7, "../private.db"), records::Refused);
}

TEST_CASE("the JSON twin stands beside its page", "[records]") {
    CHECK(address::json_twin("") == "index.json");
    CHECK(address::json_twin(address::plan_edition(3, 1)) == "plans/3/1/index.json");
    CHECK(address::json_twin(address::result(7)) == "results/by-id/0/7.json");
}

TEST_CASE("a code that could leave its folder is no address", "[records]") {
    for (const char* code : {"", "..", "../x", "a/b", "a b", "a%2e", "\xe5\x85\xac", "a\nb", "o1.html"})
        CHECK_THROWS_AS(address::enterprise(code), records::Refused);
    CHECK_THROWS_AS(address::enterprise(std::string_view("a\0b", 3)), records::Refused);
    CHECK_THROWS_AS(address::enterprise(std::string(33, 'a')), records::Refused);
    CHECK_THROWS_AS(address::office("../99"), records::Refused);
    CHECK_THROWS_AS(address::results("", 2024), records::Refused);
}
