// A leaf: every record with a text in some stretch of all texts in order, as whole rows. No matter where a word's
// stretch begins inside it, all records that match the word are among its rows; which do is judged by their names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/leaf_readings.h"
#include "search/record.h"

namespace search {

struct Leaf {
    std::vector<Record> rows;                      ///< in row order
    std::vector<std::vector<std::string>> pinyin;  ///< the pinyin keys of each row as far as the leaf has them
};

/// The whole file. Rows in row order, for each whether it is read otherwise (leaf_readings.h), pinyin in order.
std::string written_leaf(std::span<const Record* const> rows, std::span<const std::uint8_t> otherwise,
                         std::span<const LeafPinyin> pinyin);
/// Throws Malformed.
Leaf read_leaf(std::string_view file);

}  // namespace search
