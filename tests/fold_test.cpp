#include "text/fold.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <set>

#include "tests/shared_data.h"
#include "text/utf8.h"

TEST_CASE("spellings of one name fold to one text", "[text]") {
    struct Case {
        const char* written;
        const char* folded;
    };
    const auto [written, folded] = GENERATE(values<Case>({
        {"抽查比例\n及频次", "抽查比例及频次"},
        {"任务 名称", "任务名称"},
        {"　任务\u00A0名称\u200B\uFEFF", "任务名称"},
        {"抽查 比例 （数量）", "抽查比例(数量)"},
        {"抽查比例［％］", "抽查比例(%)"},
        {"抽查比例【数量】〔户〕{次}", "抽查比例(数量)(户)(次)"},
        {"ＡＢＣ１２３有限公司", "abc123有限公司"},
        {"某某“双随机、一公开”办公室", "某某双随机,一公开办公室"},
        {"《食品安全法》", "食品安全法"},
        {"4月—10月", "4月-10月"},
        {"4月～10月", "4月-10月"},
        {"4月~10月", "4月-10月"},
        {"O'Brien＇s", "obriens"},
        {"第一〇六店", "第一〇六店"},
        {"第一○六店", "第一〇六店"},
        {"阿依·古丽•甲・乙", "阿依·古丽·甲·乙"},
        {"Ⅱ类医疗器械 ≥200㎡", "ii类医疗器械≥200m2"},
        {"⻓安区⼈⺠政府⻔户", "长安区人民政府门户"},
        {"⾏政检查\uF90A", "行政检查金"},
        {"甲\u202E乙", "甲乙"},
        {"", ""},
    }));
    CHECK(text::fold(written) == folded);
}

TEST_CASE("folding does not merge what is different", "[text]") {
    CHECK(text::fold("第一店") != text::fold("第1店"));
    CHECK(text::fold("东門店") != text::fold("东门店"));
    CHECK(text::fold("甲乙") != text::fold("乙甲"));
    CHECK(text::fold("2.5%") != text::fold("25%"));
}

TEST_CASE("folding a folded text changes nothing, for every code point", "[text]") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        std::string one;
        text::append(one, c);
        const std::string once = text::fold(one);
        if (text::fold(once) != once || !text::is_utf8(once) || text::count_code_points(once) > 4) {
            CAPTURE(static_cast<unsigned>(c), once);
            FAIL("not a fixed point");
        }
    }
    SUCCEED();
}

TEST_CASE("the folding table is sorted, so that a browser can search it too", "[text]") {
    const auto rules = text::fold_rules();
    REQUIRE(rules.size() > 200);
    for (std::size_t i = 1; i < rules.size(); ++i) REQUIRE(rules[i - 1].last < rules[i].first);
}

TEST_CASE("arbitrary bytes fold to valid text, and folding works piece by piece", "[text]") {
    std::mt19937 random(20240319);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (unsigned i = 0; i < random() % 40; ++i) bytes.push_back(static_cast<char>(random() % 256));
        const std::string folded = text::fold(bytes);
        REQUIRE(text::first_invalid_byte(folded, text::Nul::allowed) == std::nullopt);
        REQUIRE(text::fold(folded) == folded);
        const std::string valid = text::made_valid(bytes);
        const std::string_view head = text::truncate(valid, 5);
        REQUIRE(text::fold(head) + text::fold(std::string_view(valid).substr(head.size())) == folded);
    }
}

TEST_CASE("half width changes full-width ASCII and the ideographic space only", "[text]") {
    CHECK(text::half_width("ＡＢｃ１２％（甲）　乙、“丙”") == "ABc12%(甲) 乙、“丙”");
    CHECK(text::half_width("\xFF\xEF\xBC") == "\xFF\xEF\xBC");
}

TEST_CASE("trimming takes every kind of blank from the ends and nothing inside", "[text]") {
    CHECK(text::trimmed("\uFEFF\u00A0\u3000\t\r\n 甲　乙\u00A0 \u200B\u2028") == "甲　乙");
    CHECK(text::trimmed(" \u3000 ").empty());
    CHECK(text::blank("\u200B\u00A0"));
    CHECK_FALSE(text::blank("〇"));
    CHECK(text::trimmed("\xFF ") == "\xFF");
}

TEST_CASE("the 109 spellings of real plan headers are 94 when folded", "[text]") {
    const auto data = tests::shared_data();
    if (!data) return;
    std::ifstream file(*data / "double_random" / "plan_column_headers.tsv");
    REQUIRE(file);
    std::set<std::string> written;
    std::set<std::string> folded;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::string header = line.substr(line.rfind('\t') + 1);
        for (std::size_t at = 0; (at = header.find("\\n", at)) != std::string::npos;) header.replace(at, 2, "\n");
        written.insert(header);
        folded.insert(text::fold(header));
    }
    CHECK(written.size() == 109);
    CHECK(folded.size() == 94);
}
