#include "records/public_visits.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>

#include "records/public_connection.h"

namespace records {
namespace {

/// One result as far as a visit needs it.
struct Inspection {
    std::string_view office, task_name, day, department_name;
    Id task = 0, draw = 0, department = 0;
    int plan_year = 0;
};

std::string_view first_known(std::initializer_list<std::string_view> days) {
    for (const std::string_view day : days)
        if (!day.empty()) return day;
    return {};
}

int year_of(std::string_view day, int otherwise) {
    int year = 0;
    const auto [end, error] = std::from_chars(day.data(), day.data() + std::min<std::size_t>(day.size(), 4), year);
    return error == std::errc() && end == day.data() + 4 ? year : otherwise;
}

/// The visits of one object, as its results come in any order.
class Gathering {
  public:
    void add(const Inspection& inspection) {
        const auto same = [&](const Visit& visit) {
            return visit.task == inspection.task && visit.draw == inspection.draw && visit.office == inspection.office;
        };
        auto visit = std::find_if(visits_.begin(), visits_.end(), same);
        if (visit == visits_.end()) {
            visit = visits_.emplace(visits_.end());
            visit->office = inspection.office, visit->task_name = inspection.task_name;
            visit->task = inspection.task, visit->draw = inspection.draw, visit->year = inspection.plan_year;
        }
        if (!inspection.day.empty() && (visit->day.empty() || inspection.day < visit->day)) visit->day = inspection.day;
        const bool named = inspection.department == 0;
        auto& departments = visit->departments;
        if (std::none_of(departments.begin(), departments.end(), [&](const VisitingDepartment& known) {
                return known.id == inspection.department && (!named || known.name == inspection.department_name);
            }))
            departments.push_back({inspection.department, std::string(inspection.department_name)});
    }
    /// Gives the visits away, last first, and begins anew.
    std::vector<Visit> take() {
        for (Visit& visit : visits_) {
            visit.year = year_of(visit.day, visit.year);
            std::sort(visit.departments.begin(), visit.departments.end(),
                      [](const auto& a, const auto& b) { return std::tie(a.id, a.name) < std::tie(b.id, b.name); });
        }
        std::sort(visits_.begin(), visits_.end(), [](const Visit& a, const Visit& b) {
            return std::tie(b.year, b.day, a.office, b.task, b.draw) <
                   std::tie(a.year, a.day, b.office, a.task, a.draw);
        });
        return std::exchange(visits_, {});
    }

  private:
    std::vector<Visit> visits_;
};

// Columns of a result as Inspection needs them, in one order; the object's key comes before them.
constexpr std::string_view inspection_columns =
    "result.office, result.task, coalesce(result.draw, 0), result.year, result.inspected_on, result.finished_on,"
    " result.produced_on, result.published_on, coalesce(result.department, 0), result.department_name, result.agency";

Inspection inspection_at(const Query& row, int column) {
    Inspection inspection;
    inspection.office = row.view(column);
    inspection.task = row.integer(column + 1);
    inspection.draw = row.integer(column + 2);
    inspection.plan_year = static_cast<int>(row.integer(column + 3));
    inspection.day =
        first_known({row.view(column + 4), row.view(column + 5), row.view(column + 6), row.view(column + 7)});
    inspection.department = row.integer(column + 8);
    inspection.department_name = first_known({row.view(column + 9), row.view(column + 10)});
    return inspection;
}

/// Rows with equal keys (the first column) come one after the other.
void each_group(PublicSite& site, const std::string& select, bool with_page,
                const std::function<void(const VisitedObject&)>& object) {
    Query rows(sql_of(site), select);
    Gathering gathering;
    VisitedObject visited;
    std::optional<std::string> key;
    const auto flush = [&] {
        if (!key) return;
        visited.visits = gathering.take();
        object(visited);
    };
    while (rows.next()) {
        if (!key || *key != rows.view(0)) {
            flush();
            key = rows.text(0);
            visited.object = with_page ? rows.integer(0) : 0;
            visited.area = rows.text(1);
        }
        gathering.add(inspection_at(rows, 2));
    }
    flush();
}

}  // namespace

std::vector<Visit> visits_of(const std::vector<PublicResult>& results) {
    Gathering gathering;
    for (const PublicResult& result : results) {
        if (!result.standing.withdrawn_on.empty() || !result.standing.expired_on.empty()) continue;
        const ResultFacts& facts = result.facts;
        gathering.add({result.office, result.task_name,
                       first_known({facts.inspected_on, facts.finished_on, facts.produced_on, facts.published_on}),
                       result.department.empty() ? facts.agency : result.department, facts.task, facts.draw.value_or(0),
                       facts.department.value_or(0), result.year});
    }
    return gathering.take();
}

void each_visited_object(PublicSite& site, const std::function<void(const VisitedObject&)>& object) {
    const std::string columns(inspection_columns);
    each_group(site,
               "SELECT result.object, enterprise.area, " + columns +
                   " FROM result CROSS JOIN enterprise ON enterprise.object = result.object"
                   " WHERE result.object IS NOT NULL AND withdrawn_on = '' AND expired_on = '' ORDER BY result.object",
               true, object);
    each_group(site,
               "SELECT object_code || ' ' || object_name, '', " + columns +
                   " FROM result WHERE object IS NULL AND withdrawn_on = '' AND expired_on = ''"
                   " ORDER BY object_code || ' ' || object_name",
               false, object);
}

std::set<VisitYear> visit_years(PublicSite& site) {
    std::set<VisitYear> years;
    Query rows(sql_of(site),
               "SELECT DISTINCT office, CASE WHEN day = '' THEN year ELSE CAST(substr(day, 1, 4) AS INTEGER) END FROM"
               " (SELECT office, year, CASE WHEN inspected_on <> '' THEN inspected_on WHEN finished_on <> '' THEN"
               " finished_on WHEN produced_on <> '' THEN produced_on ELSE published_on END AS day FROM result"
               " WHERE withdrawn_on = '' AND expired_on = '')"
               " UNION SELECT office, year FROM declared_figure WHERE name = ?",
               annual_cap_name);
    while (rows.next()) years.insert({rows.text(0), static_cast<int>(rows.integer(1))});
    return years;
}

std::vector<PublicDeclaredFigure> annual_caps(PublicSite& site, std::string_view area, int year) {
    std::vector<PublicDeclaredFigure> caps = site.declared_figures(area);
    std::erase_if(caps, [&](const auto& figure) { return figure.name != annual_cap_name || figure.year != year; });
    std::stable_sort(caps.begin(), caps.end(),
                     [](const auto& a, const auto& b) { return a.department < b.department; });
    return caps;
}

}  // namespace records
