#include "generator/import/zip_package.h"

#include <catch2/catch.hpp>

#include "generator/import/sheet_limits.h"
#include "generator/import/workbook.h"
#include "tests/raw_package.h"

using namespace importing;

TEST_CASE("parts are found without regard to case, slashes and a leading slash", "[import]") {
    const tests::SheetFolder folder;
    const ZipPackage package(tests::write_package(folder / "a.zip", {{"XL\\Workbook.xml", "内容"}, {"b", ""}}));
    CHECK(package.has("xl/workbook.xml"));
    CHECK(package.has("/xl/Workbook.XML"));
    CHECK(package.has_below("xl/"));
    CHECK_FALSE(package.has_below("word/"));
    CHECK(package.read_whole("/xl/workbook.xml", 100) == "内容");
    CHECK(package.read_whole("b", 100).empty());
    CHECK_THROWS_WITH(package.read_whole("c", 100), Catch::Contains("缺少 c"));
}

TEST_CASE("a package in memory reads as one on the disk", "[import]") {
    const tests::SheetFolder folder;
    const std::string bytes = tests::bytes_of(tests::write_package(folder / "a.zip", {{"a", "内容"}}));
    CHECK(ZipPackage(bytes, "a.zip").read_whole("a", 100) == "内容");
    CHECK_THROWS_AS(ZipPackage("PK\3\4 nothing", "a.zip"), UnreadableFile);
}

TEST_CASE("a part that grows without end is refused while it is unpacked", "[import]") {
    const tests::SheetFolder folder;
    const std::string zeros(limits::unpacked_bytes_unjudged * 2, '0');
    const ZipPackage package(tests::write_package(folder / "bomb.zip", {{"a", zeros}}));
    std::uint64_t seen = 0;
    const auto count = [&](std::string_view piece) {
        seen += piece.size();
        return true;
    };
    CHECK_THROWS_WITH(package.read("a", zeros.size(), count), Catch::Contains("压缩炸弹"));
    CHECK(seen <= limits::unpacked_bytes_unjudged);
    CHECK_THROWS_WITH(package.read("a", 1'000'000, count), Catch::Contains("解压后的内容过大"));
}

TEST_CASE("a package with too many entries is refused", "[import]") {
    const tests::SheetFolder folder;
    tests::Parts parts;
    for (int number = 0; number <= limits::most_package_entries; ++number)
        parts.emplace_back("p" + std::to_string(number), "");
    CHECK_THROWS_WITH(ZipPackage(tests::write_package(folder / "many.zip", parts)), Catch::Contains("包内文件过多"));
}

TEST_CASE("an encrypted package is named as such", "[import]") {
    const tests::SheetFolder folder;
    const ZipPackage package(tests::write_package(folder / "a.zip", {{"a", "内容"}}, "密码"));
    CHECK_THROWS_WITH(package.read_whole("a", 100), Catch::Contains("加密"));
}

TEST_CASE("reading a part stops when its taker has enough", "[import]") {
    const tests::SheetFolder folder;
    const ZipPackage package(tests::write_package(folder / "a.zip", {{"a", std::string(1'000'000, 'x')}}));
    int pieces = 0;
    package.read("a", 2'000'000, [&](std::string_view) { return ++pieces < 2; });
    CHECK(pieces == 2);
}
