#include "draw/verify.h"

#include <algorithm>

#include "tests/draw_package_case.h"

namespace {

using tests::check_named;
using tests::DrawPackage;
using tests::statuses;
using tests::vector_package;

draw::BeaconRound same_round(const DrawPackage& package) {
    const draw::Record record = draw::read_record(package.bytes.at("record.json"));
    return {record.round, record.randomness, record.signature};
}

/// What a user says who noted the draw's number, fetched the round and has the office's list.
draw::Told everything_told(const DrawPackage& package) {
    const draw::Announcement announcement = draw::read_announcement(package.bytes.at("announcement.json"));
    draw::SeriesEntry entry;
    for (const auto& holder : announcement.nonces) entry.commits.push_back(holder.commit);
    entry.draw = draw::verify(package.files(), {}).draw;
    entry.series = announcement.series;
    entry.state = "revealed";
    return {.seen = announcement.announced, .beacon = same_round(package), .series = {{entry}}};
}

void add_empty_events(DrawPackage& package) {
    draw::Events events;
    events.draw = draw::verify(package.files(), {}).draw;
    package.bytes["events.json"] = draw::events_json(events);
}

/// The outcome of a package with one changed byte.
enum class Found { unreadable, failed, nothing };

Found found_in(const DrawPackage& package, const draw::Told& told) {
    try {
        return package.verify(told).verdict() == draw::Verdict::fail ? Found::failed : Found::nothing;
    } catch (const draw::Unreadable&) {
        return Found::unreadable;
    }
}

}  // namespace

TEST_CASE("both vectors hold, and what the user has to bring is not checked without it", "[draw][verify]") {
    const DrawPackage package = vector_package(GENERATE("facts", "classes"));
    const draw::Report report = package.verify();
    CHECK(statuses(report) == "o-o-ooooooo--");
    CHECK(report.verdict() == draw::Verdict::incomplete);
    CHECK(check_named(report, "replacements").detail == "缺少 events.json，没有核对");
    CHECK(check_named(report, "beacon").detail ==
          "没有核对签名：这个数可能是任何人编的；请提供同一轮的随机数，或在浏览器里核验");
    CHECK(check_named(report, "series").detail == "没有提供机关的抽取清单");
}

TEST_CASE("a whole package with all that the user can bring is ok in every check", "[draw][verify]") {
    DrawPackage package = vector_package(GENERATE("facts", "classes"));
    add_empty_events(package);
    const draw::Report report = package.verify(everything_told(package));
    CHECK(statuses(report) == "ooooooooooooo");
    CHECK(report.verdict() == draw::Verdict::ok);
}

TEST_CASE("the sentences of the vector of facts", "[draw][verify]") {
    DrawPackage package = vector_package("facts");
    add_empty_events(package);
    CHECK(draw::report_json(package.verify(everything_told(package))) ==
          "{\"checks\":["
          "{\"detail\":\"承诺的格式、期限和各文件所属的抽取都对\",\"name\":\"announcement\",\"status\":\"ok\"},"
          "{\"detail\":\"你自己的记录：2023-08-22T22:15:33+08:00 "
          "已见到这个编号，早于随机源时刻\",\"name\":\"timing\",\"status\":\"ok\"},"
          "{\"detail\":\"共 4 层，应抽 6 户\",\"name\":\"quotas\",\"status\":\"ok\"},"
          "{\"detail\":\"与你提供的第 123 轮随机数一致\",\"name\":\"beacon\",\"status\":\"ok\"},"
          "{\"detail\":\"2 个秘密数都与承诺相符\",\"name\":\"commitments\",\"status\":\"ok\"},"
          "{\"detail\":\"对象库 40 户没有改动（不说明是否齐全）\",\"name\":\"object pool\",\"status\":\"ok\"},"
          "{\"detail\":\"检查人员库 6 人没有改动\",\"name\":\"inspector pool\",\"status\":\"ok\"},"
          "{\"detail\":\"排除 3 户，合格 37 户，与公布的数一致\",\"name\":\"exclusions\",\"status\":\"ok\"},"
          "{\"detail\":\"重新计算得到同样的 6 户\",\"name\":\"drawn\",\"status\":\"ok\"},"
          "{\"detail\":\"重新计算得到同样的检查人员；未配齐名额 0 个，候选不足四人的名额 5 "
          "个\",\"name\":\"matching\",\"status\":\"ok\"},"
          "{\"detail\":\"公开的名单就是登记时锁定的那份，共 6 户\",\"name\":\"result root\",\"status\":\"ok\"},"
          "{\"detail\":\"没有替补和改派\",\"name\":\"replacements\",\"status\":\"ok\"},"
          "{\"detail\":\"机关清单 1 次抽取前后相接，这次是第 0 号\",\"name\":\"series\",\"status\":\"ok\"}],"
          "\"draw\":\"8e512d0f76168f01a18d7452596263624fbb83594c6801c19719fee40e4c3570\",\"verdict\":\"ok\"}\n");
}

TEST_CASE("the slots that stay empty and those with few candidates are counted", "[draw][verify]") {
    CHECK(check_named(vector_package("classes").verify(), "matching").detail ==
          "重新计算得到同样的检查人员；未配齐名额 10 个，候选不足四人的名额 25 个");
}

TEST_CASE("a changed byte anywhere is found by a named check or makes the file unreadable", "[draw][verify]") {
    const std::string folder = GENERATE("facts", "classes");
    DrawPackage package = vector_package(folder);
    add_empty_events(package);
    const draw::Told told = everything_told(package);
    for (auto& [name, bytes] : package.bytes) {
        // Every byte of one package; of the larger one's tables, whose rows are alike, some of each row.
        const std::size_t step = folder == "classes" && name.ends_with(".tsv") ? 11 : 1;
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            // Nothing commits to the time of the record but its 24 hours; the last check of this file is for that.
            if (name == "record.json" && at >= 7 && at < 32) continue;
            const char before = bytes[at];
            bytes[at] = static_cast<char>(before ^ (at % 2 == 0 ? 1 : 4));
            if (found_in(package, told) == Found::nothing)
                FAIL(folder << " " << name << " byte " << at << " not found");
            bytes[at] = before;
        }
    }
}

TEST_CASE("a byte left out or put in anywhere is found too", "[draw][verify]") {
    DrawPackage package = vector_package("facts");
    add_empty_events(package);
    const draw::Told told = everything_told(package);
    for (auto& [name, bytes] : package.bytes) {
        const std::string before = bytes;
        for (std::size_t at = 0; at < before.size(); at += 5) {
            if (name == "record.json" && at >= 7 && at < 32) continue;
            bytes = before.substr(0, at) + before.substr(at + 1);
            if (found_in(package, told) == Found::nothing) FAIL(name << " without byte " << at << " not found");
            bytes = before.substr(0, at) + before[at] + before.substr(at);
            if (found_in(package, told) == Found::nothing) FAIL(name << " with byte " << at << " twice not found");
        }
        bytes = before;
    }
}

TEST_CASE("the record may be of any time within its 24 hours and of none outside", "[draw][verify]") {
    DrawPackage package = vector_package("facts");
    draw::Record record = draw::read_record(package.bytes["record.json"]);
    const auto beacon_at = [&](const char* at) {
        record.at = at;
        package.bytes["record.json"] = draw::record_json(record);
        return check_named(package.verify({.beacon = same_round(package)}), "beacon");
    };
    CHECK(beacon_at("2023-08-23T23:15:33+08:00").status == draw::Status::ok);
    CHECK(beacon_at("2023-08-24T23:15:33+08:00").status == draw::Status::ok);
    CHECK(beacon_at("2023-08-23T23:15:32+08:00").detail == "登记时间不在随机源时刻之后 24 小时之内");
    CHECK(beacon_at("2023-08-24T23:15:34+08:00").detail == "登记时间不在随机源时刻之后 24 小时之内");
}

TEST_CASE("the public part of a draw by classes shows that the list was fixed, and says what it cannot show",
          "[draw][verify]") {
    DrawPackage package = vector_package("classes");
    add_empty_events(package);
    for (const char* kept : {"quota.json", "reveal.json", "objects.tsv", "inspectors.tsv"}) package.bytes.erase(kept);
    const draw::Report report = package.verify();
    CHECK(statuses(report) == "o---------oo-");
    CHECK(check_named(report, "quotas").detail == "缺少 quota.json，没有核对");
    CHECK(check_named(report, "object pool").detail == "缺少 reveal.json、objects.tsv，没有核对");
    CHECK(check_named(report, "exclusions").detail == "缺少 objects.tsv、quota.json，没有核对");
    CHECK(check_named(report, "matching").detail ==
          "缺少 objects.tsv、quota.json、reveal.json、inspectors.tsv，没有核对");
}

TEST_CASE("an announcement alone can be read, and nothing fails", "[draw][verify]") {
    DrawPackage package;
    package.bytes["announcement.json"] = tests::draw_vector("facts/announcement.json");
    CHECK(statuses(package.verify()) == "o------------");
}

TEST_CASE("tables in pieces of any size are the same tables", "[draw][verify]") {
    const DrawPackage package = vector_package("facts");
    for (const std::size_t piece : {1U, 2U, 63U, 1000U})
        CHECK(draw::report_json(draw::verify(package.files(piece), {})) == draw::report_json(package.verify()));
}

TEST_CASE("a draw is cancelled until one hour before the random value and aborted after that", "[draw][verify]") {
    DrawPackage package;
    package.bytes["announcement.json"] = tests::draw_vector("facts/announcement.json");
    draw::End end;
    end.draw = package.verify().draw;
    struct Case {
        const char *at, *kind, *order;
        bool allowed;
    };
    const Case one = GENERATE(values<Case>({
        {"2023-08-23T22:15:33+08:00", "cancel", "", true},
        {"2023-08-23T22:15:34+08:00", "cancel", "", false},
        {"2023-08-23T09:00:00+08:00", "cancel", "第1号", false},
        {"2023-08-23T22:15:33+08:00", "abort", "第1号", false},
        {"2023-08-23T22:15:34+08:00", "abort", "第1号", true},
        {"2023-09-01T09:00:00+08:00", "abort", "", false},
        {"2023-08-30T23:15:32+08:00", "abort", "BEACON", false},
        {"2023-08-30T23:15:33+08:00", "abort", "BEACON", true},
        {"2023-08-23T09:00:00+08:00", "Cancel", "", false},
    }));
    CAPTURE(one.at, one.kind, one.order);
    end.at = one.at;
    end.kind = one.kind;
    end.order = one.order;
    package.bytes["end.json"] = draw::end_json(end);
    const draw::Check check = check_named(package.verify(), "announcement");
    CHECK((check.status == draw::Status::ok) == one.allowed);
    if (!one.allowed) CHECK(check.detail == "end.json 的种类、命令号或时间不合规定");
}

TEST_CASE("another value of the same round fails, another round says nothing", "[draw][verify]") {
    const DrawPackage package = vector_package("facts");
    draw::BeaconRound round = same_round(package);
    CHECK(check_named(package.verify({.beacon = round}), "beacon").detail == "与你提供的第 123 轮随机数一致");
    round.signature.back() = round.signature.back() == '0' ? '1' : '0';
    CHECK(check_named(package.verify({.beacon = round}), "beacon").detail == "你提供的同一轮随机数与登记的不同");
    round.round = 124;
    const draw::Report report = package.verify({.beacon = round});
    CHECK(check_named(report, "beacon").detail == "你提供的是另一轮的随机数，不能用来核对");
    CHECK(check_named(report, "beacon").status == draw::Status::not_checked);
}

TEST_CASE("to have seen the number at the random value's time or later shows nothing", "[draw][verify]") {
    const DrawPackage package = vector_package("facts");
    CHECK(check_named(package.verify({.seen = "2023-08-23T23:15:32+08:00"}), "timing").status == draw::Status::ok);
    const draw::Report late = package.verify({.seen = "2023-08-23T23:15:33+08:00"});
    CHECK(check_named(late, "timing").status == draw::Status::not_checked);
    CHECK(check_named(late, "timing").detail ==
          "你自己的记录（2023-08-23T23:15:33+08:00）不早于随机源时刻，不能证明承诺在先");
    CHECK_THROWS_AS(package.verify({.seen = "2023-08-23 23:15"}), draw::Unreadable);
}
