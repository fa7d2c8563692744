#include "generator/publish/private_numbers.h"

#include <algorithm>
#include <map>

#include "generator/publish/digit_runs.h"
#include "text/codes.h"

namespace publish {

namespace {

/// A stretch of a run that may be one number.
struct Stretch {
    std::string digits;
    std::uint32_t first = 0, last = 0;
    int tokens = 0;
    bool lists = false;    // a comma or the like inside
    bool dates = false;    // part of a date inside
    bool rising = false;   // four or more numbers, each larger than the one before: an enumeration
    bool grouped = false;  // 15,000,000,000: written as an amount
    bool amount = false;   // 1,500,000.0000: one without doubt
    int letters = 0;       // o, l or i in the place of a digit
};

class StretchReader {
  public:
    StretchReader(const DigitRun& run, std::size_t start) : run_(run), start_(start) {}

    /// `length` digits from the start on, to the end of a token; the last may be x when the length is 18.
    std::optional<Stretch> read(std::size_t length) {
        const std::size_t end = start_ + length;
        if (end > run_.size() || !(end == run_.size() || run_[end].starts || !run_[end].is_digit()))
            return std::nullopt;
        Stretch stretch;
        bool commas_only = true, threes = true, rising = true, point = false;
        std::size_t token = 0;
        std::int64_t value = -1, before = -1;
        for (std::size_t i = start_; i < end; ++i) {
            const RunDigit& digit = run_[i];
            const bool last_x = length == 18 && i + 1 == end && digit.d == 'x';
            if (!digit.is_digit() && !last_x) return std::nullopt;
            if (i == start_ || digit.starts) {
                rising = rising && (i == start_ || (value > before && run_[token].d != '0'));
                if (stretch.tokens > 1) threes = threes && i - token == 3;
                before = value, value = 0, token = i;
                ++stretch.tokens;
                if (i > start_) stretch.lists = stretch.lists || digit.after_list;
                point = i > start_ && digit.between == U'.' && commas_only && threes && stretch.tokens > 2;
                if (i > start_) commas_only = commas_only && (digit.between == U',' || digit.between == U'，');
            }
            if (value < 1'000'000'000'000) value = value * 10 + (digit.d - '0');
            stretch.dates = stretch.dates || digit.date;
            stretch.letters += digit.letter;
            stretch.digits += digit.d == 'x' ? 'X' : digit.d;
        }
        stretch.amount = point;
        threes = threes && end - token == 3;
        stretch.rising = rising && stretch.tokens >= 4 && value > before && run_[token].d != '0';
        stretch.grouped = stretch.tokens > 1 && commas_only && threes;
        stretch.first = run_[start_].first, stretch.last = run_[end - 1].last;
        return stretch;
    }

  private:
    const DigitRun& run_;
    std::size_t start_;
};

bool all_digits(std::string_view digits) {
    return digits.find_first_not_of("0123456789") == digits.npos;
}

/// 18 digits as a task number (国家局公示编号): area, a day since 2014, the kind digit 1, a serial.
bool task_number_form(std::string_view digits) {
    return digits.size() == 18 && all_digits(digits) && digits[14] == '1' && digits.substr(6, 4) >= "2014";
}

std::string masked(std::string_view digits) {
    if (digits.size() == 11) return std::string(digits.substr(0, 3)) + "****" + std::string(digits.substr(7));
    return std::string(digits.substr(0, 2)) + std::string(digits.size() - 5, '*') +
           std::string(digits.substr(digits.size() - 3));
}

class NumberFinder {
  public:
    NumberFinder(const Signs& signs, ColumnSort sort, std::vector<PrivateFinding>& into)
        : signs_(signs.all), sort_(sort), into_(into) {}

    /// `doubtful`: signs were left out to read it so.
    void look(const DigitRun& run, bool doubtful) {
        doubtful_ = doubtful;
        for (std::size_t start = 0; start < run.size(); ++start) {
            if (!run[start].starts || !run[start].is_digit()) continue;
            StretchReader reader(run, start);
            if (const auto stretch = reader.read(18)) citizen_18(*stretch);
            for (const auto& [length, prefix] : prefixes) {
                const auto stretch = run[start].d == prefix[0] ? reader.read(length) : std::nullopt;
                if (stretch && stretch->digits.starts_with(prefix)) mobile(*stretch, prefix.size());
            }
            if (const auto stretch = run[start].d == '1' ? reader.read(11) : std::nullopt) mobile(*stretch, 0);
            if (const auto stretch = reader.read(15)) citizen_15(*stretch);
        }
    }
    void look_masked(const DigitRun& run) {
        doubtful_ = false;
        for (std::size_t start = 0; start < run.size(); ++start)
            if (run[start].starts && run[start].is_digit()) masked_at(run, start);
    }

  private:
    static constexpr int most_letters_of_a_code = 2;
    static constexpr std::pair<std::size_t, std::string_view> prefixes[] = {{13, "86"}, {15, "0086"}, {12, "0"}};

    void citizen_18(const Stretch& stretch) {
        if (!text::read_citizen_number(stretch.digits)) return;
        const bool task = task_number_form(stretch.digits);
        if (sort_ == ColumnSort::number && task && stretch.tokens == 1) return;
        if (sort_ == ColumnSort::code && stretch.letters > 0 && stretch.letters <= most_letters_of_a_code) return;
        add("公民身份号码", stretch, "",
            task || stretch.lists || stretch.letters > 0 || text::read_code(stretch.digits).accepted());
    }
    void citizen_15(const Stretch& stretch) {
        if (stretch.dates || stretch.rising || stretch.grouped || stretch.amount || !all_digits(stretch.digits)) return;
        if (!text::read_citizen_number(stretch.digits)) return;
        const bool registration = text::read_code(stretch.digits).accepted();
        if (sort_ == ColumnSort::code && registration && stretch.tokens == 1) return;
        add("公民身份号码（15位）", stretch, "", registration || stretch.tokens > 1 || sort_ == ColumnSort::number);
    }
    void mobile(const Stretch& stretch, std::size_t prefix) {
        const std::string digits = stretch.digits.substr(prefix);
        if (digits[0] != '1' || digits[1] < '3' || stretch.dates || stretch.rising || stretch.amount) return;
        add("手机号码", {digits, stretch.first, stretch.last}, digits,
            stretch.lists || stretch.grouped || sort_ == ColumnSort::number || counts_something(stretch.last));
    }
    /// 13800000000元, 1681388.9315（万元）: what follows makes it an amount.
    bool counts_something(std::uint32_t last) const {
        auto next = std::lower_bound(signs_.begin(), signs_.end(), last,
                                     [](const Sign& sign, std::uint32_t at) { return sign.first < at; });
        for (int most = 0; most < 2 && next != signs_.end() && next->kind == Sign::Kind::joiner; ++most) ++next;
        constexpr std::u32string_view units = U"元万亿户家%美";
        return next != signs_.end() && units.find(next->c) != units.npos;
    }

    /// Digits, then hidden ones, then perhaps digits again.
    void masked_at(const DigitRun& run, std::size_t start) {
        std::string head, tail;
        std::size_t hidden = 0, i = start;
        for (; i < run.size() && run[i].is_digit() && head.size() <= 18; ++i) head += run[i].d;
        for (; i < run.size() && !run[i].is_digit(); ++i) ++hidden;
        if (hidden == 0 || head.size() < 4) return;
        const std::size_t tail_start = i;
        for (; i < run.size() && run[i].is_digit() && (i == tail_start || !run[i].starts); ++i) tail += run[i].d;
        const std::size_t whole = head.size() + hidden + tail.size(), shown = head.size() + tail.size();
        const Stretch stretch{head, run[start].first, run[i - 1].last};
        const bool only_x = std::none_of(run.begin() + static_cast<std::ptrdiff_t>(tail_start - hidden),
                                         run.begin() + static_cast<std::ptrdiff_t>(tail_start),
                                         [](const RunDigit& digit) { return digit.d == '*'; });
        // Letters of a code, measures, a check character.
        const std::size_t fewest_x = sort_ == ColumnSort::code ? 4 : head.size() > 10 ? 3 : 2;
        if (only_x && (hidden < fewest_x || run[start].after_letter || run[start].letter)) return;
        if (head[0] == '1' && head[1] >= '3' && whole >= 9 && whole <= 12 && (shown >= 8 || head.size() >= 7) &&
            shown <= 11)
            add("手机号码（遮盖不足）", stretch, "", false);
        else if (whole >= 14 && whole <= 20 && (head.size() >= 8 || tail.size() > 4) && starts_as_citizen(head))
            add("公民身份号码（遮盖不足）", stretch, "", false);
    }
    /// Area and as much of the birthday as is shown could be a person's.
    static bool starts_as_citizen(std::string_view head) {
        constexpr std::string_view some_birthday = "19900101000";
        if (head.size() < 6) return false;
        if (head.size() > 6 && head[6] != '1' && head[6] != '2') return false;
        std::string number(head.substr(0, head.size() >= 14 ? 17 : head.size() >= 10 ? 10 : 6));
        number += some_birthday.substr(number.size() - 6);
        const auto check = text::citizen_check_character(number);
        return check && text::read_citizen_number(number + *check).has_value();
    }

    void add(const char* what, const Stretch& stretch, std::string key, bool held) {
        const auto after = taken_.lower_bound(stretch.first + 1);
        if (after != taken_.end() && after->first < stretch.last) return;
        if (after != taken_.begin() && std::prev(after)->second > stretch.first) return;
        taken_[stretch.first] = stretch.last;
        const bool hidden = std::string_view(what).find("遮盖") != std::string_view::npos;
        into_.push_back({what, hidden ? stretch.digits.substr(0, 3) + "***" : masked(stretch.digits), std::move(key),
                         stretch.first, stretch.last, held || doubtful_});
    }

    const std::vector<Sign>& signs_;
    ColumnSort sort_;
    std::vector<PrivateFinding>& into_;
    std::map<std::uint32_t, std::uint32_t> taken_;  // where numbers were found: first → last
    bool doubtful_ = false;
};

}  // namespace

void find_numbers(const Signs& signs, ColumnSort sort, std::vector<PrivateFinding>& into) {
    NumberFinder finder(signs, sort, into);
    for (const DigitRun& run : digit_runs(signs)) {
        finder.look(run, false);
        if (std::all_of(run.begin(), run.end(), [](const RunDigit& digit) { return digit.is_digit(); })) continue;
        finder.look(without_small_masks(run), true);
        finder.look_masked(run);
    }
}

}  // namespace publish
