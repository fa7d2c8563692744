#include "generator/pages/form_figures.h"

#include <algorithm>
#include <map>
#include <set>

#include "generator/pages/department_names.h"

namespace pages {
namespace {

/// A cell of several items has one a line, or divides them with ；.
std::vector<std::string> items_of_cell(std::string cell) {
    for (std::size_t at = cell.find("；"); at != std::string::npos; at = cell.find("；", at))
        cell.replace(at, std::string_view("；").size(), "\n");
    std::vector<std::string> items;
    for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find_first_of("\n;", begin), cell.size());
        std::string item = cell.substr(begin, end - begin);
        item.erase(0, item.find_first_not_of(" \t\r"));
        item.erase(item.find_last_not_of(" \t\r") + 1);
        if (!item.empty()) items.push_back(item);
        begin = end + 1;
    }
    return items;
}

std::vector<FormItem> items_within(records::PublicSite& records, std::string_view area, const FormFigures& figures,
                                   const ItemCategories& categories) {
    std::map<std::string, FormItem> items;
    for (const records::ItemActivity& item : records::items_inspected(records, area, figures.period.span))
        if (!item.item.empty()) items[item.item].results += item.results;
    for (const records::PublicDraw& draw : figures.draws) {
        const auto task = records.task(draw.draw.task);
        if (!task) continue;
        for (const std::string& name : items_of_cell(std::string(task->cells.text("item")))) ++items[name].draws;
    }
    std::vector<FormItem> sorted;
    for (auto& [name, item] : items) {
        item.name = name, item.category = categories.of(name);
        sorted.push_back(std::move(item));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const FormItem& a, const FormItem& b) {
        return std::pair(a.category.empty(), a.category) < std::pair(b.category.empty(), b.category);
    });
    return sorted;
}

std::vector<FormUnit> units_within(records::PublicSite& records, std::string_view area, const FormFigures& figures) {
    std::vector<FormUnit> units;
    for (const records::UnitActivity& unit : records::activity_by_unit(records, area, figures.period.span))
        units.push_back({unit.department, unit.name, 0, unit.counts});
    const std::vector<records::Department> departments = records.departments(area);
    const DepartmentNames names(departments);
    for (const records::PublicDraw& draw : figures.draws) {
        const records::Id department = names.one_named(area, draw.draw.agency).value_or(0);
        auto unit = std::find_if(units.begin(), units.end(), [&](const FormUnit& known) {
            return department != 0 ? known.department == department
                                   : known.department == 0 && known.name == draw.draw.agency;
        });
        if (unit == units.end()) {
            const auto named = std::find_if(departments.begin(), departments.end(),
                                            [&](const auto& known) { return known.id == department; });
            unit = units.insert(units.end(),
                                {department, named == departments.end() ? draw.draw.agency : named->name, 0, {}});
        }
        ++unit->draws;
    }
    std::stable_sort(units.begin(), units.end(), [](const FormUnit& a, const FormUnit& b) {
        return std::pair(a.department == 0, a.department) < std::pair(b.department == 0, b.department);
    });
    return units;
}

}  // namespace

ItemCategories::ItemCategories(records::PublicSite& records, std::string_view area) {
    for (const records::PublicItemList& list : records.item_lists()) {
        if (list.list.office != area) continue;
        const auto editions = records.item_list_editions(list.list.id);
        if (editions.empty()) continue;
        for (const records::EditionRow& row : editions.back().rows)
            if (!row.cells.text("category").empty())
                items_.emplace_back(row.cells.text("item"), row.cells.text("category"));
    }
    std::sort(items_.begin(), items_.end());
}

std::string ItemCategories::of(std::string_view item) const {
    const auto found = std::lower_bound(items_.begin(), items_.end(), item,
                                        [](const auto& known, std::string_view name) { return known.first < name; });
    return found == items_.end() || found->first != item ? std::string() : found->second;
}

FormFigures figures_of(records::PublicSite& records, std::string_view area, const FormPeriod& period,
                       const ItemCategories& categories) {
    FormFigures figures;
    figures.period = period;
    figures.counts = records::activity(records, area, period.span);
    figures.draws = records::draws_within(records, area, period.span);
    for (const records::PublicDraw& draw : figures.draws)
        if (draw.revealed && draw.listed + draw.withheld > 0)
            figures.drawn += draw.listed + draw.withheld;
        else
            ++figures.unopened;
    figures.items = items_within(records, area, figures, categories);
    std::set<std::string> known;
    for (const FormItem& item : figures.items)
        if (item.category.empty())
            ++figures.without_category;
        else
            known.insert(item.category);
    figures.categories = static_cast<std::int64_t>(known.size());
    figures.units = units_within(records, area, figures);
    figures.lists = records::results_by_plan_year(records, area, period.span);
    return figures;
}

}  // namespace pages
