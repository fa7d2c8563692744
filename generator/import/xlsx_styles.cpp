#include "generator/import/xlsx_styles.h"

#include <charconv>
#include <map>
#include <string_view>

#include "generator/import/sheet_limits.h"
#include "generator/import/workbook.h"
#include "generator/import/xml_stream.h"
#include "generator/import/zip_package.h"

namespace importing {
namespace {

std::uint32_t number_in(std::string_view text) {
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

// Collects the format codes and which one each cell style uses.
class StylesEvents : public XmlEvents {
  public:
    explicit StylesEvents(const std::filesystem::path& file) : file_(file) {}

    void start(std::string_view element, const XmlAttributes& attributes) override {
        if (element == "cellXfs") {
            in_cell_styles_ = true;
        } else if (element == "numFmt" && !in_differential_) {
            codes.emplace(number_in(attributes.get("numFmtId")), attributes.get("formatCode"));
        } else if (element == "dxfs") {
            in_differential_ = true;
        } else if (element == "xf" && in_cell_styles_) {
            style_formats.push_back(number_in(attributes.get("numFmtId")));
        }
        if (codes.size() > limits::most_styles || style_formats.size() > limits::most_styles)
            throw UnreadableFile(file_, "单元格样式过多", "请新建工作簿，把内容以“值”粘贴过去，另存为 XLSX 后导入");
    }
    void end(std::string_view element) override {
        if (element == "cellXfs") in_cell_styles_ = false;
        if (element == "dxfs") in_differential_ = false;
    }

    std::map<std::uint32_t, std::string> codes;
    std::vector<std::uint32_t> style_formats;

  private:
    const std::filesystem::path& file_;
    bool in_cell_styles_ = false;
    bool in_differential_ = false;
};

}  // namespace

XlsxStyles::XlsxStyles(const ZipPackage& package, const std::string& part) {
    StylesEvents events(package.file());
    read_xml_part(package, part, limits::most_small_part_bytes, events);
    std::map<std::uint32_t, std::uint32_t> places;
    for (const std::uint32_t id : events.style_formats) {
        const auto [place, is_new] = places.emplace(id, static_cast<std::uint32_t>(formats_.size()));
        if (is_new) {
            const auto code = events.codes.find(id);
            formats_.push_back(code == events.codes.end() ? built_in_number_format(id)
                                                          : parse_number_format(code->second));
        }
        by_style_.push_back(place->second);
    }
}

const NumberFormat& XlsxStyles::format(std::size_t style) const {
    static const NumberFormat general;
    return style < by_style_.size() ? formats_[by_style_[style]] : general;
}

}  // namespace importing
