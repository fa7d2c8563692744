#include "text/date.h"

#include <cmath>

#include "text/fold.h"
#include "text/number.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr int minutes_a_day = 24 * 60;

// The serial number of the day after 9999-12-31.
double serial_end(SerialEpoch epoch) {
    return epoch == SerialEpoch::from_1900 ? 2958466 : 2957004;
}

int year_of(Date date) {
    return static_cast<int>(date.year());
}
int month_of(Date date) {
    return static_cast<int>(static_cast<unsigned>(date.month()));
}
int day_of(Date date) {
    return static_cast<int>(static_cast<unsigned>(date.day()));
}

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

// Reads a cell's date from left to right. The text has been made half width and trimmed, so only the form is left.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(decode(text)) {}

    bool at_end() const { return at_ == text_.size(); }

    void skip_blanks() {
        while (!at_end() && is_blank(text_[at_])) ++at_;
    }

    bool take(char32_t wanted) {
        if (at_end() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    /// As take, with blanks on either side.
    bool take_sign(char32_t wanted) {
        const std::size_t before = at_;
        skip_blanks();
        if (!take(wanted)) {
            at_ = before;
            return false;
        }
        skip_blanks();
        return true;
    }

    std::optional<int> digits(std::size_t least, std::size_t most) {
        std::size_t length = 0;
        int value = 0;
        while (length < most && at_ + length < text_.size() && is_digit(text_[at_ + length]))
            value = value * 10 + static_cast<int>(text_[at_ + length++] - U'0');
        if (length < least || (at_ + length < text_.size() && is_digit(text_[at_ + length]))) return std::nullopt;
        at_ += length;
        return value;
    }

    /// What stands before `unit` (年, 月, 日) as a Chinese numeral of at most four characters.
    std::optional<int> chinese_before(char32_t unit) {
        const std::size_t end = text_.find(unit, at_);
        if (end == std::u32string::npos || end == at_ || end - at_ > 4) return std::nullopt;
        const auto value = parse_chinese_numeral(encode(std::u32string_view(text_).substr(at_, end - at_)));
        if (!value) return std::nullopt;
        at_ = end + 1;
        return static_cast<int>(*value);
    }

    std::size_t digits_ahead() const {
        std::size_t length = 0;
        while (at_ + length < text_.size() && is_digit(text_[at_ + length])) ++length;
        return length;
    }

  private:
    std::u32string text_;
    std::size_t at_ = 0;
};

// 2024年3月19日, also with blanks, and 二〇二四年三月十九日.
std::optional<Date> chinese_date(Reader& reader) {
    if (reader.digits_ahead() == 0) {
        const auto year = reader.chinese_before(U'年');
        const auto month = year ? reader.chinese_before(U'月') : std::nullopt;
        const auto day = month ? reader.chinese_before(U'日') : std::nullopt;
        return day ? make_date(*year, *month, *day) : std::nullopt;
    }
    const auto year = reader.digits(4, 4);
    if (!year || !reader.take_sign(U'年')) return std::nullopt;
    const auto month = reader.digits(1, 2);
    if (!month || !reader.take_sign(U'月')) return std::nullopt;
    const auto day = reader.digits(1, 2);
    if (!day || !(reader.take_sign(U'日') || reader.take_sign(U'号'))) return std::nullopt;
    return make_date(*year, *month, *day);
}

std::optional<Date> separated_date(Reader& reader, char32_t separator) {
    const auto year = reader.digits(4, 4);
    if (!year || !reader.take_sign(separator)) return std::nullopt;
    const auto month = reader.digits(1, 2);
    if (!month || !reader.take_sign(separator)) return std::nullopt;
    const auto day = reader.digits(1, 2);
    return day ? make_date(*year, *month, *day) : std::nullopt;
}

std::optional<Date> date_part(Reader& reader) {
    if (reader.digits_ahead() == 8) {
        const int together = *reader.digits(8, 8);
        return make_date(together / 10000, together / 100 % 100, together % 100);
    }
    const Reader start = reader;
    for (const char32_t separator : {U'-', U'/', U'.'}) {
        if (const auto date = separated_date(reader, separator)) return date;
        reader = start;
    }
    return chinese_date(reader);
}

// 10:05, 10:05:30, 10:05:30.000, 10时05分, 10时; the zone +08:00 may follow.
std::optional<int> time_part(Reader& reader) {
    const auto hour = reader.digits(1, 2);
    if (!hour || *hour > 23) return std::nullopt;
    int minute = 0;
    if (reader.take_sign(U'时') || reader.take_sign(U'点')) {
        if (reader.digits_ahead() > 0) {
            const auto minutes = reader.digits(1, 2);
            if (!minutes || *minutes > 59 || !reader.take_sign(U'分')) return std::nullopt;
            minute = *minutes;
        }
        return *hour * 60 + minute;
    }
    if (!reader.take(U':')) return std::nullopt;
    const auto minutes = reader.digits(2, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    if (reader.take(U':')) {
        const auto seconds = reader.digits(2, 2);
        if (!seconds || *seconds > 59) return std::nullopt;
        if (reader.take(U'.') && !reader.digits(1, 6)) return std::nullopt;
    }
    if (reader.take(U'+')) {
        const auto zone = reader.digits(2, 2);
        if (zone != 8 || !reader.take(U':') || reader.digits(2, 2) != 0) return std::nullopt;
    }
    return *hour * 60 + *minutes;
}

// A cell's date and, when there is one, the minute; nothing when anything is left over.
struct DateAndTime {
    Date date;
    std::optional<int> minute;
};

std::optional<DateAndTime> read(std::string_view text) {
    constexpr std::size_t longest = 200;  // bytes; hostile cells are not looked through
    if (text.size() > longest) return std::nullopt;
    Reader reader(half_width(trimmed(text)));
    const auto date = date_part(reader);
    if (!date) return std::nullopt;
    reader.skip_blanks();
    if (reader.at_end()) return DateAndTime{*date, std::nullopt};
    reader.take(U'T');
    const auto minute = time_part(reader);
    if (!minute || !reader.at_end()) return std::nullopt;
    return DateAndTime{*date, minute};
}

}  // namespace

std::string iso(Date date) {
    return padded(year_of(date), 4) + "-" + padded(month_of(date), 2) + "-" + padded(day_of(date), 2);
}

std::string iso(const Moment& moment) {
    return iso(moment.date) + "T" + padded(moment.minute / 60, 2) + ":" + padded(moment.minute % 60, 2) + "+08:00";
}

std::string chinese(Date date) {
    return padded(year_of(date), 1) + "年" + padded(month_of(date), 1) + "月" + padded(day_of(date), 1) + "日";
}

std::string chinese(const Moment& moment) {
    return chinese(moment.date) + padded(moment.minute / 60, 1) + "时" + padded(moment.minute % 60, 2) + "分";
}

std::optional<Date> make_date(int year, int month, int day) {
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const Date date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                    std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> parse_iso(std::string_view text) {
    const auto date = text.size() == 10 ? parse_date(text) : std::nullopt;
    return date && iso(*date) == text ? date : std::nullopt;
}

std::optional<Moment> parse_iso_moment(std::string_view text) {
    const auto moment = parse_moment(text);
    return moment && iso(*moment) == text ? moment : std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
    const auto found = read(text);
    return found ? std::optional(found->date) : std::nullopt;
}

std::optional<Moment> parse_moment(std::string_view text) {
    const auto found = read(text);
    return found && found->minute ? std::optional(Moment{found->date, *found->minute}) : std::nullopt;
}

std::optional<Moment> serial_moment(double serial, SerialEpoch epoch) {
    if (!(serial >= 0 && serial < serial_end(epoch))) return std::nullopt;
    double whole = std::floor(serial);
    int minute = static_cast<int>(std::lround((serial - whole) * minutes_a_day));
    if (minute == minutes_a_day) {
        minute = 0;
        whole += 1;
    }
    const auto date = serial_date(whole, epoch);
    return date ? std::optional(Moment{*date, minute}) : std::nullopt;
}

std::optional<Date> serial_date(double serial, SerialEpoch epoch) {
    if (!(serial >= 0 && serial < serial_end(epoch))) return std::nullopt;
    const int day = static_cast<int>(std::floor(serial));
    if (epoch == SerialEpoch::from_1904) return plus_days(Date(std::chrono::year(1904) / 1 / 1), day);
    if (day == 0 || day == 60) return std::nullopt;
    return plus_days(Date(std::chrono::year(1899) / 12 / 31), day > 60 ? day - 1 : day);
}

Date plus_days(Date date, int days) {
    return Date(std::chrono::sys_days(date) + std::chrono::days(days));
}

int days_between(Date from, Date to) {
    return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count());
}

}  // namespace text
