#include "generator/pages/draw_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pages/download.h"
#include "generator/pages/due_clock.h"
#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {

std::string title_of(const records::PublicDraw& draw) {
    if (!draw.draw.title.empty()) return draw.draw.title;
    return fmt::format("{}：{}", draw.task_name, draw.draw.number.empty() ? "抽取" : draw.draw.number);
}

namespace {

/// 认领确认: its day and whether it was in time. Committed draws say nothing before their list exists.
void fill_claim(FactList& list, const Site& site, const records::PublicDraw& draw, bool committed) {
    const records::DrawFacts& facts = draw.draw;
    list.date("认领确认", facts.confirmed_on);
    if (committed && draw.due.state.empty() && facts.confirmed_on.empty()) return;
    if (draw.due.state.empty())
        list.text("认领确认期限", deadline_words(draw.due, "认领确认"));
    else
        list.state("认领确认是否按期", kept_state(site, draw.office, draw.due, facts.confirmed_on));
    if (!draw.due.state.empty()) list.note(deadline_words(site, draw.office, draw.due, "认领确认"));
}

}  // namespace

void fill_draw_facts(Page& page, const records::PublicDraw& draw, bool committed) {
    const records::DrawFacts& facts = draw.draw;
    FactList list(page, page.body(), "FACTS");
    list.link("任务", facts.task != 0 ? records::address::task(facts.task) : "", draw.task_name);
    list.link("区县", records::address::office(draw.office), page.site().office_name(draw.office));
    list.text("抽取编号", facts.number);
    list.text("抽取机关", facts.agency);
    list.date("抽取时间", facts.drawn_at);
    list.text("抽取方式", facts.method);
    list.text("抽查类型", facts.draw_type);
    list.text("对象范围", facts.scope);
    if (facts.population) list.text("抽查对象总数", fmt::format("{} 户", *facts.population));
    if (facts.target) list.text("应抽数量", fmt::format("{} 户", *facts.target));
    list.text("抽取比例", facts.ratio);
    if (facts.inspectors_drawn) list.text("抽取检查人员", fmt::format("{} 人", *facts.inspectors_drawn));
    list.text("人员匹配方式", facts.matching);
    list.text("见证", facts.witnesses);
    list.date("抽查前培训", facts.trained_on);
    fill_claim(list, page.site(), draw, committed);
    list.date("告知检查对象", facts.notified_on);
    list.text("文号", facts.document_number);
    list.date(committed ? "承诺公布日期" : "公开日期", facts.published_on);
    list.text("备注", facts.note);
}

namespace {

/// The slots of a visit; of an imported list (not committed to) an empty cell stays empty.
std::string inspectors_words(std::vector<std::string> slots, bool committed) {
    const auto empty = std::count(slots.begin(), slots.end(), "");
    if (committed && empty == std::ssize(slots)) return "尚未配齐检查人员";
    std::replace(slots.begin(), slots.end(), std::string(), std::string("空缺"));
    return joined(slots);
}

}  // namespace

void fill_draw_list(Page& page, const std::vector<records::PublicDrawnObject>& rows, bool committed) {
    Table table(page, page.body(), "TABLE", "抽查名单", {"序号", "检查对象", "登记机关", "检查人员", "结果公开"});
    table.column_style(0, "narrow");
    for (const records::PublicDrawnObject& object : rows) {
        table.row(fmt::format("p{}", object.row.position));
        table.number(object.row.position);
        table.link(enterprise_address(object.code, object.row.object), object.name);
        table.also_code(object.code);
        table.text(object.authority);
        table.text(inspectors_words(object.row.inspectors, committed));
        table.state(result_state(object));
        if (object.result != 0)
            table.also_link(records::address::result(object.result), "看结果");
        else if (!object.result_due.on.empty())
            table.also(fmt::format("期限 {}{}", object.result_due.on, object.result_due.provisional ? "（暂定）" : ""));
        table.also(object.row.note);
    }
}

void write_list_download(Page& page, records::PublicSite& records, const records::PublicDraw& draw, bool committed) {
    const std::string name = records::address::draw(draw.draw.draw) + "list";
    Download download(page.site(), name, "抽查名单",
                      {"序号", "检查对象", "统一社会信用代码/注册号", "登记机关", "检查人员（代号）", "结果公开情况",
                       "结果公开期限", "备注"});
    records.each_drawn_object(draw.draw.draw, [&](const records::PublicDrawnObject& object) {
        download.number(object.row.position);
        download.text(object.name);
        download.text(object.code);
        download.text(object.authority);
        download.text(inspectors_words(object.row.inspectors, committed));
        download.text(state_of(object.state).word);
        download.text(object.result_due.on);
        download.text(object.row.note);
        download.end_row();
    });
    if (download.rows() == 0) return;
    download.finish();
    View view = page.body().include("DOWNLOADS", "downloads.tpl");
    view.set("CSV_HREF", page.href(name + ".csv"));
    view.set("XLSX_HREF", page.href(name + ".xlsx"));
    view.set("DOWNLOAD_ROWS", download.rows());
}

}  // namespace pages
