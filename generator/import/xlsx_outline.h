// What an XLSX package holds and where: its sheets, shared texts, styles and how its dates count.
// Knows the package's plan (workbook.xml and its relationships), not the cells.
#pragma once

#include <string>
#include <vector>

#include "generator/import/workbook.h"
#include "text/date.h"

namespace importing {

class ZipPackage;

struct XlsxOutline {
    std::vector<SheetInfo> sheets;  ///< in their order; chart sheets are not among them
    std::string shared_texts;       ///< the part's name; empty: none
    std::string styles;             ///< likewise
    text::SerialEpoch epoch = text::SerialEpoch::from_1900;
};

/// Throws UnreadableFile for packages that are no XLSX (ODS, Word, XLSB, plain archives) and for damaged ones.
XlsxOutline read_outline(const ZipPackage& package);

/// "AB12" → column 28, row 12. Parts that are missing or beyond the limits are 0.
struct CellReference {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};
CellReference parse_reference(std::string_view text);

/// "A1:C3", or one cell. All numbers 0 when it is no reference.
MergedArea parse_area(std::string_view text);

}  // namespace importing
