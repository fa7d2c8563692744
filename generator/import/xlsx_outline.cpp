#include "generator/import/xlsx_outline.h"

#include <algorithm>
#include <map>
#include <optional>

#include "generator/import/file_kind.h"
#include "generator/import/sheet_limits.h"
#include "generator/import/xml_stream.h"
#include "generator/import/zip_package.h"

namespace importing {
namespace {

struct Relationship {
    std::string kind;  // the last word of its type: worksheet, styles, …
    std::string target;
};
using Relationships = std::map<std::string, Relationship, std::less<>>;  // by id

class RelationshipEvents : public XmlEvents {
  public:
    void start(std::string_view element, const XmlAttributes& attributes) override {
        if (element != "Relationship" || found.size() >= static_cast<std::size_t>(limits::most_package_entries)) return;
        const std::string_view type = attributes.get("Type");
        found.emplace(attributes.get("Id"), Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                                         std::string(attributes.get("Target"))});
    }
    Relationships found;
};

// A target relative to the folder of the part that names it.
std::string resolved(std::string_view part, std::string target) {
    std::replace(target.begin(), target.end(), '\\', '/');
    if (target.starts_with('/')) return target.substr(1);
    std::string folder(part.substr(0, part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/') + 1));
    while (target.starts_with("../") || target.starts_with("./")) {
        const bool up = target.starts_with("../");
        target.erase(0, up ? 3 : 2);
        if (!up || folder.empty()) continue;
        folder.pop_back();
        folder.resize(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
    }
    return folder + target;
}

Relationships relationships_of(const ZipPackage& package, const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
    const std::string name = slash == std::string::npos ? part : part.substr(slash + 1);
    const std::string listing = folder + "_rels/" + name + ".rels";
    if (!package.has(listing)) return {};
    RelationshipEvents events;
    read_xml_part(package, listing, limits::most_small_part_bytes, events);
    for (auto& [id, relationship] : events.found) relationship.target = resolved(part, relationship.target);
    return std::move(events.found);
}

// workbook.xml: the sheets in order, with the relationship that says where each is.
class WorkbookEvents : public XmlEvents {
  public:
    WorkbookEvents(const std::filesystem::path& file, XlsxOutline& outline, const Relationships& relationships)
        : file_(file), outline_(outline), relationships_(relationships) {}

    void start(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "workbookPr" && attributes.flag("date1904")) outline_.epoch = text::SerialEpoch::from_1904;
        if (element == "sheets") in_sheets_ = true;
        if (element != "sheet" || !in_sheets_) return;
        if (outline_.sheets.size() == limits::most_sheets)
            throw UnreadableFile(file_, "工作表超过 1000 个", "请拆分成几个文件后导入");
        const auto found = relationships_.find(attributes.get("id"));
        if (found == relationships_.end() || found->second.kind != "worksheet") return;
        SheetInfo& sheet = outline_.sheets.emplace_back();
        sheet.name = attributes.get("name");
        const std::string_view state = attributes.get("state");
        sheet.hidden = state == "hidden" || state == "veryHidden";
        sheet.part = found->second.target;
    }
    void end(std::string_view element) override {
        if (element == "sheets") in_sheets_ = false;
    }

  private:
    const std::filesystem::path& file_;
    XlsxOutline& outline_;
    const Relationships& relationships_;
    bool in_sheets_ = false;
};

// The size a sheet claims, which stands before its rows.
class DimensionEvents : public XmlEvents {
  public:
    void start(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "dimension") area = parse_area(attributes.get("ref"));
        wanted_ = element != "dimension" && element != "sheetData";
    }
    bool wanted() const override { return wanted_; }
    MergedArea area;

  private:
    bool wanted_ = true;
};

void refuse_other_packages(const ZipPackage& package) {
    const auto& file = package.file();
    if (package.has("mimetype") && package.has("content.xml"))
        throw UnreadableFile(file, "是 OpenDocument 表格 (.ods)，不能读取", how_to_save_as_xlsx());
    if (package.has_below("word/"))
        throw UnreadableFile(file, "是 Word 文档，不是表格",
                             "请把其中的表格复制到 WPS 表格或 Excel，另存为 XLSX 后导入");
    if (package.has_below("ppt/")) throw UnreadableFile(file, "是演示文稿，不是表格", "请找到原始表格后导入");
    if (package.has("xl/workbook.bin"))
        throw UnreadableFile(file, "是二进制工作簿 (.xlsb)，不能读取", how_to_save_as_xlsx());
    if (!package.has("[Content_Types].xml") && !package.has("xl/workbook.xml"))
        throw UnreadableFile(file, "是压缩包，不是工作簿", "请先解压，再导入其中的表格");
}

std::string workbook_part(const ZipPackage& package) {
    for (const auto& [id, relationship] : relationships_of(package, ""))
        if (relationship.kind == "officeDocument" && package.has(relationship.target)) return relationship.target;
    return "xl/workbook.xml";
}

}  // namespace

CellReference parse_reference(std::string_view text) {
    CellReference reference;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char letter = text[at] >= 'a' && text[at] <= 'z' ? static_cast<char>(text[at] - 32) : text[at];
        if (letter == '$') continue;
        if (letter < 'A' || letter > 'Z') break;
        reference.column = reference.column * 26 + static_cast<std::uint32_t>(letter - 'A' + 1);
        if (reference.column > limits::most_columns) return {};
    }
    for (; at < text.size(); ++at) {
        if (text[at] == '$') continue;
        if (text[at] < '0' || text[at] > '9') return {};
        reference.row = reference.row * 10 + static_cast<std::uint32_t>(text[at] - '0');
        if (reference.row > limits::most_rows) return {};
    }
    return reference;
}

MergedArea parse_area(std::string_view text) {
    const std::size_t colon = text.find(':');
    const CellReference first = parse_reference(text.substr(0, colon));
    const CellReference last = colon == std::string_view::npos ? first : parse_reference(text.substr(colon + 1));
    if (first.row == 0 || first.column == 0 || last.row < first.row || last.column < first.column) return {};
    return {first.row, first.column, last.row, last.column};
}

XlsxOutline read_outline(const ZipPackage& package) {
    refuse_other_packages(package);
    const std::string workbook = workbook_part(package);
    const Relationships relationships = relationships_of(package, workbook);
    XlsxOutline outline;
    for (const auto& [id, relationship] : relationships) {
        if (relationship.kind == "sharedStrings" && package.has(relationship.target))
            outline.shared_texts = relationship.target;
        if (relationship.kind == "styles" && package.has(relationship.target)) outline.styles = relationship.target;
    }
    WorkbookEvents events(package.file(), outline, relationships);
    read_xml_part(package, workbook, limits::most_small_part_bytes, events);
    if (outline.sheets.empty()) throw UnreadableFile(package.file(), "没有工作表", how_to_save_as_xlsx());
    for (SheetInfo& sheet : outline.sheets) {
        DimensionEvents dimension;
        read_xml_part(package, sheet.part, limits::most_sheet_bytes, dimension);
        sheet.declared_rows = dimension.area.last_row;
        sheet.declared_columns = dimension.area.last_column;
    }
    return outline;
}

}  // namespace importing
