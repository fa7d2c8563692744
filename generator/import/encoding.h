// Bytes of a CSV or TSV to UTF-8: which encoding a file is in, and its conversion piece by piece.
// Knows nothing of cells or separators.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "generator/import/workbook.h"

namespace importing {

/// As clerks read it: UTF-8, UTF-16LE, UTF-16BE, GB18030 (which covers GBK and GB2312).
std::string_view name_of(Encoding encoding);

/// Sees a whole file's bytes once and says what they are. A byte order mark decides; else UTF-16 shows by its line ends
/// and separators; else what is UTF-8 but for a few damaged places is UTF-8; the rest is GB18030.
class EncodingGuess {
  public:
    void feed(std::string_view bytes);
    /// The verdict on what was fed.
    [[nodiscard]] Encoding encoding() const;

  private:
    void feed_utf8(std::string_view bytes);
    void look_for_utf16(std::string_view bytes);

    std::string beginning_;            // the first bytes, for marks
    std::string unfinished_;           // of a UTF-8 sequence cut by the end of a piece
    std::uint64_t sequences_ = 0;      // good UTF-8 sequences of two bytes and more
    std::uint64_t errors_ = 0;         // places where it cannot be UTF-8
    std::uint64_t little_endian_ = 0;  // line ends, tabs and commas read as UTF-16LE
    std::uint64_t big_endian_ = 0;     // the same read as UTF-16BE
    std::uint64_t seen_ = 0;
    unsigned char first_of_unit_ = 0;  // of a pair of bytes
};

/// Converts a file piece by piece. What cannot be converted becomes U+FFFD; a leading byte order mark is dropped.
class Utf8Decoder {
  public:
    explicit Utf8Decoder(Encoding encoding);
    ~Utf8Decoder();
    Utf8Decoder(const Utf8Decoder&) = delete;
    Utf8Decoder& operator=(const Utf8Decoder&) = delete;

    /// The characters complete so far, valid until the next call. `last`: no more bytes follow.
    std::string_view feed(std::string_view bytes, bool last);

  private:
    struct Converter;
    void feed_utf8(std::string_view bytes, bool last);

    std::unique_ptr<Converter> converter_;  // none for UTF-8
    std::string unfinished_;
    std::string text_;
    bool started_ = false;
};

}  // namespace importing
