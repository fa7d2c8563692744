// Pre-compressed twins of text files (nginx gzip_static, brotli_static): deterministic for one version of the
// libraries.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/output/release_writer.h"

namespace output {

std::string gzip(std::string_view bytes);    // RFC 1952, no name, no time
std::string brotli(std::string_view bytes);  // RFC 7932, text mode

/// Puts `path` and, when it has at least `smallest` bytes, `path`.gz and `path`.br; a twin that is not smaller is left
/// out. For index files and downloads that many read: it costs about 0.2 s a megabyte.
void put_with_twins(ReleaseWriter& release, std::string_view path, std::string_view bytes, std::size_t smallest = 1024);

}  // namespace output
