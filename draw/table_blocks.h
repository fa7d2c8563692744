// Cuts a table into blocks of whole lines as it comes from its source, with the rules that hold for every table: the
// header, one LF after each line, the lengths. It does not look into a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/byte_source.h"
#include "draw/unreadable.h"

namespace draw {

/// Some lines that follow each other.
struct TableBlock {
    std::vector<char> bytes;       ///< each line with its LF; empty only at the end of the table
    std::uint64_t first_line = 0;  ///< the header is line 1
    std::string_view text() const { return {bytes.data(), bytes.size()}; }
};

class TableBlocks {
  public:
    /// Reads and checks the header (with its LF). `longest` bytes a line without its LF.
    TableBlocks(const ByteSource& source, std::string file, std::string_view header, std::size_t longest);

    /// The next `lines` lines, fewer at the end. Lines before a broken one are given first: what is wrong is thrown as
    /// Unreadable by the call after.
    TableBlock next(std::uint64_t lines);

  private:
    bool fill();
    /// Where `lines` lines end in what is buffered, or npos.
    std::size_t end_of(std::uint64_t lines);
    void refuse(std::uint64_t line, const std::string& reason);

    const ByteSource& source_;
    std::string file_;
    std::size_t longest_;
    std::vector<char> buffer_;
    std::size_t scanned_ = 0, line_start_ = 0;  // in buffer_
    std::uint64_t lines_scanned_ = 0;           // whole lines in buffer_ before scanned_
    std::uint64_t line_ = 1;                    // number of the line that buffer_ begins with
    std::uint64_t bytes_ = 0;
    bool ended_ = false;
    std::optional<Unreadable> refused_;
};

}  // namespace draw
