#include "generator/output/xlsx_writer.h"

#include <zip.h>

#include <catch2/catch.hpp>
#include <thread>

#include "generator/output/errors.h"
#include "tests/portal_folder.h"

using namespace output;
using namespace std::chrono;

namespace {

constexpr sys_days created = 2025y / June / 30;

std::string part(const std::filesystem::path& file, const std::string& name) {
    zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
    REQUIRE(archive != nullptr);
    std::string bytes;
    zip_stat_t facts;
    if (zip_stat(archive, name.c_str(), 0, &facts) == 0) {
        bytes.resize(facts.size);
        zip_file_t* entry = zip_fopen(archive, name.c_str(), 0);
        CHECK(zip_fread(entry, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size()));
        zip_fclose(entry);
    }
    zip_discard(archive);
    return bytes;
}

void write_book(const std::filesystem::path& file) {
    XlsxWriter book(file, {"计划[1]:*?/\\表", {{"统一社会信用代码", 22}, {"数量"}}}, created);
    book.text("001234567890123456");
    book.number(std::int64_t{42});
    book.end_row();
    book.text("=1+1");
    book.text("http://example.org");
    book.end_row();
    book.text("<script>&\"\x01");
    book.number(std::nan(""));
    book.end_row();
    book.sheet({"说明", {{"项"}}});
    book.text("坏\xff\xC0\xAF字");
    book.end_row();
    book.finish();
}

}  // namespace

TEST_CASE("a workbook holds codes, formulas and links as plain text and numbers as numbers", "[output]") {
    const tests::PortalFolder folder;
    write_book(folder.path() / "a.xlsx");
    const std::string sheet = part(folder.path() / "a.xlsx", "xl/worksheets/sheet1.xml");
    CHECK_THAT(sheet, Catch::Contains("<t>001234567890123456</t>") && Catch::Contains("<t>=1+1</t>") &&
                          Catch::Contains("<t>http://example.org</t>") && Catch::Contains("<v>42</v>") &&
                          Catch::Contains("&lt;script&gt;&amp;") && Catch::Contains("\uFFFD"));
    CHECK_THAT(sheet, !Catch::Contains("<f>") && !Catch::Contains("hyperlink") && !Catch::Contains("nan"));
    CHECK_THAT(sheet, Catch::Contains("state=\"frozen\"") && Catch::Contains("ySplit=\"1\""));
    CHECK_THAT(part(folder.path() / "a.xlsx", "xl/styles.xml"), Catch::Contains("<b/>"));
    CHECK_THAT(part(folder.path() / "a.xlsx", "xl/workbook.xml"),
               Catch::Contains("name=\"计划1表\"") && Catch::Contains("name=\"说明\""));
    CHECK_THAT(part(folder.path() / "a.xlsx", "xl/worksheets/sheet2.xml"), Catch::Contains("坏\uFFFD\uFFFD\uFFFD字"));
    CHECK_THAT(part(folder.path() / "a.xlsx", "docProps/core.xml"), Catch::Contains("2025-06-30T00:00:00Z"));
}

TEST_CASE("the same table makes the same workbook at another time", "[output]") {
    const tests::PortalFolder folder;
    write_book(folder.path() / "a.xlsx");
    std::this_thread::sleep_for(2100ms);  // zip times have steps of two seconds
    write_book(folder.path() / "b.xlsx");
    CHECK(tests::read_file(folder.path() / "a.xlsx") == tests::read_file(folder.path() / "b.xlsx"));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("a text longer than a cell may be is cut and says so", "[output]") {
    const tests::PortalFolder folder;
    std::string longest, over;
    for (int letter = 0; letter < 32'767; ++letter) longest += "字";
    over = longest + "字";
    XlsxWriter book(folder.path() / "a.xlsx", {"表", {{"文"}}}, created);
    book.text(longest);
    book.end_row();
    book.text(over);
    book.end_row();
    book.finish();
    const std::string sheet = part(folder.path() / "a.xlsx", "xl/worksheets/sheet1.xml");
    CHECK_THAT(sheet, Catch::Contains("<t>" + longest + "</t>"));
    CHECK_THAT(sheet, !Catch::Contains(over) && Catch::Contains("字…（超过表格单元格上限，全文见同名 CSV）</t>"));
}

TEST_CASE("a workbook that cannot be written is a failure that names it", "[output]") {
    const auto write = [](const std::filesystem::path& file) {
        XlsxWriter book(file, {"表", {{"文"}}}, created);
        book.text("x");
        book.end_row();
        book.finish();
    };
    CHECK_THROWS_WITH(write("/proc/absent/a.xlsx"), Catch::Contains("/proc/absent/a.xlsx"));
}

TEST_CASE("an abandoned workbook leaves no file", "[output]") {
    const tests::PortalFolder folder;
    {
        XlsxWriter book(folder.path() / "a.xlsx", {"表", {{"文"}}}, created);
        book.text("x");
    }
    CHECK(std::filesystem::is_empty(folder.path()));
}
