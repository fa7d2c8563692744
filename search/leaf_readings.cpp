#include "search/leaf_readings.h"

#include <algorithm>
#include <unordered_map>

#include "search/matching.h"
#include "text/pinyin.h"
#include "text/search_key.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr std::size_t most_characters = 12;  // of a key
constexpr std::uint32_t most_syllables = 5'000, longest_syllable = 8, most_keys = 1'000'000, most_readings = 100'000;

bool is_plain(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

void spell(std::u32string_view name, const CharacterReadings& readings, std::vector<std::string>& keys) {
    std::string initials, full;
    std::size_t used = 0;
    bool any_reading = false;
    for (std::size_t at = 0; at < name.size() && used < most_characters; ++at) {
        const auto found = is_plain(name[at]) ? readings.end() : readings.find(name[at]);
        if (is_plain(name[at])) {
            initials.push_back(static_cast<char>(name[at]));
            full.push_back(static_cast<char>(name[at]));
        } else if (found != readings.end()) {
            initials += found->second.substr(0, 1);
            full += found->second;
            any_reading = true;
        } else {
            continue;
        }
        ++used;
    }
    if (!any_reading) return;
    keys.push_back(initials);
    keys.push_back(full);
}

std::vector<std::string> spelled_of(const Record& record, const CharacterReadings& readings) {
    std::vector<std::string> keys = spelled(record.title, readings);
    for (const std::string& name : record.other_names)
        for (std::string& key : spelled(name, readings)) keys.push_back(std::move(key));
    return keys;
}

// The likeliest reading of a character alone; empty: it has none.
const std::string& reading_of(char32_t character) {
    thread_local std::unordered_map<char32_t, std::string> known;
    const auto [place, fresh] = known.emplace(character, "");
    if (fresh)
        for (const text::PinyinKey& key : text::pinyin_keys(text::encode({&character, 1})))
            if (place->second.empty() && key.kind == text::PinyinKey::Kind::full) place->second = key.text;
    return place->second;
}

CharacterReadings readings_for(std::span<const Record* const> rows) {
    CharacterReadings readings;
    const auto add = [&readings](const std::string& name) {
        for (const char32_t character : text::decode(text::search_key(name)))
            if (!is_plain(character) && !readings.contains(character) && !reading_of(character).empty())
                readings.emplace(character, reading_of(character));
    };
    for (const Record* row : rows) {
        add(row->title);
        for (const std::string& name : row->other_names) add(name);
    }
    return readings;
}

std::string written_table(const CharacterReadings& readings) {
    std::map<std::string, std::vector<char32_t>> by_reading;
    for (const auto& [character, reading] : readings) by_reading[reading].push_back(character);
    std::string table, groups;
    put_number(table, static_cast<std::uint32_t>(by_reading.size()));
    FrontCoder syllables;
    for (const auto& [reading, characters] : by_reading) {
        syllables.add(reading);
        put_number(groups, static_cast<std::uint32_t>(characters.size()));
        char32_t before = 0;
        for (const char32_t character : characters) {
            put_number(groups, static_cast<std::uint32_t>(character - before));
            before = character;
        }
    }
    return table + syllables.finish() + groups;
}

CharacterReadings read_table(ByteReader& reader) {
    CharacterReadings readings;
    for (const std::string& syllable : read_front_coded(reader, reader.number(most_syllables), longest_syllable)) {
        char32_t character = 0;
        for (std::uint32_t count = reader.number(most_readings); count > 0; --count) {
            character += reader.number(0x10FFFF - character);
            readings[character] = syllable;
        }
    }
    return readings;
}

}  // namespace

std::vector<std::string> spelled(const std::string& name, const CharacterReadings& readings) {
    const std::string key = text::search_key(name);
    std::vector<std::string> keys;
    spell(text::decode(key), readings, keys);
    if (const std::size_t trade_name = text::trade_name_start(key); trade_name > 0)
        spell(text::decode(std::string_view(key).substr(trade_name)), readings, keys);
    return keys;
}

std::string written_readings(std::span<const Record* const> rows, std::span<const LeafPinyin> keys) {
    if (keys.empty()) return std::string(3, '\0');  // no syllables, no rows that are read otherwise, no keys
    const CharacterReadings readings = readings_for(rows);
    std::string otherwise, whose;
    std::uint32_t otherwise_count = 0, key_count = 0, before = 0;
    std::vector<std::vector<std::string>> known(rows.size());
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        known[row] = spelled_of(*rows[row], readings);
        const std::vector<std::string> own = pinyin_of(*rows[row]);
        const bool right = std::all_of(known[row].begin(), known[row].end(), [&own](const std::string& key) {
            return std::find(own.begin(), own.end(), key) != own.end();
        });
        if (right) continue;
        known[row].clear();
        put_number(otherwise, row - before);
        before = row;
        ++otherwise_count;
    }
    FrontCoder letters;
    for (const LeafPinyin& key : keys) {
        if (std::find(known[key.row].begin(), known[key.row].end(), key.letters) != known[key.row].end()) continue;
        letters.add(key.letters);
        put_number(whose, key.row);
        ++key_count;
    }
    std::string result = written_table(readings);
    put_number(result, otherwise_count);
    result += otherwise;
    put_number(result, key_count);
    return result + letters.finish() + whose;
}

std::vector<std::vector<std::string>> read_readings(ByteReader& reader, std::span<const Record> rows) {
    const CharacterReadings readings = read_table(reader);
    std::vector<std::vector<std::string>> keys(rows.size());
    std::vector<bool> otherwise(rows.size());
    std::uint32_t row = 0;
    for (std::uint32_t count = reader.number(static_cast<std::uint32_t>(rows.size())); count > 0; --count) {
        row += reader.number(static_cast<std::uint32_t>(rows.size()));
        if (row >= rows.size()) throw Malformed("索引中的拼音指向不存在的行");
        otherwise[row] = true;
    }
    if (!readings.empty())
        for (std::size_t at = 0; at < rows.size(); ++at)
            if (!otherwise[at]) keys[at] = spelled_of(rows[at], readings);
    std::vector<std::string> others = read_front_coded(reader, reader.number(most_keys), longest_pinyin);
    for (std::string& letters : others) {
        const std::uint32_t whose = reader.number(0xFFFFFFFF);
        if (whose >= rows.size()) throw Malformed("索引中的拼音指向不存在的行");
        keys[whose].push_back(std::move(letters));
    }
    return keys;
}

}  // namespace search
