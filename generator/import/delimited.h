// CSV and TSV: which separator a text has, and its rows. RFC 4180 with what clerks' files add: any of five separators,
// any line end, ragged rows, a quote that quotes nothing. Knows UTF-8 texts, not encodings or where they come from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "generator/import/spreadsheet_file.h"
#include "generator/import/workbook.h"

namespace importing {

/// The separator that splits most lines of `beginning` (UTF-8, cut anywhere) into the same number of cells: tab, comma,
/// semicolon, vertical bar or full-width comma. A comma when nothing does. A first line "sep=;" decides.
char32_t guess_separator(std::string_view beginning);

/// Takes the text piece by piece and hands over its rows. Line breaks inside quoted cells become "\n". A cell that
/// begins with a quote but goes on after the closing one is taken as written. Throws UnreadableFile naming the row for
/// NUL characters, a quote that never closes and what is beyond the limits.
class DelimitedRows {
  public:
    /// `file` is for messages only.
    DelimitedRows(std::filesystem::path file, char32_t separator, const RowTaker& take);

    /// `text` is whole characters. False when no more is wanted.
    bool feed(std::string_view text);
    /// The text has ended: hands over the last row if its line was not ended.
    void finish();

  private:
    enum class State : std::uint8_t { cell_start, plain, quoted, quote_in_quoted };

    std::size_t take_plain(std::string_view text, std::size_t at);
    std::size_t take_quoted(std::string_view text, std::size_t at);
    std::size_t after_quote(std::string_view text, std::size_t at);
    bool separator_at(std::string_view text, std::size_t at) const;
    void append(std::string_view piece);
    void end_cell();
    void end_row();
    [[noreturn]] void refuse(const std::string& problem, const std::string& advice) const;

    std::filesystem::path file_;
    std::string separator_;
    RowTaker take_;
    State state_ = State::cell_start;
    Row row_;
    std::string cell_;
    std::size_t row_bytes_ = 0;
    std::uint64_t cells_ = 0;
    bool after_carriage_return_ = false;  // a line feed now belongs to the line end before it
    bool wanted_ = true;
};

}  // namespace importing
