// Small files for tests of reading spreadsheets: a folder that goes away, files with given bytes, packages (ZIP) made
// of given parts, and the least an XLSX needs.
#pragma once

#include <unistd.h>
#include <zip.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "generator/import/spreadsheet_file.h"

namespace tests {

class SheetFolder {
  public:
    SheetFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "gongshi-sheets-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp " + pattern);
        path_ = pattern;
    }
    ~SheetFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    SheetFolder(const SheetFolder&) = delete;
    SheetFolder& operator=(const SheetFolder&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

    std::filesystem::path write(const std::string& name, std::string_view bytes) const {
        std::ofstream(path_ / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return path_ / name;
    }

  private:
    std::filesystem::path path_;
};

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream input(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
}

using Parts = std::vector<std::pair<std::string, std::string>>;  // name, content

inline std::filesystem::path write_package(const std::filesystem::path& file, const Parts& parts,
                                           const char* password = nullptr) {
    zip_t* zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    if (zip == nullptr) throw std::runtime_error("zip_open");
    for (const auto& [name, content] : parts) {
        const zip_int64_t index = zip_file_add(
            zip, name.c_str(), zip_source_buffer(zip, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
        if (password != nullptr)
            zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_128, password);
    }
    if (zip_close(zip) != 0) throw std::runtime_error("zip_close");
    return file;
}

/// What an XLSX with one sheet is made of. `rows` is what stands inside worksheet; `more` replaces or adds parts.
struct SmallWorkbook {
    std::string rows = {};
    std::string shared = {};      // the si elements
    std::string styles = {};      // numFmts and cellXfs
    std::string properties = {};  // attributes of workbookPr
    std::string sheet_attributes = {};
    std::string main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    std::string relationship_namespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    Parts parts() const {
        const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const std::string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        const auto relationship = [&](const std::string& id, const std::string& type, const std::string& target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + relationship_namespace + "/" + type + "\" Target=\"" +
                   target + "\"/>";
        };
        return {
            {"[Content_Types].xml",
             xml + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
            {"_rels/.rels", xml + "<Relationships xmlns=\"" + package + "\">" +
                                relationship("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
            {"xl/workbook.xml", xml + "<workbook xmlns=\"" + main_namespace + "\" xmlns:r=\"" + relationship_namespace +
                                    "\"><workbookPr " + properties + "/><sheets><sheet name=\"表一\" sheetId=\"7\" " +
                                    sheet_attributes + " r:id=\"rId1\"/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels", xml + "<Relationships xmlns=\"" + package + "\">" +
                                               relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                                               relationship("rId2", "sharedStrings", "/xl/sharedStrings.xml") +
                                               relationship("rId3", "styles", "styles.xml") + "</Relationships>"},
            {"xl/worksheets/sheet1.xml", xml + "<worksheet xmlns=\"" + main_namespace + "\">" + rows + "</worksheet>"},
            {"xl/sharedStrings.xml", xml + "<sst xmlns=\"" + main_namespace + "\">" + shared + "</sst>"},
            {"xl/styles.xml", xml + "<styleSheet xmlns=\"" + main_namespace + "\">" + styles + "</styleSheet>"},
        };
    }

    std::filesystem::path write(const std::filesystem::path& file) const { return write_package(file, parts()); }
};

/// The rows of a file's sheet.
inline std::vector<importing::Row> rows_of(const std::filesystem::path& file, std::size_t sheet = 0) {
    return importing::read_sheet(importing::open_workbook(file), sheet).rows;
}

/// The texts of rows: cells joined by |, rows by newlines.
inline std::string joined(const std::vector<importing::Row>& rows) {
    std::string text;
    for (const importing::Row& row : rows) {
        for (std::size_t at = 0; at < row.cells.size(); ++at) text += (at > 0 ? "|" : "") + row.cells[at].text;
        text += "\n";
    }
    return text;
}

/// What the file's refusal says; empty when it can be read through.
inline std::string refusal_of(const std::filesystem::path& file) {
    try {
        const importing::Workbook workbook = importing::open_workbook(file);
        for (std::size_t sheet = 0; sheet < workbook.sheets.size(); ++sheet)
            importing::read_rows(workbook, sheet, [](importing::Row&&) { return true; });
        return "";
    } catch (const importing::UnreadableFile& refusal) {
        return refusal.what();
    }
}

}  // namespace tests
