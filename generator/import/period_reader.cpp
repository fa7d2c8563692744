#include "generator/import/period_reader.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "generator/import/clauses.h"
#include "generator/import/period_point.h"
#include "generator/import/quantity_words.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace importing {

namespace {

using records::DatePrecision;
using records::Period;
using records::PeriodSpan;
using Unit = PeriodPoint::Unit;
using Part = PeriodPoint::Part;
using Text = std::u32string_view;

/// What stands around the dates of a clause.
struct Frame {
    std::u32string dates;
    bool before = false;        // 前
    bool not_later = false;     // 不晚于, 截至: the day itself is in
    bool from_then_on = false;  // 起
    bool approximate = false;
};

bool cut_front(Text& text, Text word) {
    const bool there = text.starts_with(word);
    if (there) text.remove_prefix(word.size());
    return there;
}
bool cut_back(Text& text, Text word) {
    const bool there = text.ends_with(word);
    if (there) text.remove_suffix(word.size());
    return there;
}

void cut_leading(Text& text, Frame& frame) {
    for (bool again = true; again;) {
        again = false;
        for (const Text word :
             {Text(U"不晚于"), Text(U"不迟于"), Text(U"最迟"), Text(U"截至"), Text(U"截止到"), Text(U"截止")})
            if (cut_front(text, word)) frame.not_later = again = true;
        for (const Text word : {Text(U"大约"), Text(U"预计"), Text(U"约"), Text(U"拟"), Text(U"初步")})
            if (cut_front(text, word)) frame.approximate = again = true;
        for (const Text word : {Text(U"抽查时间"), Text(U"检查时间"), Text(U"实施时间"), Text(U"完成时限"),
                                Text(U"时间"), Text(U"计划"), Text(U"原则上"), Text(U"每年"), Text(U"自"), Text(U"从"),
                                Text(U"于"), Text(U"在"), Text(U"为"), Text(U":"), Text(U"到")})
            if (!text.starts_with(U"年") && cut_front(text, word)) again = true;
    }
}

void cut_trailing(Text& text, Frame& frame) {
    for (bool again = true; again;) {
        again = false;
        for (const Text word : {Text(U"之前"), Text(U"以前"), Text(U"前")})
            if (cut_back(text, word)) frame.before = again = true;
        for (const Text word : {Text(U"左右"), Text(U"前后"), Text(U"上下")})
            if (cut_back(text, word)) frame.approximate = again = true;
        for (const Text word : {Text(U"以后"), Text(U"之后"), Text(U"开始"), Text(U"起")})
            if (cut_back(text, word)) frame.from_then_on = again = true;
        for (const Text word : {Text(U"期间"), Text(U"完成"), Text(U"完毕"), Text(U"开展"), Text(U"进行"),
                                Text(U"实施"), Text(U"结束"), Text(U"办结"), Text(U"为止"), Text(U"止"), Text(U"检查"),
                                Text(U"抽查"), Text(U"内"), Text(U"之间"), Text(U"全部")})
            if (!(word == U"内" && text.ends_with(U"年内")) && cut_back(text, word)) again = true;
    }
}

Frame frame_of(Text text) {
    Frame frame;
    const std::u32string plain = plain_numerals(text);
    Text rest = plain;
    if (!rest.ends_with(U"前后")) cut_leading(rest, frame);
    cut_trailing(rest, frame);
    cut_leading(rest, frame);
    frame.dates = std::u32string(rest);
    return frame;
}

std::size_t range_sign(Text text, std::size_t at) {
    std::size_t length = 0;
    while (at + length < text.size() && length < 2 && is_one_of(text[at + length], U"-~")) ++length;
    if (length > 0) return length;
    return at < text.size() && is_one_of(text[at], U"至到") ? 1 : 0;
}

struct Written {  // one item: a point or a range of two
    PeriodPoint start;
    std::optional<PeriodPoint> end;
};

/// 3月、9月; 春、秋季; 1月-3月和9月: all of the text, or nothing.
std::optional<std::vector<Written>> read_items(Text text) {
    std::vector<Written> items;
    for (std::size_t at = 0; at < text.size();) {
        const auto start = read_point(text, at);
        if (!start || start->end <= at || items.size() >= 24) return std::nullopt;
        at = start->end;
        Written item{*start, std::nullopt};
        if (const std::size_t sign = range_sign(text, at); sign > 0) {
            item.end = read_point(text, at + sign);
            if (!item.end) return std::nullopt;
            at = item.end->end;
        }
        items.push_back(item);
        if (at == text.size()) break;
        if (!is_one_of(text[at], U"、和及与") || at + 1 == text.size()) return std::nullopt;
        ++at;
    }
    return items.empty() ? std::nullopt : std::optional(items);
}

/// 6-12月 and 3、6、9月: numbers take the unit of the next point; 6月1日-15日: a day takes the month before it.
bool complete(std::vector<Written>& items) {
    std::vector<PeriodPoint*> points;
    for (Written& item : items) {
        points.push_back(&item.start);
        if (item.end) points.push_back(&*item.end);
    }
    for (std::size_t i = points.size(); i-- > 0;) {
        if (points[i]->unit != Unit::number) continue;
        if (i + 1 == points.size()) return false;
        const PeriodPoint& next = *points[i + 1];
        if ((next.unit != Unit::month && next.unit != Unit::quarter) || next.year) return false;
        points[i]->unit = next.unit;
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i]->unit != Unit::day_alone) continue;
        if (i == 0 || points[i - 1]->unit != Unit::day) return false;
        points[i]->unit = Unit::day;
        points[i]->number = points[i - 1]->number;
    }
    return true;
}

/// What follows from the spans alone: 全年, 跨年, an end only.
void set_flags(Period& period) {
    if (period.spans.empty()) period.year_from_plan = period.without_year = period.approximate = false;
    using std::chrono::day;
    using std::chrono::month;
    for (const PeriodSpan& span : period.spans) {
        if (!span.start || !span.end) continue;
        if (span.start->year() != span.end->year()) period.crosses_year = true;
        const bool all = span.start->month() == month(1) && span.start->day() == day(1) &&
                         span.end->month() == month(12) && span.end->day() == day(31);
        if (all && span.start->year() == span.end->year()) period.whole_year = true;
    }
    period.deadline_only = !period.spans.empty() && std::all_of(period.spans.begin(), period.spans.end(),
                                                                [](const PeriodSpan& span) { return !span.start; });
}

class Reader {
  public:
    Reader(std::optional<int> plan_year, bool deadline) : plan_year_(plan_year), deadline_(deadline) {}

    Period read(std::string_view cell) {
        period_.raw = std::string(cell);
        if (text::blank(cell)) return std::move(period_);
        if (cell.size() > longest_expression) {
            problem("内容过长，请只写时间，其余写入备注");
        } else if (const auto day = text::parse_date(cell)) {
            add(deadline_ ? PeriodSpan{std::nullopt, *day} : PeriodSpan{*day, *day});
        } else {
            for (const Clause& clause : split_clauses(cell, false)) take(clause.text);
            for (const std::u32string& words : unread_) judge(words);
        }
        set_flags(period_);
        return std::move(period_);
    }

  private:
    void take(const std::u32string& words) {
        if (says_undetermined(words) || contains(words, U"适时") || contains(words, U"不定期") ||
            words.ends_with(U"通知")) {
            period_.undetermined = true;
            return;
        }
        const Frame frame = frame_of(words);
        auto items = read_items(frame.dates);
        if (!items || !complete(*items)) {
            unread_.push_back(words);
            return;
        }
        if (frame.approximate) period_.approximate = true;
        for (const Written& item : *items) one_item(words, frame, item, items->size() == 1);
    }

    int year_of(const Written& item) {
        if (item.start.year) return *(last_year_ = item.start.year);
        if (last_year_) return *last_year_;
        if (item.end && item.end->year) return *item.end->year;
        if (plan_year_) {
            period_.year_from_plan = true;
            return *plan_year_;
        }
        period_.without_year = true;
        return 0;
    }

    void one_item(const std::u32string& words, const Frame& frame, const Written& item, bool only) {
        const int year = year_of(item) + (item.start.following_year ? 1 : 0);
        const auto start = days_of(item.start, year);
        if (!start) return problem("“" + text::encode(words) + "”中没有这样的日期，请核对");
        if (item.start.unit == Unit::season || (item.start.part != Part::whole && !item.start.ten_days && item.end))
            period_.approximate = true;
        if (!item.end) return one_point(frame, item.start, *start, only);
        int end_year = item.end->year.value_or(year + (item.end->following_year ? 1 : 0));
        const auto end = days_of(*item.end, end_year);
        if (!end) return problem("“" + text::encode(words) + "”中没有这样的日期，请核对");
        if (end->last < start->first) {
            const bool silent = !item.end->year && !item.end->following_year;
            return problem("“" + text::encode(words) + "”的结束早于开始" +
                           (silent ? "，可能是次年，请写明年份" : "，请核对"));
        }
        if (frame.before || frame.from_then_on) return problem("“" + text::encode(words) + "”没有读懂，请写明起止日期");
        add({start->first, end->last, start->precision, end->precision});
    }

    void one_point(const Frame& frame, const PeriodPoint& point, const PointDays& days, bool only) {
        const bool at_end = point.part == Part::end;
        if (frame.from_then_on) {
            add({days.first, std::nullopt, days.precision, days.precision});
        } else if (frame.before && point.unit != Unit::day && !at_end) {  // 4月前: before it begins
            period_.approximate = true;
            add({std::nullopt, text::plus_days(days.first, -1), days.precision, days.precision});
        } else if (frame.before || frame.not_later || (only && at_end) || deadline_) {
            const DatePrecision precision = at_end ? DatePrecision::month : days.precision;
            add({std::nullopt, days.last, precision, precision});
        } else {
            if (point.part == Part::early || point.part == Part::middle || at_end)
                period_.approximate = period_.approximate || !point.ten_days;
            add({days.first, days.last, days.precision, days.precision});
        }
    }

    void add(const PeriodSpan& span) { period_.spans.push_back(span); }

    /// A clause that is no date: a remark when it says nothing of time and something else does, else unreadable.
    void judge(const std::u32string& words) {
        const bool timely = std::any_of(words.begin(), words.end(),
                                        [](char32_t c) { return is_digit(c) || is_one_of(c, U"月季周日"); });
        if (!timely && (!period_.spans.empty() || period_.undetermined))
            period_.remarks.push_back(text::encode(words));
        else
            problem("“" + text::encode(words) + "”没有读懂，请写成“2024年3月—11月”的样子；如尚未确定，请写“待定”");
    }

    void problem(const std::string& sentence) {
        if (period_.unreadable.size() > 600) return;
        if (!period_.unreadable.empty()) period_.unreadable += "；";
        period_.unreadable += sentence.size() <= 600 ? sentence : std::string(text::truncate(sentence, 120)) + "…";
    }

    std::optional<int> plan_year_;
    bool deadline_;
    Period period_;
    std::optional<int> last_year_;
    std::vector<std::u32string> unread_;
};

}  // namespace

Period read_period(std::string_view cell, std::optional<int> plan_year, bool deadline) {
    return Reader(plan_year, deadline).read(cell);
}

Period period_between(std::string_view from, std::string_view to, std::optional<int> plan_year) {
    if (text::blank(from)) return read_period(to, plan_year, true);
    if (text::blank(to)) return read_period(from, plan_year);
    const Period start = read_period(from, plan_year);
    const Period end = read_period(to, plan_year);
    Period period;
    period.raw = text::trimmed(from) + "—" + text::trimmed(to);
    if (start.spans.size() != 1 || end.spans.size() != 1 || !start.spans[0].start || !end.spans[0].end) {
        period.unreadable = "“" + period.raw + "”的两端没有都读成日期，请核对";
    } else if (*end.spans[0].end < *start.spans[0].start) {
        period.unreadable = "“" + period.raw + "”的结束早于开始，请核对";
    } else {
        period.spans = {
            {start.spans[0].start, end.spans[0].end, start.spans[0].start_precision, end.spans[0].end_precision}};
        period.year_from_plan = start.year_from_plan || end.year_from_plan;
        period.without_year = start.without_year || end.without_year;
        period.approximate = start.approximate || end.approximate;
        set_flags(period);
    }
    return period;
}

}  // namespace importing
