#include "search/findable_store.h"

#include <algorithm>
#include <numeric>

#include "search/bytes.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr std::uint8_t whole_mark = 8, unified_mark = 16, some_mark = 32;  // beside the Match

}  // namespace

void FindableStore::add(std::uint32_t record, const FindableText& text) {
    std::vector<std::uint16_t> symbols;
    if (characters_.empty()) characters_.push_back(0);
    for (std::size_t at = 0; at < text.text.size();) {
        const text::Decoded next = text::decode_at(text.text, at);
        at += next.length;
        const auto [place, fresh] = places_.emplace(next.code_point, static_cast<std::uint16_t>(characters_.size()));
        if (fresh) characters_.push_back(next.code_point);
        if (characters_.size() > 0xFFFF) throw Malformed("检索索引：不同的字符超过 65534 个，无法建立索引");
        symbols.push_back(place->second);
    }
    const bool follows = before_record_ == record && before_.size() == symbols.size() + 1 && !chains_.empty() &&
                         std::equal(symbols.begin(), symbols.end(), before_.begin() + 1);
    if (follows) {
        ++before_at_;
    } else {
        before_at_ = static_cast<std::uint32_t>(symbols_.size());
        if (symbols_.size() + symbols.size() >= pinyin_bit) throw Malformed("检索索引：文字过多，无法建立索引");
        chains_.push_back({record, before_at_});
        symbols_.insert(symbols_.end(), symbols.begin(), symbols.end());
        symbols_.push_back(0);
        marks_.resize(symbols_.size());
    }
    marks_[before_at_] =
        static_cast<std::uint8_t>(static_cast<std::uint8_t>(text.match) | (text.can_be_whole ? whole_mark : 0) |
                                  (text.least > 1 ? unified_mark : 0) | some_mark);
    before_ = std::move(symbols);
    before_record_ = record;
}

void FindableStore::add_pinyin(std::uint32_t record, std::string_view letters) {
    if (letters_.size() + letters.size() >= pinyin_bit) throw Malformed("检索索引：拼音过多，无法建立索引");
    pinyin_.push_back({record, static_cast<std::uint32_t>(letters_.size())});
    letters_ += letters;
    letters_.push_back('\0');
}

void FindableStore::settle() {
    if (characters_.empty()) characters_.push_back(0);
    for (const char letter : letters_)
        if (letter != '\0' && places_.emplace(static_cast<unsigned char>(letter), characters_.size()).second)
            characters_.push_back(static_cast<unsigned char>(letter));
    std::vector<char32_t> sorted = characters_;
    std::sort(sorted.begin() + 1, sorted.end());
    std::vector<std::uint16_t> now(characters_.size());
    for (std::size_t place = 1; place < sorted.size(); ++place)
        now[places_.at(sorted[place])] = static_cast<std::uint16_t>(place);
    for (std::uint16_t& symbol : symbols_) symbol = now[symbol];
    characters_ = std::move(sorted);
    for (std::size_t place = 1; place < characters_.size(); ++place)
        if (characters_[place] < 256) letter_symbols_[characters_[place]] = static_cast<std::uint16_t>(place);
    places_.clear();
    before_.clear();
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

std::vector<Entry> FindableStore::sorted_entries(std::uint16_t first, std::uint16_t last) const {
    std::vector<Entry> entries;
    entries.reserve(std::accumulate(counts_.begin() + first, counts_.begin() + last, std::size_t{0}));
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
    return entries;
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
    return !is_pinyin(entry) && (marks_[entry.at] & whole_mark);
}
std::size_t FindableStore::least(const Entry& entry) const {
    return !is_pinyin(entry) && (marks_[entry.at] & unified_mark) ? least_of_unified_code : 1;
}

}  // namespace search
