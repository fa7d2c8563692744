// How often the same enterprise was inspected (同一企业检查次数): visits 户次 counted from the results of public.db. A
// visit is one object within one draw of one task, whatever the number of items and departments, so a joint inspection
// 部门联合检查 counts once. Tombstones count nowhere. The cap is what the office declared (国办发〔2024〕54号); nothing
// here judges.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "records/public_site.h"

namespace records {

/// 申报数 by this name are caps: of the whole office, or of one department's own visits.
inline constexpr std::string_view annual_cap_name = "年度检查频次上限";

struct VisitingDepartment {
    Id id = 0;  // 0: named by the agency's words only
    std::string name;
};
struct Visit {  // 检查一次
    std::string office, task_name;
    Id task = 0, draw = 0;  // draw 0: none
    int year = 0;           // of its first day, else of the plan
    std::string day;        // first day known: inspected, else finished, produced, published; may be empty
    std::vector<VisitingDepartment> departments;  // that took part, by id
    bool joint() const { return departments.size() > 1; }
};

/// The visits among the results of one object, last first.
std::vector<Visit> visits_of(const std::vector<PublicResult>& results);

struct VisitedObject {
    Id object = 0;              // 0: it has no page
    std::string area;           // of the object, ''
    std::vector<Visit> visits;  // without names of tasks
};
/// Every object with a visit, once each, those with a page first and by number; by cursor.
void each_visited_object(PublicSite& site, const std::function<void(const VisitedObject&)>& object);

struct VisitYear {
    std::string area;
    int year = 0;
    auto operator<=>(const VisitYear&) const = default;
};
/// Every office and year with an inspection or a declared cap; by area and year.
std::set<VisitYear> visit_years(PublicSite& site);

/// The caps of one office and year: the whole office's first, then by department.
std::vector<PublicDeclaredFigure> annual_caps(PublicSite& site, std::string_view area, int year);

}  // namespace records
