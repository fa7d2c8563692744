// Writes an empty XLSX for clerks to fill in: headers, drop-downs, a grey example row, a 说明 sheet.
// Knows columns and texts, not kinds of record. The same input gives the same bytes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace importing {

/// One column of the sheet to fill in.
struct TemplateColumn {
    std::string header;                ///< as printed in the first row
    std::string example;               ///< the example row's cell
    std::vector<std::string> choices;  ///< drop-down (下拉选项); none: free text
    std::string note;                  ///< shown when the cell is chosen; empty: nothing
    bool required = false;             ///< its header is set off
};

/// One row of the 说明 sheet: what is asked for, the value already known (or empty), and how to fill it in.
struct TemplateNote {
    std::string name;
    std::string value;
    std::string explanation;
};

/// Writes the workbook with the sheet `sheet_name` (all cells formatted as text) and, when there are notes, the sheet
/// 说明 after it. Throws std::runtime_error naming the file when it cannot be written.
void write_template(const std::filesystem::path& file, const std::string& sheet_name,
                    const std::vector<TemplateColumn>& columns, const std::vector<TemplateNote>& notes);

}  // namespace importing
