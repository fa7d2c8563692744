#include "generator/pages/result_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/results.h"
#include "generator/pages/table.h"
#include "records/result_codes.h"

namespace pages {
namespace {

/// Rows of a page of a list by outcome, department or month: fewer than of the whole list, so that long names fit into
/// 100 kB too. Of the whole list a page has at most a hundred, and its boundaries are permanent.
constexpr std::size_t rows_of_a_part = 50;

/// "results/999901/2024/outcome-corrected.html", 2 → "…/outcome-corrected-2.html".
std::string part_address(std::string first, int number) {
    if (number == 1) return first;
    first.resize(first.size() - std::string_view(".html").size());
    return fmt::format("{}-{}.html", first, number);
}

}  // namespace

std::string page_words(std::int64_t number) {
    return fmt::format("第{}—{}号", (number - 1) * rows_per_page + 1, number * rows_per_page);
}
std::string outcome_address(std::string_view area, int year, std::string_view code) {
    return fmt::format("{}outcome-{}.html", records::address::results(area, year), code);
}
std::string department_results_address(std::string_view area, int year, records::Id department) {
    return fmt::format("{}department-{}.html", records::address::results(area, year), department);
}

std::string month_results_address(std::string_view area, int year, std::string_view month) {
    return fmt::format("{}month-{}.html", records::address::results(area, year), month);
}

ResultLists::ResultLists(const Site& site, const records::PublicSite::ResultYear& list,
                         const std::vector<records::Department>& departments)
    : site_(site),
      list_(list),
      folder_(records::address::results(list.area, list.year)),
      title_(fmt::format("{}{}年检查结果", site.office_name(list.area), list.year)) {
    for (const records::ResultCode& code : records::result_codes())
        part(outcomes_, std::string(code.code), std::string(code.term),
             outcome_address(list.area, list.year, code.code));
    for (const records::Department& department : departments)
        part(departments_, fmt::format("{}", department.id), department.name,
             department_results_address(list.area, list.year, department.id));
}

/// Writes the page being filled; `next` is the number of the page after it, 0: it is the last.
void ResultLists::write_page(std::int64_t next) {
    const auto address = [&](std::int64_t page) {
        return page == 0 ? std::string() : records::address::results_page(list_.area, list_.year, page);
    };
    const std::int64_t number = pages_.back().number;
    const std::int64_t previous = pages_.size() > 1 ? pages_[pages_.size() - 2].number : 0;
    Page page(site_, address(number), fmt::format("{}：{}", title_, page_words(number)), "list.tpl");
    page.section("results");
    page.crumb("检查结果", "results/");
    page.crumb(title_, folder_);
    page.body().set(
        "LEAD",
        "按结果编号排列。一页一百个编号，结果不会换页，可以放心引用；编号不连续的，是其他区县、其他年度的结果，"
        "或者还没有公开的结果。");
    fill_results_table(page, page.body(), title_, rows_, ResultColumns::of_many_tasks);
    fill_pager(page, address(previous), address(next), folder_, "结果分页");
    page.put();
    pages_.back().rows = rows_.size();
    rows_.clear();
}

void ResultLists::write_part_page(const Part& part, int number, const std::vector<records::PublicResult>& rows,
                                  bool more) const {
    const auto address = [&](int page) { return part_address(part.address, page); };
    const std::string title = fmt::format("{}：{}", title_, part.title);
    Page page(site_, address(number), number == 1 ? title : fmt::format("{}（第{}页）", title, number), "list.tpl");
    page.section("results");
    page.crumb("检查结果", "results/");
    page.crumb(title_, folder_);
    page.body().set(
        "LEAD",
        "按结果编号排列，先收录的在前。结果更正、撤回或公示期满后，这里的条数会变；要长期引用，请引用单条结果，"
        "或引用全部结果的分页。");
    if (rows.empty())
        page.body().fill("EMPTY",
                         "现在没有这一类结果。以前列在这里的，可能已经更正、撤回或公示期满；每条结果自己的页面仍在。");
    fill_results_table(page, page.body(), title, rows, ResultColumns::of_many_tasks);
    fill_pager(page, number > 1 ? address(number - 1) : "", more ? address(number + 1) : "", folder_, "结果分页");
    page.put();
}

ResultLists::Part& ResultLists::part(Parts& parts, const std::string& key, const std::string& words,
                                     const std::string& address) {
    Part& part = parts[key];
    if (part.pages) return part;
    part.title = words;
    part.address = address;
    part.pages = std::make_unique<Pages>(
        [this, &part](int number, const auto& rows, bool more) { write_part_page(part, number, rows, more); },
        rows_of_a_part);
    return part;
}

void ResultLists::add_to(Part& part, const records::PublicResult& result) {
    ++part.count;
    part.pages->add(result);
}

void ResultLists::add(const records::PublicResult& result) {
    const std::int64_t page = (result.facts.id - 1) / rows_per_page + 1;
    if (pages_.empty() || pages_.back().number != page) {
        if (!pages_.empty()) write_page(page);
        pages_.push_back({page, 0});
    }
    rows_.push_back(result);
    if (!result.standing.withdrawn_on.empty() || !result.standing.expired_on.empty()) return;
    for (const std::string& code : result.facts.codes)
        if (const auto known = records::code_of(code)) add_to(outcomes_.at(std::string(known->code)), result);
    if (const auto department = result.facts.department)
        add_to(part(departments_, fmt::format("{}", *department), result.department,
                    department_results_address(list_.area, list_.year, *department)),
               result);
    if (result.facts.published_on.size() < 7) return;
    const std::string month = result.facts.published_on.substr(0, 7);
    const std::string words = fmt::format("{}年{}月", month.substr(0, 4), month.substr(month[5] == '0' ? 6 : 5));
    add_to(part(months_, month, words, month_results_address(list_.area, list_.year, month)), result);
}

void ResultLists::finish() {
    if (!pages_.empty()) write_page(0);
    for (Parts* parts : {&outcomes_, &departments_, &months_})
        for (auto& [key, part] : *parts) part.pages->finish();
}

std::vector<Bar> ResultLists::bars(const Parts& parts) {
    std::vector<Bar> bars;
    for (const auto& [key, part] : parts)
        if (part.count > 0) bars.push_back({part.title, part.count, part.address});
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.count > b.count; });
    return bars;
}

std::vector<Bar> ResultLists::months() const {
    std::vector<Bar> bars;
    for (const auto& [key, part] : months_) bars.push_back({part.title, part.count, part.address});
    return bars;
}

}  // namespace pages
