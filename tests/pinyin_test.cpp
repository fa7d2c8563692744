#include "text/pinyin.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "tests/random_names.h"
#include "text/pinyin_tables.h"
#include "text/search_key.h"
#include "text/utf8.h"

namespace {

std::set<std::string> keys_of(std::string_view name) {
    std::set<std::string> keys;
    for (const text::PinyinKey& key : text::pinyin_keys(text::search_key(name))) keys.insert(key.text);
    return keys;
}

bool begins(std::string_view name, std::string_view word) {
    const auto keys = keys_of(name);
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return key.starts_with(word); });
}

}  // namespace

TEST_CASE("names are found by initials and by full pinyin as people read them", "[text]") {
    struct Case {
        const char* name;
        const char* initials;
        const char* full;
    };
    const auto [name, initials, full] = GENERATE(values<Case>({
        {"长沙星河", "csxh", "changshaxinghe"},
        {"厦门星河", "xmxh", "xiamenxinghe"},
        {"重庆星河", "cqxh", "chongqingxinghe"},
        {"六安星河", "laxh", "luanxinghe"},
        {"单县星河", "sxxh", "shanxianxinghe"},
        {"大埔县星河", "dbxxh", "dabuxian"},
        {"番禺区", "pyq", "panyuqu"},
        {"东莞市", "dgs", "dongguanshi"},
        {"铅山县", "ysx", "yanshanxian"},
        {"乐清市", "yqs", "yueqingshi"},
        {"蚌埠市", "bbs", "bengbushi"},
        {"亳州市", "bzs", "bozhoushi"},
        {"丽水市", "lss", "lishuishi"},
        {"台州市", "tzs", "taizhoushi"},
        {"阿坝县", "abx", "abaxian"},
        {"会稽山", "kjs", "kuaijishan"},
        {"成都星河", "cdxh", "chengduxinghe"},
        {"乾安县", "qax", "qiananxian"},
        {"曾氏", "zs", "zengshi"},
        {"仇氏", "qs", "qiushi"},
        {"单氏", "ss", "shanshi"},
        {"解氏", "xs", "xieshi"},
        {"任氏", "rs", "renshi"},
        {"查氏", "zs", "zhashi"},
        {"朴氏", "ps", "piaoshi"},
        {"区氏", "os", "oushi"},
        {"尉迟氏", "ycs", "yuchishi"},
        {"万俟氏", "mqs", "moqishi"},
        {"盖氏", "gs", "geshi"},
        {"缪氏", "ms", "miaoshi"},
        {"翟氏", "zs", "zhaishi"},
        {"冼氏", "xs", "xianshi"},
        {"覃氏", "qs", "qinshi"},
        {"许氏", "xs", "xushi"},
        {"广厦", "gs", "guangsha"},
        {"星河银行", "xhyh", "xingheyinhang"},
        {"星河会计", "xhkj", "xinghekuaiji"},
        {"星河重工", "xhzg", "xinghezhonggong"},
        {"长城", "cc", "changcheng"},
        {"音乐", "yy", "yinyue"},
        {"乐园", "ly", "leyuan"},
        {"调味", "tw", "tiaowei"},
        {"调查", "dc", "diaocha"},
        {"给排水", "jps", "jipaishui"},
        {"餐厅", "ct", "canting"},
        {"绿色", "ls", "lvse"},
        {"（北京）星河・商行", "bjxhsh", "beijingxingheshanghang"},
        {"3m星河", "3mxh", "3mxinghe"},
    }));
    CAPTURE(name, keys_of(name));
    CHECK(begins(name, initials));
    CHECK(begins(name, full));
}

TEST_CASE("a character is not found by a reading that it does not have", "[text]") {
    CHECK_FALSE(begins("许氏", "h"));
    CHECK_FALSE(begins("广厦", "a"));
    CHECK_FALSE(begins("长城", "zc"));
    CHECK_FALSE(begins("星河会计", "xhhj"));
    CHECK_FALSE(begins("重庆星河", "zq"));
    CHECK_FALSE(begins("百度网盘", "oa"));
    CHECK_FALSE(begins("开发区单位", "kfo"));
    CHECK_FALSE(begins("北京市海淀区区氏", "bjshdo"));
}

TEST_CASE("a character with two readings gives keys with both, the likelier first", "[text]") {
    const auto keys = text::pinyin_keys(text::search_key("曾行"));
    std::vector<std::string> full;
    for (const text::PinyinKey& key : keys)
        if (key.kind == text::PinyinKey::Kind::full) full.push_back(key.text);
    CHECK(full == std::vector<std::string>{"zengxing", "cengxing", "zenghang", "cenghang"});
}

TEST_CASE("the trade name behind places has keys of its own, and at most 12 characters are read", "[text]") {
    using Kind = text::PinyinKey::Kind;
    using Start = text::PinyinKey::Start;
    CHECK(text::pinyin_keys(text::search_key("北京市海淀区星河")) ==
          std::vector<text::PinyinKey>{{"bjshdqxh", Kind::initials, Start::name},
                                       {"beijingshihaidianquxinghe", Kind::full, Start::name},
                                       {"xh", Kind::initials, Start::trade_name},
                                       {"xinghe", Kind::full, Start::trade_name}});
    CHECK(text::pinyin_keys("甲甲甲甲甲甲甲甲甲甲甲甲甲").front().text == "jjjjjjjjjjjj");
    CHECK(text::pinyin_keys("abc").empty());
    CHECK(text::pinyin_keys("").empty());
    CHECK(text::pinyin_keys("😀").empty());
}

TEST_CASE("the tables of readings are well formed: a syllable for each character, none twice", "[text]") {
    std::set<std::string> syllables = {"lue"};  // which people type for lve
    std::set<char32_t> seen;
    const auto lines = [](std::string_view table) {
        std::vector<std::string> all;
        for (std::size_t end = 0; (end = table.find('\n')) != std::string_view::npos; table.remove_prefix(end + 1))
            all.emplace_back(table.substr(0, end));
        return all;
    };
    for (const std::string& line : lines(text::pinyin_table())) {
        syllables.insert(line.substr(0, line.find(' ')));
        for (const char32_t c : text::decode(line.substr(line.find(' ') + 1))) REQUIRE(seen.insert(c).second);
    }
    CHECK(seen.size() > 18'000);
    for (const std::string& line : lines(text::pinyin_words())) {
        CAPTURE(line);
        std::size_t count = 0;
        std::string rest = line.substr(line.find(' ') + 1) + " ";
        for (std::size_t end = 0; (end = rest.find_first_of(" |")) != std::string::npos; rest.erase(0, end + 1)) {
            CHECK(syllables.count(rest.substr(rest[0] == '^', end - (rest[0] == '^'))) == 1);
            count += rest[end] == ' ';
        }
        const std::string word = line.substr(0, line.find(' '));
        CHECK(count == text::count_code_points(word));
        CHECK(text::search_key(word) == word);
    }
}

TEST_CASE("no name has more than 4 keys of a kind and start, and each can be typed", "[text]") {
    std::mt19937 random(20240319);
    for (int round = 0; round < 5000; ++round) {
        const std::string key = text::search_key(tests::random_name(random) + "行长乐重");
        std::map<std::pair<int, int>, int> counts;
        for (const text::PinyinKey& one : text::pinyin_keys(key)) {
            CAPTURE(key, one.text);
            REQUIRE(text::may_be_pinyin(one.text));
            REQUIRE(++counts[{static_cast<int>(one.kind), static_cast<int>(one.start)}] <= 4);
        }
    }
}
