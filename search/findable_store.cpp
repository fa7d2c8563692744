#include "search/findable_store.h"

#include <algorithm>
#include <numeric>

#include "search/bytes.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr std::size_t code_points = 0x110000;

}  // namespace

void FindableStore::reserve(std::size_t records, std::size_t name_bytes) {
    symbols_.reserve(name_bytes);
    marks_.reserve(name_bytes);
    letters_.reserve(4 * name_bytes);
    chains_.reserve(6 * records);
    pinyin_.reserve(16 * records);
    otherwise_.reserve(records);
}

std::uint16_t FindableStore::place_of(char32_t character) {
    if (places_.empty()) places_.resize(code_points);
    std::uint16_t& place = places_[character];
    if (place == 0 && character != 0) {
        if (characters_.size() >= 0xFFFF) throw Malformed("检索索引：不同的字符超过 65534 个，无法建立索引");
        place = static_cast<std::uint16_t>(characters_.size());
        characters_.push_back(character);
    }
    return place;
}

void FindableStore::append(const Findables& findables) {
    if (symbols_.size() + findables.characters.size() >= pinyin_bit)
        throw Malformed("检索索引：文字过多，无法建立索引");
    if (letters_.size() + findables.letters.size() >= pinyin_bit) throw Malformed("检索索引：拼音过多，无法建立索引");
    const auto symbols = static_cast<std::uint32_t>(symbols_.size());
    const auto letters = static_cast<std::uint32_t>(letters_.size());
    for (const Chain& chain : findables.chains) chains_.push_back({chain.record, chain.at + symbols});
    for (const Chain& chain : findables.pinyin) pinyin_.push_back({chain.record, chain.at + letters});
    for (const char32_t character : findables.characters) symbols_.push_back(place_of(character));
    marks_.insert(marks_.end(), findables.marks.begin(), findables.marks.end());
    letters_ += findables.letters;
    otherwise_.insert(otherwise_.end(), findables.otherwise.begin(), findables.otherwise.end());
}

void FindableStore::settle() {
    for (const char letter : letters_)
        if (letter != Findables::end_of_letters && letter != Findables::end_of_spelled)
            place_of(static_cast<unsigned char>(letter));
    std::vector<char32_t> sorted = characters_;
    std::sort(sorted.begin() + 1, sorted.end());
    std::vector<std::uint16_t> now(characters_.size());
    for (std::size_t place = 1; place < sorted.size(); ++place)
        now[place_of(sorted[place])] = static_cast<std::uint16_t>(place);
    for (std::uint16_t& symbol : symbols_) symbol = now[symbol];
    characters_ = std::move(sorted);
    for (std::size_t place = 1; place < characters_.size(); ++place)
        if (characters_[place] < 256) letter_symbols_[characters_[place]] = static_cast<std::uint16_t>(place);
    std::vector<std::uint16_t>().swap(places_);
    counts_ = counted();
}

template <class Give>
void FindableStore::each_chain(const std::vector<Chain>& chains, std::size_t end, Give give) const {
    for (std::size_t chain = 0; chain < chains.size(); ++chain)
        give(chains[chain].record, chains[chain].at,
             chain + 1 < chains.size() ? chains[chain + 1].at : static_cast<std::uint32_t>(end));
}

std::vector<std::uint32_t> FindableStore::counted() const {
    std::vector<std::uint32_t> counts(characters_.size() + 1);
    for (std::size_t at = 0; at < symbols_.size(); ++at)
        if (marks_[at]) ++counts[symbols_[at]];
    for (const Chain& chain : pinyin_) ++counts[letter_symbols_[static_cast<unsigned char>(letters_[chain.at])]];
    return counts;
}

Entry FindableStore::entry_at(std::uint32_t at, std::uint32_t record) const {
    Entry entry{0, at, record};
    bool ended = false;
    for (std::uint32_t depth = 0; depth < 4; ++depth) {
        std::uint16_t symbol = 0;
        if (!ended)
            symbol = (at & pinyin_bit)
                         ? letter_symbols_[static_cast<unsigned char>(letters_[(at & ~pinyin_bit) + depth])]
                         : symbols_[at + depth];
        ended = symbol == 0;
        entry.first_four = entry.first_four << 16 | symbol;
    }
    return entry;
}

std::size_t FindableStore::count(std::uint16_t first, std::uint16_t last) const {
    return std::accumulate(counts_.begin() + first, counts_.begin() + last, std::size_t{0});
}

void FindableStore::sorted_entries(std::uint16_t first, std::uint16_t last, std::vector<Entry>& entries) const {
    entries.clear();
    entries.reserve(count(first, last));
    each_chain(chains_, symbols_.size(), [&](std::uint32_t record, std::uint32_t at, std::uint32_t end) {
        for (; at < end; ++at)
            if (marks_[at] && symbols_[at] >= first && symbols_[at] < last) entries.push_back(entry_at(at, record));
    });
    for (const Chain& chain : pinyin_) {
        const std::uint16_t symbol = letter_symbols_[static_cast<unsigned char>(letters_[chain.at])];
        if (symbol >= first && symbol < last) entries.push_back(entry_at(chain.at | pinyin_bit, chain.record));
    }
    std::sort(entries.begin(), entries.end(), [this](const Entry& one, const Entry& other) {
        if (one.first_four != other.first_four) return one.first_four < other.first_four;
        if ((one.first_four & 0xFFFF) != 0)
            for (std::size_t depth = 4;; ++depth) {
                const std::uint16_t left = symbol(one, depth), right = symbol(other, depth);
                if (left != right) return left < right;
                if (left == 0) break;
            }
        return one.record != other.record ? one.record < other.record : one.at < other.at;
    });
}

std::string FindableStore::text(const Entry& entry, std::size_t depth) const {
    std::string text;
    for (std::size_t at = 0; at < depth && symbol(entry, at) != 0; ++at)
        text::append(text, character(symbol(entry, at)));
    return text;
}

Match FindableStore::match(const Entry& entry) const {
    return is_pinyin(entry) ? Match::pinyin : static_cast<Match>(marks_[entry.at] & 7);
}
bool FindableStore::can_be_whole(const Entry& entry) const {
    return !is_pinyin(entry) && (marks_[entry.at] & Findables::whole_mark);
}
std::size_t FindableStore::least(const Entry& entry) const {
    return !is_pinyin(entry) && (marks_[entry.at] & Findables::unified_mark) ? least_of_unified_code : 1;
}

}  // namespace search
