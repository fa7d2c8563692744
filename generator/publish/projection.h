// One projection of portal.db into public.db: what visibility.h lets through, with names resolved and due dates judged.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "generator/duties/deadlines.h"
#include "generator/publish/findings.h"
#include "generator/publish/ledger.h"
#include "generator/publish/tally.h"
#include "generator/publish/visibility.h"
#include "generator/publish/withdrawals.h"
#include "records/portal.h"
#include "records/public_site.h"

namespace publish {

class Projection {
  public:
    Projection(records::Portal& portal, const settings::Settings& settings, const settings::PortalFolder& folder,
               std::string_view as_of, records::Portal::Which which, records::PublicWriter& writer);
    /// Writes everything, in an order in which every row's references are already there.
    void run();

  private:
    struct TaskPlace {  // where a task stands: its newest public edition
        records::Id plan = 0;
        int edition = 0, year = 0;
        std::string office, name, plan_name, plan_made_on;
        records::Cells cells;
        bool withdrawn = false;  // only withdrawn editions have it: nothing but its number may be said
    };
    struct ObjectName {
        std::string code, name, kind;
        bool shown = false;
    };
    void read_attachments();
    void master_data();
    void item_lists();
    void plans();
    void edition(const records::Edition& edition, std::string_view kind, const std::string& office,
                 std::vector<records::EditionRow> rows);
    /// The rows with the cells that may be public.
    std::vector<records::EditionRow> public_rows(std::string_view kind, std::vector<records::EditionRow> rows);
    bool all_withdrawn(const std::vector<records::Edition>& editions, std::string_view table) const;
    void remember_withdrawn_tasks(const records::Plan& plan, const records::Edition& edition,
                                  const std::vector<records::EditionRow>& rows);
    void remember_tasks(const records::Plan& plan, const records::Edition& edition,
                        const std::vector<records::EditionRow>& rows);
    void tasks();
    void enterprises();
    void draws();
    void committed_draws_of_public();
    void drawn_objects();
    void results();
    void one_result(const records::ResultFacts& facts);
    void follow_ups();
    void count_follow_up(const records::FollowUpFacts& facts, records::Id result, const Verdict& verdict);
    void penalties();
    void statements();
    void objections();
    /// Where a fact stands in public.db, for what is said beside it; nothing when it is not public.
    struct Beside {
        std::string kind;        // as in public.db
        records::Id record = 0;  // its number there
        records::Id object = 0;  // 0: none with a page
        std::string office;      // empty: unknown
        bool tombstone = false;
    };
    const Beside* beside(std::string_view table, records::Id fact) const;
    void read_named_facts();
    void withheld_counts();
    /// Tells the ledger of a record that is in public.db now, and how it ended if it is a tombstone.
    void told(const Ledger::Record& record, records::Id object = 0);
    /// Tells the ledger what became of rules, declared figures and rule exceptions.
    void masters_told();

    /// Writes the reviewed attachments 附件 of a record that has just been written.
    void attachments_of(std::string_view kind, records::Id id);

    void count_withheld(const std::string& office, std::string_view kind, const Verdict& verdict);
    /// Fills standing from corrections, withdrawals and the verdict; true when only a tombstone may stay.
    bool standing(std::string_view table, records::Id row, const std::optional<records::Correction>& correction,
                  const Verdict& verdict, records::Standing& into);
    ObjectName object_name(records::Id object);
    /// How rules count a row with this verdict: one that was withdrawn not at all.
    Counted counted(std::string_view table, records::Id row, const Verdict& verdict);
    /// The permanent id of a result that has been written, nothing when it is not public.
    std::optional<records::Id> public_result(records::Id row);
    const TaskPlace* place(records::Id task) const;
    const duties::WorkingDays& calendar(const std::string& office);
    const std::vector<records::RuleFacts>& rules(const std::string& office);
    /// When the result of a drawn object without one is due: counted from the end of the task's window. `done_on`: the
    /// day the last one was published, empty while one is missing.
    records::Due awaited_result(const TaskPlace& task, std::string_view done_on = {});
    records::Due claim_due(const records::DrawFacts& draw, const TaskPlace& task);
    std::string task_state(const TaskPlace& task, const TaskTally& tally) const;
    bool dropped(const TaskPlace& task) const;

    records::Portal& portal_;
    const settings::Settings& settings_;
    const settings::PortalFolder& folder_;
    std::string as_of_;
    records::Portal::Which which_;
    records::PublicWriter& writer_;
    Visibility visibility_;
    Withdrawals withdrawals_;
    Tally tally_;
    Findings findings_;
    std::map<records::Id, TaskPlace> tasks_;
    struct DrawnBefore {  // a draw that is in public.db
        records::Id fact = 0;
        std::string title, reveal_on;
    };
    std::map<records::Id, DrawnBefore> public_draws_;
    std::map<records::Id, int> newest_edition_;  // of a plan: its newest public one that is not 作废
    std::map<std::pair<std::string, records::Id>, std::vector<records::AttachmentFacts>> attachments_;  // reviewed
    std::vector<bool> public_results_;  // by permanent id
    std::map<records::Id, std::string> department_names_;
    Ledger ledger_;
    std::map<std::pair<std::string, records::Id>, Beside> beside_;  // what statements and objections are about
    std::map<std::tuple<std::string, std::string, std::string>, std::int64_t> withheld_;
    std::map<std::string, duties::WorkingDays, std::less<>> calendars_;
    std::map<std::string, std::vector<records::RuleFacts>, std::less<>> rules_;
};

}  // namespace publish
