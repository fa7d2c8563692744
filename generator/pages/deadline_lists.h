// The addresses of 期限, the lists of what is still to be done and until when.
#pragma once

#include <string>
#include <string_view>

namespace pages {

/// "deadlines/999901/"; of the whole site "deadlines/".
std::string deadlines_address(std::string_view area);

}  // namespace pages
