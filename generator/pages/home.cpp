// 首页: what is new, this year in figures that lead to their rows, and what is overdue.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "generator/pages/board.h"
#include "generator/pages/draw_list.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/kinds.h"
#include "generator/pages/scope.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

struct News {
    std::string date, address, words;
    std::string_view note = {};  // which day it is, when not that of publication
    bool operator<(const News& other) const { return std::tie(other.date, address) < std::tie(date, other.address); }
};

constexpr std::size_t news_shown = 8;
constexpr int results_looked_at = 500;

void add_plans(const Site& site, records::PublicSite& records, std::vector<News>& news) {
    for (const records::PublicPlan& plan : records.plans())
        for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id)) {
            const ListedDay day = listed_day(edition.edition.head);
            news.push_back({day.on, records::address::plan_edition(plan.plan.id, edition.edition.number),
                            fmt::format("{}：{}（{}）", site.office_name(plan.plan.office), plan.plan.name,
                                        edition_words(edition.edition.number)),
                            day.note});
        }
}

/// What was announced, with the beginning of its number, and what was opened or ended since.
void add_committed_draw(const Site& site, const records::PublicDraw& draw,
                        const records::PublicCommittedDraw& committed, std::vector<News>& news) {
    constexpr std::size_t beginning = 16;
    const auto add = [&](const std::string& moment, std::string_view what, std::string_view more) {
        if (moment.empty()) return;
        news.push_back({moment.substr(0, 10), records::address::draw(committed.draw),
                        fmt::format("{}：{} {}{}", site.office_name(draw.office), what, title_of(draw), more)});
    };
    add(committed.announced_at, "抽取承诺",
        fmt::format("（{}，编号 {}…）", committed.announced_at.substr(11, 8), committed.digest.substr(0, beginning)));
    add(committed.revealed_at, "抽取名单公开", "");
    add(committed.ended_at, committed.state == "cancelled" ? "抽取取消" : "抽取中止", "");
}

void add_draws(const Site& site, records::PublicSite& records, std::vector<News>& news) {
    const auto draws = records.draws();
    const DrawStates states(records, draws);
    for (const records::PublicDraw& draw : draws) {
        if (const auto* committed = states.find(draw.draw.draw)) {
            add_committed_draw(site, draw, *committed, news);
            continue;
        }
        const ListedDay day = listed_day(draw.draw);
        news.push_back({day.on, records::address::draw(draw.draw.draw),
                        fmt::format("{}：抽取 {}", site.office_name(draw.office),
                                    !draw.draw.title.empty() ? draw.draw.title : draw.task_name),
                        day.note});
    }
}

void add_results(const Site& site, records::PublicSite& records, std::vector<News>& news) {
    std::map<std::tuple<std::string, std::string, int>, int> counts;
    for (const records::PublicResult& result : records.newest_results(results_looked_at))
        ++counts[{result.facts.published_on, result.office, result.year}];
    for (const auto& [key, count] : counts) {
        const auto& [date, area, year] = key;
        news.push_back({date, records::address::results(area, year),
                        fmt::format("{}：检查结果 {} 条", site.office_name(area), count)});
    }
}

std::vector<News> newest(const Site& site, records::PublicSite& records) {
    std::vector<News> news;
    add_plans(site, records, news);
    add_draws(site, records, news);
    add_results(site, records, news);
    std::erase_if(news, [](const News& item) { return item.date.empty(); });
    std::sort(news.begin(), news.end());
    if (news.size() > news_shown) news.resize(news_shown);
    return news;
}

struct Figure {
    std::string_view label, address;
    std::int64_t this_year = 0, all = 0;
    bool bad = false;  // anything but zero is a failing
};

void fill_figures(Page& page, const std::vector<Figure>& figures) {
    for (const Figure& figure : figures) {
        View view = page.body().add("FIGURE");
        view.set("FIGURE_LABEL", figure.label);
        view.set("FIGURE_COUNT", figure.this_year);
        view.set("FIGURE_HREF", page.href(figure.address));
        if (figure.all != figure.this_year) view.fill("FIGURE_ALL", fmt::format("{}", figure.all));
        if (figure.bad && figure.this_year > 0) view.show("FIGURE_BAD");
    }
}

/// The year whose figures stand first: that of the data, or the newest year of any plan when that has none.
int year_shown(const Site& site, records::PublicSite& records) {
    int newest = 0, of_data = 0;
    for (const char c : site.facts.as_of.substr(0, 4)) of_data = of_data * 10 + (c - '0');
    for (const records::PublicPlan& plan : records.plans()) {
        if (plan.plan.year == of_data) return of_data;
        newest = std::max(newest, plan.plan.year);
    }
    return newest == 0 ? of_data : newest;
}

/// Without a rule that sets a deadline nothing is judged late, and nothing may be said to be in time.
bool deadlines_known(const Site& site, records::PublicSite& records) {
    for (const records::Office& office : site.offices)
        for (const records::RuleFacts& rule : records.rules(office.area))
            if (rule.kind == "期限" || rule.kind == "deadline") return true;
    return false;
}

/// Committed draws whose list is overdue, and where it is explained how to check them.
void fill_committed(Page& page, records::PublicSite& records) {
    const auto draws = records.committed_draws();
    if (draws.empty()) return;
    page.body().show("COMMITTED");
    std::vector<const records::PublicCommittedDraw*> late;
    for (const records::PublicCommittedDraw& draw : draws)
        if (draw.overdue) late.push_back(&draw);
    if (late.empty()) return;
    View view = page.body().add("LATE_DRAWS");
    view.set("LATE_DRAWS_COUNT", static_cast<std::int64_t>(late.size()));
    view.set("LATE_DRAWS_HREF",
             page.href(late.size() == 1 ? records::address::draw(late.front()->draw) : "draws/#overdue"));
}

/// Duties of whole offices that are not kept this year, where any is judged.
void fill_duties(Page& page, const Site& site, records::PublicSite& records, int year) {
    StandingCounts all;
    for (const records::Office& office : site.offices) {
        const StandingCounts counts = counts_of(records.findings(office.area, year), 0);
        all.met += counts.met, all.not_met += counts.not_met;
    }
    if (all.met + all.not_met > 0) fill_figures(page, {{"未达到的要求", "rules/", all.not_met, all.not_met, true}});
}

}  // namespace

void write_home(const Site& site, records::PublicSite& records) {
    Page page(site, "", site.facts.name, "home.tpl");
    page.describe(fmt::format("{}：双随机、一公开抽查计划、抽取、检查结果和后续处置。", site.facts.name));
    page.box(false);
    const records::PublicSite::Totals all = records.totals("", 0);
    fill_scope(page, site, records, all.enterprises, false);
    for (const News& item : newest(site, records)) {
        View view = page.body().add("NEWS");
        view.set("NEWS_DATE", item.date);
        view.set("NEWS_DAY", date_words(item.date));
        view.set("NEWS_WORDS", item.words);
        view.fill("NEWS_NOTE", item.note);
        view.set("NEWS_HREF", page.href(item.address));
    }
    const int year = year_shown(site, records);
    const records::PublicSite::Totals now = records.totals("", year);
    page.body().set("YEAR", year);
    fill_figures(page, {{"抽查计划", "plans/", now.plans, all.plans},
                        {"抽查任务", "tasks/", now.tasks, all.tasks},
                        {"抽取", "draws/", now.draws, all.draws},
                        {"被抽中户次", "draws/", now.drawn, all.drawn},
                        {"已公开结果", "results/", now.results, all.results},
                        {"逾期未公开", "overdue/", now.overdue_results, all.overdue_results, true},
                        {"后续处置未完结", "follow-ups/", now.open_follow_ups, all.open_follow_ups}});
    fill_duties(page, site, records, year);
    if (all.overdue_results + all.unrevealed_overdue > 0) {
        View late = page.body().add("LATE");
        late.set("LATE_COUNT", all.overdue_results);
        late.set("LATE_HREF", page.href("overdue/"));
    } else {
        page.body().show(deadlines_known(site, records) && all.unjudged_results == 0 ? "NOTHING_LATE" : "NOT_JUDGED");
    }
    fill_committed(page, records);
    for (const records::Office& office : site.offices) {
        View view = page.body().add("OFFICE");
        view.set("OFFICE_NAME", office.name);
        view.set("OFFICE_HREF", page.href(records::address::office(office.area)));
    }
    page.put();
}

}  // namespace pages
