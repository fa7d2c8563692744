// A publish that takes unchanged pages over from the current release makes the very same release, byte for byte, as one
// that makes every page anew: after chosen changes, and after changes taken by chance.
#include "generator/publish/former_release.h"

#include <functional>
#include <random>

#include "generator/ledger/objections.h"
#include "generator/ledger/statements.h"
#include "generator/ledger/withdrawals.h"
#include "generator/output/verify_release.h"
#include "records/public_visits.h"
#include "tests/clerks_portal.h"

namespace {

namespace fs = std::filesystem;

constexpr int objects = 12;

/// Several objects with results, drawings, follow-ups and a penalty.
class OfficePortal : public tests::ClerksPortal {
  public:
    OfficePortal() {
        for (const char* kind : {"calendar", "rules", "items", "plans"}) import_clean(kind);
        add("objects", rows([](int i) { return tests::Row{who(i)}; }));
        add("draws", rows([](int i) { return who(i); }));
        add("results", rows([](int i) {
                tests::Row row = who(i);
                row["published_on"] = "2026-04-0" + std::to_string(i % 9 + 1);
                row["expires_on"] = i == 3 ? "2026-12-01" : "2030-01-01";
                return row;
            }));
        add("follow-ups", {who(2)});
        add("penalties", {who(5)});
        publish_sparing();
    }

    static tests::Row who(int i) {
        return {{"name", "示例" + std::to_string(i) + "商贸有限公司"}, {"code", tests::fictional_code(i)}};
    }
    static std::vector<tests::Row> rows(const std::function<tests::Row(int)>& row) {
        std::vector<tests::Row> all;
        for (int i = 1; i <= objects; ++i) all.push_back(row(i));
        return all;
    }

    void add(const std::string& kind, const std::vector<tests::Row>& changed, const std::string& correction = {}) {
        std::string sheet;
        for (tests::Row row : changed) {
            for (const records::Field& field : records::fields_of(kind))
                if (tests::stays_inside(kind, std::string(field.name)))
                    row.try_emplace(std::string(field.name), field.name == "kind" ? "企业" : "");
            const std::string one = tests::clerk_sheet(kind, row);
            sheet += sheet.empty() ? one : one.substr(one.find('\n') + 1);
        }
        const std::string file = kind + "-" + std::to_string(++files_) + ".csv";
        write(file, sheet);
        records::Portal master = records::Portal::open(portal().portal_db(), false);
        records::PrivateStore store = records::PrivateStore::open(portal().private_db(), false);
        importing::ImportRequest request;
        request.file = portal().root / file;
        request.kind = kind;
        request.context = tests::clerk_context(kind);
        request.imported_by = "甲";
        request.as_of = as_of;
        request.correct = !correction.empty();
        request.reason = correction;
        const auto report = importing::import_file(master, store, portal().settings(), request);
        INFO(kind << ": " << tests::told(report));
        REQUIRE_FALSE(report.failed());
    }

    /// The cap on yearly inspections that the office declares, for itself or for one department.
    void declare_cap(int value, const std::string& department = {}) const {
        records::Portal master = records::Portal::open(portal().portal_db(), false);
        records::BatchFacts batch;
        batch.kind = "declared-figures", batch.file = "申报数.csv", batch.imported_by = "甲", batch.imported_on = as_of;
        records::DeclaredFigure cap;
        cap.office = "999901", cap.name = records::annual_cap_name, cap.year = 2026, cap.department = department;
        cap.value = value, cap.as_of = "2026-01-31", cap.source = "乙区行政检查公告";
        master.put_declared_figure(master.begin_batch(batch), cap);
    }
    records::Portal master() const { return records::Portal::open(portal().portal_db(), false); }
    void withdraw(const std::string& kind, const std::string& number) const {
        records::Portal master = this->master();
        ledger::withdraw(master, {kind, number, "登记错误", "", "甲", as_of});
    }
    /// `result` 0: about the enterprise in general.
    void state(int i, records::Id result, const std::string& words) {
        write("statement.txt", words);
        records::Portal master = this->master();
        ledger::add_statement(master,
                              {tests::fictional_code(i), result, as_of, portal().root / "statement.txt", "甲", as_of});
    }
    std::string object_to(const std::string& kind, const std::string& number) const {
        records::Portal master = this->master();
        return ledger::add_objection(master, {kind, number, as_of, "日期有误", "999901", "甲", as_of});
    }
    void answer(const std::string& receipt) const {
        records::Portal master = this->master();
        ledger::answer_objection(master, {receipt, "不成立", "与记录一致", as_of, "甲", as_of});
    }

    publish::PublishOutcome run(const settings::PortalFolder& folder, bool rebuild) const {
        publish::PublishRequest request;
        request.by = "甲";
        request.as_of = as_of;
        request.sparing = !rebuild;
        request.rebuild = rebuild;
        auto outcome = publish::publish_portal(folder, request);
        for (const publish::GateFinding& finding : outcome.findings)
            UNSCOPED_INFO(finding.place << " " << finding.what);
        REQUIRE(outcome.findings.empty());
        return outcome;
    }
    publish::PublishOutcome publish_sparing() const { return run(portal(), false); }

    /// Publishes here sparingly and in a copy of the portal wholly: the releases must be the same.
    publish::PublishOutcome compare() const {
        const tests::PortalFolder copy;
        fs::copy(portal().root, copy.path(),
                 fs::copy_options::recursive | fs::copy_options::copy_symlinks | fs::copy_options::overwrite_existing);
        const std::string expected = run({copy.path()}, true).release;
        const publish::PublishOutcome outcome = publish_sparing();
        CHECK(outcome.release == expected);
        CHECK(shown() == expected);
        CHECK(output::verify_release(portal().releases() / outcome.release).whole());
        return outcome;
    }
    fs::path current(const std::string& file) const { return portal().public_folder() / "current" / file; }

    std::string as_of = "2026-11-18";

  private:
    int files_ = 0;
};

void remove_file(const fs::path& file) {
    REQUIRE(fs::remove(file));
}

tests::Row result_of(int i, const std::string& problem) {
    tests::Row row = OfficePortal::who(i);
    row["published_on"] = "2026-04-0" + std::to_string(i % 9 + 1);
    row["expires_on"] = i == 3 ? "2026-12-01" : "2030-01-01";
    row["problem"] = problem;
    return row;
}

}  // namespace

TEST_CASE("publishing again when nothing changed makes no page and keeps the release", "[publish]") {
    OfficePortal office;
    const std::string before = office.shown();
    const auto outcome = office.compare();
    CHECK(outcome.unchanged);
    CHECK(outcome.release == before);
    CHECK(outcome.files > 50);
}

TEST_CASE("a file of the current release that has gone or lost bytes is made anew", "[publish]") {
    OfficePortal office;
    const std::string enterprise = records::address::enterprise(tests::fictional_code(4));
    SECTION("an enterprise's page") {
        remove_file(office.current(enterprise));
    }
    SECTION("a result's JSON") {
        remove_file(office.current("results/by-id/0/2.json"));
    }
    SECTION("the home page") {
        remove_file(office.current("index.html"));
    }
    SECTION("half an enterprise's page") {
        tests::tamper(office.current(enterprise), "<!doctype");
    }
    SECTION("the manifest") {
        tests::tamper(office.current("manifest.txt"), "# gongshi release 1\n");
    }
    SECTION("public.db") {
        tests::tamper(office.current("data/public.db"), "nothing");
    }
    const auto outcome = office.publish_sparing();
    CHECK(output::verify_release(office.portal().releases() / outcome.release).whole());
    CHECK(office.shown() == outcome.release);
}

TEST_CASE("whatever changes, the release is the one that is made when every page is made anew", "[publish]") {
    OfficePortal office;
    SECTION("another day") {
        office.as_of = "2026-11-25";
    }
    SECTION("a day on which a result's time of disclosure is over") {
        office.as_of = "2026-12-02";
    }
    SECTION("a result corrected") {
        office.add("results", {result_of(7, "另一个问题")}, "录入有误");
    }
    SECTION("a result more") {
        tests::Row row = result_of(6, "又一个问题");
        row["item"] = "公示信息检查";
        office.add("results", {row});
    }
    SECTION("a follow-up more") {
        office.add("follow-ups", {OfficePortal::who(8)});
    }
    SECTION("a penalty more") {
        tests::Row row = OfficePortal::who(9);
        row["decision_number"] = "乙市监罚〔2026〕9号";
        office.add("penalties", {row});
    }
    SECTION("a result withdrawn") {
        office.withdraw("result", "7");
    }
    SECTION("a result with a follow-up withdrawn") {
        office.withdraw("result", "2");
    }
    SECTION("a penalty withdrawn") {
        office.withdraw("penalty", "1");
    }
    SECTION("a follow-up withdrawn") {
        office.withdraw("follow-up", "1");
    }
    SECTION("a draw withdrawn") {
        office.withdraw("draw", "1");
    }
    SECTION("an enterprise's word about a result") {
        office.state(7, 7, "已经改正");
    }
    SECTION("an enterprise's word in general") {
        office.state(7, 0, "已经搬迁");
    }
    SECTION("an objection to a result") {
        office.object_to("result", "7");
    }
    SECTION("an objection to a follow-up") {
        office.object_to("follow-up", "1");
    }
    SECTION("an objection to a penalty") {
        office.object_to("penalty", "1");
    }
    SECTION("an objection answered") {
        const std::string receipt = office.object_to("result", "7");
        office.publish_sparing();
        office.answer(receipt);
    }
    SECTION("a corrected result corrected again, then objected to") {
        office.add("results", {result_of(7, "另一个问题")}, "录入有误");
        office.publish_sparing();
        office.add("results", {result_of(7, "又一个问题")}, "还是有误");
        office.object_to("result", "7");
    }
    SECTION("an object more") {
        office.add("objects", {OfficePortal::who(40)});
    }
    SECTION("another name of an office") {
        std::string toml = tests::clerks_site_toml;
        toml.replace(toml.find("甲市乙区\""), std::string("甲市乙区").size(), "甲市新区");
        office.write("site.toml", toml);
    }
    SECTION("another name of the site") {
        std::string toml = tests::clerks_site_toml;
        toml.replace(toml.find("甲市公示"), std::string("甲市公示").size(), "甲市新公示");
        office.write("site.toml", toml);
    }
    SECTION("another cap on yearly inspections") {
        office.declare_cap(2);
    }
    SECTION("a department's cap on yearly inspections") {
        office.declare_cap(1, "乙区市场监督管理局");
    }
    SECTION("a template of the portal's own") {
        office.write("templates/enterprise.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n<h1>{{TITLE}}</h1>\n");
    }
    SECTION("a guide") {
        office.write("content/guides/own.md", "# 办事指南\n\n请到窗口办理。\n");
    }
    SECTION("a release made by another program") {
        fs::remove(office.portal().releases() / ".made-with");
    }
    office.compare();
}

TEST_CASE("an objection to one result makes its page and its enterprise's anew and leaves the others linked",
          "[publish]") {
    OfficePortal office;
    const fs::path before = office.portal().releases() / office.shown();
    office.object_to("result", "7");
    office.compare();
    const auto kept = [&](const fs::path& page) { return tests::same_file(before / page, office.current(page)); };
    CHECK(kept("results/by-id/0/8.html"));
    CHECK(kept(records::address::enterprise(tests::fictional_code(8))));
    CHECK_FALSE(kept("results/by-id/0/7.html"));
    CHECK_FALSE(kept(records::address::enterprise(tests::fictional_code(7))));
}

TEST_CASE("one changed result leaves every other enterprise's page linked", "[publish]") {
    OfficePortal office;
    const fs::path other = records::address::enterprise(tests::fictional_code(4));
    const fs::path before = office.portal().releases() / office.shown();
    office.add("results", {result_of(7, "另一个问题")}, "录入有误");
    office.compare();
    CHECK(tests::same_file(before / other, office.current(other)));
    CHECK_FALSE(tests::same_file(before / "results/by-id/0/7.html", office.current("results/by-id/0/7.html")));
}

TEST_CASE("bytes changed on the disk within a file's size are found by verify-site and mended by --rebuild",
          "[publish]") {
    OfficePortal office;
    const fs::path page = office.current(records::address::enterprise(tests::fictional_code(4)));
    tests::tamper(page, std::string(fs::file_size(page), 'x'));
    office.as_of = "2026-11-25";
    const std::string kept = office.publish_sparing().release;
    CHECK(output::verify_release(office.portal().releases() / kept).changed.size() == 1);
    const std::string mended = office.run(office.portal(), true).release;
    CHECK(mended == kept);
    CHECK(output::verify_release(office.portal().releases() / mended).whole());
}

TEST_CASE("after any row of changes taken by chance the release is the same", "[publish][slow]") {
    OfficePortal office;
    std::mt19937 random(20261118);
    int day = 18, number = 100;
    for (int round = 0; round < 12; ++round) {
        INFO("round " << round);
        const int who = static_cast<int>(random() % objects) + 1;
        switch (random() % 9) {
            case 0:
                office.add("results", {result_of(who, "问题" + std::to_string(++number))}, "更正");
                break;
            case 1:
                office.add("objects", {OfficePortal::who(++number)});
                break;
            case 2: {
                tests::Row row = result_of(who, "新问题");
                row["item"] = "检查事项" + std::to_string(++number);
                office.add("results", {row});
                break;
            }
            case 3:
                if (day < 30) office.as_of = "2026-11-" + std::to_string(++day);
                break;
            case 4:
                fs::remove(office.current(records::address::enterprise(tests::fictional_code(who))));
                break;
            case 5:
                office.declare_cap(static_cast<int>(random() % 4));
                break;
            case 6:
                office.state(who, random() % 2 == 0 ? who : 0, "说明" + std::to_string(++number));
                break;
            case 7:
                office.object_to("result", std::to_string(who));
                break;
            default:
                break;
        }
        office.compare();
    }
}
