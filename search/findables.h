// Everything that some neighbouring records can be found by, made by one thread before it goes into a FindableStore
// with the others': the texts of one name are the ends of one chain of characters.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/name_keys.h"

namespace search {

struct Findables {
    struct Chain {
        std::uint32_t record = 0, at = 0;
    };
    static constexpr std::uint8_t whole_mark = 8, unified_mark = 16, some_mark = 32;  ///< beside the Match
    static constexpr char end_of_letters = '\0', end_of_spelled = '\1';

    std::vector<Chain> chains, pinyin;
    std::u32string characters;        ///< each chain ends with 0
    std::vector<std::uint8_t> marks;  ///< beside each character: 0 where no text begins
    std::string letters;              ///< each pinyin key ends with end_of_letters, or end_of_spelled (leaf_readings.h)
    std::vector<std::uint8_t> otherwise;  ///< of each record: 1 when its names are read otherwise (leaf_readings.h)
};

/// Adds what a record can be found by; records of one Findables come in the order of their numbers.
void add_findables(Findables& to, std::uint32_t number, const Record& record, bool with_pinyin);

}  // namespace search
