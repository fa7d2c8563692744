#include "generator/pages/board_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "generator/pages/kinds.h"

namespace pages {
namespace {

constexpr std::array<std::string_view, 4> outcomes{"missing", "excepted", "open", "counted"};
constexpr std::size_t missing_kept = 5;

std::size_t rank(std::string_view outcome) {
    return static_cast<std::size_t>(std::find(outcomes.begin(), outcomes.end(), outcome) - outcomes.begin());
}

/// Rows without a department stand last among theirs.
auto order(const records::FindingRow& row) {
    return std::tuple(rank(row.outcome), row.department == 0, row.department, row.due_on.empty(),
                      std::string_view(row.due_on), std::string_view(row.day), row.id);
}

void keep_first(RowPlaces& places, const records::FindingRow& row) {
    const auto keep = [&](records::Id department) {
        auto& kept = places.first_missing[department];
        if (kept.size() < missing_kept) kept.push_back(row);
    };
    keep(0);
    if (row.department != 0) keep(row.department);
}

}  // namespace

const RowGroup* RowPlaces::find(std::string_view outcome, records::Id department) const {
    const auto found = groups.find({std::string(outcome), department});
    return found == groups.end() ? nullptr : &found->second;
}
std::int64_t RowPlaces::count(std::string_view outcome, records::Id department) const {
    const RowGroup* group = find(outcome, department);
    return group == nullptr ? 0 : group->count;
}

RowPlaces arrange(std::vector<records::FindingRow>& rows) {
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return order(a) < order(b); });
    RowPlaces places;
    places.all = std::ssize(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const records::FindingRow& row = rows[i];
        const int page = static_cast<int>(i / duty_rows_per_page) + 1;
        // What begins with the same row shares its anchor.
        const auto [all, new_outcome] = places.groups.try_emplace({row.outcome, 0}, RowGroup{0, page, row.outcome});
        ++all->second.count;
        if (row.department != 0) {
            const std::string anchor = new_outcome ? row.outcome : fmt::format("{}-{}", row.outcome, row.department);
            ++places.groups.try_emplace({row.outcome, row.department}, RowGroup{0, page, anchor}).first->second.count;
        }
        if (row.outcome == "excepted") ++places.reasons[row.reason];
        if (row.outcome == "missing") keep_first(places, row);
        places.newest = std::max({places.newest, row.day.substr(0, 10), row.done_on.substr(0, 10)});
    }
    return places;
}

std::string row_anchor(const RowPlaces& places, const std::vector<records::FindingRow>& rows, std::size_t i) {
    const records::FindingRow& row = rows[i];
    if (i == 0 || rows[i - 1].outcome != row.outcome) return row.outcome;
    if (row.department == 0 || rows[i - 1].department == row.department) return {};
    return places.find(row.outcome, row.department)->anchor;
}

RowAddresses::RowAddresses(records::PublicSite& records, std::string_view area) : records_(records) {
    for (const records::PublicPlan& plan : records.plans())
        if (plan.plan.office == area)
            for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id))
                plan_editions_[edition.edition.id] =
                    records::address::plan_edition(plan.plan.id, edition.edition.number);
    for (const records::PublicItemList& list : records.item_lists()) {
        if (list.list.office != area) continue;
        for (const records::PublicEdition& edition : records.item_list_editions(list.list.id)) {
            const std::string address = records::address::item_list_edition(list.list.id, edition.edition.number);
            list_editions_[edition.edition.id] = address;
            for (const records::EditionRow& row : edition.rows) items_[row.id] = address;
        }
    }
}

std::string RowAddresses::of(const records::FindingRow& row) const {
    const auto find = [&](const std::map<records::Id, std::string>& known) {
        const auto found = known.find(row.record);
        return found == known.end() ? std::string() : found->second;
    };
    if (row.record == 0) return {};
    if (row.kind == "task") return records::address::task(row.record);
    if (row.kind == "draw" || row.kind == "drawn_object") return records::address::draw(row.record);
    if (row.kind == "plan_edition") return find(plan_editions_);
    if (row.kind == "item_list_edition") return find(list_editions_);
    if (row.kind == "item") return find(items_);
    if (row.kind == "result") return records::address::result(row.record);
    if (row.kind == "visit" || row.kind == "follow_up")  // known by a result that may not be public
        return records_.result(row.record) ? records::address::result(row.record) : std::string();
    if (row.kind == "object") return enterprise_address(row.code, row.record);
    return {};
}

std::string row_kind_words(std::string_view kind) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 13> words{{{"task", "任务"},
                                                                                   {"item", "事项"},
                                                                                   {"item_list_edition", "清单"},
                                                                                   {"plan_edition", "计划"},
                                                                                   {"draw", "抽取"},
                                                                                   {"drawn_object", "抽中对象"},
                                                                                   {"object", "对象"},
                                                                                   {"visit", "检查"},
                                                                                   {"result", "结果"},
                                                                                   {"follow_up", "后续处置"},
                                                                                   {"inspector", "检查人员"},
                                                                                   {"report", "报送"},
                                                                                   {"withheld", "没有公开的一项"}}};
    for (const auto& [key, word] : words)
        if (key == kind) return std::string(word);
    return std::string(kind);
}

std::string row_name_words(const records::FindingRow& row) {
    if (!row.name.empty()) return row.name;
    if (row.kind == "withheld") return row.reason == "尚未公开" || row.reason == "公示期满" ? row.reason : "不予公开";
    return fmt::format("{}（未写名称）", row_kind_words(row.kind));
}

}  // namespace pages
