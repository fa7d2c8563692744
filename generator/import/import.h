// gongshi import: one spreadsheet file → one draft batch in portal.db, or a list of every problem and no change at all.
// Knows the fields (records/fields.h) and the master (records/portal.h); knows nothing of what is public.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/settings/settings.h"
#include "records/portal.h"
#include "records/private_store.h"

namespace importing {

struct ImportRequest {
    std::filesystem::path file;
    std::optional<std::string> kind;                        // --as KIND
    std::map<std::string, std::string> context;             // flags: context field name → text
    std::vector<std::string> fill_down;                     // --fill-down COLUMN (header as written or field name)
    std::vector<std::pair<records::Id, std::string>> same;  // --same OLD=NEW: task id = task number, row or name
    bool dry_run = false;
    bool correct = false;      // --correct: changed values of published rows become corrections
    std::string reason;        // --reason
    bool hide_former = false;  // --hide-former: what the corrections replace is not for disclosure
    std::string imported_by;
    std::string as_of;  // ISO date
};

struct Problem {  // 问题：where, what, why, what to do; Chinese
    enum class Severity { error, note };
    Severity severity = Severity::error;
    std::string sheet;
    std::uint32_t row = 0, column = 0;  // as the clerk sees them, from 1; 0: the whole sheet or file
    std::string column_name, value, reason, suggestion;
};

struct SameTaskCandidate {  // 可能是同一任务：the clerk confirms with --same
    records::Id task = 0;
    std::string task_name;
    std::string new_row;  // what to write after '=': the new row's number or "行N"
    std::string new_name;
};

struct ImportReport {
    std::string kind;
    std::optional<records::Id> batch;    // the draft made, none on failure, dry run or when nothing changed
    std::optional<records::Id> same_as;  // the same file was imported before, as this batch
    std::int64_t rows = 0;               // data rows read
    std::int64_t added = 0, unchanged = 0, replaced_drafts = 0, corrected = 0, dropped = 0;
    std::vector<Problem> problems;         // errors and notes in sheet order
    std::int64_t problems_not_listed = 0;  // more than the stated limit
    std::vector<std::string> unknown_columns;
    std::vector<SameTaskCandidate> candidates;
    std::optional<std::filesystem::path> annotated_copy;  // the clerk's workbook with the bad cells coloured
    bool failed() const;
};

/// Imports one file in one transaction. Throws importing::UnreadableFile (workbook.h) when the file is none,
/// settings::Unusable when FILE.toml is wrong; everything about rows is in the report.
ImportReport import_file(records::Portal& portal, records::PrivateStore& private_store,
                         const settings::Settings& settings, const ImportRequest& request,
                         const std::function<void(std::int64_t more_rows)>& progress = {});

}  // namespace importing
