#include "generator/duties/rule_language.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "text/date.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace duties {

namespace {

constexpr std::string_view nothing = "无", something = "有";

std::vector<std::string> strings(const std::vector<std::string_view>& words) {
    return {words.begin(), words.end()};
}

/// Any sign's half-width form; brackets of all kinds are square ones.
char32_t plain(char32_t sign) {
    if (sign == U'【' || sign == U'〔' || sign == U'［') return U'[';
    if (sign == U'】' || sign == U'〕' || sign == U'］') return U']';
    if (sign == U'，' || sign == U'；' || sign == U';') return U',';
    if (sign == U'“' || sign == U'”' || sign == U'＂') return U'"';
    if (sign == U'≦' || sign == U'⩽') return U'≤';
    if (sign == U'≧' || sign == U'⩾') return U'≥';
    if (sign >= U'！' && sign <= U'～') return sign - U'！' + U'!';
    return sign;
}

bool ends_word(char32_t sign) {
    return std::u32string_view(U"[],=≠≤≥<>!\"").find(plain(sign)) != std::u32string_view::npos;
}

std::optional<std::int64_t> whole_number(std::string_view digits) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.size() > 15 || error != std::errc() || end != digits.data() + digits.size() ||
        value < 0)
        return std::nullopt;
    return value;
}

/// Reads one expression from its beginning to its end. A failure is kept once and ends the reading.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text::decode(text)) {}

    std::variant<Expression, Unreadable> read() {
        Expression expression;
        if (text_.size() > most_characters)
            fail("表达式太长，最多 " + std::to_string(most_characters) + " 个字", "", most_characters);
        else
            whole(expression);
        if (failure_) return *failure_;
        return expression;
    }

  private:
    void whole(Expression& expression) {
        const auto [word, at] = next_word();
        const auto noun = find_noun(word);
        if (word.empty()) return fail("这里应当写数什么", sign_here(), at, noun_terms());
        if (!noun) return fail("不认识的名词", word, at, near(word, noun_terms()));
        expression.noun = *noun;
        skip_blanks();
        if (at_end()) {
            if (*noun == Noun::declared) fail("申报数后面要在方括号中写它的名称，例如 申报数[上年底企业数]", word, at);
            return;
        }
        if (!take(U'[')) return fail("名词后面只能是方括号中的条件", sign_here(), at_ + 1);
        if (*noun == Noun::declared)
            figure(expression);
        else
            conditions(expression);
        skip_blanks();
        if (!failure_ && !at_end()) fail("右方括号后面不应再有内容", sign_here(), at_ + 1);
    }

    void figure(Expression& expression) {
        const auto [word, at] = next_value();
        if (failure_) return;
        if (word.empty()) return fail("没有写申报数的名称", sign_here(), at);
        expression.figure = word;
        if (!take(U']')) fail("这里应当是右方括号", sign_here(), at_ + 1);
    }

    void conditions(Expression& expression) {
        do {
            if (expression.conditions.size() == most_conditions)
                return fail("条件太多，最多 " + std::to_string(most_conditions) + " 个", sign_here(), at_ + 1);
            Condition condition;
            if (!one_condition(expression.noun, condition)) return;
            expression.conditions.push_back(std::move(condition));
        } while (take(U','));
        if (!take(U']')) fail("这里应当是逗号或右方括号", sign_here(), at_ + 1);
    }

    bool one_condition(Noun noun, Condition& condition) {
        const auto [word, at] = next_word();
        if (word.empty()) return refuse("这里应当写" + std::string(table_of(noun).term) + "的一栏", sign_here(), at);
        const auto column = find_column(noun, word);
        if (!column)
            return refuse(std::string(table_of(noun).term) + "没有这一栏", word, at, near(word, column_terms(noun)));
        condition.column = *column;
        const std::size_t sign_at = at_ + 1;
        const auto comparison = next_comparison();
        if (!comparison) return refuse("这里应当是 = ≠ ≥ ≤ > < 之一", sign_here(), sign_at);
        condition.comparison = *comparison;
        return values(table_of(noun).columns[*column], condition);
    }

    bool values(const Column& column, Condition& condition) {
        do {
            const auto [word, at] = next_value();
            if (failure_) return false;
            if (word.empty()) return refuse("比较符号后面没有写值", sign_here(), at);
            if (condition.values.size() == most_values)
                return refuse("值太多，最多 " + std::to_string(most_values) + " 个", word, at);
            if (!one_value(column, condition, word, at)) return false;
        } while (or_word());
        return true;
    }

    /// A value of the column's type; 有 and 无 turn the condition into present and absent.
    bool one_value(const Column& column, Condition& condition, const std::string& word, std::size_t at) {
        const bool has = !quoted_ && word == something, lacks = !quoted_ && word == nothing;
        const bool equality =
            condition.comparison == Comparison::equal || condition.comparison == Comparison::not_equal;
        if (condition.comparison == Comparison::present || condition.comparison == Comparison::absent)
            return refuse("有、无不能与别的值用“或”相连", word, at);
        if (has || lacks) {
            if (!equality || !condition.values.empty()) return refuse("有、无只能单独跟在 = 或 ≠ 后面", word, at);
            condition.comparison =
                has == (condition.comparison == Comparison::equal) ? Comparison::present : Comparison::absent;
            return true;
        }
        if (!equality && column.type != ColumnType::number && column.type != ColumnType::date)
            return refuse("“" + std::string(column.term) + "”不是数字或日期，只能用 = 或 ≠", word, at);
        if (!equality && !condition.values.empty()) return refuse("大小比较只能有一个值", word, at);
        const auto value = typed(column, word);
        if (!value) return refuse(expected(column), word, at, near(word, column.choices));
        if (std::find(condition.values.begin(), condition.values.end(), *value) == condition.values.end())
            condition.values.push_back(*value);
        return true;
    }

    static std::optional<std::string> typed(const Column& column, const std::string& word) {
        if (column.type == ColumnType::number) {
            const auto number = whole_number(text::half_width(word));
            return number ? std::optional(std::to_string(*number)) : std::nullopt;
        }
        if (column.type == ColumnType::date) {
            const auto date = text::parse_date(word);
            return date ? std::optional(text::iso(*date)) : std::nullopt;
        }
        if (column.type != ColumnType::choice) return word;
        for (const std::string_view choice : column.choices)
            if (text::fold(choice) == text::fold(word)) return std::string(choice);
        return std::nullopt;
    }

    static std::string expected(const Column& column) {
        const std::string name = "“" + std::string(column.term) + "”";
        if (column.type == ColumnType::number) return name + "要与一个整数比较";
        if (column.type == ColumnType::date) return name + "要与一个日期比较，例如 2026-03-30";
        std::string choices;
        for (const std::string_view choice : column.choices)
            choices += (choices.empty() ? "" : "、") + std::string(choice);
        return name + "没有这个值，只有 " + choices;
    }

    struct Word {
        std::string word;
        std::size_t at = 0;  // in characters from 1
    };

    /// A noun or the name of a column: everything to the next sign, trimmed. A noun may be written 检查（户次）.
    Word next_word() {
        skip_blanks();
        const std::size_t from = at_;
        while (!at_end() && !ends_word(text_[at_])) ++at_;
        return {text::trimmed(text::encode(std::u32string_view(text_).substr(from, at_ - from))), from + 1};
    }

    /// A value: to the next comma, bracket or 或; in quotation marks it may hold anything but one.
    Word next_value() {
        skip_blanks();
        const std::size_t from = at_;
        quoted_ = take(U'"');
        std::u32string value;
        while (!at_end() && (quoted_ ? plain(text_[at_]) != U'"' : !ends_word(text_[at_]) && text_[at_] != U'或'))
            value += text_[at_++];
        if (quoted_ && !take(U'"')) refuse("引号没有配对", text::encode(value), from + 1);
        return {text::trimmed(text::encode(value)), from + 1};
    }

    bool or_word() {
        skip_blanks();
        if (at_end() || text_[at_] != U'或') return false;
        ++at_;
        return true;
    }

    std::optional<Comparison> next_comparison() {
        skip_blanks();
        if (take(U'≠')) return Comparison::not_equal;
        if (take(U'≥')) return Comparison::at_least;
        if (take(U'≤')) return Comparison::at_most;
        if (take(U'=')) {
            if (take(U'>')) return Comparison::at_least;
            if (take(U'<')) return Comparison::at_most;
            return Comparison::equal;
        }
        if (take(U'!')) return take(U'=') ? std::optional(Comparison::not_equal) : std::nullopt;
        if (take(U'>')) return take(U'=') ? Comparison::at_least : Comparison::more;
        if (!take(U'<')) return std::nullopt;
        if (take(U'>')) return Comparison::not_equal;
        return take(U'=') ? Comparison::at_most : Comparison::less;
    }

    void skip_blanks() {
        while (!at_end() && text::is_blank(text_[at_])) ++at_;
    }
    bool at_end() const { return at_ == text_.size(); }
    bool take(char32_t sign) {
        skip_blanks();
        if (at_end() || plain(text_[at_]) != sign) return false;
        ++at_;
        return true;
    }
    std::string sign_here() const { return at_end() ? std::string() : text::encode(text_.substr(at_, 1)); }

    static std::vector<std::string_view> noun_terms() {
        std::vector<std::string_view> terms;
        for (const NounTable& table : vocabulary()) terms.push_back(table.term);
        return terms;
    }
    static std::vector<std::string_view> column_terms(Noun noun) {
        std::vector<std::string_view> terms;
        for (const Column& column : table_of(noun).columns) terms.push_back(column.term);
        return terms;
    }
    static std::vector<std::string_view> near(std::string_view word, const std::vector<std::string_view>& terms) {
        return nearest(word, terms);
    }

    void fail(std::string reason, std::string_view word, std::size_t at,
              const std::vector<std::string_view>& near = {}) {
        if (!failure_) failure_ = Unreadable{std::move(reason), std::string(word), at, strings(near)};
    }
    bool refuse(std::string reason, std::string_view word, std::size_t at,
                const std::vector<std::string_view>& near = {}) {
        fail(std::move(reason), word, at, near);
        return false;
    }

    std::u32string text_;
    std::size_t at_ = 0;
    bool quoted_ = false;
    std::optional<Unreadable> failure_;
};

std::string_view sign_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::equal:
        case Comparison::present:
        case Comparison::absent:
            return "=";
        case Comparison::not_equal:
            return "≠";
        case Comparison::at_least:
            return "≥";
        case Comparison::at_most:
            return "≤";
        case Comparison::more:
            return ">";
        case Comparison::less:
            return "<";
    }
    return {};
}

/// In quotation marks where the value would be read as something else.
std::string value_text(const std::string& value) {
    const std::u32string characters = text::decode(value);
    const bool plainly =
        value != something && value != nothing &&
        std::none_of(characters.begin(), characters.end(), [](char32_t one) { return ends_word(one) || one == U'或'; });
    return plainly ? value : "“" + value + "”";
}

}  // namespace

std::string Unreadable::sentence() const {
    std::string text = "第 " + std::to_string(at) + " 个字";
    text += word.empty() ? "（末尾）" : "“" + word + "”";
    text += "：" + reason;
    for (std::size_t i = 0; i < nearest.size(); ++i) text += (i == 0 ? "；是不是“" : "”、“") + nearest[i];
    return nearest.empty() ? text : text + "”";
}

std::variant<Expression, Unreadable> read_expression(std::string_view text) {
    return Reader(text).read();
}

std::string to_text(const Expression& expression) {
    std::string text(table_of(expression.noun).term);
    if (!expression.figure.empty()) return text + "[" + value_text(expression.figure) + "]";
    for (std::size_t i = 0; i < expression.conditions.size(); ++i) {
        const Condition& condition = expression.conditions[i];
        text += i == 0 ? "[" : ",";
        text += table_of(expression.noun).columns[condition.column].term;
        text += sign_of(condition.comparison);
        if (condition.comparison == Comparison::present) text += something;
        if (condition.comparison == Comparison::absent) text += nothing;
        for (std::size_t j = 0; j < condition.values.size(); ++j)
            text += (j == 0 ? "" : "或") + value_text(condition.values[j]);
    }
    return expression.conditions.empty() ? text : text + "]";
}

}  // namespace duties
