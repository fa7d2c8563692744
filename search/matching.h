// What matches and in which order: the definition itself, judged from a record's own names, numbers and pinyin. The
// index is right when it answers as this does over all records; whoever reads a leaf judges its rows by it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/name_keys.h"
#include "search/record.h"

namespace search {

/// How a word (looked_up form, not empty) matches a record; nothing when it does not. `pinyin`: the record's pinyin
/// keys as far as they are known.
std::optional<Match> match_of(const Record& record, std::string_view word, std::span<const std::string> pinyin);

/// How a record matches all words, by its worst match; words that match names must all match the same name. A word that
/// matches a number or the pinyin stands for itself.
std::optional<Match> match_of_all(const Record& record, std::span<const std::string> words,
                                  std::span<const std::string> pinyin);

/// All pinyin keys of a record.
std::vector<std::string> pinyin_of(const Record& record);

struct Answer {
    Match match = Match::inside;
    Record record;
};
/// The stated order: how it matches, then newest inspection, more records, shorter name, kind and id.
bool answers_before(const Answer& one, const Answer& other);

}  // namespace search
