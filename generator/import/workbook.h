// What a clerk's file holds, cell by cell, as the clerk sees it: the common form of XLSX, CSV and TSV.
// Knows nothing of headers, fields, kinds of sheet or records; those read these values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace importing {

/// One cell. Rows and columns count from 1, as the clerk's program shows them.
struct Cell {
    enum class Type : std::uint8_t {
        blank,    ///< nothing but white space
        text,     ///< every cell of a CSV or TSV that is not blank
        number,   ///< plain decimal digits without float noise ("3", "0.5"); percent formats as shown ("2.50%")
        date,     ///< ISO 8601: 2024-03-05, 2024-03-05 10:30, 2024-03 (a format without days), 10:30 (a time alone)
        boolean,  ///< TRUE or FALSE
        error,    ///< an error value as shown (#REF!, #N/A, …), or "=FORMULA" that no program has computed yet
    };
    std::string text;  ///< UTF-8, valid, as shown; white space kept
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    Type type = Type::blank;
    bool filled_down = false;  ///< the value belongs to a merged area (合并单元格) whose first cell is elsewhere
    bool formula = false;      ///< computed by the clerk's program; the text is the value it had when last saved
    bool precision_lost = false;    ///< a number of more than 15 digits, the last ones gone: format as text
    bool doubtful_letters = false;  ///< holds private-use characters (U+E000–F8FF and planes 15, 16) or U+FFFD

    [[nodiscard]] bool blank() const { return type == Type::blank; }
};

/// One row with something in it. `cells[i]` is column i + 1; there are none after the last that is not blank.
struct Row {
    std::uint32_t number = 0;  ///< from 1
    bool hidden = false;       ///< the clerk's program does not show it (or its filter)
    std::vector<Cell> cells;

    /// The cell of a column counted from 1, or nullptr where the row ends before it.
    [[nodiscard]] const Cell* find(std::uint32_t column) const {
        return column == 0 || column > cells.size() ? nullptr : &cells[column - 1];
    }
};

/// A merged area (合并单元格), both corners included, counted from 1.
struct MergedArea {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

/// What is known of a sheet before its rows are read. A CSV or TSV has one, named like the file.
struct SheetInfo {
    std::string name;
    bool hidden = false;
    std::uint32_t declared_rows = 0;     ///< as the file claims, for progress only; 0 when it does not say
    std::uint32_t declared_columns = 0;  ///< likewise
    std::string part;                    ///< where in the package its rows are; empty for CSV and TSV
};

/// A whole sheet in memory, for small ones.
struct Sheet {
    SheetInfo info;
    std::vector<MergedArea> merges;
    std::vector<Row> rows;  ///< those with something in them, in order
};

/// How the bytes of a CSV or TSV become characters.
enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, gb18030 };

/// A file that was recognised, and its sheets.
struct Workbook {
    enum class Format : std::uint8_t { xlsx, delimited };
    std::filesystem::path path;
    Format format = Format::delimited;
    Encoding encoding = Encoding::utf8;  ///< of CSV and TSV
    char32_t separator = U',';           ///< of CSV and TSV
    std::vector<SheetInfo> sheets;
};

/// The file cannot be read as a table at all (exit code 2). what() is one Chinese sentence or two: which file, what is
/// wrong with it and what the clerk can do.
class UnreadableFile : public std::runtime_error {
  public:
    /// `problem` says what is wrong, `advice` what to do; both without the file's name and the final 。
    UnreadableFile(const std::filesystem::path& file, const std::string& problem, const std::string& advice);
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  private:
    std::filesystem::path file_;
};

/// The letters of a column counted from 1, as in spreadsheet programs: 1 is A, 27 is AA.
std::string column_letters(std::uint32_t column);

}  // namespace importing
