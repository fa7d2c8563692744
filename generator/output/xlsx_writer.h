// XLSX for people who open a download in a spreadsheet: bold frozen header, every cell text unless it is said to be a
// number, memory bounded by a row, the same bytes for the same input (one version of libxlsxwriter). Knows nothing of
// what a column means. (The library's 1.1.4 can only write to a file, so this does too.)
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace output {

struct XlsxColumn {
    std::string title;
    double width = 0;  // characters; 0: a default
};
struct XlsxSheet {
    std::string name;  // cut and cleaned to what a sheet may be called (31 characters, no []:*?/\ )
    std::vector<XlsxColumn> columns;
    bool for_paper =
        false;  // lines around cells, long texts wrapped, A4 as wide as one sheet, the header on every sheet
};

class XlsxWriter {
  public:
    /// Begins a workbook with one sheet. `created` is written as its creation date; use the release's as-of date.
    /// Half-made sheets lie beside `file`. Throws Failed.
    XlsxWriter(const std::filesystem::path& file, const XlsxSheet& sheet, std::chrono::sys_days created);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    /// Ends the sheet and begins another.
    void sheet(const XlsxSheet& next);
    /// A text cell: never a formula, link or number. Bytes that are not UTF-8 become U+FFFD; a text over the format's
    /// 32,767 characters is cut and says that the CSV has all of it.
    void text(std::string_view cell);
    void number(double cell);
    void number(std::int64_t cell) { number(static_cast<double>(cell)); }
    void empty();
    /// Ends the row; after the format's 1,048,576 rows the table goes on in a sheet 名称(2).
    void end_row();

    /// Completes the file. Throws Failed.
    void finish();

  private:
    struct Book;
    std::unique_ptr<Book> book_;
};

}  // namespace output
