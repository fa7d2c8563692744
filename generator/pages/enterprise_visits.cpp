// On an enterprise's page: how often it was inspected each year, by which office, against the declared cap. Reads its
// own results and the declared caps alone, both compared by records/public_changes; no day of today, so that the page
// stays the same file until one of them changes.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "generator/pages/table.h"
#include "generator/pages/visits.h"

namespace pages {
namespace {

using Key = std::pair<int, std::string>;                                           // year, office
using VisitsOfYears = std::map<Key, std::vector<records::Visit>, std::greater<>>;  // newest year first

/// Its visits by the department that a cap is for, all of them for an office's cap; and the department's name.
std::pair<std::int64_t, std::string> under_cap(const std::vector<records::Visit>& visits, records::Id department) {
    std::pair<std::int64_t, std::string> under;
    for (const records::Visit& visit : visits)
        for (const records::VisitingDepartment& own : visit.departments)
            if (department == 0 || own.id == department) {
                ++under.first;
                if (department != 0) under.second = own.name;
                break;
            }
    return under;
}

void fill_caps(View view, const std::vector<records::PublicDeclaredFigure>& caps,
               const std::vector<records::Visit>& visits) {
    std::string words;
    State worst{"未达上限", "good"};
    for (const records::PublicDeclaredFigure& cap : caps) {
        const auto [count, name] = under_cap(visits, cap.department);
        if (count == 0) continue;
        words += words.empty() ? "" : "；";
        words += cap.department == 0 ? cap_words(cap) : fmt::format("{} {} 次，{}", name, count, cap_words(cap));
        const State state = cap_state(count, cap.value);
        if (state.style == "bad" || (state.style == "warn" && worst.style == "good")) worst = state;
    }
    if (words.empty()) {
        view.set("CAP_WORDS", "没有申报年度检查频次上限，不判断是否超过");
        return;
    }
    view.set("CAP_WORDS", words);
    View state = view.add("CAP_STATE");
    state.set("STATE", worst.word);
    state.set("STATE_STYLE", worst.style);
}

std::string departments_of(const records::Visit& visit) {
    std::vector<std::string> names;
    for (const records::VisitingDepartment& department : visit.departments) names.push_back(department.name);
    return joined(names);
}

void fill_table(Page& page, View view, const VisitsOfYears& years, std::size_t visits) {
    Table table(page, view, "VISITS", fmt::format("被检查的各次（{}次，新的在前）", visits),
                {"日期", "任务", "参加的部门", "当年次数"});
    table.column_style(0, "date");
    for (const auto& [key, of_year] : years) {
        std::size_t number = of_year.size();
        for (const records::Visit& visit : of_year) {
            table.row();
            table.date(visit.day);
            table.link(records::address::task(visit.task), visit.task_name);
            table.text(departments_of(visit));
            table.also(visit.joint() ? "部门联合检查，算一次" : "");
            table.text(fmt::format("{}年第 {} 次", key.first, number--));
        }
    }
}

}  // namespace

void fill_enterprise_visits(Page& page, records::PublicSite& records,
                            const std::vector<records::PublicResult>& results) {
    VisitsOfYears years;
    const std::vector<records::Visit> visits = records::visits_of(results);
    for (const records::Visit& visit : visits) years[{visit.year, visit.office}].push_back(visit);
    if (years.empty()) return;
    View section = page.body().add("VISITS_PART");
    for (const auto& [key, of_year] : years) {
        View year = section.add("VISIT_YEAR");
        year.set("VISIT_HREF", page.href(visits_address(key.second, key.first)));
        year.set("VISIT_WORDS", fmt::format("{}年被检查 {} 次", key.first, of_year.size()));
        year.set("VISIT_OFFICE", page.site().office_name(key.second));
        fill_caps(year, records::annual_caps(records, key.second, key.first), of_year);
    }
    fill_table(page, section, years, visits.size());
}

}  // namespace pages
