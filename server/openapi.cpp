#include "server/openapi.h"

namespace server {
namespace {

constexpr const char* document =
#include "openapi.inc"
    ;

}  // namespace

std::string openapi_document() {
    return document;
}

}  // namespace server
