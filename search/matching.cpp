#include "search/matching.h"

#include <algorithm>

#include "search/record_store.h"
#include "text/search_key.h"
#include "text/utf8.h"

namespace search {
namespace {

std::optional<Match> better(std::optional<Match> one, std::optional<Match> other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

std::optional<Match> match_of_name(const std::string& name, std::string_view word) {
    std::optional<Match> best;
    each_findable_of_name(name, [&](const FindableText& found) {
        if (found.text.starts_with(word))
            best = better(best, found.can_be_whole && found.text == word ? Match::whole : found.match);
    });
    return best;
}

std::optional<Match> match_of_number(const Record& record, std::string_view word) {
    std::optional<Match> best;
    each_findable_number(record, [&](const FindableText& found) {
        if (found.text.starts_with(word) && text::count_code_points(word) >= found.least)
            best = better(best, found.can_be_whole && found.text == word ? Match::whole : found.match);
    });
    return best;
}

std::optional<Match> match_of_pinyin(std::string_view word, std::span<const std::string> pinyin) {
    for (const std::string& key : pinyin)
        if (key.starts_with(word)) return Match::pinyin;
    return std::nullopt;
}

}  // namespace

std::optional<Match> match_of(const Record& record, std::string_view word, std::span<const std::string> pinyin) {
    const std::string one(word);
    return match_of_all(record, {&one, 1}, pinyin);
}

std::optional<Match> match_of_all(const Record& record, std::span<const std::string> words,
                                  std::span<const std::string> pinyin) {
    std::vector<std::optional<Match>> otherwise;  // of each word: by number or pinyin
    for (const std::string& word : words)
        otherwise.push_back(better(match_of_number(record, word), match_of_pinyin(word, pinyin)));
    const auto with_name = [&](const std::string* name) {
        std::optional<Match> worst = Match::whole;
        for (std::size_t word = 0; word < words.size() && worst; ++word) {
            const auto match =
                better(name != nullptr ? match_of_name(*name, words[word]) : std::nullopt, otherwise[word]);
            worst = match ? std::optional(std::max(*worst, *match)) : std::nullopt;
        }
        return worst;
    };
    std::optional<Match> best = with_name(&record.title);
    for (const std::string& name : record.other_names) best = better(best, with_name(&name));
    return best;
}

std::vector<std::string> pinyin_of(const Record& record) {
    std::vector<std::string> keys;
    each_pinyin(record, [&keys](const FindableText& found) { keys.push_back(found.text); });
    return keys;
}

bool answers_before(const Answer& one, const Answer& other) {
    return one.match != other.match ? one.match < other.match : ranks_before(one.record, other.record);
}

}  // namespace search
