#include "generator/pages/due_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>
#include <vector>

#include "generator/pages/open_duties.h"
#include "generator/pages/parts.h"
#include "generator/pages/wording.h"
#include "text/date.h"

namespace pages {
namespace {

constexpr std::size_t line_bytes = 75;         // RFC 5545 3.1, without the line end
constexpr std::size_t events_at_most = 2'000;  // a calendar; the nearest due dates are kept

// A calendar must have a component (RFC 5545 3.6), also on the day when nothing is due.
constexpr std::string_view time_zone =
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19920101T000000\r\n"
    "TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

/// The follow-ups of one task that are due on one day are one event; all others are events of their own.
std::vector<OpenDuty> events_of(std::vector<OpenDuty> duties) {
    std::map<std::string, std::size_t> known;  // identity → its event
    std::vector<OpenDuty> events;
    for (OpenDuty& duty : duties) {
        const auto [found, first] = known.emplace(duty.identity, events.size());
        if (!first) {
            ++events[found->second].count;
            continue;
        }
        if (duty.kind == "后续处置") duty.name = duty.detail;
        if (duty.kind == "报送" && !duty.detail.empty()) duty.name += fmt::format("（{}）", duty.detail);
        events.push_back(std::move(duty));
    }
    return events;
}

std::string basic_date(std::string_view iso) {
    std::string text;
    for (const char c : iso.substr(0, 10))
        if (c != '-') text += c;
    return text;
}

/// The day after: DTEND of an all-day event is exclusive.
std::string next_day(const std::string& iso) {
    const auto date = text::parse_iso(iso);
    if (!date) return iso;
    return text::iso(text::Date(std::chrono::sys_days(*date) + std::chrono::days(1)));
}

std::string host_of(const Site& site) {
    std::string_view url = site.facts.base_url;
    if (const std::size_t at = url.find("://"); at != std::string_view::npos)
        url.remove_prefix(at + 3);
    else
        return "gongshi.invalid";
    return std::string(url.substr(0, url.find_first_of("/:?#")));
}

std::string event_text(const Site& site, const OpenDuty& event) {
    const std::string state = event.due.state == "overdue" ? "逾期·" : event.due.provisional ? "暂定·" : "";
    const std::string count = event.count > 1 ? fmt::format("（{}户）", event.count) : "";
    std::string text = "BEGIN:VEVENT\r\n";
    const auto line = [&](std::string_view name, const std::string& value) {
        text += folded_line(fmt::format("{}:{}", name, value));
    };
    line("UID", fmt::format("due-{}@{}", event.identity, host_of(site)));
    line("DTSTAMP", basic_date(event.known_on.size() >= 10 ? event.known_on : event.due.on) + "T000000Z");
    line("DTSTART;VALUE=DATE", basic_date(event.due.on));
    line("DTEND;VALUE=DATE", basic_date(next_day(event.due.on)));
    line("SUMMARY", calendar_text(fmt::format("{}{}期限：{}{}", state, event.kind, event.name, count)));
    line("DESCRIPTION", calendar_text(fmt::format("{}\n{}", site.office_name(event.office), due_words(event.due))));
    line("CATEGORIES", calendar_text(site.office_name(event.office)));
    if (!site.base().empty()) line("URL", site.base() + event.address);
    line("STATUS", event.due.provisional ? "TENTATIVE" : "CONFIRMED");
    line("TRANSP", "TRANSPARENT");
    return text + "END:VEVENT\r\n";
}

void write_one(const Site& site, const std::vector<OpenDuty>& events, std::string_view area) {
    const std::string name = fmt::format("{}{}：期限", area.empty() ? site.facts.name : site.office_name(area),
                                         site.facts.demo ? "（演示数据）" : "");
    std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//gongshi//due dates//ZH\r\nCALSCALE:GREGORIAN\r\n";
    text += folded_line("NAME:" + calendar_text(name)) + folded_line("X-WR-CALNAME:" + calendar_text(name));
    text += time_zone;
    std::size_t written = 0;
    for (const OpenDuty& event : events) {
        if (!area.empty() && event.office != area) continue;
        if (++written > events_at_most) break;
        text += event_text(site, event);
    }
    site.put(due_calendar(area), text + "END:VCALENDAR\r\n");
}

}  // namespace

void write_due_calendars(const Site& site, records::PublicSite& records) {
    std::vector<OpenDuty> events = events_of(open_duties(site, records));
    // Those due last first, so that a calendar that is cut loses what is long past.
    std::stable_sort(events.begin(), events.end(), [](const OpenDuty& a, const OpenDuty& b) {
        return std::tie(b.due.on, a.identity) < std::tie(a.due.on, b.identity);
    });
    write_one(site, events, "");
    for (const records::Office& office : site.offices) write_one(site, events, office.area);
}

std::string due_calendar(std::string_view area) {
    return area.empty() ? "due.ics" : records::address::office(area) + "due.ics";
}

std::string folded_line(std::string_view line) {
    std::string text;
    std::size_t room = line_bytes;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
        if (cut == 0) cut = room;  // no character is that long: the text is not UTF-8
        text.append(line.substr(0, cut)).append("\r\n ");
        line.remove_prefix(cut);
        room = line_bytes - 1;  // the blank that goes before counts
    }
    return text.append(line).append("\r\n");
}

std::string calendar_text(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',')
            safe += fmt::format("\\{}", c);
        else if (c == '\n')
            safe += "\\n";
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            safe += c;
    }
    return safe;
}

}  // namespace pages
