// How much of a clerk's file is believed. Everything read from a file is held against these before it is used; what is
// beyond them is refused with a message, never cut off.
#pragma once

#include <cstddef>
#include <cstdint>

namespace importing::limits {

// What a spreadsheet program itself can hold (ECMA-376 and the programs' published limits).
constexpr std::uint32_t most_columns = 16'384;
constexpr std::uint32_t most_rows = 1'048'576;
constexpr std::size_t most_cell_characters = 32'767;
constexpr std::size_t most_cell_bytes = 4 * most_cell_characters;  // UTF-8

// What one file may cost.
constexpr std::uint64_t most_delimited_bytes = 2ULL << 30;      // a CSV or TSV file
constexpr std::uint64_t most_package_bytes = 512ULL << 20;      // an XLSX file as it lies on the disk
constexpr std::int64_t most_package_entries = 10'000;           // files in an XLSX
constexpr std::uint64_t most_sheet_bytes = 3ULL << 30;          // one sheet's XML, unpacked
constexpr std::uint64_t most_shared_text_bytes = 2ULL << 30;    // the XML of the shared texts, unpacked
constexpr std::uint64_t most_small_part_bytes = 32ULL << 20;    // any other part we read, unpacked
constexpr std::uint64_t unpacked_bytes_unjudged = 16ULL << 20;  // below this the ratio says nothing
constexpr std::uint64_t most_unpacking_ratio = 400;             // above it, a part may not grow more than this
constexpr std::size_t most_row_bytes = 32ULL << 20;             // all cells of one row
constexpr std::uint64_t most_cells = 200'000'000;               // cells handed over from one sheet, blank ones included
constexpr std::size_t most_sheets = 1'000;
constexpr std::size_t most_merged_areas = 500'000;
constexpr std::size_t most_styles = 65'536;
constexpr std::size_t most_shared_texts = 50'000'000;
constexpr std::size_t shared_text_bytes_in_memory = 48ULL << 20;  // the rest waits in a temporary file
constexpr std::size_t most_xml_depth = 64;
constexpr std::size_t most_xml_token_bytes = 2ULL << 20;  // one tag, or one comment

}  // namespace importing::limits
