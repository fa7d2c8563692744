#include "text/search_key.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/random_names.h"
#include "text/simplified.h"
#include "text/utf8.h"

namespace {

std::string shortened(std::string_view written) {
    return text::without_place_suffixes(text::search_key(written));
}

// The definition of text/search_key.h, word for word.
bool finds(std::string_view word, std::string_view name) {
    const std::string key = text::search_key(name);
    for (std::size_t i = 0; i <= key.size(); i += std::max<std::size_t>(1, text::decode_at(key, i).length))
        if (text::without_place_suffixes(std::string_view(key).substr(i)).starts_with(shortened(word))) return true;
    return false;
}

}  // namespace

TEST_CASE("a name is found by what may be written differently", "[text]") {
    struct Case {
        const char* word;
        const char* name;
    };
    const auto [word, name] = GENERATE(values<Case>({
        {"星河（长安）餐饮", "星河长安区餐饮有限公司"},
        {"星河长安餐饮", "星河（长安）餐饮有限公司"},
        {"ＳＴＡＲ星河", "star星河"},
        {"東莞星河貿易", "东莞市星河贸易有限公司"},
        {"东莞市星河", "東莞星河貿易有限公司"},
        {"河北石家庄长安星河", "河北省石家庄市长安区星河餐饮店"},
        {"河北省石家庄市长安区星河", "河北石家庄长安星河餐饮店"},
        {"恩施州星河", "恩施土家族苗族自治州星河商行"},
        {"恩施自治州星河", "恩施星河商行"},
        {"恩施土家族", "恩施土家族苗族自治州星河商行"},
        {"广西壮族自", "广西星河商行"},
        {"浦东星河", "上海浦东新区星河店"},
        {"香港特别行政区星河", "（香港）星河"},
        {"安区星河", "长安区星河"},
        {"区星河", "长安区星河"},
        {"市星河", "北京市星河"},
        {"甲·乙-丙,丁.戊", "甲乙丙丁戊"},
        {"“双随机、一公开”", "双随机，一公开办公室"},
        {"店", "星河店"},
    }));
    CAPTURE(word, name);
    CHECK(finds(word, name));
}

TEST_CASE("a name is not found by something else", "[text]") {
    CHECK_FALSE(finds("星海", "星河"));
    CHECK_FALSE(finds("单", "丹县"));
    CHECK_FALSE(finds("单星河", "单县星河"));
    CHECK_FALSE(finds("长沙地铁", "长沙铁"));
    CHECK_FALSE(finds("浦东城", "浦东新城"));
    CHECK_FALSE(finds("星河市场", "星河场"));
    CHECK_FALSE(finds("23", "2餐饮3"));
}

TEST_CASE("keys are in simplified characters without blanks, brackets and marks", "[text]") {
    CHECK(text::search_key("　廣東（東莞）ＡＢｃ・甲－乙，丙。《丁》 ") == "广东东莞abc甲乙丙丁");
    CHECK(text::search_key("AT&T/3+1：某") == "at&t/3+1:某");
    CHECK(text::search_key("（）·、。— “”\u3000").empty());
}

TEST_CASE("suffixes are left away behind places only", "[text]") {
    CHECK(shortened("河北省石家庄市长安区") == "河北石家庄长安");
    CHECK(shortened("单县餐饮") == "单县餐饮");
    CHECK(shortened("北京市市场") == "北京场");
    CHECK(shortened("长沙地铁") == "长沙地铁");
    CHECK(shortened("浦东新城") == "浦东新城");
    CHECK(shortened("恩施土") == "恩施");
    CHECK(shortened("恩施土特产") == "恩施土特产");
    CHECK(shortened("城区小区") == "城区小区");
    CHECK(shortened("乾安县乾隆") == "干安干隆");
}

TEST_CASE("the trade name begins behind the places", "[text]") {
    const auto trade_name = [](std::string_view name) {
        const std::string key = text::search_key(name);
        return key.substr(text::trade_name_start(key));
    };
    CHECK(trade_name("北京市海淀区星河餐饮店") == "星河餐饮店");
    CHECK(trade_name("河北石家庄星河") == "星河");
    CHECK(trade_name("（北京）星河") == "星河");
    CHECK(trade_name("中国湖南长沙星河") == "星河");
    CHECK(trade_name("北京长安星河") == "长安星河");  // no 长安 lies within 北京
    CHECK(trade_name("西安长安星河") == "星河");
    CHECK(trade_name("恩施土家族苗族自治州星河") == "星河");
    CHECK(trade_name("单县星河") == "星河");
    CHECK(trade_name("星河北京") == "星河北京");
    CHECK(trade_name("北京市") == "北京市");
    CHECK(trade_name("").empty());
}

TEST_CASE("making a key again changes nothing, for every code point and for random names", "[text]") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        std::string one;
        text::append(one, c);
        const std::string key = text::search_key(one);
        if (text::search_key(key) != key || text::simplified(text::simplified(c)) != text::simplified(c)) {
            CAPTURE(static_cast<unsigned>(c), key);
            FAIL("not a fixed point");
        }
    }
    std::mt19937 random(20240319);
    for (int round = 0; round < 20'000; ++round) {
        const std::string name = tests::random_name(random), once = shortened(name);
        CAPTURE(name, once);
        REQUIRE(shortened(once) == once);
    }
}

TEST_CASE("what stands for a beginning is a beginning of what stands for the whole", "[text]") {
    std::mt19937 random(20240320);
    for (int round = 0; round < 5'000; ++round) {
        const std::string key = text::search_key(tests::random_name(random));
        const std::string whole = text::without_place_suffixes(key);
        for (std::size_t length = 0; length <= text::count_code_points(key); ++length) {
            const std::string_view beginning = text::truncate(key, length);
            CAPTURE(key, beginning);
            REQUIRE(whole.starts_with(text::without_place_suffixes(beginning)));
        }
    }
}

TEST_CASE("every piece of a name as it is written finds the name", "[text]") {
    std::mt19937 random(20240321);
    for (int round = 0; round < 3'000; ++round) {
        const std::u32string name = text::decode(tests::random_name(random));
        const std::size_t from = random() % name.size();
        const std::string piece = text::encode(name.substr(from, 1 + random() % 8));
        CAPTURE(text::encode(name), piece);
        REQUIRE(finds(piece, text::encode(name)));
    }
}

TEST_CASE("arbitrary bytes have a valid key, and keys are made piece by piece", "[text]") {
    std::mt19937 random(20240322);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (unsigned i = 0; i < random() % 40; ++i) bytes.push_back(static_cast<char>(random() % 256));
        const std::string valid = text::made_valid(bytes), key = text::search_key(bytes);
        REQUIRE(text::first_invalid_byte(key, text::Nul::allowed) == std::nullopt);
        REQUIRE(text::without_place_suffixes(bytes).size() <= bytes.size());
        REQUIRE(text::trade_name_start(key) <= key.size());
        const std::string_view head = text::truncate(valid, 5);
        REQUIRE(text::search_key(head) + text::search_key(std::string_view(valid).substr(head.size())) == key);
    }
}
