// The static index, written and read, against the definition applied to every record.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "search/bytes.h"
#include "search/matching.h"
#include "search/name_keys.h"
#include "tests/search_set.h"
#include "text/search_key.h"
#include "text/utf8.h"

using search::Answer;
using search::Found;
using search::Record;

namespace {

constexpr std::uint32_t most_exact = 40;

search::IndexOptions small_files(unsigned threads = 1) {
    return {threads, most_exact, 1500, 1000, 41'000, true};
}

// The definition over all records. What each record can be found by is written down once: it is the same for all words.
class Definition {
  public:
    explicit Definition(const std::vector<Record>& records) : records_(records) {
        for (const Record& record : records) {
            pinyin_.push_back(search::pinyin_of(record));
            std::string& texts = texts_.emplace_back();
            const auto add = [&texts](const search::FindableText& found) { texts += "\n" + found.text; };
            search::each_findable(record, add);
            search::each_pinyin(record, add);
        }
    }
    std::vector<Answer> answers(const std::vector<std::string>& words) const {
        std::vector<std::string> looked_up;
        for (const std::string& word : words) looked_up.push_back(search::looked_up(word));
        std::vector<Answer> answers;
        for (std::size_t at = 0; at < records_.size(); ++at) {
            if (texts_[at].find("\n" + looked_up[0]) == std::string::npos) continue;
            if (const auto match = search::match_of_all(records_[at], looked_up, pinyin_[at]))
                answers.push_back({*match, records_[at]});
        }
        std::sort(answers.begin(), answers.end(), search::answers_before);
        return answers;
    }

  private:
    const std::vector<Record>& records_;
    std::vector<std::string> texts_;  // each behind a line break
    std::vector<std::vector<std::string>> pinyin_;
};

std::vector<std::string> ids(const std::vector<Answer>& answers, std::size_t most = SIZE_MAX) {
    std::vector<std::string> result;
    for (const Answer& answer : answers) {
        if (result.size() == most) break;
        result.push_back(std::to_string(static_cast<int>(answer.match)) + " " + answer.record.id);
    }
    return result;
}

std::string some_word(const std::vector<Record>& records, tests::Numbers& numbers) {
    const Record& record = numbers.one_of(records);
    const bool former = !record.other_names.empty() && numbers.below(2) == 0;
    std::u32string key = text::decode(text::search_key(former ? record.other_names[0] : record.title));
    if (numbers.below(8) == 0) key = text::decode(record.id);
    if (numbers.below(8) == 0 && !record.numbers.empty()) key = text::decode(record.numbers[0]);
    const std::size_t begin = numbers.below(3) == 0 ? 0 : numbers.below(key.size());
    return text::encode(key.substr(begin, 1 + numbers.below(10)));
}

}  // namespace

TEST_CASE("every word finds exactly what the definition says, in the stated order", "[search]") {
    const auto records = tests::invented_records(1500);
    const Definition definition(records);
    const tests::InventedIndex index(records, small_files());
    REQUIRE(index.facts.heads > 50);
    REQUIRE(index.facts.leaves > 50);
    tests::Numbers numbers(7);
    std::set<std::string> words = {"有限公司",
                                   "公司",
                                   "公",
                                   "司",
                                   "哈",
                                   "哈哈",
                                   "哈哈哈",
                                   "粮油",
                                   "粮油粮油",
                                   "𠮷",
                                   "餐饮服务抽查",
                                   "示例省",
                                   "示例",
                                   "例市",
                                   "市",
                                   "海淀区",
                                   "(集团)",
                                   "电子商务",
                                   "A1科技",
                                   "a",
                                   "9",
                                   "919",
                                   "91999901",
                                   "9199990",
                                   "929999010",
                                   "示市监发〔2024〕7号",
                                   "〔2024〕",
                                   "T-2024-3",
                                   "t2024",
                                   "o",
                                   "不会有的词",
                                   "zzz"};
    while (words.size() < 400) words.insert(some_word(records, numbers));
    std::size_t heads = 0, exact = 0;
    for (const std::string& word : words) {
        if (search::looked_up(word).empty()) continue;
        const auto expected = definition.answers({word});
        const Found found = index.find({word});
        INFO(word);
        CHECK(found.exact);
        CHECK(found.total == expected.size());
        CHECK(ids(found.answers) == ids(expected, found.answers.size()));
        if (found.answers.size() < expected.size()) {
            ++heads;
            CHECK(found.answers.size() == 50);
        } else {
            ++exact;
        }
    }
    CHECK(heads > 20);
    CHECK(exact > 100);
}

TEST_CASE("up to the stated number of matches every record is found", "[search]") {
    const auto records = tests::invented_records(1000);
    const tests::InventedIndex index(records, {1, most_exact, 100'000, 50'000, 100'000, true});
    const Definition definition(records);
    tests::Numbers numbers(3);
    for (int count = 0; count < 150; ++count) {
        const std::string word = some_word(records, numbers);
        if (search::looked_up(word).empty()) continue;
        const auto expected = definition.answers({word});
        INFO(word);
        if (expected.size() <= most_exact) CHECK(ids(index.find({word}).answers) == ids(expected));
    }
}

TEST_CASE("two words are exact when one of them is rare, and otherwise the best of the rarer", "[search]") {
    const auto records = tests::invented_records(1000);
    const tests::InventedIndex index(records, small_files());
    const Definition definition(records);
    tests::Numbers numbers(11);
    int exact = 0, estimated = 0;
    for (int count = 0; count < 300; ++count) {
        const std::vector<std::string> words = {some_word(records, numbers), some_word(records, numbers)};
        if (search::looked_up(words[0]).empty() || search::looked_up(words[1]).empty()) continue;
        const auto expected = definition.answers(words);
        const Found found = index.find(words);
        INFO(words[0] << " " << words[1]);
        if (found.exact) {
            ++exact;
            CHECK(ids(found.answers) == ids(expected));
        } else {
            ++estimated;
            CHECK(found.total >= expected.size());
            CHECK(found.answers.size() <= 50);
        }
    }
    CHECK(exact > 50);
    CHECK(estimated > 5);
}

TEST_CASE("two words must match the same name of a record", "[search]") {
    const std::vector<Record> records = {
        {search::Kind::enterprise, tests::code_of(1), "示例星河餐饮店", "", {"示例长安商贸店"}, {}, "", 0},
        {search::Kind::enterprise, tests::code_of(2), "示例星河商贸店", "", {}, {}, "", 0}};
    const tests::InventedIndex index(records);
    CHECK(ids(index.find({"星河", "商贸"}).answers) == std::vector{"3 " + tests::code_of(2)});
    CHECK(ids(index.find({"长安", "商贸"}).answers) == std::vector{"3 " + tests::code_of(1)});
    CHECK(index.find({"长安", tests::code_of(1)}).total == 1);
}

TEST_CASE("a name is found without 州 or 自治州 behind its place", "[search]") {
    const tests::InventedIndex index(
        {{search::Kind::enterprise, tests::code_of(1), "恩施州星河餐饮有限公司", "", {}, {}, "", 0},
         {search::Kind::enterprise, tests::code_of(2), "恩施自治州星河商贸有限公司", "", {}, {}, "", 0}});
    CHECK(index.find({"恩施星河"}).total == 2);
}

TEST_CASE("an index of nothing finds nothing", "[search]") {
    const tests::InventedIndex index({});
    CHECK(index.files.size() == 1);
    CHECK(index.find({"公司"}).total == 0);
}

TEST_CASE("the same records give the same files, whatever their order and the number of threads", "[search]") {
    auto records = tests::invented_records(800);
    const tests::InventedIndex one(records, small_files(1));
    std::reverse(records.begin(), records.end());
    const tests::InventedIndex other(records, small_files(3));
    CHECK(one.files == other.files);
}

TEST_CASE("most leaves keep their names when a few names are added", "[search]") {
    auto records = tests::invented_records(4000);
    const tests::InventedIndex before(records, small_files());
    const auto more = tests::invented_records(2, 5);
    records.insert(records.end(), more.begin(), more.begin() + 2);
    const tests::InventedIndex after(records, small_files());
    REQUIRE(before.facts.leaves > 400);
    std::size_t kept = 0;
    for (const auto& [name, bytes] : before.files) kept += after.files.contains(name) ? 1 : 0;
    INFO(kept << " of " << before.files.size());
    CHECK(kept < before.files.size());
    CHECK(kept > before.files.size() / 2);
}

TEST_CASE("two records of one kind and id are refused", "[search]") {
    const Record record{search::Kind::plan, "1", "计划", "", {}, {}, "", 0};
    CHECK_THROWS_AS(tests::InventedIndex({record, record}), search::Malformed);
}

TEST_CASE("rows bring back everything of a record", "[search]") {
    const auto records = tests::invented_records(200);
    const tests::InventedIndex index(records);
    for (const Record& record : records) {
        const Found found = index.find({record.title});
        const auto same = [&](const Answer& answer) { return answer.record == record; };
        CHECK(std::any_of(found.answers.begin(), found.answers.end(), same));
    }
}

TEST_CASE("a changed, cut or exchanged file is noticed", "[search]") {
    const auto records = tests::invented_records(500);
    tests::InventedIndex index(records, small_files());
    for (auto& [name, bytes] : index.files) {
        const std::string good = bytes;
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
        int noticed = 0;
        for (const std::string_view word : {"有限公司", "公", "哈哈", "91999901", "海淀", "长"}) try {
                index.find({std::string(word)});
            } catch (const search::Malformed&) {
                ++noticed;
            }
        if (name == "root") CHECK(noticed == 6);
        bytes = good;
    }
    auto& root = index.files.find("root")->second;
    root.resize(root.size() - 1);
    CHECK_THROWS_AS(index.find({"公"}), search::Malformed);
}
