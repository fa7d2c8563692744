// What a query is understood to be: which of its words are names, pinyin or numbers, and what is to be said about it
// before anything is looked up. The twin in the browser is site/search/understanding.mjs; both are held to
// tests/data/search_understanding.json. It knows nothing of the index and of what exists.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// As what a word is looked for.
enum class Sort {
    name,    ///< any part of a name, former name or title
    pinyin,  ///< the beginning of a pinyin key (text/pinyin.h)
    number   ///< a number, whole or from its beginning
};

/// Which number a word was recognized to be.
enum class Number {
    none,          ///< no recognized number; it may still be one of an office's own (Sort::number)
    unified,       ///< 统一社会信用代码, 18 characters, right or wrong
    beginning,     ///< the first 8 to 17 characters of one
    registration,  ///< 15-digit 注册号, right or wrong
    organisation,  ///< 组织机构代码, 9 characters: characters 9-17 of a unified code
    document       ///< 文号
};

/// One word of a query; all words of a query must match.
struct Word {
    std::string written;      ///< as it stands in the query; joined when a number was written with blanks
    std::string key;          ///< text::search_key of it; of a document number in its standard spelling
    std::vector<Sort> sorts;  ///< in the order of the enumeration, at least one
    Number number = Number::none;
    bool operator==(const Word&) const = default;
};

/// What is wrong with a code in the query. It is looked for all the same.
struct Problem {
    int position = 0;        ///< 1-based place of the character objected to; 0: the length is wrong
    std::string found;       ///< the character that stands there; empty for the length
    std::string expected;    ///< the character that should stand there; empty: not known
    std::string suggestion;  ///< the whole code as it is probably meant, its check right; empty: not known
    bool operator==(const Problem&) const = default;
};

/// What a query was understood to be.
struct Understanding {
    std::vector<Word> words;        ///< at most 4, in the order written, none twice; empty: nothing to look for
    std::vector<std::string> said;  ///< Chinese sentences for the reader; empty only when nothing was written
    std::optional<Problem> problem;
    bool operator==(const Understanding&) const = default;
};

inline constexpr std::size_t longest_word = 64;    ///< characters of a key that are used
inline constexpr std::size_t most_words = 4;       ///< words that are used
inline constexpr std::size_t longest_query = 400;  ///< characters looked at

/// Understands a query, any bytes. Never fails; what is left out of a long query is said.
Understanding understand(std::string_view query);

}  // namespace search
