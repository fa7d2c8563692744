// gongshi draw … as an office uses it: the real program on a real portal, from the nonce to the reveal.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>

#include "tests/drawing_office.h"

namespace fs = std::filesystem;
using tests::Answer;
using tests::DrawingOffice;

namespace {

/// The checks of a package with these statuses, in order.
std::vector<std::string> checks(const DrawingOffice& office, const std::string& words, const std::string& status) {
    std::vector<std::string> names;
    const Answer answer = office.gongshi("--json draw verify " + words);
    const nlohmann::json report = nlohmann::json::parse(answer.out);
    for (const auto& check : report["checks"])
        if (check["status"] == status) names.push_back(check["name"]);
    return names;
}

std::string codes_of_results(const std::vector<std::string>& codes) {
    std::string sheet = "名称,统一社会信用代码,检查事项,检查结果,检查日期,检查完成日期,公示日期,审核状态\n";
    for (const std::string& code : codes) {
        int serial = 0;
        for (int i = 1; i <= 60; ++i)
            if (tests::fictional_code(i) == code) serial = i;
        sheet += "示例" + std::to_string(serial) + "号商行," + code +
                 ",食品经营检查,未发现问题,2023-10-10,2023-10-10,2023-10-12,已公示\n";
    }
    return sheet;
}

}  // namespace

TEST_CASE("a nonce is kept where only its holder can read it, is never overwritten and needs no portal", "[draws]") {
    const tests::PortalFolder folder;
    const std::string file = (folder.path() / "mine").string();
    const std::string make =
        "cd / && '" GONGSHI_PROGRAM "' -q draw nonce '" + file + "' --who office >'" + file + ".out'";
    REQUIRE(std::system(make.c_str()) == 0);
    CHECK(tests::mode_of(file) == 0600);
    const std::string before = tests::read_file(file), commit = tests::read_file(file + ".out");
    CHECK(commit.size() == 65);
    CHECK(before.find(commit.substr(0, 64)) == std::string::npos);
    CHECK(std::system((make + " 2>/dev/null").c_str()) != 0);
    CHECK(tests::read_file(file) == before);
    REQUIRE(std::system(("cd / && '" GONGSHI_PROGRAM "' -q draw nonce '" + file + "2' --who office >'" + file + ".out'")
                            .c_str()) == 0);
    CHECK(tests::read_file(file + ".out") != commit);
}

TEST_CASE("a draw with public strata is announced, drawn, changed and revealed, and verifies", "[draws]") {
    const DrawingOffice office;
    const int id = office.announced();
    const fs::path folder = office.draw(id);
    CHECK(office.status(id)["state"] == "announced");
    CHECK(checks(office, folder.string() + " --seen 2023-09-14T13:00:00+08:00", "ok") ==
          std::vector<std::string>{"announcement", "timing", "quotas", "exclusions"});
    office.run(id, "a");
    CHECK(office.status(id)["state"] == "drawn");
    const std::vector<std::string> list = office.list(id);
    REQUIRE(list.size() == 6);  // ⌈38 · 10 %⌉ + ⌈20 · 10 %⌉
    const std::string number = std::to_string(id);

    const auto replaced =
        office.done("draw replace " + number + " " + list[0] + " --reason REVOKED --at 2023-09-18T09:00:00+08:00");
    const std::string fresh = replaced["new"];
    CHECK(std::find(list.begin(), list.end(), fresh) == list.end());
    const auto reassigned = office.done("draw assign " + number + " " + list[1] +
                                        " --slot 0 --reason ILLNESS --at 2023-09-18T10:00:00+08:00");
    CHECK(reassigned["new"] != reassigned["old"]);
    office.done("draw assign " + number + " " + fresh +
                " --slot 0 --reason DIRECT --inspector 执01 --at 2023-09-18T11:00:00+08:00");

    std::vector<std::string> now = list;
    now[0] = fresh;
    CHECK(office.refused("draw reveal " + number + " --at 2023-10-11T09:00:00+08:00").find("还有 6 户") !=
          std::string::npos);
    office.import("results", "results.csv", codes_of_results(now),
                  {{"office", "999901"},
                   {"task_number", "T-FOOD"},
                   {"agency", "乙区市场监督管理局"},
                   {"disclosure", "主动公开"}});
    const auto revealed = office.done("draw reveal " + number + " --at 2023-10-13T09:00:00+08:00");
    CHECK(revealed["replaced"] == 1);
    CHECK(revealed["reassigned"] == 2);
    office.write("series.json", "");
    CHECK(checks(office, folder.string() + " --seen 2023-09-14T13:00:00+08:00 --beacon round-657413.json",
                 "not checked") == std::vector<std::string>{"series"});
    CHECK(checks(office, folder.string() + " --seen 2023-09-14T13:00:00+08:00 --beacon round-657413.json", "fail")
              .empty());

    records::Portal portal = records::Portal::open(office.path() / "portal.db", false);
    std::vector<std::string> rows;
    portal.each_drawn_object(records::Portal::Which::with_drafts, [&](const records::DrawnObject& row) {
        if (row.draw == id) rows.push_back(portal.codes_of(row.object).front().code);
    });
    std::sort(rows.begin(), rows.end());
    std::sort(now.begin(), now.end());
    CHECK(rows == now);  // the task's list is the list as the changes left it
}

TEST_CASE("a draw by credit-risk classes verifies for auditors and shows the public nothing of the classes",
          "[draws]") {
    const DrawingOffice office;
    const int id = office.announce("c", "T-CLASS --basis classes --round 657413" + DrawingOffice::noon);
    const std::string number = std::to_string(id);
    office.run(id, "c");
    office.done("draw reveal " + number + " --all-inspected --at 2023-10-13T09:00:00+08:00");
    CHECK(checks(office, office.draw(id).string() + " --seen 2023-09-14T13:00:00+08:00 --beacon round-657413.json",
                 "not checked") == std::vector<std::string>{"series"});
    records::Portal portal = records::Portal::open(office.path() / "portal.db", false);
    std::vector<std::string> open;
    for (const records::DrawFile& file : portal.draw_files(id)) open.push_back(file.name);
    CHECK(open == std::vector<std::string>{"announcement.json", "drawn.json", "events.json", "record.json"});
    for (const records::DrawFacts& facts : portal.draw_records(records::Portal::Which::with_drafts))
        CHECK(facts.ratio.empty());
}

TEST_CASE("announcing shows its arithmetic, and a dry run writes nothing", "[draws]") {
    const DrawingOffice office;
    const std::string options = DrawingOffice::facts + DrawingOffice::noon + office.commits("d");
    const std::string database = tests::read_file(office.path() / "portal.db");
    const Answer answer = office.gongshi("draw announce --dry-run " + options);
    REQUIRE(answer.code == 0);
    for (const char* part : {"餐饮服务（catering）：38 户 × 10% = 3.8，进一取整 4",
                             "食品销售（retail）：20 户 × 10% = 2", "共抽 6 户", "已注销（DEREGISTERED）：1 户",
                             "歇业（SUSPENDED-BUSINESS）：1 户", "不足四人的名额", "2023-09-15T10:00:00+08:00"})
        CHECK(answer.out.find(part) != std::string::npos);
    CHECK_FALSE(fs::exists(office.path() / "draws"));
    CHECK(tests::read_file(office.path() / "portal.db") == database);
    const Answer total = office.gongshi("draw announce --dry-run --total 9 " + options);
    REQUIRE(total.code == 0);
    CHECK(total.out.find("共抽 9 户") != std::string::npos);
    CHECK(total.out.find("余数第 1 大") != std::string::npos);
}

TEST_CASE("what the protocol or the plan does not allow is refused before anything is written", "[draws]") {
    const DrawingOffice office;
    const std::string commits = office.commits("r"), noon = DrawingOffice::noon;
    const auto says = [&](const std::string& words, int code, const std::string& part) {
        const std::string answer = office.refused("draw announce " + words, code);
        INFO(words << "\n" << answer);
        CHECK(answer.find(part) != std::string::npos);
    };
    says("T-FOOD" + noon + " --commit office=" + std::string(64, 'a'), 2, "supervisor");
    says("T-FOOD" + noon + commits + " --commit office=" + std::string(64, 'a'), 2, "两次");
    says("T-FOOD" + noon + commits + " --commit third=12", 2, "64位十六进制");
    says("T-NONE" + noon + commits, 1, "没有编号");
    says("T-OTHER" + noon + commits, 1, "抽查比例");
    says("T-FOOD" + noon + commits + " --beacon-at 2023-09-14T12:30:00+08:00", 1, "不到一小时");
    says("T-FOOD" + noon + commits + " --round 123", 1, "不到一小时");
    says("T-FOOD" + noon + commits + " --beacon-at 9999-12-31T23:59:59+08:00", 1, "400 天");
    says("T-FOOD" + noon + commits + " --round 9007199254740991", 1, "400 天");
    says("T-FOOD" + noon + commits + " --round 9223372036854775807", 2, "16 位");
    says("T-FOOD" + noon + commits + " --ratio=-5%", 2, "--ratio");
    says("T-FOOD" + noon + commits + " --department SCJG-2", 2, "[draw.departments]");
    says("T-FOOD" + noon + commits + " --deadline 2024-12-31", 1, "400 天");
    says("T-FOOD" + noon + commits + " --deadline 2023-09-01", 1, "公开期限");
    says("T-FOOD" + noon + commits + " --needs SCJG:*:1", 2, "至少两名");
    says("T-FOOD" + noon + commits + " --needs GAJ:*:2", 2, "[draw.departments]");
    says("T-FOOD" + noon + commits + " --needs SCJG:fire:2", 2, "[draw.skills]");
    says("T-FOOD" + noon + commits + " --scope credit_class=D", 2, "只供内部参考");
    says("T-FOOD" + noon + commits + " --scope field=旅馆", 1, "一个对象也没有");
    says("T-FOOD" + noon + commits + " --stratum-by status", 1, "[draw.strata]");
    says("T-FOOD" + noon + commits + " --total 1 --stratum-by field", 1, "每层至少抽 1 户");
    says("T-FOOD" + noon + commits + " --total 2 --stratum-by field", 1, "低于计划的比例");
    says("T-FOOD" + noon + commits + " --demo-secrets x", 2, "演示门户");
    CHECK_FALSE(fs::exists(office.path() / "draws"));
}

TEST_CASE("while a draw of a series is open no other is announced in it, and numbers go on without gaps", "[draws]") {
    const DrawingOffice office;
    const int first = office.announced("one");
    CHECK(office.refused("draw announce " + DrawingOffice::facts + DrawingOffice::noon + office.commits("two"))
              .find("还没有了结") != std::string::npos);
    office.done("draw cancel " + std::to_string(first) + " --at 2023-09-14T13:00:00+08:00");
    const int other = office.announce("joint", DrawingOffice::facts + " --department WJ" + DrawingOffice::noon);
    CHECK(office.refused("draw announce " + DrawingOffice::facts + DrawingOffice::noon + office.commits("parallel"))
              .find("还没有了结") != std::string::npos);  // the same task, by two departments at once
    office.done("draw cancel " + std::to_string(other) + " --at 2023-09-14T13:00:00+08:00");
    const int second = office.announced("three");
    CHECK(office.status(second)["seq"] == 1);
    const auto announcement = nlohmann::json::parse(tests::read_file(office.draw(second) / "announcement.json"));
    CHECK(announcement["prev"] == office.status(first)["draw"]);
}

TEST_CASE("a commitment of an earlier draw is refused, however that draw ended", "[draws]") {
    const DrawingOffice office;
    const std::string old = office.commits("old"), announce = "draw announce " + DrawingOffice::facts;
    const int first = office.done(announce + DrawingOffice::noon + old)["id"];
    office.done("draw cancel " + std::to_string(first) + " --at 2023-09-14T13:00:00+08:00");
    const std::string supervisor = old.substr(old.find(" --commit supervisor="));
    const std::string fresh = office.commits("new"), own = fresh.substr(0, fresh.find(" --commit supervisor="));
    for (const std::string& commits : {old, own + supervisor})
        CHECK(office.refused(announce + DrawingOffice::noon + commits).find("每次抽取都要用新的秘密数") !=
              std::string::npos);
    CHECK(office.refused(announce + DrawingOffice::noon + own + supervisor).find("supervisor") != std::string::npos);
    office.done(announce + " --at 2023-09-14T13:10:00+08:00" + fresh);
}

TEST_CASE("a step in the wrong order is refused with what to do next", "[draws]") {
    const DrawingOffice office;
    const int id = office.announced();
    const std::string number = std::to_string(id), object = tests::fictional_code(1);
    const auto says = [&](const std::string& words, const std::string& part) {
        const std::string answer = office.refused("draw " + words);
        INFO(words << "\n" << answer);
        CHECK(answer.find(part) != std::string::npos);
    };
    const std::string run = "run " + number + " --beacon round-657413.json" + office.nonces("a");
    says("run 99 --beacon round-657413.json" + office.nonces("a"), "draw status");
    says(run + " --at 2023-09-15T18:00:00+08:00", "等到 2023-09-15T19:00:03+08:00");
    says(run + " --at 2023-09-16T19:10:00+08:00", "draw abort");
    says("run " + number + " --beacon round-123.json" + office.nonces("a") + DrawingOffice::evening, "第 657413 轮");
    says("run " + number + " --beacon round-657413.json --nonce a.office" + DrawingOffice::evening, "缺少 supervisor");
    office.commits("other");
    says("run " + number + " --beacon round-657413.json" + office.nonces("other") + DrawingOffice::evening,
         "与承诺不符");
    says("replace " + number + " " + object + " --reason REVOKED" + DrawingOffice::evening, "只有抽取之后");
    says("reveal " + number + " --at 2023-12-31T09:00:00+08:00", "还没有抽");
    says("abort " + number + " --order 1号 --at 2023-09-14T13:00:00+08:00" + office.nonces("a"), "draw cancel");
    says("abort " + number + " --reason BEACON --at 2023-09-16T13:00:00+08:00" + office.nonces("a"), "七天");
    says("cancel " + number + " --at 2023-09-15T18:30:00+08:00", "draw abort");
    office.run(id, "a");
    says(run + DrawingOffice::evening, "draw reveal");
    says("cancel " + number + DrawingOffice::evening, "已抽取");
    says("abort " + number + " --reason BEACON --at 2023-10-16T13:00:00+08:00", "--order");
    says("replace " + number + " " + object + "X --reason REVOKED --at 2023-09-16T09:00:00+08:00", "不在抽中名单里");
    const std::string drawn = office.list(id)[0];
    says("assign " + number + " " + drawn + " --slot 9 --reason ILLNESS --at 2023-09-16T09:00:00+08:00", "个名额");
    says("assign " + number + " " + drawn + " --slot 0 --reason DIRECT --inspector 执01 --at 2023-09-16T09:00:00+08:00",
         "已经有人");
    says("replace " + number + " " + drawn + " --reason REVOKED --at 2023-09-15T10:00:00+08:00",
         "早于这次抽取的上一步");
    office.done("draw reveal " + number + " --all-inspected --at 2023-09-20T09:00:00+08:00");
    says("reveal " + number + " --at 2023-12-31T09:00:00+08:00", "已公开");
    says("abort " + number + " --order 1号 --at 2023-12-31T09:00:00+08:00", "已公开");
    CHECK(office.gongshi("draw replace " + number + " " + drawn + " --reason UNKNOWN").code == 2);
}

TEST_CASE("a stratum's replacements are limited and come in order", "[draws]") {
    const DrawingOffice office;
    const std::string number = std::to_string(office.drawn());
    std::string first;
    for (const auto& row : office.list(std::stoi(number)))  // of the stratum catering
        for (int i = 1; i <= 40; ++i)
            if (first.empty() && tests::fictional_code(i) == row) first = row;
    const std::string next = office.done("draw replace " + number + " " + first +
                                         " --reason DUPLICATE --at 2023-09-16T09:00:00+08:00")["new"];
    CHECK(office.refused("draw replace " + number + " " + next + " --reason DUPLICATE --at 2023-09-16T10:00:00+08:00")
              .find("没有替补的余地") != std::string::npos);
}

TEST_CASE("an aborted draw opens what a reveal opens, and its series is free again", "[draws]") {
    const DrawingOffice office;
    const int drawn = office.drawn("one");
    office.done("draw abort " + std::to_string(drawn) + " --order 乙府办〔2023〕9号 --at 2023-09-16T09:00:00+08:00");
    const std::string told = " --seen 2023-09-14T13:00:00+08:00 --beacon round-657413.json";
    CHECK(checks(office, office.draw(drawn).string() + told, "not checked") == std::vector<std::string>{"series"});
    const int again = office.announce(
        "two", DrawingOffice::facts + " --beacon-at 2023-09-18T10:00:00+08:00 --at 2023-09-16T10:00:00+08:00");
    office.refused("draw abort " + std::to_string(again) +
                   " --order 1号 --at 2023-09-19T10:00:00+08:00");  // nonces are missing
    office.done("draw abort " + std::to_string(again) + " --reason BEACON" + office.nonces("two") +
                " --at 2023-09-25T10:00:00+08:00");
    CHECK(checks(office, office.draw(again).string() + told, "ok") ==
          std::vector<std::string>{"announcement", "timing", "quotas", "commitments", "object pool", "inspector pool",
                                   "exclusions"});
    CHECK(office.status(again)["state"] == "aborted");
}

TEST_CASE("status tells what is next, how many days are left and what is overdue", "[draws]") {
    const DrawingOffice office;
    const int id = office.drawn();
    CHECK(office.status(id, "2023-12-30T09:00:00+08:00")["days_left"] == 1);
    CHECK(office.status(id, "2023-12-31T09:00:00+08:00")["overdue"] == false);
    CHECK(office.status(id, "2024-01-01T09:00:00+08:00")["overdue"] == true);
    const Answer told = office.gongshi("draw status --at 2024-01-02T09:00:00+08:00");
    CHECK(told.out.find("逾期未公开") != std::string::npos);
    CHECK(told.out.find("已过 2 天") != std::string::npos);
}

TEST_CASE("status says to publish what is not yet published, to fill empty slots and when the list may be revealed",
          "[draws]") {
    const DrawingOffice office;
    const int id = office.announced();
    const auto next = [&](const std::string& at) { return office.status(id, at)["next"].get<std::string>(); };
    const auto has = [](const std::string& text, const std::string& part) {
        INFO(text);
        CHECK(text.find(part) != std::string::npos);
    };
    CHECK(next("2023-09-14T13:00:00+08:00").starts_with("现在发布（gongshi publish）；然后等到"));
    has(next("2023-09-15T19:10:00+08:00"), "draw abort");
    REQUIRE(office.gongshi("publish --by 甲 --as-of 2023-09-14").code == 0);
    CHECK(next("2023-09-14T13:00:00+08:00").starts_with("等到"));
    CHECK(next("2023-09-15T19:10:00+08:00").starts_with("在 2023-09-16T19:00:03+08:00 之前"));
    const Answer run =
        office.gongshi("draw run 1 --beacon round-657413.json" + office.nonces("a") + DrawingOffice::evening);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    has(run.out, "announcement.json");
    CHECK(next("2023-09-16T09:00:00+08:00").starts_with("现在发布（gongshi publish）；然后检查全部完成"));

    const std::vector<std::string> list = office.list(id);
    std::vector<std::string> now = list;
    now[0] = office.done("draw replace 1 " + list[0] + " --reason REVOKED --at 2023-09-18T09:00:00+08:00")["new"];
    has(next("2023-09-19T09:00:00+08:00"), "还有 3 个名额空着");
    REQUIRE(office.gongshi("publish --by 甲 --as-of 2023-09-19").code == 0);
    CHECK(next("2023-09-19T09:00:00+08:00").starts_with("还有 3 个名额空着"));
    for (const std::string slot : {"0", "1", "2"})
        office.done("draw assign 1 " + now[0] + " --slot " + slot + " --reason DIRECT --inspector 执0" +
                    std::to_string(std::stoi(slot) + 1) + " --at 2023-09-20T09:00:00+08:00");
    office.import("results", "results.csv", codes_of_results(now),
                  {{"office", "999901"},
                   {"task_number", "T-FOOD"},
                   {"agency", "乙区市场监督管理局"},
                   {"disclosure", "主动公开"}});
    has(next("2023-10-13T09:00:00+08:00"), "名单上 6 户都有检查结果，现在可以公开：gongshi draw reveal 1");
    office.done("draw reveal 1 --at 2023-10-13T09:00:00+08:00");
    CHECK(next("2023-10-13T09:00:00+08:00") == "现在发布（gongshi publish）");
    has(office.gongshi("draw status").out, "下一步：现在发布");
    REQUIRE(office.gongshi("publish --by 甲 --as-of 2023-10-13").code == 0);
    CHECK(next("2023-10-13T09:00:00+08:00") == "没有要做的了");
}

TEST_CASE("a list drawn from an announcement that nobody could have seen is warned of", "[draws]") {
    const DrawingOffice office;
    office.announced();
    const Answer run =
        office.gongshi("-q draw run 1 --beacon round-657413.json" + office.nonces("a") + DrawingOffice::evening);
    CHECK(run.code == 0);
    CHECK(run.err.find("还没有公布") != std::string::npos);
    CHECK(run.err.find("draw abort 1") != std::string::npos);
    const Answer slip = office.gongshi("draw slip verify draws/1/slips/" + office.list(1)[0] + ".json");
    CHECK(slip.code == 3);
    CHECK(slip.err.find("--record draws/1/slips/../record.json") != std::string::npos);
}

TEST_CASE("every file of a draw's folder is its owner's alone, also in a backup", "[draws]") {
    const DrawingOffice office;
    const int id = office.drawn();
    office.done("draw assign " + std::to_string(id) + " " + office.list(id)[0] +
                " --slot 0 --reason ILLNESS --at 2023-09-16T09:00:00+08:00");
    REQUIRE(office.gongshi("backup copy").code == 0);
    for (const fs::path& draws : {office.path() / "draws", office.path() / "copy" / "draws"}) {
        CHECK(tests::mode_of(draws) == 0700);
        std::size_t files = 0;
        for (const auto& entry : fs::recursive_directory_iterator(draws)) {
            INFO(entry.path());
            CHECK(tests::mode_of(entry.path()) == (entry.is_directory() ? 0700 : 0600));
            CHECK(entry.path().extension() != ".next");
            files += entry.is_regular_file() ? 1 : 0;
        }
        CHECK(files > 15);
    }
}

TEST_CASE("no nonce, salt key, person's salt or event's salt is in a database, a release or what a command printed",
          "[draws]") {
    const DrawingOffice office;
    const int id = office.drawn();
    office.done("draw assign " + std::to_string(id) + " " + office.list(id)[0] +
                " --slot 0 --reason ILLNESS --at 2023-09-16T09:00:00+08:00");
    office.gongshi("draw status --at 2023-09-17T09:00:00+08:00");
    REQUIRE(office.gongshi("publish --by 甲 --as-of 2023-09-17").code == 0);
    std::string release;
    for (const auto& entry : fs::recursive_directory_iterator(office.path() / "releases"))
        if (entry.is_regular_file()) release += tests::read_file(entry.path());
    CHECK(release.find(nlohmann::json::parse(tests::read_file(office.draw(id) / "record.json"))["draw"]) !=
          std::string::npos);
    std::vector<std::string> secrets{tests::read_file(office.draw(id) / "salt-key").substr(0, 64)};
    for (const char* who : {"a.office", "a.supervisor"})
        secrets.push_back(nlohmann::json::parse(tests::read_file(office.path() / who))["nonce"]);
    const nlohmann::json persons = nlohmann::json::parse(tests::read_file(office.draw(id) / "persons.json"));
    for (const auto& one : persons["persons"]) secrets.push_back(one["salt"]);
    const nlohmann::json openings = nlohmann::json::parse(tests::read_file(office.draw(id) / "openings.json"));
    for (const auto& one : openings["openings"]) secrets.push_back(one["salt"]);
    CHECK(secrets.size() == 1 + 2 + 9 + 1);
    for (const std::string& secret : secrets) {
        std::string bytes;
        for (std::size_t i = 0; i < secret.size(); i += 2)
            bytes += static_cast<char>(std::stoi(secret.substr(i, 2), nullptr, 16));
        for (const char* file : {"portal.db", "private.db"}) {
            const std::string database = tests::read_file(office.path() / file);
            CHECK(database.find(secret) == std::string::npos);
            CHECK(database.find(bytes) == std::string::npos);
        }
        CHECK(release.find(secret) == std::string::npos);
        CHECK(release.find(bytes) == std::string::npos);
        CHECK(office.said().find(secret) == std::string::npos);
    }
    for (const char* file : {"portal.db", "private.db"})  // nor who was drawn
        CHECK(tests::read_file(office.path() / file).find("\"inspectors\":[\"") == std::string::npos);
}

TEST_CASE("a command that was killed before the database took its step can simply be repeated", "[draws]") {
    const DrawingOffice office;
    // What a crash before the commit leaves of an announcement: a folder that has a number nobody knows.
    fs::create_directories(office.path() / "draws" / "1");
    office.write("draws/1/salt-key", "of an announcement that never was");
    fs::create_directories(office.path() / "draws" / ".new");
    const int id = office.announced();
    CHECK(id == 1);
    CHECK(tests::read_file(office.path() / "draws" / "1.left-1" / "salt-key") == "of an announcement that never was");
    // Of a run: the list and sheets, and the record under its waiting name.
    office.write("draws/1/drawn.json", "{}");
    office.write("draws/1/record.json.next", "{}");
    office.run(id, "a");
    CHECK(office.list(id).size() == 6);
}

TEST_CASE("what a crash after the database took a step left undone is made up for by the next command", "[draws]") {
    const DrawingOffice office;
    const int id = office.drawn();
    fs::rename(office.draw(id) / "record.json", office.draw(id) / "record.json.next");
    office.write("draws/1/events.json.next", tests::read_file(office.draw(id) / "events.json"));
    office.write("draws/1/events.json", "older");
    CHECK(office.status(id)["state"] == "drawn");
    CHECK(fs::exists(office.draw(id) / "record.json"));
    office.done("draw reveal " + std::to_string(id) + " --all-inspected --at 2023-09-20T09:00:00+08:00");
}

TEST_CASE("publishing settles the files of a step that was killed after the database took it", "[draws]") {
    const DrawingOffice office;
    const int id = office.drawn();
    fs::rename(office.draw(id) / "record.json", office.draw(id) / "record.json.next");
    REQUIRE(office.gongshi("publish --by 甲 --as-of 2023-09-17").code == 0);
    const std::string address = "public/current/draws/" + std::to_string(id) + "/record.json";
    CHECK(office.read(address) == tests::read_file(office.draw(id) / "record.json"));
}

TEST_CASE("a list that a killed run left is not published by an abort", "[draws]") {
    const DrawingOffice office;
    const int drawn = office.drawn("one");
    const std::string left = tests::read_file(office.draw(drawn) / "drawn.json");
    const DrawingOffice other;
    const int id = other.announced();
    other.write("draws/" + std::to_string(id) + "/drawn.json", left);
    other.write("draws/" + std::to_string(id) + "/events.json", "{}");
    other.done("draw abort " + std::to_string(id) + " --order 1号 --at 2023-09-17T09:00:00+08:00" + other.nonces("a"));
    records::Portal portal = records::Portal::open(other.path() / "portal.db", false);
    std::vector<std::string> open;
    for (const records::DrawFile& file : portal.draw_files(id)) open.push_back(file.name);
    CHECK(open == std::vector<std::string>{"announcement.json", "end.json", "inspectors.tsv", "objects.tsv",
                                           "quota.json", "reveal.json"});
    CHECK(other.gongshi("publish --by 甲 --as-of 2023-09-17").code == 0);
}

TEST_CASE("what could never be published is refused before it is committed to", "[draws]") {
    const DrawingOffice office;
    const std::string announce = "draw announce " + DrawingOffice::facts + DrawingOffice::noon + office.commits("w");
    for (const std::string& title :
         {std::string("D类企业专项抽查"), std::string("联系13800138000"), std::string("一行\n两行"),
          std::string("\u202e倒写"), std::string("  "), std::string(603, 'x'), std::string("样甲丙1牵头的抽查")}) {
        INFO(title);
        CHECK(office.refused(announce + " --title '" + title + "'").find("--title") != std::string::npos);
    }
    const std::string number = std::to_string(office.drawn());
    const std::string abort = "draw abort " + number + " --at 2023-09-17T09:00:00+08:00 --order ";
    CHECK(office.refused(abort + "'1号，电话13800138000'").find("手机号码") != std::string::npos);
    office.done(abort + "乙府办〔2023〕9号");
    CHECK(office.gongshi("publish --by 甲 --as-of 2023-09-17").code == 0);
}

TEST_CASE("strata that look like credit-risk classes are not published as facts", "[draws]") {
    const DrawingOffice office;
    const std::string announce =
        "draw announce T-FOOD" + DrawingOffice::noon + office.commits("k") + " --objects list.csv";
    for (const std::string word :
         {"A", "d", "A类", "低风险", "高风险企业", "信用等级甲", "class-b", "LOW-RISK", "一般"}) {
        INFO(word);
        office.write("list.csv", "统一社会信用代码,分层\n" + tests::fictional_code(1) + "," + word + "\n");
        const std::string site = office.read("site.toml");
        office.write("site.toml", site + "plain = \"" + word + "\"\n");
        CHECK(office.refused(announce).find("--basis classes") != std::string::npos);
        office.write("site.toml", site);
    }
    for (const std::string word : {"food-grade-one", "HIGH-TECH", "餐饮服务", "A-east"}) {
        INFO(word);
        office.write("list.csv", "统一社会信用代码,分层\n" + tests::fictional_code(1) + "," + word + "\n");
        CHECK(office.gongshi(announce + " --dry-run").code == 0);
    }
}

TEST_CASE("sheets to print name each enterprise once, its inspectors, and hold a slip that verifies", "[draws]") {
    const DrawingOffice office;
    const int id = office.drawn();
    const std::string slips = tests::read_file(office.draw(id) / "print" / "slips.html");
    const std::string tasks = tests::read_file(office.draw(id) / "print" / "tasks.html");
    const auto times = [](const std::string& text, const std::string& part) {
        std::size_t count = 0;
        for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
        return count;
    };
    CHECK(times(slips, "<section>") == 6);
    CHECK(times(slips, "<svg class=\"qr\"") == 6);
    CHECK(times(slips, "src=") + times(slips, "http") + times(tasks, "src=") + times(tasks, "http") == 0);
    CHECK(tasks.find("执01") != std::string::npos);
    for (const std::string& object : office.list(id)) {
        CHECK(slips.find(object) != std::string::npos);
        CHECK(tasks.find(object) != std::string::npos);
        CHECK(office.gongshi("draw slip verify draws/1/slips/" + object + ".json --record draws/1/record.json").code ==
              0);
    }
    CHECK(slips.find("catering") == std::string::npos);
}

TEST_CASE("after a change the sheets to print tell what the slips no longer do", "[draws]") {
    const DrawingOffice office;
    const int id = office.drawn();
    const std::vector<std::string> list = office.list(id);
    const auto replaced =
        office.gongshi("draw replace 1 " + list[0] + " --reason REVOKED --at 2023-09-18T09:00:00+08:00");
    REQUIRE(replaced.code == 0);
    CHECK(replaced.out.find(list[0] + " 的凭条作废") != std::string::npos);
    const std::string fresh = replaced.out.substr(
        replaced.out.find("由本层的下一户 ") + std::string("由本层的下一户 ").size(), list[0].size());
    const auto reassigned =
        office.done("draw assign 1 " + list[1] + " --slot 0 --reason ILLNESS --at 2023-09-18T10:00:00+08:00");
    const std::string slips = tests::read_file(office.draw(id) / "print" / "slips.html");
    const auto sheet = [&](const std::string& object) {
        const std::size_t at = slips.find(">" + object + "<");
        return at == std::string::npos ? "" : slips.substr(at, slips.find("</section>", at) - at);
    };
    const auto holds = [](const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    };
    CHECK_FALSE(holds(slips, list[0]));
    CHECK_FALSE(fs::exists(office.draw(id) / "slips" / (list[0] + ".json")));
    CHECK(fs::exists(office.draw(id) / "slips" / "replaced" / (list[0] + ".json")));
    CHECK(tests::mode_of(office.draw(id) / "slips" / "replaced") == 0700);
    CHECK(holds(sheet(fresh), "本户为替补"));
    CHECK_FALSE(holds(sheet(fresh), "<svg"));
    const std::string changed = sheet(list[1]);
    CHECK(holds(changed, "名额 0 的检查人员已更换为 "));
    CHECK(holds(changed, "（" + reassigned["new"].get<std::string>() + "）"));
    CHECK_FALSE(holds(changed.substr(0, changed.find("<svg")), reassigned["old"]));
    CHECK(holds(changed, "<svg"));
    CHECK(holds(changed, "上面没有更换的检查人员"));
    CHECK_FALSE(holds(sheet(list[2]), "更换"));
    CHECK(holds(sheet(list[2]), "和上面的检查人员，在"));
    CHECK(office.gongshi("draw slip verify draws/1/slips/" + list[1] + ".json --record draws/1/record.json").code == 0);
}
