// The description of the interface (OpenAPI 3.1), written by hand in site/openapi.json and built into the program.
#pragma once

#include <string>

namespace server {

/// The document with the version of this program.
std::string openapi_document();

}  // namespace server
