// One import under way: what every kind of sheet shares — the context, where problems go, the batch, and how a new row
// stands to the current one. One function a kind makes its KindImporter; import.cpp feeds it rows.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "generator/import/import.h"
#include "generator/import/problems.h"
#include "generator/import/row_values.h"

namespace importing {

/// What the 说明 sheet, FILE.toml and the flags say, by context field name.
class Context {
  public:
    explicit Context(std::map<std::string, std::string> values) : values_(std::move(values)) {}
    std::string text(std::string_view field) const;
    const std::map<std::string, std::string>& values() const { return values_; }

  private:
    std::map<std::string, std::string> values_;
};

/// What to do with a row, seen beside the current row of its key.
enum class Settled { add, unchanged, overlay /* a newer draft of a draft */, correct, refused };

class ImportRun {
  public:
    ImportRun(records::Portal& portal, records::PrivateStore& private_store, const settings::Settings& settings,
              const ImportRequest& request, Context context, ImportReport& report, Problems& problems);

    records::Portal& portal;
    records::PrivateStore& private_store;
    const settings::Settings& settings;
    const ImportRequest& request;
    Context context;
    ImportReport& report;
    Problems& problems;
    records::Id batch = 0;
    /// The newest earlier batch of the same bytes, kind and context: what it says needs no replacing.
    std::optional<records::Id> same_file;
    /// Objects recorded from lists because the library does not have their codes; told once, at the end.
    std::int64_t recorded_objects = 0;

    /// The office (区县) the sheet is from. Call require_office() first.
    std::string area;
    std::optional<records::Id> department;

    /// Finds the office and the department the context names; an unknown or missing one is an error that says which
    /// there are. True when found. A contact in the context goes to private.db.
    bool require_office();
    /// 联系人, 电话 and 邮箱 of the context → private.db: personal, they never enter portal.db.
    void keep_contact();
    /// Of a plan or a list: 部门, or 是否部门联合 in its place; neither is an error that asks for both.
    bool require_joint_or_department();
    /// The text of a context field that must be there; else an error that asks for it by name.
    std::string require(std::string_view field);
    /// A context date as ISO; "" when missing or wrong (then an error).
    std::string context_date(std::string_view field);
    std::optional<std::int64_t> context_integer(std::string_view field);
    bool context_yes_no(std::string_view field, bool when_missing);
    /// Each once, also when every row asks again.
    void context_error(std::string_view field, std::string reason, std::string suggestion = {});
    void file_note(std::string reason, std::string suggestion = {});

    void begin_sheet(std::string_view name, std::string_view header_json);
    /// Keeps the raw cells of a row; the id to give as `source`.
    records::Id keep(const RowValues& row);

    /// Counts a row of master data, which is kept up to date rather than corrected.
    void count_master(bool changed) { ++(changed ? report.added : report.unchanged); }

    /// Judges a new value beside the current one and counts it. `refuse` is told when a published value would change
    /// without --correct.
    Settled settle(const std::optional<records::Portal::Current>& current, bool same,
                   const std::function<void(std::string)>& refuse);
    /// The correction to store with a row that settle() judged `correct`.
    std::optional<records::Correction> correction(Settled settled,
                                                  const std::optional<records::Portal::Current>& current) const;

  private:
    void find_department(const settings::OfficeSettings& office);

    records::Id sheet_ = 0;
    std::set<std::string> told_;
};

struct KindImporter {
    std::function<void(SheetColumns&)> sheet;  // a new sheet begins; may set its year; may be empty
    std::function<void(const RowValues&)> row;
    std::function<void()> finish;  // after the last row; may be empty
};

KindImporter import_items(ImportRun& run);
KindImporter import_plans(ImportRun& run);
KindImporter import_objects(ImportRun& run);
KindImporter import_inspectors(ImportRun& run);
KindImporter import_draws(ImportRun& run);
KindImporter import_results(ImportRun& run);
KindImporter import_follow_ups(ImportRun& run);
KindImporter import_penalties(ImportRun& run);
KindImporter import_calendar(ImportRun& run);
KindImporter import_rules(ImportRun& run);
KindImporter import_declared_figures(ImportRun& run);
KindImporter import_rule_exceptions(ImportRun& run);
KindImporter import_reports(ImportRun& run);

}  // namespace importing
