// public.db: exactly what is public, as one immutable file. publish writes it (PublicWriter), pages, downloads and the
// server read it (PublicSite) and open nothing else. Everything in it has passed the one place that decides what is
// public; nothing here knows how that is decided. Values are the facts of facts.h with names instead of ids resolved,
// and what may never be public (credit class, private cells, inspectors' identities) has no column here at all.
// `office` is an area code everywhere, as in facts.h. Ids that something else refers to must exist: finish() checks.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "records/facts.h"
#include "records/public_draws.h"
#include "records/public_ledger.h"

namespace records {

struct PublicTable;  // public_tables.h
struct PublicCell;
class SqlConnection;  // sql_connection.h, seen only inside records/

/// Facts of the whole site. `demo`: every page says 演示数据.
struct SiteFacts {
    std::string name, base_url, publisher, address, phone, email, as_of, program_version, site_id_code, icp, license;
    std::string operated_by;    // 承办单位
    std::string police_record;  // 公安备案号
    std::string error_report;   // 找错: an address elsewhere
    std::string keywords;       // separated by commas
    bool demo = false;
    bool preview = false;  // shows drafts, to the clerk only
    std::int64_t publication = 0;
};

/// What a record's page must say about how it came about.
struct PublicPlan {
    Plan plan;
    std::string department;  // name, empty for the office's joint plan
};
struct PublicEdition {  // plan edition or item list edition
    Edition edition;
    std::vector<EditionRow> rows;
    Standing standing;
};
struct PublicItemList {
    ItemList list;
    std::string department;
};
struct PublicTask {  // the task as its newest public edition has it
    Id id = 0;
    Id plan = 0;  // 0: 临时任务
    int edition = 0;
    std::string office, name;
    int year = 0;
    Cells cells;
    std::int64_t drawn = 0, results = 0, open_follow_ups = 0;  // counts of public rows
    std::string state;                                         // 未开始 进行中 已完成 逾期
    Due due;
};
struct PublicDraw {
    DrawFacts draw;
    Due due;  // 认领确认
    std::string office, task_name;
    int year = 0;
    std::int64_t listed = 0;  // rows in its public list, counted by PublicWriter::finish
    std::int64_t withheld = 0;
    bool revealed = true;  // false: the list is not yet public; reveal_on says when
    Standing standing;
};
struct PublicDrawnObject {
    DrawnObject row;  // row.object 0: the object has no page
    std::string code, name;
    std::string
        authority;      // the list's own word, else the object's; the only one stored (row.authority reads the same)
    std::string state;  // 已公开结果 未到期 逾期未公开 没有期限规定 不予公开
    Due result_due;
    Id result = 0;  // its public result, 0: none
};
struct PublicResult {
    ResultFacts facts;  // facts.id is its permanent address: the first row's id also when a correction replaced it
    std::string office, department, task_name, plan_name, object_code, object_name;
    Id plan = 0;
    int year = 0;
    bool problem_found = false;
    std::string follow_up_state;  // empty, 未完结, 已完结
    Due published_due;
    Standing standing;
};
struct PublicFollowUp {
    FollowUpFacts facts;
    std::string office, object_code, object_name, task_name;
    Id task = 0;
    bool latest = false;  // the newest step of its result
    Due due;
    Standing standing;
};
struct PublicPenalty {
    PenaltyFacts facts;
    std::string office, object_code, object_name;
    Standing standing;
};
struct PublicEnterprise {  // 检查对象; only kinds with a code have a page
    Id object = 0;
    std::string code;  // its permanent address: the unified code, else the 15-digit number, else "o<object id>"
    std::string kind, name, area, area_name, trade, entity_type, registered_on, status, authority;
    std::vector<std::string> former_names, other_codes;
    std::int64_t drawn = 0, inspected = 0, open_follow_ups = 0;
};
struct PublicAttachment {  // 附件
    Id id = 0;
    Id plan_edition = 0, item_list_edition = 0, task = 0, draw = 0, result = 0;  // one of them is not 0
    std::string title, type, sha256;
    std::int64_t size = 0;  // bytes
    std::string attached_on, reviewed_on;
};
struct WithheldCount {  // 不予公开计数: how many rows of a kind are not shown, and on what ground
    std::string office, kind, ground;
    std::int64_t count = 0;
};

/// The permanent addresses, relative to the site's root; never a name in them.
namespace address {
std::string enterprise(std::string_view code);  // enterprises/<2 hex of SHA-256(code)>/<code>.html
std::string enterprise_json(std::string_view code);
std::string office(std::string_view area);                     // offices/<area>/
std::string department(std::string_view area, Id department);  // offices/<area>/departments/<id>/
std::string plan(Id plan);                                     // plans/<id>/
std::string plan_edition(Id plan, int number);                 // plans/<id>/<number>/
std::string item_list(Id list);                                // item-lists/<id>/
std::string item_list_edition(Id list, int number);            // item-lists/<id>/<number>/
std::string task(Id task);                                     // tasks/<id>/
std::string draw(Id draw);                                     // draws/<id>/
// Committed draws 可核验抽取.
std::string draw_file(Id draw, std::string_view name);  // draws/<id>/<name>
std::string draw_pool(Id draw);                         // draws/<id>/pool/ : 对象库
std::string draw_pool_blocks(Id draw);                  // draws/<id>/pool/blocks.tsv (draw/pool_blocks.h)
std::string name_index();                               // search/names.db (records/name_index.h)
std::string draw_checks(Id draw);                       // draws/<id>/checks.json : 核验结果, over the public files
std::string draw_pool_page(Id draw, int page);          // draws/<id>/pool/<n>.html
std::string draw_series(std::string_view office_code);  // draws/series/<office code>.json : 机关抽取清单
std::string draw_year(std::string_view office_code, int year);  // draws/offices/<office code>/<year>/ : 年度账
std::string verify();                                           // verify/ : 核验
/// results/<area>/<year>/ : the list's front page, with links to its pages.
std::string results(std::string_view area, int year);
/// results/<area>/<year>/page-<n>.html, n from 1: of this list's results those numbered (n-1)*100+1 … n*100. A page is
/// made of numbers and not of counts: a result that becomes public later, corrected or withdrawn, never moves another.
std::string results_page(std::string_view area, int year, std::int64_t page);
constexpr int results_per_page = 100;
/// results/by-id/<id/1000>/<id>.html : at most 1,000 results a folder.
std::string result(Id result);
/// attachments/<first 8 hex of its SHA-256>/<id>.<type>
std::string attachment(const PublicAttachment& attachment);
/// The JSON twin beside a page: "plans/1/" → "plans/1/index.json", "results/by-id/0/7.html" → "results/by-id/0/7.json".
std::string json_twin(std::string_view page);
}  // namespace address

/// Writes one public.db. The same calls in the same order give the same bytes (on one SQLite version). Rows may come in
/// any order of tables; those of one table best in the order of their ids. Throws records::Broken, and
/// records::Refused for a second row of the same key.
class PublicWriter {
  public:
    /// Creates a new public.db; throws records::Broken when the file exists.
    explicit PublicWriter(const std::filesystem::path& file);
    /// Removes the file when finish() was not reached.
    ~PublicWriter();
    PublicWriter(const PublicWriter&) = delete;
    PublicWriter& operator=(const PublicWriter&) = delete;
    void site(const SiteFacts& facts);
    void office(const Office& office);
    void department(const Department& department);
    void calendar(const CalendarDay& day);
    void rule(const RuleFacts& rule);
    void item_list(const PublicItemList& list);
    void item_list_edition(const PublicEdition& edition);
    void plan(const PublicPlan& plan);
    void plan_edition(const PublicEdition& edition);
    void task(const PublicTask& task);
    void draw(const PublicDraw& draw);
    void drawn_object(const PublicDrawnObject& row);
    void committed_draw(const PublicCommittedDraw& draw);
    void draw_stratum(const PublicDrawStratum& stratum);
    void draw_exclusion(const PublicDrawExclusion& exclusion);
    void draw_pool_row(const PublicDrawPoolRow& row);
    void draw_file(const PublicDrawFile& file);
    void result(const PublicResult& result);
    void follow_up(const PublicFollowUp& follow_up);
    void penalty(const PublicPenalty& penalty);
    void enterprise(const PublicEnterprise& enterprise);
    void attachment(const PublicAttachment& attachment);
    void withheld(const WithheldCount& count);
    void declared_figure(const PublicDeclaredFigure& figure);
    void finding(const PublicFinding& finding);
    void finding_month(const FindingMonth& month);
    void finding_row(const FindingRow& row);
    void publication(const PublicPublication& publication);
    void change(const PublicChange& change);
    void correction(const PublicCorrection& correction);
    void statement(const PublicStatement& statement);
    void objection(const PublicObjection& objection);
    /// Makes the indexes and the JSON bodies, checks every reference, brings the file to disk and makes it read-only
    /// (0444); call last. Throws records::Broken naming the row that refers to something not public.
    void finish();
    /// Calls `cell` for every text cell of every table (bodies too): table, column, row id, text. For the privacy gate.
    void each_cell(const std::function<void(std::string_view table, std::string_view column, std::int64_t row,
                                            std::string_view text)>& cell);
    struct Connection;

  private:
    std::unique_ptr<Connection> connection_;
};

class PublicSite {
  public:
    /// Opens read-only and immutable; one per thread. Throws records::Broken.
    explicit PublicSite(const std::filesystem::path& file);
    PublicSite(PublicSite&&) noexcept;
    ~PublicSite();

    SiteFacts site();
    std::vector<Office> offices();
    std::optional<Office> office(std::string_view area);
    std::vector<Department> departments(std::string_view area);  // "": all, here and below
    std::vector<CalendarDay> calendar();
    std::vector<RuleFacts> rules(std::string_view area);
    std::vector<PublicItemList> item_lists();
    std::optional<PublicItemList> item_list(Id id);
    std::vector<PublicEdition> item_list_editions(Id list);  // with rows, by number
    std::vector<PublicPlan> plans();
    std::optional<PublicPlan> plan(Id id);
    std::vector<PublicEdition> plan_editions(Id plan);  // with rows, by number
    std::optional<PublicTask> task(Id id);
    std::vector<PublicTask> tasks_of_plan(Id plan);
    void each_task(const std::function<void(const PublicTask&)>& row);
    struct TaskInEdition {
        Edition edition;
        EditionRow row;
    };
    std::vector<TaskInEdition> editions_of_task(Id task);  // the task's row in each edition of its plan, by number
    std::optional<PublicDraw> draw(Id id);
    std::vector<PublicDraw> draws();  // newest first
    std::vector<PublicDraw> draws_of_task(Id task);
    std::vector<PublicDrawnObject> drawn_objects(Id draw, std::int64_t from_position, int at_most);
    void each_drawn_object(Id draw, const std::function<void(const PublicDrawnObject&)>& row);  // by position
    struct AwaitedResults {  // drawn objects without a public result that have the same due date
        Due due;
        std::int64_t count = 0;
    };
    std::vector<AwaitedResults> awaited_results(
        Id draw);  // by due date; those without one, and withheld ones, left out
    struct Drawing {
        PublicDraw draw;
        PublicDrawnObject row;
    };
    /// 逾期清单: drawn objects whose result is overdue, longest overdue first.
    void each_overdue(std::string_view area, const std::function<void(const Drawing&)>& row);
    // Committed draws 可核验抽取 -------------------------------------------------------------------------------------
    std::optional<PublicCommittedDraw> committed_draw(Id draw);
    std::vector<PublicCommittedDraw> committed_draws();                                     // by office code and seq
    std::vector<PublicDrawStratum> draw_strata(Id draw);                                    // by code
    std::vector<PublicDrawExclusion> draw_exclusions(Id draw);                              // by code
    std::vector<PublicDrawFile> draw_files(Id draw);                                        // by name
    void each_pool_row(Id draw, const std::function<void(const PublicDrawPoolRow&)>& row);  // by id
    std::optional<PublicDrawPoolRow> pool_row(Id draw, std::string_view id);
    std::int64_t count_pool(Id draw);
    struct StratumOutcome {  // of a pool with tickets
        std::string code;
        std::int64_t drawn = 0;
        std::string last_ticket;  // of the last one drawn, 16 hex
        std::int64_t excluded = 0;
        std::int64_t excluded_drawn = 0;  // excluded objects that would have been drawn
    };
    std::vector<StratumOutcome> stratum_outcomes(Id draw);  // by code; strata of draw_strata only
    std::optional<PublicResult> result(Id id);
    std::vector<PublicResult> results_of_task(Id task, Id after, int at_most);
    struct ResultFilter {
        std::string area;
        int year = 0;  // 0: any
    };
    /// Ordered by id, so that a result keeps its place among those before it, as do tombstones (withdrawn, expired).
    void each_result(const ResultFilter& filter, const std::function<void(const PublicResult&)>& row);
    std::vector<PublicResult> newest_results(int at_most, std::string_view area = "");  // without tombstones
    struct ResultScope {  // what results are asked of; empty members ask for all
        std::string area;
        Id department = 0, plan = 0;
    };
    std::vector<PublicResult> newest_results(const ResultScope& scope, int at_most);     // without tombstones
    std::vector<PublicResult> withdrawn_results(const ResultScope& scope, int at_most);  // last withdrawn first
    struct ResultYear {
        std::string area;
        int year = 0;
        std::int64_t count = 0;
    };
    std::vector<ResultYear> result_years();  // each list of results there is, by area and year
    struct ResultMonth {
        std::string area;
        int year = 0;            // of the plan: which list
        std::string month;       // YYYY-MM of publication
        std::int64_t count = 0;  // without tombstones
    };
    std::vector<ResultMonth> result_months();  // by area, year and month, those with a date
    struct OutcomeCount {
        std::string area;
        int year = 0;
        std::vector<std::string> codes;  // as one result has them
        std::int64_t count = 0;          // without tombstones
    };
    std::vector<OutcomeCount> outcome_counts();  // by area and year
    struct DepartmentCount {
        Id department = 0;
        std::string area;
        int year = 0;
        std::int64_t count = 0;  // without tombstones
    };
    std::vector<DepartmentCount> department_counts();  // results by department, area and year
    struct Coverage {
        std::string area, area_name;  // of the objects; area may be empty
        std::int64_t objects = 0, drawn = 0, inspected = 0;
    };
    std::vector<Coverage> coverage();  // 检查对象 by area
    void each_result(const std::function<void(const PublicResult&)>& row);
    std::vector<PublicFollowUp> follow_ups_of(Id result);
    std::vector<PublicFollowUp> open_follow_ups(std::string_view area);
    void each_follow_up(const std::function<void(const PublicFollowUp&)>& row);
    std::optional<PublicPenalty> penalty(Id id);
    std::vector<PublicPenalty> penalties_of(Id result);
    void each_penalty(const std::function<void(const PublicPenalty&)>& row);
    /// By its permanent code or one of its other codes: compare `code` to know which.
    std::optional<PublicEnterprise> enterprise(std::string_view code);
    void each_enterprise(const std::function<void(const PublicEnterprise&)>& row);  // in code order
    struct EnterpriseHistory {
        std::vector<Drawing> drawings;
        std::vector<PublicResult> results;
        std::vector<PublicFollowUp> follow_ups;
        std::vector<PublicPenalty> penalties;
    };
    EnterpriseHistory history(Id object);  // each part newest first, follow-ups by result and step
    /// What an attachment can belong to, named by its permanent id.
    enum class Of { plan_edition, item_list_edition, task, draw, result };
    std::vector<PublicAttachment> attachments(Of what, Id id);  // by id
    std::vector<PublicAttachment> attachments();                // all
    std::vector<WithheldCount> withheld();
    // The compliance board 规则的进度 (public_ledger.cpp) ------------------------------------------------------------
    std::vector<PublicDeclaredFigure> declared_figures(std::string_view area);  // by year and name
    std::vector<int> finding_years(std::string_view area);                      // newest first
    /// By rule code, the whole office's finding before its departments'.
    std::vector<PublicFinding> findings(std::string_view area, int year);
    std::vector<FindingMonth> finding_months(Id finding);
    void each_finding_row(Id finding, const std::function<void(const FindingRow&)>& row);
    // The open ledger 公开台账 --------------------------------------------------------------------------------------
    std::vector<PublicPublication> publications();                                // newest first
    void each_change(const std::function<void(const PublicChange&)>& row);        // newest day first
    std::vector<PublicCorrection> corrections(std::string_view kind, Id record);  // oldest first
    std::vector<PublicStatement> statements_of_result(Id result);                 // oldest first
    std::vector<PublicStatement> statements_of_object(Id object);                 // oldest first
    std::vector<PublicObjection> objections(std::string_view kind, Id record);    // oldest first
    std::vector<PublicObjection> objections_of_object(Id object);
    std::vector<PublicObjection> objections();  // all, newest first
    struct Totals {
        std::int64_t plans = 0, tasks = 0, draws = 0, drawn = 0, results = 0, overdue_results = 0, enterprises = 0,
                     open_follow_ups = 0, unrevealed_overdue = 0;
        std::int64_t unjudged_results = 0;  // drawn, no result public, and no rule says until when
    };
    /// "" and 0: all. Tombstones do not count; `enterprises` knows no year.
    Totals totals(std::string_view area, int year);
    /// How many records are only a tombstone any more: withdrawn or expired.
    std::int64_t tombstones();
    /// The rows of a whole table in the order of its key, by cursor; at most `at_most` of them, all where it is 0.
    void each_row_of(const PublicTable& table, std::int64_t at_most,
                     const std::function<void(const std::vector<PublicCell>&)>& row);
    std::int64_t count_rows(const PublicTable& table);
    /// The JSON body of a record, the same bytes as the static twin (records/public_bodies.h). Kinds and keys:
    /// site ""; office <area>; plan, item_list, task, draw, result, penalty <id>; plan_edition and item_list_edition
    /// <id>/<number>; enterprise <permanent code>. Unknown: nothing.
    std::optional<std::string> body(std::string_view kind, std::string_view key);

    // Lists of the look-up server (public_lists.cpp). Each is asked for the rows after the last one of the page before,
    // never for an offset, so that rows which become public in between neither repeat nor hide another.
    // ----------------
    /// In the order of their permanent numbers.
    std::vector<PublicEnterprise> enterprises_after(Id object, int at_most);
    std::optional<PublicEnterprise> enterprise_of(Id object);
    void each_enterprise_by_number(const std::function<void(const PublicEnterprise&)>& row);
    struct CodeMatch {
        Id object = 0;
        bool whole = false;  // the code itself, not only its beginning
    };
    /// Objects with a code, permanent or other, that begins so, by number, each once. Capital letters and digits.
    std::vector<CodeMatch> with_code(std::string_view beginning);
    bool begins_code(std::string_view beginning);                                                // whether there is any
    std::vector<PublicPlan> plans_after(Id plan, std::string_view area, int year, int at_most);  // "" and 0: all
    std::int64_t count_plans(std::string_view area, int year);
    std::vector<PublicDraw> draws_before(Id draw, std::string_view area, Id task, int at_most);  // highest number first
    std::int64_t count_draws(std::string_view area, Id task);
    struct ResultQuery {  // empty members ask for all
        std::optional<Id> object;
        std::string area, outcome;  // outcome: one of the result's codes
        Id department = 0, task = 0, plan = 0;
        std::string from, to;  // day of publication, both included
    };
    struct ResultPlace {  // where a page of results ended
        std::string published_on;
        Id id = 0;
    };
    /// Last published first, tombstones among them.
    std::vector<PublicResult> results(const ResultQuery& query, const std::optional<ResultPlace>& after, int at_most);
    struct PoolNeighbours {  // of a code in the pool of a draw, by code
        std::optional<PublicDrawPoolRow> before, after;
    };
    PoolNeighbours pool_neighbours(Id draw, std::string_view code);
    /// The ticket of the last one drawn of a stratum that draws `n`; empty when there is none.
    std::string last_ticket(Id draw, std::string_view stratum, std::int64_t n);
    /// The row of this code on a draw's list.
    std::optional<PublicDrawnObject> drawn_object(Id draw, std::string_view code);

    /// From now on all queries together may take this long, then one throws TookTooLong.
    void allow(std::chrono::milliseconds time);

    struct Connection;  // SQLiteCpp, seen only inside records/
    explicit PublicSite(std::unique_ptr<Connection> connection);

  private:
    friend SqlConnection& sql_of(PublicSite& site);  // for queries in other files of records/
    std::unique_ptr<Connection> connection_;
};

}  // namespace records
