// Draw lists 抽查名单: one file may hold several draws (抽取批次); what the rows do not say of a draw, the context does.
#include <map>
#include <memory>

#include "generator/import/edition_import.h"
#include "generator/import/import_run.h"
#include "generator/import/object_lookup.h"
#include "generator/import/task_lookup.h"
#include "text/date.h"
#include "text/fold.h"

namespace importing {

namespace {

using records::DrawFacts;
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

class DrawImport {
  public:
    explicit DrawImport(ImportRun& run) : run_(run) {}

    void sheet() {
        if (!tasks_ && run_.require_office()) tasks_.emplace(run_);
    }

    void row(const RowValues& row) {
        if (!tasks_) return;
        const auto task = tasks_->find(row);
        const auto object = find_object(run_, row, UnknownObject::record);
        if (!task || !object) return;
        const Id draw = draw_of(row, *task);
        if (draw == 0) return;
        records::DrawnObject drawn{0, draw, *object, ++positions_[draw], inspectors(row), row.text("authority"),
                                   row.text("note"), row.choice("disclosure"), std::nullopt};
        const auto current = run_.portal.current_drawn_object(draw, *object);
        if (current && current->batch == run_.batch)
            return row.error("code", "同一对象在同一次抽取的名单里出现两次", "删去多余的一行");
        const auto known = current ? run_.portal.drawn_object(draw, *object) : std::nullopt;
        const bool same = known && known->authority == drawn.authority && known->note == drawn.note &&
                          known->inspectors == drawn.inspectors && known->disclosure == drawn.disclosure;
        const Settled settled = run_.settle(current, same, [&](const std::string& reason) {
            row.error("name", reason, how_to_correct);
        });
        if (settled == Settled::unchanged || settled == Settled::refused) return;
        drawn.correction = run_.correction(settled, current);
        run_.portal.add_drawn_object(run_.batch, run_.keep(row), drawn);
    }

    void finish() {
        if (tasks_ && seen_.empty() && !run_.problems.any_error())
            run_.file_note("名单里一行也没有");
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

    /// The draw of a row, recorded when its first row comes; 0 when it cannot be.
    Id draw_of(const RowValues& row, Id task) {
        const std::string number = value(row, "draw_number");
        const auto key = std::make_pair(task, text::fold(number));
        if (const auto found = seen_.find(key); found != seen_.end()) return found->second;
        DrawFacts facts = read_facts(row, task, number);
        if (facts.drawn_at.empty()) {
            row.error("drawn_at", "没有写明抽取时间", "填“抽取时间”一列，或在“说明”表里写明");
            return seen_[key] = 0;
        }
        std::optional<DrawFacts> known;
        for (const DrawFacts& draw : run_.portal.draws())
            if (draw.task == task && text::fold(draw.number) == key.second) known = draw;
        facts.draw = known ? known->draw : run_.portal.mint_draw(run_.batch, task, number);
        const auto current = known ? run_.portal.current_draw_record(known->draw) : std::nullopt;
        const Settled settled = run_.settle(current, known && same_facts(*known, facts), [&](const std::string& reason) {
            row.error("draw_number", "这次抽取：" + reason, how_to_correct);
        });
        if (settled != Settled::unchanged && settled != Settled::refused) {
            facts.correction = run_.correction(settled, current);
            run_.portal.add_draw_record(run_.batch, facts);
        }
        return seen_[key] = facts.draw;
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
        facts.disclosure = run_.context.text("disclosure");
        if (facts.population && facts.target && *facts.target > *facts.population)
            row.error("target", "抽取目标户数多于抽取库总户数", "请核对两个数");
        return facts;
    }

    std::string context_moment(std::string_view field) const {
        const std::string text = run_.context.text(field);
        if (const auto moment = text::parse_moment(text)) return text::iso(*moment);
        return run_.context_date(field);
    }

    /// Inspectors named in a list become pseudonyms; the names themselves stay in the raw cells only.
    std::vector<std::string> inspectors(const RowValues& row) const {
        std::vector<std::string> pseudonyms;
        for (const std::string& name : row.list("inspectors")) {
            const auto known = run_.private_store.inspectors_named(run_.area, name);
            if (known.size() == 1)
                pseudonyms.push_back(known.front().pseudonym);
            else
                pseudonyms.push_back(run_.private_store.pseudonym_for(run_.area, {"", name, "", "", ""}));
        }
        return pseudonyms;
    }

    ImportRun& run_;
    std::optional<TaskLookup> tasks_;
    std::map<std::pair<Id, std::string>, Id> seen_;
    std::map<Id, int> positions_;
};

}  // namespace

KindImporter import_draws(ImportRun& run) {
    auto import = std::make_shared<DrawImport>(run);
    return {[import](SheetColumns&) { import->sheet(); }, [import](const RowValues& row) { import->row(row); },
            [import] { import->finish(); }};
}

}  // namespace importing
