// Item lists 随机抽查事项清单: one file is one edition of one list.
#include <algorithm>
#include <memory>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/task_identity.h"
#include "text/fold.h"

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
        PlanRow one{row.number(), row.cells(), ready_ ? run_.keep(row) : 0};
        if (task_name(one.cells).empty()) row.error("item", "这一行没有抽查事项", "写明事项名称；合并单元格请在工作簿里合并后再存");
        rows_.push_back(std::move(one));
    }

    void finish() {
        if (!ready_ || run_.problems.any_error()) return;
        const auto editions = run_.portal.item_list_editions(Which::with_drafts);
        const auto own = std::find_if(editions.begin(), editions.end(), [&](const records::Edition& one) {
            return one.of == list_.id && one.number == edition_.number;
        });
        const auto current = run_.portal.current_item_list_edition(list_.id, edition_.number);
        const bool same = own != editions.end() && own->head == edition_.head && own->reason == edition_.reason &&
                          same_rows(own->id);
        const Settled settled = run_.settle(current, same, [&](std::string reason) {
            run_.context_error("title", "这一版清单已经公布，与公布的不同：" + reason, how_to_correct);
        });
        if (settled == Settled::refused || settled == Settled::unchanged) return;
        edition_.of = list_.id;
        edition_.correction = run_.correction(settled, current);
        const Id edition = run_.portal.add_item_list_edition(run_.batch, edition_);
        int position = 0;
        run_.report.added += static_cast<std::int64_t>(rows_.size());
        for (const PlanRow& row : rows_)
            run_.portal.add_item(run_.batch, row.source, {0, edition, 0, position++, row.cells, std::nullopt});
    }

  private:
    bool prepare() {
        run_.require_office();
        list_.office = run_.area;
        list_.department = run_.department;
        list_.joint = run_.context_yes_no("joint", !run_.department.has_value());
        list_.name = run_.require("list_name");
        edition_ = read_edition(run_);
        if (run_.problems.any_error()) return false;
        list_.id = known_list();
        if (list_.id != 0 && take_back_draft(run_, run_.portal.current_item_list_edition(list_.id, edition_.number)))
            list_.id = known_list();  // it may have come with the draft
        if (list_.id == 0) list_.id = run_.portal.mint_item_list(run_.batch, list_);
        return true;
    }

    Id known_list() {
        for (const records::ItemList& list : run_.portal.item_lists())
            if (list.office == list_.office && list.department == list_.department && list.joint == list_.joint &&
                text::fold(list.name) == text::fold(list_.name))
                return list.id;
        return 0;
    }

    bool same_rows(Id edition) {
        const std::vector<records::EditionRow> old = run_.portal.items(edition, Which::with_drafts);
        return old.size() == rows_.size() &&
               std::equal(old.begin(), old.end(), rows_.begin(),
                          [](const records::EditionRow& one, const PlanRow& other) { return one.cells == other.cells; });
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
