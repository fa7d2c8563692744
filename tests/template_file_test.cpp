#include "generator/import/template_file.h"

#include <catch2/catch.hpp>

#include "generator/import/zip_package.h"
#include "tests/raw_package.h"

using namespace importing;

namespace {

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<TemplateColumn> columns() {
    std::vector<std::string> many;
    for (int number = 0; number < 100; ++number) many.push_back("选择" + std::to_string(number));
    return {{"抽查事项名称", "示例事项", {}, "与事项清单一致", true},
            {"抽查类型", "定向", {"定向", "不定向"}, "", false},
            {"领域", "选择1", many, "", false}};
}

}  // namespace

TEST_CASE("a template has headers, an example, drop-downs and a 说明 sheet", "[import]") {
    const tests::SheetFolder folder;
    const auto file = folder / "计划.xlsx";
    write_template(file, "抽查计划", columns(), {{"发布机关", "", "全称"}, {"年度", "2025", "四位数字"}});
    const Workbook workbook = open_workbook(file);
    REQUIRE(workbook.sheets.size() == 3);
    CHECK(workbook.sheets[0].name == "抽查计划");
    CHECK(workbook.sheets[1].name == "说明");
    CHECK(workbook.sheets[2].hidden);
    CHECK(tests::joined(read_sheet(workbook, 0).rows) == "抽查事项名称|抽查类型|领域\n示例事项|定向|选择1\n");
    CHECK(tests::joined(read_sheet(workbook, 1).rows) == "发布机关||全称\n年度|2025|四位数字\n");
    CHECK(read_sheet(workbook, 2).rows.size() == 100);
    const std::string sheet = ZipPackage(file).read_whole("xl/worksheets/sheet1.xml", 1'000'000);
    CHECK(holds(sheet, "<formula1>\"定向,不定向\"</formula1>"));
    CHECK(holds(sheet, "'选项'!$C$1:$C$100"));
    CHECK(holds(sheet, "state=\"frozen\""));
    CHECK(holds(sheet, "prompt=\"与事项清单一致\""));
}

TEST_CASE("a template without notes or long lists is one sheet", "[import]") {
    const tests::SheetFolder folder;
    write_template(folder / "a.xlsx", "对象", {{"名称", "", {}, "", false}}, {});
    CHECK(open_workbook(folder / "a.xlsx").sheets.size() == 1);
}

TEST_CASE("the same template has the same bytes", "[import]") {
    const tests::SheetFolder folder;
    write_template(folder / "a.xlsx", "计划", columns(), {{"年度", "2025", ""}});
    write_template(folder / "b.xlsx", "计划", columns(), {{"年度", "2025", ""}});
    CHECK(tests::bytes_of(folder / "a.xlsx") == tests::bytes_of(folder / "b.xlsx"));
}
