#include "generator/pages/form_rows.h"

#include <fmt/format.h>

#include "generator/pages/result_lists.h"

namespace pages {

std::string answer_of(const FormRow& row) {
    std::string words;
    for (const FormPart& part : row.parts) words += part.text;
    if (!row.number.empty() && row.parts.empty()) words = blank_words;
    return row.note.empty() ? words : fmt::format("{}\n{}", words, row.note);
}

void fill_form_rows(Page& page, std::string_view caption, const std::vector<FormRow>& rows) {
    View table = page.body().include("ROWS", "form_rows.tpl");
    table.set("FORM_CAPTION", caption);
    for (const FormRow& row : rows) {
        View line = table.add("FORM_ROW");
        if (row.number.empty()) {
            line.fill("HEADING", row.label);
            continue;
        }
        View entry = line.add("ENTRY");
        entry.set("NUMBER", row.number);
        entry.set("LABEL", row.label);
        if (row.parts.empty()) entry.fill("BLANK", blank_words);
        for (const FormPart& part : row.parts) {
            View shown = entry.add("PART").add(part.address.empty() ? "TEXT" : "LINK");
            shown.set("WORDS", part.text);
            if (!part.address.empty())
                shown.set("HREF", part.address.starts_with('#') ? part.address : page.href(part.address));
        }
        entry.fill("NOTE", row.note);
    }
}

std::vector<FormPart> draw_parts(const FormFigures& figures, std::string_view when) {
    if (figures.draws.empty()) return {{fmt::format("0 次、0 户：{}没有公开的抽取。", when), {}}};
    std::vector<FormPart> parts{{"随机抽查 ", {}},
                                {fmt::format("{} 次", figures.draws.size()), "#draws"},
                                {"，抽取检查对象 ", {}},
                                {fmt::format("{} 户", figures.drawn), "#draws"}};
    if (figures.unopened > 0)
        parts.push_back({fmt::format("（另有 {} 次的名单没有公开，户数没有计入）", figures.unopened), {}});
    return parts;
}

std::vector<FormPart> problem_parts(const FormFigures& figures, std::string_view when) {
    if (figures.counts.results == 0) return {{fmt::format("0 户：{}没有公示检查结果。", when), {}}};
    if (figures.counts.problem_objects == 0) return {{fmt::format("0 户：{}公示的结果都没有发现问题。", when), {}}};
    return {{fmt::format("{} 户", figures.counts.problem_objects), "#problems"},
            {fmt::format("（发现问题的结果 {} 条）", figures.counts.problem_results), {}}};
}

std::vector<FormPart> item_parts(const FormFigures& figures, std::string_view when) {
    if (figures.items.empty()) return {{fmt::format("大项 0 个、小项 0 个：{}的数据没有写明检查事项。", when), {}}};
    std::vector<FormPart> parts{
        {fmt::format("大项 {} 个、小项 {} 个", figures.categories, figures.items.size()), "#items"}};
    if (figures.without_category > 0)
        parts.push_back(
            {fmt::format("（其中 {} 个小项，公开的事项清单没有写明大项，没有计入大项）", figures.without_category),
             {}});
    return parts;
}

std::vector<FormPart> result_parts(std::string_view area, const FormFigures& figures) {
    const bool month = figures.period.kind == FormPeriod::Kind::month;
    std::vector<FormPart> parts;
    for (const records::PlanYearResults& list : figures.lists) {
        const std::string address = month ? month_results_address(area, list.year, figures.period.key)
                                          : records::address::results(area, list.year);
        if (!parts.empty()) parts.push_back({"、", {}});
        if (figures.lists.size() > 1) parts.push_back({fmt::format("{}年计划 ", list.year), {}});
        parts.push_back({fmt::format("{} 条", list.results), address});
    }
    if (parts.empty()) parts.push_back({"0 条", {}});
    if (figures.lists.size() > 1) parts.insert(parts.begin(), {fmt::format("{} 条：", figures.counts.results), {}});
    return parts;
}

std::vector<FormPart> unit_parts(const FormFigures& figures, std::string_view when) {
    if (figures.units.empty()) return {{fmt::format("0 个单位：{}没有公开的抽取和检查结果。", when), {}}};
    return {{fmt::format("{} 个单位", figures.units.size()), "#units"},
            {fmt::format("开展；检查对象 {} 户；公示结果 ", figures.counts.objects), {}}};
}

}  // namespace pages
