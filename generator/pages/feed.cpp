#include "generator/pages/feed.h"

#include <fmt/format.h>

#include <map>

#include "generator/pages/atom.h"
#include "generator/pages/draw_list.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/wording.h"

namespace pages {
namespace {

using Entries = std::vector<FeedEntry>;

constexpr int results_shown = 20, withdrawals_shown = 10;

/// What one feed is about; empty members say nothing.
struct Scope {
    std::string area;
    records::Id department = 0, plan = 0;
};

/// Plan editions and draws of the whole site, read once for all feeds.
struct Document {
    std::string area;
    records::Id department = 0, plan = 0;
    FeedEntry entry;
};

bool within(const Scope& scope, const Document& document) {
    return (scope.area.empty() || scope.area == document.area) &&
           (scope.department == 0 || scope.department == document.department) &&
           (scope.plan == 0 || scope.plan == document.plan);
}

/// Which day the entry's date is, when not that of publication.
std::string note_words(const ListedDay& day) {
    return day.note.empty() ? std::string() : fmt::format("{}是{}。", date_words(day.on), day.note);
}

FeedEntry entry_of(const Site& site, const records::PublicPlan& plan, const records::PublicEdition& edition) {
    const ListedDay day = listed_day(edition.edition.head);
    return {day.on, records::address::plan_edition(plan.plan.id, edition.edition.number),
            fmt::format("{}（{}）", plan.plan.name, edition_words(edition.edition.number)),
            fmt::format("{}，{}项任务。{}{}", site.office_name(plan.plan.office), edition.rows.size(),
                        edition.edition.reason, note_words(day))};
}

FeedEntry entry_of(const Site& site, const records::PublicDraw& draw) {
    const ListedDay day = listed_day(draw.draw);
    const std::string list = draw.revealed           ? fmt::format("抽中{}户", drawn_words(draw))
                             : draw.draw.list_public ? fmt::format("名单将于{}公开", date_words(draw.draw.reveal_on))
                                                     : std::string("名单不公开");
    return {day.on, records::address::draw(draw.draw.draw),
            fmt::format("抽取：{}", draw.draw.title.empty() ? draw.task_name : draw.draw.title),
            fmt::format("{}，{}。{}", site.office_name(draw.office), list, note_words(day))};
}

/// Every step of a committed draw is an entry of its own, with the number D and its time: whoever keeps the feed can
/// later prove when the draw was committed to.
void add_committed(const Site& site, const records::PublicDraw& draw, const records::PublicCommittedDraw& committed,
                   const Document& place, std::vector<Document>& documents) {
    const std::string address = records::address::draw(committed.draw);
    const auto add = [&](const std::string& moment, std::string_view step, std::string_view what,
                         std::string_view words) {
        if (moment.empty()) return;
        documents.push_back(place);
        documents.back().entry = {moment.substr(0, 10), address, fmt::format("{}：{}", what, title_of(draw)),
                                  fmt::format("{}，{}。{}抽取编号 D = {}。", site.office_name(draw.office),
                                              moment_words(moment), words, committed.digest),
                                  step.empty() ? std::string() : fmt::format("{}#{}", address, step)};
    };
    add(committed.announced_at, "", "抽取承诺",
        fmt::format("{} 户中抽 {} 户；随机源 drand quicknet 第 {} 轮，{}；最迟{}公开名单。", committed.objects_size,
                    committed.drawn, committed.beacon_round, beacon_words(committed), date_words(committed.deadline)));
    add(committed.recorded_at, "record", "抽取登记", "名单已锁定。");
    add(committed.revealed_at, "list", "抽取名单公开", "可以重新计算。");
    add(committed.ended_at, "end", committed.state == "cancelled" ? "抽取取消" : "抽取中止", "");
}

/// A result, its withdrawal, or its correction: always the same permanent id.
FeedEntry entry_of(const records::PublicResult& result) {
    const std::string address = records::address::result(result.facts.id);
    if (!result.standing.withdrawn_on.empty())
        return {result.standing.withdrawn_on, address, fmt::format("检查结果撤回：第{}号", result.facts.id),
                result.standing.withdrawn_reason};
    if (!result.standing.expired_on.empty())
        return {result.standing.expired_on, address, fmt::format("检查结果公示期满：第{}号", result.facts.id), ""};
    std::string summary = fmt::format("{}：{}", result.task_name, outcome_of(result).word);
    for (const std::string& sentence : result.standing.corrected) summary += fmt::format("（已更正：{}）", sentence);
    return {result.facts.published_on, address, fmt::format("检查结果：{}", result.object_name), std::move(summary)};
}

std::vector<Document> all_documents(const Site& site, records::PublicSite& records) {
    std::vector<Document> documents;
    std::map<records::Id, Document> of_task;
    for (const records::PublicPlan& plan : records.plans()) {
        const Document place{plan.plan.office, plan.plan.department.value_or(0), plan.plan.id, {}};
        for (const records::PublicTask& task : records.tasks_of_plan(plan.plan.id)) of_task.emplace(task.id, place);
        for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id)) {
            documents.push_back(place);
            documents.back().entry = entry_of(site, plan, edition);
        }
    }
    const auto draws = records.draws();
    const DrawStates states(records, draws);
    for (const records::PublicDraw& draw : draws) {
        const auto found = of_task.find(draw.draw.task);
        const Document place = found == of_task.end() ? Document{draw.office, 0, 0, {}} : found->second;
        if (const auto* committed = states.find(draw.draw.draw)) {
            add_committed(site, draw, *committed, place, documents);
            continue;
        }
        documents.push_back(place);
        documents.back().entry = entry_of(site, draw);
    }
    return documents;
}

void write_one(const Site& site, records::PublicSite& records, const std::vector<Document>& documents,
               const Scope& scope, Feed feed) {
    for (const Document& document : documents)
        if (within(scope, document)) feed.entries.push_back(document.entry);
    sort_newest(feed.entries);
    constexpr std::size_t documents_shown = entries_at_most - results_shown - withdrawals_shown;
    if (feed.entries.size() > documents_shown) feed.entries.resize(documents_shown);
    const records::PublicSite::ResultScope results{scope.area, scope.department, scope.plan};
    for (const auto& result : records.newest_results(results, results_shown)) feed.entries.push_back(entry_of(result));
    for (const auto& result : records.withdrawn_results(results, withdrawals_shown))
        feed.entries.push_back(entry_of(result));
    write_atom(site, std::move(feed));
}

}  // namespace

void write_feeds(const Site& site, records::PublicSite& records) {
    const std::vector<Document> documents = all_documents(site, records);
    const std::string& name = site.facts.name;
    write_one(site, records, documents, {}, {"feed.xml", "", name, {}, "changes/feed.xml"});
    for (const records::Office& office : site.offices) {
        const std::string page = records::address::office(office.area);
        write_one(site, records, documents, {office.area},
                  {page + "feed.xml", page, fmt::format("{}：{}", name, office.name), {}});
        for (const records::Department& department : records.departments(office.area))
            write_one(site, records, documents, {office.area, department.id},
                      {department_feed(office.area, department.id),
                       records::address::department(office.area, department.id),
                       fmt::format("{}：{}", name, department.name),
                       {}});
    }
    for (const records::PublicPlan& plan : records.plans())
        write_one(site, records, documents, {"", 0, plan.plan.id},
                  {plan_feed(plan.plan.id),
                   records::address::plan(plan.plan.id),
                   fmt::format("{}：{}", name, plan.plan.name),
                   {}});
}

bool write_enterprise_feed(const Site& site, const records::PublicEnterprise& enterprise,
                           const records::PublicSite::EnterpriseHistory& history) {
    if (history.drawings.empty() && history.results.empty() && history.penalties.empty()) return false;
    const std::string page = records::address::enterprise(enterprise.code);
    Entries entries;
    for (const auto& [draw, row] : history.drawings)
        entries.push_back({listed_day(draw.draw).on, records::address::draw(draw.draw.draw),
                           fmt::format("被抽中：{}", draw.task_name), "被抽中只说明被随机选到，不说明有问题。",
                           fmt::format("{}#draw-{}", page, draw.draw.draw)});
    for (const records::PublicResult& result : history.results) entries.push_back(entry_of(result));
    for (const records::PublicFollowUp& step : history.follow_ups)
        entries.push_back({step.facts.published_on, records::address::result(step.facts.result),
                           fmt::format("后续处置{}：{}", step.facts.state, step.task_name), step.facts.measure,
                           fmt::format("{}#follow-up-{}", page, step.facts.id)});
    for (const records::PublicPenalty& penalty : history.penalties) {
        if (!penalty.standing.expired_on.empty() && penalty.standing.withdrawn_on.empty()) {
            entries.push_back({penalty.standing.expired_on, fmt::format("penalties/{}.html", penalty.facts.id),
                               "行政处罚信息公示期满", ""});
            continue;
        }
        const bool gone = !penalty.standing.withdrawn_on.empty();
        entries.push_back({gone ? penalty.standing.withdrawn_on : penalty.facts.published_on,
                           fmt::format("penalties/{}.html", penalty.facts.id),
                           gone ? "行政处罚信息撤回" : fmt::format("行政处罚：{}", penalty.facts.decision_number),
                           gone ? penalty.standing.withdrawn_reason : penalty.facts.content});
    }
    write_atom(site, {enterprise_feed(enterprise.code), page, fmt::format("{}：{}", site.facts.name, enterprise.name),
                      std::move(entries)});
    return true;
}

std::string plan_feed(records::Id plan) {
    return records::address::plan(plan) + "feed.xml";
}
std::string department_feed(std::string_view area, records::Id department) {
    return records::address::department(area, department) + "feed.xml";
}
std::string enterprise_feed(std::string_view code) {
    std::string address = records::address::enterprise(code);
    address.replace(address.size() - std::string_view("html").size(), std::string::npos, "xml");
    return address;
}

}  // namespace pages
