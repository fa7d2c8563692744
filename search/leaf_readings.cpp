#include "search/leaf_readings.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "search/name_keys.h"
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

// `reading_of`: a character's reading, empty when it has none.
template <class ReadingOf>
void spell(std::u32string_view name, const ReadingOf& reading_of, std::vector<std::string>& keys) {
    std::string initials, full;
    std::size_t used = 0;
    bool any_reading = false;
    for (std::size_t at = 0; at < name.size() && used < most_characters; ++at) {
        if (is_plain(name[at])) {
            initials.push_back(static_cast<char>(name[at]));
            full.push_back(static_cast<char>(name[at]));
        } else if (const std::string& reading = reading_of(name[at]); !reading.empty()) {
            initials.push_back(reading[0]);
            full += reading;
            any_reading = true;
        } else {
            continue;
        }
        ++used;
    }
    if (!any_reading) return;
    keys.push_back(std::move(initials));
    keys.push_back(std::move(full));
}

template <class ReadingOf>
void spell_name(const std::string& name, const ReadingOf& reading_of, std::vector<std::string>& keys) {
    const std::string key = text::search_key(name);
    spell(text::decode(key), reading_of, keys);
    if (const std::size_t trade_name = text::trade_name_start(key); trade_name > 0)
        spell(text::decode(std::string_view(key).substr(trade_name)), reading_of, keys);
}

std::vector<std::string> spelled_by(const Record& record, const CharacterReadings& readings) {
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

// Of every character that a key of the rows' names has. A name's key is that of its characters (text::fold).
CharacterReadings readings_for(std::span<const Record* const> rows) {
    std::unordered_set<char32_t> written;
    const auto add = [&written](std::string_view name) {
        for (std::size_t at = 0; at < name.size();) {
            const text::Decoded next = text::decode_at(name, at);
            written.insert(next.code_point);
            at += next.length;
        }
    };
    for (const Record* row : rows) {
        add(row->title);
        for (const std::string& name : row->other_names) add(name);
    }
    CharacterReadings readings;
    for (const char32_t one : written)
        for (const char32_t character : text::decode(text::search_key(text::encode({&one, 1}))))
            if (!is_plain(character) && !reading_of(character).empty())
                readings.emplace(character, reading_of(character));
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
    std::vector<std::string> keys;
    const std::string none;
    const auto reading = [&](char32_t character) -> const std::string& {
        const auto found = readings.find(character);
        return found == readings.end() ? none : found->second;
    };
    spell_name(name, reading, keys);
    return keys;
}

Spelled spelled_of(const Record& record, std::span<const std::string> own) {
    std::vector<std::string> keys;
    spell_name(record.title, reading_of, keys);
    for (const std::string& name : record.other_names) spell_name(name, reading_of, keys);
    const bool right = std::all_of(keys.begin(), keys.end(), [&own](const std::string& key) {
        return std::find(own.begin(), own.end(), key) != own.end();
    });
    if (!right) keys.clear();
    return {!right, std::move(keys)};
}

std::string written_readings(std::span<const Record* const> rows, std::span<const std::uint8_t> otherwise,
                             std::span<const LeafPinyin> keys) {
    if (keys.empty()) return std::string(3, '\0');  // no syllables, no rows that are read otherwise, no keys
    std::string others, whose;
    std::uint32_t other_count = 0, key_count = 0, before = 0;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (otherwise[row] == 0) continue;
        put_number(others, row - before);
        before = row;
        ++other_count;
    }
    FrontCoder letters;
    for (const LeafPinyin& key : keys) {
        if (key.spelled) continue;
        letters.add(key.letters);
        put_number(whose, key.row);
        ++key_count;
    }
    std::string result = written_table(readings_for(rows));
    put_number(result, other_count);
    result += others;
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
            if (!otherwise[at]) keys[at] = spelled_by(rows[at], readings);
    std::vector<std::string> others = read_front_coded(reader, reader.number(most_keys), longest_pinyin);
    for (std::string& letters : others) {
        const std::uint32_t whose = reader.number(0xFFFFFFFF);
        if (whose >= rows.size()) throw Malformed("索引中的拼音指向不存在的行");
        keys[whose].push_back(std::move(letters));
    }
    return keys;
}

}  // namespace search
