#include <functional>

#include "draw/commitments.h"
#include "tests/draw_package_case.h"

namespace {

using tests::check_named;
using tests::DrawPackage;

struct One {
    std::string kind;
    std::vector<std::string> fields;
};
using Story = std::vector<One>;

const char* const catering = "91999901AQ9WCJEG0K";       // drawn: SC005 SC002 XF001
const char* const next_catering = "919999015JY6N888NN";  // needs SCJG:*:1,XFJY:fire:1
const char* const second_catering = "91999901RB88BEQLKC";
const char* const canteen = "91999901E9CKRUU4DQ";  // drawn: SC001 SC005, food and any

/// What can happen to the vector of facts; the picks were computed by another program.
Story good_story() {
    return {
        {"replace", {catering, next_catering, "DEREGISTERED"}},
        {"assign", {next_catering, "0", "", "SC003", "DIRECT"}},
        {"assign", {canteen, "0", "SC001", "SC003", "RECUSAL"}},
        {"assign", {"91999901PM9EPC3M3N", "1", "SC003", "SC001", "ILLNESS"}},
        {"assign", {"91999901R1CMUH06GK", "1", "XF001", "", "ILLNESS"}},
        {"assign", {"91999901R1CMUH06GK", "1", "", "LINQU-7", "NEIGHBOUR"}},
    };
}

draw::Events events_of(const Story& story, const draw::Digest& draw) {
    draw::Events events;
    events.draw = draw;
    for (std::size_t i = 0; i < story.size(); ++i) {
        draw::Salt salt{};
        salt[0] = static_cast<unsigned char>(i);
        events.events.push_back({"2023-09-0" + std::to_string(i + 1) + "T09:00:00+08:00",
                                 draw::event_commitment(story[i].kind, story[i].fields, salt), story[i].kind});
        events.openings.push_back({story[i].fields, salt});
    }
    return events;
}

draw::Check judged(DrawPackage package, const draw::Events& events) {
    package.bytes["events.json"] = draw::events_json(events);
    return check_named(package.verify(), "replacements");
}

draw::Check judged(const Story& story) {
    const DrawPackage package = tests::vector_package("facts");
    return judged(package, events_of(story, package.verify().draw));
}

}  // namespace

TEST_CASE("replacements and reassignments as the protocol asks for them hold", "[draw][events]") {
    const draw::Check check = judged(good_story());
    CHECK(check.detail == "替补 1 件，改派 5 件，都合规定；改派和未配齐名额超过 5%，需要说明");
    CHECK(check.status == draw::Status::ok);
    CHECK(judged({good_story()[0]}).detail == "替补 1 件，改派 0 件，都合规定");
    CHECK(judged({good_story()[2]}).detail == "替补 0 件，改派 1 件，都合规定");  // one of 14 slots: not above one
}

TEST_CASE("a replacement is the next of its stratum within the limit", "[draw][events]") {
    const Story story = GENERATE(values<Story>({
        {{"replace", {catering, second_catering, "REVOKED"}}},            // not the next
        {{"replace", {catering, "91999901QP3JY549RC", "REVOKED"}}},       // the next of another stratum
        {{"replace", {second_catering, next_catering, "REVOKED"}}},       // not drawn
        {{"replace", {next_catering, next_catering, "REVOKED"}}},         //
        {{"replace", {catering, catering, "REVOKED"}}},                   //
        {{"replace", {catering, "", "REVOKED"}}},                         //
        {{"replace", {"", "", "REVOKED"}}},                               //
        {{"replace", {"919999010000000001", next_catering, "REVOKED"}}},  // no id at all
    }));
    CAPTURE(story[0].fields);
    CHECK(judged(story).detail == "第 1 件替补不是本层的下一户，或者超过限额");
}

TEST_CASE("one replacement is allowed where one in twenty is less than one", "[draw][events]") {
    CHECK(judged({{"replace", {catering, next_catering, "MOVED-OUT"}},
                  {"replace", {next_catering, second_catering, "DUPLICATE"}}})
              .detail == "第 2 件替补不是本层的下一户，或者超过限额");
    CHECK(judged({{"replace", {catering, next_catering, "MOVED-OUT"}},
                  {"replace", {catering, second_catering, "DUPLICATE"}}})
              .detail == "第 2 件替补不是本层的下一户，或者超过限额");
}

TEST_CASE("a reassignment is the pick of the protocol with the loads then reached", "[draw][events]") {
    const Story story = GENERATE(values<Story>({
        {{"assign", {canteen, "0", "SC001", "SC001", "RECUSAL"}}},               // the same again
        {{"assign", {canteen, "0", "SC001", "SC005", "RECUSAL"}}},               // already on it
        {{"assign", {canteen, "0", "SC001", "", "RECUSAL"}}},                    // somebody was left
        {{"assign", {canteen, "0", "SC001", "SC002", "RECUSAL"}}},               // lacks the skill
        {{"assign", {canteen, "0", "SC005", "SC003", "RECUSAL"}}},               // in another slot
        {{"assign", {canteen, "2", "", "SC003", "DIRECT"}}},                     // no such slot
        {{"assign", {canteen, "9999999999", "", "SC003", "DIRECT"}}},            //
        {{"assign", {canteen, "0", "SC001", "SC003", "DIRECT"}}},                // not empty
        {{"assign", {second_catering, "0", "", "SC003", "DIRECT"}}},             // not on the list
        {{"assign", {"", "0", "", "SC003", "DIRECT"}}},                          //
        {{"assign", {"91999901R1CMUH06GK", "1", "XF001", "XF001", "ILLNESS"}}},  // nobody is left
    }));
    CAPTURE(story[0].fields);
    CHECK(judged(story).detail == "第 1 件改派不是应当的下一人");
}

TEST_CASE("an empty slot is filled by somebody new who is not recused", "[draw][events]") {
    const Story begun{{"replace", {catering, next_catering, "DEREGISTERED"}}};
    const auto then = [&](const One& one) {
        Story story = begun;
        story.push_back(one);
        return judged(story).detail;
    };
    CHECK(then({"assign", {next_catering, "1", "", "OTHER-1", "NEIGHBOUR"}}) == "替补 1 件，改派 1 件，都合规定");
    CHECK(then({"assign", {next_catering, "1", "", "", "NEIGHBOUR"}}) == "第 2 件改派不是应当的下一人");
    CHECK(then({"assign", {catering, "0", "SC005", "SC001", "ILLNESS"}}) == "第 2 件改派不是应当的下一人");
    // SC002 may not visit this shop, which has an empty slot once nobody of the fire service is left.
    const Story emptied{{"assign", {"91999901R1CMUH06GK", "1", "XF001", "", "ILLNESS"}},
                        {"assign", {"91999901R1CMUH06GK", "1", "", "SC002", "DIRECT"}}};
    CHECK(judged(emptied).detail == "第 2 件改派不是应当的下一人");
    const Story twice{{"assign", {"91999901R1CMUH06GK", "1", "XF001", "", "ILLNESS"}},
                      {"assign", {"91999901R1CMUH06GK", "1", "", "SC004", "DIRECT"}}};
    CHECK(judged(twice).detail == "第 2 件改派不是应当的下一人");  // SC004 is already on it
}

TEST_CASE("kinds, fields and reasons are those there are", "[draw][events]") {
    const Story story = GENERATE(values<Story>({
        {{"remove", {catering, next_catering, "DEREGISTERED"}}},
        {{"replace", {catering, next_catering, "CLOSED"}}},
        {{"replace", {catering, next_catering, "RECUSAL"}}},
        {{"replace", {catering, next_catering}}},
        {{"replace", {}}},
        {{"replace", {catering, next_catering, "DEREGISTERED", ""}}},
        {{"replace", {"", "", "", "", "", "", "", "DEREGISTERED"}}},
        {{"assign", {canteen, "0", "SC001", "SC003", "DEREGISTERED"}}},
        {{"assign", {canteen, "00", "SC001", "SC003", "RECUSAL"}}},
        {{"assign", {canteen, "", "SC001", "SC003", "RECUSAL"}}},
        {{"assign", {canteen, "-1", "SC001", "SC003", "RECUSAL"}}},
        {{"assign", {canteen, "10000000000", "SC001", "SC003", "RECUSAL"}}},
        {{"assign", {canteen, "0", "SC001", "RECUSAL"}}},
    }));
    CAPTURE(story[0].kind, story[0].fields);
    CHECK(judged(story).detail == "第 1 件替补或改派的种类、栏目或理由不合规定");
}

TEST_CASE("events are opened one by one, in the order of their times", "[draw][events]") {
    const DrawPackage package = tests::vector_package("facts");
    const draw::Events good = events_of(good_story(), package.verify().draw);
    draw::Events events = good;
    events.openings.pop_back();
    CHECK(judged(package, events).detail == "替补和改派没有逐件公开");
    events.openings.clear();
    CHECK(judged(package, events).detail == "替补和改派没有逐件公开");
    events = good;
    std::swap(events.events[1].at, events.events[2].at);
    CHECK(judged(package, events).detail == "替补和改派的时间先后不对");
    events = good;
    events.events[0].at = "2023-08-23T23:20:32+08:00";  // a second before the record
    CHECK(judged(package, events).detail == "替补和改派的时间先后不对");
    events = good;
    std::swap(events.openings[3], events.openings[4]);
    CHECK(judged(package, events).detail == "第 4 件替补或改派与登记的摘要不符");
    events = good;
    events.events[5].kind = "replace";
    CHECK(judged(package, events).detail == "第 6 件替补或改派与登记的摘要不符");
}

TEST_CASE("what is absent decides how far events can be judged", "[draw][events]") {
    DrawPackage package = tests::vector_package("facts");
    draw::Events events = events_of(good_story(), package.verify().draw);
    package.bytes.erase("inspectors.tsv");
    CHECK(judged(package, events).detail == "只核对了摘要；缺少 inspectors.tsv，没有核对次序");
    CHECK(judged(package, events_of({good_story()[0]}, events.draw)).status == draw::Status::ok);
    package.bytes.erase("objects.tsv");
    package.bytes.erase("reveal.json");
    CHECK(judged(package, events).detail ==
          "只核对了摘要；缺少 objects.tsv、reveal.json、inspectors.tsv，没有核对次序");
    package.bytes.erase("drawn.json");
    events.openings.clear();
    CHECK(judged(package, events).detail == "已登记替补或改派 6 件，名单公开后才能核对");
    CHECK(judged(package, events).status == draw::Status::not_checked);
}

TEST_CASE("a changed byte in events is found, save in a time within its order", "[draw][events]") {
    DrawPackage package = tests::vector_package("facts");
    const std::string bytes = draw::events_json(events_of(good_story(), package.verify().draw));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::size_t time = bytes.rfind("\"at\":\"", at);
        if (time != bytes.npos && at < time + 31) continue;
        std::string& changed = package.bytes["events.json"];
        changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        try {
            if (package.verify().verdict() != draw::Verdict::fail) FAIL("byte " << at << " not found");
        } catch (const draw::Unreadable& refusal) {
            CHECK(refusal.file == "events.json");
        }
    }
}
