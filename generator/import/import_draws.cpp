// Draw lists 抽查名单: one file may hold several draws (抽取批次); what the rows do not say of a draw, the context
// does.
#include <map>
#include <memory>
#include <type_traits>

#include "generator/import/disclosure.h"
#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/named_inspectors.h"
#include "generator/import/object_lookup.h"
#include "generator/import/task_lookup.h"
#include "text/date.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::DrawFacts;
using records::DrawnObject;
using records::Id;

bool same_facts(const DrawFacts& one, const DrawFacts& other) {
    return one.task == other.task && one.number == other.number && one.title == other.title &&
           one.agency == other.agency && one.drawn_at == other.drawn_at && one.method == other.method &&
           one.scope == other.scope && one.population == other.population && one.target == other.target &&
           one.ratio == other.ratio && one.draw_type == other.draw_type &&
           one.inspectors_drawn == other.inspectors_drawn && one.matching == other.matching &&
           one.confirmed_on == other.confirmed_on && one.trained_on == other.trained_on &&
           one.notified_on == other.notified_on && one.witnesses == other.witnesses &&
           one.list_public == other.list_public && one.reveal_on == other.reveal_on &&
           one.document_number == other.document_number && one.published_on == other.published_on &&
           one.disclosure == other.disclosure && one.note == other.note;
}

/// Whether a later row says something else of its draw than the first one; what it leaves blank it does not say.
bool contradicts(const DrawFacts& first, const DrawFacts& later, const RowValues& row) {
    const auto other = [](const auto& one, const auto& two) {
        return two != std::decay_t<decltype(two)>() && one != two;
    };
    const bool text = other(first.title, later.title) || other(first.agency, later.agency) ||
                      other(first.drawn_at, later.drawn_at) || other(first.method, later.method) ||
                      other(first.scope, later.scope) || other(first.ratio, later.ratio) ||
                      other(first.draw_type, later.draw_type) || other(first.matching, later.matching) ||
                      other(first.witnesses, later.witnesses) || other(first.document_number, later.document_number);
    const bool day = other(first.confirmed_on, later.confirmed_on) || other(first.trained_on, later.trained_on) ||
                     other(first.notified_on, later.notified_on) || other(first.reveal_on, later.reveal_on) ||
                     other(first.published_on, later.published_on);
    const bool number = other(first.population, later.population) || other(first.target, later.target) ||
                        other(first.inspectors_drawn, later.inspectors_drawn);
    return text || day || number || (!row.text("list_public").empty() && first.list_public != later.list_public);
}

class DrawImport {
  public:
    explicit DrawImport(ImportRun& run) : run_(run) {}

    void sheet() {
        if (tasks_ || !run_.require_office()) return;
        tasks_.emplace(run_);
        disclosure_ = disclosure_of(run_);
        for (DrawFacts& draw : run_.portal.draw_records(records::Portal::Which::with_drafts))
            known_.insert_or_assign({draw.task, text::fold(draw.number)}, draw);
    }

    void row(const RowValues& row) {
        if (!tasks_) return;
        const auto task = tasks_->find(row);
        const auto object = find_object(run_, row, UnknownObject::record);
        if (!task || !object) return;
        const Id draw = draw_of(row, *task);
        if (draw == 0) return;
        if (const auto [at, first] = rows_.emplace(std::pair(draw, *object), row.number()); !first)
            return row.error("code",
                             "同一对象在同一次抽取的名单里出现两次，另一行是第 " + std::to_string(at->second) + " 行",
                             "删去多余的一行");
        DrawnObject drawn{0,
                          draw,
                          *object,
                          ++positions_[draw],
                          pseudonyms_of(run_, row),
                          row.text("authority"),
                          row.text("note"),
                          disclosure_of(row),
                          std::nullopt};
        const auto current = run_.portal.current_drawn_object(draw, *object);
        const auto known = current ? run_.portal.drawn_object(draw, *object) : std::nullopt;
        const bool same = known && known->authority == drawn.authority && known->note == drawn.note &&
                          known->inspectors == drawn.inspectors && known->disclosure == drawn.disclosure;
        const Settled settled =
            run_.settle(current, same, [&](const std::string& reason) { row.error("name", reason, how_to_correct); });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        drawn.correction = run_.correction(settled, current);
        run_.portal.add_drawn_object(run_.batch, run_.keep(row), drawn);
    }

    /// A missing row never deletes; the clerk is told how many of a draw's objects are not in the new list.
    void finish() {
        if (!tasks_ || run_.problems.any_error()) return;
        std::map<Id, std::int64_t> missing;
        run_.portal.each_drawn_object(records::Portal::Which::with_drafts, [&](const DrawnObject& drawn) {
            if (positions_.contains(drawn.draw) && !rows_.contains({drawn.draw, drawn.object})) ++missing[drawn.draw];
        });
        for (const auto& [draw, count] : missing)
            run_.file_note("第 " + std::to_string(draw) + " 号抽取的名单里原有的 " + std::to_string(count) +
                               " 个对象不在新表里，仍然保留",
                           "若是草稿写错，用 gongshi undo 撤销旧批次后再导入");
    }

  private:
    /// The row's value, else the context's.
    std::string value(const RowValues& row, std::string_view field) const {
        const std::string own = row.text(field);
        return own.empty() ? run_.context.text(field) : own;
    }
    std::string day(const RowValues& row, std::string_view field) const {
        return row.text(field).empty() ? run_.context_date(field) : row.date(field);
    }
    std::optional<std::int64_t> count(const RowValues& row, std::string_view field) const {
        return row.text(field).empty() ? run_.context_integer(field) : row.integer(field);
    }

    struct Seen {
        Id draw = 0;
        std::uint32_t row = 0;
        DrawFacts facts;
    };

    /// The draw of a row, recorded when its first row comes; 0 when it cannot be. Later rows must say the same of it.
    Id draw_of(const RowValues& row, Id task) {
        const std::string number = value(row, "draw_number");
        const auto key = std::make_pair(task, text::fold(number));
        DrawFacts facts = read_facts(row, task, number);
        if (const auto found = seen_.find(key); found != seen_.end()) {
            const Seen& first = found->second;
            if (first.draw != 0 && contradicts(first.facts, facts, row))
                row.error("draw_number",
                          "与第 " + std::to_string(first.row) + " 行是同一次抽取，抽取时间、方式等却不一样",
                          "改成一致；若是另一次抽取，填写不同的“抽取批次”");
            return first.draw;
        }
        Seen& seen = seen_[key];
        seen = {0, row.number(), facts};
        if (facts.drawn_at.empty()) {
            row.error("drawn_at", "没有写明抽取时间", "填“抽取时间”一列，或在“说明”表里写明");
            return 0;
        }
        if (facts.population && facts.target && *facts.target > *facts.population)
            row.error("target", "抽取目标户数多于抽取库总户数", "请核对两个数");
        const auto known = known_.find(key);
        const bool there = known != known_.end();
        facts.draw = there ? known->second.draw : run_.portal.mint_draw(run_.batch, task, number);
        const auto current = there ? run_.portal.current_draw_record(facts.draw) : std::nullopt;
        const Settled settled =
            run_.settle(current, there && same_facts(known->second, facts), [&](const std::string& reason) {
                row.error("draw_number", "这次抽取的抽取时间、方式等：" + reason, how_to_correct);
            });
        if (settled == Settled::add) --run_.report.added;  // its rows are counted
        if (settled == Settled::unchanged) --run_.report.unchanged;
        if (settled != Settled::unchanged && settled != Settled::refused) {
            facts.correction = run_.correction(settled, current);
            run_.portal.add_draw_record(run_.batch, facts);
        }
        seen.draw = facts.draw;
        return facts.draw;
    }

    DrawFacts read_facts(const RowValues& row, Id task, const std::string& number) const {
        DrawFacts facts;
        facts.task = task;
        facts.number = number;
        facts.title = value(row, "title");
        facts.agency = value(row, "agency");
        facts.drawn_at = row.moment("drawn_at");
        if (facts.drawn_at.empty()) facts.drawn_at = context_moment("drawn_at");
        facts.method = value(row, "method");
        facts.scope = value(row, "scope");
        facts.population = count(row, "population");
        facts.target = count(row, "target");
        facts.ratio = value(row, "ratio");
        facts.draw_type = value(row, "draw_type");
        facts.inspectors_drawn = count(row, "inspectors_drawn");
        facts.matching = value(row, "matching");
        facts.confirmed_on = day(row, "confirmed_on");
        facts.trained_on = day(row, "trained_on");
        facts.notified_on = day(row, "notified_on");
        facts.witnesses = value(row, "witnesses");
        facts.list_public = row.text("list_public").empty() ? run_.context_yes_no("list_public", true)
                                                            : row.yes_no("list_public", true);
        facts.reveal_on = day(row, "reveal_on");
        facts.document_number = value(row, "document_number");
        facts.published_on = day(row, "published_on");
        facts.disclosure = disclosure_;
        return facts;
    }

    std::string context_moment(std::string_view field) const {
        const std::string text = run_.context.text(field);
        if (const auto moment = text::parse_moment(text)) return text::iso(*moment);
        return run_.context_date(field);
    }

    ImportRun& run_;
    std::optional<TaskLookup> tasks_;
    std::string disclosure_;
    std::map<std::pair<Id, std::string>, DrawFacts> known_;  // by task and folded number
    std::map<std::pair<Id, std::string>, Seen> seen_;        // likewise, in this file
    std::map<std::pair<Id, Id>, std::uint32_t> rows_;        // draw and object → its row in this file
    std::map<Id, int> positions_;
};

}  // namespace

KindImporter import_draws(ImportRun& run) {
    auto import = std::make_shared<DrawImport>(run);
    return {[import](SheetColumns&) { import->sheet(); }, [import](const RowValues& row) { import->row(row); },
            [import] { import->finish(); }};
}

}  // namespace importing
