// Writing and reading the small numbers and texts that files of the index are made of. Reading bounds everything and
// trusts nothing; it knows no format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace search {

/// A file of the index that is not what docs/search-index.md says; the message says where.
class Malformed : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// LEB128: seven bits a byte, the lowest first; at most five bytes.
void put_number(std::string& to, std::uint32_t number);

/// Reads from the beginning of the bytes onwards; each member throws Malformed instead of reading past their end.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
    /// A number no larger than `most`.
    std::uint32_t number(std::uint32_t most);
    std::uint8_t byte();
    std::string_view take(std::size_t length);
    std::size_t left() const { return bytes_.size() - at_; }
    /// Throws Malformed when something is left.
    void end() const;

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// A list of byte strings, each as (length of what it shares with the one before, length of the rest) and then all
/// rests together.
class FrontCoder {
  public:
    void add(std::string_view text);
    /// The lengths, then the rests.
    std::string finish() const { return lengths_ + rests_; }

  private:
    std::string lengths_, rests_, before_;
};

/// What FrontCoder wrote: `count` texts of at most `longest` bytes each. Throws Malformed.
std::vector<std::string> read_front_coded(ByteReader& reader, std::uint32_t count, std::size_t longest);

}  // namespace search
