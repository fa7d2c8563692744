// What can be found, as plain values: one record is one answer with its page. Knows nothing of databases, pages or
// what is public: whoever makes records gives only what may be read by everybody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// What an answer is; the numbers stand in the files and never change.
enum class Kind : std::uint8_t {
    enterprise = 0,  ///< 检查对象
    plan = 1,        ///< 年度抽查工作计划
    task = 2,        ///< 抽查任务
    draw = 3,        ///< 抽取
    item = 4,        ///< 随机抽查事项
    guide = 5        ///< 使用指南
};
inline constexpr int kinds = 6;

struct Record {
    Kind kind = Kind::enterprise;
    /// With the kind, what one record is: an enterprise's permanent code, the number of a plan, task or draw; of items
    /// and guides the address of the page below the site's root. Never empty.
    std::string id;
    std::string title;                     ///< the name as it is shown
    std::string note;                      ///< one short line to tell two of a name apart; may be empty
    std::vector<std::string> other_names;  ///< former names 曾用名, aliases
    /// Codes, 15-digit numbers, document numbers 文号, as written. Those with other than ASCII characters are found at
    /// every place in them, the others from their beginning, unified codes from 8 characters on.
    std::vector<std::string> numbers;
    std::string newest;         ///< YYYY-MM-DD of its newest inspection, empty: none
    std::uint32_t records = 0;  ///< how many public rows tell of it

    bool operator==(const Record&) const = default;
};

/// Calls its argument once for each record, always in the same order.
using RecordSource = std::function<void(const std::function<void(const Record&)>&)>;

/// Takes one file of the index: its name inside search/index/ and its bytes.
using FileSink = std::function<void(std::string_view name, std::string_view bytes)>;

}  // namespace search
