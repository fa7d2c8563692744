// The two files that can be large, read row by row: drawn.json (抽中名单) and events.json (替补与改派). What they give
// are views of the file's bytes, which must outlive them.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/json_cursor.h"
#include "draw/package.h"

namespace draw {

/// One row of drawn.json.
struct DrawnRow {
    std::string_view id;
    std::vector<std::string_view> inspectors;  ///< slot by slot, "" where unfilled
    Salt salt{};
};

/// The rows of drawn.json in the order of the file; at most 10,000,000.
class DrawnReader {
  public:
    /// Reads as far as the first row. Throws Unreadable, as next() does.
    explicit DrawnReader(std::string_view bytes);
    const Digest& draw() const { return draw_; }
    /// The next row into `row` (true), or the end of the file (false).
    bool next(DrawnRow& row);
    std::uint64_t rows() const { return rows_; }
    /// Known once next() was false.
    const std::string& v() const { return v_; }

  private:
    JsonCursor at_;
    Digest draw_{};
    std::uint64_t rows_ = 0;
    std::string v_;
};

/// events.json, read and found well-formed; its events and openings are read again each time they are asked for.
class EventsReader {
  public:
    /// Reads the whole file. Throws Unreadable.
    explicit EventsReader(std::string_view bytes);
    const Digest& draw() const { return draw_; }
    const std::string& v() const { return v_; }
    std::size_t events() const { return events_.size(); }
    std::size_t openings() const { return openings_.size(); }
    Events::Event event(std::size_t i) const;
    /// The fields of one opening in turn (there may be millions); gives its salt.
    Salt each_field(std::size_t i, const std::function<void(std::string&& field)>& field) const;

  private:
    std::string_view bytes_;
    Digest draw_{};
    std::vector<std::uint32_t> events_, openings_;  ///< where each begins
    std::string v_;
};

}  // namespace draw
