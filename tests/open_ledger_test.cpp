// The open ledger from the clerk's sheets and verbs to the bytes of a release: corrections, withdrawals, periods,
// withholding, statements, objections and the log.
#include <catch2/catch.hpp>

#include "generator/ledger/objections.h"
#include "generator/ledger/statements.h"
#include "generator/ledger/withdrawals.h"
#include "tests/clerks_portal.h"
#include "tests/release_bytes.h"

using namespace tests;
using records::Portal;
using records::PublicCorrection;
using settings::Unusable;

namespace {

/// Words that stand in no other record than the ones of this kind of sheet.
Row marked(const std::string& kind) {
    static const std::set<std::string> keys{
        "task_id",        "plan_number",    "plan_name", "task_number", "task_name",           "name",
        "code",           "draw_number",    "result_id", "department",  "disclosure",          "withheld_reason",
        "withheld_basis", "revoked_reason", "area",      "owner",       "registration_number", "agency",
        "codes",          "outcome",        "methods"};
    Row row;
    for (const records::Field& field : records::fields_of(kind)) {
        const std::string name(field.name);
        if (field.type == records::FieldType::text && !field.person && !keys.contains(name) &&
            !stays_inside(kind, name))
            row[name] = "碑文" + kind + name;
    }
    if (kind == "results" || kind == "follow-ups") row["item"] = "碑文事项";
    if (kind == "penalties") row["item"] = "", row["decision_number"] = "碑文〔2026〕7号";
    if (kind == "plans" || kind == "draws" || kind == "results" || kind == "follow-ups" || kind == "penalties")
        row["task_name"] = "碑文任务";
    return row;
}

class Office {
  public:
    explicit Office(bool with_marks = false) {
        for (const std::string& kind : kinds_in_order) {
            const bool mark =
                with_marks && kind != "calendar" && kind != "rules" && kind != "inspectors" && kind != "objects";
            import(kind, mark ? marked(kind) : Row{}, {});
        }
        publish("2026-11-18");
    }

    importing::ImportReport import(const std::string& kind, const Row& changed, const importing::ImportRequest& how,
                                   const Context& context = {}) const {
        const std::string file = kind + ".csv";
        clerk.write(file, clerk_sheet(kind, changed));
        Portal portal = master();
        records::PrivateStore store = records::PrivateStore::open(clerk.portal().private_db(), false);
        importing::ImportRequest request = how;
        request.file = clerk.portal().root / file;
        request.kind = kind;
        request.context = clerk_context(kind, context);
        request.imported_by = "甲";
        request.as_of = "2026-11-19";
        auto report = importing::import_file(portal, store, clerk.portal().settings(), request);
        INFO(kind << ": " << told(report));
        CHECK_FALSE(report.failed());
        return report;
    }
    importing::ImportReport correct(const std::string& kind, const Row& changed, const std::string& reason,
                                    bool hide = false) const {
        importing::ImportRequest how;
        how.correct = true, how.reason = reason, how.hide_former = hide;
        return import(kind, changed, how);
    }
    ::publish::PublishOutcome publish(const std::string& as_of) const {
        ::publish::PublishRequest request;
        request.by = "甲", request.as_of = as_of;
        auto outcome = ::publish::publish_portal(clerk.portal(), request);
        for (const auto& finding : outcome.findings) UNSCOPED_INFO(finding.place + " " + finding.what);
        return outcome;
    }
    void withdraw(const std::string& kind, const std::string& number, const std::string& as_of = "2026-11-19") const {
        Portal portal = master();
        ledger::withdraw(portal, {kind, number, "公开的理由", "", "甲", as_of});
    }
    records::Id state(const std::string& text, records::Id result = 1) const {
        clerk.write("statement.txt", text);
        Portal portal = master();
        return ledger::add_statement(portal, {fictional_code(1), result, "2026-11-19",
                                              clerk.portal().root / "statement.txt", "甲", "2026-11-19"});
    }
    Portal master() const { return Portal::open(clerk.portal().portal_db(), false); }
    std::filesystem::path release() const { return clerk.portal().releases() / clerk.shown(); }
    records::PublicSite site() const { return records::PublicSite(release() / "data" / "public.db"); }
    std::vector<records::PublicChange> log() const {
        std::vector<records::PublicChange> all;
        site().each_change([&](const records::PublicChange& one) { all.push_back(one); });
        return all;
    }
    /// "words in file" for each file of what readers now see that has them, also packed.
    std::string found(const std::string& words) const {
        std::string places;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(release())) {
            if (!entry.is_regular_file()) continue;
            const std::string path = entry.path().lexically_relative(release()).generic_string();
            const std::string bytes = read_file(entry.path());
            if (bytes.find(words) != std::string::npos || opened(path, bytes).find(words) != std::string::npos)
                places += words + " in " + path + "\n";
        }
        return places;
    }
    std::vector<std::string> concerns(const std::string& as_of) const {
        std::vector<std::string> all;
        for (const auto& one : ::publish::check_portal(clerk.portal(), as_of).concerns)
            all.push_back(one.place + "：" + one.what);
        return all;
    }
    ClerksPortal clerk;
};

std::string refused(const std::function<void()>& work) {
    try {
        work();
    } catch (const Unusable& error) {
        return error.what();
    }
    return "";
}

bool any_with(const std::vector<std::string>& texts, const std::string& words) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& one) { return one.find(words) != std::string::npos; });
}

std::int64_t count(const std::vector<records::PublicChange>& log, const std::string& action, const std::string& kind) {
    std::int64_t all = 0;
    for (const records::PublicChange& one : log)
        if (one.action == action && one.kind == kind) all += one.count;
    return all;
}

}  // namespace

TEST_CASE("a correction leaves the old and the new value readable, with its day and reason", "[ledger]") {
    struct Case {
        std::string sheet, field, words, kind;
        bool part;
    };
    const Case one = GENERATE(Case{"results", "problem", "某发现的问题", "result", false},
                              Case{"follow-ups", "measure", "某后续处置措施", "follow_up", false},
                              Case{"penalties", "content", "某处罚内容", "penalty", false},
                              Case{"draws", "witnesses", "某见证人", "draw", false},
                              Case{"plans", "content", "某检查内容", "plan_edition", true},
                              Case{"items", "content", "某抽查内容", "item_list_edition", true});
    INFO(one.sheet);
    const Office office;
    const records::Field& field = *records::find_field(one.sheet, one.field);
    const std::string before = some_value(field);
    office.correct(one.sheet, {{one.field, "更正后的话"}}, "录入有误");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    auto site = office.site();
    const auto corrections = site.corrections(one.kind, 1);
    REQUIRE(corrections.size() == 1);
    CHECK(corrections[0].field == one.field);
    CHECK(corrections[0].before == before);
    CHECK(corrections[0].after == "更正后的话");
    CHECK(corrections[0].corrected_on == "2026-11-19");
    CHECK(corrections[0].reason == "录入有误");
    CHECK((corrections[0].part != 0) == one.part);
    CHECK(count(office.log(), "corrected", one.kind) == 1);
}

TEST_CASE("codes, days and the object's name are corrected in the words of the pages", "[ledger]") {
    const Office office;
    office.correct("results", {{"outcome", "未发现问题"}, {"finished_on", "2026-03-06"}}, "录入有误");
    office.correct("objects", {{"name", "示例甲贸易有限公司"}}, "名称录入有误");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    auto site = office.site();
    std::map<std::string, std::string> changes;
    for (const PublicCorrection& one : site.corrections("result", 1)) changes[one.field] = one.before + "→" + one.after;
    CHECK(changes == std::map<std::string, std::string>{{"outcome", "发现问题待后续处理→未发现问题"},
                                                        {"finished_on", "2026年3月5日→2026年3月6日"}});
    const auto names = site.corrections("object", 1);
    REQUIRE(names.size() == 1);
    CHECK(names[0].before == "示例甲商贸有限公司");
}

TEST_CASE("a former value that was not public does not become public as 更正前", "[ledger]") {
    const Office office;
    office.correct("results",
                   {{"disclosure", "不予公开"},
                    {"withheld_reason", "涉及商业秘密"},
                    {"withheld_basis", "《条例》第十五条"},
                    {"problem", "秘密的问题"}},
                   "不适合公开");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    CHECK(office.site().corrections("result", 1).empty());
    CHECK(office.found("秘密的问题") == "");
    office.correct("results", {{"problem", "公开的问题"}}, "复审后公开");
    REQUIRE(office.publish("2026-11-20").findings.empty());
    CHECK(office.site().result(1).has_value());
    CHECK(office.site().corrections("result", 1).empty());
    CHECK(office.found("秘密的问题") == "");
}

TEST_CASE("a correction that hides the former value says only that and why", "[ledger]") {
    const Office office;
    office.correct("results", {{"problem", "误填的甲某住址"}}, "补充");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    office.correct("results", {{"problem", "已改正"}}, "误填个人信息", true);
    REQUIRE(office.publish("2026-11-20").findings.empty());
    const auto corrections = office.site().corrections("result", 1);
    REQUIRE(corrections.size() == 2);  // the one before it would tell the value as well
    for (const PublicCorrection& one : corrections) CHECK((one.field + one.before + one.after) == "");
    CHECK(corrections[1].reason == "误填个人信息");
    CHECK(office.found("误填的甲某住址") == "");
    office.correct("results", {{"problem", "再次更正"}}, "补充");
    REQUIRE(office.publish("2026-11-21").findings.empty());
    CHECK(office.site().corrections("result", 1).back().before == "已改正");
}

TEST_CASE("what an earlier correction shows can be hidden without changing the record", "[ledger]") {
    const Office office;
    office.correct("results", {{"problem", "第二次写的"}}, "补充");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    CHECK(office.found("某发现的问题") != "");
    const auto report = office.correct("results", {{"problem", "第二次写的"}}, "原来的内容不适合公开", true);
    CHECK(report.corrected == 1);
    REQUIRE(office.publish("2026-11-20").findings.empty());
    CHECK(office.found("某发现的问题") == "");
    CHECK(office.found("第二次写的") != "");
    CHECK(read_file(office.clerk.portal().root / "releases" / "log.jsonl").empty() == false);
}

TEST_CASE("the privacy gate reads former values and names the way out", "[ledger][privacy]") {
    const Office office;
    const std::string toml(clerks_site_toml);
    const std::string allowed = std::string("[publish]\npublic_contacts = [\"13900139000\"]\n");
    office.clerk.write("site.toml",
                       toml.substr(0, toml.find("[publish]\n")) + allowed + toml.substr(toml.find("[publish]\n") + 10));
    office.correct("results", {{"note", "咨询13900139000"}}, "补充");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    office.clerk.write("site.toml", toml);
    office.correct("results", {{"note", "无"}}, "误填");
    const auto outcome = office.publish("2026-11-20");
    REQUIRE(outcome.findings.size() == 2);  // after of the first correction, before of the second
    for (const auto& finding : outcome.findings) {
        CHECK(finding.table == "correction");
        CHECK(finding.advice.find("--hide-former") != std::string::npos);
    }
    Portal portal = office.master();
    portal.undo_batch(portal.batches().back().id);
    office.correct("results", {{"note", "无"}}, "误填", true);
    CHECK(office.publish("2026-11-20").findings.empty());
    CHECK(office.found("13900139000") == "");
}

TEST_CASE("of a withdrawn record nothing is left but number, day and reason, in no byte of the release",
          "[ledger][slow]") {
    struct Case {
        std::string kind, number, sheet, page;
    };
    const Case one =
        GENERATE(Case{"result", "1", "results", "results/by-id/0/1.html"},
                 Case{"follow-up", "1", "follow-ups", "results/by-id/0/1.html"},
                 Case{"penalty", "1", "penalties", "penalties/1.html"},
                 Case{"draw", "1", "draws", "draws/1/index.html"}, Case{"plan", "1/0", "plans", "plans/1/0/index.html"},
                 Case{"item-list", "1/0", "items", "item-lists/1/0/index.html"});
    INFO(one.kind);
    const Office office(true);
    std::vector<std::string> words;
    for (const auto& [field, text] : marked(one.sheet))
        if (text.starts_with("碑文") && !(one.sheet == "plans" ? text == "碑文任务" && false : field == "task_name") &&
            !(one.sheet == "follow-ups" && field == "item"))
            words.push_back(text);
    std::string before;
    for (const std::string& text : words) before += office.found(text);
    CHECK(before != "");
    office.correct(
        one.sheet,
        [&] {
            Row row = marked(one.sheet);
            row["note"] = "碑文的更正";
            return row;
        }(),
        "碑文的更正理由");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    office.withdraw(one.kind, one.number);
    REQUIRE(office.publish("2026-11-19").findings.empty());
    std::string left = office.found("碑文的更正");
    for (const std::string& text : words) left += office.found(text);
    CHECK(left == "");
    CHECK(read_file(office.release() / one.page).find("公开的理由") != std::string::npos);
    const auto log = office.log();
    const auto entry =
        std::find_if(log.begin(), log.end(), [](const auto& line) { return line.action == "withdrawn"; });
    REQUIRE(entry != log.end());
    CHECK(entry->reason == "公开的理由");
    CHECK(entry->title == "");
    CHECK(entry->record == 1);
}

TEST_CASE("a withdrawal is a draft with a clock of three working days", "[ledger]") {
    const Office office;
    office.withdraw("result", "1", "2026-11-19");  // a Thursday
    Portal portal = office.master();
    const auto all = ledger::withdrawals(portal, "2026-11-24");
    REQUIRE(all.size() == 1);
    CHECK(all[0].due_on == "2026-11-24");
    CHECK(all[0].state == "open");
    CHECK(ledger::withdrawals(portal, "2026-11-25")[0].state == "overdue");
    CHECK(any_with(office.concerns("2026-11-23"), "撤回待发布：第1号检查结果：应于 2026-11-24 前"));
    CHECK(any_with(office.concerns("2026-11-25"), "撤回逾期：第1号检查结果"));
    CHECK(refused([&] { office.withdraw("result", "1"); }).find("已经撤回") != std::string::npos);
    portal.undo_batch(all[0].facts.batch);
    CHECK(ledger::withdrawals(portal, "2026-11-24").empty());
    office.withdraw("result", "1");
    REQUIRE(office.publish("2026-11-20").findings.empty());
    CHECK(ledger::withdrawals(portal, "2026-11-26")[0].state == "met");
    CHECK_FALSE(any_with(office.concerns("2026-11-26"), "撤回"));
}

TEST_CASE("only what is published can be withdrawn, with a reason in one line and a day that has come", "[ledger]") {
    const Office office;
    Portal portal = office.master();
    const auto attempt = [&](const std::string& kind, const std::string& number, const std::string& reason,
                             const std::string& day) {
        return refused([&] { ledger::withdraw(portal, {kind, number, reason, day, "甲", "2026-11-19"}); });
    };
    CHECK(attempt("result", "9", "理由", "").find("没有第“9”号检查结果") != std::string::npos);
    CHECK(attempt("plan", "1", "理由", "").find("plan 3/1") != std::string::npos);
    CHECK(attempt("result", "1; DROP TABLE result", "理由", "").find("没有") != std::string::npos);
    CHECK(attempt("result", "1", " ", "").find("理由") != std::string::npos);
    CHECK(attempt("result", "1", "两\n行", "").find("一行") != std::string::npos);
    CHECK(attempt("result", "1", "倒\u202e写", "").find("方向") != std::string::npos);
    CHECK(attempt("result", "1", std::string(901, 'a'), "").find("太长") != std::string::npos);
    CHECK(attempt("result", "1", "理由", "2026-11-20").find("之后") != std::string::npos);
    CHECK(attempt("result", "1", "理由", "昨天").find("日期") != std::string::npos);
    office.import("results", {{"item", "另一事项"}}, {});
    CHECK(attempt("result", "2", "理由", "").find("gongshi undo") != std::string::npos);
}

TEST_CASE("a result of a code with a period ends by itself and leaves number and day", "[ledger][slow]") {
    const Office office(true);
    const std::string toml(clerks_site_toml);
    office.clerk.write("site.toml", toml + "[publish.periods]\nproblem_pending = 6\n");
    Row row = marked("results");
    row["expires_on"] = "";
    office.correct("results", row, "没有单独的期限");
    REQUIRE(office.publish("2026-09-05").findings.empty());  // 公示 on 5 March: its last day
    CHECK(office.site().result(1)->standing.expired_on == "");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    const auto result = office.site().result(1);
    REQUIRE(result);
    CHECK(result->standing.expired_on == "2026-09-05");
    CHECK(result->standing.corrected.empty());
    CHECK_FALSE(result->facts.correction);
    CHECK(result->object_name == "");
    for (const auto& [field, text] : marked("results"))
        if (text.starts_with("碑文") && field != "task_name") CHECK(office.found(text) == "");
    CHECK(office.found("没有单独的期限") == "");
    CHECK(read_file(office.release() / "results/by-id/0/1.html").find("期满") != std::string::npos);
    CHECK(office.site().history(1).results.empty());
    CHECK(office.site().totals("", 0).results == 0);
    CHECK(count(office.log(), "expired", "result") == 1);
    CHECK(office.site().drawn_objects(1, 0, 10).at(0).result == 0);
}

TEST_CASE("of what is withheld only the count and the ground are public, and the review is told when it is due",
          "[ledger]") {
    const Office office;
    office.correct("results",
                   {{"disclosure", "不予公开"},
                    {"withheld_reason", "涉及商业秘密"},
                    {"withheld_basis", "《政府信息公开条例》第十五条"},
                    {"withheld_decided_by", "某决定单位"},
                    {"withheld_review_on", "2026-12-01"}},
                   "不适合公开");
    REQUIRE(office.publish("2026-11-19").findings.empty());
    auto site = office.site();
    CHECK_FALSE(site.result(1));
    REQUIRE(site.withheld().size() >= 1);
    CHECK(site.withheld()[0].ground == "不予公开：涉及商业秘密（《政府信息公开条例》第十五条）");
    CHECK(office.found("某决定单位") == "");
    CHECK(office.found("2026-12-01") == "");
    CHECK_FALSE(any_with(office.concerns("2026-11-30"), "复审"));
    CHECK(any_with(office.concerns("2026-12-01"), "不公开到期复审：第1号检查结果：2026-12-01"));
    CHECK(any_with(office.concerns("2026-12-01"), "决定单位 某决定单位"));
}

TEST_CASE("what an enterprise says stands beside its result as text, until it or the result is withdrawn", "[ledger]") {
    const Office office;
    const std::string text = "我方认为<script>alert(1)</script>不成立。\r\n第二段";
    const records::Id id = office.state(text);
    REQUIRE(office.publish("2026-11-20").findings.empty());
    const auto statements = office.site().statements_of_result(1);
    REQUIRE(statements.size() == 1);
    CHECK(statements[0].body == "我方认为<script>alert(1)</script>不成立。\n第二段");
    CHECK(read_file(office.release() / "results/by-id/0/1.html").find("<script>alert(1)") == std::string::npos);
    CHECK(count(office.log(), "stated", "statement") == 1);
    CHECK(refused([&] { office.state(text); }).find("已经有了") != std::string::npos);
    const records::Id other = office.state("另一份");
    CHECK(other != id);
    office.withdraw("statement", std::to_string(id), "2026-11-20");
    REQUIRE(office.publish("2026-11-20").findings.empty());
    CHECK(office.found("第二段") == "");
    CHECK(office.site().statements_of_result(1).size() == 2);
    office.withdraw("result", "1", "2026-11-20");
    REQUIRE(office.publish("2026-11-21").findings.empty());
    CHECK(office.site().statements_of_object(1).empty());
    CHECK(office.found("另一份") == "");
}

TEST_CASE("a statement is text of a bounded size about a public result of that enterprise", "[ledger]") {
    CHECK(refused([] { ledger::statement_text(std::string(20'001, 'a')); }).find("超过") != std::string::npos);
    CHECK(refused([] { ledger::statement_text("\xff\xfe"); }).find("UTF-8") != std::string::npos);
    CHECK(refused([] { ledger::statement_text(" \n "); }).find("空的") != std::string::npos);
    CHECK(refused([] { ledger::statement_text("倒\u202e写"); }).find("方向") != std::string::npos);
    CHECK(refused([] { ledger::statement_text("铃\a"); }).find("控制字符") != std::string::npos);
    CHECK(ledger::statement_text("\xEF\xBB\xBF一\r二\r\n三\n\n") == "一\n二\n三");
    const Office office;
    CHECK(refused([&] { office.state("话", 7); }).find("没有第 7 号") != std::string::npos);
    Portal portal = office.master();
    CHECK(refused([&] {
              ledger::add_statement(portal, {"91999901D0000009XX", 0, "2026-11-19", "无.txt", "甲", "2026-11-19"});
          }).find("没有代码") != std::string::npos);
}

TEST_CASE("an objection gets a receipt, its mark a clock of one working day, and then an answer", "[ledger]") {
    const Office office;
    Portal portal = office.master();
    const auto object = [&](const std::string& kind, const std::string& number) {
        return ledger::add_objection(portal, {kind, number, "2026-11-20", "认为检查日期有误", "", "甲", "2026-11-20"});
    };
    CHECK(object("result", "1") == "999901-20261120-001");
    CHECK(object("plan", "1/0") == "999901-20261120-002");
    CHECK(object("draw", "1") == "999901-20261120-003");
    const auto first = ledger::objections(portal, "2026-11-23").at(0);
    CHECK(first.due_on == "2026-11-23");  // received on a Friday
    CHECK(first.state == "open");
    CHECK(any_with(office.concerns("2026-11-24"), "异议标注逾期：999901-20261120-001"));
    REQUIRE(office.publish("2026-11-24").findings.empty());
    auto site = office.site();
    const auto shown = site.objections("result", 1);
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].marked_on == "2026-11-24");
    CHECK(shown[0].due.state == "late");
    CHECK(shown[0].ground == "认为检查日期有误");
    CHECK(shown[0].object == 1);
    CHECK(site.objections("plan_edition", 1).size() == 1);
    CHECK(site.objections("draw", 1).size() == 1);
    CHECK(any_with(office.concerns("2026-11-24"), "异议待答复：999901-20261120-001"));
    const ledger::AnswerRequest answer{"999901-20261120-001", "部分成立", "已更正检查日期",
                                       "2026-11-25",          "甲",       "2026-11-25"};
    ledger::answer_objection(portal, answer);
    CHECK(refused([&] { ledger::answer_objection(portal, answer); }).find("已经答复") != std::string::npos);
    CHECK(refused([&] {
              ledger::answer_objection(portal, {"999901-20261120-009", "成立", "话", "2026-11-25", "", "2026-11-25"});
          }).find("没有受理编号") != std::string::npos);
    REQUIRE(office.publish("2026-11-25").findings.empty());
    CHECK(office.site().objections("result", 1)[0].outcome == "部分成立：已更正检查日期");
    CHECK(count(office.log(), "objected", "objection") == 3);
    CHECK(count(office.log(), "answered", "objection") == 1);
    office.withdraw("result", "1", "2026-11-25");
    REQUIRE(office.publish("2026-11-26").findings.empty());
    CHECK(office.found("认为检查日期有误").find("results/") == std::string::npos);
    const auto ended = office.site().objections("result", 1);
    REQUIRE(ended.size() == 1);
    CHECK((ended[0].ground + ended[0].outcome) == "部分成立");
    CHECK(ended[0].object == 0);
}

TEST_CASE("the log tells each publication, counts what is many and is the same when nothing changed", "[ledger]") {
    const Office office;
    const auto log = office.log();
    for (const char* kind : {"result", "follow_up", "penalty", "draw", "plan_edition", "item_list_edition", "object"}) {
        INFO(kind);
        CHECK(count(log, "published", kind) == 1);
    }
    for (const records::PublicChange& one : log) {
        CHECK(one.changed_on == "2026-11-18");
        CHECK(one.publication == 1);
    }
    REQUIRE(office.publish("2026-11-30").findings.empty());
    CHECK(office.site().publications().size() == 1);
    const auto later = office.log();
    REQUIRE(later.size() == log.size());
    for (std::size_t i = 0; i < log.size(); ++i) CHECK(later[i].changed_on == log[i].changed_on);
}
