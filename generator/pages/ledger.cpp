#include "generator/pages/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "generator/pages/kinds.h"
#include "generator/pages/table.h"
#include "records/public_tables.h"

namespace pages {
namespace {

/// From this day on an expiry falls under 信用修复管理办法 (国家发展改革委令第36号).
constexpr std::string_view repair_rules_since = "2026-04-01";

std::string_view table_of_kind(std::string_view kind) {
    return kind == "object" ? "enterprise" : kind;
}

/// The column's Chinese term: that of the record's table, else of a column of a plan or an item list.
std::string column_words(const records::PublicCorrection& value) {
    const std::string_view table_name =
        value.part != 0 && value.kind == "draw" ? std::string_view("drawn_object") : table_of_kind(value.kind);
    const std::string& field = value.field;
    if (const records::PublicTable* table = value.part != 0 && value.kind != "draw"
                                                ? nullptr  // a cell of a plan or an item list
                                                : records::find_public_table(table_name))
        if (const records::PublicColumn* column = table->column(field)) return std::string(column->field->term);
    return term(field);
}

/// 成立, 部分成立, 不成立; the whole outcome when it begins with none of them.
std::string_view verdict_of(std::string_view outcome) {
    for (const std::string_view word : {"不成立", "部分成立", "成立"})
        if (outcome.starts_with(word)) return word;
    return outcome;
}

bool open(const records::PublicObjection& objection) {
    return objection.answered_on.empty();
}

void fill_corrected(View view, const records::Standing& standing, const Ledger& ledger) {
    if (ledger.corrections.empty()) {
        for (const std::string& sentence : standing.corrected) view.add("CORRECTED").set("SENTENCE", sentence);
        return;
    }
    std::set<std::pair<std::string, std::string>> times;
    std::string last;
    for (const records::PublicCorrection& correction : ledger.corrections) {
        times.emplace(correction.corrected_on, correction.reason);
        last = std::max(last, correction.corrected_on);
    }
    View corrections = view.add("CORRECTIONS");
    corrections.set("TIMES", static_cast<std::int64_t>(times.size()));
    corrections.set("LAST", date_words(last));
}

void fill_objected(View view, const Ledger& ledger) {
    for (const records::PublicObjection& objection : ledger.objections) {
        const State state = objection_state(objection);
        View one = view.add("OBJECTED");
        one.set("OBJECTED_STATE", state.word);
        one.set("OBJECTED_STYLE", state.style);
        one.set("OBJECTED_RECEIPT", objection.receipt);
    }
}

/// One decision to correct: its day and reason, and each value before and after.
void fill_correction(Page& page, View view, const std::vector<const records::PublicCorrection*>& values,
                     const PartNames& parts) {
    const records::PublicCorrection& first = *values.front();
    page.dated(first.corrected_on);
    view.set("CORRECTED_ON", first.corrected_on);
    view.set("CORRECTED_DAY", date_words(first.corrected_on));
    view.set("CORRECTED_KIND", record_kind_words(first.kind));
    view.fill("CORRECTED_REASON", first.reason);
    Table table(page, view, "TABLE", fmt::format("{}更正的内容", date_words(first.corrected_on)),
                {"哪一行", "栏目", "更正前", "更正后"});
    bool hidden = false;
    for (const records::PublicCorrection* value : values) {
        if (value->field.empty()) {
            hidden = true;
            continue;
        }
        table.row();
        const auto part = parts.find(value->part);
        table.text(value->part == 0 ? "" : part == parts.end() ? fmt::format("第{}号", value->part) : part->second);
        table.text(column_words(*value));
        table.removed(value->before);
        table.added(value->after);
    }
    if (hidden) view.show("CORRECTED_HIDDEN");
}

void fill_corrections(Page& page, View ledger, const std::vector<records::PublicCorrection>& corrections,
                      const PartNames& parts) {
    if (corrections.empty()) return;
    View part = ledger.add("CORRECTIONS");
    std::vector<const records::PublicCorrection*> together;
    const auto same = [&](const records::PublicCorrection& one) {
        const records::PublicCorrection& first = *together.front();
        return one.kind == first.kind && one.record == first.record && one.corrected_on == first.corrected_on &&
               one.reason == first.reason;
    };
    for (const records::PublicCorrection& one : corrections) {
        if (!together.empty() && !same(one)) {
            fill_correction(page, part.add("CORRECTION"), together, parts);
            together.clear();
        }
        together.push_back(&one);
    }
    fill_correction(page, part.add("CORRECTION"), together, parts);
}

/// A paragraph a line.
void fill_lines(View view, std::string_view text) {
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (!line.empty()) view.add("STATEMENT_LINE").set("LINE", line);
    }
}

void fill_statements(Page& page, View ledger, const std::vector<records::PublicStatement>& statements, bool links) {
    if (statements.empty()) return;
    View part = ledger.add("STATEMENTS");
    for (const records::PublicStatement& statement : statements) {
        page.dated(statement.received_on);
        View view = part.add("STATEMENT");
        if (!statement.received_on.empty()) {
            View day = view.add("RECEIVED");
            day.set("RECEIVED_ON", statement.received_on);
            day.set("RECEIVED_DAY", date_words(statement.received_on));
        }
        if (links && statement.result != 0)
            view.fill("ABOUT_HREF", page.href(records::address::result(statement.result)));
        const records::Standing& standing = statement.standing;
        if (!standing.withdrawn_on.empty()) {
            View gone = view.add("STATEMENT_WITHDRAWN");
            gone.set("WITHDRAWN_DAY", date_words(standing.withdrawn_on));
            gone.fill("WITHDRAWN_REASON", standing.withdrawn_reason);
            continue;
        }
        fill_lines(view.add("STATEMENT_BODY"), statement.body);
        for (const std::string& sentence : standing.corrected)
            view.add("STATEMENT_CORRECTED").set("SENTENCE", sentence);
    }
}

/// The page of the record an objection is about; empty where that has none of its own.
std::string objected_address(const records::PublicObjection& objection) {
    if (objection.kind == "result") return records::address::result(objection.record);
    if (objection.kind == "penalty") return fmt::format("penalties/{}.html", objection.record);
    if (objection.kind == "draw") return records::address::draw(objection.record);
    if (objection.kind == "task") return records::address::task(objection.record);
    return {};
}

/// Whether the mark came in time, where a rule says until when it must.
State mark_state(const records::Due& due) {
    if (due.state == "met") return {"在期限内标注", "good"};
    if (due.state == "late") return {"超过期限才标注", "warn"};
    if (due.state == "overdue") return {"逾期还没有标注", "bad"};
    return {"还没有到期", "open"};
}

void fill_objections(Page& page, View ledger, const std::vector<records::PublicObjection>& objections, bool links) {
    if (objections.empty()) return;
    View part = ledger.add("OBJECTIONS");
    for (const records::PublicObjection& objection : objections) {
        for (const std::string* day : {&objection.received_on, &objection.marked_on, &objection.answered_on})
            page.dated(*day);
        View view = part.add("OBJECTION");
        const State state = objection_state(objection);
        view.set("OBJECTION_STATE", state.word);
        view.set("OBJECTION_STYLE", state.style);
        FactList facts(page, view, "OBJECTION_FACTS");
        facts.text("受理编号", objection.receipt);
        const std::string about = objected_address(objection);
        if (links || objection.kind == "follow_up")
            facts.link("对哪条记录", links ? about : "",
                       fmt::format("{}第{}号", record_kind_words(objection.kind), objection.record));
        facts.text("异议事由", objection.ground);
        facts.date("受理日期", objection.received_on);
        facts.date("标注日期", objection.marked_on);
        if (!objection.due.on.empty() && objection.due.state != "unknown") {
            facts.state("标注是否按期", mark_state(objection.due));
            facts.note(due_words(objection.due));
        }
        facts.date("答复日期", objection.answered_on);
        facts.text("处理结果", objection.outcome);
    }
}

void fill(Page& page, const Ledger& ledger, bool of_enterprise, const PartNames& parts) {
    if (ledger.corrections.empty() && ledger.statements.empty() && ledger.objections.empty()) return;
    View view = page.body().include("LEDGER", "ledger.tpl");
    fill_statements(page, view, ledger.statements, of_enterprise);
    fill_objections(page, view, ledger.objections, of_enterprise);
    fill_corrections(page, view, ledger.corrections, parts);
}

}  // namespace

void Ledger::add(records::PublicSite& records, std::string_view kind, records::Id record) {
    for (records::PublicCorrection& one : records.corrections(kind, record)) corrections.push_back(std::move(one));
    for (records::PublicObjection& one : records.objections(kind, record)) objections.push_back(std::move(one));
}

bool Ledger::of_parts() const {
    return std::any_of(corrections.begin(), corrections.end(), [](const auto& one) { return one.part != 0; });
}

bool fill_standing(Page& page, const records::Standing& standing, const Ledger& ledger) {
    const bool tombstone = !standing.withdrawn_on.empty() || !standing.expired_on.empty();
    if (!tombstone && standing.corrected.empty() && ledger.corrections.empty() && ledger.objections.empty())
        return false;
    View view = page.body().include("STANDING", "standing.tpl");
    if (!standing.withdrawn_on.empty()) {
        View withdrawn = view.add("WITHDRAWN");
        withdrawn.set("WITHDRAWN_ON", date_words(standing.withdrawn_on));
        withdrawn.fill("WITHDRAWN_REASON", standing.withdrawn_reason);
    } else if (!standing.expired_on.empty()) {
        view.add("EXPIRED").set("EXPIRED_ON", date_words(standing.expired_on));
    }
    if (tombstone) return true;
    fill_objected(view, ledger);
    fill_corrected(view, standing, ledger);
    return false;
}

void fill_ledger(Page& page, const Ledger& ledger, const PartNames& parts) {
    fill(page, ledger, false, parts);
}

void fill_ledger_of_enterprise(Page& page, const Ledger& ledger) {
    fill(page, ledger, true, {});
}

void fill_repair(Page& page, std::string_view expires_on) {
    if (expires_on.empty()) return;
    View view = page.body().include("REPAIR", "repair.tpl");
    view.set("EXPIRES_ON", expires_on);
    view.set("EXPIRES_DAY", date_words(expires_on));
    if (expires_on >= repair_rules_since) view.show("REPAIR_RULES");
}

State objection_state(const records::PublicObjection& objection) {
    if (open(objection)) return {"该记录正在异议处理中", "warn"};
    return {fmt::format("异议已答复：{}", verdict_of(objection.outcome)), "open"};
}

std::optional<State> objection_mark(const Site& site, std::string_view kind, records::Id record) {
    const auto found = site.objections.find({std::string(kind), record});
    if (found == site.objections.end()) return std::nullopt;
    if (found->second.empty()) return State{"异议处理中", "warn"};
    return State{fmt::format("异议已答复：{}", found->second), "open"};
}

void read_objections(Site& site, records::PublicSite& records) {
    for (const records::PublicObjection& objection : records.objections()) {  // newest first
        const std::string verdict(open(objection) ? std::string_view() : verdict_of(objection.outcome));
        const auto [place, added] = site.objections.try_emplace({objection.kind, objection.record}, verdict);
        if (!added && open(objection)) place->second.clear();
    }
}

std::string_view record_kind_words(std::string_view kind) {
    const records::PublicColumn* column = records::find_public_table("change")->column("kind");
    for (const records::PublicCode& code : records::codes_of(*column))
        if (code.code == kind) return code.words;
    return kind;
}

}  // namespace pages
