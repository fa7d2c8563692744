#include "search/bytes.h"

#include <algorithm>

namespace search {

void put_number(std::string& to, std::uint32_t number) {
    for (; number >= 0x80; number >>= 7) to.push_back(static_cast<char>(number | 0x80));
    to.push_back(static_cast<char>(number));
}

std::uint8_t ByteReader::byte() {
    if (left() == 0) throw Malformed("索引文件在应有内容处结束");
    return static_cast<std::uint8_t>(bytes_[at_++]);
}

std::uint32_t ByteReader::number(std::uint32_t most) {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
        const std::uint8_t next = byte();
        value |= static_cast<std::uint64_t>(next & 0x7f) << shift;
        if (next < 0x80) {
            if (value > most) throw Malformed("索引文件中的数超出上限");
            return static_cast<std::uint32_t>(value);
        }
    }
    throw Malformed("索引文件中的数过长");
}

std::string_view ByteReader::take(std::size_t length) {
    if (length > left()) throw Malformed("索引文件在应有内容处结束");
    at_ += length;
    return bytes_.substr(at_ - length, length);
}

void ByteReader::end() const {
    if (left() != 0) throw Malformed("索引文件末尾有多余内容");
}

void FrontCoder::add(std::string_view text) {
    const auto shared = static_cast<std::size_t>(
        std::mismatch(text.begin(), text.end(), before_.begin(), before_.end()).first - text.begin());
    put_number(lengths_, static_cast<std::uint32_t>(shared));
    put_number(lengths_, static_cast<std::uint32_t>(text.size() - shared));
    rests_.append(text.substr(shared));
    before_ = text;
}

std::vector<std::string> read_front_coded(ByteReader& reader, std::uint32_t count, std::size_t longest) {
    if (count > reader.left()) throw Malformed("索引中的个数超出文件长度");
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lengths(count);
    for (auto& [shared, rest] : lengths) {
        shared = reader.number(static_cast<std::uint32_t>(longest));
        rest = reader.number(static_cast<std::uint32_t>(longest) - shared);
    }
    std::vector<std::string> texts;
    texts.reserve(count);
    for (const auto& [shared, rest] : lengths) {
        if (shared > (texts.empty() ? 0 : texts.back().size())) throw Malformed("索引中的词接不上前一个词");
        std::string text = shared == 0 ? std::string() : texts.back().substr(0, shared);
        text += reader.take(rest);
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace search
