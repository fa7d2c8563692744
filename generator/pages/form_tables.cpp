#include "generator/pages/form_tables.h"

#include <fmt/format.h>

#include "generator/pages/draw_list.h"
#include "generator/pages/kinds.h"
#include "generator/pages/result_lists.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

/// "共 240 项，这里只列出前 100 项。" at LEFT_OUT of a section.
void say_left_out(View section, std::size_t all, std::string_view rest) {
    if (all > form_rows_at_most)
        section.fill("LEFT_OUT", fmt::format("共 {} 项，这里只列出前 {} 项；{}", all, form_rows_at_most, rest));
}

}  // namespace

void fill_draw_table(Page& page, const FormFigures& figures) {
    View section = page.body().add("DRAWS_PART");
    for (const records::PublicDraw& draw : figures.draws) page.dated(draw.draw.published_on);
    if (figures.draws.empty()) return section.show("NO_DRAWS");
    Table table(page, section, "DRAWS", fmt::format("抽取（{}次）", figures.draws.size()),
                {"抽取日期", "抽取", "抽取机关", "抽中户数", "名单"});
    table.column_style(0, "date");
    table.column_style(3, "number");
    int rows = 0;
    for (const records::PublicDraw& draw : figures.draws) {
        if (++rows > form_rows_at_most) break;
        table.row();
        table.date(draw.draw.drawn_at.substr(0, 10));
        table.link(records::address::draw(draw.draw.draw), title_of(draw));
        table.text(draw.draw.agency);
        table.text(drawn_words(draw));
        table.state(list_state(draw));
    }
    say_left_out(section, figures.draws.size(), "全部见表格文件。");
}

void fill_problem_table(Page& page, records::PublicSite& records, std::string_view area, const FormFigures& figures) {
    View section = page.body().add("PROBLEMS_PART");
    if (figures.counts.problem_results == 0) return section.show("NO_PROBLEMS");
    Table table(page, section, "PROBLEMS", fmt::format("发现问题的结果（{}条）", figures.counts.problem_results),
                {"公示日期", "检查对象", "检查事项", "检查结果", "检查机关"});
    table.column_style(0, "date");
    for (const records::PublicResult& result :
         records::problems_found(records, area, figures.period.span, form_rows_at_most)) {
        page.dated(result.facts.published_on);
        table.row();
        table.date(result.facts.published_on);
        table.link(enterprise_address(result.object_code, result.facts.object), result.object_name);
        table.link(records::address::result(result.facts.id),
                   result.facts.item.empty() ? fmt::format("第{}号结果", result.facts.id) : result.facts.item);
        table.state(outcome_of(result));
        table.text(result.department.empty() ? result.facts.agency : result.department);
    }
    say_left_out(section, static_cast<std::size_t>(figures.counts.problem_results), "全部在上面所链的结果列表里。");
}

void fill_item_table(Page& page, const FormFigures& figures) {
    View section = page.body().add("ITEMS_PART");
    if (figures.items.empty()) return section.show("NO_ITEMS");
    Table table(page, section, "ITEMS", fmt::format("检查事项（小项 {} 个）", figures.items.size()),
                {"大项", "小项", "写到它的抽取", "公示结果"});
    table.column_style(2, "number");
    table.column_style(3, "number");
    int rows = 0;
    for (const FormItem& item : figures.items) {
        if (++rows > form_rows_at_most) break;
        table.row();
        table.text(item.category.empty() ? "（清单没有写明）" : item.category);
        table.text(item.name);
        table.number(item.draws);
        table.number(item.results);
    }
    say_left_out(section, figures.items.size(), "全部见表格文件。");
}

void fill_unit_table(Page& page, std::string_view area, const FormFigures& figures) {
    View section = page.body().add("UNITS_PART");
    if (figures.units.empty()) return section.show("NO_UNITS");
    Table table(
        page, section, "UNITS", fmt::format("开展的单位（{}个）", figures.units.size()),
        {"单位", "抽取次数", "检查户次", "检查对象", "公示结果", "发现问题的对象", "后续处置已完结", "后续处置未完结"});
    for (std::size_t column = 1; column < 8; ++column) table.column_style(column, "number");
    int rows = 0;
    for (const FormUnit& unit : figures.units) {
        if (++rows > form_rows_at_most) break;
        table.row();
        table.link(unit.department == 0 ? "" : records::address::department(area, unit.department),
                   unit.name.empty() ? "（没有写明单位）" : unit.name);
        for (const std::int64_t count :
             {unit.draws, unit.counts.visits, unit.counts.objects, unit.counts.results, unit.counts.problem_objects,
              unit.counts.follow_ups_done, unit.counts.follow_ups_open})
            table.number(count);
    }
    say_left_out(section, figures.units.size(), "全部见表格文件。");
}

}  // namespace pages
