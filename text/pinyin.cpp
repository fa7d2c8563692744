#include "text/pinyin.h"

#include <algorithm>

namespace text {

bool may_be_pinyin(std::string_view key) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto usable = [&](char c) { return letter(c) || (c >= '0' && c <= '9'); };
    return key.size() <= 72 && std::any_of(key.begin(), key.end(), letter) &&
           std::all_of(key.begin(), key.end(), usable);
}

}  // namespace text
