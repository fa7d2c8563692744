#include "generator/pages/due_calendar.h"

#include <catch2/catch.hpp>

#include "tests/pages_site.h"
#include "text/utf8.h"

using namespace tests;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        lines.push_back(text.substr(at, end - at));
        at = end + 2;
    }
    return lines;
}

std::string unfolded(std::string text) {
    for (std::size_t at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
}

}  // namespace

TEST_CASE("a long line of a calendar is folded at 75 bytes and never within a character", "[pages]") {
    std::string line = "SUMMARY:";
    for (int i = 0; i < 60; ++i) line += "期";
    const std::string folded = pages::folded_line(line);
    const auto lines = lines_of(folded);
    CHECK(lines.size() == 3);
    for (const std::string& part : lines) {
        CHECK(part.size() <= 75);
        CHECK(text::is_utf8(part));
    }
    CHECK(unfolded(folded) == line + "\r\n");
    CHECK(pages::folded_line("UID:1") == "UID:1\r\n");
    CHECK(pages::folded_line(std::string(75, 'a')) == std::string(75, 'a') + "\r\n");
}

TEST_CASE("text in a calendar cannot end its line or begin another property", "[pages]") {
    CHECK(pages::calendar_text("甲;乙,丙\\丁\r\nBEGIN:VEVENT") == "甲\\;乙\\,丙\\\\丁\\nBEGIN:VEVENT");
}

TEST_CASE("what is due is in the calendars of the site and of its office, for the whole day", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db");
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);
    const std::string& whole = site.at("due.ics");
    CHECK(whole.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK(whole.ends_with("END:VCALENDAR\r\n"));
    for (const std::string& line : lines_of(whole)) CHECK(line.size() <= 75);
    const std::string text = unfolded(whole);
    CHECK(count_of(text, "BEGIN:VEVENT") == 2);  // a result and a follow-up; the task is done
    CHECK(count_of(text, "UID:due-draw-6-2024-04-01@example.invalid\r\n") == 1);
    CHECK(count_of(text, "DTSTART;VALUE=DATE:20240401\r\nDTEND;VALUE=DATE:20240402\r\n") == 1);
    CHECK(count_of(text, "SUMMARY:逾期·检查结果公示期限：登记事项抽查\r\n") == 1);
    CHECK(count_of(text, "STATUS:TENTATIVE\r\n") == 1);  // 暂定: past the last loaded calendar
    CHECK(count_of(text, "URL:https://example.invalid/draws/6/\r\n") == 1);
    CHECK(count_of(unfolded(site.at("offices/999901/due.ics")), "BEGIN:VEVENT") == 2);
}

TEST_CASE("a due date that is not yet over says 暂定 where the calendar year is not loaded", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db", [](Example& example) { example.second.result_due.state = "open"; });
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);
    CHECK(count_of(unfolded(site.at("due.ics")), "SUMMARY:暂定·检查结果公示期限：登记事项抽查") == 1);
}
