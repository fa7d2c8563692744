// A small made-up public site for tests of records/: one office, one plan with two editions, a list, a draw with two
// objects, two results with follow-ups, a penalty. Nobody has these codes: area 999901 does not exist.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "records/public_site.h"

namespace tests {

/// A folder of its own, removed at the end.
class Scratch {
  public:
    Scratch() {
        static int number = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("gongshi-public-" + std::to_string(::getpid()) + "-" + std::to_string(++number));
        std::filesystem::create_directories(path_);
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

struct Example {
    records::SiteFacts site;
    records::Office office{"999901", "示例市甲区", "999900", "县", "示例市甲区双随机办"};
    records::Department department{7, "999901", "甲区市场监管局"};
    records::CalendarDay day{"2024-10-01", "", "off", "国庆节", "国办发明电〔2023〕7号", 2024};
    records::RuleFacts rule;
    records::PublicItemList list;
    records::PublicEdition list_edition;
    records::PublicPlan plan;
    records::PublicEdition original, adjusted;
    records::PublicTask task;
    records::PublicDraw draw;
    records::PublicDrawnObject first, second;
    records::PublicResult clean, problem;
    records::PublicFollowUp open, closed;
    records::PublicPenalty penalty;
    records::PublicEnterprise enterprise, product;
    records::PublicAttachment attachment;
    records::WithheldCount withheld{"999901", "result", "涉及商业秘密", 2};
    std::vector<records::PublicPublication> publications;
    std::vector<records::PublicChange> changes;
    std::vector<records::PublicCorrection> corrections;
    std::vector<records::PublicStatement> statements;
    std::vector<records::PublicObjection> objections;

    Example();
    void write(records::PublicWriter& writer) const;
};

inline records::Cells cells(const std::string& field, const std::string& text) {
    return records::Cells{{{field, records::CellValue{text, {}, {}}}}};
}

inline Example::Example() {
    site.name = "示例公示";
    site.base_url = "https://example.invalid/";
    site.publisher = "示例市甲区双随机办";
    site.as_of = "2024-11-20";
    site.program_version = "0.1.0";
    site.demo = true;
    site.publication = 3;
    rule.office = "999901", rule.code = "000-14", rule.document = "工作要点", rule.clause = "三（二）";
    rule.requirement = "后续处置二十个工作日内完成", rule.kind = "deadline", rule.unit = "working_day";
    rule.length = 20, rule.machine_judged = true;

    list.list = {2, "999901", 7, "甲区抽查事项清单", false};
    list.department = "甲区市场监管局";
    list_edition.edition.id = 21, list_edition.edition.of = 2, list_edition.edition.head.title = "甲区抽查事项清单";
    list_edition.rows = {{31, 21, 0, 1, cells("item", "登记事项检查"), {}}};

    plan.plan = {1, "999901", {}, 2024, "2024年度抽查工作计划", "99990120241001", true};
    original.edition.id = 11, original.edition.of = 1, original.edition.number = 0;
    original.edition.head.title = "2024年度抽查工作计划",
    original.edition.head.document_number = "甲双随机办〔2024〕3号";
    original.edition.head.published_on = "2024-02-20", original.edition.head.disclosure = "主动公开";
    original.rows = {{41, 11, 5, 1, cells("task_name", "登记事项抽查"), {}}};
    original.standing.corrected = {"文号录入有误"};
    original.edition.correction = records::Correction{9, "文号录入有误"};
    adjusted = original;
    adjusted.edition.id = 12, adjusted.edition.number = 1, adjusted.edition.reason = "提高比例";
    adjusted.edition.correction.reset(), adjusted.standing = {};
    adjusted.rows = {{42, 12, 5, 1, cells("ratio", "5%"), {}}};

    task.id = 5, task.plan = 1, task.edition = 1, task.office = "999901", task.name = "登记事项抽查", task.year = 2024;
    task.cells = cells("ratio", "5%");
    task.drawn = 2, task.results = 2, task.open_follow_ups = 1, task.state = "已完成";
    task.due = {"2024-11-01", "工作要点 三（二）", false, "met"};

    draw.draw.id = 61, draw.draw.draw = 6, draw.draw.task = 5, draw.draw.number = "第1批";
    draw.draw.drawn_at = "2024-03-05 09:30", draw.draw.population = 200, draw.draw.target = 2;
    draw.draw.ratio = "1%", draw.draw.draw_type = "不定向", draw.draw.list_public = true;
    draw.office = "999901", draw.task_name = "登记事项抽查", draw.year = 2024, draw.listed = 2, draw.withheld = 1;

    enterprise.object = 100, enterprise.code = "99999901MA0000001X", enterprise.kind = "企业";
    enterprise.name = "示例甲商贸有限公司", enterprise.area = "999901", enterprise.former_names = {"示例旧名商行"};
    enterprise.other_codes = {"999901000000017"}, enterprise.drawn = 1, enterprise.inspected = 1;
    product.object = 101, product.code = "o101", product.kind = "产品", product.name = "示例产品";
    product.area = "999901";

    first.row.id = 71, first.row.draw = 6, first.row.object = 100, first.row.position = 1;
    first.row.inspectors = {"P7Q2", "K3M9"}, first.row.authority = first.authority = "甲区市场监管局";
    first.code = enterprise.code, first.name = enterprise.name, first.state = "已公开结果", first.result = 81;
    second.row.id = 72, second.row.draw = 6, second.row.object = 101, second.row.position = 2;
    second.code = "o101", second.name = "示例产品", second.state = "逾期未公开";
    second.result_due = {"2024-04-01", "规范 第十条", true, "overdue"};

    clean.facts.id = 80, clean.facts.task = 5, clean.facts.object = 101, clean.facts.codes = {"1"};
    clean.facts.outcome = "未发现问题", clean.facts.published_on = "2024-04-02", clean.facts.draw = 6;
    clean.office = "999901", clean.task_name = "登记事项抽查", clean.plan_name = "2024年度抽查工作计划";
    clean.object_code = "o101", clean.object_name = "示例产品", clean.plan = 1, clean.year = 2024;
    problem = clean;
    problem.facts.id = 81, problem.facts.object = 100, problem.facts.codes = {"3", "8"}, problem.facts.department = 7;
    problem.facts.outcome = "发现问题已责令改正", problem.facts.published_on = "2024-04-01";
    problem.facts.methods = {"实地核查"}, problem.department = "甲区市场监管局", problem.problem_found = true;
    problem.object_code = enterprise.code, problem.object_name = enterprise.name, problem.follow_up_state = "未完结";
    problem.published_due = {"2024-04-20", "规范 第十条", false, "met"};

    open.facts.id = 91, open.facts.result = 81, open.facts.state = "未完结", open.facts.arose_on = "2024-04-01";
    open.office = "999901", open.task = 5, open.task_name = "登记事项抽查", open.latest = true, open.facts.step = 2;
    open.object_code = enterprise.code, open.object_name = enterprise.name;
    open.due = {"2024-04-29", "工作要点 三（二）", false, "overdue"};
    closed = open;
    closed.facts.id = 90, closed.facts.step = 1, closed.facts.measure = "责令改正", closed.latest = false;
    closed.due = {};

    penalty.facts.id = 95, penalty.facts.object = 100, penalty.facts.result = 81, penalty.office = "999901";
    penalty.facts.decision_number = "甲市监罚〔2024〕1号", penalty.facts.decided_on = "2024-05-01";
    penalty.object_code = enterprise.code, penalty.object_name = enterprise.name;
}

inline void Example::write(records::PublicWriter& writer) const {
    writer.site(site), writer.office(office), writer.department(department), writer.calendar(day), writer.rule(rule);
    writer.item_list(list), writer.item_list_edition(list_edition);
    writer.plan(plan), writer.plan_edition(original), writer.plan_edition(adjusted), writer.task(task);
    writer.enterprise(enterprise), writer.enterprise(product);
    writer.draw(draw), writer.drawn_object(first), writer.drawn_object(second);
    writer.result(clean), writer.result(problem), writer.follow_up(closed), writer.follow_up(open);
    writer.penalty(penalty), writer.withheld(withheld);
    if (attachment.id != 0) writer.attachment(attachment);
    for (const auto& one : publications) writer.publication(one);
    for (const auto& one : changes) writer.change(one);
    for (const auto& one : corrections) writer.correction(one);
    for (const auto& one : statements) writer.statement(one);
    for (const auto& one : objections) writer.objection(one);
}

/// Writes the example (changed by `change`) to a file.
inline Example write_example(const std::filesystem::path& file, const std::function<void(Example&)>& change = {}) {
    Example example;
    if (change) change(example);
    records::PublicWriter writer(file);
    example.write(writer);
    writer.finish();
    return example;
}

}  // namespace tests
