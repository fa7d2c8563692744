// The open ledger 公开台账 of a projection: what was corrected, with the values before and after, and the log of
// everything that was published, changed or ended. The projection tells it of each record it has written; only of those
// is anything said here. A former value is judged like the present one, by the day it was replaced, so nothing that was
// not public then becomes public as 更正前. Knows no SQL and no pages.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "generator/publish/column_words.h"
#include "generator/publish/visibility.h"
#include "records/portal.h"
#include "records/public_site.h"

namespace publish {

class Ledger {
  public:
    using Departments = std::map<records::Id, std::string>;
    /// `departments` must be filled before read_histories().
    Ledger(records::Portal& portal, const settings::Settings& settings, std::string_view as_of,
           records::Portal::Which which, const Departments& departments, records::PublicWriter& writer);

    /// Reads every corrected fact of the master; before the first record().
    void read_histories();

    struct Record {                // one row of public.db
        std::string_view table;    // its table of portal.db
        records::Id fact = 0;      // its permanent id there
        std::string_view kind;     // as in the log
        records::Id id = 0;        // its number in public.db
        std::string office;        // empty: of none
        std::string title;         // what a reader knows it by
        std::string published_on;  // its own day of publication; empty: that of its publication
        const records::Standing* standing = nullptr;
        bool one_by_one = false;  // the log names each; else they are counted
    };
    /// Writes the corrections of a record that is in public.db, and remembers what the log says of it.
    void record(const Record& record);
    /// The same of a row of an edition or of a draw's list: its corrections are told beside that record. Those of days
    /// before `public_since` are not: nobody had seen the row.
    void part(std::string_view table, records::Id row, const Record& of, std::string_view public_since = "");
    /// An entry of the log. Those that agree in day, publication, action, kind, office and reason are counted as one,
    /// without a number, unless they stand one by one. `changed_on` "": the as-of date.
    void add(const records::PublicChange& change, bool one_by_one);
    /// Writes the publications and the log; last.
    void finish();

  private:
    struct Step {  // one correction between two public states
        records::Stamp stamp;
        bool hidden = false;  // 更正前的内容依法不公开
        std::vector<ChangedColumn> changes;
    };
    struct History {
        std::optional<records::Stamp> first_shown;
        std::vector<Step> steps;
    };
    using Key = std::pair<std::string, records::Id>;
    template <typename Facts, typename Words, typename Shown>
    void read(std::string_view table, records::Id fact, const std::vector<records::FactState<Facts>>& states,
              const Words& words, const Shown& shown, records::Id parent_since);
    void read_rows(std::string_view table, std::string_view edition_table, std::string_view sheet,
                   const std::vector<records::FactState<records::EditionRow>>& states);
    /// The publication since which a fact has been public without a break; 0: always.
    records::Id shown_since(std::string_view table, records::Id fact) const;
    void write_steps(const History& history, records::Id part, const Record& of, std::string_view public_since);
    std::string day_of(const records::Stamp& stamp) const;

    records::Portal& portal_;
    const settings::Settings& settings_;
    std::string as_of_;
    records::Portal::Which which_;
    const Departments& departments_;
    records::PublicWriter& writer_;
    std::map<Key, History> histories_;
    std::map<Key, records::Id> shown_since_;
    records::Id corrections_ = 0;
    struct Entry {
        std::int64_t count = 0;
        records::Id record = 0;
        std::string title;
    };
    // day, publication, action, kind, office, reason, number where each stands alone
    using EntryKey =
        std::tuple<std::string, records::Id, std::string, std::string, std::string, std::string, records::Id>;
    std::map<EntryKey, Entry> log_;
    std::map<std::tuple<records::Id, std::string, records::Id>, bool> corrected_;  // publication, kind, number: told
};

}  // namespace publish
