// Unified codes (统一社会信用代码) as rows hold them: the eight characters of kind and area, and the organisation's
// eight as one number; both check characters follow from these and are made again. Knows nothing of who has a code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace search {

struct PackedCode {
    std::string area;                ///< characters 1–8, digits and capitals
    std::uint32_t organisation = 0;  ///< characters 9–16: eight digits as they are; "MA" and six of 31: 10^8 + base 31
};

/// The packed form; nothing for what unpacking would not give back.
std::optional<PackedCode> packed_code(std::string_view code);

/// The 18 characters. Throws Malformed when the numbers are no code's.
std::string unpacked_code(std::string_view area, std::uint32_t organisation);

}  // namespace search
