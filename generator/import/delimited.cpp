#include "generator/import/delimited.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "generator/import/cell_text.h"
#include "generator/import/sheet_limits.h"

namespace importing {
namespace {

struct Candidate {
    char32_t separator;
    std::string_view utf8;
};
// In the order in which a tie is settled.
constexpr std::array<Candidate, 5> candidates = {
    {{U'\t', "\t"}, {U',', ","}, {U';', ";"}, {U'|', "|"}, {U'\uFF0C', "\xEF\xBC\x8C"}}};

// Whether a cell can begin here, whichever separator it is: so a quoted cell hides its commas from every guess.
bool after_any_separator(std::string_view before) {
    if (before.empty() || before.ends_with('\n') || before.ends_with('\r')) return true;
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const Candidate& candidate) { return before.ends_with(candidate.utf8); });
}

// How many lines of the text have the most frequent number (not 0) of separators outside quotes.
std::size_t agreeing_lines(std::string_view text, std::string_view separator) {
    std::map<std::size_t, std::size_t> lines_by_count;
    std::size_t count = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '"' && (quoted || after_any_separator(text.substr(0, at)))) quoted = !quoted;
        if (quoted) continue;
        if (text.substr(at).starts_with(separator)) {
            ++count;
            at += separator.size() - 1;
        } else if (letter == '\n' || letter == '\r') {
            if (count > 0) ++lines_by_count[count];
            count = 0;
        }
    }
    std::size_t most = count > 0 && lines_by_count.empty() ? 1 : 0;  // a single line without an end
    for (const auto& [separators, lines] : lines_by_count) most = std::max(most, lines);
    return most;
}

}  // namespace

char32_t guess_separator(std::string_view beginning) {
    for (const Candidate& candidate : candidates) {
        const std::string declared = "sep=" + std::string(candidate.utf8);
        if (beginning.starts_with(declared + "\r") || beginning.starts_with(declared + "\n"))
            return candidate.separator;
    }
    char32_t best = U',';
    std::size_t most = 0;
    for (const Candidate& candidate : candidates) {
        const std::size_t lines = agreeing_lines(beginning, candidate.utf8);
        if (lines <= most) continue;
        most = lines;
        best = candidate.separator;
    }
    return best;
}

DelimitedRows::DelimitedRows(std::filesystem::path file, char32_t separator, const RowTaker& take)
    : file_(std::move(file)), separator_(","), take_(take) {
    for (const Candidate& candidate : candidates)
        if (candidate.separator == separator) separator_ = candidate.utf8;
    row_.number = 1;
}

bool DelimitedRows::feed(std::string_view text) {
    for (std::size_t at = 0; at < text.size() && wanted_;) {
        if (after_carriage_return_) {
            after_carriage_return_ = false;
            if (text[at] == '\n') {
                ++at;
                continue;
            }
        }
        switch (state_) {
            case State::cell_start:
                if (text[at] == '"') {
                    state_ = State::quoted;
                    ++at;
                } else {
                    state_ = State::plain;
                }
                break;
            case State::plain:
                at = take_plain(text, at);
                break;
            case State::quoted:
                at = take_quoted(text, at);
                break;
            case State::quote_in_quoted:
                at = after_quote(text, at);
                break;
        }
    }
    return wanted_;
}

bool DelimitedRows::separator_at(std::string_view text, std::size_t at) const {
    return text[at] == separator_[0] && text.substr(at).starts_with(separator_);
}

std::size_t DelimitedRows::take_plain(std::string_view text, std::size_t at) {
    const std::size_t from = at;
    while (at < text.size() && text[at] != '\n' && text[at] != '\r' && text[at] != '\0' && !separator_at(text, at))
        ++at;
    append(text.substr(from, at - from));
    if (at == text.size()) return at;
    if (text[at] == '\0') refuse("含有空字符 (NUL)，不是文本表格", "请用 WPS 表格或 Excel 重新另存为 XLSX 或 CSV");
    if (text[at] == separator_[0]) {
        end_cell();
        return at + separator_.size();
    }
    after_carriage_return_ = text[at] == '\r';
    end_row();
    return at + 1;
}

std::size_t DelimitedRows::take_quoted(std::string_view text, std::size_t at) {
    const std::size_t from = at;
    at = text.find_first_of(std::string_view("\"\r\0", 3), from);
    if (at == std::string_view::npos) at = text.size();
    append(text.substr(from, at - from));
    if (at == text.size()) return at;
    if (text[at] == '"') {
        state_ = State::quote_in_quoted;
    } else if (text[at] == '\r') {
        append("\n");
        after_carriage_return_ = true;
    } else {
        refuse("含有空字符 (NUL)，不是文本表格", "请用 WPS 表格或 Excel 重新另存为 XLSX 或 CSV");
    }
    return at + 1;
}

std::size_t DelimitedRows::after_quote(std::string_view text, std::size_t at) {
    if (text[at] == '"') {  // "" is one quote
        append("\"");
        state_ = State::quoted;
        return at + 1;
    }
    if (text[at] != '\n' && text[at] != '\r' && !separator_at(text, at))
        cell_ = '"' + cell_ + '"';  // it quoted nothing
    state_ = State::plain;
    return at;
}

void DelimitedRows::append(std::string_view piece) {
    cell_.append(piece);
    row_bytes_ += piece.size();
    if (cell_.size() > limits::most_cell_bytes) {
        if (state_ == State::quoted) refuse("引号没有成对，或单元格过长", "请检查该行的英文引号 (\") 后重新导入");
        refuse("单元格超过 32767 个字", "请拆分后重新导入");
    }
    if (row_bytes_ > limits::most_row_bytes) refuse("一行的内容过多", "请拆分后重新导入");
}

void DelimitedRows::end_cell() {
    if (row_.cells.size() == limits::most_columns) refuse("超过 16384 列", "请检查分隔符，或删除多余的列");
    if (too_long_for_a_cell(cell_)) refuse("单元格超过 32767 个字", "请拆分后重新导入");
    Cell& cell = row_.cells.emplace_back();
    cell.row = row_.number;
    cell.column = static_cast<std::uint32_t>(row_.cells.size());
    cell.type = is_blank(cell_) ? Cell::Type::blank : Cell::Type::text;
    cell.doubtful_letters = has_doubtful_letters(cell_);
    cell.text = cell_;
    cell_.clear();
    state_ = State::cell_start;
}

void DelimitedRows::end_row() {
    end_cell();
    while (!row_.cells.empty() && row_.cells.back().blank()) row_.cells.pop_back();
    const std::uint32_t next = row_.number + 1;
    const std::size_t columns = row_.cells.size();
    const bool says_separator = row_.number == 1 && columns == 1 && row_.cells[0].text.starts_with("sep=");
    cells_ += columns;
    if (cells_ > limits::most_cells) refuse("单元格总数过多", "请拆分成几个文件后分别导入");
    if (columns > 0 && !says_separator) {
        if (row_.number > limits::most_rows) refuse("超过 1048576 行", "请拆分成几个文件后分别导入");
        wanted_ = take_(std::move(row_));
    }
    row_ = Row{};
    row_.number = next;
    row_.cells.reserve(columns);
    row_bytes_ = 0;
}

void DelimitedRows::finish() {
    if (!wanted_) return;
    if (state_ == State::quoted) refuse("引号没有成对", "请检查该行的英文引号 (\") 后重新导入");
    if (!row_.cells.empty() || !cell_.empty() || state_ == State::quote_in_quoted) end_row();
}

void DelimitedRows::refuse(const std::string& problem, const std::string& advice) const {
    throw UnreadableFile(file_, "第 " + std::to_string(row_.number) + " 行" + problem, advice);
}

}  // namespace importing
