// What an import tells of a faulty file, and that a faulty file changes nothing.
#include <catch2/catch.hpp>

#include "generator/import/zip_package.h"
#include "tests/import_case.h"
#include "tests/raw_package.h"

using namespace tests;

namespace {

const std::string header = "企业名称,统一社会信用代码,成立日期\n";
const std::string plan_header = "抽查任务名称,抽查事项,抽查比例,抽查时间\n";

std::string object(int serial, const std::string& name = "甲公司") {
    return name + "," + fictional_code(serial) + ",2019-03-01\n";
}

bool has_annotated_copy(const ImportCase& portal) {
    for (const auto& entry : std::filesystem::directory_iterator(portal.path()))
        if (holds(entry.path().filename().string(), "问题")) return true;
    return false;
}

}  // namespace

TEST_CASE("all problems of a file are told at once with sheet, row, column, value, reason and advice", "[import]") {
    ImportCase portal;
    const auto file = portal.write_workbook(
        "名录.xlsx", {{"一街",
                       {{"名录", "", ""},
                        {"企业名称", "统一社会信用代码", "成立日期"},
                        {"", fictional_code(1), "2019-01-01"},
                        {"乙公司", "12", "2019-01-01"},
                        {"丙公司", fictional_code(3), "昨天"}}},
                      {"二街", {{"企业名称", "统一社会信用代码", "成立日期"}, {"丁公司", "", ""}}}});
    const auto report = portal.import(file);
    REQUIRE(report.problems.size() == 4);
    const importing::Problem& code = report.problems[1];
    CHECK(code.severity == importing::Problem::Severity::error);
    CHECK(code.sheet == "一街");
    CHECK(code.row == 4);
    CHECK(code.column == 2);
    CHECK(code.column_name == "统一社会信用代码");
    CHECK(code.value == "12");
    CHECK_FALSE(code.reason.empty());
    CHECK_FALSE(code.suggestion.empty());
    CHECK(told(report).starts_with("一街 3:1 企业名称「」没有填写 → 这一列必须填\n一街 4:2 "));
    CHECK(holds(told(report),
                "!一街 5:3 成立日期「昨天」不是一个真实的日期，不采用\n二街 2:2 统一社会信用代码「」没有代码"));
    CHECK(report.rows == 4);
    CHECK(report.added == 0);
    CHECK_FALSE(report.batch);
}

TEST_CASE("one faulty row anywhere leaves both databases as they were", "[import]") {
    for (const int faulty : {0, 500, 999}) {
        ImportCase portal;
        portal.import(portal.write("before.csv", header + object(5000)));
        const std::string before = portal.contents();
        std::string rows = header;
        for (int i = 0; i < 1000; ++i) rows += i == faulty ? "坏公司,0,2019-01-01\n" : object(i);
        const auto report = portal.import(portal.write("a.csv", rows));
        CHECK(lines(errors(report)) == 1);
        CHECK(portal.contents() == before);
    }
}

TEST_CASE("a file that breaks off in the middle leaves both databases as they were", "[import]") {
    ImportCase portal;
    const std::string before = portal.contents();
    std::string rows = header;
    for (int i = 0; i < 1000; ++i) rows += object(i);
    CHECK_THROWS_AS(portal.import(portal.write("a.csv", rows + "\"不收尾的引号,1,2\n")), importing::UnreadableFile);
    CHECK_THROWS_AS(portal.import(portal.write("b.csv", rows + std::string("甲\0乙,1,2\n", 12))),
                    importing::UnreadableFile);
    CHECK(portal.contents() == before);
}

TEST_CASE("names of inspectors of a failed import stay nowhere", "[import]") {
    ImportCase portal;
    const std::string before = portal.contents();
    const auto report =
        portal.import(portal.write("i.csv", "姓名,执法证号,所属部门\n样甲某,示1,乙区公安局\n,示2,乙区公安局\n"),
                      {{"office", "999901"}});
    CHECK(report.failed());
    CHECK(portal.contents() == before);
}

TEST_CASE("a dry run tells the same and changes nothing", "[import]") {
    ImportCase portal;
    const std::string before = portal.contents();
    importing::ImportRequest request = portal.request(portal.write("a.csv", header + object(1) + object(2, "乙公司")));
    request.dry_run = true;
    const auto report = portal.run(request);
    CHECK_FALSE(report.failed());
    CHECK(report.added == 2);
    CHECK_FALSE(report.batch);
    CHECK(portal.contents() == before);
    CHECK_FALSE(has_annotated_copy(portal));
    request.dry_run = false;
    CHECK(portal.run(request).batch);
}

TEST_CASE("a dry run of a plan lists the candidates it would ask about", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", plan_header + "登记检查,登记,5%,3月\n"), plan_context());
    const std::string before = portal.contents();
    importing::ImportRequest request =
        portal.request(portal.write("b.csv", plan_header + "登记事项检查,登记,5%,3月\n"), plan_context(1));
    request.dry_run = true;
    CHECK(portal.run(request).candidates.size() == 1);
    CHECK(portal.contents() == before);
}

TEST_CASE("on failure the clerk gets the workbook back, coloured and commented", "[import]") {
    ImportCase portal;
    const auto file = portal.write_workbook("名录.xlsx", {{"名录",
                                                           {{"企业名称", "统一社会信用代码", "成立日期"},
                                                            {"甲公司", "12", "2019-01-01"},
                                                            {"乙公司", fictional_code(2), "2019-01-01"}}}});
    const auto report = portal.import(file);
    REQUIRE(report.annotated_copy);
    CHECK(report.annotated_copy->filename() == "名录.问题.xlsx");
    CHECK(holds(joined(rows_of(*report.annotated_copy, 0)), "1|名录|B2|"));
    CHECK(holds(joined(rows_of(*report.annotated_copy, 1)), "乙公司|" + fictional_code(2)));
    constexpr std::uint64_t plenty = 1'000'000;
    const importing::ZipPackage package(*report.annotated_copy);
    CHECK(holds(package.read_whole("xl/comments1.xml", plenty), "ref=\"B2\""));
    CHECK(holds(package.read_whole("xl/comments1.xml", plenty), "本程序不会代为改正"));
    CHECK(holds(package.read_whole("xl/styles.xml", plenty), "FFFFC7CE"));
}

TEST_CASE("the copy of a refused plan marks the row, and a success leaves no copy", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", plan_header + "登记检查,登记,5%,3月\n"), plan_context());
    CHECK_FALSE(has_annotated_copy(portal));
    portal.publish();
    const auto refused = portal.import(portal.write("b.csv", plan_header + "登记检查,登记,6%,3月\n"), plan_context());
    REQUIRE(refused.annotated_copy);
    CHECK(holds(joined(rows_of(*refused.annotated_copy, 0)), "b|第 2 行|这一行已经公布"));
}

TEST_CASE("--fill-down fills the blanks of the named columns and is recorded in the batch", "[import]") {
    ImportCase portal;
    importing::ImportRequest request = portal.request(
        portal.write(
            "a.csv",
            "抽查任务名称,抽查事项,抽查时间,检查主体\n甲检查,事项一,3月,甲局\n,事项二,,\n乙检查,事项三,,乙局\n"),
        plan_context());
    request.fill_down = {"抽查任务名称", "抽查时间", "agency"};
    const auto report = portal.run(request);
    CHECK(errors(report).empty());
    CHECK(
        portal.select("SELECT cells->>'task_name', cells->>'agency', cells->'period'->>'text' FROM task_in_edition") ==
        "甲检查|甲局|3月\n甲检查|甲局|3月\n乙检查|乙局|3月\n");
    CHECK(portal.select("SELECT context->>'fill_down' FROM batch") == "[\"抽查任务名称\",\"抽查时间\",\"agency\"]\n");
    CHECK(portal.select("SELECT cells FROM source_row WHERE row=3") == "[\"甲检查\",\"事项二\",\"3月\",\"甲局\"]\n");
}

TEST_CASE("a --fill-down that names no column is an error that lists the columns", "[import]") {
    ImportCase portal;
    importing::ImportRequest request =
        portal.request(portal.write("a.csv", plan_header + "甲检查,事项,5%,3月\n"), plan_context());
    request.fill_down = {"发起部门"};
    CHECK(holds(errors(portal.run(request)),
                "--fill-down：没有“发起部门”这一列 → 表里的列有：抽查任务名称、抽查事项、抽查比例、抽查时间"));
}

TEST_CASE("blanks of a CSV stay blank and are listed by column", "[import]") {
    ImportCase portal;
    const auto report = portal.import(
        portal.write("a.csv", plan_header + "甲检查,事项一,5%,3月\n,事项二,,3月\n,事项三,,3月\n"), plan_context());
    CHECK(errors(report).empty());
    CHECK(holds(told(report),
                "!a 0:1 抽查任务名称「」有 2 个空白格（第 3、4 行），仍作空白 → 若空白表示同上一行，加 --fill-down "
                "抽查任务名称"));
    CHECK(holds(told(report), "0:3 抽查比例「」有 2 个空白格"));
    CHECK(portal.select("SELECT cells->>'task_name' FROM task_in_edition") == "甲检查\n\n\n");
}

TEST_CASE("merged cells of a workbook are filled down without being asked", "[import]") {
    ImportCase portal;
    importing::XlsxOutput output(portal.path() / "a.xlsx", importing::XlsxOutput::Memory::whole);
    lxw_worksheet* const sheet = output.add_sheet("计划");
    worksheet_merge_range(sheet, 0, 0, 0, 2, "乙区2026年度抽查计划", nullptr);
    const std::vector<std::string> names{"抽查任务名称", "抽查事项", "抽查时间"};
    for (lxw_col_t column = 0; column < 3; ++column)
        worksheet_write_string(sheet, 1, column, names[column].c_str(), nullptr);
    worksheet_merge_range(sheet, 2, 0, 3, 0, "甲检查", nullptr);
    for (lxw_row_t row = 2; row < 4; ++row) {
        worksheet_write_string(sheet, row, 1, row == 2 ? "事项一" : "事项二", nullptr);
        worksheet_write_string(sheet, row, 2, "3月", nullptr);
    }
    output.finish();
    CHECK(errors(portal.import(portal.path() / "a.xlsx", plan_context())).empty());
    CHECK(portal.select("SELECT cells->>'task_name', cells->>'item' FROM task_in_edition") ==
          "甲检查|事项一\n甲检查|事项二\n");
}

TEST_CASE("totals, notes, signatures and repeated headers under a table are told and are no rows", "[import]") {
    ImportCase portal;
    const auto report = portal.import(
        portal.write("a.csv",
                     plan_header + "甲检查,事项一,5%,3月\n" + plan_header +
                         "乙检查,事项二,5%,3月\n合 计,,2项,\n注：比例为最低比例,,,\n填表人：某某,,审核人：某某,\n"),
        plan_context());
    CHECK(errors(report).empty());
    CHECK(report.rows == 2);
    CHECK(holds(told(report), "!a 3:0 「抽查任务名称」是重复的表头，不作为一行数据"));
    CHECK(holds(told(report), "!a 5:0 「合 计」是表下的合计"));
    CHECK(holds(told(report), "!a 6:0 「注：比例为最低比例」是表下的注"));
    CHECK(holds(told(report), "!a 7:0 「填表人：某某」是表下的注"));
}

TEST_CASE("the example row of our own template is not taken for data", "[import]") {
    ImportCase portal;
    const auto report = portal.import(
        portal.write("a.csv", plan_header + "示例抽查任务名称,示例抽查事项,5%,3月—12月\n甲检查,事项一,5%,3月\n"),
        plan_context());
    CHECK(holds(errors(report), "a 2:0 「」是模板里的示例行 → 请删去这一行"));
}

TEST_CASE("two kinds in one file are refused, naming both sheets", "[import]") {
    ImportCase portal;
    const std::vector<TestSheet> sheets{
        {"对象", {{"企业名称", "统一社会信用代码", "成立日期"}, {"甲公司", fictional_code(1), "2019-01-01"}}},
        {"人员", {{"姓名", "执法证号", "所属部门"}, {"样甲某", "示1", "乙区公安局"}}}};
    const auto report = portal.import(portal.write_workbook("a.xlsx", sheets));
    CHECK(holds(errors(report), "一个文件里有两种表：表“对象”是检查对象名录，表“人员”是执法检查人员名录"));
    importing::ImportRequest request = portal.request(portal.path() / "a.xlsx");
    request.kind = "objects";
    const auto one = portal.run(request);
    CHECK(errors(one).empty());
    CHECK(holds(told(one), "这张表没有导入"));
    CHECK(one.added == 1);
}

TEST_CASE("a file without a table, and a table without rows, are refused", "[import]") {
    ImportCase portal;
    CHECK(holds(errors(portal.import(portal.write("a.csv", "随便,写写\n一,二\n"))), "前 20 行里没有找到表头"));
    CHECK(holds(errors(portal.import(portal.write("b.csv", plan_header), plan_context())), "表头下面一行数据也没有"));
    CHECK(holds(errors(portal.import(portal.write("c.csv", plan_header + "合计,,,\n"), plan_context())),
                "表头下面一行数据也没有"));
}

TEST_CASE("formulas without a value are errors, not data", "[import]") {
    ImportCase portal;
    SmallWorkbook small;
    small.rows =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>抽查任务名称</t></is></c><c r=\"B1\" "
        "t=\"inlineStr\"><is><t>抽查事项"
        "</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>抽查时间</t></is></c></row><row r=\"2\"><c r=\"A2\" "
        "t=\"e\"><f>A9</f>"
        "<v>#REF!</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>事项</t></is></c><c r=\"C2\" "
        "t=\"str\"><f>\"3\"&amp;\"月\"</f><v>3月</v>"
        "</c></row></sheetData>";
    const auto report = portal.import(small.write(portal.path() / "a.xlsx"), plan_context());
    CHECK(lines(errors(report)) == 1);
    CHECK(holds(errors(report), "表一 2:1 抽查任务名称「#REF!」公式没有算出结果"));
}

TEST_CASE("a list of problems too long to read is cut, with the number of the rest, errors first", "[import]") {
    ImportCase portal;
    std::string rows = header;
    for (int i = 0; i < 2500; ++i) rows += "公司," + fictional_code(i) + ",昨天\n";
    for (int i = 0; i < 600; ++i) rows += "公司,12,2019-01-01\n";
    const auto report = portal.import(portal.write("a.csv", rows));
    CHECK(report.problems.size() == 2000);
    CHECK(report.problems_not_listed == 1100);
    CHECK(lines(errors(report)) == 600);
}

TEST_CASE("undo takes a draft back whole, a published batch stays", "[import]") {
    ImportCase portal;
    const auto first = portal.import(portal.write("a.csv", plan_header + "甲检查,事项一,5%,3月\n"), plan_context());
    const std::string before =
        portal.select("SELECT * FROM task_in_edition") + portal.select("SELECT * FROM plan_edition");
    const auto second = portal.import(
        portal.write("b.csv", plan_header + "甲检查,事项一,5%,3月\n乙检查,事项二,5%,3月\n"), plan_context(1));
    portal.portal.undo_batch(*second.batch);
    CHECK(portal.select("SELECT * FROM task_in_edition") + portal.select("SELECT * FROM plan_edition") == before);
    CHECK(portal.select("SELECT count(*) FROM source_row") == "1\n");
    CHECK(portal.select("SELECT id FROM batch") == "1\n");
    const auto again = portal.import(portal.path() / "b.csv", plan_context(1));
    CHECK(again.batch);
    CHECK_FALSE(again.same_as);
    portal.publish();
    CHECK_THROWS_AS(portal.portal.undo_batch(*first.batch), std::exception);
}

TEST_CASE("hostile texts are imported as data, letter by letter", "[import]") {
    ImportCase portal;
    const std::vector<std::string> texts{
        "<script>alert(1)</script>", "=cmd|' /C calc'!A0",    "甲\xE2\x80\xAE" "cod.exe",        "]]>",
        "\" onclick=\"alert(1)",     "javascript:alert(1)",   "Robert'); DROP TABLE plan;--", "{{>file}} %{x} {0} %s",
        "甲\xF0\xA0\xAE\xB7乙",      std::string(32'000, 'x')};
    std::string csv = plan_header;
    Rows rows{{"抽查任务名称", "抽查事项", "抽查比例", "抽查时间"}};
    for (const std::string& text : texts) {
        std::string quoted;
        for (const char letter : text) quoted.append(letter == '"' ? 2 : 1, letter);
        csv += "\"" + quoted + "\",事项,5%,3月\n";
        rows.push_back({text, "事项", "5%", "3月"});
    }
    std::string expected;
    for (const std::string& text : texts) expected += text + "\n";
    const std::string names = "SELECT cells->>'task_name' FROM task_in_edition ORDER BY id";
    CHECK(errors(portal.import(portal.write("a.csv", csv), plan_context())).empty());
    CHECK(portal.select(names) == expected);
    ImportCase workbook;
    CHECK(errors(workbook.import(workbook.write_workbook("a.xlsx", {{"计划", rows}}), plan_context())).empty());
    CHECK(workbook.select(names) == expected);
}

TEST_CASE("control characters and cells beyond what a spreadsheet holds are refused by name", "[import]") {
    ImportCase portal;
    const std::string before = portal.contents();
    const auto refused = [&](const std::string& bytes) {
        try {
            portal.import(portal.write("a.csv", bytes), plan_context());
        } catch (const importing::UnreadableFile& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(holds(refused(plan_header + std::string("甲\0检查,事项,5%,3月\n", 27)), "第 2 行"));
    CHECK(holds(refused(plan_header + "\"" + std::string(40'000, 'x') + "\",事项,5%,3月\n"), "第 2 行"));
    CHECK(portal.contents() == before);
}

TEST_CASE("characters that cannot be told are kept and told", "[import]") {
    ImportCase portal;
    const auto report =
        portal.import(portal.write("a.csv", plan_header + "甲\xEE\x80\x80检查,事项,5%,3月\n"), plan_context());
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "2:1 抽查任务名称「甲\xEE\x80\x80检查」有认不出的字"));
}

TEST_CASE("a file imported under a name with odd letters keeps its name in the batch", "[import]") {
    ImportCase portal;
    const auto report =
        portal.import(portal.write("计划 <1>'\"&.csv", plan_header + "甲检查,事项,5%,3月\n"), plan_context());
    CHECK(errors(report).empty());
    CHECK(portal.select("SELECT file FROM batch") == "计划 <1>'\"&.csv\n");
}
