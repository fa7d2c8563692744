#include "generator/import/row_values.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "generator/import/period_reader.h"
#include "generator/import/quantity_reader.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/number.h"
#include "text/utf8.h"

namespace importing {

namespace {

constexpr std::string_view list_separators = "、,，;；\n/";

constexpr std::string_view kept_elsewhere = "＊";

/// 9.1440300E+17: what spreadsheet programs make of a long number.
bool is_scientific(std::string_view text) {
    const std::size_t e = text.find_first_of("Ee");
    return e != text.npos && e > 0 && e + 1 < text.size() && text.find_first_not_of("0123456789.") == e &&
           text.find_first_not_of("+0123456789", e + 1) == text.npos && text.find('+', e) != text.npos;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::string nameless_column(std::size_t column) {
    return "第" + std::to_string(column) + "列";
}

const Cell* RowValues::cell(std::string_view field) const {
    const auto column = columns_.column_of.find(field);
    return column == columns_.column_of.end() ? nullptr : row_.find(column->second);
}

std::string RowValues::text(std::string_view field) const {
    const Cell* found = cell(field);
    return found == nullptr || found->blank() ? std::string() : text::trimmed(found->text);
}

std::string RowValues::required(std::string_view field) const {
    std::string value = text(field);
    if (value.empty()) error(field, "没有填写", "这一列必须填");
    return value;
}

std::string RowValues::date(std::string_view field) const {
    const std::string value = text(field);
    if (value.empty()) return {};
    if (const auto day = text::parse_date(value)) return text::iso(*day);
    error(field, "不是一个真实的日期", "写成 2026-03-19 或 2026年3月19日");
    return {};
}

std::string RowValues::moment(std::string_view field) const {
    const std::string value = text(field);
    if (value.empty()) return {};
    if (const auto moment = text::parse_moment(value)) return text::iso(*moment);
    return date(field);
}

std::optional<std::int64_t> RowValues::integer(std::string_view field) const {
    std::string value = text(field);
    if (value.empty()) return std::nullopt;
    for (const std::string_view unit : {"户", "家", "个", "人", "名", "项", "次"})
        if (value.ends_with(unit)) value.resize(value.size() - unit.size());
    if (const auto number = text::parse_count(value)) return number;
    error(field, "不是一个数", "只写数字，如 120");
    return std::nullopt;
}

bool RowValues::yes_no(std::string_view field, bool when_blank) const {
    const std::string value = text::fold(text(field));
    if (value.empty()) return when_blank;
    if (is_one_of(value, {"是", "有", "y", "yes", "true", "1", "√", "✓", "公示", "1公示", "公开", "联合"})) return true;
    if (is_one_of(value, {"否", "无", "n", "no", "false", "0", "×", "不公示", "2不公示", "2", "不公开", "非联合"}))
        return false;
    error(field, "应填“是”或“否”");
    return when_blank;
}

std::string RowValues::choice(std::string_view field) const {
    const std::string value = text(field);
    const records::Field* known = records::find_field(columns_.kind, field);
    if (value.empty() || known == nullptr || known->choices.empty()) return value;
    const std::string folded = text::fold(value);
    for (const std::string_view word : known->choices)
        if (text::fold(word) == folded) return std::string(word);
    std::string words;
    for (const std::string_view word : known->choices)
        if (!word.empty()) words += (words.empty() ? "" : "、") + std::string(word);
    note(field, "不是规定的说法，按原文保存", "规定的说法：" + words);
    return value;
}

std::vector<std::string> RowValues::list(std::string_view field) const {
    const std::string value = text(field);
    std::vector<std::string> items;
    std::string item;
    const auto end_item = [&] {
        if (std::string trimmed = text::trimmed(item); !trimmed.empty()) items.push_back(std::move(trimmed));
        item.clear();
    };
    for (std::size_t at = 0; at < value.size();) {
        const text::Decoded decoded = text::decode_at(value, at);
        const std::string_view character = std::string_view(value).substr(at, decoded.length);
        if (list_separators.find(character) != list_separators.npos)
            end_item();
        else
            item += character;
        at += decoded.length;
    }
    end_item();
    return items;
}

std::optional<text::CodeReading> RowValues::code(std::string_view field) const {
    const Cell* found = cell(field);
    const std::string value = text(field);
    if (value.empty()) return std::nullopt;
    if (found->precision_lost || is_scientific(text::half_width(value))) {
        error(field, "这个代码被当作数字保存，末几位已经丢失", "把整列设为“文本”格式，再重新填写代码");
        return std::nullopt;
    }
    if (found->type == Cell::Type::error) return std::nullopt;  // told by check_cells()
    text::CodeReading reading = text::read_code(value);
    if (!reading.accepted()) {
        error(field, reading.reason, "请对照营业执照核对，本程序不会代为改正");
        return std::nullopt;
    }
    return reading;
}

std::optional<int> RowValues::plan_year() const {
    return columns_.year == 0 ? std::nullopt : std::optional(columns_.year);
}

records::CellValue RowValues::value_of(const records::Field& field, const std::string& text) const {
    records::CellValue value{text, std::nullopt, std::nullopt};
    if (field.type == records::FieldType::quantity) {
        value.quantity = read_quantity(text, field.bare, heading(field.name).unit);
        if (!value.quantity->unreadable.empty()) note(field.name, value.quantity->unreadable, "原文照登");
    } else if (field.type == records::FieldType::period) {
        value.period = read_period(text, plan_year(), heading(field.name).deadline);
        if (!value.period->unreadable.empty()) note(field.name, value.period->unreadable, "原文照登");
    } else if (field.type == records::FieldType::date && !text.empty()) {
        if (const auto day = text::parse_date(text)) value.text = text::iso(*day);
    }
    return value;
}

records::Cells RowValues::cells() const {
    records::Cells cells;
    for (const records::Field& field : records::fields_of(columns_.kind)) {
        const std::string value = text(field.name);
        if (!value.empty()) cells.values.emplace_back(field.name, value_of(field, value));
    }
    if (const std::string from = text("starts_on"), to = text("ends_on");
        cells.find("period") == nullptr && !(from.empty() && to.empty())) {
        const records::Period period = period_between(from, to, plan_year());
        cells.values.emplace_back("period", records::CellValue{period.raw, std::nullopt, period});
    }
    each_unknown([&](const std::string& header, const std::string& text) {
        cells.values.emplace_back("column:" + header, records::CellValue{text, std::nullopt, std::nullopt});
    });
    return cells;
}

void RowValues::each_unknown(const std::function<void(const std::string&, const std::string&)>& cell) const {
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
        const Cell& one = row_.cells[i];
        const bool headed = i < columns_.headings.size() && !columns_.headings[i].text.empty();
        if (one.blank() || (headed && columns_.headings[i].field != nullptr) || (!headed && one.filled_down)) continue;
        cell(headed ? columns_.unknown_names[i] : nameless_column(i + 1), text::trimmed(one.text));
    }
}

bool RowValues::is_private(std::size_t column) const {
    const records::Field* field = column < columns_.headings.size() ? columns_.headings[column].field : nullptr;
    return field == nullptr ? columns_.kind == "inspectors" : field->person;
}

std::string RowValues::raw_json() const {
    nlohmann::json texts = nlohmann::json::array();
    for (std::size_t i = 0; i < row_.cells.size(); ++i) {
        const Cell& one = row_.cells[i];
        texts.push_back(!one.blank() && is_private(i) ? std::string(kept_elsewhere) : one.text);
    }
    return texts.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void RowValues::check_cells() const {
    for (std::size_t i = 0; i < row_.cells.size() && i < columns_.headings.size(); ++i) {
        const records::Field* field = columns_.headings[i].field;
        const Cell& one = row_.cells[i];
        if (field == nullptr || one.blank()) continue;
        if (one.type == Cell::Type::error)
            error(field->name, "公式没有算出结果", "在表格软件里改正公式，或直接填写数值，再保存");
        else if (one.precision_lost && field->type != records::FieldType::code)
            error(field->name, "这个编号被当作数字保存，末几位已经丢失", "把整列设为“文本”格式，再重新填写");
        if (one.doubtful_letters) note(field->name, "有认不出的字（造字或乱码），照原样保存", "请对照原文核对");
    }
}

Problem RowValues::problem_at(std::string_view field, std::string reason, std::string suggestion) const {
    Problem problem;
    problem.sheet = columns_.sheet;
    problem.row = row_.number;
    if (const auto column = columns_.column_of.find(field); column != columns_.column_of.end()) {
        problem.column = column->second;
        problem.column_name = columns_.headings[column->second - 1].text;
        problem.value = std::string(text::truncate(text(field), 80));
    } else if (const records::Field* known = records::find_field(columns_.kind, field)) {
        problem.column_name = std::string(known->term);
    }
    problem.reason = std::move(reason);
    problem.suggestion = std::move(suggestion);
    return problem;
}

void RowValues::error(std::string_view field, std::string reason, std::string suggestion) const {
    has_errors_ = true;
    problems_.error(problem_at(field, std::move(reason), std::move(suggestion)));
}
void RowValues::note(std::string_view field, std::string reason, std::string suggestion) const {
    problems_.note(problem_at(field, std::move(reason), std::move(suggestion)));
}

}  // namespace importing
