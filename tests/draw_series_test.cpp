#include <functional>

#include "tests/draw_package_case.h"

namespace {

using Series = std::vector<draw::SeriesEntry>;

/// Four draws of an office, of which the vector of facts is the first.
Series four_draws(const tests::DrawPackage& package) {
    const draw::Announcement announcement = draw::read_announcement(package.bytes.at("announcement.json"));
    Series series(4);
    const char* const states[] = {"revealed", "cancelled", "aborted", "open"};
    for (std::size_t i = 0; i < series.size(); ++i) {
        series[i].seq = i;
        series[i].state = states[i];
        series[i].series = i == 3 ? "2026-OTHER" : announcement.series;
        series[i].draw.fill(static_cast<unsigned char>(i + 1));
        series[i].commits.resize(2);
        series[i].commits[0].fill(static_cast<unsigned char>(2 * i + 1));
        series[i].commits[1].fill(static_cast<unsigned char>(2 * i + 2));
        if (i > 0) series[i].prev = series[i - 1].draw;
    }
    series[0].draw = series[1].prev = package.verify().draw;
    for (std::size_t i = 0; i < 2; ++i) series[0].commits[i] = announcement.nonces[i].commit;
    series[0].salt_key = "8fca51bf291c1a8cb1166d12a817bf67280f2f16da37d8c81865d361031d0e22";
    series[2].salt_key = std::string(64, 'a');
    return series;
}

std::string judged(const tests::DrawPackage& package, const Series& series) {
    return tests::check_named(package.verify({.series = series}), "series").detail;
}

}  // namespace

TEST_CASE("an office's list holds with this draw in its place", "[draw][series]") {
    const tests::DrawPackage package = tests::vector_package("facts");
    const Series series = four_draws(package);
    CHECK(judged(package, series) == "机关清单 4 次抽取前后相接，这次是第 0 号");
    CHECK(draw::series_json(draw::read_series(draw::series_json(series))) == draw::series_json(series));
}

TEST_CASE("each thing wrong in an office's list has its sentence", "[draw][series]") {
    struct Case {
        std::string sentence;
        std::function<void(Series&)> change;
    };
    const tests::DrawPackage package = tests::vector_package("facts");
    Series series = four_draws(package);
    const Case one = GENERATE(values<Case>({
        {"清单的序号不是从 0 起逐一递增", [](Series& s) { s[2].seq = 3; }},
        {"清单的序号不是从 0 起逐一递增", [](Series& s) { s.erase(s.begin() + 1); }},
        {"清单的序号不是从 0 起逐一递增", [](Series& s) { s.erase(s.begin()); }},
        {"清单的前后承接断开", [](Series& s) { s[2].prev[5] ^= 1; }},
        {"清单的前后承接断开", [](Series& s) { s[0].prev[0] = 1; }},
        {"清单里有不认识的状态", [](Series& s) { s[1].state = "Cancelled"; }},
        {"同一系列有未了结的抽取之后又有新的抽取", [](Series& s) { s[1].state = "overdue"; }},
        {"同一系列有未了结的抽取之后又有新的抽取", [](Series& s) { s[0].state = "open"; }},
        {"清单里有重复使用的秘密数承诺或盐密钥", [](Series& s) { s[3].commits[1] = s[1].commits[0]; }},
        {"清单里有重复使用的秘密数承诺或盐密钥", [](Series& s) { s[1].commits[1] = s[1].commits[0]; }},
        {"清单里有重复使用的秘密数承诺或盐密钥", [](Series& s) { s[2].salt_key = s[0].salt_key; }},
        {"尚未公开的抽取不应当有盐密钥", [](Series& s) { s[3].salt_key = std::string(64, 'b'); }},
        {"尚未公开的抽取不应当有盐密钥", [](Series& s) { s[1].salt_key = std::string(64, 'b'); }},
        {"清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致", [](Series& s) { s.clear(); }},
        {"清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致",
         [](Series& s) { s[0].draw[0] ^= 1, s[1].prev = s[0].draw; }},
        {"清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致", [](Series& s) { s[0].series = "x"; }},
        {"清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致", [](Series& s) { s[0].commits.pop_back(); }},
        {"清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致",
         [](Series& s) { std::swap(s[0].commits[0], s[0].commits[1]); }},
        {"清单里的盐密钥与公开的不同", [](Series& s) { s[0].salt_key[3] = '0'; }},
    }));
    one.change(series);
    CHECK(judged(package, series) == one.sentence);
}

TEST_CASE("a list that does not yet tell the salt key agrees with any", "[draw][series]") {
    const tests::DrawPackage package = tests::vector_package("facts");
    Series series = four_draws(package);
    series[0].salt_key.clear();
    CHECK(judged(package, series) == "机关清单 4 次抽取前后相接，这次是第 0 号");
}
