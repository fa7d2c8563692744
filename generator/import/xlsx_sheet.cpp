#include "generator/import/xlsx_sheet.h"

#include <charconv>
#include <utility>

#include "generator/import/cell_text.h"
#include "generator/import/number_format.h"
#include "generator/import/shared_texts.h"
#include "generator/import/sheet_limits.h"
#include "generator/import/xlsx_outline.h"
#include "generator/import/xlsx_styles.h"

namespace importing {
namespace {

const char* const save_again = "请用 WPS 表格或 Excel 打开后重新另存为 XLSX 后导入";
const char* const split = "请拆分成几个文件后分别导入";

// The number that is the whole text, else `otherwise`.
std::uint32_t number_or(std::string_view text, std::uint32_t otherwise) {
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() ? number : otherwise;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

void MergedAreaEvents::start(std::string_view element, const XmlAttributes& attributes) {
    if (element != "mergeCell") return;
    if (areas.size() == limits::most_merged_areas) throw UnreadableFile(file_, "合并单元格过多", split);
    const MergedArea area = parse_area(attributes.get("ref"));
    if (area.last_row > area.first_row || area.last_column > area.first_column) areas.push_back(area);
}

SheetEvents::SheetEvents(const SheetSurroundings& surroundings, std::vector<MergedArea> merged, const RowTaker& take)
    : around_(surroundings), take_(take), merged_(std::move(merged)) {}

void SheetEvents::start(std::string_view element, const XmlAttributes& attributes) {
    if (element == "sheetData") in_rows_ = true;
    if (!in_rows_) return;
    if (element == "row") return start_row(attributes);
    if (element == "c") return start_cell(attributes);
    if (!in_cell_) return;
    if (element == "v") {
        has_value_ = true;
        collecting_ = &value_;
    } else if (element == "f") {
        has_formula_ = true;
        collecting_ = &formula_;
    } else if (element == "is") {
        in_inline_ = true;
        inline_.begin();
    } else if (in_inline_) {
        inline_.start(element);
    }
}

void SheetEvents::text(std::string_view piece) {
    bool fits = true;
    if (collecting_ != nullptr) {
        collecting_->append(piece);
        fits = collecting_->size() <= limits::most_cell_bytes;
    } else if (in_inline_) {
        fits = inline_.add(piece);
    }
    if (!fits) refuse("有单元格超过 32767 个字", "请拆分后重新导入");
}

void SheetEvents::end(std::string_view element) {
    if (!in_rows_) return;
    if (element == "v" || element == "f") {
        collecting_ = nullptr;
    } else if (element == "is") {
        in_inline_ = false;
    } else if (element == "c") {
        end_cell();
    } else if (element == "row") {
        end_row();
    } else if (element == "sheetData") {
        wanted_ = false;
    } else if (in_inline_) {
        inline_.end(element);
    }
}

void SheetEvents::start_row(const XmlAttributes& attributes) {
    const std::uint32_t previous = row_.number;
    row_ = Row{};
    row_.number = number_or(attributes.get("r"), previous + 1);
    row_.hidden = attributes.flag("hidden");
    row_bytes_ = 0;
    column_ = 0;
    if (row_.number > limits::most_rows) refuse("超过 1048576 行", split);
    if (row_.number <= previous) refuse("行的次序错乱", save_again);
}

void SheetEvents::start_cell(const XmlAttributes& attributes) {
    const std::string_view reference = attributes.get("r");
    column_ = reference.empty() ? column_ + 1 : parse_reference(reference).column;
    if (column_ == 0 || column_ > limits::most_columns || row_.number == 0) refuse("有位置不明的单元格", save_again);
    style_ = number_or(attributes.get("s"), 0);
    type_ = attributes.get("t");
    value_.clear();
    formula_.clear();
    inline_.begin();
    has_value_ = has_formula_ = in_inline_ = false;
    in_cell_ = true;
}

void SheetEvents::end_cell() {
    in_cell_ = false;
    Cell cell;
    cell.row = row_.number;
    cell.column = column_;
    cell.formula = has_formula_;
    if (has_formula_ && !has_value_) {
        cell.type = Cell::Type::error;
        cell.text = "=" + formula_;
    } else {
        show(cell);
    }
    if (cell.type == Cell::Type::text) {
        if (too_long_for_a_cell(cell.text)) refuse("有单元格超过 32767 个字", "请拆分后重新导入");
        if (is_blank(cell.text)) cell.type = Cell::Type::blank;
        cell.doubtful_letters = has_doubtful_letters(cell.text);
    }
    if (!cell.blank()) place(std::move(cell));
}

void SheetEvents::show(Cell& cell) {
    if (type_ == "s") return show_shared(cell);
    if (type_ == "inlineStr") {
        cell.type = Cell::Type::text;
        cell.text = inline_.take();
    } else if (type_ == "str") {
        cell.type = Cell::Type::text;
        cell.text = without_escapes(value_);
    } else if (trimmed(value_).empty()) {
        return;
    } else if (type_ == "b") {
        cell.type = Cell::Type::boolean;
        cell.text = trimmed(value_) == "0" || trimmed(value_) == "false" ? "FALSE" : "TRUE";
    } else if (type_ == "e") {
        cell.type = Cell::Type::error;
        cell.text = trimmed(value_);
    } else if (type_ == "d") {
        show_iso_date(trimmed(value_), cell);
    } else {
        show_number(trimmed(value_), around_.styles.format(style_), around_.epoch, cell);
    }
}

void SheetEvents::show_shared(Cell& cell) {
    if (trimmed(value_).empty()) return;
    constexpr std::uint32_t none = 0xFFFFFFFF;
    const std::uint32_t index = number_or(trimmed(value_), none);
    if (index >= around_.texts.size())
        refuse(column_letters(column_) + std::to_string(row_.number) + " 的文字找不到了，文件已损坏", save_again);
    cell.type = Cell::Type::text;
    around_.texts.copy_to(index, cell.text);
}

void SheetEvents::place(Cell&& cell) {
    row_bytes_ += cell.text.size() + sizeof(Cell);
    if (row_bytes_ > limits::most_row_bytes) refuse("一行的内容过多", split);
    while (row_.cells.size() < cell.column) {
        Cell& blank = row_.cells.emplace_back();
        blank.row = row_.number;
        blank.column = static_cast<std::uint32_t>(row_.cells.size());
    }
    row_.cells[cell.column - 1] = std::move(cell);
}

void SheetEvents::end_row() {
    if (row_.cells.empty() || !wanted_) return;
    const std::uint32_t number = row_.number;
    if (!merged_.fill(row_)) refuse("合并单元格互相重叠", save_again);
    cells_ += row_.cells.size();
    if (cells_ > limits::most_cells) refuse("单元格总数过多", split);
    wanted_ = take_(std::move(row_));
    row_ = Row{};
    row_.number = number;
}

void SheetEvents::refuse(const std::string& problem, const std::string& advice) const {
    throw UnreadableFile(around_.file, "工作表“" + around_.sheet + "”" + problem, advice);
}

}  // namespace importing
