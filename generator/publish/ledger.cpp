#include "generator/publish/ledger.h"

#include <algorithm>
#include <limits>
#include <set>

namespace publish {

using records::Id;
using records::Stamp;

namespace {

constexpr Id never = std::numeric_limits<Id>::max();

Id place_of(const Stamp& stamp) {
    return stamp.publication == 0 ? never : stamp.publication;  // a draft comes after everything
}

}  // namespace

Ledger::Ledger(records::Portal& portal, const settings::Settings& settings, std::string_view as_of,
               records::Portal::Which which, const Departments& departments, records::PublicWriter& writer)
    : portal_(portal), settings_(settings), as_of_(as_of), which_(which), departments_(departments), writer_(writer) {}

std::string Ledger::day_of(const Stamp& stamp) const {
    return stamp.as_of.empty() ? as_of_ : stamp.as_of;
}

Id Ledger::shown_since(std::string_view table, Id fact) const {
    const auto found = shown_since_.find({std::string(table), fact});
    return found == shown_since_.end() ? 0 : found->second;
}

/// `shown` judges a state under the visibility of a day; `parent_since`: since when what the fact belongs to is public.
template <typename Facts, typename Words, typename Shown>
void Ledger::read(std::string_view table, Id fact, const std::vector<records::FactState<Facts>>& states,
                  const Words& words, const Shown& shown, Id parent_since) {
    History history;
    const bool drafts = which_ == records::Portal::Which::with_drafts;
    std::vector<bool> seen;  // whether readers saw this state while it was the newest one
    for (std::size_t i = 0; i < states.size(); ++i) {
        const std::string until = i + 1 < states.size() ? std::min(day_of(states[i + 1].stamp), as_of_) : as_of_;
        seen.push_back(shown(Visibility(settings_, until, drafts && i + 1 == states.size()), states[i].facts));
        if (seen[i] && !history.first_shown) history.first_shown = states[i].stamp;
        if (!seen[i])
            shown_since_[{std::string(table), fact}] = i + 1 < states.size() ? place_of(states[i + 1].stamp) : never;
    }
    std::size_t hidden_to = 0;  // states before this one are not for disclosure
    for (std::size_t i = 1; i < states.size(); ++i)
        if (states[i].stamp.hides_former) hidden_to = i;
    for (std::size_t i = 1; i < states.size(); ++i) {
        if (!seen[i - 1] || !seen[i] || place_of(states[i - 1].stamp) < parent_since) continue;
        Step step{states[i].stamp, i <= hidden_to, {}};
        if (!step.hidden) step.changes = changed_columns(words(states[i - 1].facts), words(states[i].facts));
        if (step.hidden || !step.changes.empty()) history.steps.push_back(std::move(step));
    }
    histories_[{std::string(table), fact}] = std::move(history);
}

void Ledger::read_rows(std::string_view table, std::string_view edition_table, std::string_view sheet,
                       const std::vector<records::FactState<records::EditionRow>>& states) {
    const Visibility visibility(settings_, as_of_, true);
    read(
        table, states.front().facts.id, states,
        [&](const records::EditionRow& row) { return column_words(visibility.public_cells(sheet, row.cells)); },
        [](const Visibility&, const records::EditionRow&) { return true; },
        shown_since(edition_table, states.front().facts.edition));
}

void Ledger::read_histories() {
    const auto plain = [](const auto& facts) { return column_words(facts); };
    const auto judged = [](const Visibility& visibility, const auto& facts) { return visibility.of(facts).shown(); };
    const auto edition = [&](std::string_view table) {
        return [this, table, plain](const std::vector<records::FactState<records::Edition>>& states) {
            read(
                table, states.front().facts.id, states, plain,
                [](const Visibility& visibility, const records::Edition& one) {
                    return visibility.of(one.head).shown();
                },
                0);
        };
    };
    records::Portal::Histories use;
    use.item_list_edition = edition("item_list_edition");
    use.plan_edition = edition("plan_edition");
    use.item = [this](const auto& states) { read_rows("item", "item_list_edition", "items", states); };
    use.task_in_edition = [this](const auto& states) { read_rows("task_in_edition", "plan_edition", "plans", states); };
    use.object = [&](const auto& states) { read("object", states.front().facts.object, states, plain, judged, 0); };
    use.draw = [&](const auto& states) { read("draw_record", states.front().facts.id, states, plain, judged, 0); };
    use.drawn_object = [&](const auto& states) {
        read("draw_object", states.front().facts.id, states, plain, judged,
             shown_since("object", states.front().facts.object));
    };
    use.result = [&](const auto& states) {
        read(
            "result", states.front().facts.id, states,
            [&](const records::ResultFacts& facts) { return column_words(facts, departments_); }, judged,
            shown_since("object", states.front().facts.object));
    };
    use.follow_up = [&](const auto& states) {
        read("follow_up", states.front().facts.id, states, plain, judged,
             shown_since("result", states.front().facts.result));
    };
    use.penalty = [&](const auto& states) {
        read("penalty", states.front().facts.id, states, plain, judged,
             shown_since("object", states.front().facts.object));
    };
    portal_.each_history(which_, use);
}

void Ledger::record(const Record& record) {
    const records::Standing& standing = *record.standing;
    const bool tombstone = !standing.withdrawn_on.empty() || !standing.expired_on.empty();
    const auto history = histories_.find({std::string(record.table), record.fact});
    const Stamp first = history != histories_.end() && history->second.first_shown
                            ? *history->second.first_shown
                            : portal_.first_published(record.table, record.fact);
    add({0, first.publication, std::max(day_of(first), record.published_on), "published", std::string(record.kind),
         record.office, record.id, tombstone ? std::string() : record.title, 1, ""},
        record.one_by_one);
    if (!tombstone && history != histories_.end()) write_steps(history->second, 0, record, "");
}

void Ledger::part(std::string_view table, Id row, const Record& of, std::string_view public_since) {
    const auto history = histories_.find({std::string(table), row});
    if (history != histories_.end()) write_steps(history->second, row, of, public_since);
}

void Ledger::write_steps(const History& history, Id part, const Record& of, std::string_view public_since) {
    for (const Step& step : history.steps) {
        if (day_of(step.stamp) < public_since) continue;
        records::PublicCorrection correction;
        correction.kind = of.kind;
        correction.record = of.id;
        correction.part = part;
        correction.corrected_on = day_of(step.stamp);
        correction.reason = step.stamp.reason;
        if (step.hidden) {
            correction.id = ++corrections_;
            writer_.correction(correction);
        }
        for (const ChangedColumn& change : step.changes) {
            correction.id = ++corrections_;
            correction.field = change.field, correction.before = change.before, correction.after = change.after;
            writer_.correction(correction);
        }
        bool& told = corrected_[{step.stamp.publication, std::string(of.kind), of.id}];
        if (std::exchange(told, true)) continue;
        add({0, step.stamp.publication, correction.corrected_on, "corrected", std::string(of.kind), of.office, of.id,
             of.title, 1, step.stamp.reason},
            of.one_by_one);
    }
}

void Ledger::add(const records::PublicChange& change, bool one_by_one) {
    Entry& entry = log_[{change.changed_on.empty() ? as_of_ : change.changed_on, change.publication, change.action,
                         change.kind, change.office, change.reason, one_by_one ? change.record : 0}];
    if (++entry.count == 1) entry.record = change.record, entry.title = change.title;
}

void Ledger::finish() {
    for (const records::PublicationFacts& publication : portal_.publications())
        writer_.publication({publication.id, publication.as_of});
    Id id = 0;
    for (const auto& [key, entry] : log_) {
        const auto& [day, publication, action, kind, office, reason, alone] = key;
        const bool one = entry.count == 1;
        writer_.change({++id, publication, day, action, kind, office, one ? entry.record : 0,
                        one ? entry.title : std::string(), entry.count, reason});
    }
}

}  // namespace publish
