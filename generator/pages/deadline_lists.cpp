// 期限: everything that is still to be done by a day, overdue first, of the whole site and of each office; with the
// clause and the calendar of working days that was used. Days are counted on the first page of the whole list only.
#include "generator/pages/deadline_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "generator/duties/holiday_notices.h"
#include "generator/pages/due_calendar.h"
#include "generator/pages/due_clock.h"
#include "generator/pages/open_duties.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"

namespace pages {

namespace {

struct DeadlineList {
    std::string area, folder, title;
    std::size_t all = 0, overdue = 0;
    bool rules = false;                          // whether any rule gives a deadline
    std::vector<records::CalendarDay> calendar;  // of public.db
    bool whole() const { return area.empty(); }
};

bool of_area(const DeadlineList& list, const OpenDuty& duty) {
    return list.whole() || duty.office == list.area;
}

std::string lead_words(const DeadlineList& list, const Site& site, int number) {
    if (number > 1) return "还没有完成、规定了期限的事项（续）。";
    return fmt::format(
        "{}还没有完成、规定了期限的事项共 {} 项，其中逾期 {} 项。逾期的在前，其余按期限先后排列。"
        "还没有公开不等于没有做：正在录入、审核的事项公开的数据里看不出来。",
        list.whole() ? fmt::format("截至{}，", date_words(site.facts.as_of)) : std::string(), list.all, list.overdue);
}

void fill_head(Page& page, const DeadlineList& list, int number) {
    const Site& site = page.site();
    page.section("rules");
    page.describe("还没有完成的事项各到哪一天为止，依据哪一条，已经逾期的在前。");
    if (!list.whole()) page.crumb("期限", "deadlines/");
    if (number > 1) page.crumb(list.title, list.folder);
    if (number == 1 && list.whole()) page.dated(site.facts.as_of);
    page.body().set("LEAD", lead_words(list, site, number));
    if (list.all > 0) return;
    page.body().fill("EMPTY", list.rules ? "没有还没完成的、规定了期限的事项。"
                                         : "没有登记规定期限的规则，因此没有期限可以列出，也不判断是否逾期。");
}

void fill_row(Table& table, const Site& site, const DeadlineList& list, const OpenDuty& duty, bool count_days) {
    table.row();
    table.date(duty.due.on);
    table.also(duty.due.provisional ? "（暂定：节假日安排尚未公布）" : "");
    table.text(duty.kind);
    if (duty.count > 1) table.also(fmt::format("{} 户", duty.count));
    table.link(duty.address, duty.name);
    table.also(duty.detail);
    if (list.whole()) table.link(deadlines_address(duty.office), site.office_name(duty.office));
    table.state(state_of(duty.due.state));
    if (count_days) table.also(left_words(site, duty.office, duty.due));
    table.text(duty.due.clause);
}

void add_link(Page& page, const std::string& address, const std::string& words) {
    View link = page.body().add("MORE");
    link.set("MORE_HREF", page.href(address));
    link.set("MORE_WORDS", words);
}

void fill_links(Page& page, const DeadlineList& list) {
    const Site& site = page.site();
    const std::string calendar = due_calendar(list.area);
    add_link(page, calendar,
             list.whole() ? "期限日历（ICS，可以在日历软件里订阅）" : "本区县的期限日历（ICS，可以在日历软件里订阅）");
    page.alternate("text/calendar", list.title, calendar);
    add_link(page, list.whole() ? "overdue/" : overdue_address(list.area), "逾期未公开结果的逐户清单");
    add_link(page, "rules/", "规则与进度");
    if (!list.whole()) return;
    for (const records::Office& office : site.offices)
        add_link(page, deadlines_address(office.area), fmt::format("只看{}", office.name));
}

/// The notice of a year in words: its number where we know it, else what the sheet says.
std::string notice_words(const std::string& notice) {
    for (const duties::HolidayNotice& known : duties::holiday_notices())
        if (known.address == notice) return fmt::format("{}（{}）", known.number, known.address);
    return notice.empty() ? "导入的节假日表没有写明通知" : notice;
}

void fill_years(Page& page, View view, const std::vector<records::CalendarDay>& calendar) {
    std::map<int, std::vector<std::string>> notices;  // by year, in the order of their days
    for (const records::CalendarDay& day : calendar) {
        if (!day.area.empty()) continue;
        std::vector<std::string>& of_year = notices[day.year];
        if (std::find(of_year.begin(), of_year.end(), day.notice) == of_year.end()) of_year.push_back(day.notice);
    }
    Table table(page, view, "YEARS", "各年的工作日", {"年份", "工作日", "依据的通知"});
    table.column_style(0, "narrow");
    table.column_style(1, "number");
    for (const auto& [year, addresses] : notices) {
        const auto before = text::make_date(year - 1, 12, 31), last = text::make_date(year, 12, 31);
        if (!before || !last) continue;
        table.row();
        table.text(fmt::format("{}", year));
        table.number(page.site().working_days("").between(*before, *last));
        table.text(notice_words(addresses.front()));
        for (std::size_t i = 1; i < addresses.size(); ++i) table.also(notice_words(addresses[i]));
    }
}

/// Days of its own of the office's area, or of the prefecture or province it lies in, are told with their day.
std::string local_words(const DeadlineList& list, const Site& site) {
    if (list.whole()) return {};
    std::vector<std::string> days;
    for (const records::CalendarDay& day : list.calendar) {
        const auto date = text::parse_iso(day.day);
        if (day.area.empty() || !date || !duties::lies_in(list.area, day.area)) continue;
        days.push_back(fmt::format("{}{}{}", date_words(day.day), day.name,
                                   site.working_days(list.area).working(*date) ? "上班" : "放假"));
    }
    return days.empty() ? std::string() : fmt::format("本地另有规定：{}。", joined(days));
}

void fill_calendar(Page& page, const DeadlineList& list) {
    const Site& site = page.site();
    const int last = site.working_days("").last_loaded_year();
    View view = page.body().add("CALENDAR");
    view.set(
        "CALENDAR_WORDS",
        fmt::format("期限里的工作日按国务院办公厅的放假通知计算：放假的日子不算，调休上班的周末算；起算的当天不算在内。"
                    "民族自治地方等自己的假日只对当地有效。{}",
                    last == 0
                        ? std::string("还没有载入任何一年的通知，所有按工作日计算的期限都是暂定。")
                        : fmt::format("算到{}年12月29日或者更晚的期限是暂定的，等下一年的通知公布后重新计算。", last)));
    view.fill("LOCAL", local_words(list, site));
    if (list.whole()) fill_years(page, view, list.calendar);
}

void write_page(const Site& site, const DeadlineList& list, int number, const std::vector<OpenDuty>& rows, bool more) {
    Page page(site, numbered_address(list.folder, number),
              number == 1 ? list.title : fmt::format("{}第{}页", list.title, number), "deadlines.tpl");
    fill_head(page, list, number);
    std::vector<std::string> columns{"期限", "类别", "事项", "现状", "依据"};
    if (list.whole()) columns.insert(columns.begin() + 3, "区县");
    Table table(page, page.body(), "TABLE", "还没有完成的事项", std::move(columns));
    table.column_style(0, "date");
    const bool count_days = list.whole() && number == 1;
    for (const OpenDuty& duty : rows) fill_row(table, site, list, duty, count_days);
    fill_pager(page, number > 1 ? numbered_address(list.folder, number - 1) : "",
               more ? numbered_address(list.folder, number + 1) : "", "", "期限分页");
    if (number == 1) fill_links(page, list);
    if (number == 1) fill_calendar(page, list);
    page.put();
}

void write_list(const Site& site, records::PublicSite& records, const std::vector<OpenDuty>& duties,
                DeadlineList list) {
    for (const OpenDuty& duty : duties) {
        if (!of_area(list, duty)) continue;
        ++list.all;
        if (duty.due.state == "overdue") ++list.overdue;
    }
    for (const records::Office& office : site.offices)
        for (const records::RuleFacts& rule : records.rules(office.area))
            list.rules = list.rules || ((list.whole() || office.area == list.area) &&
                                        (rule.kind == "期限" || rule.kind == "deadline"));
    list.calendar = records.calendar();
    RowPages<OpenDuty> pages(
        [&](int number, const auto& rows, bool more) { write_page(site, list, number, rows, more); });
    for (const OpenDuty& duty : duties)
        if (of_area(list, duty)) pages.add(duty);
    pages.finish();
}

}  // namespace

std::string deadlines_address(std::string_view area) {
    return area.empty() ? "deadlines/" : fmt::format("deadlines/{}/", area);
}

void write_deadlines(const Site& site, records::PublicSite& records) {
    const std::vector<OpenDuty> duties = open_duties(site, records);
    write_list(site, records, duties, {"", deadlines_address(""), "期限", 0, 0, false, {}});
    for (const records::Office& office : site.offices)
        write_list(
            site, records, duties,
            {office.area, deadlines_address(office.area), fmt::format("{}的期限", office.name), 0, 0, false, {}});
}

}  // namespace pages
