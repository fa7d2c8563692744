// Reads canonical JSON (RFC 8785) whose keys are known beforehand, from front to back without building a tree: whoever
// reads says what must come next, and anything else is Unreadable with its byte. It knows no file of a package.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "draw/package.h"

namespace draw {

inline constexpr std::size_t largest_json = 256U << 20;             ///< bytes of a JSON file
inline constexpr std::uint64_t largest_integer = (1ULL << 53) - 1;  ///< 2^53 − 1

/// A place in the bytes of one file. The bytes and the file's name must outlive it.
class JsonCursor {
  public:
    /// Stands at byte `at` (counted from 0). Throws Unreadable when the file is larger than 256 MiB.
    JsonCursor(std::string_view file, std::string_view bytes, std::size_t at = 0);

    /// `{`, and then for each key in sorted order member() and its value, and `}`.
    void open_object();
    void member(std::string_view key);
    void close_object();
    /// `[`, and then an element after every next() that is true; the false one has passed the `]`.
    void open_list();
    bool next();
    /// Nothing may follow.
    void end();

    /// The next key of an object whose keys are not known (true), or its `}` (false). `last` is the key before and
    /// becomes this one; keys are ASCII without escapes and must ascend strictly.
    bool any_member(std::string_view& last);

    /// An integer 0 … 2^53−1.
    std::uint64_t integer();
    /// A text, its escapes resolved.
    std::string text();
    /// A text without escapes, as it stands in the file.
    std::string_view plain();
    /// A plain text for which `is` holds; `what` names the form for the refusal.
    std::string_view plain(bool (*is)(std::string_view), std::string_view what);
    /// Exactly 2·size digits `[0-9a-f]`.
    Digest digest();
    Salt salt();
    /// Exactly `digits` digits `[0-9a-f]`.
    std::string_view hex(std::size_t digits);

    std::size_t place() const { return at_; }
    [[noreturn]] void refuse(std::string_view reason) const;

  private:
    void literal(char byte);
    void escape(std::string& to);
    void read_hex(unsigned char* to, std::size_t size);
    std::string_view file_, bytes_;
    std::size_t at_;
    bool first_ = false;  ///< a list or object was just opened
};

}  // namespace draw
