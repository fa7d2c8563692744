// 季度、年度汇总: the figures of the monthly form over a longer span, counted anew from its rows, by department and by
// outcome. A year's also has what is asked for the year file: the list of who was drawn, the table of results and how
// the rules stand.
#include <fmt/format.h>

#include "generator/pages/form_rows.h"
#include "generator/pages/form_tables.h"
#include "generator/pages/form_workbook.h"
#include "generator/pages/forms.h"
#include "generator/pages/summary_tables.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

std::vector<FormPart> visit_parts(const FormFigures& figures) {
    if (figures.counts.visits == 0) return {{"0 户次、0 户：没有公示检查结果。", {}}};
    return {{fmt::format("{} 户次", figures.counts.visits), "#units"},
            {fmt::format("，检查对象 {} 户", figures.counts.objects), {}}};
}

std::vector<FormPart> follow_up_parts(const FormFigures& figures) {
    const auto& counts = figures.counts;
    if (counts.follow_ups_done + counts.follow_ups_open == 0) return {{"0 项：没有产生后续处置。", {}}};
    return {{fmt::format("已完结 {} 项", counts.follow_ups_done), "follow-ups/closed/"},
            {"、", {}},
            {fmt::format("未完结 {} 项", counts.follow_ups_open), "follow-ups/"}};
}

std::vector<FormPart> whole_unit_parts(const FormFigures& figures) {
    if (figures.units.empty()) return {{"0 个单位", {}}};
    return {{fmt::format("{} 个单位", figures.units.size()), "#units"}};
}

std::vector<FormRow> rows_of(const Site& site, std::string_view area, const FormFigures& figures,
                             std::string_view when) {
    std::vector<FormPart> published = result_parts(area, figures);
    published.push_back({fmt::format("；网站：{}", site.base().empty() ? site.facts.name : site.base()), {}});
    return {
        {{}, "一、数字", {}, {}},
        {"1", "随机抽查次数、数量", draw_parts(figures, when), {}},
        {"2", "检查户次、检查对象", visit_parts(figures), "同一户在一次抽取、一项任务里，几个部门一起检查算一次。"},
        {"3", "结果公示数量及网站", published, {}},
        {"4", "发现问题的检查对象", problem_parts(figures, when), {}},
        {"5", "检查事项（大项、小项）", item_parts(figures, when), {}},
        {"6", "开展的单位", whole_unit_parts(figures), {}},
        {"7", "后续处置", follow_up_parts(figures), "按产生日期计，完结与否是现在的情况。"},
        {{}, "二、文字", {}, {}},
        {"8", "安排部署：会议、文件、培训", {}, {}},
        {"9", "主要做法和成效", {}, {}},
        {"10", "存在的问题和下一步打算", {}, {}},
    };
}

FormSheet form_sheet(const std::string& title, const std::vector<FormRow>& rows) {
    FormSheet sheet{title, {{"栏号", 6}, {"项目", 34}, {"填写内容", 46}}, {}};
    for (const std::string_view line : {"单位名称（盖章）", "填表时间"})
        sheet.rows.push_back({std::string(), std::string(line), std::string(blank_words)});
    add_form_rows(sheet, rows);
    return sheet;
}

void fill_months(Page& page, const Site& site, std::string_view area, const std::vector<FormFigures>& months) {
    if (months.empty()) return;
    static_cast<void>(site);
    Table table(page, page.body(), "MONTHS", "各月",
                {"月份", "抽取次数", "抽中户数", "检查户次", "公示结果", "发现问题的对象"});
    for (std::size_t column = 1; column < 6; ++column) table.column_style(column, "number");
    for (const FormFigures& month : months) {
        table.row();
        table.link(form_address(area, month.period), month.period.words);
        for (const std::int64_t count : {static_cast<std::int64_t>(month.draws.size()), month.drawn,
                                         month.counts.visits, month.counts.results, month.counts.problem_objects})
            table.number(count);
    }
}

}  // namespace

void write_summary(const Site& site, records::PublicSite& records, const records::Office& office,
                   const FormFigures& figures, const std::vector<FormFigures>& months) {
    const bool year = figures.period.kind == FormPeriod::Kind::year;
    const std::string title =
        fmt::format("{}“双随机、一公开”{}{}汇总", office.name, figures.period.words, year ? "度" : "");
    Page page(site, form_address(office.area, figures.period), title, "summary.tpl");
    page.section("rules");
    page.crumb(office.name, records::address::office(office.area));
    page.crumb("月报和汇总", forms_address(office.area));
    page.describe(fmt::format("{}{}抽查、结果和后续处置的汇总，按部门和结果分类。", office.name, figures.period.words));
    const std::vector<FormRow> rows = rows_of(site, office.area, figures, year ? "本年" : "本季度");
    page.body().set("PERIOD", figures.period.words);
    if (still_running(site, figures.period)) page.body().fill("RUNNING", year ? "这一年" : "这个季度");
    page.body().set("XLSX_HREF", page.href(form_workbook_address(office.area, figures.period)));
    fill_form_rows(page, title, rows);
    fill_months(page, site, office.area, months);
    fill_unit_table(page, office.area, figures);
    const OutcomeTable outcomes = outcomes_within(records, office.area, figures);
    fill_outcomes(page, outcomes);
    fill_problem_table(page, records, office.area, figures);
    fill_item_table(page, figures);
    fill_draw_table(page, figures);
    std::vector<FormSheet> sheets{form_sheet(figures.period.words, rows), unit_sheet(figures), outcome_sheet(outcomes),
                                  item_sheet(figures), draw_sheet(site, figures)};
    if (year) {
        View file = page.body().add("YEAR_FILE");
        write_drawn_list(page, file, records, office.area, figures);
        if (auto sheet = fill_findings(page, file, records, office.area, figures.period.year()))
            sheets.push_back(std::move(*sheet));
    }
    page.put();
    put_form_workbook(site, form_workbook_address(office.area, figures.period), figures.period.span.from, sheets);
}

}  // namespace pages
