// Gathers what rules are judged by while the projection goes over the portal: each fact becomes a row of its noun,
// counted for its office as soon as it has been judged public or not, and at the end the findings 规则的进度 are
// written. Rows that are not for disclosure, not public yet or expired are counted without id and name; inspectors
// stand by a running number, since a pseudonym beside its department and skills would tell who bears it in draws; the
// credit class of an object is never read. Knows no rule and no figure (generator/duties).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "generator/duties/judging.h"
#include "generator/pages/department_names.h"
#include "generator/publish/counted_visits.h"
#include "generator/publish/tally.h"
#include "generator/publish/visibility.h"
#include "records/portal.h"
#include "records/public_site.h"

namespace publish {

/// How a row is counted: with its name, without it and on what ground, or not at all.
enum class Counted : std::uint8_t {
    by_name,
    withheld, /* 不予公开 */
    not_yet,  /* 尚未公开 */
    expired,  /* 公示期满 */
    not_at_all
};
Counted counted_as(const Verdict& verdict);

class Findings {
  public:
    Findings(records::Portal& portal, std::string_view as_of);

    struct TaskSeen {  // a task as its newest public edition has it
        records::Id id = 0;
        records::Id plan = 0;
        std::string_view office, name;
        int year = 0;
        const records::Cells* cells = nullptr;
        bool cancelled = false;
        TaskTally tally;
    };
    struct ObjectSeen {  // what a row says of its object
        std::string_view code, name, kind;
    };

    void plan_edition(const records::Plan& plan, const records::Edition& edition, std::size_t tasks, Counted counted);
    void item_list_edition(const records::ItemList& list, const records::Edition& edition,
                           const std::vector<records::EditionRow>& rows, Counted counted);
    void task(const TaskSeen& task);
    void object(const records::ObjectFacts& object, std::string_view code, const ObjectTally& tally, Counted counted);
    void draw(const records::DrawFacts& draw, std::int64_t listed, bool verifiable, Counted counted);
    /// `results`: those of this object in this task that are not withdrawn, each with how it is counted.
    struct ResultSeen {
        const records::ResultFacts* facts = nullptr;
        Counted counted{};
    };
    void drawn_object(const records::DrawnObject& row, const ObjectSeen& object, const std::vector<ResultSeen>& results,
                      Counted counted);
    void result(const records::ResultFacts& result, const ObjectSeen& object, std::string_view follow_up_state,
                Counted counted);
    /// The newest step of its result; `result` is its permanent id.
    void follow_up(const records::FollowUpFacts& step, const FollowUpState& of, const ObjectSeen& object,
                   Counted counted);

    /// Counts the registers, judges, and writes declared figures and findings; once, after everything else.
    /// `object_of` tells code, name and kind of an object, for visits.
    struct SeenName {
        std::string code, name, kind;
    };
    void write(records::PublicWriter& writer, const std::function<SeenName(records::Id)>& object_of);

  private:
    struct OneOffice {
        records::Office facts;
        std::vector<duties::DeclaredFigure> figures;
        std::optional<duties::Judge> judge;
        VisitParts visits;
    };
    struct CountedTask {
        records::Id id = 0;
        OneOffice* office = nullptr;
        int year = 0;
        std::vector<records::Id> departments;
        std::vector<std::string> values;  // by column of the noun task
        std::vector<std::string> items;   // folded
    };
    struct CountedDraw {
        const CountedTask* task = nullptr;
        std::string drawn_on;
        std::vector<records::Id> departments;
    };
    struct ListEdition {
        records::ItemList list;
        records::Edition edition;
        std::vector<records::EditionRow> rows;
        Counted counted{};
    };
    struct PlanEdition {
        records::Plan plan;
        records::Edition edition;
        std::size_t tasks = 0;
        Counted counted{};
    };

    OneOffice* office(std::string_view area);
    OneOffice* office_counting(std::string_view area, duties::Noun noun);
    const CountedTask* task_of(records::Id task) const;
    std::string department_name(const std::optional<records::Id>& department) const;
    std::vector<records::Id> departments_named(std::string_view office, std::string_view cell) const;
    void fill_task_values(CountedTask& counted, const TaskSeen& seen, const records::Plan* plan) const;
    void add_judges(records::Portal& portal);
    duties::RuleException exception(const records::RuleException& facts) const;

    void count_plan_editions();
    void count_item_lists();
    void count_items(OneOffice& office, const ListEdition& newest);
    void count_visits(const std::function<SeenName(records::Id)>& object_of);
    void count_inspectors();
    void count_reports();
    void write_office(OneOffice& office, records::PublicWriter& writer);
    void write_finding(const duties::Finding& finding, const OneOffice& office, records::PublicWriter& writer);
    void write_rows(const duties::Finding& finding, records::Id id, records::PublicWriter& writer);

    records::Portal& portal_;
    std::string as_of_;
    int year_ = 0;
    std::map<std::string, duties::WorkingDays, std::less<>> calendars_;
    std::map<std::string, OneOffice, std::less<>> offices_;
    std::map<records::Id, std::string> department_names_;
    pages::DepartmentNames names_;
    std::map<records::Id, records::Plan> plans_;
    std::unordered_map<records::Id, CountedTask> tasks_;
    std::unordered_map<records::Id, CountedDraw> draws_;
    std::vector<ListEdition> list_editions_;
    std::vector<PlanEdition> plan_editions_;
    std::map<std::tuple<std::string, std::string, int, records::Id>, records::Id>
        figure_ids_;  // office, name, year, of
    records::Id next_finding_ = 1, next_row_ = 1;
};

}  // namespace publish
