// One table as two files for people and programs: NAME.csv and NAME.xlsx beside the page that links to them. Rows are
// written through to temporary files, so a table may have any size. Knows nothing of what a column means.
#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/output/csv_writer.h"
#include "generator/output/digest.h"
#include "generator/output/xlsx_writer.h"
#include "generator/pages/site.h"

namespace pages {

class Download {
  public:
    /// `address` without ending, e.g. "plans/1/0/tasks"; `sheet` is the name of the sheet in the workbook.
    Download(const Site& site, std::string_view address, std::string_view sheet,
             const std::vector<std::string>& columns);
    /// The CSV for programs has its own heads; without `workbook` there is only the CSV.
    Download(const Site& site, std::string_view address, std::string_view sheet,
             const std::vector<std::string>& columns, const std::vector<std::string>& csv_columns, bool workbook);
    ~Download();
    Download(const Download&) = delete;
    Download& operator=(const Download&) = delete;

    void text(std::string_view cell);
    void number(std::int64_t cell);
    /// A cell that programs and people read differently.
    void two(std::string_view csv, std::string_view workbook);
    void end_row();
    /// Completes both files and gives them to the sink.
    void finish();
    std::int64_t rows() const { return rows_; }
    /// Size and digest of the CSV; known once finished.
    const output::FileDigest& csv_digest() const { return csv_digest_; }

  private:
    void write_through();
    const Site& site_;
    std::string address_;
    std::filesystem::path csv_file_, xlsx_file_;
    std::ofstream csv_stream_;
    output::CsvWriter csv_;
    std::unique_ptr<output::XlsxWriter> xlsx_;  // none: only the CSV
    output::FileDigest csv_digest_;
    std::int64_t rows_ = 0;
};

}  // namespace pages
