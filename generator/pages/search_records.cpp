#include "generator/pages/search_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "generator/pages/kinds.h"
#include "generator/pages/wording.h"
#include "search/index_writer.h"

namespace pages {
namespace {

using records::Id;
using search::Kind;
using search::Record;
using Give = std::function<void(const Record&)>;

bool gone(const records::Standing& standing) {
    return !standing.withdrawn_on.empty() || !standing.expired_on.empty();
}

void add_number(std::vector<std::string>& numbers, std::string_view number) {
    if (!number.empty() && std::find(numbers.begin(), numbers.end(), number) == numbers.end())
        numbers.emplace_back(number);
}

std::string note_of(const Site& site, std::string_view office, int year) {
    return year > 0 ? fmt::format("{}，{} 年", site.office_name(office), year) : site.office_name(office);
}

/// What an enterprise's row says of its results where one is awaited: until when the earliest is due.
class Awaited {
  public:
    explicit Awaited(records::PublicSite& records) {
        for (const records::PublicDraw& draw : records.draws())
            if (draw.revealed && !gone(draw.standing))
                records.each_drawn_object(draw.draw.draw, [this](const records::PublicDrawnObject& row) { add(row); });
    }
    /// Empty where nothing is awaited.
    std::string note(Id object) const {
        const auto found = earliest_.find(object);
        if (found == earliest_.end()) return {};
        const records::Due& due = found->second;
        if (due.on.empty()) return "已抽中，结果还没有公开";
        return fmt::format("已抽中，结果应于{}前公开{}{}", date_words(due.on), due.provisional ? "（暂定）" : "",
                           due.state == "overdue" ? "，逾期未公开" : "");
    }

  private:
    void add(const records::PublicDrawnObject& row) {
        if (row.row.object == 0 || row.result != 0 || row.state == "不予公开") return;
        records::Due& due = earliest_[row.row.object];
        if (!row.result_due.on.empty() && (due.on.empty() || row.result_due.on < due.on)) due = row.result_due;
    }
    std::unordered_map<Id, records::Due> earliest_;
};

void give_enterprises(records::PublicSite& records, const Give& give) {
    const Awaited awaited(records);
    std::unordered_map<Id, std::string> newest;
    records.each_result([&newest](const records::PublicResult& result) {
        if (gone(result.standing)) return;
        std::string& day = newest[result.facts.object];
        day = std::max(day, result.facts.inspected_on);
    });
    records.each_enterprise([&](const records::PublicEnterprise& enterprise) {
        Record record{Kind::enterprise,
                      enterprise.code,
                      enterprise.name,
                      "",
                      enterprise.former_names,
                      enterprise.other_codes,
                      "",
                      0};
        if (const auto day = newest.find(enterprise.object); day != newest.end()) record.newest = day->second;
        record.records = static_cast<std::uint32_t>(enterprise.drawn + enterprise.inspected);
        // Without a note it was never drawn; who shows the row says so, which costs the index nothing.
        record.note = awaited.note(enterprise.object);
        if (record.note.empty() && enterprise.inspected > 0)
            record.note = fmt::format("有 {} 条结果", enterprise.inspected);
        else if (record.note.empty() && enterprise.drawn > 0)
            record.note = "已抽中，结果不公开或已撤回";
        give(record);
    });
}

void give_plans(const Site& site, records::PublicSite& records, const Give& give) {
    for (const records::PublicPlan& plan : records.plans()) {
        Record record{Kind::plan,
                      std::to_string(plan.plan.id),
                      plan.plan.name,
                      note_of(site, plan.plan.office, plan.plan.year),
                      {},
                      {},
                      "",
                      0};
        add_number(record.numbers, plan.plan.number);
        for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id)) {
            if (gone(edition.standing)) continue;
            ++record.records;
            add_number(record.numbers, edition.edition.head.document_number);
            const std::string& title = edition.edition.head.title;
            if (!title.empty() && title != record.title) add_number(record.other_names, title);
        }
        if (record.records > 0) give(record);
    }
}

void give_tasks(const Site& site, records::PublicSite& records, const Give& give) {
    records.each_task([&](const records::PublicTask& task) {
        Record record{Kind::task, std::to_string(task.id), task.name, note_of(site, task.office, task.year), {}, {}, "",
                      0};
        add_number(record.numbers, task.cells.text("task_number"));
        record.records = static_cast<std::uint32_t>(task.drawn + task.results);
        if (!task.name.empty()) give(record);
    });
}

void give_draws(const Site& site, records::PublicSite& records, const Give& give) {
    for (const records::PublicDraw& draw : records.draws()) {
        if (gone(draw.standing)) continue;
        const std::string& title = draw.draw.title.empty() ? draw.task_name : draw.draw.title;
        Record record{
            Kind::draw, std::to_string(draw.draw.draw), title, note_of(site, draw.office, draw.year), {}, {}, "", 0};
        add_number(record.numbers, draw.draw.number);
        add_number(record.numbers, draw.draw.document_number);
        if (const auto committed = records.committed_draw(draw.draw.draw))
            add_number(record.numbers, committed->digest);
        record.records = static_cast<std::uint32_t>(draw.listed);
        if (!title.empty()) give(record);
    }
}

// The items of each list's newest edition that is public.
void give_items(const Site& site, records::PublicSite& records, const Give& give) {
    for (const records::PublicItemList& list : records.item_lists()) {
        const auto editions = records.item_list_editions(list.list.id);
        const auto newest = std::find_if(editions.rbegin(), editions.rend(),
                                         [](const records::PublicEdition& edition) { return !gone(edition.standing); });
        if (newest == editions.rend()) continue;
        for (const records::EditionRow& row : newest->rows) {
            Record record{Kind::item, "", std::string(row.cells.text("item")), "", {}, {}, "", 1};
            record.id = fmt::format(
                "{}#row-{}", records::address::item_list_edition(list.list.id, newest->edition.number), row.position);
            record.note = fmt::format("{}，{}", site.office_name(list.list.office), list.list.name);
            add_number(record.numbers, newest->edition.head.document_number);
            if (!record.title.empty()) give(record);
        }
    }
}

}  // namespace

void each_search_record(const Site& site, records::PublicSite& records, const Give& give) {
    give_enterprises(records, give);
    give_plans(site, records, give);
    give_tasks(site, records, give);
    give_draws(site, records, give);
    give_items(site, records, give);
    for (const auto& [address, title] : guide_titles(site))
        give({Kind::guide, address, title, "使用指南", {}, {}, "", 0});
}

void write_search_index(const Site& site, records::PublicSite& records) {
    search::IndexOptions options;
    options.threads = site.options.threads;
    search::write_index([&](const Give& give) { each_search_record(site, records, give); },
                        [&site](std::string_view name, std::string_view bytes) {
                            site.put(fmt::format("search/index/{}", name), bytes);
                        },
                        options);
}

}  // namespace pages
