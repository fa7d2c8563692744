// Item lists 随机抽查事项清单: one file is one edition of one list.
#include <algorithm>
#include <memory>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/task_identity.h"
#include "text/fold.h"
#include "text/number.h"

namespace importing {

namespace {

using records::Id;
using Which = records::Portal::Which;

class ItemImport {
  public:
    explicit ItemImport(ImportRun& run) : run_(run) {}

    void sheet() {
        if (!ready_) ready_ = prepare();
    }

    void row(const RowValues& row) {
        PlanRow one{row.sheet(), row.number(), row.cells(), ready_ ? run_.keep(row) : 0};
        if (task_name(one.cells).empty())
            row.error("item", "这一行没有抽查事项", "写明事项名称；空白若表示同上一行，加 --fill-down 列名");
        rows_.push_back(std::move(one));
    }

    void finish() {
        if (!ready_ || run_.problems.any_error()) return;
        const auto editions = run_.portal.item_list_editions(Which::with_drafts);
        const auto own = std::find_if(editions.begin(), editions.end(), [&](const records::Edition& one) {
            return one.of == list_.id && one.number == edition_.number;
        });
        const bool known = own != editions.end();
        const auto current = run_.portal.current_item_list_edition(list_.id, edition_.number);
        const bool same = known && own->head == edition_.head && own->reason == edition_.reason;
        const Settled settled = run_.settle(current, same, [&](const std::string& reason) {
            run_.context_error("title", "这一版清单的" + changed_head(own->head, edition_.head) + "：" + reason,
                               how_to_correct);
        });
        if (settled == Settled::refused) return;
        if (settled == Settled::add) --run_.report.added;  // its rows are counted
        if (settled == Settled::unchanged) --run_.report.unchanged;
        edition_.of = list_.id;
        edition_.correction = run_.correction(settled, current);
        const Id edition =
            settled == Settled::unchanged ? own->id : run_.portal.add_item_list_edition(run_.batch, edition_);
        const auto before = known ? run_.portal.items(own->id, Which::with_drafts) : std::vector<records::EditionRow>();
        for (std::size_t i = 0; i < rows_.size(); ++i) add_row(edition, static_cast<int>(i), before, current);
        for (const records::EditionRow& row : before)
            if (row.position >= static_cast<int>(rows_.size()))
                run_.file_note("这一版原有的第 " + std::to_string(row.position + 1) + " 项（" + task_name(row.cells) +
                                   "）不在新表里，仍然保留",
                               "若是取消事项，请作为下一版导入");
    }

  private:
    bool prepare() {
        run_.require_office();
        list_.office = run_.area;
        list_.department = run_.department;
        list_.joint = run_.context_yes_no("joint", !run_.department.has_value());
        list_.name = run_.context.text("list_id").empty() ? run_.require("list_name") : run_.context.text("list_name");
        run_.require_joint_or_department();
        find_named_list();
        edition_ = read_edition(run_, list_.name);
        if (run_.problems.any_error()) return false;
        if (list_.id == 0) list_.id = known_list();
        if (list_.id != 0 && take_back_draft(run_, run_.portal.current_item_list_edition(list_.id, edition_.number)))
            if (!is_there(list_.id)) list_.id = 0;  // it had come with the draft
        if (list_.id == 0) list_.id = run_.portal.mint_item_list(run_.batch, list_);
        return check_predecessor();
    }

    /// 清单页面编号 names the list whatever it is called now.
    void find_named_list() {
        const std::string named = run_.context.text("list_id");
        if (named.empty()) return;
        const auto id = text::parse_integer(named);
        for (const records::ItemList& list : run_.portal.item_lists())
            if (id == list.id && list.office == list_.office) {
                list_.id = list.id;
                if (list_.name.empty()) list_.name = list.name;
            }
        if (list_.id == 0) run_.context_error("list_id", "没有这个编号的清单", "编号见清单页的网址");
    }

    bool is_there(Id id) {
        const std::vector<records::ItemList> lists = run_.portal.item_lists();
        return std::any_of(lists.begin(), lists.end(), [&](const records::ItemList& list) { return list.id == id; });
    }

    Id known_list() {
        for (const records::ItemList& list : run_.portal.item_lists())
            if (list.office == list_.office && list.department == list_.department && list.joint == list_.joint &&
                text::fold(list.name) == text::fold(list_.name))
                return list.id;
        return 0;
    }

    bool check_predecessor() {
        if (edition_.number == 0) return true;
        for (const records::Edition& edition : run_.portal.item_list_editions(Which::with_drafts))
            if (edition.of == list_.id && edition.number == edition_.number - 1) return true;
        run_.context_error("edition", "还没有它的上一版",
                           "先导入" + edition_term(edition_.number - 1) + "，再导入这一版");
        return false;
    }

    /// Rows of a list are known by their places.
    void add_row(Id edition, int position, const std::vector<records::EditionRow>& before,
                 const std::optional<records::Portal::Current>& edition_current) {
        const PlanRow& from = rows_[static_cast<std::size_t>(position)];
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&](const records::EditionRow& row) { return row.position == position; });
        const bool published = edition_current && edition_current->published;
        if (old == before.end() && published && !run_.request.correct)
            return refuse(from, "这一版清单已经公布，不能再添事项",
                          "新增的事项请作为下一版导入；若是公布时漏了，加 --correct --reason \"理由\"");
        const auto current = run_.portal.current_item(edition, position);
        const bool same = old != before.end() && old->cells == from.cells;
        const Settled settled = run_.settle(current, same, [&](const std::string& reason) {
            refuse(from, reason + "（" + changed_cells("items", old->cells, from.cells) + "）", how_to_correct);
        });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        run_.portal.add_item(run_.batch, from.source,
                             {0, edition, 0, position, from.cells, run_.correction(settled, current)});
    }

    void refuse(const PlanRow& row, std::string reason, std::string suggestion) {
        Problem problem;
        problem.sheet = row.sheet;
        problem.row = row.number;
        problem.value = task_name(row.cells);
        problem.reason = std::move(reason);
        problem.suggestion = std::move(suggestion);
        run_.problems.error(std::move(problem));
    }

    ImportRun& run_;
    bool ready_ = false;
    records::ItemList list_;
    records::Edition edition_;
    std::vector<PlanRow> rows_;
};

}  // namespace

KindImporter import_items(ImportRun& run) {
    auto import = std::make_shared<ItemImport>(run);  // lives as long as its three functions
    return {[import](SheetColumns&) { import->sheet(); }, [import](const RowValues& row) { import->row(row); },
            [import] { import->finish(); }};
}

}  // namespace importing
