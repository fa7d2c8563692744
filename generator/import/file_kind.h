// What a file is by its content, and what to tell the clerk who sent something that cannot be read.
// Knows signatures, not how tables are read.
#pragma once

#include <cstdint>
#include <filesystem>

namespace importing {

enum class FileKind : std::uint8_t { package /* a ZIP, perhaps XLSX */, delimited };

/// Looks at the beginning of the file (and, for old binary files, for the names inside). Throws UnreadableFile for
/// what is neither: missing or empty files, .xls and .et, encrypted workbooks, web pages and XML saved as .xls, PDF,
/// Word, pictures, archives.
FileKind recognise(const std::filesystem::path& file);

/// Advice for everything a spreadsheet program can open: how to save it as XLSX.
const char* how_to_save_as_xlsx();

}  // namespace importing
