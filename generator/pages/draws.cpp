// 抽取: when, how, from how many, who was drawn, and what became of each. An unrevealed list says when it will be
// public.
#include <fmt/format.h>

#include "generator/pages/attachments.h"
#include "generator/pages/download.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

std::string title_of(const records::PublicDraw& draw) {
    if (!draw.draw.title.empty()) return draw.draw.title;
    return fmt::format("{}：{}", draw.task_name, draw.draw.number.empty() ? "抽取" : draw.draw.number);
}

std::string page_address(records::Id draw, int number) {
    return numbered_address(records::address::draw(draw), number);
}

void fill_facts(Page& page, const Site& site, const records::PublicDraw& draw) {
    const records::DrawFacts& facts = draw.draw;
    FactList list(page, page.body(), "FACTS");
    list.link("任务", facts.task != 0 ? records::address::task(facts.task) : "", draw.task_name);
    list.link("区县", records::address::office(draw.office), site.office_name(draw.office));
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
    list.date("认领确认", facts.confirmed_on);
    list.date("告知检查对象", facts.notified_on);
    list.text("文号", facts.document_number);
    list.date("公开日期", facts.published_on);
    list.text("备注", facts.note);
}

void fill_verdict(Page& page, const records::PublicDraw& draw) {
    std::string words;
    if (!draw.draw.list_public)
        words = "这次抽取的名单按规定不公开，只公开数量。";
    else if (!draw.revealed)
        words = fmt::format("名单将在{}公开。提前公开会使检查失去意义。", date_words(draw.draw.reveal_on));
    else if (draw.listed + draw.withheld == 0)
        words = "名单应当已经公开，但本站还没有收到名单。";
    else if (draw.draw.population)
        words = fmt::format("从 {} 户中抽中 {} 户。", *draw.draw.population, draw.listed + draw.withheld);
    else
        words = fmt::format("抽中 {} 户。", draw.listed + draw.withheld);
    page.body().fill("VERDICT", words);
    if (draw.withheld > 0)
        page.body().fill("WITHHELD", fmt::format("其中 {} 户依法不予公开，名单中不列出。", draw.withheld));
}

void fill_list(Page& page, const std::vector<records::PublicDrawnObject>& rows) {
    Table table(page, page.body(), "TABLE", "抽查名单", {"序号", "检查对象", "登记机关", "检查人员", "结果公开"});
    table.column_style(0, "narrow");
    for (const records::PublicDrawnObject& object : rows) {
        table.row(fmt::format("p{}", object.row.position));
        table.number(object.row.position);
        table.link(enterprise_address(object.code, object.row.object), object.name);
        table.also_code(object.code);
        table.text(object.authority);
        table.text(joined(object.row.inspectors));
        table.state(state_of(object.state));
        if (object.result != 0)
            table.also_link(records::address::result(object.result), "看结果");
        else if (!object.result_due.on.empty())
            table.also(fmt::format("期限 {}{}", object.result_due.on, object.result_due.provisional ? "（暂定）" : ""));
        table.also(object.row.note);
    }
}

void write_list_download(Page& page, records::PublicSite& records, const records::PublicDraw& draw) {
    const std::string name = records::address::draw(draw.draw.draw) + "list";
    Download download(page.site(), name, "抽查名单",
                      {"序号", "检查对象", "统一社会信用代码/注册号", "登记机关", "检查人员（代号）", "结果公开情况",
                       "结果公开期限", "备注"});
    records.each_drawn_object(draw.draw.draw, [&](const records::PublicDrawnObject& object) {
        download.number(object.row.position);
        download.text(object.name);
        download.text(object.code);
        download.text(object.authority);
        download.text(joined(object.row.inspectors));
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

void write_page(const Site& site, records::PublicSite& records, const records::PublicDraw& draw, int number,
                const std::vector<records::PublicDrawnObject>& rows, bool more) {
    const std::string title = title_of(draw);
    Page page(site, page_address(draw.draw.draw, number),
              number == 1 ? title : fmt::format("{}：名单第{}页", title, number), "draw.tpl");
    page.section("draws");
    page.crumb("抽取", "draws/");
    if (number > 1) page.crumb(title, records::address::draw(draw.draw.draw));
    page.published(draw.draw.published_on, draw.draw.agency);
    page.body().set("DRAW_TITLE", title);
    if (number == 1) {
        page.describe(fmt::format("{}：{}。", site.office_name(draw.office), title));
        page.qr_on_paper();
        page.twin(records.body("draw", fmt::format("{}", draw.draw.draw)));
        if (!fill_standing(page, draw.standing)) {
            fill_verdict(page, draw);
            fill_facts(page, site, draw);
            fill_attachments(page, records, records::PublicSite::Of::draw, draw.draw.draw);
            if (!rows.empty()) write_list_download(page, records, draw);
            fill_citation(page, draw.draw.agency, title, draw.draw.published_on, page_address(draw.draw.draw, 1));
        }
    }
    if (!rows.empty()) fill_list(page, rows);
    fill_pager(page, number > 1 ? page_address(draw.draw.draw, number - 1) : "",
               more ? page_address(draw.draw.draw, number + 1) : "", "", "名单分页");
    page.put();
}

}  // namespace

void write_draw(const Site& site, records::PublicSite& records, const records::PublicDraw& draw) {
    RowPages<records::PublicDrawnObject> list(
        [&](int number, const auto& rows, bool more) { write_page(site, records, draw, number, rows, more); });
    if (draw.revealed && draw.standing.withdrawn_on.empty())
        records.each_drawn_object(draw.draw.draw, [&](const records::PublicDrawnObject& row) { list.add(row); });
    list.finish();
}

namespace {

void write_draws_page(const Site& site, const std::vector<records::PublicDraw>& draws, std::int64_t all, int number,
                      bool more) {
    Page page(site, numbered_address("draws/", number), number == 1 ? "抽取" : fmt::format("抽取第{}页", number),
              "list.tpl");
    page.section("draws");
    if (number > 1) page.crumb("抽取", "draws/");
    page.describe("历次随机抽取：时间、方式、抽中多少、名单。");
    page.body().set("LEAD", "每一次抽取何时进行、从多少户里抽、抽中了谁。被抽中只说明被随机选到，不说明有问题。");
    if (draws.empty()) page.body().fill("EMPTY", "还没有公开的抽取。抽取公开后会列在这里。");
    Table table(page, page.body(), "TABLE", fmt::format("抽取（{}次，新的在前）", all),
                {"抽取日期", "抽取", "区县", "对象总数", "抽中", "名单"});
    table.column_style(0, "date");
    table.column_style(3, "number");
    table.column_style(4, "number");
    for (const records::PublicDraw& draw : draws) {
        page.dated(draw.draw.published_on);
        table.row();
        table.date(draw.draw.drawn_at);
        table.link(records::address::draw(draw.draw.draw), title_of(draw));
        table.link(records::address::office(draw.office), site.office_name(draw.office));
        table.text(draw.draw.population ? fmt::format("{}", *draw.draw.population) : "");
        table.text(drawn_words(draw));
        table.state(list_state(draw));
        if (draw.draw.list_public && !draw.revealed) table.also(fmt::format("{}公开", draw.draw.reveal_on));
    }
    fill_pager(page, number > 1 ? numbered_address("draws/", number - 1) : "",
               more ? numbered_address("draws/", number + 1) : "", "", "抽取分页");
    page.put();
}

}  // namespace

void write_draws(const Site& site, records::PublicSite& records) {
    const auto draws = records.draws();
    RowPages<records::PublicDraw> list([&](int number, const auto& rows, bool more) {
        write_draws_page(site, rows, static_cast<std::int64_t>(draws.size()), number, more);
    });
    for (const records::PublicDraw& draw : draws) list.add(draw);
    list.finish();
}

}  // namespace pages
