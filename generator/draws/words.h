// The words of a list cell: 食品安全、特种设备. Knows nothing of what they mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace draws {

/// The texts between 、 ， , ； ; / and line breaks, trimmed, without empty ones.
std::vector<std::string> words_of(std::string_view cell);

}  // namespace draws
