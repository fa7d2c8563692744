// Everything that a form or a summary counts, with what its rows are found by. Knows no HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/pages/form_period.h"
#include "records/public_activity.h"

namespace pages {

struct FormUnit {                // 开展的单位: drew, inspected or followed up
    records::Id department = 0;  // 0: known by its words only
    std::string name;
    std::int64_t draws = 0;
    records::ActivityCounts counts;
};
struct FormItem {          // 检查事项
    std::string category;  // 大项; empty: no public item list says one
    std::string name;      // 小项
    std::int64_t results = 0;
    std::int64_t draws = 0;  // whose task names it
};
struct FormFigures {
    FormPeriod period;
    records::ActivityCounts counts;
    std::vector<records::PublicDraw> draws;
    std::int64_t drawn = 0;     // on the lists that are public, those not named there too
    std::int64_t unopened = 0;  // draws without a public list
    std::vector<FormItem> items;
    std::int64_t categories = 0, without_category = 0;  // 大项 there are; items of no known one
    std::vector<FormUnit> units;
    std::vector<records::PlanYearResults> lists;  // where the results stand
};

/// 小项 → 大项, from the office's newest public item lists.
class ItemCategories {
  public:
    ItemCategories(records::PublicSite& records, std::string_view area);
    /// Empty when no list says one.
    std::string of(std::string_view item) const;

  private:
    std::vector<std::pair<std::string, std::string>> items_;  // sorted
};

FormFigures figures_of(records::PublicSite& records, std::string_view area, const FormPeriod& period,
                       const ItemCategories& categories);

}  // namespace pages
