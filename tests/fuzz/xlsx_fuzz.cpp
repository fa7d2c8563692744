// Any bytes, taken as an XLSX package, and behind a first byte that says so as the XML of one of its parts or as a
// number format: checksums would keep a fuzzer from ever changing those inside a package.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "generator/import/number_format.h"
#include "generator/import/shared_texts.h"
#include "generator/import/workbook.h"
#include "generator/import/xlsx_reader.h"
#include "generator/import/xlsx_sheet.h"
#include "generator/import/xlsx_styles.h"
#include "generator/import/xml_stream.h"
#include "generator/import/zip_package.h"
#include "text/utf8.h"

namespace {

void check(const importing::Row& row) {
    for (const importing::Cell& cell : row.cells)
        if (!text::is_utf8(cell.text)) std::abort();
}

void read_package(std::string_view bytes) {
    const importing::ZipPackage package(bytes, "fuzz.xlsx");
    const importing::Workbook workbook = importing::open_xlsx(package);
    for (std::size_t sheet = 0; sheet < workbook.sheets.size() && sheet < 3; ++sheet) {
        importing::read_xlsx_merges(package, sheet);
        importing::read_xlsx_rows(package, sheet, [](importing::Row&& row) {
            check(row);
            return true;
        });
    }
}

void read_sheet(std::string_view xml) {
    importing::SharedTexts texts;
    texts.add("甲");
    texts.add("");
    const importing::XlsxStyles styles;
    const std::filesystem::path file = "fuzz.xlsx";
    const std::string name = "fuzz";
    importing::MergedAreaEvents merges(file);
    importing::XmlStream first(file, "sheet1.xml", merges);
    first.feed(xml);
    importing::SheetEvents events({file, name, texts, styles}, merges.areas, [](importing::Row&& row) {
        check(row);
        return true;
    });
    importing::XmlStream stream(file, "sheet1.xml", events);
    stream.feed(xml);
    stream.finish();
}

void show_number(std::string_view bytes) {
    const std::size_t split = bytes.find('\n');
    if (split == std::string_view::npos) return;
    importing::Cell cell;
    importing::show_number(bytes.substr(0, split), importing::parse_number_format(bytes.substr(split + 1)),
                           text::SerialEpoch::from_1900, cell);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.empty()) return 0;
    try {
        if (bytes[0] == 's')
            read_sheet(bytes.substr(1));
        else if (bytes[0] == 'n')
            show_number(bytes.substr(1));
        else
            read_package(bytes);
    } catch (const importing::UnreadableFile&) {
    }
    return 0;
}
