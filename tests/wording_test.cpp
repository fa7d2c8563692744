#include "generator/pages/wording.h"

#include <catch2/catch.hpp>

TEST_CASE("dates are put into Chinese words, anything else stays as written", "[pages]") {
    CHECK(pages::date_words("2024-03-09") == "2024年3月9日");
    CHECK(pages::date_words("2024-03-05 09:30") == "2024年3月5日9时30分");
    CHECK(pages::date_words("2024-03-05T09:30+08:00") == "2024年3月5日9时30分");
    CHECK(pages::date_words("2024年春") == "2024年春");
    CHECK(pages::date_words("").empty());
    CHECK(pages::day_words("2024-03-09") == "3月9日");
    CHECK(pages::days_between("2024-02-28", "2024-03-01") == 2);
    CHECK(pages::days_between("2024-03-01", "2024-02-28") == -2);
    CHECK(pages::days_between("", "2024-02-28") == 0);
}

TEST_CASE("a result is said in the words of the code table, several joined", "[pages]") {
    records::PublicResult result;
    result.facts.codes = {"no_problem"};
    CHECK(pages::outcome_of(result).word == "未发现问题");
    CHECK(pages::outcome_of(result).style == "good");
    result.facts.codes = {"not_disclosed", "corrected"};
    result.problem_found = true;
    CHECK(pages::outcome_of(result).word == "未按规定公示应当公示的信息；发现问题已责令改正");
    CHECK(pages::outcome_of(result).style == "warn");
    result.facts.codes = {"deregistered"};
    result.problem_found = false;
    CHECK(pages::outcome_of(result).style == "open");
    result.facts.codes = {};
    result.facts.outcome = "另行说明";
    CHECK(pages::outcome_of(result).word == "另行说明");
}

TEST_CASE("methods of checking are said in words, never as numbers", "[pages]") {
    CHECK(pages::methods_words({"1", "5"}) == "实地检查、网络监测");
    CHECK(pages::methods_words({"书面检查", "另行约定"}) == "书面检查、另行约定");
    CHECK(pages::methods_words({}).empty());
}

TEST_CASE("columns are headed with the standard term, an office's own column with its own words", "[pages]") {
    CHECK(pages::term("task_name") == "抽查任务名称");
    CHECK(pages::term("ratio_cap") == "抽查比例上限");
    CHECK(pages::term("column:本区自定") == "本区自定");
}

TEST_CASE("only the newest edition that has not lapsed is in force", "[pages]") {
    records::DocumentHead head;
    CHECK(pages::validity_of(head, true, "2024-11-20").word == "现行有效");
    CHECK(pages::validity_of(head, false, "2024-11-20").word == "已有新版本");
    head.valid_until = "2024-11-20";
    CHECK(pages::validity_of(head, true, "2024-11-20").word == "现行有效");
    CHECK(pages::validity_of(head, true, "2024-11-21").word == "已失效");
    head.abolished_on = "2024-11-21";
    CHECK(pages::validity_of(head, true, "2024-11-21").word == "已废止");
}

TEST_CASE("how many were drawn is not said before the list is public", "[pages]") {
    records::PublicDraw draw;
    draw.listed = 58, draw.withheld = 2, draw.draw.target = 60;
    CHECK(pages::drawn_words(draw) == "60");
    draw.revealed = false;
    CHECK(pages::drawn_words(draw) == "应抽 60");
    draw.draw.target.reset();
    CHECK(pages::drawn_words(draw).empty());
}

TEST_CASE("a draw's list is public, to come, not public, missing or withdrawn, and never two of them", "[pages]") {
    records::PublicDraw draw;
    draw.listed = 1;
    CHECK(pages::list_state(draw).word == "名单已公开");
    draw.listed = 0;
    CHECK(pages::list_state(draw).word == "到期未收到名单");
    CHECK(pages::drawn_words(draw).empty());
    draw.revealed = false;
    CHECK(pages::list_state(draw).word == "名单待公开");
    draw.draw.list_public = false;
    CHECK(pages::list_state(draw).word == "名单不公开");
    draw.standing.withdrawn_on = "2024-05-01";
    CHECK(pages::list_state(draw).word == "已撤回");
}

TEST_CASE("a draw without a day of publication is listed by its own day, which is said", "[pages]") {
    records::DrawFacts draw;
    draw.drawn_at = "2024-03-05 09:30";
    CHECK(pages::listed_day(draw).on == "2024-03-05");
    CHECK(pages::listed_day(draw).note == "抽取日期，未注明公开日期");
    draw.published_on = "2024-03-06";
    CHECK(pages::listed_day(draw).on == "2024-03-06");
    CHECK(pages::listed_day(draw).note.empty());
    records::DocumentHead head;
    CHECK(pages::listed_day(head).on.empty());
    head.written_on = "2024-02-19";
    CHECK(pages::listed_day(head).note == "成文日期，未注明发布日期");
}

TEST_CASE("editions are counted as people count them", "[pages]") {
    CHECK(pages::edition_words(0) == "原计划");
    CHECK(pages::edition_words(2) == "第2次调整");
    CHECK(pages::edition_words(0, true) == "首次公布");
    CHECK(pages::edition_words(1, true) == "第1次修订");
}
