#include "generator/import/template_file.h"

#include <algorithm>
#include <numeric>

#include "generator/import/sheet_limits.h"
#include "generator/import/workbook.h"
#include "generator/import/xlsx_output.h"
#include "text/utf8.h"

// Of the leak checker, where the program is built with one; else they do not exist.
extern "C" void __lsan_disable() __attribute__((weak));
extern "C" void __lsan_enable() __attribute__((weak));

namespace importing {
namespace {

// libxlsxwriter 1.1.4 copies the formula of a list twice and forgets the first copy. While this lives, such loss (a few
// bytes for each long list) is not reported.
class ForgivenLoss {
  public:
    ForgivenLoss() {
        if (__lsan_disable != nullptr) __lsan_disable();
    }
    ~ForgivenLoss() {
        if (__lsan_enable != nullptr) __lsan_enable();
    }
    ForgivenLoss(const ForgivenLoss&) = delete;
    ForgivenLoss& operator=(const ForgivenLoss&) = delete;
};

constexpr std::size_t most_choice_letters = 255;  // of a list written into the rule itself, commas included
constexpr lxw_row_t example_row = 1;
constexpr lxw_row_t last_row = limits::most_rows - 1;
const char* const choices_sheet = "选项";

struct Looks {
    explicit Looks(XlsxOutput& output)
        : header(output.add_format()),
          required(output.add_format()),
          example(output.add_format()),
          text(output.add_format()),
          wrapped(output.add_format()) {
        for (lxw_format* const each : {header, required}) {
            format_set_bold(each);
            format_set_border(each, LXW_BORDER_THIN);
            format_set_text_wrap(each);
            format_set_align(each, LXW_ALIGN_VERTICAL_CENTER);
        }
        format_set_bg_color(header, 0xE7E6E6);
        format_set_bg_color(required, 0xFCE4D6);
        format_set_font_color(example, 0x808080);
        format_set_italic(example);
        for (lxw_format* const each : {header, required, example, text, wrapped}) format_set_num_format(each, "@");
        format_set_text_wrap(wrapped);
        format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
    }
    lxw_format* header;
    lxw_format* required;
    lxw_format* example;
    lxw_format* text;
    lxw_format* wrapped;
};

// A Chinese letter is as wide as two digits.
double width_of(const TemplateColumn& column) {
    constexpr double narrowest = 12;
    constexpr double widest = 40;
    const auto letters = [](const std::string& text) {
        return static_cast<double>(text::count_code_points(text) * 2 + 2);
    };
    return std::clamp(std::max(letters(column.header), letters(column.example)), narrowest, widest);
}

std::size_t written_letters(const std::vector<std::string>& choices) {
    return std::accumulate(
        choices.begin(), choices.end(), choices.size(),
        [](std::size_t sum, const std::string& choice) { return sum + text::count_code_points(choice); });
}

bool needs_choices_sheet(const TemplateColumn& column) {
    return written_letters(column.choices) > most_choice_letters ||
           std::any_of(column.choices.begin(), column.choices.end(),
                       [](const std::string& choice) { return choice.find(',') != std::string::npos; });
}

// Long lists lie in a hidden sheet, each in the column of the same number.
void write_choices(XlsxOutput& output, const std::vector<TemplateColumn>& columns) {
    if (std::none_of(columns.begin(), columns.end(), needs_choices_sheet)) return;
    lxw_worksheet* const sheet = output.add_sheet(choices_sheet);
    worksheet_hide(sheet);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (!needs_choices_sheet(columns[column])) continue;
        const std::vector<std::string>& choices = columns[column].choices;
        for (std::size_t row = 0; row < choices.size(); ++row)
            worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                   writable(choices[row]).c_str(), nullptr);
    }
}

std::string choices_range(std::size_t column, std::size_t count) {
    const std::string letters = column_letters(static_cast<std::uint32_t>(column + 1));
    return std::string("='") + choices_sheet + "'!$" + letters + "$1:$" + letters + "$" + std::to_string(count);
}

void add_drop_down(lxw_worksheet* sheet, std::size_t index, const TemplateColumn& column) {
    std::vector<std::string> texts;
    for (const std::string& choice : column.choices) texts.push_back(writable(choice));
    std::vector<char*> list;
    for (std::string& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    std::string range = choices_range(index, column.choices.size());
    std::string note(text::truncate(writable(column.note), most_choice_letters));
    std::string error_title = "不在下拉选项中";
    std::string error_message = "请从下拉列表中选择";
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_ANY;
    if (!column.choices.empty() && needs_choices_sheet(column)) {
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = range.data();
    } else if (!column.choices.empty()) {
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
    }
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.error_title = error_title.data();
    rule.error_message = error_message.data();
    if (!note.empty()) rule.input_message = note.data();
    const auto place = static_cast<lxw_col_t>(index);
    const ForgivenLoss forgiven;
    worksheet_data_validation_range(sheet, example_row, place, last_row, place, &rule);
}

void write_column(lxw_worksheet* sheet, std::size_t index, const TemplateColumn& column, const Looks& looks) {
    const auto place = static_cast<lxw_col_t>(index);
    worksheet_set_column(sheet, place, place, width_of(column), looks.text);
    worksheet_write_string(sheet, 0, place, writable(column.header).c_str(),
                           column.required ? looks.required : looks.header);
    worksheet_write_string(sheet, example_row, place, writable(column.example).c_str(), looks.example);
    if (!column.choices.empty() || !column.note.empty()) add_drop_down(sheet, index, column);
}

void write_notes(XlsxOutput& output, const std::vector<TemplateNote>& notes, const Looks& looks) {
    lxw_worksheet* const sheet = output.add_sheet("说明");
    worksheet_set_column(sheet, 0, 0, 24, looks.wrapped);
    worksheet_set_column(sheet, 1, 1, 32, looks.wrapped);
    worksheet_set_column(sheet, 2, 2, 70, looks.wrapped);
    lxw_row_t row = 0;
    for (const TemplateNote& note : notes) {
        worksheet_write_string(sheet, row, 0, writable(note.name).c_str(), looks.header);
        worksheet_write_string(sheet, row, 1, writable(note.value).c_str(), looks.wrapped);
        worksheet_write_string(sheet, row, 2, writable(note.explanation).c_str(), looks.wrapped);
        ++row;
    }
}

}  // namespace

void write_template(const std::filesystem::path& file, const std::string& sheet_name,
                    const std::vector<TemplateColumn>& columns, const std::vector<TemplateNote>& notes) {
    XlsxOutput output(file, XlsxOutput::Memory::whole);
    const Looks looks(output);
    lxw_worksheet* const sheet = output.add_sheet(sheet_name);
    worksheet_freeze_panes(sheet, 1, 0);
    for (std::size_t index = 0; index < columns.size() && index < limits::most_columns; ++index)
        write_column(sheet, index, columns[index], looks);
    if (!notes.empty()) write_notes(output, notes, looks);
    write_choices(output, columns);
    output.finish();
}

}  // namespace importing
