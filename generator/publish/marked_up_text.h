// A Markdown file or an HTML template as its reader sees it: without tags, emphasis and escapes, so that a number
// cannot hide between them. Each character knows where it was. Not a renderer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace publish {

struct MarkedUpText {
    std::string seen;
    std::vector<std::uint32_t> from;  // for each byte of `seen`: its place in the file, bytes
};
MarkedUpText without_markup(std::string_view file);

/// The line a byte stands in, from 1.
std::size_t line_at(std::string_view file, std::size_t byte);

}  // namespace publish
