// Texts as rows hold them: each character as one or two bytes of an alphabet that is the file's own, so that a common
// character costs one byte before compression where UTF-8 has three.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/bytes.h"

namespace search {

/// First every text is counted, then the alphabet is settled, then texts are put.
class TextEncoder {
  public:
    void count(std::string_view text);
    /// The alphabet as a file has it; fixes what put writes.
    std::string settle();
    void put(std::string& to, std::string_view text) const;

  private:
    static constexpr char32_t plain = 0x10000;  // below it nearly all characters: an array, not a map
    std::vector<std::uint32_t> plain_counts_ = std::vector<std::uint32_t>(plain);
    std::vector<std::uint32_t> plain_places_ = std::vector<std::uint32_t>(plain, ~std::uint32_t{0});
    std::unordered_map<char32_t, std::uint32_t> counts_, places_;  // of the others
};

class TextDecoder {
  public:
    /// Throws Malformed.
    explicit TextDecoder(ByteReader& reader);
    /// The next text, at most longest_text bytes. Throws Malformed.
    std::string read(ByteReader& reader) const;

  private:
    std::vector<char32_t> alphabet_;
};

}  // namespace search
