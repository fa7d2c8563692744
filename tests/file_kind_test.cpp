#include "generator/import/file_kind.h"

#include <catch2/catch.hpp>

#include "tests/raw_package.h"
#include "tests/shared_data.h"

using namespace importing;
using std::string_literals::operator""s;

namespace {

std::string refusal(const std::string& name, const std::string& bytes) {
    const tests::SheetFolder folder;
    try {
        recognise(folder.write(name, bytes));
    } catch (const UnreadableFile& problem) {
        return problem.what();
    }
    return "";
}

std::string compound(const std::string& stream) {
    std::string wide;
    for (const char letter : stream) wide += {letter, '\0'};
    return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(1024, '\1') + wide + std::string(64, '\0');
}

bool says(const std::string& refusal, const std::string& part) {
    return refusal.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("old, WPS and encrypted workbooks are told apart, with how to save them", "[import]") {
    CHECK(says(refusal("a.xls", compound("Workbook")), "Excel 97-2003 的 .xls 格式"));
    CHECK(says(refusal("a.xls", compound("Workbook")), "另存为”，文件类型选“Excel 工作簿 (*.xlsx)”"));
    CHECK(says(refusal("a.xlsx", compound("Book")), ".xls 格式"));
    CHECK(says(refusal("a.ET", compound("Workbook")), "WPS 表格的 .et 格式"));
    CHECK(says(refusal("a.xlsx", compound("EncryptedPackage")), "打开密码"));
    CHECK(says(refusal("a.doc", compound("WordDocument")), "Word 文档"));
    CHECK(says(refusal("a.msi", compound("Other")), "不是工作簿"));
}

TEST_CASE("web pages and XML with a spreadsheet's name are recognised by content", "[import]") {
    CHECK(says(refusal("导出.xls", "\xEF\xBB\xBF\n<html><body><table>"), "其实是网页"));
    CHECK(says(refusal("导出.xls", "<TABLE border=1>"), "其实是网页"));
    CHECK(says(refusal("导出.xls", "<!DOCTYPE html>"), "其实是网页"));
    CHECK(says(refusal("导出.xls", "\xFF\xFE<\0h\0t\0m\0l\0>\0"s), "其实是网页"));
    CHECK(says(refusal("导出.xls",
                       "<?xml version=\"1.0\"?><Workbook "
                       "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
               "XML 表格 2003"));
    CHECK(says(refusal("a.xml", "<?xml version=\"1.0\"?><a/>"), "是 XML 文件"));
    CHECK(refusal("a.csv", "<无>,b\n").empty());
}

TEST_CASE("other files are named for what they are", "[import]") {
    CHECK(says(refusal("a.xlsx", "%PDF-1.7"), "PDF"));
    CHECK(says(refusal("a.xlsx", "\x89PNG\r\n"), "图片"));
    CHECK(says(refusal("a.xlsx", "Rar!\x1A"), "RAR"));
    CHECK(says(refusal("a.csv", "\x1F\x8B\x08"), "gzip"));
    CHECK(says(refusal("a.rtf", "{\\rtf1"), "RTF"));
}

TEST_CASE("empty, missing and unreadable places are said so", "[import]") {
    CHECK(says(refusal("a.csv", ""), "是空文件"));
    CHECK(says(refusal("a.csv", "\xEF\xBB\xBF\r\n"), "是空文件"));
    CHECK(says(refusal("a.csv", "\xFF\xFE"), "是空文件"));
    const tests::SheetFolder folder;
    CHECK_THROWS_WITH(recognise(folder / "没有.csv"), Catch::Contains("找不到这个文件"));
    CHECK_THROWS_WITH(recognise(folder / ""), Catch::Contains("是文件夹"));
}

TEST_CASE("packages and texts are recognised whatever they are called", "[import]") {
    const tests::SheetFolder folder;
    CHECK(recognise(folder.write("a.csv", "PK\3\4rest")) == FileKind::package);
    CHECK(recognise(folder.write("a.xlsx", "a,b\n")) == FileKind::delimited);
    CHECK(recognise(folder.write("a.xls",
                                 "\xFF\xFE"
                                 "a\0,\0b\0"s)) == FileKind::delimited);
}

TEST_CASE("real .xls workbooks are refused with advice", "[import]") {
    const auto data = tests::shared_data();
    if (!data) return;
    int refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*data / "fixtures")) {
        if (entry.path().extension() != ".xls") continue;
        CHECK_THROWS_WITH(recognise(entry.path()), Catch::Contains("Excel 97-2003 的 .xls 格式"));
        ++refused;
    }
    CHECK(refused == 9);
}
