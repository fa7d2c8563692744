#include "generator/duties/fixed_dates.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "generator/duties/deadlines.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/number.h"
#include "text/utf8.h"

namespace duties {

namespace {

constexpr std::string_view monthly = "每月", comma = "、";
constexpr std::size_t most_days = 24, most_characters_of_dates = 300;

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.size() > 4 || error != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

/// 每月20日 → 每月20.
std::optional<std::string> day_of_month(std::string_view part) {
    part.remove_prefix(monthly.size());
    for (const std::string_view ending : {"日", "号"})
        if (part.ends_with(ending)) part.remove_suffix(ending.size());
    const auto day = number(part);
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    return std::string(monthly) + (*day < 10 ? "0" : "") + std::to_string(*day);
}

/// 11-01, 11月1日 → 11-01; a whole date → ISO.
std::optional<std::string> one_day(const std::string& part) {
    if (part.starts_with(monthly)) return day_of_month(part);
    if (const auto whole = text::parse_date(part)) return text::iso(*whole);
    const bool chinese = part.find("月") != part.npos;
    const auto of_a_leap_year = text::parse_date((chinese ? "2024年" : "2024-") + part);
    return of_a_leap_year ? std::optional(text::iso(*of_a_leap_year).substr(5)) : std::nullopt;
}

/// A 期间 as written: its year, and a month or a number among several a year.
struct Written {
    std::string_view year;
    std::optional<int> month, turn;
};

bool take_front(std::string_view& text, std::string_view word) {
    if (!text.starts_with(word)) return false;
    text.remove_prefix(word.size());
    return true;
}
bool take_back(std::string_view& text, std::string_view word) {
    if (!text.ends_with(word)) return false;
    text.remove_suffix(word.size());
    return true;
}

std::optional<int> small_number(std::string_view text) {
    const auto chinese = text::parse_chinese_numeral(text);
    if (chinese && *chinese > 24) return std::nullopt;
    const std::optional<int> read = chinese            ? std::optional(static_cast<int>(*chinese))
                                    : text.size() <= 2 ? number(text)
                                                       : std::nullopt;
    return read && *read >= 1 && *read <= 24 ? read : std::nullopt;
}

/// 第一季度, 一季度, Q1, 第1次, 第1期, 上半年: which of several.
std::optional<int> turn_of(std::string_view text) {
    if (text == "上半年") return 1;
    if (text == "下半年") return 2;
    bool framed = take_front(text, "第") || take_front(text, "q");
    for (const std::string_view ending : {"季度", "季", "期", "次"}) framed = take_back(text, ending) || framed;
    return framed ? small_number(text) : std::nullopt;
}

/// Of a folded text; nothing when it is no 期间.
std::optional<Written> read_period(std::string_view text) {
    if (text.size() < 4 || !number(text.substr(0, 4))) return std::nullopt;
    Written written{text.substr(0, 4), std::nullopt, std::nullopt};
    text.remove_prefix(4);
    for (const std::string_view frame : {"年度", "年", "-", "/", "."})
        if (take_front(text, frame)) break;
    if (text.empty()) return written;
    if ((written.turn = turn_of(text))) return written;
    if (!take_back(text, "月份")) take_back(text, "月");
    written.month = small_number(text);
    return written.month ? std::optional(written) : std::nullopt;
}

}  // namespace

std::variant<std::string, Unreadable> read_fixed_dates(std::string_view text) {
    if (text::count_code_points(text) > most_characters_of_dates) return Unreadable{"固定日期太长", "", 1, {}};
    std::set<std::string> days;
    std::size_t at = 1;
    const std::u32string characters = text::decode(text::half_width(text));
    std::u32string part;
    for (std::size_t i = 0; i <= characters.size(); ++i) {
        if (i < characters.size() && std::u32string_view(U"、,;；").find(characters[i]) == std::u32string_view::npos) {
            part += characters[i];
            continue;
        }
        const std::string written = text::trimmed(text::encode(part));
        const auto day = one_day(written);
        if (!day) return Unreadable{"不是日期，应写成 11-01、2024-03-30、04-01、07-01 或 每月20", written, at, {}};
        days.insert(*day);
        at = i + 2;
        part.clear();
    }
    if (days.size() > most_days) return Unreadable{"日期太多，最多 24 个", "", 1, {}};
    const bool some_monthly = is_monthly(*days.rbegin());
    if (some_monthly && days.size() > 1) return Unreadable{"每月的日期只能写一个", *days.rbegin(), 1, {}};
    std::string standard;
    for (const std::string& day : days) standard += (standard.empty() ? "" : std::string(comma)) + day;
    return standard;
}

bool is_monthly(std::string_view fixed_date) {
    return fixed_date.starts_with(monthly);
}

std::vector<Period> periods(const records::RuleFacts& rule, int year) {
    std::vector<text::Date> days = fixed_days(rule, year);
    std::erase_if(days, [&](text::Date day) { return static_cast<int>(day.year()) != year; });
    const bool every_month = is_monthly(rule.fixed_date);
    std::vector<Period> named;
    for (const text::Date day : days) {
        Period period;
        period.year = year;
        period.due_on = text::iso(day);
        if (!every_month && days.size() > 1) period.turn = static_cast<int>(named.size()) + 1;
        period.monthly = every_month;
        named.push_back(period);
    }
    return named;
}

std::string Period::name() const {
    const std::string text = std::to_string(year) + "年";
    if (monthly) return text + std::to_string(*number(month())) + "月";
    return turn == 0 ? text : text + "第" + std::to_string(turn) + "次";
}

std::string_view Period::month() const {
    return std::string_view(due_on).substr(5, 2);
}

std::optional<std::string> standard_period(std::string_view written) {
    if (const auto day = text::parse_date(written)) return text::iso(*day);
    const std::string folded = text::fold(written);
    const auto read = read_period(folded);
    if (!read) return std::nullopt;
    std::string standard(read->year);
    if (read->turn) return standard + "-Q" + std::to_string(*read->turn);
    if (!read->month) return standard;
    return *read->month <= 12
               ? std::optional(standard + (*read->month < 10 ? "-0" : "-") + std::to_string(*read->month))
               : std::nullopt;
}

bool names_period(std::string_view written, const Period& period) {
    if (const auto day = text::parse_date(written)) return text::iso(*day) == period.due_on;
    const std::string folded = text::fold(written);
    const auto read = read_period(folded);
    if (!read || read->year != std::to_string(period.year)) return false;
    const bool once_a_year = !period.monthly && period.turn == 0;
    if (read->month) return once_a_year || read->month == number(period.month());
    if (read->turn) return once_a_year || (!period.monthly && read->turn == period.turn);
    return once_a_year;
}

}  // namespace duties
