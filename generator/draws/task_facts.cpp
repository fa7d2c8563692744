#include "generator/draws/task_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "generator/draws/errors.h"
#include "generator/draws/words.h"
#include "generator/import/quantity_reader.h"
#include "generator/import/task_identity.h"
#include "text/date.h"
#include "text/fold.h"

namespace draws {

namespace {

using records::Id;
using Which = records::Portal::Which;

struct Standing {  // a task in the newest edition of its plan that has it
    records::Plan plan;
    records::EditionRow row;
    bool dropped = false;  // a later edition no longer has it
};

bool in_force(const records::Edition& edition, const std::string& as_of) {
    return edition.head.abolished_on.empty() || edition.head.abolished_on > as_of;
}

std::map<Id, Standing> all_tasks(records::Portal& portal, const std::string& as_of) {
    std::map<Id, records::Plan> plans;
    for (const records::Plan& plan : portal.plans()) plans[plan.id] = plan;
    std::vector<records::Edition> editions = portal.plan_editions(Which::with_drafts);
    std::stable_sort(editions.begin(), editions.end(),
                     [](const auto& a, const auto& b) { return a.number < b.number; });
    std::map<Id, Standing> tasks;
    for (const records::Edition& edition : editions) {
        if (!in_force(edition, as_of)) continue;
        for (auto& [task, standing] : tasks) standing.dropped = standing.dropped || standing.plan.id == edition.of;
        for (const records::EditionRow& row : portal.tasks_in_edition(edition.id, Which::with_drafts))
            tasks.insert_or_assign(row.task, Standing{plans[edition.of], row, false});
    }
    return tasks;
}

std::vector<Id> fitting(const std::map<Id, Standing>& tasks, const std::string& wanted) {
    const std::string folded = text::fold(wanted);
    std::vector<Id> by_number, by_name;
    for (const auto& [id, standing] : tasks) {
        if (text::fold(standing.row.cells.text("task_number")) == folded) by_number.push_back(id);
        if (text::fold(importing::task_name(standing.row.cells)) == folded) by_name.push_back(id);
    }
    if (!by_number.empty()) return by_number;
    if (!by_name.empty()) return by_name;
    for (const auto& [id, standing] : tasks)
        if (std::to_string(id) == wanted) return {id};
    return {};
}

Id the_one(const std::map<Id, Standing>& tasks, const std::string& wanted) {
    const std::vector<Id> found = fitting(tasks, wanted);
    if (found.size() == 1) return found.front();
    if (found.empty())
        throw Refused("没有编号、名称或网址编号是“" + wanted +
                      "”的任务；请先导入计划（gongshi import），或核对任务编号");
    std::string all;
    for (const Id id : found)
        all +=
            fmt::format("\n  {}  {}（{}）", id, importing::task_name(tasks.at(id).row.cells), tasks.at(id).plan.name);
    throw Refused("有几个任务都叫“" + wanted + "”，请改用前面的编号：" + all);
}

std::vector<Ratio> ratios_of(const records::Quantity& quantity) {
    std::vector<Ratio> ratios;
    for (const records::QuantityPart& part : quantity.parts)
        if (part.kind == records::QuantityKind::ratio && part.min && *part.min > 0)
            ratios.push_back({part.scope, *part.min, quantity.raw});
    return ratios;
}

std::vector<Ratio> ratios_in(const records::Cells& cells) {
    for (const char* field : {"ratio", "ratio_or_count", "ratio_and_frequency", "base_and_ratio"})
        if (const records::CellValue* value = cells.find(field); value != nullptr && value->quantity)
            if (std::vector<Ratio> ratios = ratios_of(*value->quantity); !ratios.empty()) return ratios;
    return {};
}

std::string last_day_in(const records::Cells& cells) {
    if (const auto day = text::parse_date(cells.text("ends_on"))) return text::iso(*day);
    const records::CellValue* value = cells.find("period");
    if (value == nullptr || !value->period) return {};
    const auto day = value->period->last_day();
    return day ? text::iso(*day) : "";
}

}  // namespace

std::vector<Ratio> ratios_in(const std::string& text) {
    return ratios_of(importing::read_quantity(text, records::QuantityKind::ratio));
}

TaskFacts task_facts(records::Portal& portal, const std::string& wanted, const std::string& as_of) {
    const std::map<Id, Standing> tasks = all_tasks(portal, as_of);
    const Id id = the_one(tasks, wanted);
    const Standing& standing = tasks.at(id);
    const records::Cells& cells = standing.row.cells;
    const std::string name = importing::task_name(cells);
    if (standing.dropped)
        throw Refused("任务“" + name + "”已被计划的调整取消，不能再为它抽取；请核对任务，或先调整计划");
    TaskFacts facts;
    facts.task = id;
    facts.office = standing.plan.office;
    facts.plan = standing.plan.name;
    facts.number = cells.text("task_number");
    facts.name = name;
    facts.leader = std::string(cells.text(cells.text("initiator").empty() ? "agency" : "initiator"));
    facts.partners = words_of(cells.text("partners"));
    std::erase_if(facts.partners, [&](const std::string& one) { return text::fold(one) == text::fold(facts.leader); });
    facts.ratios = ratios_in(cells);
    facts.class_ratios = ratios_in(std::string(cells.text("credit_risk")));
    facts.last_day = last_day_in(cells);
    return facts;
}

}  // namespace draws
