#include "generator/publish/visibility.h"

#include <catch2/catch.hpp>

#include "records/fields.h"
#include "records/result_codes.h"

using publish::Verdict;
using publish::Visibility;
using Kind = publish::Verdict::Kind;

namespace {

const settings::Settings no_settings;

Visibility on(std::string_view day, bool drafts = false) {
    return Visibility(no_settings, day, drafts);
}

records::ResultFacts result(std::string published_on = "2024-03-01") {
    records::ResultFacts facts;
    facts.codes = {"no_problem"};
    facts.published_on = std::move(published_on);
    return facts;
}
records::ResultFacts problem(std::string published_on) {
    records::ResultFacts facts = result(std::move(published_on));
    facts.codes = {std::string(records::result_codes()[1].code)};
    return facts;
}
records::PenaltyFacts penalty(std::string decided_on) {
    records::PenaltyFacts facts;
    facts.decided_on = std::move(decided_on);
    facts.category = "罚款";
    return facts;
}

}  // namespace

TEST_CASE("months later is the same day, or the month's last where there is none", "[publish]") {
    CHECK(publish::months_later("2024-01-31", 1) == "2024-02-29");
    CHECK(publish::months_later("2023-01-31", 1) == "2023-02-28");
    CHECK(publish::months_later("2024-02-29", 12) == "2025-02-28");
    CHECK(publish::months_later("2024-02-29", 48) == "2028-02-29");
    CHECK(publish::months_later("2024-10-31", 3) == "2025-01-31");
    CHECK(publish::months_later("2024-11-30", 3) == "2025-02-28");
    CHECK(publish::months_later("2024-05-15", 36) == "2027-05-15");
    CHECK(publish::months_later("2024-05-15", 0) == "2024-05-15");
    CHECK(publish::months_later("", 3) == "");
    CHECK(publish::months_later("某日", 3) == "");
}

TEST_CASE("what is not 主动公开 is withheld and counted with its ground", "[publish]") {
    const Visibility visibility = on("2024-06-01");
    records::DocumentHead head;
    head.published_on = "2024-02-20";
    for (const char* open : {"", "主动公开"}) {
        head.disclosure = open;
        CHECK(visibility.of(head).shown());
    }
    for (const char* closed : {"依申请公开", "不予公开", "内部", "公开？"}) {
        head.disclosure = closed;
        CHECK(visibility.of(head).kind == Kind::withheld);
        CHECK(visibility.of(head).ground == closed);
        CHECK(!visibility.of(head).has_page());
    }
    records::ResultFacts facts = result();
    facts.disclosure = "不予公开", facts.withheld_reason = "涉及商业秘密";
    CHECK(visibility.of(facts).ground == "不予公开：涉及商业秘密");
    records::FollowUpFacts follow_up;
    follow_up.disclosure = "不予公开", follow_up.withheld_reason = "案件调查中";
    CHECK(visibility.of(follow_up).ground == "不予公开：案件调查中");
    records::ObjectFacts object;
    object.disclosure = "不予公开";
    CHECK(visibility.of(object).kind == Kind::withheld);
    records::DrawnObject drawn;
    drawn.disclosure = "不予公开";
    CHECK(visibility.of(drawn).kind == Kind::withheld);
    records::DrawFacts draw;
    draw.disclosure = "依申请公开";
    CHECK(visibility.of(draw).kind == Kind::withheld);
}

TEST_CASE("a record appears on its day of publication, not before; a preview shows it earlier", "[publish]") {
    CHECK(on("2024-02-29").of(result("2024-03-01")).kind == Kind::not_yet);
    CHECK(on("2024-03-01").of(result("2024-03-01")).shown());
    CHECK(on("2024-02-29").of(result("")).shown());
    CHECK(on("2024-02-29", true).of(result("2024-03-01")).shown());
    records::DrawFacts draw;
    draw.published_on = "2024-03-01";
    CHECK(on("2024-02-29").of(draw).kind == Kind::not_yet);
    records::FollowUpFacts follow_up;
    follow_up.published_on = "2024-03-01";
    CHECK(on("2024-02-29").of(follow_up).kind == Kind::not_yet);
    records::PenaltyFacts facts = penalty("2024-02-01");
    facts.published_on = "2024-03-01";
    CHECK(on("2024-02-29").of(facts).kind == Kind::not_yet);
}

TEST_CASE("a preview never shows what is withheld", "[publish]") {
    records::ResultFacts facts = result();
    facts.disclosure = "不予公开";
    CHECK(on("2024-06-01", true).of(facts).kind == Kind::withheld);
    records::PenaltyFacts warning = penalty("2024-02-01");
    warning.warning_only = true;
    CHECK(on("2024-06-01", true).of(warning).kind == Kind::withheld);
}

TEST_CASE("only results that passed the audit are public", "[publish]") {
    records::ResultFacts facts = result();
    for (const std::string_view state : records::audit_states) {
        facts.audit_state = state;
        INFO(state);
        const Verdict verdict = on("2024-06-01").of(facts);
        CHECK(verdict.kind == (state == records::audit_published ? Kind::shown : Kind::not_yet));
    }
    facts.audit_state = "再议";
    CHECK(on("2024-06-01").of(facts).kind == Kind::not_yet);
    facts.audit_state = "待审核", facts.disclosure = "不予公开";
    CHECK(on("2024-06-01").of(facts).kind == Kind::withheld);
}

TEST_CASE("a result stays through the last day of its period and is a tombstone afterwards", "[publish]") {
    records::ResultFacts facts = result();
    facts.expires_on = "2025-03-01";
    CHECK(on("2025-03-01").of(facts).shown());
    const Verdict after = on("2025-03-02").of(facts);
    CHECK(after.kind == Kind::expired);
    CHECK(after.expired_on == "2025-03-01");
    CHECK(after.has_page());
    CHECK(!after.shown());
}

TEST_CASE("a code has its own period, the shortest of several counts, and it is counted from a day that is known",
          "[publish]") {
    settings::Settings settings;
    settings.expiry_months_problem = 12;
    settings.periods = {{"no_problem", 60}, {"corrected", 3}};
    const auto expires = [&](std::vector<std::string> codes, const std::string& published_on = "2024-03-01") {
        records::ResultFacts facts;
        facts.codes = std::move(codes);
        facts.published_on = published_on;
        facts.produced_on = "2024-02-01", facts.finished_on = "2024-01-01";
        return Visibility(settings, "2100-01-01", false).of(facts).expired_on;
    };
    CHECK(expires({"no_problem"}) == "2029-03-01");
    CHECK(expires({"corrected"}) == "2024-06-01");
    CHECK(expires({"problem_pending"}) == "2025-03-01");
    CHECK(expires({"problem_pending", "corrected"}) == "2024-06-01");
    CHECK(expires({"no_problem", "problem_pending"}) == "2025-03-01");
    CHECK(expires({"不是代码"}) == "");
    CHECK(expires({"corrected"}, "") == "2024-05-01");
}

TEST_CASE("the ground of what is withheld names the provision it rests on", "[publish]") {
    records::ResultFacts facts = result();
    facts.disclosure = "不予公开", facts.withheld_reason = "涉及商业秘密", facts.withheld_basis = "《条例》第十五条";
    facts.withheld_decided_by = "甲局";
    CHECK(on("2024-06-01").of(facts).ground == "不予公开：涉及商业秘密（《条例》第十五条）");
}

TEST_CASE("the months of site.toml end the period of results with a problem only", "[publish]") {
    settings::Settings settings;
    settings.expiry_months_problem = 12;
    const Visibility last_day(settings, "2025-02-28", false), next_day(settings, "2025-03-01", false);
    REQUIRE(records::any_problem(problem("2024-02-29").codes));
    CHECK(last_day.of(problem("2024-02-29")).shown());
    CHECK(last_day.of(problem("2024-02-29")).expires_on == "2025-02-28");  // which its page says
    CHECK(next_day.of(problem("2024-02-29")).expired_on == "2025-02-28");
    CHECK(next_day.of(result("2024-02-29")).shown());
    CHECK(next_day.of(problem("")).shown());  // no day to count from
    records::ResultFacts longer = problem("2024-02-29");
    longer.expires_on = "2026-01-01";
    CHECK(next_day.of(longer).shown());
    CHECK(on("2034-01-01").of(problem("2024-02-29")).shown());  // 0 months: no period
}

TEST_CASE("a warning alone is never published", "[publish]") {
    records::PenaltyFacts facts = penalty("2024-05-01");
    facts.warning_only = true;
    facts.disclosure = "主动公开";
    const Verdict verdict = on("2024-06-01").of(facts);
    CHECK(verdict.kind == Kind::withheld);
    CHECK(verdict.ground.find("警告") != std::string::npos);
}

TEST_CASE("a penalty is public for three years from its publication, criticism for three months", "[publish]") {
    records::PenaltyFacts facts = penalty("2024-05-01");
    CHECK(on("2027-05-01").of(facts).shown());
    CHECK(on("2027-05-02").of(facts).expired_on == "2027-05-01");
    facts.published_on = "2024-05-20";
    CHECK(on("2027-05-20").of(facts).shown());
    CHECK(on("2027-05-21").of(facts).expired_on == "2027-05-20");
    facts.category = "通报批评";
    CHECK(on("2024-08-20").of(facts).shown());
    CHECK(on("2024-08-21").of(facts).expired_on == "2024-08-20");
    facts.expires_on = "2024-06-30";
    CHECK(on("2024-07-01").of(facts).expired_on == "2024-06-30");
}

TEST_CASE("a draw's list is seen from its day on, and never when it is not made public", "[publish]") {
    records::DrawFacts draw;
    CHECK(on("2024-06-01").list_revealed(draw));
    draw.reveal_on = "2024-07-01";
    CHECK(!on("2024-06-30").list_revealed(draw));
    CHECK(on("2024-07-01").list_revealed(draw));
    CHECK(!on("2024-06-30", true).list_revealed(draw));
    draw.list_public = false;
    CHECK(!on("2024-08-01").list_revealed(draw));
}

TEST_CASE("public cells have no column about persons and no unknown one that site.toml does not allow", "[publish]") {
    settings::Settings settings;
    settings.public_columns = {"培训　要求"};
    const Visibility visibility(settings, "2024-06-01", false);
    const auto cell = [](std::string text) { return records::CellValue{std::move(text), {}, {}}; };
    const records::Cells cells{{{"task_name", cell("登记事项抽查")},
                                {"credit_risk", cell("A:3%;D:20%")},
                                {"inspector", cell("张三丰")},
                                {"phone", cell("13800138000")},
                                {"column:培训要求", cell("一天")},
                                {"column:联系电话", cell("13800138000")},
                                {"column:培训", cell("两天")}}};
    const records::Cells shown = visibility.public_cells("plans", cells);
    std::string names;
    for (const auto& [name, value] : shown.values) names += name + "=" + value.text + " ";
    CHECK(names == "task_name=登记事项抽查 credit_risk=A:3%;D:20% column:培训要求=一天 ");
    for (const std::string_view kind : records::sheet_kinds)
        for (const records::Field& field : records::fields_of(kind)) {
            const records::Cells one{{{std::string(field.name), cell("甲")}}};
            INFO(kind << " " << field.name);
            CHECK(visibility.public_cells(kind, one).values.empty() == field.person);
        }
}
