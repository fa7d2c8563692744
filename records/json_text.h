// Small JSON texts stored in columns. The JSON library stays in the .cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace records {

/// A JSON array of texts; bytes that are no UTF-8 become U+FFFD.
std::string to_json_text(const std::vector<std::string>& texts);
/// The reverse; throws Corrupt.
std::vector<std::string> texts_from_json(std::string_view json);

}  // namespace records
