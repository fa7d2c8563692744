#include "records/public_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "records/public_schema.h"
#include "records/public_visits.h"
#include "records/sql_connection.h"

namespace records {
namespace {

/// Every table of a public.db that the comparison knows: those it looks into, and those that no page of a result or an
/// enterprise reads. With any other table nothing can be said.
constexpr std::array<std::string_view, 36> known_tables{"site",
                                                        "office",
                                                        "result",
                                                        "follow_up",
                                                        "penalty",
                                                        "attachment",
                                                        "draw",
                                                        "drawn_object",
                                                        "enterprise",
                                                        "department",
                                                        "calendar_day",
                                                        "rule",
                                                        "item_list",
                                                        "item_list_edition",
                                                        "item",
                                                        "plan",
                                                        "plan_edition",
                                                        "task",
                                                        "task_in_edition",
                                                        "enterprise_code",
                                                        "withheld",
                                                        "body",
                                                        "committed_draw",
                                                        "draw_stratum",
                                                        "draw_exclusion",
                                                        "draw_pool",
                                                        "draw_file",
                                                        "declared_figure",
                                                        "finding",
                                                        "finding_month",
                                                        "finding_row",
                                                        "publication",
                                                        "change",
                                                        "correction",
                                                        "statement",
                                                        "objection"};

class Comparison {
  public:
    Comparison(const std::filesystem::path& before, const std::filesystem::path& now, std::size_t at_most)
        : sql_(now, SqlConnection::Access::immutable), most_(at_most) {
        sql_.attach(before, "before");
    }

    std::optional<PublicChanges> run() {
        const bool comparable = same_schema() && all_known() && different("site", {"as_of", "publication"}).empty() &&
                                different("office", {}).empty() && different("calendar_day", {}).empty() && same_caps();
        if (!comparable || !collect()) return std::nullopt;
        return std::move(changes_);
    }

  private:
    bool same_schema() {
        const std::string_view one_way =
            "SELECT count(*) FROM (SELECT type, name, sql FROM {}.sqlite_schema"
            " EXCEPT SELECT type, name, sql FROM {}.sqlite_schema)";
        return one_integer(sql_, fmt::format(fmt::runtime(one_way), "main", "before")) == 0 &&
               one_integer(sql_, fmt::format(fmt::runtime(one_way), "before", "main")) == 0 &&
               one_integer(sql_, "SELECT user_version FROM pragma_user_version") ==
                   one_integer(sql_, "PRAGMA before.user_version");
    }

    /// The caps that each enterprise's page shows beside its visits (records/public_visits.h), whatever their numbers.
    bool same_caps() {
        const std::string caps =
            "SELECT f.office, f.year, f.department, d.name, f.value, f.source FROM {0}.declared_figure f"
            " LEFT JOIN {0}.department d ON d.id = f.department WHERE f.name = ?1";
        for (const auto& [one, other] : {std::pair("main", "before"), std::pair("before", "main")})
            if (one_integer(sql_,
                            fmt::format("SELECT EXISTS ({} EXCEPT {})", fmt::format(fmt::runtime(caps), one),
                                        fmt::format(fmt::runtime(caps), other)),
                            annual_cap_name) == 1)
                return false;
        return true;
    }

    bool all_known() {
        Query tables(sql_, "SELECT name FROM main.sqlite_schema WHERE type = 'table'");
        while (tables.next()) {
            const std::string_view name = tables.view(0);
            if (!name.starts_with("sqlite_") &&
                std::find(known_tables.begin(), known_tables.end(), name) == known_tables.end())
                return false;
        }
        return true;
    }

    /// The row ids that are in one file only or differ in any column but those; at most one more than allowed.
    std::vector<Id> different(std::string_view table, std::initializer_list<std::string_view> but) {
        std::string same = "1";
        Query columns(sql_, "SELECT name FROM pragma_table_info(?)", table);
        while (columns.next()) {
            const std::string name = columns.text(0);
            bool compared = true;
            for (const std::string_view other : but) compared = compared && name != other;
            if (compared) same += fmt::format(" AND now.{0} IS old.{0}", name);
        }
        std::vector<Id> ids;
        Query rows(sql_, fmt::format("SELECT now.rowid FROM main.{0} AS now LEFT JOIN before.{0} AS old"
                                     " ON old.rowid = now.rowid WHERE old.rowid IS NULL OR NOT ({1}) UNION ALL"
                                     " SELECT old.rowid FROM before.{0} AS old WHERE NOT EXISTS"
                                     " (SELECT 1 FROM main.{0} AS now WHERE now.rowid = old.rowid) LIMIT {2}",
                                     table, same, most_ + 1));
        while (rows.next()) ids.push_back(rows.integer(0));
        return ids;
    }

    /// What a query answers for one id in both files; NULL is left out.
    std::set<Id> both(std::string_view query, Id id) {
        std::set<Id> found;
        for (const std::string_view file : {"main", "before"}) {
            Query rows(sql_, fmt::format(fmt::runtime(query), file), id);
            while (found.size() <= most_ && rows.next())
                if (const auto value = rows.optional_integer(0)) found.insert(*value);
        }
        return found;
    }

    bool few() const { return changes_.results.size() + objects_.size() <= most_; }

    /// A result whose page must be made anew, and with it that of its object.
    void result(Id id) {
        changes_.results.insert(id);
        objects_.merge(both("SELECT object FROM {}.result WHERE id = ?", id));
    }

    /// Objects of a pool that was opened or withdrawn: their pages say that they can be checked not to be drawn.
    bool pools() {
        for (const auto& [one, other] : {std::pair("main", "before"), std::pair("before", "main")}) {
            Query rows(sql_,
                       fmt::format("SELECT id FROM (SELECT draw, id, excl = '' FROM {}.draw_pool EXCEPT SELECT draw,"
                                   " id, excl = '' FROM {}.draw_pool) LIMIT {}",
                                   one, other, most_ + 1));
            while (rows.next()) changes_.enterprises.insert(rows.text(0));
        }
        return changes_.enterprises.size() <= most_;
    }

    /// 更正, 企业陈述, 异议: the pages of what they are about, as far as those are counted in millions.
    void ledger(const std::string& kind, Id record) {
        if (kind == "result") result(record);
        if (kind == "object") objects_.insert(record);
        if (kind != "follow_up" && kind != "penalty") return;
        for (const Id id : both(fmt::format("SELECT result FROM {{}}.{} WHERE id = ?", kind), record)) result(id);
        if (kind == "penalty") objects_.merge(both("SELECT object FROM {}.penalty WHERE id = ?", record));
    }

    bool ledgers() {
        for (const std::string_view table : {"correction", "objection"})
            for (const Id row : different(table, {}))
                for (const std::string_view file : {"main", "before"}) {
                    Query found(sql_, fmt::format("SELECT kind, record FROM {}.{} WHERE id = ?", file, table), row);
                    if (found.next()) ledger(found.text(0), found.integer(1));
                    if (!few()) return false;
                }
        for (const Id row : different("objection", {}))
            if (objects_.merge(both("SELECT object FROM {}.objection WHERE id = ?", row)); !few()) return false;
        for (const Id row : different("statement", {})) {
            objects_.merge(both("SELECT object FROM {}.statement WHERE id = ?", row));
            for (const Id id : both("SELECT result FROM {}.statement WHERE id = ?", row)) result(id);
            if (!few()) return false;
        }
        return true;
    }

    /// With another as-of day the pages of results that count the days of an open duty say other words.
    bool counting_days() {
        if (different("site", {"publication"}).empty()) return true;
        Query rows(sql_, fmt::format("SELECT id FROM main.result WHERE published_due_state IN ('open', 'overdue') UNION"
                                     " SELECT result FROM main.follow_up WHERE latest = 1 AND due_state IN"
                                     " ('open', 'overdue') LIMIT {}",
                                     most_ + 1));
        while (rows.next()) changes_.results.insert(rows.integer(0));
        return few();
    }

    bool collect() {
        if (!pools() || !ledgers() || !counting_days()) return false;
        for (const Id id : different("result", {}))
            if (result(id); !few()) return false;
        for (const std::string_view table : {"follow_up", "penalty", "attachment"})
            for (const Id row : different(table, {})) {
                for (const Id id : both(fmt::format("SELECT result FROM {{}}.{} WHERE id = ?", table), row)) result(id);
                if (table == "penalty") objects_.merge(both("SELECT object FROM {}.penalty WHERE id = ?", row));
                if (!few()) return false;
            }
        for (const Id draw : different("draw", {}))
            if (objects_.merge(both("SELECT object FROM {}.drawn_object WHERE draw = ?", draw)); !few()) return false;
        for (const Id draw : different("committed_draw", {}))
            if (objects_.merge(both("SELECT object FROM {}.drawn_object WHERE draw = ?", draw)); !few()) return false;
        for (const Id row : different("drawn_object", {}))
            if (objects_.merge(both("SELECT object FROM {}.drawn_object WHERE id = ?", row)); !few()) return false;
        for (const Id object : different("enterprise", {}))
            if (objects_.insert(object); !few()) return false;
        for (const Id object : objects_)
            for (const std::string_view file : {"main", "before"}) {
                Query code(sql_, fmt::format("SELECT code FROM {}.enterprise WHERE object = ?", file), object);
                if (code.next()) changes_.enterprises.insert(code.text(0));
            }
        return true;
    }

    SqlConnection sql_;
    std::size_t most_;
    PublicChanges changes_;
    std::set<Id> objects_;
};

}  // namespace

std::optional<PublicChanges> changes_between(const std::filesystem::path& before, const std::filesystem::path& now,
                                             std::size_t at_most) {
    static_cast<void>(PublicSite(before));  // throws when it is no public.db of this version
    return Comparison(before, now, at_most).run();
}

}  // namespace records
