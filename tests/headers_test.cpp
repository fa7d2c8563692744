#include "generator/import/headers.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "tests/shared_data.h"
#include "text/fold.h"

namespace {

enum In { plans, items, both };
struct Spelling {
    std::string_view heading;  // \n is a line break in the cell
    std::string_view field;
    In in;  // where it was found
};

// The 109 spellings of 30 published tables, and what each means.
const Spelling published[] = {
    {"《联合事项清单》事项名称", "list_item", plans},
    {"事项类别", "item_class", both},
    {"事项类别(一般检查事项、重点检查事项)", "item_class", items},
    {"事项类型", "item_class", items},
    {"任务 名称", "task_name", plans},
    {"信用风险分类监管要求", "credit_risk", plans},
    {"信用风险等级(低、一般、较高、高)", "credit_risk", plans},
    {"初步检查时间", "period", plans},
    {"参与 部门", "partners", plans},
    {"参与部门", "partners", plans},
    {"参与部门的检查内容(检查事项)", "partner_content", plans},
    {"发起 部门", "initiator", both},
    {"发起处室", "initiator", plans},
    {"发起方式(牵头指导单位)", "initiator", plans},
    {"发起部门", "initiator", both},
    {"备注", "note", both},
    {"大约抽取的检查对象数量", "count", plans},
    {"完成 时限", "period", items},
    {"实施 时间", "period", plans},
    {"实施主体", "agency", plans},
    {"实施单位", "agency", plans},
    {"实施层级 及说明", "level", items},
    {"实施日期", "period", items},
    {"实施部门", "agency", plans},
    {"年度计划名称", "plan_name", plans},
    {"序 号", "serial", plans},
    {"序号", "serial", both},
    {"执行股室", "section", plans},
    {"抽取日期", "period", plans},
    {"抽查 事项", "item", items},
    {"抽查 对象", "object_scope", plans},
    {"抽查 比例", "ratio", plans},
    {"抽查 比例 (数量)", "ratio_or_count", plans},
    {"抽查 类别", "category", items},
    {"抽查 类型", "draw_type", plans},
    {"抽查 领域", "field", items},
    {"抽查主体", "agency", items},
    {"抽查主体(层级)", "agency", plans},
    {"抽查事项", "item", both},
    {"抽查事项名称", "item", items},
    {"抽查事项类别", "item_class", items},
    {"抽查任务 名称", "task_name", plans},
    {"抽查任务名称", "task_name", plans},
    {"抽查任务编号", "task_number", plans},
    {"抽查依据", "basis", items},
    {"抽查内容", "content", both},
    {"抽查内容及要求", "content", items},
    {"抽查单位", "agency", plans},
    {"抽查周期", "frequency", items},
    {"抽查基数", "base", items},
    {"抽查基数(户)", "base", plans},
    {"抽查基数(户)和比例", "base_and_ratio", plans},
    {"抽查对象", "object_scope", both},
    {"抽查对象范围", "object_scope", plans},
    {"抽查层级", "level", items},
    {"抽查数量", "count", plans},
    {"抽查方式", "method", items},
    {"抽查时间", "period", plans},
    {"抽查时间段", "period", plans},
    {"抽查检查\n模式", "draw_mode", plans},
    {"抽查检查\n起止时间", "period", plans},
    {"抽查比例", "ratio", both},
    {"抽查比例\n及频次", "ratio_and_frequency", plans},
    {"抽查比例及频次", "ratio_and_frequency", both},
    {"抽查比例和频次", "ratio_and_frequency", items},
    {"抽查清单事项", "list_item", plans},
    {"抽查类别", "category", plans},
    {"抽查类型", "draw_type", plans},
    {"抽查计划名称", "plan_name", plans},
    {"抽查计划编号", "plan_number", plans},
    {"抽查项目/抽查事项", "item", items},
    {"抽查项目/抽查事项(56项)", "item", items},
    {"抽查项目/抽查类别", "category", items},
    {"抽查领域", "field", both},
    {"抽查频次", "frequency", both},
    {"抽查频率", "frequency", items},
    {"拟实施 时间", "period", plans},
    {"拟抽查 对象数 (户)", "count", plans},
    {"是否双随机一公开", "double_random", plans},
    {"是否联合检查", "joint", plans},
    {"是否部门联合抽查", "joint", plans},
    {"智慧监管\n(信用风险分类)要求", "credit_risk", plans},
    {"检查 依据", "basis", items},
    {"检查 对象", "object_scope", items},
    {"检查 方式", "method", both},
    {"检查主体", "agency", both},
    {"检查事项", "item", plans},
    {"检查依据", "basis", items},
    {"检查内容", "content", plans},
    {"检查对象", "object_scope", both},
    {"检查方式", "method", both},
    {"检查时间", "period", plans},
    {"检查比例", "ratio", both},
    {"检查部门及实施层级", "agency", items},
    {"检查频次", "frequency", items},
    {"牵头 部门", "initiator", plans},
    {"编号", "serial", items},
    {"联合处室", "partners", plans},
    {"联合抽查任务名称", "task_name", plans},
    {"联络股室(单位)", "section", items},
    {"股室", "section", plans},
    {"计划任务实施时段", "period", plans},
    {"计划开展时间", "period", plans},
    {"起止时间", "period", plans},
    {"配合 部门", "partners", items},
    {"配合部门", "partners", both},
    {"随机抽查方式", "method", items},
    {"预估抽查对象数", "count", plans},
    {"预估抽查对象风险等级", "credit_risk", plans},
};

std::vector<std::string_view> kinds_of(const Spelling& spelling) {
    if (spelling.in == both) return {"plans", "items"};
    return {spelling.in == plans ? "plans" : "items"};
}

std::string field_of(std::string_view heading, std::string_view kind) {
    const records::Field* field = importing::resolve_heading(heading, kind);
    return field == nullptr ? "" : std::string(field->name);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
    return text;
}

/// Puts `piece` behind the n-th character (not byte).
std::string with_inserted(const std::string& text, std::size_t n, std::string_view piece) {
    std::size_t at = 0;
    for (std::size_t seen = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && seen++ == n) break;
    return text.substr(0, at) + std::string(piece) + text.substr(at);
}

/// Another spelling of a heading, as clerks' programs make them: number n of a fixed sequence.
std::string variant(const std::string& heading, int n) {
    const auto place = static_cast<std::size_t>(n / 12 % 4 + 1);
    switch (n % 12) {
        case 0:
            return with_inserted(heading, place, " ");
        case 1:
            return with_inserted(heading, place, "\xC2\xA0");
        case 2:
            return with_inserted(heading, place, "\n");
        case 3:
            return with_inserted(heading, place, "\r\n");
        case 4:
            return with_inserted(heading, place, "\u3000");
        case 5:
            return replaced(replaced(heading, "(", "（"), ")", "）") + "（56项）";
        case 6:
            return heading + "(户)";
        case 7:
            return heading + "（%）";
        case 8:
            return "*" + heading + "：";
        case 9:
            return "  " + heading + "\t";
        case 10:
            return replaced(replaced(heading, "(", "【"), ")", "】");
        default:
            return "1. " + with_inserted(heading, place, "\u200B") + "【必填】";
    }
}

std::vector<std::vector<std::string>> read_table(const std::filesystem::path& file) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        std::vector<std::string> row;
        std::istringstream cells(line);
        for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(replaced(cell, "\\n", "\n"));
        rows.push_back(row);
    }
    return rows;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("each of the 109 published header spellings resolves to the field written down here", "[import][headers]") {
    CHECK(std::size(published) == 109);
    std::set<std::string> folded;
    for (const Spelling& spelling : published) {
        CAPTURE(spelling.heading);
        folded.insert(text::fold(spelling.heading));
        for (const std::string_view kind : kinds_of(spelling))
            CHECK(field_of(spelling.heading, kind) == spelling.field);
    }
    CHECK(folded.size() == 94);
}

TEST_CASE("300 variants of the published spellings resolve as the spellings do", "[import][headers]") {
    std::set<std::string> seen;
    for (int n = 0; seen.size() < 300; ++n) {
        const Spelling& spelling = published[static_cast<std::size_t>(n) * 7 % std::size(published)];
        const std::string heading = variant(std::string(spelling.heading), n);
        if (!seen.insert(heading).second) continue;
        CAPTURE(heading, n);
        for (const std::string_view kind : kinds_of(spelling)) CHECK(field_of(heading, kind) == spelling.field);
    }
}

TEST_CASE("English field names and the standard terms are headers too", "[import][headers]") {
    for (const std::string_view kind : records::sheet_kinds)
        for (const records::Field& field : records::fields_of(kind)) {
            CAPTURE(kind, field.name);
            CHECK(importing::resolve_heading(field.name, kind) == &field);
            CHECK(importing::resolve_heading(field.term, kind) == &field);
            CHECK(importing::resolve_heading(replaced(std::string(field.name), "_", " "), kind) == &field);
            for (const std::string_view spelling : field.spellings) {
                CAPTURE(spelling);
                CHECK(importing::resolve_heading(spelling, kind) == &field);
            }
        }
}

TEST_CASE("the 30 published tables: header found, kind recognised, every column known", "[import][headers][data]") {
    const auto data = tests::shared_data();
    if (!data) return;
    int tables = 0;
    const Rows pages = read_table(*data / "double_random" / "plan_pages.tsv");
    for (std::size_t i = 1; i < pages.size(); ++i) {
        const std::string expected = pages[i][3].starts_with("plan") ? "plans" : "items";
        const Rows rows = read_table(*data / "double_random" / "pages" / (pages[i][0] + ".tsv"));
        const importing::Headings headings = importing::find_headings(rows, std::nullopt);
        CAPTURE(pages[i][0], headings.problem, headings.candidates);
        CHECK(headings.kind == expected);
        CHECK(headings.first_row == 0);
        CHECK(headings.rows == 1);
        for (const importing::Heading& column : headings.columns) {
            CAPTURE(column.text);
            CHECK(column.field != nullptr);
        }
        ++tables;
    }
    CHECK(tables == 30);
}

TEST_CASE("title rows above the header are passed over and told", "[import][headers]") {
    const Rows rows{{"某区2026年度抽查计划", "某区2026年度抽查计划", "某区2026年度抽查计划"},
                    {"编制单位：某局", "", "单位：户"},
                    {},
                    {"序号", "抽查事项", "抽查比例", "检查时间"},
                    {"1", "对某事项的检查", "5%", "3月"}};
    const auto headings = importing::find_headings(rows, std::nullopt);
    CHECK(headings.first_row == 3);
    CHECK(headings.rows == 1);
    CHECK(headings.kind == "plans");
    CHECK(headings.titles == std::vector<std::string>{"某区2026年度抽查计划", "编制单位：某局", "单位：户"});
}

TEST_CASE("a header of two rows is joined, whether merged cells are filled in or not", "[import][headers]") {
    const std::vector<std::string> data{"1", "某检查", "对某事项的检查", "企业", "5%", "1次/年"};
    const Rows filled{{"序号", "抽查项目", "抽查项目", "检查对象", "要求", "要求"},
                      {"序号", "抽查类别", "抽查事项", "检查对象", "抽查比例", "抽查频次"},
                      data};
    const Rows blank{{"序号", "抽查项目", "", "检查对象", "要求", ""},
                     {"", "抽查类别", "抽查事项", "", "抽查比例", "抽查频次"},
                     data};
    for (const Rows& rows : {filled, blank}) {
        const auto headings = importing::find_headings(rows, std::nullopt);
        CHECK(headings.first_row + headings.rows == 2);
        REQUIRE(headings.columns.size() == 6);
        std::string fields;
        for (const auto& column : headings.columns)
            fields += std::string(column.field ? column.field->name : "-") + " ";
        CHECK(fields == "serial category item object_scope ratio frequency ");
    }
    CHECK(importing::find_headings(blank, std::nullopt).columns[1].text == "抽查项目/抽查类别");
}

TEST_CASE("the first row of data is not taken for the second row of a header", "[import][headers]") {
    const Rows rows{{"序号", "抽查事项", "检查对象"}, {"", "抽查事项检查", "企业"}, {"2", "其他", "个体工商户"}};
    CHECK(importing::find_headings(rows, "items").rows == 1);
}

TEST_CASE("the kind of every sheet is recognised from its usual headers", "[import][headers]") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> sheets{
        {"draws", {"序号", "市场主体名称", "统一社会信用代码/注册号", "登记机关"}},
        {"results",
         {"序号", "抽查计划编号", "抽查计划名称", "抽查任务编号", "抽查任务名称", "抽查类型", "检查机关",
          "抽查市场主体名称", "统一社会信用代码/注册号", "检查完成日期", "检查结果", "备注"}},
        {"results", {"企业名称", "统一社会信用代码", "检查事项", "检查日期", "检查结果"}},
        {"objects", {"name", "uscc", "reg_date", "type", "capital", "province", "city"}},
        {"objects", {"企业名称", "统一社会信用代码", "注册日期", "企业类型", "注册资金", "所在省份", "地区"}},
        {"objects",
         {"名称", "统一社会信用代码", "注册号", "曾用名", "行政区划", "行业代码", "主体类型", "成立日期", "登记状态",
          "登记机关", "住所"}},
        {"inspectors", {"序号", "姓名", "执法证号", "部门", "专业"}},
        {"follow-ups", {"任务编号", "企业名称", "统一社会信用代码", "检查事项", "处置措施", "处置状态", "完结日期"}},
        {"penalties",
         {"行政处罚决定书文号", "当事人名称", "统一社会信用代码", "违法行为类型", "行政处罚内容",
          "作出处罚决定机关名称", "处罚决定日期"}},
        {"calendar", {"日期", "名称", "放假/上班"}},
        {"calendar", {"date", "name", "kind", "notice_year"}},
        {"rules", {"规则编号", "文件名称", "条款", "要求", "规则类型", "起算事件", "期限长度", "期限单位"}},
        {"declared-figures", {"申报数名称", "年度", "部门", "数值", "截至日期", "来源", "备注"}},
        {"declared-figures", {"指标名称", "年份", "数量", "数据来源"}},
        {"rule-exceptions",
         {"规则编号", "任务编号", "任务名称", "抽取批次", "统一社会信用代码", "理由", "依据", "决定日期"}},
        {"rule-exceptions", {"规则编号", "任务名称", "例外理由"}},
        {"reports", {"报送名称", "期间", "任务名称", "部门", "报送日期", "文号"}},
        {"reports", {"报表名称", "所属期", "报送单位", "上报日期"}},
        {"plans",
         {"序号", "抽查任务名称", "抽查类型", "抽查事项", "检查对象", "抽查比例", "大约抽取的检查对象数量", "实施时间",
          "实施单位"}},
        {"plans",
         {"序号", "计划名称", "抽查事项", "抽查对象范围", "抽查类别(重点/一般)", "抽取对象数(户)", "抽查比例(A:3%;...)",
          "抽查时间", "检查主体", "承办处室", "备注"}},
        {"plans",
         {"序号", "抽查任务名称", "抽查事项", "发起方式(牵头科室)", "配合单位(抽查层级)", "抽查主体", "抽查基数和比例",
          "抽查目标数", "信用风险分类监管要求", "抽查时间段", "备注"}},
        {"plans",
         {"抽查计划编号", "抽查计划名称", "抽查任务编号", "抽查任务名称", "抽查类型", "抽查事项", "抽查对象范围",
          "检查日期自", "检查日期至"}},
        {"items",
         {"序号", "抽查事项名称", "抽查依据", "抽查主体", "抽查对象", "抽查比例", "抽查次数", "抽查方式",
          "抽查内容及要求", "备注"}},
        {"items", {"序号", "抽查事项名称", "抽查子项", "抽查依据", "抽查主体", "抽查频次", "检查人员要求"}},
    };
    for (const auto& [kind, header] : sheets) {
        const Rows rows{header};
        const auto headings = importing::find_headings(rows, std::nullopt);
        CAPTURE(kind, header, headings.problem);
        CHECK(headings.kind == kind);
        for (const auto& column : headings.columns) {
            CAPTURE(column.text);
            CHECK(column.field != nullptr);
        }
    }
}

TEST_CASE("headers that fit several kinds are not guessed: the kinds are named", "[import][headers]") {
    const Rows rows{{"名称", "统一社会信用代码"}, {"某公司", ""}};
    const auto headings = importing::find_headings(rows, std::nullopt);
    CHECK(headings.kind.empty());
    CHECK(headings.candidates == std::vector<std::string>{"objects", "draws"});
    CHECK(headings.problem.find("--as draws") != std::string::npos);
    CHECK(importing::find_headings(rows, "draws").kind == "draws");
    CHECK(importing::find_headings(rows, std::nullopt, "抽查名单").kind == "draws");
}

TEST_CASE("one spelling means different fields in different kinds of sheet", "[import][headers]") {
    CHECK(field_of("检查对象", "plans") == "object_scope");
    CHECK(field_of("检查对象", "draws") == "name");
    CHECK(field_of("企业类型", "objects") == "entity_type");
    CHECK(field_of("企业类型", "draws") == "kind");
    CHECK(field_of("检查时间", "plans") == "period");
    CHECK(field_of("检查时间", "results") == "inspected_on");
    CHECK(field_of("信用风险等级", "plans") == "credit_risk");
    CHECK(field_of("信用风险等级", "objects") == "credit_class");
    CHECK(importing::resolve_heading("信用风险等级", "objects")->person);
    CHECK_FALSE(importing::resolve_heading("信用风险等级", "plans")->person);
}

TEST_CASE("unknown and repeated columns are told, with their place", "[import][headers]") {
    const Rows rows{{"序号", "抽查事项", "检查事项", "内部流水", "抽查基数（户）", "完成时限"}};
    const auto headings = importing::find_headings(rows, "items");
    REQUIRE(headings.columns.size() == 6);
    CHECK(headings.columns[2].field == nullptr);
    CHECK(headings.columns[2].repeats == 1);
    CHECK(headings.columns[3].field == nullptr);
    CHECK_FALSE(headings.columns[3].repeats);
    CHECK(headings.columns[3].text == "内部流水");
    CHECK(headings.columns[4].unit == "户");
    CHECK(headings.columns[5].deadline);
    CHECK_FALSE(headings.columns[1].deadline);
}

TEST_CASE("a sheet without headers says what is missing", "[import][headers]") {
    const auto none = importing::find_headings(Rows{{"说明", "请填写"}, {"第一", "第二"}}, std::nullopt);
    CHECK(none.rows == 0);
    CHECK_FALSE(none.problem.empty());
    const auto empty = importing::find_headings(Rows{}, "plans");
    CHECK(empty.rows == 0);
    CHECK(empty.problem.find("抽查计划") != std::string::npos);
    Rows late(25, {"", "x"});
    late.push_back({"序号", "抽查事项", "检查对象"});
    CHECK(importing::find_headings(late, "items").rows == 0);
}
