#include "generator/pages/download.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/output/errors.h"
#include "text/date.h"

namespace pages {
namespace {

constexpr std::size_t csv_piece = 1 << 20;  // bytes

std::filesystem::path temporary_file(const Site& site, std::string_view address, std::string_view ending) {
    std::string name(address);
    std::replace(name.begin(), name.end(), '/', '-');
    return site.temporary() / fmt::format("{}.{}", name, ending);
}

output::XlsxSheet sheet_of(std::string_view name, const std::vector<std::string>& columns) {
    output::XlsxSheet sheet{std::string(name), {}};
    for (const std::string& column : columns) sheet.columns.push_back({column, 0});
    return sheet;
}

std::chrono::sys_days created_on(const Site& site) {
    const auto date = text::parse_iso(site.facts.as_of);
    return date ? std::chrono::sys_days(*date) : std::chrono::sys_days(std::chrono::year(2000) / 1 / 1);
}

}  // namespace

Download::Download(const Site& site, std::string_view address, std::string_view sheet,
                   const std::vector<std::string>& columns)
    : Download(site, address, sheet, columns, columns, true) {}
Download::Download(const Site& site, std::string_view address, std::string_view sheet,
                   const std::vector<std::string>& columns, const std::vector<std::string>& csv_columns, bool workbook)
    : site_(site),
      address_(address),
      csv_file_(temporary_file(site, address, "csv")),
      xlsx_file_(temporary_file(site, address, "xlsx")),
      csv_stream_(csv_file_, std::ios::binary | std::ios::trunc),
      xlsx_(workbook ? std::make_unique<output::XlsxWriter>(xlsx_file_, sheet_of(sheet, columns), created_on(site))
                     : nullptr) {
    for (const std::string& column : csv_columns) csv_.text(column);
    csv_.end_row();
}
Download::~Download() {
    std::error_code ignored;
    std::filesystem::remove(csv_file_, ignored);
    std::filesystem::remove(xlsx_file_, ignored);
}

void Download::text(std::string_view cell) {
    two(cell, cell);
}
void Download::two(std::string_view csv, std::string_view workbook) {
    csv_.text(csv);
    if (!xlsx_) return;
    if (workbook.empty())
        xlsx_->empty();
    else
        xlsx_->text(workbook);
}
void Download::number(std::int64_t cell) {
    csv_.number(cell);
    if (xlsx_) xlsx_->number(cell);
}
void Download::end_row() {
    csv_.end_row();
    if (xlsx_) xlsx_->end_row();
    ++rows_;
    if (csv_.size() > csv_piece) write_through();
}

void Download::write_through() {
    csv_stream_ << csv_.take();
}

void Download::finish() {
    write_through();
    csv_stream_.close();
    if (csv_stream_.fail())
        throw output::Failed(fmt::format("无法写入 {}：请检查磁盘空间和权限。", csv_file_.string()));
    csv_digest_ = output::digest_file(csv_file_).value_or(output::FileDigest{});
    site_.put_file(address_ + ".csv", csv_file_);
    if (!xlsx_) return;
    xlsx_->finish();
    site_.put_file(address_ + ".xlsx", xlsx_file_);
}

}  // namespace pages
