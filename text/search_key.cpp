#include "text/search_key.h"

#include <string_view>

#include "text/fold.h"
#include "text/places.h"
#include "text/simplified.h"
#include "text/utf8.h"

namespace text {
namespace {

// What may be written or left out in a name.
constexpr std::u32string_view marks = U"()·-,.";

}  // namespace

std::string search_key(std::string_view text) {
    const std::string folded = fold(text);
    std::string key;
    key.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const Decoded next = decode_at(folded, at);
        if (marks.find(next.code_point) == std::u32string_view::npos) append(key, simplified(next.code_point));
        at += next.length;
    }
    return key;
}

std::string without_place_suffixes(std::string_view key) {
    std::string kept;
    kept.reserve(key.size());
    for (std::size_t at = 0; at < key.size();) {
        const SuffixMatch suffix = place_suffix_between(kept, key.substr(at));
        if (suffix.cut_off) break;
        const std::size_t length = suffix.length > 0 ? suffix.length : decode_at(key, at).length;
        if (suffix.length == 0) kept.append(key.substr(at, length));
        at += length;
    }
    return kept;
}

std::size_t trade_name_start(std::string_view key) {
    const std::size_t start = leading_places(key);
    return start == key.size() ? 0 : start;
}

}  // namespace text
