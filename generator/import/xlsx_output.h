// An XLSX being written by libxlsxwriter: opened, closed, and the same bytes for the same content.
#pragma once

#include <xlsxwriter.h>

#include <filesystem>
#include <string>

namespace importing {

/// The workbook is complete only after finish(); one that is never finished leaves no file behind.
class XlsxOutput {
  public:
    enum class Memory { whole, row_by_row /* cells must then be written in order */ };
    /// Throws std::runtime_error naming the file when it cannot be written.
    XlsxOutput(const std::filesystem::path& file, Memory memory);
    ~XlsxOutput();
    XlsxOutput(const XlsxOutput&) = delete;
    XlsxOutput& operator=(const XlsxOutput&) = delete;

    [[nodiscard]] lxw_workbook* workbook() const { return workbook_; }
    /// A sheet with a name as near to `wanted` as the format allows (31 letters, none of []:*?/\, no two alike).
    lxw_worksheet* add_sheet(const std::string& wanted);
    lxw_format* add_format() { return workbook_add_format(workbook_); }
    /// Writes the file. Throws std::runtime_error naming it.
    void finish();

  private:
    [[noreturn]] void refuse(const std::string& problem) const;

    std::filesystem::path file_;
    lxw_workbook* workbook_ = nullptr;
    int sheets_ = 0;
};

/// A text as XML can hold it: control characters become U+FFFD; at most what one cell holds (the rest is cut off).
std::string writable(const std::string& text);

}  // namespace importing
