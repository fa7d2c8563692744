#include "text/pinyin.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "text/pinyin_tables.h"
#include "text/search_key.h"
#include "text/utf8.h"

namespace text {
namespace {

constexpr std::size_t longest = 12;  // characters of a name that are read
constexpr std::size_t most = 4;      // keys of one kind and start

// Of one character, the likeliest first; a surname's has ^ before it.
using Readings = std::vector<std::string_view>;

bool is_plain(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

Readings split(std::string_view text, char at) {
    Readings parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(at), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// The readings of characters and of words; everything in it points into the two tables.
class Reader {
  public:
    Reader() {
        for (const std::string_view line : split(pinyin_table(), '\n')) {
            const std::size_t blank = line.find(' ');
            for (const char32_t c : decode(line.substr(blank + 1))) characters_[c] = {line.substr(0, blank)};
        }
        for (const std::string_view line : split(pinyin_words(), '\n')) add_word(split(line, ' '));
    }

    // The readings of the characters from `at` on: of the longest word that begins there, else of the character alone.
    std::vector<Readings> read(const std::u32string& key, std::size_t at) const {
        if (const auto words = words_.find(key[at]); words != words_.end())
            for (const Word& word : words->second)
                if (key.compare(at, word.characters.size(), word.characters) == 0) return word.readings;
        const auto found = characters_.find(key[at]);
        return {found == characters_.end() ? Readings{} : found->second};
    }

  private:
    struct Word {
        std::u32string characters;
        std::vector<Readings> readings;
    };

    void add_word(const Readings& parts) {
        Word word{decode(parts[0]), {}};
        for (std::size_t i = 1; i < parts.size(); ++i) word.readings.push_back(split(parts[i], '|'));
        if (word.characters.size() == 1) {
            characters_[word.characters[0]] = word.readings[0];
            return;
        }
        std::vector<Word>& words = words_[word.characters[0]];
        const auto shorter = std::find_if(words.begin(), words.end(), [&](const Word& other) {
            return other.characters.size() < word.characters.size();
        });
        words.insert(shorter, std::move(word));
    }

    std::unordered_map<char32_t, Readings> characters_;
    std::unordered_map<char32_t, std::vector<Word>> words_;  // by first character, longest first
};

const Reader& reader() {
    static const Reader made;
    return made;
}

// The readings that count at the beginning of a name, a surname's first, or further inside.
Readings readings_at(const Readings& all, bool beginning) {
    Readings counting;
    for (const std::string_view reading : all)
        if (!reading.starts_with('^'))
            counting.push_back(reading);
        else if (beginning)
            counting.insert(counting.begin(), reading.substr(1));
    return counting;
}

// The keys so far, each continued with each reading; the likeliest stay when there are too many.
void extend(std::vector<std::string>& keys, const Readings& readings, PinyinKey::Kind kind) {
    std::vector<std::string> longer;
    for (const std::string_view reading : readings)
        for (const std::string& key : keys) {
            std::string next = key + std::string(reading.substr(0, kind == PinyinKey::Kind::full ? reading.size() : 1));
            if (longer.size() < most && std::find(longer.begin(), longer.end(), next) == longer.end())
                longer.push_back(std::move(next));
        }
    keys = std::move(longer);
}

void add_keys(std::vector<PinyinKey>& found, std::u32string_view name, const std::vector<Readings>& readings,
              PinyinKey::Start start) {
    std::array<std::vector<std::string>, 2> keys = {std::vector<std::string>{""}, std::vector<std::string>{""}};
    std::size_t used = 0;
    bool any_reading = false;
    for (std::size_t at = 0; at < name.size() && used < longest; ++at) {
        const std::string itself(1, static_cast<char>(name[at] & 0x7F));
        const bool plain = is_plain(name[at]);
        if (!plain && readings[at].empty()) continue;
        any_reading = any_reading || !plain;
        ++used;
        const Readings ways = plain ? Readings{itself} : readings_at(readings[at], at == 0);
        extend(keys[0], ways, PinyinKey::Kind::initials);
        extend(keys[1], ways, PinyinKey::Kind::full);
    }
    if (!any_reading) return;
    for (const std::string& key : keys[0]) found.push_back({key, PinyinKey::Kind::initials, start});
    for (const std::string& key : keys[1]) found.push_back({key, PinyinKey::Kind::full, start});
}

}  // namespace

std::vector<PinyinKey> pinyin_keys(std::string_view key) {
    const std::size_t trade_name = count_code_points(key.substr(0, trade_name_start(key)));
    const std::u32string name = decode(truncate(key, trade_name + 4 * longest));
    std::vector<Readings> readings;
    while (readings.size() < name.size())
        for (Readings& one : reader().read(name, readings.size())) readings.push_back(std::move(one));
    readings.resize(name.size());
    std::vector<PinyinKey> keys;
    add_keys(keys, name, readings, PinyinKey::Start::name);
    if (trade_name > 0)
        add_keys(keys, std::u32string_view(name).substr(trade_name),
                 {readings.begin() + static_cast<std::ptrdiff_t>(trade_name), readings.end()},
                 PinyinKey::Start::trade_name);
    return keys;
}

bool may_be_pinyin(std::string_view key) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto usable = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    return key.size() <= 72 && std::any_of(key.begin(), key.end(), letter) &&
           std::all_of(key.begin(), key.end(), usable);
}

}  // namespace text
