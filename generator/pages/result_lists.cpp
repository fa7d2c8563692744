#include "generator/pages/result_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/results.h"
#include "generator/pages/table.h"
#include "records/result_codes.h"

namespace pages {
namespace {

/// "results/999901/2024/outcome-corrected.html", 2 → "…/outcome-corrected-2.html".
std::string part_address(std::string first, int number) {
    if (number == 1) return first;
    first.resize(first.size() - std::string_view(".html").size());
    return fmt::format("{}-{}.html", first, number);
}

}  // namespace

ResultLists::ResultLists(const Site& site, const records::PublicSite::ResultYear& list)
    : site_(site),
      list_(list),
      folder_(records::address::results(list.area, list.year)),
      title_(fmt::format("{}{}年检查结果", site.office_name(list.area), list.year)),
      all_([this](int number, const auto& rows, bool more) {
          write_page(
              title_, [this](int page) { return records::address::results_page(list_.area, list_.year, page); }, number,
              rows, more);
      }) {}

void ResultLists::write_page(const std::string& title, const std::function<std::string(int)>& address, int number,
                             const std::vector<records::PublicResult>& rows, bool more) const {
    Page page(site_, address(number), fmt::format("{}第{}页", title, number), "list.tpl");
    page.section("results");
    page.crumb("检查结果", "results/");
    page.crumb(title_, folder_);
    page.body().set("LEAD", "按录入本站的先后排列，先录入的在前；补录的结果排在后面，已满 100 条的一页不因此变动。");
    fill_results_table(page, page.body(), title, rows, ResultColumns::of_many_tasks);
    fill_pager(page, number > 1 ? address(number - 1) : "", more ? address(number + 1) : "", folder_, "结果分页");
    page.put();
}

void ResultLists::add_to(Parts& parts, const std::string& key, const std::string& words,
                         const records::PublicResult& result) {
    Part& part = parts[key];
    if (!part.pages) {
        part.title = words;
        part.address = fmt::format("{}{}.html", folder_, key);
        part.pages = std::make_unique<Pages>([this, &part](int number, const auto& rows, bool more) {
            write_page(
                fmt::format("{}：{}", title_, part.title),
                [&part](int page) { return part_address(part.address, page); }, number, rows, more);
        });
    }
    ++part.count;
    part.pages->add(result);
}

void ResultLists::add(const records::PublicResult& result) {
    all_.add(result);
    if (!result.standing.withdrawn_on.empty() || !result.standing.expired_on.empty()) return;
    for (const std::string& code : result.facts.codes)
        if (const auto known = records::code_of(code))
            add_to(outcomes_, fmt::format("outcome-{}", known->code), std::string(known->term), result);
    if (result.facts.department)
        add_to(departments_, fmt::format("department-{}", *result.facts.department), result.department, result);
    if (result.facts.published_on.size() >= 7) ++months_[result.facts.published_on.substr(0, 7)];
}

void ResultLists::finish() {
    pages_ = all_.finish();
    for (Parts* parts : {&outcomes_, &departments_})
        for (auto& [key, part] : *parts) part.pages->finish();
}

std::vector<Bar> ResultLists::bars(const Parts& parts) {
    std::vector<Bar> bars;
    for (const auto& [key, part] : parts) bars.push_back({part.title, part.count, part.address});
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) { return a.count > b.count; });
    return bars;
}

std::vector<Bar> ResultLists::months() const {
    std::vector<Bar> bars;
    for (const auto& [month, count] : months_)
        bars.push_back({fmt::format("{}年{}月", month.substr(0, 4), std::stoi(month.substr(5))), count, {}});
    return bars;
}

}  // namespace pages
