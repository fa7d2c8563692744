// CSV for spreadsheets and programs: UTF-8 with BOM, CRLF, RFC 4180. Cells are text: codes and leading zeros stay as
// they are, and no text can become a formula. Knows nothing of what a column means.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace output {

/// A text cell that a spreadsheet would take for a formula (beginning with = + - @, their full-width forms ＝＋－＠,
/// tab, CR or LF, also behind spaces and invisible marks) with an apostrophe before it; any other text as it is.
std::string formula_safe(std::string_view text);

/// Rows are appended to an internal string; call take() now and then to bound memory.
class CsvWriter {
  public:
    /// A text cell, made formula-safe and quoted where it must be. NUL becomes U+FFFD.
    void text(std::string_view cell);
    void number(std::int64_t cell);
    /// A cell whose text this program made and knows to be a plain number, such as -12.5; an empty one stays empty.
    void number(std::string_view digits);
    void end_row();

    std::size_t size() const { return bytes_.size(); }
    /// What was written since the last call; the first piece begins with the BOM.
    std::string take();

  private:
    void separate();
    std::string bytes_ = "\xEF\xBB\xBF";
    bool row_begun_ = false;
};

}  // namespace output
