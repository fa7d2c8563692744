// Which rows of two editions are the same task.
#include <catch2/catch.hpp>

#include "generator/import/task_identity.h"
#include "tests/import_case.h"

using namespace tests;

namespace {

/// The tasks of the adjustment `after` when the original was `before`: "id name" a row.
struct Adjusted {
    importing::ImportReport report;
    std::string tasks;
};

Adjusted adjust(const std::string& before, const std::string& after,
                const std::vector<std::pair<records::Id, std::string>>& same = {}) {
    ImportCase portal;
    const std::string header = "抽查任务编号,抽查任务名称,抽查事项,抽查对象范围,抽查时间\n";
    const auto original = portal.import(portal.write("a.csv", header + before), plan_context());
    REQUIRE(errors(original).empty());
    auto request = portal.request(portal.write("b.csv", header + after), plan_context(1));
    request.same = same;
    Adjusted adjusted{portal.run(request), ""};
    adjusted.tasks = portal.select(
        "SELECT t.task, t.cells->>'task_name' FROM task_in_edition t JOIN plan_edition e ON e.id=t.edition "
        "WHERE e.number=1 ORDER BY t.position");
    return adjusted;
}

}  // namespace

TEST_CASE("a national number makes it the same task whatever it is called now", "[import]") {
    const auto adjusted =
        adjust("999901202602101001,登记检查,登记,企业,3月\n999901202602101002,年报检查,年报,企业,3月\n",
               "999901202602101002,登记检查,登记,企业,3月\n999901202602101001,年报检查,年报,企业,3月\n");
    CHECK(adjusted.tasks == "2|登记检查\n1|年报检查\n");
    CHECK(adjusted.report.dropped == 0);
}

TEST_CASE("numbers are compared without width and case", "[import]") {
    CHECK(adjust("a-1,登记检查,登记,企业,3月\n", "Ａ-1,登记事项检查,登记,企业,3月\n").tasks == "1|登记事项检查\n");
}

TEST_CASE("a mere serial number yields to a unique match of name, item and object", "[import]") {
    const auto adjusted = adjust("1,登记检查,登记,企业,3月\n2,年报检查,年报,企业,3月\n3,广告检查,广告,企业,3月\n",
                                 "1,登记检查,登记,企业,3月\n2,广告检查,广告,企业,3月\n");
    CHECK(adjusted.tasks == "1|登记检查\n3|广告检查\n");
    CHECK(adjusted.report.dropped == 1);
}

TEST_CASE("without numbers a unique match of name, item and object is the same task, in any spelling", "[import]") {
    const auto adjusted = adjust(",登记检查（企业）,登记,企业,3月\n,登记检查（企业）,年报,企业,3月\n",
                                 ",登记检查 (企业),年报,企业,4月\n,登记检查(企业),登记,企 业,4月\n");
    CHECK(adjusted.tasks == "2|登记检查 (企业)\n1|登记检查(企业)\n");
}

TEST_CASE("what matches more than once is not guessed: the candidates are listed", "[import]") {
    const auto adjusted = adjust(",登记检查,登记,企业,3月\n,登记检查,登记,企业,6月\n", ",登记检查,登记,企业,9月\n");
    CHECK(adjusted.tasks == "3|登记检查\n");
    CHECK(adjusted.report.dropped == 2);
    REQUIRE(adjusted.report.candidates.size() == 2);
    CHECK(adjusted.report.candidates[0].task == 1);
    CHECK(adjusted.report.candidates[1].task == 2);
    CHECK(adjusted.report.candidates[0].new_row == "行2");
    CHECK(adjusted.report.candidates[0].new_name == "登记检查");
}

TEST_CASE("a task with a new name and the same item is a candidate, unconfirmed it is dropped and added", "[import]") {
    const std::string before = ",登记检查,登记,企业,3月\n";
    const std::string after = ",登记事项检查,登记,企业,3月\n";
    const auto open = adjust(before, after);
    CHECK(open.tasks == "2|登记事项检查\n");
    CHECK(open.report.dropped == 1);
    REQUIRE(open.report.candidates.size() == 1);
    CHECK(open.report.candidates[0].task_name == "登记检查");
    for (const std::string named : {"行2", "登记事项检查", "登记 事项检查"}) {
        const auto confirmed = adjust(before, after, {{1, named}});
        CHECK(confirmed.tasks == "1|登记事项检查\n");
        CHECK(confirmed.report.dropped == 0);
        CHECK(confirmed.report.candidates.empty());
    }
}

TEST_CASE("a confirmation that fits nothing, or more than one row, is an error", "[import]") {
    const std::string before = ",登记检查,登记,企业,3月\n,年报检查,年报,企业,3月\n";
    const std::string after = ",抽查,登记,企业,3月\n,抽查,年报,企业,3月\n";
    CHECK(holds(errors(adjust(before, after, {{9, "行2"}}).report), "--same 9=行2 对不上 → 上一版里没有任务 9"));
    CHECK(holds(errors(adjust(before, after, {{1, "行7"}}).report), "新表里没有“行7”"));
    CHECK(holds(errors(adjust(before, after, {{1, "抽查"}}).report), "新表里有几行是“抽查”：行2、行3"));
    CHECK(holds(errors(adjust(before, after, {{1, "行2"}, {2, "行2"}}).report), "“行2”已经与另一个任务对上"));
    CHECK(holds(errors(adjust(before, after, {{1, "行2"}, {1, "行3"}}).report), "任务 1 已经与另一行对上"));
    CHECK(adjust(before, after, {{1, "行2"}, {2, "行3"}}).tasks == "1|抽查\n2|抽查\n");
}

TEST_CASE("a task is called by its name, else by its plan, item, class or content", "[import]") {
    records::Cells cells;
    CHECK(importing::task_name(cells).empty());
    for (const char* const field : {"content", "category", "item", "plan_name", "task_name"}) {
        cells.values.emplace_back(field, records::CellValue{field, {}, {}});
        CHECK(importing::task_name(cells) == field);
    }
}

TEST_CASE("national numbers are known by their length and kind digit", "[import]") {
    CHECK(importing::is_national_number("999901202602101001", 18));
    CHECK(importing::is_national_number("99990120261001", 14));
    CHECK_FALSE(importing::is_national_number("999901202602102001", 18));
    CHECK_FALSE(importing::is_national_number("99990120260210100X", 18));
    CHECK_FALSE(importing::is_national_number("1", 18));
}
