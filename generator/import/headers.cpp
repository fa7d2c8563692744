#include "generator/import/headers.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "generator/import/kind_evidence.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace importing {

namespace {

using Row = std::vector<std::string>;
using records::Field;

constexpr std::size_t longest_heading = 600;  // bytes; what is longer is a text, not a heading
constexpr int least_fit = 5;

std::string without_underscores(std::string text) {
    std::erase(text, '_');
    return text;
}

std::string key_of(std::string_view heading) {
    return without_underscores(text::fold(heading));
}

using Index = std::unordered_map<std::string, const Field*>;

const Index& index_of(std::string_view kind) {
    static const std::map<std::string, Index, std::less<>> indexes = [] {
        std::map<std::string, Index, std::less<>> all;
        for (const std::string_view one : records::sheet_kinds) {
            Index& index = all[std::string(one)];
            for (const Field& field : records::fields_of(one)) {  // an earlier field keeps its spelling
                index.emplace(key_of(field.name), &field);
                index.emplace(key_of(field.term), &field);
                for (const std::string_view spelling : field.spellings) index.emplace(key_of(spelling), &field);
            }
        }
        return all;
    }();
    static const Index nothing;
    const auto found = indexes.find(kind);
    return found == indexes.end() ? nothing : found->second;
}

const Field* look_up(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

/// Takes the last (…) out of a folded heading; false when there is none.
bool cut_last_brackets(std::string& key) {
    const std::size_t close = key.rfind(')');
    if (close == std::string::npos) return false;
    int depth = 0;
    for (std::size_t at = close + 1; at-- > 0;) {
        if (key[at] == ')') ++depth;
        if (key[at] == '(' && --depth == 0) {
            key.erase(at, close - at + 1);
            return true;
        }
    }
    return false;
}

/// Marks around a heading: *, :, a closing %, a leading "1." or "(1)".
void cut_marks(std::string& key) {
    const auto cut_back = [&key](std::string_view word) {
        const bool there = key.ends_with(word);
        if (there) key.resize(key.size() - word.size());
        return there;
    };
    while (cut_back("*") || cut_back(":") || cut_back("%") || cut_back(".") || cut_back("?") || cut_back(",")) {
    }
    std::size_t begin = 0;
    while (begin < key.size() && (key[begin] == '*' || key[begin] == '.' || (key[begin] >= '0' && key[begin] <= '9')))
        ++begin;
    if (begin < key.size()) key.erase(0, begin);
}

/// A folded heading, then with less and less of its brackets and marks.
const Field* resolve_key(const Index& index, std::string key) {
    if (const Field* field = look_up(index, key)) return field;
    cut_marks(key);
    if (const Field* field = look_up(index, key)) return field;
    while (cut_last_brackets(key)) {
        cut_marks(key);
        if (const Field* field = look_up(index, key)) return field;
    }
    while (!key.empty() && key.back() >= '0' && key.back() <= '9') key.pop_back();  // 检查事项1
    return look_up(index, key);
}

std::string unit_of(std::string_view heading) {
    const std::string key = text::fold(heading);
    for (const std::string_view unit : {"户", "家", "个", "人", "名", "批次", "批", "件", "项", "次", "%"}) {
        std::string bracketed("(");
        bracketed.append(unit).append(")");
        if (key.find(bracketed) != std::string::npos) return std::string(unit);
    }
    return {};
}

bool names_deadline(std::string_view heading) {
    const std::string key = text::fold(heading);
    for (const std::string_view word : {"时限", "截止", "完成时间", "完成日期"})
        if (key.find(word) != std::string::npos) return true;
    return false;
}

std::string cell(const Row& row, std::size_t column) {
    return column < row.size() ? text::trimmed(row[column]) : std::string();
}

/// The headings of one row, or of two with the upper one as the group's name.
std::vector<std::string> heading_texts(const Row& upper, const Row* lower) {
    std::vector<std::string> texts;
    const std::size_t columns = std::max(upper.size(), lower == nullptr ? 0 : lower->size());
    for (std::size_t column = 0; column < columns; ++column) {
        const std::string above = cell(upper, column);
        const std::string below = lower == nullptr ? std::string() : cell(*lower, column);
        const bool one = above.empty() || below.empty() || text::fold(above) == text::fold(below);
        texts.push_back(one ? (above.empty() ? below : above) : above + "/" + below);
    }
    while (!texts.empty() && texts.back().empty()) texts.pop_back();
    return texts;
}

std::vector<Heading> resolve(const std::vector<std::string>& texts, std::string_view kind) {
    std::vector<Heading> columns;
    std::map<const Field*, std::size_t> taken;
    for (const std::string& text : texts) {
        Heading heading;
        heading.text = text;
        heading.field = text.empty() ? nullptr : resolve_heading(text, kind);
        heading.unit = unit_of(text);
        heading.deadline = names_deadline(text);
        if (heading.field != nullptr) {
            const auto [before, first] = taken.emplace(heading.field, columns.size());
            if (!first) {
                heading.repeats = before->second;
                heading.field = nullptr;
            }
        }
        columns.push_back(std::move(heading));
    }
    return columns;
}

std::size_t recognised(const std::vector<Heading>& columns) {
    return static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const Heading& one) { return one.field != nullptr; }));
}

/// All cells with something in them say the same: a title, merged or repeated.
bool is_title(const Row& row) {
    std::string first;
    for (const std::string& text : row) {
        const std::string folded = text::fold(text);
        if (folded.empty()) continue;
        if (!first.empty() && folded != first) return false;
        first = folded;
    }
    return true;
}

bool too_long(const Row& row) {
    return std::any_of(row.begin(), row.end(), [](const std::string& text) { return text.size() > longest_heading; });
}

/// The most columns that any kind (or the one given) recognises in these headings.
std::size_t best_recognised(const std::vector<std::string>& texts, std::optional<std::string_view> kind) {
    if (kind) return recognised(resolve(texts, *kind));
    std::size_t best = 0;
    for (const std::string_view one : records::sheet_kinds) best = std::max(best, recognised(resolve(texts, one)));
    return best;
}

struct Place {
    std::size_t row = 0, rows = 0, recognised = 0;
    std::vector<std::string> texts;
};

Place find_place(std::span<const Row> rows, std::optional<std::string_view> kind) {
    Place best;
    const std::size_t end = std::min(rows.size(), most_rows_above_data);
    for (std::size_t row = 0; row < end; ++row) {
        if (is_title(rows[row]) || too_long(rows[row])) continue;
        std::vector<std::string> one = heading_texts(rows[row], nullptr);
        const std::size_t count = best_recognised(one, kind);
        const auto filled = static_cast<std::size_t>(
            std::count_if(one.begin(), one.end(), [](const std::string& text) { return !text.empty(); }));
        if (count >= 2 && count * 2 >= filled && count > best.recognised) best = {row, 1, count, std::move(one)};
        if (count < 2 || row + 1 >= rows.size() || is_title(rows[row + 1]) || too_long(rows[row + 1])) continue;
        std::vector<std::string> two = heading_texts(rows[row], &rows[row + 1]);
        const std::size_t both = best_recognised(two, kind);
        if (both > count && both > best.recognised) best = {row, 2, both, std::move(two)};
    }
    return best;
}

std::string joined_terms(const std::vector<std::string>& kinds) {
    std::string text;
    for (const std::string& kind : kinds)
        text += (text.empty() ? "" : "、") + std::string(records::kind_term(kind)) + "（--as " + kind + "）";
    return text;
}

/// Sets kind or candidates.
void recognise(Headings& headings, const std::vector<std::string>& texts, std::string_view sheet_name) {
    std::vector<std::string> titles = headings.titles;
    titles.emplace_back(sheet_name);
    const std::vector<KindFit> fits = fitting_kinds(texts, titles);
    if (fits.front().points < least_fit) {
        headings.problem = "表头认不出是哪一类表，请用 --as 指明种类，或用 gongshi template 取模板";
        return;
    }
    for (const KindFit& fit : fits)
        if (fit.points >= least_fit && fits.front().points - fit.points < 2) headings.candidates.emplace_back(fit.kind);
    if (headings.candidates.size() == 1) {
        headings.kind = headings.candidates.front();
        headings.candidates.clear();
    } else {
        headings.problem = "从表头看可能是" + joined_terms(headings.candidates) + "，请用 --as 指明是哪一种";
    }
}

}  // namespace

const Field* resolve_heading(std::string_view heading, std::string_view kind) {
    if (heading.size() > longest_heading) return nullptr;
    const Index& index = index_of(kind);
    const std::string key = key_of(heading);
    if (key.empty()) return nullptr;
    if (const Field* field = resolve_key(index, key)) return field;
    const std::size_t slash = key.rfind('/');  // two rows: the lower one says what the column is
    return slash == std::string::npos || slash + 1 == key.size() ? nullptr : resolve_key(index, key.substr(slash + 1));
}

std::vector<KindFit> fitting_kinds(std::span<const std::string> headings, std::span<const std::string> titles) {
    std::vector<KindFit> fits;
    const std::vector<std::string> texts(headings.begin(), headings.end());
    for (const std::string_view kind : records::sheet_kinds) {
        KindFit fit{kind, 0};
        std::set<const Field*> found;
        for (const Heading& column : resolve(texts, kind)) {
            if (column.field != nullptr) {
                found.insert(column.field);
                fit.points += evidence(kind, column.field->name, text::fold(column.text));
            } else if (!column.text.empty() && !column.repeats) {
                fit.points -= unknown_column_costs;
            }
        }
        for (const Field& field : records::fields_of(kind))
            if (field.required && !found.contains(&field)) fit.points -= missing_field_costs;
        for (const std::string& title : titles) fit.points += title_evidence(kind, text::fold(title));
        if (kind == "items") fit.points += 2;  // a list of items needs no more than their names
        fits.push_back(fit);
    }
    std::stable_sort(fits.begin(), fits.end(), [](const KindFit& a, const KindFit& b) { return a.points > b.points; });
    return fits;
}

Headings find_headings(std::span<const Row> rows, std::optional<std::string_view> kind, std::string_view sheet_name) {
    Headings headings;
    const Place place = find_place(rows, kind);
    if (place.rows == 0) {
        headings.problem = "前 " + std::to_string(most_rows_above_data) + " 行里没有找到表头";
        if (kind) headings.problem += "（" + std::string(records::kind_term(*kind)) + "应有的列名）";
        return headings;
    }
    headings.first_row = place.row;
    headings.rows = place.rows;
    for (std::size_t row = 0; row < place.row; ++row) {
        std::set<std::string> once;
        for (const std::string& text : rows[row])
            if (!text::blank(text) && once.insert(text).second) headings.titles.push_back(text::trimmed(text));
    }
    if (kind)
        headings.kind = *kind;
    else
        recognise(headings, place.texts, sheet_name);
    const std::string_view shown = !headings.kind.empty()        ? std::string_view(headings.kind)
                                   : headings.candidates.empty() ? std::string_view()
                                                                 : std::string_view(headings.candidates.front());
    headings.columns = resolve(place.texts, shown);
    return headings;
}

}  // namespace importing
