// A set of fictional records for tests of search/: thousands of enterprises with names made of few parts, so that words
// are frequent and rare, repeat inside a name, and stand at its beginning and its end; former names, other kinds.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/index_reader.h"
#include "search/index_writer.h"
#include "text/codes.h"

namespace tests {

/// A small generator with the same numbers everywhere (SplitMix64).
class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
    template <class List>
    const auto& one_of(const List& list) {
        return list[below(std::size(list))];
    }

  private:
    std::uint64_t state_;
};

inline std::string code_of(std::uint32_t number) {
    std::string serial = std::to_string(number);
    serial.insert(0, 8 - serial.size(), '0');
    std::string code = (number % 3 == 0 ? "92999901" : "91999901") + serial;
    code += *text::organisation_check_character(serial);
    code += *text::unified_check_character(code);
    return code;
}

inline std::string invented_name(Numbers& numbers) {
    static const std::vector<std::string_view> places = {"示例省示例市", "示例市", "", "", "北京市海淀区", "海淀"};
    static const std::vector<std::string_view> marks = {"星", "河", "长", "安", "海", "华",
                                                        "丰", "哈", "A",  "龙", "〇", "𠮷"};
    static const std::vector<std::string_view> trades = {"餐饮",     "商贸",      "商贸（集团）", "建材",
                                                         "粮油粮油", "电子·商务", "Ａ１ 科技"};
    static const std::vector<std::string_view> forms = {"有限公司", "有限公司", "有限公司", "有限责任公司",
                                                        "经营部",   "店",       ""};
    std::string name(numbers.one_of(places));
    for (std::size_t count = 1 + numbers.below(4); count > 0; --count) name += numbers.one_of(marks);
    name += numbers.one_of(trades);
    name += numbers.one_of(forms);
    return name;
}

inline std::vector<search::Record> invented_records(std::size_t enterprises, std::uint64_t seed = 1) {
    Numbers numbers(seed);
    std::vector<search::Record> records;
    for (std::size_t at = 0; at < enterprises; ++at) {
        search::Record record;
        record.id = code_of(static_cast<std::uint32_t>(at * 7 + seed));
        if (numbers.below(50) == 0) record.id = "o" + std::to_string(at);
        record.title = invented_name(numbers);
        for (std::size_t more = numbers.below(12) == 0 ? 1 + numbers.below(2) : 0; more > 0; --more)
            record.other_names.push_back(invented_name(numbers));
        if (numbers.below(9) == 0) record.numbers.push_back("99990100" + std::to_string(1000000 + at));
        if (numbers.below(4) == 0) {
            record.newest = "2024-0" + std::to_string(1 + numbers.below(9)) + "-1" + std::to_string(numbers.below(10));
            record.records = static_cast<std::uint32_t>(1 + numbers.below(4));
        }
        records.push_back(std::move(record));
    }
    for (int number = 1; number <= 40; ++number) {
        const std::string count = std::to_string(number);
        records.push_back({search::Kind::plan,
                           count,
                           "示例市第" + count + "号抽查工作计划",
                           "示例局 2024年",
                           {},
                           {"示市监发〔2024〕" + count + "号"},
                           "",
                           3});
        records.push_back(
            {search::Kind::task, count, "餐饮服务抽查", "第" + count + "项", {}, {"T-2024-" + count}, "2024-05-01", 9});
    }
    records.push_back({search::Kind::guide, "guides/what.html", "什么是双随机", "", {}, {}, "", 0});
    return records;
}

struct InventedIndex {
    std::map<std::string, std::string, std::less<>> files;
    search::IndexFacts facts;

    explicit InventedIndex(const std::vector<search::Record>& records, const search::IndexOptions& options = {}) {
        facts = search::write_index(
            [&records](const auto& give) {
                for (const search::Record& record : records) give(record);
            },
            [this](std::string_view name, std::string_view bytes) { files.insert_or_assign(std::string(name), bytes); },
            options);
    }
    search::Found find(const std::vector<std::string>& words) const {
        std::vector<std::string> looked_up;
        for (const std::string& word : words) looked_up.push_back(search::looked_up(word));
        return search::find([this](std::string_view name) { return files.find(name)->second; }, looked_up);
    }
};

}  // namespace tests
