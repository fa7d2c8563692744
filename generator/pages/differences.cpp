// 对比: what changed from one edition to another, cell by cell with the reason; unchanged rows folded with their count.
#include <fmt/format.h>

#include "generator/pages/editions.h"

namespace pages {
namespace {

void fill_rows(Page& page, View section, std::string_view row_section,
               const std::vector<const records::EditionRow*>& rows) {
    for (const records::EditionRow* row : rows) {
        View view = section.add(row_section);
        view.set("ROW_NAME", row_name(*row));
        if (row->task != 0)
            view.fill("ROW_HREF", page.href(records::address::task(row->task)));
        else
            view.show("ROW_PLAIN");
        view.fill("ROW_REASON", row->cells.text("change_reason"));
    }
}

}  // namespace

std::string difference_words(const Series& series, const EditionDifference& difference) {
    if (difference.count() == 0) return fmt::format("{}没有变化。", series.row_word());
    std::vector<std::string> parts;
    if (!difference.added.empty()) parts.push_back(fmt::format("新增 {} 项", difference.added.size()));
    if (!difference.dropped.empty()) parts.push_back(fmt::format("取消 {} 项", difference.dropped.size()));
    if (!difference.changed.empty()) parts.push_back(fmt::format("修改 {} 项", difference.changed.size()));
    return fmt::format("{}{}；其余 {} 项不变。", series.row_word(), joined(parts, "，"), difference.unchanged.size());
}

void fill_difference(Page& page, const Series& series, const EditionDifference& difference) {
    View view = page.body().include("DIFFERENCE", "difference.tpl");
    view.set("ROW_WORD", series.row_word());
    if (!difference.added.empty()) {
        View added = view.add("ADDED");
        added.set("ADDED_COUNT", static_cast<std::int64_t>(difference.added.size()));
        fill_rows(page, added, "ADDED_ROW", difference.added);
    }
    if (!difference.dropped.empty()) {
        View dropped = view.add("DROPPED");
        dropped.set("DROPPED_COUNT", static_cast<std::int64_t>(difference.dropped.size()));
        fill_rows(page, dropped, "DROPPED_ROW", difference.dropped);
    }
    if (!difference.changed.empty()) {
        Table table(page, view, "MODIFIED_TABLE", fmt::format("修改的{}（逐格）", series.row_word()),
                    {std::string(series.row_word()), "栏目", "原来 → 现在"});
        for (const RowChange& change : difference.changed)
            for (const CellChange& cell : change.cells) {
                table.row();
                table.link(change.after->task != 0 ? records::address::task(change.after->task) : "",
                           row_name(*change.after));
                if (const std::string_view why = change.after->cells.text("change_reason");
                    !why.empty() && &cell == &change.cells.front())
                    table.also(fmt::format("理由：{}", why));
                table.text(term(cell.field));
                table.change(cell.before, cell.after);
            }
    }
    if (!difference.unchanged.empty()) {
        View unchanged = view.add("UNCHANGED");
        unchanged.set("UNCHANGED_COUNT", static_cast<std::int64_t>(difference.unchanged.size()));
        fill_rows(page, unchanged, "UNCHANGED_ROW", difference.unchanged);
    }
}

void write_difference(const Site& site, const Series& series, std::size_t before, std::size_t after) {
    const records::PublicEdition& old_edition = series.editions[before];
    const records::PublicEdition& new_edition = series.editions[after];
    const std::string old_words = edition_words(old_edition.edition.number, series.item_list);
    const std::string new_words = edition_words(new_edition.edition.number, series.item_list);
    Page page(site, series.difference_address(old_edition.edition.number, new_edition.edition.number),
              fmt::format("对比：{}与{}", new_words, old_words), "comparison.tpl");
    page.section(series.section());
    page.crumb(series.parent_words(), series.parent_address());
    page.crumb(series.name, series.address());
    page.crumb(new_words, series.address(new_edition.edition.number));
    page.dated(new_edition.edition.head.published_on);
    page.body().set("NAME", series.name);
    page.body().set("OLD_WORDS", old_words);
    page.body().set("OLD_HREF", page.href(series.address(old_edition.edition.number)));
    page.body().set("NEW_WORDS", new_words);
    page.body().set("NEW_HREF", page.href(series.address(new_edition.edition.number)));
    if (!old_edition.standing.withdrawn_on.empty() || !new_edition.standing.withdrawn_on.empty()) {
        page.body().set("CHANGE_WORDS", "其中一版已经撤回，不再对比。");
        return page.put();
    }
    page.body().show("COMPARED");
    const EditionDifference changes = difference(old_edition.rows, new_edition.rows);
    page.body().set("CHANGE_WORDS", difference_words(series, changes));
    for (std::size_t i = before + 1; i <= after; ++i)
        if (const records::Edition& step = series.editions[i].edition; !step.reason.empty()) {
            View reason = page.body().add("REASONS");
            reason.set("REASON_EDITION", edition_words(step.number, series.item_list));
            reason.set("REASON", step.reason);
        }
    fill_difference(page, series, changes);
    page.put();
}

}  // namespace pages
