#include "search/text_codec.h"

#include <algorithm>

#include "search/rows.h"
#include "text/utf8.h"

namespace search {
namespace {

constexpr std::uint32_t one_byte = 207;                           // places 0–206 are the bytes 1–207
constexpr std::uint32_t two_bytes = 47 * 256;                     // the following ones begin with 208–254
constexpr std::uint8_t first_of_two = 208, any_code_point = 255;  // 255: three bytes of a code point
constexpr std::uint32_t most_characters = one_byte + two_bytes;

}  // namespace

void TextEncoder::count(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded next = text::decode_at(text, at);
        ++(next.code_point < plain ? plain_counts_[next.code_point] : counts_[next.code_point]);
        at += next.length;
    }
}

std::string TextEncoder::settle() {
    std::vector<std::pair<std::uint32_t, char32_t>> frequent;
    for (char32_t character = 0; character < plain; ++character)
        if (plain_counts_[character] > 0) frequent.emplace_back(~plain_counts_[character], character);
    for (const auto& [character, count] : counts_) frequent.emplace_back(~count, character);
    std::sort(frequent.begin(), frequent.end());
    if (frequent.size() > most_characters) frequent.resize(most_characters);
    const auto shorter =
        frequent.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(one_byte, frequent.size()));
    const auto by_character = [](const auto& one, const auto& other) { return one.second < other.second; };
    std::sort(frequent.begin(), shorter, by_character);
    std::sort(shorter, frequent.end(), by_character);
    std::string alphabet;
    put_number(alphabet, static_cast<std::uint32_t>(frequent.size()));
    char32_t before = 0;
    for (std::uint32_t place = 0; place < frequent.size(); ++place) {
        const char32_t character = frequent[place].second;
        if (place == one_byte) before = 0;
        put_number(alphabet, static_cast<std::uint32_t>(character - before));
        before = character;
        (character < plain ? plain_places_[character] : places_[character]) = place;
    }
    return alphabet;
}

void TextEncoder::put(std::string& to, std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded next = text::decode_at(text, at);
        at += next.length;
        std::uint32_t place = ~std::uint32_t{0};
        if (next.code_point < plain)
            place = plain_places_[next.code_point];
        else if (const auto found = places_.find(next.code_point); found != places_.end())
            place = found->second;
        if (place == ~std::uint32_t{0}) {
            to.push_back(static_cast<char>(any_code_point));
            for (int shift = 16; shift >= 0; shift -= 8) to.push_back(static_cast<char>(next.code_point >> shift));
        } else if (place < one_byte) {
            to.push_back(static_cast<char>(place + 1));
        } else {
            const std::uint32_t rest = place - one_byte;
            to.push_back(static_cast<char>(first_of_two + rest / 256));
            to.push_back(static_cast<char>(rest % 256));
        }
    }
    to.push_back('\0');
}

TextDecoder::TextDecoder(ByteReader& reader) {
    alphabet_.resize(
        reader.number(std::min<std::uint32_t>(most_characters, static_cast<std::uint32_t>(reader.left()))));
    char32_t before = 0;
    for (std::size_t place = 0; place < alphabet_.size(); ++place) {
        if (place == one_byte) before = 0;
        before += reader.number(0x10FFFF - before);
        alphabet_[place] = before;
    }
}

std::string TextDecoder::read(ByteReader& reader) const {
    std::string text;
    for (std::uint8_t next = reader.byte(); next != 0; next = reader.byte()) {
        char32_t character = 0;
        std::uint32_t place = next - 1u;
        if (next == any_code_point) {
            for (int byte = 0; byte < 3; ++byte) character = character << 8 | reader.byte();
            if (character > 0x10FFFF) throw Malformed("索引中有不存在的字符");
        } else {
            if (next >= first_of_two) place = one_byte + (next - first_of_two) * 256u + reader.byte();
            if (place >= alphabet_.size()) throw Malformed("索引中有字符表之外的字符");
            character = alphabet_[place];
        }
        text::append(text, character);
        if (text.size() > longest_text) throw Malformed("索引中的文字超出上限");
    }
    return text;
}

}  // namespace search
