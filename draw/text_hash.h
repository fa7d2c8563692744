// Lets a map of texts be asked with a view, without making a text.
#pragma once

#include <functional>
#include <string_view>

namespace draw {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

}  // namespace draw
