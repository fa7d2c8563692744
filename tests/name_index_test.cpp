#include "records/name_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/public_example.h"
#include "text/search_key.h"

namespace {

using records::NameIndex;
using records::NameMatch;
using records::NameWords;

records::PublicEnterprise enterprise(records::Id object, std::string name, std::string area = "999901") {
    records::PublicEnterprise made;
    made.object = object, made.code = "o" + std::to_string(object), made.kind = "企业";
    made.name = std::move(name), made.area = std::move(area);
    return made;
}

/// A public.db of these and the index of it.
void write_index(const tests::Scratch& scratch, const std::vector<records::PublicEnterprise>& all,
                 const std::string& name = "names.db") {
    records::PublicWriter writer(scratch / (name + ".public"));
    writer.site(tests::Example().site);
    for (const auto& one : all) writer.enterprise(one);
    writer.finish();
    records::PublicSite site(scratch / (name + ".public"));
    records::write_name_index(site, scratch / name);
}

std::vector<records::Id> objects(const std::vector<NameIndex::Place>& places) {
    std::vector<records::Id> found;
    for (const auto& place : places) found.push_back(place.object);
    return found;
}

/// A name as docs/search-index.md says it is met: what begins at each of its characters.
struct TriedName {
    explicit TriedName(const std::string& name) {
        const std::string key = text::search_key(name);
        for (std::size_t start = 0; start < key.size(); ++start)
            if ((static_cast<unsigned char>(key[start]) & 0xC0) != 0x80)
                starts.push_back(text::without_place_suffixes(key.substr(start)));
    }
    NameMatch match(const std::vector<std::string>& words) const {
        if (words.empty() || starts.empty()) return NameMatch::none;
        for (const std::string& word : words)
            if (std::none_of(starts.begin(), starts.end(), [&](const auto& start) { return start.starts_with(word); }))
                return NameMatch::none;
        if (words.size() == 1 && starts[0] == words[0]) return NameMatch::exact;
        return starts[0].starts_with(words[0]) ? NameMatch::beginning : NameMatch::inside;
    }
    std::vector<std::string> starts;
};
struct Tried {
    explicit Tried(const records::PublicEnterprise& one)
        : object(one.object), area(one.area), names{TriedName(one.name)} {
        for (const std::string& former : one.former_names) names.emplace_back(former);
    }
    records::Id object;
    std::string area;
    std::vector<TriedName> names;
};

/// What must be found, by trying every name.
std::vector<NameIndex::Place> tried(const std::vector<Tried>& all, const std::string& written, std::string_view area) {
    while (area.size() > 2 && area.ends_with("00")) area.remove_suffix(2);
    std::vector<std::string> words;
    std::istringstream stream(written);
    for (std::string word; stream >> word;)
        if (auto key = text::without_place_suffixes(text::search_key(word)); !key.empty()) words.push_back(key);
    std::vector<NameIndex::Place> found;
    for (const Tried& one : all) {
        NameMatch best = NameMatch::none;
        for (const TriedName& name : one.names) best = std::min(best, name.match(words));
        if (best != NameMatch::none && one.area.starts_with(area)) found.push_back({best, one.object});
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::string file_bytes(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/// Names of a small alphabet, so that parts of them meet often.
std::string random_name(std::mt19937& random) {
    static const std::vector<std::string> pieces{
        "示例",   "长沙",   "长沙市", "开福区", "甲",   "乙",   "甲乙",
        "商贸",   "A",      "&",      "（甲）", "科技", "科",   "有限",
        "公司",   "㐂",     "市",     "区",     "县",   "单县", "恩施土家族苗族自治州",
        "恩施土", "湖南省", "海南",   "京山市", "長沙"};
    std::string name;
    const int count = 1 + static_cast<int>(random() % 6);
    for (int i = 0; i < count; ++i) name += pieces[random() % pieces.size()];
    return name;
}

std::string random_part(const std::string& name, std::mt19937& random) {
    std::vector<std::string> characters;
    for (const char c : name) {
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) characters.emplace_back();
        characters.back() += c;
    }
    std::string part;
    const std::size_t at = random() % characters.size(), length = 1 + random() % 8;
    for (std::size_t i = at; i < characters.size() && i < at + length; ++i) part += characters[i];
    return part;
}

}  // namespace

TEST_CASE("a name is found by any part of it, exact first, then by its beginning", "[names]") {
    const tests::Scratch scratch;
    auto renamed = enterprise(9, "示例新名商行");
    renamed.former_names = {"示例旧名商行"};
    write_index(scratch,
                {enterprise(3, "大示例商行"), enterprise(5, "示例商行分店"), enterprise(7, "示例商行"), renamed});
    NameIndex index(scratch / "names.db");
    CHECK(objects(index.find(NameWords("示例商行"), "", {}, 10)) == std::vector<records::Id>{7, 5, 3});
    CHECK(objects(index.find(NameWords("旧名"), "", {}, 10)) == std::vector<records::Id>{9});
    CHECK(objects(index.find(NameWords("示例 旧名"), "", {}, 10)) == std::vector<records::Id>{9});
    CHECK(index.find(NameWords("新名 旧名"), "", {}, 10).empty());  // not of the same name
    CHECK(objects(index.find(NameWords("店"), "", {}, 10)) == std::vector<records::Id>{5});
    CHECK(index.find(NameWords("无此"), "", {}, 10).empty());
    CHECK(NameWords(" （ ） ").empty());
}

TEST_CASE("an area stands for everything below it", "[names]") {
    const tests::Scratch scratch;
    write_index(scratch,
                {enterprise(1, "示例一", "999901"), enterprise(2, "示例二", "999902"),
                 enterprise(3, "示例三", "999900"), enterprise(4, "示例四", "990100"), enterprise(5, "示例五", "")});
    NameIndex index(scratch / "names.db");
    CHECK(objects(index.find(NameWords("示例"), "999901", {}, 10)) == std::vector<records::Id>{1});
    CHECK(objects(index.find(NameWords("示例"), "999900", {}, 10)) == std::vector<records::Id>{1, 2, 3});
    CHECK(objects(index.find(NameWords(""), "990000", {}, 10)) == std::vector<records::Id>{1, 2, 3, 4});
    CHECK(objects(index.find(NameWords(""), "", {}, 10)).size() == 5);
    CHECK(index.count("990000") == 4);
    CHECK(index.count("") == 5);
    CHECK(index.count("110000") == 0);
}

TEST_CASE("the name index finds what trying every name finds, page by page", "[names]") {
    const tests::Scratch scratch;
    std::mt19937 random(20260101);
    std::vector<records::PublicEnterprise> all;
    for (records::Id object = 1; object <= 1000; ++object) {
        all.push_back(enterprise(object, random_name(random), object % 3 == 0 ? "999902" : "999801"));
        while (random() % 4 == 0) all.back().former_names.push_back(random_name(random));
    }
    write_index(scratch, all);
    NameIndex index(scratch / "names.db");
    const std::vector<Tried> oracle(all.begin(), all.end());
    for (int i = 0; i < 1000; ++i) {
        std::string asked = random_part(all[random() % all.size()].name, random);
        if (i % 5 == 0) asked += " " + random_part(all[random() % all.size()].name, random);
        const std::string area = i % 4 == 0 ? "999902" : i % 4 == 1 ? "999800" : "";
        INFO(asked << " in " << area);
        const NameWords words(asked);
        if (words.empty()) continue;
        const auto expected = tried(oracle, asked, area);
        std::vector<NameIndex::Place> found;
        const int at_most = 1 + static_cast<int>(random() % 200);
        for (std::optional<NameIndex::Place> after;;) {
            const auto page = index.find(words, area, after, at_most);
            found.insert(found.end(), page.begin(), page.end());
            if (static_cast<int>(page.size()) < at_most) break;
            after = page.back();
        }
        REQUIRE(found == expected);
        if (!expected.empty()) CHECK(index.match(expected.front().object, words, area) == expected.front().match);
    }
}

TEST_CASE("the same enterprises give the same index, byte for byte", "[names]") {
    const tests::Scratch scratch;
    std::mt19937 random(7);
    std::vector<records::PublicEnterprise> all;
    for (records::Id object = 1; object <= 300; ++object) all.push_back(enterprise(object, random_name(random)));
    write_index(scratch, all, "a.db");
    write_index(scratch, all, "b.db");
    CHECK(file_bytes(scratch / "a.db") == file_bytes(scratch / "b.db"));
}

TEST_CASE("a file that is no name index is said so", "[names]") {
    const tests::Scratch scratch;
    tests::write_example(scratch / "public.db");
    CHECK_THROWS(NameIndex(scratch / "public.db"));
    CHECK_THROWS(NameIndex(scratch / "none.db"));
}
