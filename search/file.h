// What every file of the index is on disk: a few bytes that say what it is, then its content compressed. A file is
// named by its digest, so a file that was changed on the way is noticed; the root, whose name never changes, has the
// digest in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace search {

enum class FileKind : char { root = 'r', leaf = 'l', heads = 'h' };

inline constexpr std::size_t largest_content = 4u << 20;  ///< bytes before compression; more is refused
inline constexpr std::size_t name_bytes = 5;              ///< of a digest, in a file's name and in the root
inline constexpr std::string_view root_name = "root";

/// The whole file of one content. Throws Malformed when the content is larger than largest_content.
std::string packed_file(FileKind kind, std::string_view content);

/// The content of a file; throws Malformed for anything but a whole file of this kind.
std::string unpacked_file(FileKind kind, std::string_view file);

/// The first name_bytes of SHA-256 of the file.
std::string short_digest(std::string_view file);

/// The name below search/index/ of the file with this short digest: "ab/cdef0123" as hexadecimal digits.
std::string file_name(std::string_view digest);

}  // namespace search
