// 检查结果 across all offices and years: one page for each outcome of the code table and for each month of publication,
// which lead to the lists of offices and years that hold the rows. Every outcome has its page, also when it has none.
#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/result_kinds.h"
#include "generator/pages/result_lists.h"
#include "generator/pages/table.h"
#include "records/result_codes.h"

namespace pages {
namespace {

/// "2024-12" → "2025-01".
std::string month_after(const std::string& month) {
    const int year = std::stoi(month.substr(0, 4)), number = std::stoi(month.substr(5, 2));
    return number == 12 ? fmt::format("{:04}-01", year + 1) : fmt::format("{:04}-{:02}", year, number + 1);
}

std::string month_words(const std::string& month) {
    return fmt::format("{}年{}月", month.substr(0, 4), std::stoi(month.substr(5, 2)));
}

std::string month_address(const std::string& month) {
    return fmt::format("results/by-month/{}.html", month);
}

std::string outcome_kind_address(std::string_view code) {
    return fmt::format("results/by-outcome/{}.html", code);
}

/// The months from the first with a result to the last, those without any too: a month's page stays.
std::vector<std::string> all_months(const std::vector<records::PublicSite::ResultMonth>& counts) {
    std::string first, last;
    for (const auto& count : counts) {
        if (count.month.size() != 7) continue;
        if (first.empty() || count.month < first) first = count.month;
        last = std::max(last, count.month);
    }
    std::vector<std::string> months;
    for (std::string month = first; !month.empty() && month <= last; month = month_after(month))
        months.push_back(month);
    return months;
}

std::string_view meaning_of(const records::ResultCode& code) {
    switch (code.group) {
        case records::ResultGroup::usual:
            return code.problem ? "常用结果，属于发现问题。" : "常用结果，不属于发现问题。";
        case records::ResultGroup::status:
            return "说明检查时企业的登记或经营状态，不属于发现问题。";
        case records::ResultGroup::departmental:
            return "由相应部门认定的问题，属于发现问题。";
        case records::ResultGroup::other:
            break;
    }
    return code.problem ? "属于发现问题。" : "不属于发现问题。";
}

void write_list(const Site& site, const std::string& address, const std::string& title, const std::string& lead,
                const std::vector<ResultShare>& shares, std::string_view nothing) {
    Page page(site, address, title, "list.tpl");
    page.section("results");
    page.crumb("检查结果", "results/");
    page.describe(fmt::format("{}：各区县各年度的条数和清单。", title));
    page.body().set("LEAD", lead);
    if (shares.empty()) page.body().fill("EMPTY", nothing);
    Table table(page, page.body(), "TABLE", title, {"区县", "计划年度", "条数"});
    table.column_style(1, "number");
    table.column_style(2, "number");
    for (const ResultShare& share : shares) {
        table.row();
        table.link(share.address, site.office_name(share.area));
        table.number(share.year);
        table.number(share.count, share.address);
    }
    page.put();
}

}  // namespace

std::vector<ResultKind> result_outcomes(records::PublicSite& records) {
    std::vector<ResultKind> kinds;
    for (const records::ResultCode& code : records::result_codes())
        kinds.push_back({std::string(code.term), outcome_kind_address(code.code), 0, {}});
    for (const auto& group : records.outcome_counts())
        for (const std::string& text : group.codes) {
            const records::ResultCode* code = records::result_code(text);
            if (code == nullptr) continue;
            ResultKind& kind = kinds[static_cast<std::size_t>(code - records::result_codes().data())];
            kind.count += group.count;
            const std::string address = outcome_address(group.area, group.year, code->code);
            if (kind.shares.empty() || kind.shares.back().address != address)
                kind.shares.push_back({group.area, group.year, 0, address});
            kind.shares.back().count += group.count;
        }
    return kinds;
}

std::vector<ResultKind> result_months(records::PublicSite& records) {
    const auto counts = records.result_months();
    std::vector<ResultKind> kinds;
    const std::vector<std::string> months = all_months(counts);
    for (const std::string& month : months) kinds.push_back({month_words(month), month_address(month), 0, {}});
    for (const auto& count : counts) {
        const auto found = std::find(months.begin(), months.end(), count.month);
        if (found == months.end()) continue;
        ResultKind& kind = kinds[static_cast<std::size_t>(found - months.begin())];
        kind.count += count.count;
        kind.shares.push_back(
            {count.area, count.year, count.count, month_results_address(count.area, count.year, count.month)});
    }
    return kinds;
}

void write_result_kinds(const Site& site, records::PublicSite& records) {
    const auto outcomes = result_outcomes(records);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const ResultKind& kind = outcomes[i];
        write_list(site, kind.address, fmt::format("检查结果：{}", kind.words),
                   fmt::format("{}全部区县和年度共 {} 条。", meaning_of(records::result_codes()[i]), kind.count),
                   kind.shares, "现在没有这一类结果。");
    }
    for (const ResultKind& kind : result_months(records))
        write_list(site, kind.address, fmt::format("{}公示的检查结果", kind.words),
                   fmt::format("这个月公示的检查结果，全部区县和年度共 {} 条。", kind.count), kind.shares,
                   "这个月没有公示检查结果。");
}

}  // namespace pages
