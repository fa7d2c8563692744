#include "server/openapi.h"

#include <fmt/format.h>

#include <string_view>

namespace server {
namespace {

constexpr std::string_view lines[] = {
#include "openapi.inc"
};

}  // namespace

std::string openapi_document() {
    return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace server
