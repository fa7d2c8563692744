// portal.db, the master: what was imported, draft or published, with its batches. Import writes here, publish reads.
// Knows nothing of spreadsheets, of what may be made public, or of HTML. All functions throw records::Broken when
// SQLite reports a broken database, records::Refused when a guard of the schema refuses (a published fact).
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/draw_facts.h"
#include "records/duty_facts.h"
#include "records/fact_history.h"
#include "records/facts.h"
#include "records/ledger_facts.h"

namespace records {

struct BatchFacts {  // 一次导入
    Id id = 0;
    std::string kind, file, sha256, imported_by, imported_on, context;
    std::optional<Id> publication;  // none: draft
};
struct PublicationFacts {  // 一次发布
    Id id = 0;
    std::string published_by, second_person, as_of, release;
};

class Portal {
  public:
    /// Opens DIR/portal.db, creating it (mode 0600) when `create`; migrates by user_version. Throws records::Broken
    /// when it is missing, damaged, not a portal.db, of a newer version, or locked for more than 10 s.
    static Portal open(const std::filesystem::path& file, bool create);
    static Portal in_memory();
    Portal(Portal&&) noexcept;
    ~Portal();

    /// Runs `work` in one transaction (BEGIN IMMEDIATE); any exception rolls everything back. Within a transaction
    /// `work` becomes part of it, so an exception must then leave the outer one too.
    void transaction(const std::function<void()>& work);

    // Batches ------------------------------------------------------------------------------------------------------
    Id begin_batch(const BatchFacts& facts);
    std::vector<BatchFacts> batches();
    std::optional<BatchFacts> batch(Id id);
    /// The batch that already holds a file with this digest, kind and context: importing it again changes nothing.
    std::optional<BatchFacts> batch_with(std::string_view kind, std::string_view sha256, std::string_view context);
    /// Removes a draft batch with everything in it and restores the master data it overwrote. Throws Refused when it
    /// is published or a later batch refers to it (naming that batch).
    void undo_batch(Id id);
    /// How many draft batches publishing would stamp: all but those with an attachment that nobody has reviewed.
    std::int64_t drafts_to_publish();
    /// Stamps these draft batches with a new publication and gives its id.
    Id publish_drafts(const PublicationFacts& facts);
    void set_release(Id publication, std::string_view release);
    std::vector<PublicationFacts> publications();

    // Sources ------------------------------------------------------------------------------------------------------
    Id add_sheet(Id batch, std::string_view name, std::string_view header_json);
    Id add_source_row(Id sheet, std::int64_t row, std::string_view cells_json);
    struct SourceCell {  // where a fact came from
        std::string file, sheet;
        std::int64_t row;
    };
    /// The cell the newest row of a fact came from: `table` is a table of facts, `row` any row's id of the fact; for
    /// "object" and "draw" it is the object or the draw. Sheet "" and row 0 where only the file is known.
    std::optional<SourceCell> source_of(std::string_view table, Id row);

    // Master data --------------------------------------------------------------------------------------------------
    void put_office(const Office& office);
    std::vector<Office> offices();
    Id department(std::string_view office, std::string_view name);  // found by folded name, else minted
    std::optional<Id> find_department(std::string_view office, std::string_view name);
    std::vector<Department> departments();
    bool put_calendar_day(Id batch, const CalendarDay& day);  // true: something changed
    std::vector<CalendarDay> calendar();
    bool put_rule(Id batch, const RuleFacts& rule);
    std::vector<RuleFacts> rules();
    bool put_declared_figure(Id batch, const DeclaredFigure& figure);
    std::vector<DeclaredFigure> declared_figures();
    bool put_rule_exception(Id batch, const RuleException& exception);
    std::vector<RuleException> rule_exceptions();
    bool put_handed_in_report(Id batch, const HandedInReport& report);
    std::vector<HandedInReport> handed_in_reports();
    bool put_inspector(Id batch, const InspectorFacts& inspector);
    std::vector<InspectorFacts> inspectors();

    // Identities ---------------------------------------------------------------------------------------------------
    Id mint_item_list(Id batch, const ItemList& list);
    std::vector<ItemList> item_lists();
    Id mint_plan(Id batch, const Plan& plan);
    std::vector<Plan> plans();
    Id mint_task(Id batch, std::optional<Id> plan);
    std::optional<Id> plan_of_task(Id task);
    Id mint_object(Id batch, std::string_view kind);
    /// Gives a code to an object. Throws Refused when the code already belongs to another object.
    void add_object_code(Id batch, Id object, const ObjectCode& code);
    std::optional<Id> object_with_code(std::string_view code);
    std::vector<Id> objects_with_name(std::string_view folded_name);  // current names only, at most 10
    std::vector<ObjectCode> codes_of(Id object);
    Id mint_draw(Id batch, Id task, std::string_view number);
    std::vector<DrawFacts> draws();

    // Facts: `source` is the row they came from (0: none). Each returns the new row's id. ----------------------------
    Id add_item_list_edition(Id batch, const Edition& edition);
    Id add_item(Id batch, Id source, const EditionRow& row);
    Id add_plan_edition(Id batch, const Edition& edition);
    Id add_task_in_edition(Id batch, Id source, const EditionRow& row);
    Id add_object_record(Id batch, Id source, const ObjectFacts& object);
    Id add_draw_record(Id batch, const DrawFacts& draw);
    Id add_drawn_object(Id batch, Id source, const DrawnObject& row);
    Id add_result(Id batch, Id source, const ResultFacts& result);
    Id add_follow_up(Id batch, Id source, const FollowUpFacts& follow_up);
    Id add_penalty(Id batch, Id source, const PenaltyFacts& penalty);
    Id add_withdrawal(Id batch, std::string_view kind, Id fact, std::string_view decided_on, std::string_view reason);

    Id add_statement(Id batch, const StatementFacts& statement);
    /// A further step of an objection (received, answered) is a row of its own key.
    Id add_objection(Id batch, const ObjectionFacts& objection);

    /// Adds a row of an attachment. One whose place and bytes are those of a row that is there already becomes its
    /// newest row: that is how a review is written down. Throws Refused when a published one would change.
    Id add_attachment(Id batch, const AttachmentFacts& attachment);

    // Current facts (the newest row of each key; drafts too when `drafts`). Cursors call `row` for each in id order,
    // memory bounded by one row. The `id` of a fact read here is its permanent one, the id of the first row of its key:
    // a correction is a further row but keeps the address. What one fact names of another (EditionRow::edition,
    // FollowUpFacts::result, PenaltyFacts::result) is the permanent id too; when adding, any row of the key may be
    // named. (Order: of the rows, so a corrected fact comes late.)
    // ------------------------------------------------------------
    enum class Which { published, with_drafts };
    std::vector<Edition> item_list_editions(Which which);
    std::vector<EditionRow> items(Id edition, Which which);
    std::vector<Edition> plan_editions(Which which);
    std::vector<EditionRow> tasks_in_edition(Id edition, Which which);
    void each_object(Which which, const std::function<void(const ObjectFacts&)>& row);
    std::optional<ObjectFacts> object_facts(Id object);  // with drafts
    std::vector<DrawFacts> draw_records(Which which);
    void each_drawn_object(Which which, const std::function<void(const DrawnObject&)>& row);
    void each_result(Which which, const std::function<void(const ResultFacts&)>& row);
    void each_follow_up(Which which, const std::function<void(const FollowUpFacts&)>& row);
    void each_penalty(Which which, const std::function<void(const PenaltyFacts&)>& row);
    std::vector<AttachmentFacts> attachments(Which which);  // reviewed or not
    std::optional<AttachmentFacts> attachment(Id id);       // with drafts
    struct WithdrawalFacts {
        std::string kind;
        Id fact;
        std::string decided_on, reason;
        std::string published_on;  // as-of of its publication, empty for a draft
        Id publication = 0;        // 0: a draft
        Id batch = 0;
    };
    std::vector<WithdrawalFacts> withdrawals(Which which);
    std::vector<StatementFacts> statements(Which which);
    struct PublishedObjection {
        ObjectionFacts facts;
        std::string published_on;  // 标注日期: as-of of its publication, empty for a draft
    };
    std::vector<PublishedObjection> objections(Which which);  // each step, in order

    // Committed draws 可核验抽取: facts that stay from the moment they are added (undo refuses their batch), seen by
    // readers from the next publish on. A step is made in a batch of its own (begin_batch: kind "draw", file: the verb,
    // sha256: D), with its files and, at a reveal, the rows of draw_object; a change of the list likewise. Refused:
    // what the schema does not allow (portal_schema.h), in the order steps must be taken.
    struct DrawPlace {
        std::int64_t seq = 0;
        std::string prev;  // 64 hex
    };
    DrawPlace next_draw_place(std::string_view office_code);
    /// Mints the draw on record.task, adds its ordinary record, the announcement (`draw.draw` is not read) and the step
    /// `announced`; the draw's permanent id.
    Id announce_draw(Id batch, const CommittedDraw& draw, const DrawFacts& record);
    void add_draw_step(Id batch, const DrawStep& step);
    void add_draw_change(Id batch, const DrawChange& change);
    /// Of a name that is there already (events.json only) it becomes the newest.
    void add_draw_file(Id batch, const DrawFile& file);
    std::vector<CommittedDraw> committed_draws(Which which = Which::with_drafts);  // by office code and seq
    std::optional<CommittedDraw> committed_draw(Id draw);                          // with drafts
    /// By what a clerk types: permanent id, D (or its first 8 hex or more, if one only), or "OFFICE-CODE SEQ" with a
    /// slash: 440300-SCJG/3.
    std::optional<Id> find_committed_draw(std::string_view named);
    std::vector<DrawStep> draw_steps(Id draw, Which which = Which::with_drafts);      // in order
    std::vector<DrawChange> draw_changes(Id draw, Which which = Which::with_drafts);  // in order
    std::vector<DrawFile> draw_files(Id draw, Which which = Which::with_drafts);      // the newest of each name

    /// The newest row of a key, drafts too: what import compares a new row with.
    struct Current {
        Id row = 0;
        bool published = false;  // a row of this key is published: a change needs a Correction (naming `row` will do)
        bool corrected = false;  // a published row of this key is a correction: there is a former state
        Id batch = 0;
        Id published_row =
            0;  // the newest published row of the key; other than `row` when a draft already lies over it
    };
    std::optional<Current> current_item_list_edition(Id item_list, int number);
    std::optional<Current> current_item(Id edition, int position);
    std::optional<Current> current_plan_edition(Id plan, int number);
    std::optional<Current> current_task_in_edition(Id edition, Id task);
    std::optional<Current> current_object_record(Id object);
    std::optional<Current> current_draw_record(Id draw);
    std::optional<Current> current_drawn_object(Id draw, Id object);
    std::optional<DrawnObject> drawn_object(Id draw, Id object);  // with drafts
    std::optional<std::pair<Current, ResultFacts>> current_result(Id task, Id object, std::string_view item);
    std::vector<std::pair<Current, FollowUpFacts>> current_follow_ups(Id result);
    std::optional<std::pair<Current, PenaltyFacts>> current_penalty(std::string_view decision_number);
    std::vector<ResultFacts> results_of(Id task, Id object);  // with drafts

    struct Corrected {              // one correction of a fact
        Id row = 0;                 // the row that corrects
        std::string reason, as_of;  // as_of: of its publication, empty for a draft
    };
    /// The corrections of the fact that row `id` (any of its rows) of a fact table belongs to, oldest first: one for
    /// each publication that changed it, and the draft one when `with_drafts`. Throws Broken for a table that holds no
    /// facts.
    std::vector<Corrected> corrections_of(std::string_view table, Id id, Which which);
    /// The permanent id of a fact: the first row of its key, which corrections and later drafts follow.
    Id first_of(std::string_view table, Id row);
    template <typename Facts>
    using UseHistory = std::function<void(const std::vector<FactState<Facts>>&)>;
    struct Histories {  // all must be set
        UseHistory<Edition> item_list_edition, plan_edition;
        UseHistory<EditionRow> item, task_in_edition;
        UseHistory<ObjectFacts> object;
        UseHistory<DrawFacts> draw;
        UseHistory<DrawnObject> drawn_object;
        UseHistory<ResultFacts> result;
        UseHistory<FollowUpFacts> follow_up;
        UseHistory<PenaltyFacts> penalty;
    };
    /// The states of every fact that was ever corrected, a state for each publication that changed it (the draft one
    /// last), table by table in the order of permanent ids. Memory: one fact at a time.
    void each_history(Which which, const Histories& use);
    template <typename Facts>
    using UseMasterHistory = std::function<void(Id id, const std::vector<FactState<Facts>>&)>;
    struct MasterHistories {  // all must be set; `id` is the permanent one
        UseMasterHistory<RuleFacts> rule;
        UseMasterHistory<DeclaredFigure> declared_figure;
        UseMasterHistory<RuleException> rule_exception;
    };
    /// The same of all rules, declared figures and rule exceptions, the never changed too: a state for each publication
    /// that added or overwrote the row, as it left it. Kind by kind in the order of permanent ids.
    void each_master_history(Which which, const MasterHistories& use);
    /// The first publication that a row of this fact was in; publication 0 while it is a draft. `row` is any row's id
    /// of the fact; for "object" it is the object.
    Stamp first_published(std::string_view table, Id row);

    /// Copies the whole database into a new file (VACUUM INTO): a backup.
    void copy_to(const std::filesystem::path& file);

    struct Connection;  // SQLiteCpp, seen only inside records/

  private:
    explicit Portal(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace records
