#include "generator/pages/qr.h"

#include <fmt/format.h>

#include <qrcodegen/qrcodegen.hpp>

#include <cstdint>
#include <vector>

#include "generator/pages/xml_text.h"

namespace pages {
namespace {

constexpr int quiet_zone = 4;          // modules, GB/T 18284 7.1
constexpr std::size_t longest = 2331;  // bytes at version 40, correction M

/// One square a dark module; neighbours in a row become one rectangle.
std::string dark_modules(const qrcodegen::QrCode& code) {
    std::string path;
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize();) {
            int width = 0;
            while (x + width < code.getSize() && code.getModule(x + width, y)) ++width;
            if (width > 0) path += fmt::format("M{} {}h{}v1h-{}z", x + quiet_zone, y + quiet_zone, width, width);
            x += width + 1;
        }
    return path;
}

}  // namespace

std::string qr_code(std::string_view text) {
    if (text.size() > longest) return {};
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    const auto code = qrcodegen::QrCode::encodeBinary(bytes, qrcodegen::QrCode::Ecc::MEDIUM);
    const int side = code.getSize() + 2 * quiet_zone;
    return fmt::format(
        "<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {0} {0}\" aria-label=\"{1}\"><path class=\"ground\" "
        "d=\"M0 0h{0}v{0}H0z\"/><path d=\"{2}\"/></svg>",
        side, xml_text(fmt::format("二维码：{}", text)), dark_modules(code));
}

}  // namespace pages
