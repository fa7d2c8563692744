// When periods begin, and what is due at their end.
#include "generator/duties/vocabulary.h"
#include "text/fold.h"

namespace duties {

namespace {

template <typename Entry>
const Entry* find_in(const std::vector<Entry>& entries, std::string_view word) {
    const std::string folded = text::fold(word);
    for (const Entry& entry : entries) {
        if (folded == text::fold(entry.term) || folded == entry.key) return &entry;
        for (const std::string_view spelling : entry.also)
            if (folded == text::fold(spelling)) return &entry;
    }
    return nullptr;
}

}  // namespace

const std::vector<EventTerm>& events() {
    static const std::vector<EventTerm> table{
        {.key = "inspection_finished",
         .term = "检查完毕",
         .days = {{Noun::result, "finished_on"}, {Noun::inspection, "finished_on"}},
         .also = {"检查结束", "检查完成"}},
        {.key = "result_produced",
         .term = "检查结果产生",
         .days = {{Noun::result, "produced_on"}},
         .also = {"结果产生"}},
        {.key = "follow_up_arose",
         .term = "后续处置信息产生",
         .days = {{Noun::follow_up, "arose_on"}},
         .also = {"处置信息产生"}},
        {.key = "task_completed", .term = "抽查任务完成", .days = {{Noun::task, "completed_on"}}, .also = {"任务完成"}},
        {.key = "plan_made", .term = "计划制定", .days = {{Noun::plan_edition, "written_on"}}, .also = {"计划成文"}},
        {.key = "list_dispatched", .term = "名单派发", .days = {{Noun::draw, "drawn_on"}}, .also = {"抽取"}}};
    return table;
}

const EventTerm* find_event(std::string_view word) {
    return find_in(events(), word);
}

const std::vector<DeadlineSubject>& deadline_subjects() {
    static const std::vector<DeadlineSubject> table{
        {.key = "result", .term = "结果公示", .noun = Noun::result, .done = "published_on", .also = {"结果"}},
        {.key = "result_entry", .term = "结果录入", .noun = Noun::result, .done = "entered_on"},
        {.key = "follow_up", .term = "后续处置", .noun = Noun::follow_up, .done = "finished_on"},
        {.key = "plan",
         .term = "计划公布",
         .noun = Noun::plan_edition,
         .done = "published_on",
         .of_fixed = "original",
         .also = {"计划"}},
        {.key = "item_list",
         .term = "清单公布",
         .noun = Noun::item_list,
         .done = "published_on",
         .of_fixed = "first_of_year",
         .also = {"清单"}},
        {.key = "claim", .term = "认领确认", .noun = Noun::draw, .done = "confirmed_on", .also = {"认领"}},
        {.key = "task", .term = "任务完成", .noun = Noun::task, .done = "completed_on"},
        {.key = "monthly_report", .term = "月报", .noun = Noun::report, .done = "submitted_on", .also = {"月报表"}},
        {.key = "quarterly_report", .term = "季报", .noun = Noun::report, .done = "submitted_on"},
        {.key = "half_year_report", .term = "半年报", .noun = Noun::report, .done = "submitted_on"},
        {.key = "yearly_report", .term = "年报", .noun = Noun::report, .done = "submitted_on"},
        {.key = "summary", .term = "总结", .noun = Noun::report, .done = "submitted_on", .also = {"工作总结"}},
        {.key = "plan_report", .term = "计划报送", .noun = Noun::report, .done = "submitted_on"},
        {.key = "list_report", .term = "名单报送", .noun = Noun::report, .done = "submitted_on"}};
    return table;
}

const DeadlineSubject* find_deadline_subject(std::string_view word) {
    return find_in(deadline_subjects(), word);
}

}  // namespace duties
