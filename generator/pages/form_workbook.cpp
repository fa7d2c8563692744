#include "generator/pages/form_workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/draw_list.h"
#include "generator/pages/wording.h"
#include "text/date.h"

namespace pages {
namespace {

void write_sheet(output::XlsxWriter& book, const FormSheet& sheet) {
    for (const std::vector<SheetCell>& row : sheet.rows) {
        for (const SheetCell& cell : row)
            if (const auto* text = std::get_if<std::string>(&cell))
                book.text(*text);
            else
                book.number(std::get<std::int64_t>(cell));
        book.end_row();
    }
}

output::XlsxSheet head_of(const FormSheet& sheet) {
    return {sheet.name, sheet.columns, true};
}

}  // namespace

void add_form_rows(FormSheet& sheet, const std::vector<FormRow>& rows) {
    for (const FormRow& row : rows) sheet.rows.push_back({row.number, row.label, answer_of(row)});
}

FormSheet draw_sheet(const Site& site, const FormFigures& figures) {
    FormSheet sheet{"抽取", {{"抽取日期", 12}, {"抽取", 36}, {"抽取机关", 22}, {"抽中户数", 10}, {"网页", 30}}, {}};
    for (const records::PublicDraw& draw : figures.draws) {
        const bool open = draw.revealed && draw.listed + draw.withheld > 0;
        sheet.rows.push_back({draw.draw.drawn_at.substr(0, 10), title_of(draw), draw.draw.agency,
                              open ? SheetCell(draw.listed + draw.withheld) : SheetCell(drawn_words(draw)),
                              site.base() + records::address::draw(draw.draw.draw)});
    }
    return sheet;
}

FormSheet item_sheet(const FormFigures& figures) {
    FormSheet sheet{"检查事项", {{"大项", 28}, {"小项", 40}, {"写到它的抽取", 14}, {"公示结果", 10}}, {}};
    for (const FormItem& item : figures.items)
        sheet.rows.push_back({item.category, item.name, item.draws, item.results});
    return sheet;
}

FormSheet unit_sheet(const FormFigures& figures) {
    FormSheet sheet{"单位",
                    {{"单位", 30},
                     {"抽取次数", 10},
                     {"检查户次", 10},
                     {"检查对象", 10},
                     {"公示结果", 10},
                     {"发现问题的对象", 16},
                     {"后续处置已完结", 16},
                     {"后续处置未完结", 16}},
                    {}};
    for (const FormUnit& unit : figures.units)
        sheet.rows.push_back({unit.name, unit.draws, unit.counts.visits, unit.counts.objects, unit.counts.results,
                              unit.counts.problem_objects, unit.counts.follow_ups_done, unit.counts.follow_ups_open});
    return sheet;
}

void put_form_workbook(const Site& site, std::string_view address, std::string_view day,
                       const std::vector<FormSheet>& sheets) {
    std::string name(address);
    std::replace(name.begin(), name.end(), '/', '-');
    const std::filesystem::path file = site.temporary() / name;
    output::XlsxWriter book(file, head_of(sheets.front()), *text::parse_iso(day));
    write_sheet(book, sheets.front());
    for (std::size_t i = 1; i < sheets.size(); ++i) {
        book.sheet(head_of(sheets[i]));
        write_sheet(book, sheets[i]);
    }
    book.finish();
    site.put_file(address, file);
    std::filesystem::remove(file);
}

}  // namespace pages
