// docs/rules.md tells clerks how a rule is written: it must say what the program reads, no more and no less.
#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "generator/duties/rule_rows.h"
#include "records/fields.h"

using namespace duties;

namespace {

std::vector<std::string> document() {
    std::ifstream file(GONGSHI_SHARE "/docs/rules.md");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

/// The lines of a noun's section.
std::vector<std::string> section(const NounTable& table) {
    const std::string heading = "### " + std::string(table.term) + " `" + std::string(table.key) + "`";
    std::vector<std::string> lines;
    bool inside = false;
    for (const std::string& line : document()) {
        if (line.starts_with("#")) inside = line == heading;
        if (inside) lines.push_back(line);
    }
    return lines;
}

bool any_has(const std::vector<std::string>& lines, std::string_view part) {
    for (const std::string& line : lines)
        if (line.find(part) != std::string::npos) return true;
    return false;
}

std::string row(std::string_view term, std::string_view key) {
    return "| " + std::string(term) + " | `" + std::string(key) + "` |";
}

/// The texts between backquotes of the lines outside code blocks.
std::vector<std::string> quoted(const std::vector<std::string>& lines) {
    std::vector<std::string> texts;
    for (const std::string& line : lines)
        for (std::size_t at = line.find('`'); at != line.npos;) {
            const std::size_t end = line.find('`', at + 1);
            if (end == line.npos || line.starts_with("```")) break;
            texts.push_back(line.substr(at + 1, end - at - 1));
            at = line.find('`', end + 1);
        }
    return texts;
}

}  // namespace

TEST_CASE("every noun and every column stands in docs/rules.md, with its choices", "[rules][docs]") {
    for (const NounTable& table : vocabulary()) {
        const std::vector<std::string> lines = section(table);
        INFO(table.term);
        REQUIRE_FALSE(lines.empty());
        CHECK(any_has(lines, table.meaning));
        for (const std::string_view spelling : table.also) CHECK(any_has(lines, spelling));
        bool of_task = false;
        std::size_t own = 0;
        for (const Column& column : table.columns) {
            of_task = of_task || column.key.starts_with("task.");
            if (column.key.starts_with("task.")) continue;
            ++own;
            INFO(column.term);
            CHECK(any_has(lines, row(column.term, column.key)));
            for (const std::string_view choice : column.choices) CHECK(any_has(lines, choice));
            for (const std::string_view spelling : column.also) CHECK(any_has(lines, spelling));
        }
        CHECK(any_has(lines, "`任务.栏名`") == of_task);
        std::size_t rows = 0;
        for (const std::string& line : lines) rows += line.starts_with("| ") && line.find(" | `") != line.npos;
        CHECK(rows == own);  // and no column that is not there
    }
}

TEST_CASE("every event, deadline, kind and unit stands in docs/rules.md", "[rules][docs]") {
    const std::vector<std::string> lines = document();
    for (const EventTerm& event : events()) CHECK(any_has(lines, row(event.term, event.key)));
    for (const DeadlineSubject& subject : deadline_subjects()) CHECK(any_has(lines, row(subject.term, subject.key)));
    for (const char* field : {"kind", "unit"})
        for (const std::string_view choice : records::find_field("rules", field)->choices)
            CHECK(any_has(lines, choice));
    for (const records::Field& field : records::fields_of("rules")) {
        INFO(field.term);
        CHECK(any_has(lines, field.term));
    }
    for (const char* kind : {"declared-figures", "rule-exceptions", "reports"})
        CHECK(any_has(lines, "gongshi template " + std::string(kind)));
}

TEST_CASE("every expression that docs/rules.md shows is one", "[rules][docs]") {
    int shown = 0;
    std::vector<std::string> lines = document();
    bool code = false;
    std::vector<std::string> texts = quoted(lines);
    for (const std::string& line : lines) {
        if (line.starts_with("```"))
            code = !code;
        else if (code)
            texts.push_back(line);
    }
    for (const std::string& text : texts) {
        if (text.find('[') == text.npos) continue;
        const auto answer = read_expression(text);
        INFO(text);
        if (const auto* wrong = std::get_if<Unreadable>(&answer)) FAIL_CHECK(wrong->sentence());
        ++shown;
    }
    CHECK(shown >= 12);
}
