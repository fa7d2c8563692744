#include "generator/pages/editions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "generator/pages/attachments.h"
#include "generator/pages/download.h"
#include "generator/pages/feed.h"
#include "generator/pages/kinds.h"
#include "generator/pages/ledger.h"

namespace pages {
namespace {

bool withdrawn(const Series& series, std::size_t index) {
    return !series.editions[index].standing.withdrawn_on.empty();
}

/// The edition before this one whose rows are still there to compare with; nothing for the first.
std::optional<std::size_t> compared_with(const Series& series, std::size_t index) {
    if (withdrawn(series, index)) return std::nullopt;
    for (std::size_t before = index; before-- > 0;)
        if (!withdrawn(series, before)) return before;
    return std::nullopt;
}

/// 信息公开的文件头: its seven entries always stand there, also when the office has not said one of them. Of a
/// withdrawn document only numbers and dates are left.
void fill_document(Page& page, const std::string& name, const records::DocumentHead& head, const State& validity,
                   bool whole) {
    FactList facts(page, page.body(), "FACTS");
    const auto text = [&](std::string_view term, std::string_view value) {
        facts.text(term, value.empty() ? "未注明" : value);
    };
    const auto date = [&](std::string_view term, std::string_view iso) {
        iso.empty() ? facts.text(term, "未注明") : facts.date(term, iso);
    };
    if (whole && head.title != name) facts.text("标题", head.title);
    text("索引号", head.index_number);
    text("文号", head.document_number);
    text("发布机构", head.issuer);
    date("成文日期", head.written_on);
    date("发布日期", head.published_on);
    facts.state("有效性", validity);
    if (!head.valid_until.empty()) facts.note(fmt::format("有效期至{}", date_words(head.valid_until)));
    if (!head.abolished_on.empty()) facts.note(fmt::format("{}作废", date_words(head.abolished_on)));
    text("公开方式", head.disclosure);
    if (!whole) return;
    facts.text("制定依据", head.basis);
    facts.text("使用平台", head.platform);
    facts.text("备注", head.note);
}

void fill_head(Page& page, const Series& series, std::size_t index) {
    const records::Edition& edition = series.editions[index].edition;
    const records::DocumentHead& head = edition.head;
    const bool current = index == series.current(page.site().facts.as_of);
    page.body().set("EDITION", edition_words(edition.number, series.item_list));
    const State validity =
        withdrawn(series, index) ? state_of("已撤回") : validity_of(head, current, page.site().facts.as_of);
    page.body().set("VALIDITY", validity.word);
    page.body().set("VALIDITY_STYLE", validity.style);
    page.body().fill("ISSUER", head.issuer);
    page.body().fill("DOCUMENT_NUMBER", head.document_number);
    page.body().fill("WRITTEN_ON", date_words(head.written_on));
    fill_document(page, series.name, head, validity, !withdrawn(series, index));
}

/// What each row is called, by its number.
PartNames row_names(const std::vector<records::EditionRow>& rows) {
    PartNames names;
    for (const records::EditionRow& row : rows) {
        std::string& name = names[row.id];
        for (const std::string_view field : {"task_name", "plan_name", "item", "list_item", "category", "content"})
            if (name.empty()) name = row.cells.text(field);
        if (name.empty()) name = fmt::format("第 {} 行", row.position);
    }
    return names;
}

/// 作废: when, by whom and why, and what is in force. Where no reason is logged, the one the next edition gives.
void fill_voided(Page& page, records::PublicSite& records, const Series& series, std::size_t index) {
    const std::string& as_of = page.site().facts.as_of;
    const records::Edition& edition = series.editions[index].edition;
    if (edition.head.abolished_on.empty() || edition.head.abolished_on > as_of) return;
    std::string reason;
    records.each_change([&](const records::PublicChange& change) {
        const bool here = change.kind == (series.item_list ? "item_list_edition" : "plan_edition");
        if (here && change.action == "voided" && change.record == edition.id) reason = change.reason;
    });
    if (reason.empty() && index + 1 < series.editions.size()) reason = series.editions[index + 1].edition.reason;
    View voided = page.body().add("VOIDED_DAY");
    voided.set("VOIDED_DAY", date_words(edition.head.abolished_on));
    voided.fill("VOIDED_BY", edition.head.issuer);
    voided.fill("VOIDED_REASON", reason);
    const std::size_t current = series.current(as_of);
    const std::string& ended = series.editions[current].edition.head.abolished_on;
    if (current == index || withdrawn(series, current) || (!ended.empty() && ended <= as_of))
        return voided.show("NOTHING_IN_FORCE");
    const int number = series.editions[current].edition.number;
    View link = voided.add("IN_FORCE");
    link.set("IN_FORCE_HREF", page.href(series.address(number)));
    link.set("IN_FORCE_WORDS", edition_words(number, series.item_list));
}

/// How many tasks the plan has and how many of them are joint (联合抽查), by the rows' own word.
void fill_summary(Page& page, const std::vector<records::EditionRow>& rows) {
    const auto joint = std::count_if(rows.begin(), rows.end(), [](const records::EditionRow& row) {
        const std::string_view word = row.cells.text("joint");
        return word == "是" || word.starts_with("联合");
    });
    if (rows.empty()) return;
    std::string words = fmt::format("共 {} 项抽查任务", rows.size());
    if (joint > 0) words += fmt::format("，其中部门联合 {} 项（{}%）", joint, joint * 100 / std::ssize(rows));
    page.body().fill("SUMMARY", words + "。");
}

void fill_chain(Page& page, const Series& series, std::size_t index) {
    if (series.editions.size() < 2) return;
    page.body().show("CHAIN");
    for (std::size_t i = 0; i < series.editions.size(); ++i) {
        const records::Edition& edition = series.editions[i].edition;
        View link = page.body().add("CHAIN_LINK");
        link.set("CHAIN_WORDS", edition_words(edition.number, series.item_list));
        link.fill("CHAIN_DATE", edition.head.published_on.empty() ? "" : date_words(edition.head.published_on));
        if (const auto before = compared_with(series, i)) {
            const auto count = difference(series.editions[*before].rows, series.editions[i].rows).count();
            link.set("CHAIN_COUNT", static_cast<std::int64_t>(count));
            link.show("CHAIN_CHANGES");
        }
        if (i == index)
            link.show("CHAIN_HERE");
        else
            link.fill("CHAIN_HREF", page.href(series.address(edition.number)));
        if (i == series.current(page.site().facts.as_of)) link.show("CHAIN_NEWEST");
    }
}

void fill_comparisons(Page& page, const Series& series, std::size_t index) {
    for (std::size_t before = 0; before < index; ++before) {
        if (withdrawn(series, before)) continue;
        const int from = series.editions[before].edition.number, to = series.editions[index].edition.number;
        View link = page.body().add("COMPARISON");
        link.set("COMPARISON_WORDS", fmt::format("与{}对比", edition_words(from, series.item_list)));
        link.set("COMPARISON_HREF", page.href(series.difference_address(from, to)));
    }
}

/// How wide a column must be for its texts not to become towers of single characters.
std::string_view width_of(const std::vector<records::EditionRow>& rows, const std::string& field) {
    std::size_t longest = 0;  // bytes; a Chinese character is three
    for (const records::EditionRow& row : rows) longest = std::max(longest, row.cells.text(field).size());
    return longest > 90 ? "long" : longest > 36 ? "medium" : longest <= 12 ? "narrow" : "";
}

void fill_row(Table& table, const records::EditionRow& row, const std::vector<std::string>& fields,
              const std::string& link_field) {
    table.row(row.task != 0 ? fmt::format("t{}", row.task) : "");
    for (const std::string& field : fields) {
        const std::string_view text = row.cells.text(field);
        if (row.task != 0 && field == link_field)
            table.link(records::address::task(row.task), text.empty() ? "（未命名）" : text);
        else
            table.text(text);
    }
}

/// Takes the fields that all rows share out of the table's and says them once.
void fill_repeated(Page& page, const std::vector<records::EditionRow>& rows, std::vector<std::string>& fields) {
    const std::vector<std::string> repeated = repeated_fields(rows);
    if (repeated.empty()) return;
    page.body().show("REPEATED");
    FactList facts(page, page.body(), "REPEATED_FACTS");
    for (const std::string& field : repeated) {
        facts.text(term(field), rows.front().cells.text(field));
        std::erase(fields, field);
    }
}

void fill_table(Page& page, const Series& series, const records::PublicEdition& edition) {
    std::vector<std::string> fields = filled_fields(edition.rows);
    if (fields.empty()) return page.body().show("NO_ROWS");
    fill_repeated(page, edition.rows, fields);
    std::vector<std::string> columns;
    for (const std::string& field : fields) columns.push_back(term(field));
    Table table(page, page.body(), "TABLE",
                fmt::format("{}（{}项）", series.item_list ? "抽查事项" : "抽查任务", edition.rows.size()), columns);
    if (fields.size() > 5) table.scrolling();
    for (std::size_t i = 0; i < fields.size(); ++i) table.column_style(i, width_of(edition.rows, fields[i]));
    const auto named = std::find_if(fields.begin(), fields.end(), names_row);
    const std::string link_field = named != fields.end() ? *named : fields.empty() ? "" : fields.front();
    for (const records::EditionRow& row : edition.rows) fill_row(table, row, fields, link_field);
}

void write_downloads(Page& page, const Series& series, const records::PublicEdition& edition) {
    const std::vector<std::string> fields = filled_fields(edition.rows);
    if (fields.empty()) return;
    std::vector<std::string> columns{series.item_list ? "版本" : "任务永久编号"};
    for (const std::string& field : fields) columns.push_back(term(field));
    const std::string name = series.address(edition.edition.number) + (series.item_list ? "items" : "tasks");
    Download download(page.site(), name, series.item_list ? "抽查事项" : "抽查任务", columns);
    for (const records::EditionRow& row : edition.rows) {
        download.number(series.item_list ? edition.edition.number : row.task);
        for (const std::string& field : fields) download.text(row.cells.text(field));
        download.end_row();
    }
    download.finish();
    View view = page.body().include("DOWNLOADS", "downloads.tpl");
    view.set("CSV_HREF", page.href(name + ".csv"));
    view.set("XLSX_HREF", page.href(name + ".xlsx"));
    view.set("DOWNLOAD_ROWS", download.rows());
}

}  // namespace

std::size_t Series::current(std::string_view as_of) const {
    for (std::size_t i = editions.size(); i-- > 0;) {
        const std::string& abolished = editions[i].edition.head.abolished_on;
        if ((abolished.empty() || abolished > as_of) && editions[i].standing.withdrawn_on.empty()) return i;
    }
    return editions.empty() ? 0 : editions.size() - 1;
}

std::string Series::address() const {
    return item_list ? records::address::item_list(id) : records::address::plan(id);
}
std::string Series::address(int number) const {
    return item_list ? records::address::item_list_edition(id, number) : records::address::plan_edition(id, number);
}
std::string Series::difference_address(int before, int after) const {
    return fmt::format("{}from-{}.html", address(after), before);
}
std::string Series::parent_address() const {
    return item_list ? "item-lists/" : "plans/";
}
std::string_view Series::parent_words() const {
    return item_list ? "抽查事项清单" : "抽查计划";
}
std::string_view Series::section() const {
    return item_list ? "rules" : "plans";
}
std::string_view Series::row_word() const {
    return item_list ? "事项" : "任务";
}

void write_edition(const Site& site, records::PublicSite& records, const Series& series, std::size_t index) {
    const records::PublicEdition& edition = series.editions[index];
    const int number = edition.edition.number;
    const char* const kind = series.item_list ? "item_list_edition" : "plan_edition";
    const std::string words = edition_words(number, series.item_list);
    Page page(site, series.address(number), fmt::format("{}（{}）", series.name, words), "edition.tpl");
    page.section(series.section());
    page.crumb(series.parent_words(), series.parent_address());
    page.crumb(series.name, series.address());
    page.published(edition.edition.head.published_on, edition.edition.head.issuer);
    page.describe(fmt::format("{}{}，{}，共{}项{}。", site.office_name(series.office), series.name, words,
                              edition.rows.size(), series.row_word()));
    page.official_document();
    page.qr_on_paper();
    page.twin(records.body(kind, fmt::format("{}/{}", series.id, number)));
    page.body().set("NAME", series.name);
    fill_head(page, series, index);
    fill_voided(page, records, series, index);
    Ledger ledger;
    if (!withdrawn(series, index)) ledger.add(records, kind, edition.edition.id);
    if (!fill_standing(page, edition.standing, ledger)) {
        if (!series.item_list) fill_summary(page, edition.rows);
        fill_chain(page, series, index);
        if (const auto before = compared_with(series, index)) {
            const EditionDifference changes = difference(series.editions[*before].rows, edition.rows);
            page.body().show("CHANGED");
            page.body().set("CHANGE_WORDS", difference_words(series, changes));
            page.body().fill("REASON", edition.edition.reason);
            fill_difference(page, series, changes);
            fill_comparisons(page, series, index);
        }
        fill_table(page, series, edition);
        write_downloads(page, series, edition);
        fill_attachments(
            page, records,
            series.item_list ? records::PublicSite::Of::item_list_edition : records::PublicSite::Of::plan_edition,
            edition.edition.id);
        fill_ledger(page, ledger, ledger.of_parts() ? row_names(edition.rows) : PartNames{});
        const std::string& title = edition.edition.head.title;
        fill_citation(page, edition.edition.head.issuer,
                      title.find(words) != title.npos ? title : fmt::format("{}（{}）", series.name, words),
                      edition.edition.head.published_on, series.address(number));
    }
    page.put();
    for (std::size_t before = 0; before < index; ++before) write_difference(site, series, before, index);
}

void write_series(const Site& site, records::PublicSite& records, const Series& series) {
    Page page(site, series.address(), series.name, "series.tpl");
    page.section(series.section());
    page.crumb(series.parent_words(), series.parent_address());
    page.twin(records.body(series.item_list ? "item_list" : "plan", fmt::format("{}", series.id)));
    FactList facts(page, page.body(), "FACTS");
    facts.link("区县", records::address::office(series.office), site.office_name(series.office));
    facts.text("部门", series.department);
    if (!series.editions.empty()) {
        const int number = series.editions[series.current(site.facts.as_of)].edition.number;
        View current = page.body().add("CURRENT");
        current.set("CURRENT_WORDS", edition_words(number, series.item_list));
        current.set("CURRENT_HREF", page.href(series.address(number)));
    }
    Table table(page, page.body(), "TABLE", "全部版本（新的在前）",
                {"版本", "文号", "发布日期", std::string(series.row_word()), "调整了什么"});
    table.column_style(2, "date");
    table.column_style(3, "number");
    for (std::size_t i = series.editions.size(); i-- > 0;) {
        const records::PublicEdition& edition = series.editions[i];
        page.dated(edition.edition.head.published_on);
        table.row();
        table.link(series.address(edition.edition.number), edition_words(edition.edition.number, series.item_list));
        const char* kind = series.item_list ? "item_list_edition" : "plan_edition";
        if (const auto mark = objection_mark(site, kind, edition.edition.id)) table.also_state(*mark);
        table.text(edition.edition.head.document_number);
        table.date(edition.edition.head.published_on);
        table.number(static_cast<std::int64_t>(edition.rows.size()));
        if (withdrawn(series, i))
            table.text("本版已撤回");
        else if (const auto before = compared_with(series, i))
            table.text(difference_words(series, difference(series.editions[*before].rows, edition.rows)));
        else
            table.text("");
        if (!edition.edition.reason.empty()) table.also(fmt::format("理由：{}", edition.edition.reason));
    }
    if (!series.item_list) {
        page.body().fill("FEED_HREF", page.href(plan_feed(series.id)));
        page.alternate("application/atom+xml", series.name, plan_feed(series.id));
    }
    fill_citation(page, site.office_name(series.office), series.name,
                  series.editions.empty() ? "" : series.editions.back().edition.head.published_on, series.address());
    page.put();
}

}  // namespace pages
