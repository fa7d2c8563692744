// The bytes of a text as draw/ reads tables: piece by piece.
#pragma once

#include <algorithm>
#include <string_view>

#include "draw/byte_source.h"

namespace draws {

/// `text` must outlive the source.
inline draw::ByteSource source_of(std::string_view text) {
    return [text](char* to, std::size_t most) mutable {
        const std::size_t count = text.copy(to, most);
        text.remove_prefix(count);
        return count;
    };
}

}  // namespace draws
