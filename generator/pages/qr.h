// A QR code (快速响应矩阵码, GB/T 18284—2000) as SVG made here, so that a printed page leads back to its permanent
// address. Knows nothing of what the address shows.
#pragma once

#include <string>
#include <string_view>

namespace pages {

/// The SVG of `text` (UTF-8, at most 2,331 bytes) at error correction M with the four modules of quiet zone the
/// standard asks for; its <title> says what it holds. Empty when the text is too long for a code.
std::string qr_code(std::string_view text);

}  // namespace pages
