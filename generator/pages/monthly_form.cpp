// 月报表: the monthly form that the policy document of demand 000 has as its annex, row by row, filled from the month's
// public rows. What the office did besides (meetings, papers, training) no data tells: those rows stay blank.
#include <fmt/format.h>

#include "generator/pages/form_rows.h"
#include "generator/pages/form_tables.h"
#include "generator/pages/form_workbook.h"
#include "generator/pages/forms.h"

namespace pages {
namespace {

std::vector<FormPart> published_parts(const Site& site, std::string_view area, const FormFigures& figures) {
    std::vector<FormPart> parts = result_parts(area, figures);
    const std::string where =
        site.base().empty() ? site.facts.name : fmt::format("{}（{}）", site.facts.name, site.base());
    parts.push_back({fmt::format("；网站：{}", where), {}});
    return parts;
}

std::vector<FormPart> whole_parts(std::string_view area, const FormFigures& figures) {
    std::vector<FormPart> parts = unit_parts(figures, "本月");
    if (figures.units.empty()) return parts;
    for (FormPart& part : result_parts(area, figures)) parts.push_back(std::move(part));
    return parts;
}

std::vector<FormRow> rows_of(const Site& site, std::string_view area, const FormFigures& figures) {
    return {
        {{}, "一、安排部署情况", {}, {}},
        {"1", "本月召开会议部署随机抽查工作情况（会议名称及时间）", {}, {}},
        {"2", "本月印发双随机工作文件情况（文件名称及文号）", {}, {}},
        {"3", "本月组织随机抽查业务培训情况（培训班名称、人数、内容）", {}, {}},
        {{}, "二、开展情况", {}, {}},
        {"4",
         "本月按年度计划市本级开展随机抽查情况",
         {{"见 4a 至 4e。", {}}},
         "原表写“市本级”；区县填报时，指本区县本级。"},
        {"4a", "本月组织随机抽查的文件", {}, {}},
        {"4b", "本月随机抽查次数、数量", draw_parts(figures, "本月"), {}},
        {"4c", "发现问题的检查主体数量", problem_parts(figures, "本月"), {}},
        {"4d", "随机抽查的检查事项（大项、小项）", item_parts(figures, "本月"), {}},
        {"4e", "随机抽查结果公示数量及网站", published_parts(site, area, figures), {}},
        {"5", "全区本系统开展随机抽查情况（单位、检查主体数量、结果公示数量）", whole_parts(area, figures), {}},
    };
}

FormSheet form_sheet(const std::vector<FormRow>& rows) {
    FormSheet sheet{"月报表", {{"栏号", 6}, {"项目", 34}, {"填写内容", 46}}, {}};
    sheet.rows.push_back({std::string(), std::string("单位名称（盖章）"), std::string(blank_words)});
    sheet.rows.push_back({std::string(), std::string("填表时间"), std::string(blank_words)});
    add_form_rows(sheet, rows);
    for (const std::string_view line : {"联系人", "联系电话", "手机"})
        sheet.rows.push_back({std::string(), std::string(line), std::string(blank_words)});
    return sheet;
}

}  // namespace

void write_monthly_form(const Site& site, records::PublicSite& records, const records::Office& office,
                        const FormFigures& figures) {
    const std::string title = fmt::format("{}“双随机、一公开”监管工作月报表", office.name);
    Page page(site, form_address(office.area, figures.period), fmt::format("{}（{}）", title, figures.period.words),
              "form.tpl");
    page.section("rules");
    page.crumb(office.name, records::address::office(office.area));
    page.crumb("月报和汇总", forms_address(office.area));
    page.describe(fmt::format("{}{}的双随机、一公开月报表：从公开数据算得出的已经填好，其余留空。", office.name,
                              figures.period.words));
    const std::vector<FormRow> rows = rows_of(site, office.area, figures);
    page.body().set("FORM_TITLE", title);
    page.body().set("PERIOD", figures.period.words);
    if (still_running(site, figures.period)) page.body().show("RUNNING");
    page.body().set("XLSX_HREF", page.href(form_workbook_address(office.area, figures.period)));
    fill_form_rows(page, fmt::format("{}月报表", figures.period.words), rows);
    fill_draw_table(page, figures);
    fill_problem_table(page, records, office.area, figures);
    fill_item_table(page, figures);
    fill_unit_table(page, office.area, figures);
    page.put();
    put_form_workbook(site, form_workbook_address(office.area, figures.period), figures.period.span.from,
                      {form_sheet(rows), draw_sheet(site, figures), item_sheet(figures), unit_sheet(figures)});
}

}  // namespace pages
