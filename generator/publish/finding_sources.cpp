#include "generator/publish/finding_sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "records/public_site.h"

namespace publish {

namespace {

using records::Id;
using records::Portal;

class Sources {
  public:
    Sources(Portal& portal, const std::filesystem::path& public_db) : portal_(portal), site_(public_db) {}

    std::string of(const std::string& table, Id row) {
        if (table == "site" || table == "office") return "site.toml";
        if (table == "department") return of_department(row);
        if (table == "rule" || table == "finding") return newest_file("rules");
        if (table == "declared_figure") return newest_file("declared-figures");
        if (table == "finding_row") return newest_file("rule-exceptions");
        if (table == "calendar_day") return newest_file("calendar");
        if (table == "plan") return cell("plan_edition", last_edition(site_.plan_editions(row))).text;
        if (table == "item_list") return cell("item_list_edition", last_edition(site_.item_list_editions(row))).text;
        if (table == "task") return of_task(row);
        if (table == "draw") return of_draw(row);
        if (table == "drawn_object") return cell("draw_object", row).text;
        if (table == "enterprise") return of_enterprise(row);
        if (table == "withheld") return of_withheld(row);
        constexpr std::array<std::string_view, 7> same_name{
            "item_list_edition", "item", "plan_edition", "task_in_edition", "result", "follow_up", "penalty"};
        return std::find(same_name.begin(), same_name.end(), table) == same_name.end() ? "" : cell(table, row).text;
    }

  private:
    struct Cell {
        std::string text;
        bool with_row = false;
    };
    Cell cell(std::string_view table, Id row) {
        const std::optional<Portal::SourceCell> found = row == 0 ? std::nullopt : portal_.source_of(table, row);
        if (!found) return {};
        std::string text = found->file;
        if (!found->sheet.empty()) text += fmt::format(" 工作表“{}”", found->sheet);
        if (found->row > 0) text += fmt::format(" 第{}行", found->row);
        return {text, found->row > 0};
    }
    /// A draw has no row of its own: it is said by the rows of its list.
    std::string of_draw(Id draw) {
        const auto rows = site_.drawn_objects(draw, 0, 1);
        const Cell first = rows.empty() ? Cell() : cell("draw_object", rows.front().row.id);
        return first.with_row ? first.text : cell("draw", draw).text;
    }
    /// An object that a list or a result made known has the row of that list or result.
    std::string of_enterprise(Id object) {
        const Cell own = cell("object", object);
        if (own.with_row) return own.text;
        const records::PublicSite::EnterpriseHistory history = site_.history(object);
        Cell first;
        if (!history.drawings.empty()) first = cell("draw_object", history.drawings.back().row.row.id);
        if (!first.with_row && !history.results.empty()) first = cell("result", history.results.back().facts.id);
        if (!first.with_row && !history.penalties.empty()) first = cell("penalty", history.penalties.back().facts.id);
        return first.with_row ? first.text : own.text;
    }
    /// A department is one of site.toml, or a result, a plan or a list has brought it.
    std::string of_department(Id department) {
        Id result = 0;
        site_.each_result([&](const records::PublicResult& one) {
            if (result == 0 && one.facts.department == department) result = one.facts.id;
        });
        if (result != 0) return cell("result", result).text;
        for (const records::PublicPlan& plan : site_.plans())
            if (plan.plan.department == department)
                return cell("plan_edition", last_edition(site_.plan_editions(plan.plan.id))).text;
        for (const records::PublicItemList& list : site_.item_lists())
            if (list.list.department == department)
                return cell("item_list_edition", last_edition(site_.item_list_editions(list.list.id))).text;
        return "site.toml";
    }
    static Id last_edition(const std::vector<records::PublicEdition>& editions) {
        return editions.empty() ? 0 : editions.back().edition.id;
    }
    std::string of_task(Id task) {
        const auto rows = site_.editions_of_task(task);
        return rows.empty() ? "" : cell("task_in_edition", rows.back().row.id).text;
    }
    /// A ground that is counted is the reason of some row: the first one that has it.
    std::string of_withheld(Id row) {
        const auto counts = site_.withheld();
        if (row < 1 || row > static_cast<Id>(counts.size())) return "";
        const records::WithheldCount& count = counts[static_cast<std::size_t>(row - 1)];
        Id found = 0;
        const auto look = [&](Id id, const std::string& reason) {
            if (found == 0 && !reason.empty() && count.ground.find(reason) != std::string::npos) found = id;
        };
        constexpr auto all = Portal::Which::with_drafts;
        if (count.kind == "result")
            portal_.each_result(all, [&](const records::ResultFacts& one) { look(one.id, one.withheld_reason); });
        if (count.kind == "follow_up")
            portal_.each_follow_up(all, [&](const records::FollowUpFacts& one) { look(one.id, one.withheld_reason); });
        if (count.kind == "penalty")
            portal_.each_penalty(all, [&](const records::PenaltyFacts& one) { look(one.id, one.withheld_reason); });
        return cell(count.kind, found).text;
    }
    std::string newest_file(std::string_view kind) {
        std::string file;
        for (const records::BatchFacts& batch : portal_.batches())
            if (batch.kind == kind) file = batch.file;
        return file;
    }

    Portal& portal_;
    records::PublicSite site_;
};

}  // namespace

void name_sources(std::vector<GateFinding>& findings, Portal& portal, const std::filesystem::path& public_db) {
    if (findings.empty()) return;
    Sources sources(portal, public_db);
    std::map<std::pair<std::string, Id>, std::string> known;
    for (GateFinding& finding : findings) {
        if (finding.table.empty()) continue;
        const auto [place, fresh] = known.try_emplace({finding.table, finding.row});
        if (fresh) place->second = sources.of(finding.table, finding.row);
        finding.source = place->second;
    }
}

}  // namespace publish
