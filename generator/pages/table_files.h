// The whole set as files: every table of public.db as data/tables/<name>.csv for programs (heads are the English names
// of columns) and, up to a size that spreadsheets still open well, as .xlsx for people (heads are the Chinese terms).
// What was written is kept, so that the data page, the Data Package and the catalogue tell the same sizes and digests.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "generator/pages/site.h"
#include "records/public_tables.h"

namespace pages {

struct TableFile {
    std::int64_t rows = 0;
    std::uint64_t csv_bytes = 0;
    std::string csv_sha256;  // hexadecimal
    bool workbook = false;   // there is an XLSX too
};

/// Tables with more rows are given away as CSV only.
constexpr std::int64_t workbook_rows_at_most = 100'000;

/// What has been written; filled by several threads.
class TableFiles {
  public:
    void add(std::string_view table, const TableFile& file);
    /// Throws std::logic_error for a table that was not written.
    const TableFile& of(std::string_view table) const;

  private:
    mutable std::mutex mutex_;
    std::map<std::string, TableFile, std::less<>> files_;
};

/// "data/tables/<name>.csv"; `ending` without the dot.
std::string table_address(std::string_view table, std::string_view ending);
/// A cell as the CSV has it: lists and objects are JSON, yes and no are true and false.
std::string csv_text(const records::PublicColumn& column, const records::PublicCell& cell);

/// Writes both files of one table and tells `files`.
void write_table_files(const Site& site, records::PublicSite& records, const records::PublicTable& table,
                       TableFiles& files);

}  // namespace pages
