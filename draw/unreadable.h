// What is thrown when a file of a package breaks the form that docs/draw-protocol.md, section 2, asks for.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace draw {

/// A file that cannot be read (不可读): exit 2, whatever else the package holds.
struct Unreadable : std::runtime_error {
    /// `place`: line of a table or byte of a JSON file, counted from 1, 0 for the file as a whole.
    Unreadable(const std::string& file, std::uint64_t place, const std::string& reason)
        : std::runtime_error(
              file + (place == 0 ? "" : " 第 " + std::to_string(place) + (file.ends_with(".tsv") ? " 行" : " 字节")) +
              "：" + reason),
          file(file),
          place(place),
          reason(reason) {}
    std::string file;
    std::uint64_t place = 0;
    std::string reason;
};

}  // namespace draw
