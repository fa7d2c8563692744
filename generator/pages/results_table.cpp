#include <fmt/format.h>

#include "generator/pages/kinds.h"
#include "generator/pages/ledger.h"
#include "generator/pages/results.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

bool tombstone(const records::PublicResult& result) {
    return !result.standing.withdrawn_on.empty() || !result.standing.expired_on.empty();
}

void fill_who(Table& table, const records::PublicResult& result, ResultColumns columns, bool gone) {
    if (columns != ResultColumns::of_one_enterprise) {
        if (gone)
            table.text("");
        else
            table.link(enterprise_address(result.object_code, result.facts.object), result.object_name);
        if (!gone) table.also_code(result.object_code);
    }
    if (columns != ResultColumns::of_one_task)
        table.link(result.facts.task != 0 ? records::address::task(result.facts.task) : "", result.task_name);
}

}  // namespace

void fill_results_table(Page& page, View view, std::string_view caption,
                        const std::vector<records::PublicResult>& results, ResultColumns columns) {
    std::vector<std::string> heads{"公示日期"};
    if (columns != ResultColumns::of_one_enterprise) heads.push_back("检查对象");
    if (columns != ResultColumns::of_one_task) heads.push_back("任务");
    for (const char* head : {"检查机关", "检查事项", "检查结果"}) heads.emplace_back(head);
    Table table(page, view, "TABLE", caption, heads);
    table.column_style(0, "date");
    for (const records::PublicResult& result : results) {
        const bool gone = tombstone(result);
        page.dated(result.facts.published_on);
        table.row(columns == ResultColumns::of_many_tasks ? fmt::format("r{}", result.facts.id) : "");
        table.link(records::address::result(result.facts.id),
                   result.facts.published_on.empty() ? std::string("日期未注明") : result.facts.published_on);
        fill_who(table, result, columns, gone);
        table.text(result.facts.agency.empty() ? result.department : result.facts.agency);
        table.text(gone ? "" : result.facts.item);
        if (gone)
            table.text(result.standing.withdrawn_on.empty() ? "公示期满，不再显示" : "已撤回");
        else
            table.state(outcome_of(result));
        if (const auto mark = objection_mark(page.site(), "result", result.facts.id); mark && !gone)
            table.also_state(*mark);
        if (!result.follow_up_state.empty() && !gone) {
            State follow_up = state_of(result.follow_up_state);  // a column of its own would be empty in most rows
            follow_up.word = "后续处置" + follow_up.word;
            table.also_state(follow_up);
        }
    }
}

}  // namespace pages
