#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <sstream>

#include "draw/list_readers.h"
#include "draw/package.h"

namespace {

std::string vector_file(const std::string& name) {
    std::ifstream file(std::string(GONGSHI_TEST_DATA) + "/draw/" + name, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string quota_with(const std::string& excluded) {
    return "{\"excluded\":" + excluded +
           ",\"salt\":\"00000000000000000000000000000000\",\"strata\":[{\"code\":\"a\",\"eligible\":1,\"n\":1,\"ppm\":"
           "0}]}";
}

std::string end_with(const std::string& order) {
    return "{\"at\":\"2026-11-01T09:00:00+08:00\",\"draw\":\"" + std::string(64, '0') +
           "\",\"kind\":\"abort\",\"order\":" + order + ",\"v\":\"ssj1\"}";
}

}  // namespace

TEST_CASE("every file of the vectors is written back byte for byte", "[draw][package]") {
    const std::string folder = GENERATE("facts/", "classes/");
    CAPTURE(folder);
    const std::string announcement = vector_file(folder + "announcement.json");
    CHECK(draw::announcement_json(draw::read_announcement(announcement)) == announcement);
    const std::string quota = vector_file(folder + "quota.json");
    CHECK(draw::quota_json(draw::read_quota(quota)) == quota);
    const std::string record = vector_file(folder + "record.json");
    CHECK(draw::record_json(draw::read_record(record)) == record);
    const std::string drawn = vector_file(folder + "drawn.json");
    CHECK(draw::drawn_json(draw::read_drawn(drawn)) == drawn);
    const std::string reveal = vector_file(folder + "reveal.json");
    CHECK(draw::reveal_json(draw::read_reveal(reveal)) == reveal);
}

TEST_CASE("any changed byte is refused or read as another value that is written back with that byte",
          "[draw][package]") {
    struct Case {
        std::string name;
        std::function<std::string(std::string_view)> again;
    };
    const Case one = GENERATE(values<Case>({
        {"announcement.json", [](std::string_view b) { return draw::announcement_json(draw::read_announcement(b)); }},
        {"quota.json", [](std::string_view b) { return draw::quota_json(draw::read_quota(b)); }},
        {"record.json", [](std::string_view b) { return draw::record_json(draw::read_record(b)); }},
        {"drawn.json", [](std::string_view b) { return draw::drawn_json(draw::read_drawn(b)); }},
        {"reveal.json", [](std::string_view b) { return draw::reveal_json(draw::read_reveal(b)); }},
    }));
    const std::string bytes = vector_file("facts/" + one.name);
    std::size_t refused = 0, wrong = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at)
        for (const int byte : {bytes[at] ^ 1, bytes[at] ^ 0x20, 0, 0xff, 0x22, 0x5c, 0x0a, 0x20}) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(byte);
            try {
                wrong += one.again(changed) != changed;
            } catch (const draw::Unreadable& refusal) {
                ++refused;
                CHECK(refusal.file == one.name);
            }
        }
    CHECK(wrong == 0);
    CHECK(refused > bytes.size());
}

TEST_CASE("a file cut off anywhere or with anything behind it is refused", "[draw][package]") {
    const std::string bytes = vector_file("facts/record.json");
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_THROWS_AS(draw::read_record(std::string_view(bytes).substr(0, size)), draw::Unreadable);
    for (const char behind : {'\n', ' ', '}', '\0'})
        CHECK_THROWS_AS(draw::read_record(bytes + behind), draw::Unreadable);
    CHECK_THROWS_AS(draw::read_record("\xEF\xBB\xBF" + bytes), draw::Unreadable);
}

TEST_CASE("a refusal says file, byte and reason in Chinese", "[draw][package]") {
    try {
        draw::read_quota(quota_with("{\"A\":01}"));
        FAIL("was read");
    } catch (const draw::Unreadable& refusal) {
        CHECK(std::string(refusal.what()) == "quota.json 第 19 字节：整数前面不能有多余的 0");
        CHECK(refusal.place == 19);
    }
}

TEST_CASE("integers are plain and at most 2^53-1", "[draw][package]") {
    CHECK(draw::read_quota(quota_with("{\"A\":9007199254740991}")).excluded[0].second == 9007199254740991U);
    CHECK(draw::read_quota(quota_with("{\"A\":0}")).excluded[0].second == 0);
    const std::string number = GENERATE("9007199254740992", "99999999999999999999999999", "00", "01", "-0", "-1", "1.0",
                                        "1e2", "1E2", "0x1", "+1", "", "null", "true", "\"1\"", "[1]", "{}");
    CAPTURE(number);
    CHECK_THROWS_AS(draw::read_quota(quota_with("{\"A\":" + number + "}")), draw::Unreadable);
}

TEST_CASE("keys ascend, occur once and are codes", "[draw][package]") {
    CHECK(draw::read_quota(quota_with("{}")).excluded.empty());
    CHECK(draw::read_quota(quota_with("{\"A\":1,\"B\":2,\"a\":3}")).excluded.size() == 3);
    const std::string keys =
        GENERATE("{\"B\":1,\"A\":1}", "{\"A\":1,\"A\":1}", "{\"A\":1,}", "{,\"A\":1}", "{\"\":1}", "{\"A B\":1}",
                 "{\"\\u0041\":1}", "{\"A\" :1}", "{ }", "[]", "{\"A\":1", "{\"ABCDEFGHIJKLMNOPQRSTUVWXY\":1}");
    CAPTURE(keys);
    CHECK_THROWS_AS(draw::read_quota(quota_with(keys)), draw::Unreadable);
}

TEST_CASE("texts have the escapes of canonical form only and are UTF-8", "[draw][package]") {
    using namespace std::string_literals;
    CHECK(draw::read_end(end_with("\"\"")).order.empty());
    CHECK(draw::read_end(end_with("\"第1号\\n\\t\\\"\\\\\\b\\f\\r/\\u0000\\u001f\x7f𠮷\"")).order ==
          "第1号\n\t\"\\\b\f\r/\0\x1f\x7f𠮷"s);
    const std::string text =
        GENERATE(as<std::string>(), "\"\\/\"", "\"\\u0041\"", "\"\\u000a\"", "\"\\u001F\"", "\"\\ud800\"",
                 "\"\\ud83d\\ude00\"", "\"\\u4e00\"", "\"\\x41\"", "\"\\u00\"", "\"\\", "\"a", "\"\n\"", "\"\x80\"",
                 "\"\xC0\x80\"", "\"\xED\xA0\x80\"", "\"\xE5\x85\"", "\"\xF4\x90\x80\x80\"", "null", "1", "[]", "'a'");
    CAPTURE(text);
    CHECK_THROWS_AS(draw::read_end(end_with(text)), draw::Unreadable);
    const std::string lists = std::string(100'000, '[');
    CHECK_THROWS_AS(draw::read_end(end_with(lists)), draw::Unreadable);
}

TEST_CASE("events are read one by one from where they stand", "[draw][package]") {
    draw::Events events;
    events.events = {{"2026-11-02T09:00:00+08:00", {}, "replace"}, {"2026-11-03T09:00:00+08:00", {}, "assign"}};
    events.openings = {{{"a", "b", "c"}, {}}, {{"第\n", ""}, {}}};
    const std::string bytes = draw::events_json(events);
    const draw::EventsReader reader(bytes);
    CHECK((reader.events() == 2 && reader.openings() == 2));
    CHECK(reader.event(1).kind == "assign");
    std::vector<std::string> fields;
    reader.each_field(1, [&](std::string&& field) { fields.push_back(field); });
    CHECK(fields == events.openings[1].fields);
    CHECK(draw::events_json(draw::read_events(bytes)) == bytes);
}

TEST_CASE("what a checker would refuse is not written", "[draw][package]") {
    draw::End end;
    end.at = "2026-02-29T09:00:00+08:00";
    CHECK_THROWS_AS(draw::end_json(end), std::logic_error);
    draw::Reveal reveal;
    reveal.nonces.resize(17, {{}, "office"});
    CHECK_THROWS_AS(draw::reveal_json(reveal), std::logic_error);
}

TEST_CASE("slips and series lists are written back", "[draw][package]") {
    draw::Slip slip;
    slip.id = "91999901AQ9WCJEG0K";
    slip.inspectors = {"SC001", ""};
    slip.persons = {std::string(64, 'a'), ""};
    slip.path.resize(3);
    slip.size = 5;
    const std::string bytes = draw::slip_json(slip);
    CHECK(draw::slip_json(draw::read_slip(bytes)) == bytes);
    std::vector<draw::SeriesEntry> series(2);
    series[0].commits.resize(2);
    series[0].salt_key = std::string(64, 'f');
    const std::string list = draw::series_json(series);
    CHECK(draw::series_json(draw::read_series(list)) == list);
    CHECK(draw::read_series("[]").empty());
    CHECK_THROWS_AS(draw::read_series("[]\n"), draw::Unreadable);
}

TEST_CASE("a round of drand may have its keys in any order and white space", "[draw][package]") {
    const auto round =
        draw::read_beacon_round(" {\r\n\t\"signature\" : \"ab\" ,\"round\":123, \"randomness\":\"cd\"}\n");
    CHECK((round.round == 123 && round.signature == "ab" && round.randomness == "cd"));
    const std::string wrong =
        GENERATE(as<std::string>(), "", "{}", "[]", "{\"round\":1,\"randomness\":\"ab\"}",
                 "{\"round\":1,\"round\":1,\"randomness\":\"ab\",\"signature\":\"ab\"}",
                 "{\"round\":1,\"randomness\":\"ab\",\"signature\":\"ab\",\"x\":1}",
                 "{\"round\":\"1\",\"randomness\":\"ab\",\"signature\":\"ab\"}",
                 "{\"round\":01,\"randomness\":\"ab\",\"signature\":\"ab\"}",
                 "{\"round\":00,\"randomness\":\"ab\",\"signature\":\"ab\"}",
                 "{\"round\":1.0,\"randomness\":\"ab\",\"signature\":\"ab\"}",
                 "{\"round\":9007199254740992,\"randomness\":\"ab\",\"signature\":\"ab\"}",
                 "{\"round\":1,\"randomness\":\"AB\",\"signature\":\"ab\"}",
                 "{\"round\":1,\"randomness\":\"a\\\",\"signature\":\"ab\"}",
                 "{\"round\":1,\"randomness\":\"ab\",\"signature\":\"ab\"} x",
                 "{\"round\":1,\"randomness\":\"ab\",\"signature\":\"ab\",}",
                 "{\"round\":1,\"randomness\":\"ab\",\"signature\":\"ab\"}" + std::string(70'000, ' '));
    CHECK_THROWS_AS(draw::read_beacon_round(wrong), draw::Unreadable);
}
