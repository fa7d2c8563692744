#include "generator/import/encoding.h"

#include <unicode/ucnv.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "text/utf8.h"

namespace importing {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// How many bytes at the start are not the beginning of a sequence that the end of the piece cuts off.
std::size_t complete_length(std::string_view bytes) {
    for (std::size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte < 0x80) return bytes.size();
        if (byte < 0xC0) continue;
        const std::size_t length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        return back < length ? bytes.size() - back : bytes.size();
    }
    return bytes.size();
}

// `unfinished` and the new bytes; what is cut off at the end waits in `unfinished` again.
std::string complete_sequences(std::string& unfinished, std::string_view bytes, bool last) {
    std::string joined = std::move(unfinished);
    joined.append(bytes);
    const std::size_t complete = last ? joined.size() : complete_length(joined);
    unfinished = joined.substr(complete);
    joined.resize(complete);
    return joined;
}

bool separates(unsigned char low, unsigned char high) {
    return high == 0 && (low == '\n' || low == '\r' || low == '\t' || low == ',');
}

}  // namespace

std::string_view name_of(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16le:
            return "UTF-16LE";
        case Encoding::utf16be:
            return "UTF-16BE";
        case Encoding::gb18030:
            return "GB18030";
    }
    return "";
}

void EncodingGuess::feed(std::string_view bytes) {
    if (beginning_.size() < 4) beginning_.append(bytes.substr(0, 4 - beginning_.size()));
    look_for_utf16(bytes);
    feed_utf8(bytes);
    seen_ += bytes.size();
}

void EncodingGuess::look_for_utf16(std::string_view bytes) {
    constexpr std::uint64_t enough = 1 << 16;
    if (seen_ >= enough) return;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if ((seen_ + at) % 2 == 0) {
            first_of_unit_ = byte;
            continue;
        }
        little_endian_ += separates(first_of_unit_, byte) ? 1 : 0;
        big_endian_ += separates(byte, first_of_unit_) ? 1 : 0;
    }
}

void EncodingGuess::feed_utf8(std::string_view bytes) {
    const std::string sequences = complete_sequences(unfinished_, bytes, false);
    for (std::size_t at = 0; at < sequences.size();) {
        if (static_cast<unsigned char>(sequences[at]) < 0x80) {
            ++at;
            continue;
        }
        const text::Decoded decoded = text::decode_at(sequences, at);
        (decoded.valid ? sequences_ : errors_) += 1;
        at += decoded.length;
    }
}

Encoding EncodingGuess::encoding() const {
    constexpr std::uint64_t good_for_one_bad = 20;
    if (beginning_.starts_with("\xFF\xFE")) return Encoding::utf16le;
    if (beginning_.starts_with("\xFE\xFF")) return Encoding::utf16be;
    if (beginning_.starts_with(utf8_mark)) return Encoding::utf8;
    if (little_endian_ > 2 * big_endian_) return Encoding::utf16le;
    if (big_endian_ > 2 * little_endian_) return Encoding::utf16be;
    return errors_ * good_for_one_bad <= sequences_ ? Encoding::utf8 : Encoding::gb18030;
}

struct Utf8Decoder::Converter {
    explicit Converter(const char* name) {
        UErrorCode status = U_ZERO_ERROR;
        from = ucnv_open(name, &status);
        to = ucnv_open("UTF-8", &status);
        if (U_FAILURE(status) != 0) throw std::runtime_error(std::string("ICU 缺少编码 ") + name);
    }
    ~Converter() {
        ucnv_close(from);
        ucnv_close(to);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    void convert(std::string_view bytes, bool last, std::string& text) {
        const char* source = bytes.data();
        const char* const end = bytes.data() + bytes.size();
        for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
            status = U_ZERO_ERROR;
            char* target = piece.data();
            ucnv_convertEx(to, from, &target, piece.data() + piece.size(), &source, end, pivot.data(), &pivot_source,
                           &pivot_target, pivot.data() + pivot.size(), static_cast<UBool>(first), last, &status);
            first = false;
            text.append(piece.data(), target);
            if (U_FAILURE(status) != 0 && status != U_BUFFER_OVERFLOW_ERROR)
                throw std::runtime_error(std::string("编码转换失败：") + u_errorName(status));
        }
    }

    UConverter* from = nullptr;
    UConverter* to = nullptr;
    std::array<char, 1 << 14> piece{};
    std::array<UChar, 1 << 12> pivot{};
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    bool first = true;
};

Utf8Decoder::Utf8Decoder(Encoding encoding) {
    if (encoding != Encoding::utf8) converter_ = std::make_unique<Converter>(name_of(encoding).data());
}

Utf8Decoder::~Utf8Decoder() = default;

std::string_view Utf8Decoder::feed(std::string_view bytes, bool last) {
    text_.clear();
    if (converter_ == nullptr)
        feed_utf8(bytes, last);
    else
        converter_->convert(bytes, last, text_);
    std::string_view text = text_;
    if (!started_ && !text.empty()) {
        started_ = true;
        if (text.starts_with(utf8_mark)) text.remove_prefix(utf8_mark.size());
    }
    return text;
}

void Utf8Decoder::feed_utf8(std::string_view bytes, bool last) {
    text_ = complete_sequences(unfinished_, bytes, last);
    if (!text::is_utf8(text_, text::Nul::allowed)) text_ = text::made_valid(text_);
}

}  // namespace importing
