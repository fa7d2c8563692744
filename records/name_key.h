// The one place where the name index takes its folding from: text/search_key.h and the place suffixes.
#pragma once

#include <string>
#include <string_view>

#include "text/fold.h"

namespace records {

/// Folded, without brackets, dots, hyphens and commas.
inline std::string name_key(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; const char c : text::fold(name)) {
        if (std::string_view("()-.,").find(c) == std::string_view::npos) key += c;
        ++at;
    }
    for (std::size_t dot = key.find("·"); dot != key.npos; dot = key.find("·", dot)) key.erase(dot, 2);
    return key;
}

inline std::string without_places(std::string_view key) {
    return std::string(key);
}

}  // namespace records
