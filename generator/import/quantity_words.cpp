#include "generator/import/quantity_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "generator/import/clauses.h"
#include "text/number.h"
#include "text/utf8.h"

namespace importing {

namespace {

using records::QuantityPeriod;
using Word = std::u32string_view;

// Longer words first where one begins like another.
constexpr std::array<std::pair<Word, Bound>, 38> bounds{{{U"大于或等于", Bound::at_least},
                                                         {U"小于或等于", Bound::at_most},
                                                         {U"不得低于", Bound::at_least},
                                                         {U"不应低于", Bound::at_least},
                                                         {U"不能低于", Bound::at_least},
                                                         {U"不得少于", Bound::at_least},
                                                         {U"不应少于", Bound::at_least},
                                                         {U"不能少于", Bound::at_least},
                                                         {U"不得小于", Bound::at_least},
                                                         {U"不得超过", Bound::at_most},
                                                         {U"不应超过", Bound::at_most},
                                                         {U"不得高于", Bound::at_most},
                                                         {U"不得多于", Bound::at_most},
                                                         {U"不得大于", Bound::at_most},
                                                         {U"大于等于", Bound::at_least},
                                                         {U"小于等于", Bound::at_most},
                                                         {U"不低于", Bound::at_least},
                                                         {U"不少于", Bound::at_least},
                                                         {U"不小于", Bound::at_least},
                                                         {U"不超过", Bound::at_most},
                                                         {U"不高于", Bound::at_most},
                                                         {U"不多于", Bound::at_most},
                                                         {U"不大于", Bound::at_most},
                                                         {U"至少", Bound::at_least},
                                                         {U"最少", Bound::at_least},
                                                         {U"至多", Bound::at_most},
                                                         {U"最多", Bound::at_most},
                                                         {U">=", Bound::at_least},
                                                         {U"<=", Bound::at_most},
                                                         {U"≥", Bound::at_least},
                                                         {U"≤", Bound::at_most},
                                                         {U"超过", Bound::above},
                                                         {U"高于", Bound::above},
                                                         {U"大于", Bound::above},
                                                         {U">", Bound::above},
                                                         {U"低于", Bound::below},
                                                         {U"<", Bound::below},
                                                         {U"=", Bound::equal}}};

constexpr std::array<std::pair<Word, QuantityPeriod>, 13> lengths{{{U"半年", QuantityPeriod::half_year},
                                                                   {U"季度", QuantityPeriod::quarter},
                                                                   {U"星期", QuantityPeriod::week},
                                                                   {U"个月", QuantityPeriod::month},
                                                                   {U"年度", QuantityPeriod::year},
                                                                   {U"年", QuantityPeriod::year},
                                                                   {U"季", QuantityPeriod::quarter},
                                                                   {U"月", QuantityPeriod::month},
                                                                   {U"周", QuantityPeriod::week},
                                                                   {U"日", QuantityPeriod::day},
                                                                   {U"天", QuantityPeriod::day},
                                                                   {U"Y", QuantityPeriod::year},
                                                                   {U"y", QuantityPeriod::year}}};

constexpr std::array<Word, 9> whole_years{U"本年度内", U"一年内", U"本年度", U"全年度", U"年度内",
                                          U"全年",     U"当年",   U"本年",   U"年内"};

constexpr std::array<Word, 41> common_at_end{
    U"之和", U"合计", U"总计", U"分别", U"按照", U"应当", U"达到", U"控制在", U"比例", U"比率", U"频次",
    U"频率", U"周期", U"次数", U"数量", U"户数", U"家数", U"抽查", U"检查",   U"抽取", U"抽检", U"随机",
    U"开展", U"实施", U"进行", U"确定", U"执行", U"为",   U"是",   U":",      U"按",   U"应",   U"须",
    U"需",   U"达",   U"共",   U"计",   U"的",   U"在",   U"/",    U"基数"};
constexpr std::array<Word, 19> common_at_start{
    U"抽查比例", U"检查比例", U"随机抽取", U"其中", U"按照", U"对于", U"每次", U"抽取", U"抽查", U"检查",
    U"开展",     U"从",       U"对",       U"按",   U"共",   U"且",   U"并",   U":",    U"的"};

bool starts(Word words, std::size_t at, Word word) {
    return words.substr(std::min(at, words.size())).starts_with(word);
}

bool cut(std::u32string& words, Word word) {
    const std::size_t at = words.find(word);
    if (at == std::u32string::npos) return false;
    words.erase(at, word.size());
    return true;
}

/// The last bound word; what is before stays in `words`, what is behind comes back.
std::optional<std::u32string> cut_bound(std::u32string& words, Bound& bound) {
    std::size_t begin = std::u32string::npos, end = 0;
    for (std::size_t at = 0; at < words.size();) {
        const auto found =
            std::find_if(bounds.begin(), bounds.end(), [&](const auto& one) { return starts(words, at, one.first); });
        if (found == bounds.end()) {
            ++at;
            continue;
        }
        begin = at;
        bound = found->second;
        at = end = at + found->first.size();
    }
    if (begin == std::u32string::npos) return std::nullopt;
    std::u32string behind = words.substr(end);
    words.erase(begin);
    return behind;
}

/// 两年, 2年, 半年, 季度 at `at`: what and how many; length 0: nothing of the sort.
struct Length {
    Per per;
    std::size_t size = 0;
};
Length length_at(Word words, std::size_t at) {
    std::size_t number = at;
    while (number < words.size() && number - at < 2 && (is_digit(words[number]) || is_chinese_digit(words[number])))
        ++number;
    int every = 1;
    if (number > at) {
        const auto count = text::parse_count(text::encode(words.substr(at, number - at)));
        if (!count || *count < 1 || *count > 60) return {};
        every = static_cast<int>(*count);
    }
    for (const auto& [word, period] : lengths)
        if (starts(words, number, word)) return {{period, every}, number - at + word.size()};
    return {};
}

void strip(Word& words, std::span<const Word> ends, std::span<const Word> begins) {
    for (bool again = true; again;) {
        again = false;
        for (const Word word : ends)
            if (words.ends_with(word)) {
                words.remove_suffix(word.size());
                again = true;
            }
        for (const Word word : begins)
            if (words.starts_with(word)) {
                words.remove_prefix(word.size());
                again = true;
            }
    }
}

/// 备案数的 → 备案数; 总数的 → nothing: all of them.
std::u32string share_of(Word words) {
    strip(words, std::array{Word(U"的")}, {});
    strip(words, std::array{Word(U"总户数"), Word(U"总家数"), Word(U"总数量"), Word(U"总数"), Word(U"总量")}, {});
    strip(words, {}, std::array{Word(U"本年度"), Word(U"为"), Word(U"其")});
    return std::u32string(words);
}

}  // namespace

bool contains(Word words, Word word) {
    return words.find(word) != Word::npos;
}

std::u32string without_common_words(Word words) {
    strip(words, common_at_end, common_at_start);
    if (words.size() > 1 && words.ends_with(U'中')) words.remove_suffix(1);  // 从企业中; but 中 alone is a risk class
    return std::u32string(words);
}

Per cut_per(std::u32string& words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] != U'每' && words[at] != U'按') continue;
        const std::size_t begin = at + 1 + (starts(words, at + 1, U"个") && !starts(words, at + 1, U"个月") ? 1 : 0);
        const Length length = length_at(words, begin);
        if (length.size == 0) continue;
        words.erase(at, begin - at + length.size);
        return length.per;
    }
    for (const Word word : whole_years)
        if (cut(words, word)) return {QuantityPeriod::year, 1};
    const Length leading = length_at(words, 0);  // 一年(两次), 年度(抽查比例), 2年(1次)
    if (leading.size > 0 && leading.per.per != QuantityPeriod::day) {
        words.erase(0, leading.size);
        return leading.per;
    }
    return {};
}

LeadingWords read_leading(Word words) {
    LeadingWords leading;
    std::u32string rest(words);
    const auto behind = cut_bound(rest, leading.bound);
    if (behind) leading.share_of = share_of(*behind);
    const Per per = cut_per(rest);
    leading.per = per.per;
    leading.every = per.every;
    for (const Word word : {Word(U"初步确定"), Word(U"大约"), Word(U"大概"), Word(U"预计"), Word(U"预估"),
                            Word(U"估计"), Word(U"初步"), Word(U"约"), Word(U"拟")})
        if (cut(rest, word)) leading.approximate = true;
    if (cut(rest, U"原则上")) leading.in_principle = true;
    leading.is_base = rest.starts_with(U"从") || contains(rest, U"基数") || contains(rest, U"总数") ||
                      contains(rest, U"共有") || contains(rest, U"现有");
    if (const std::size_t at = rest.find(U"对"); at != std::u32string::npos && !starts(rest, at, U"对象"))
        rest.erase(0, at + 1);
    if (!behind && rest.ends_with(U"总数的")) leading.is_base = false;
    leading.scope = without_common_words(behind ? rest : share_of(without_common_words(rest)));
    return leading;
}

TrailingWords read_trailing(Word words) {
    TrailingWords trailing;
    for (bool again = true; again;) {
        again = false;
        const Word rest = words.substr(trailing.length);
        for (const auto& [word, bound] :
             {std::pair{Word(U"及以上"), Bound::at_least}, std::pair{Word(U"以上"), Bound::at_least},
              std::pair{Word(U"及以下"), Bound::at_most}, std::pair{Word(U"以下"), Bound::at_most},
              std::pair{Word(U"以内"), Bound::at_most}})
            if (rest.starts_with(word)) {
                trailing.bound = bound;
                trailing.length += word.size();
                again = true;
                break;
            }
        if (again) continue;
        for (const Word word : {Word(U"左右"), Word(U"上下")})
            if (rest.starts_with(word)) {
                trailing.approximate = true;
                trailing.length += word.size();
                again = true;
            }
        if (again || !rest.starts_with(U"/")) continue;
        const std::size_t each = rest.size() > 1 && (rest[1] == U'每' || rest[1] == U'户') ? 2 : 1;
        const Length length = length_at(rest, each);
        if (length.size == 0 || rest[each - 1] == U'户') continue;
        trailing.per = length.per.per;
        trailing.every = length.per.every;
        trailing.length += each + length.size;
        again = true;
    }
    return trailing;
}

bool says_undetermined(Word words) {
    for (const Word word :
         {Word(U"待定"), Word(U"未定"), Word(U"另定"), Word(U"另行"), Word(U"待确定"), Word(U"未确定"),
          Word(U"一定比例"), Word(U"不同比例"), Word(U"适当比例"), Word(U"一定数量"), Word(U"若干")})
        if (contains(words, word)) return true;
    const bool depends = contains(words, U"根据") || contains(words, U"按") || contains(words, U"视") ||
                         contains(words, U"依") || contains(words, U"由") || contains(words, U"结合");
    return depends && (words.ends_with(U"定") || words.ends_with(U"为准"));
}

bool is_circumstance(Word words) {
    for (const Word word :
         {Word(U"根据"), Word(U"按照"), Word(U"依据"), Word(U"依法"), Word(U"原则"), Word(U"结合"), Word(U"视"),
          Word(U"不定期"), Word(U"由"), Word(U"经"), Word(U"以"), Word(U"具体"), Word(U"实际")})
        if (words.starts_with(word)) return true;
    for (const Word word : {Word(U"不再"), Word(U"不重复"), Word(U"应当"), Word(U"不得"), Word(U"为准"), Word(U"免于"),
                            Word(U"除外"), Word(U"重点抽查对象"), Word(U"处罚"), Word(U"不定期")})
        if (contains(words, word)) return true;
    return false;
}

}  // namespace importing
