// One row of a sheet under its recognised columns: typed values by field name, and a problem for every cell that is
// not what its field asks for. Knows the field table; knows nothing of the master.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/import/headers.h"
#include "generator/import/problems.h"
#include "generator/import/workbook.h"
#include "records/cells.h"
#include "records/fields.h"
#include "text/codes.h"

namespace importing {

/// The recognised columns of one sheet.
struct SheetColumns {
    std::string kind, sheet;
    std::vector<Heading> headings;           // by column (index 0 = column 1)
    std::vector<std::string> unknown_names;  // likewise: how an unknown column is kept, no two alike; else empty
    std::unordered_map<std::string_view, std::uint32_t> column_of;  // field name → column from 1
    int year = 0;                                                   // the plan's year, for periods without one
};

/// What a column without a heading is called: 第7列.
std::string nameless_column(std::size_t column);

class RowValues {
  public:
    RowValues(const SheetColumns& columns, const Row& row, Problems& problems)
        : columns_(columns), row_(row), problems_(problems) {}

    std::uint32_t number() const { return row_.number; }
    const std::string& sheet() const { return columns_.sheet; }
    const Row& row() const { return row_; }
    bool has_column(std::string_view field) const { return columns_.column_of.contains(field); }
    /// The trimmed text; empty when the cell is blank or there is no such column.
    std::string text(std::string_view field) const;
    /// The same; a blank cell is an error.
    std::string required(std::string_view field) const;
    /// ISO; a text that is no date is an error and gives "".
    std::string date(std::string_view field) const;
    /// YYYY-MM-DD or YYYY-MM-DDThh:mm+08:00.
    std::string moment(std::string_view field) const;
    std::optional<std::int64_t> integer(std::string_view field) const;
    bool yes_no(std::string_view field, bool when_blank) const;
    /// One of the field's words; another word is kept and noted.
    std::string choice(std::string_view field) const;
    std::vector<std::string> list(std::string_view field) const;
    /// A blank cell is nothing; a refused code is an error and nothing.
    std::optional<text::CodeReading> code(std::string_view field) const;
    /// Every cell that is not blank, in the order of the field table, unknown columns last ("column:<header>").
    /// Quantities and periods are read; what cannot be read is noted and kept as written.
    records::Cells cells() const;
    /// Calls `cell` with the heading and text of every filled cell of an unknown column; 第N列 where there is no
    /// heading.
    void each_unknown(const std::function<void(const std::string& header, const std::string& text)>& cell) const;
    /// The raw texts of all cells as a JSON array, for portal.db: cells of person columns are "＊", since what of them
    /// is kept is kept elsewhere (private.db, 住所 and the like beside the object). Of an inspector so are unknown
    /// columns.
    std::string raw_json() const;
    /// Errors for cells of recognised columns that show no value (#REF!) or a number that lost its last digits, notes
    /// for characters that cannot be told.
    void check_cells() const;
    bool has_errors() const { return has_errors_; }

    void error(std::string_view field, std::string reason, std::string suggestion = {}) const;
    void note(std::string_view field, std::string reason, std::string suggestion = {}) const;

  private:
    const Cell* cell(std::string_view field) const;
    bool is_private(std::size_t column) const;
    Problem problem_at(std::string_view field, std::string reason, std::string suggestion) const;
    std::optional<int> plan_year() const;
    const Heading& heading(std::string_view field) const { return columns_.headings[columns_.column_of.at(field) - 1]; }
    records::CellValue value_of(const records::Field& field, const std::string& text) const;

    const SheetColumns& columns_;
    const Row& row_;
    Problems& problems_;
    mutable bool has_errors_ = false;
};

}  // namespace importing
