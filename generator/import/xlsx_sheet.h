// One worksheet of an XLSX as events of its XML: its rows, and its merged areas. Knows the elements of a worksheet, not
// the package it lies in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "generator/import/merged_areas.h"
#include "generator/import/rich_text.h"
#include "generator/import/spreadsheet_file.h"
#include "generator/import/workbook.h"
#include "generator/import/xml_stream.h"
#include "text/date.h"

namespace importing {

class SharedTexts;
class XlsxStyles;

/// Collects the merged areas, which stand behind the rows.
class MergedAreaEvents : public XmlEvents {
  public:
    /// `file` is for messages and must outlive this.
    explicit MergedAreaEvents(const std::filesystem::path& file) : file_(file) {}
    void start(std::string_view element, const XmlAttributes& attributes) override;
    std::vector<MergedArea> areas;

  private:
    const std::filesystem::path& file_;
};

/// What cells of a sheet refer to.
struct SheetSurroundings {
    const std::filesystem::path& file;  ///< for messages
    const std::string& sheet;           ///< likewise: its name
    const SharedTexts& texts;
    const XlsxStyles& styles;
    text::SerialEpoch epoch = text::SerialEpoch::from_1900;
};

/// Hands over the rows that have something in them of their own.
class SheetEvents : public XmlEvents {
  public:
    SheetEvents(const SheetSurroundings& surroundings, std::vector<MergedArea> merged, const RowTaker& take);
    void start(std::string_view element, const XmlAttributes& attributes) override;
    void end(std::string_view element) override;
    void text(std::string_view piece) override;
    bool wanted() const override { return wanted_; }

  private:
    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void end_cell();
    void end_row();
    void show(Cell& cell);
    void show_shared(Cell& cell);
    void place(Cell&& cell);
    [[noreturn]] void refuse(const std::string& problem, const std::string& advice) const;

    SheetSurroundings around_;
    RowTaker take_;
    MergedFill merged_;
    Row row_;
    std::uint32_t column_ = 0;  // of the cell being read
    std::size_t style_ = 0;
    std::string type_;     // its t attribute
    std::string value_;    // v
    std::string formula_;  // f
    RichText inline_;      // is
    std::string* collecting_ = nullptr;
    std::size_t row_bytes_ = 0;
    std::uint64_t cells_ = 0;
    bool in_rows_ = false;
    bool in_cell_ = false;
    bool in_inline_ = false;
    bool has_value_ = false;
    bool has_formula_ = false;
    bool wanted_ = true;
};

}  // namespace importing
