#include "generator/import/xlsx_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "generator/import/shared_texts.h"
#include "generator/import/sheet_limits.h"
#include "generator/import/xlsx_outline.h"
#include "generator/import/xlsx_sheet.h"
#include "generator/import/xlsx_styles.h"
#include "generator/import/zip_package.h"

namespace importing {
namespace {

// Whether "mergeCell" stands anywhere in the part. Unpacking alone is much cheaper than parsing, and most large sheets
// have no merged areas. XML in UTF-16 counts as having some.
bool may_have_merges(const ZipPackage& package, const std::string& part) {
    static constexpr std::string_view wanted = "mergeCell";
    std::string window;
    bool found = false;
    bool first = true;
    package.read(part, limits::most_sheet_bytes, [&](std::string_view piece) {
        if (first && (piece.starts_with("\xFE\xFF") || piece.starts_with("\xFF\xFE"))) found = true;
        first = false;
        const std::size_t kept = std::min(window.size(), wanted.size() - 1);
        window.erase(0, window.size() - kept);
        window.append(piece);
        found = found || window.find(wanted) != std::string::npos;
        return !found;
    });
    return found;
}

std::vector<MergedArea> merges_of(const ZipPackage& package, const std::string& part) {
    if (!may_have_merges(package, part)) return {};
    MergedAreaEvents events(package.file());
    read_xml_part(package, part, limits::most_sheet_bytes, events);
    return std::move(events.areas);
}

}  // namespace

Workbook open_xlsx(const ZipPackage& package) {
    Workbook workbook;
    workbook.path = package.file();
    workbook.format = Workbook::Format::xlsx;
    workbook.sheets = read_outline(package).sheets;
    return workbook;
}

void read_xlsx_rows(const ZipPackage& package, std::size_t sheet, const RowTaker& take) {
    const XlsxOutline outline = read_outline(package);
    const SheetInfo& info = outline.sheets.at(sheet);
    const SharedTexts texts = outline.shared_texts.empty() ? SharedTexts() : SharedTexts(package, outline.shared_texts);
    const XlsxStyles styles = outline.styles.empty() ? XlsxStyles() : XlsxStyles(package, outline.styles);
    const SheetSurroundings around{package.file(), info.name, texts, styles, outline.epoch};
    SheetEvents events(around, merges_of(package, info.part), take);
    read_xml_part(package, info.part, limits::most_sheet_bytes, events);
}

std::vector<MergedArea> read_xlsx_merges(const ZipPackage& package, std::size_t sheet) {
    return merges_of(package, read_outline(package).sheets.at(sheet).part);
}

}  // namespace importing
