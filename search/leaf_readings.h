// How a leaf says by which pinyin its rows are found: one reading for each character of its names, from which nearly
// every key follows, and the keys for which that is not so. Spelling a key out for each row would double the index.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/bytes.h"
#include "search/record.h"

namespace search {

struct LeafPinyin {
    std::string letters;    ///< a pinyin key in this leaf's stretch
    std::uint32_t row = 0;  ///< whose
    bool spelled = false;   ///< it follows from the readings (spelled_of)
    auto operator<=>(const LeafPinyin&) const = default;
};

/// The reading of each character, such as "bei".
using CharacterReadings = std::map<char32_t, std::string>;

/// The keys that follow from the readings for a name: from its first character and from its trade name, the first
/// twelve characters that are a-z, 0-9 or have a reading, by initials and in full; none where no character has one.
std::vector<std::string> spelled(const std::string& name, const CharacterReadings& readings);

/// What follows for all names of a record when each character has the likeliest reading it has alone. A record some of
/// whose names are read otherwise, so that a key would follow that it does not have, has no keys that follow.
struct Spelled {
    bool otherwise = false;
    std::vector<std::string> keys;
};
/// `own`: all pinyin keys of the record.
Spelled spelled_of(const Record& record, std::span<const std::string> own);

/// The pinyin part of a leaf; `otherwise`: for each row whether it is read otherwise (spelled_of). `keys` in order, of
/// rows of `rows`; nothing is written about pinyin when there are none.
std::string written_readings(std::span<const Record* const> rows, std::span<const std::uint8_t> otherwise,
                             std::span<const LeafPinyin> keys);
/// The pinyin keys of each row as far as the leaf knows them. Throws Malformed.
std::vector<std::vector<std::string>> read_readings(ByteReader& reader, std::span<const Record> rows);

}  // namespace search
