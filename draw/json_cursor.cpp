#include "draw/json_cursor.h"

#include "text/utf8.h"

namespace draw {

namespace {

int hex_value(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

/// The character of a two-character escape, 0 when there is none of that letter in canonical form.
char short_escape(char letter) {
    switch (letter) {
        case '"':
            return '"';
        case '\\':
            return '\\';
        case 'b':
            return '\b';
        case 'f':
            return '\f';
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return 0;
    }
}

}  // namespace

JsonCursor::JsonCursor(std::string_view file, std::string_view bytes, std::size_t at)
    : file_(file), bytes_(bytes), at_(at) {
    if (bytes.size() > largest_json) throw Unreadable(std::string(file), 0, "文件超过 256 MiB");
}

void JsonCursor::refuse(std::string_view reason) const {
    throw Unreadable(std::string(file_), at_ + 1,
                     at_ >= bytes_.size() ? std::string(reason) + "（文件在这里已经结束）" : std::string(reason));
}

void JsonCursor::literal(char byte) {
    if (at_ >= bytes_.size() || bytes_[at_] != byte)
        refuse(std::string("应当是 ") + byte + " （须为 RFC 8785 规范形式：没有空格、换行和字节顺序标记）");
    ++at_;
}

void JsonCursor::open_object() {
    literal('{');
    first_ = true;
}

void JsonCursor::close_object() {
    literal('}');
    first_ = false;
}

void JsonCursor::member(std::string_view key) {
    if (!first_) literal(',');
    first_ = false;
    const std::string_view rest = bytes_.substr(at_);
    if (!rest.starts_with('"') || !rest.substr(1).starts_with(key) || !rest.substr(1 + key.size()).starts_with("\":"))
        refuse("应当是栏目 \"" + std::string(key) + "\"（规定的栏目各一次，按字母顺序，没有空格）");
    at_ += key.size() + 3;
}

bool JsonCursor::any_member(std::string_view& last) {
    if (at_ < bytes_.size() && bytes_[at_] == '}') {
        close_object();
        return false;
    }
    if (!first_) literal(',');
    const std::string_view key = plain();
    if (!first_ && key <= last) refuse("栏目没有按字母顺序排列，或者有重复");
    literal(':');
    first_ = false;
    last = key;
    return true;
}

void JsonCursor::open_list() {
    literal('[');
    first_ = true;
}

bool JsonCursor::next() {
    if (at_ < bytes_.size() && bytes_[at_] == ']') {
        ++at_;
        first_ = false;
        return false;
    }
    if (!first_) literal(',');
    first_ = false;
    return true;
}

void JsonCursor::end() {
    if (at_ != bytes_.size()) refuse("文件到这里应当结束（末尾没有换行）");
}

std::uint64_t JsonCursor::integer() {
    const std::size_t from = at_;
    std::uint64_t value = 0;
    while (at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '9') {
        if (at_ > from && bytes_[from] == '0') refuse("整数前面不能有多余的 0");
        value = value * 10 + static_cast<std::uint64_t>(bytes_[at_] - '0');
        if (value > largest_integer) refuse("整数超过 2^53−1");
        ++at_;
    }
    if (at_ == from) refuse("应当是 0 至 2^53−1 的整数");
    return value;
}

std::string_view JsonCursor::plain() {
    literal('"');
    const std::size_t close = bytes_.find('"', at_);
    if (close == bytes_.npos) refuse("文字没有结束的引号");
    const std::string_view raw = bytes_.substr(at_, close - at_);
    for (const char c : raw)
        if (c < 0x20 || c == '\\' || c == 0x7f) {
            at_ += static_cast<std::size_t>(&c - raw.data());
            refuse("这一栏只能是规定的 ASCII 字符");
        }
    at_ = close + 1;
    return raw;
}

std::string_view JsonCursor::plain(bool (*is)(std::string_view), std::string_view what) {
    const std::size_t from = at_;
    const std::string_view raw = plain();
    if (!is(raw)) {
        at_ = from;
        refuse("应当是" + std::string(what));
    }
    return raw;
}

void JsonCursor::escape(std::string& to) {
    constexpr std::string_view control = "u00";
    const char letter = at_ + 1 < bytes_.size() ? bytes_[at_ + 1] : '\0';
    if (const char meant = short_escape(letter)) {
        to += meant;
        at_ += 2;
        return;
    }
    const std::string_view rest = bytes_.substr(at_ + 1 > bytes_.size() ? bytes_.size() : at_ + 1, 5);
    const int high = rest.size() == 5 && rest.starts_with(control) ? hex_value(rest[3]) : -1;
    const int low = high >= 0 ? hex_value(rest[4]) : -1;
    const int code = high * 16 + low;
    const bool has_short = code == '\b' || code == '\f' || code == '\n' || code == '\r' || code == '\t';
    if (high < 0 || low < 0 || code >= 0x20 || has_short) refuse("转义不是规范形式");
    to += static_cast<char>(code);
    at_ += 6;
}

std::string JsonCursor::text() {
    literal('"');
    std::string value;
    for (;;) {
        std::size_t stop = at_;
        while (stop < bytes_.size() && bytes_[stop] != '"' && bytes_[stop] != '\\' &&
               static_cast<unsigned char>(bytes_[stop]) >= 0x20)
            ++stop;
        const std::string_view piece = bytes_.substr(at_, stop - at_);
        if (const auto wrong = text::first_invalid_byte(piece)) {
            at_ += *wrong;
            refuse("不是 UTF-8 编码");
        }
        value += piece;
        at_ = stop;
        if (at_ >= bytes_.size()) refuse("文字没有结束的引号");
        if (bytes_[at_] == '"') break;
        if (bytes_[at_] != '\\') refuse("文字里的控制字符应当写成转义");
        escape(value);
    }
    ++at_;
    return value;
}

std::string_view JsonCursor::hex(std::size_t digits) {
    const std::size_t from = at_;
    const std::string_view raw = plain();
    bool right = raw.size() == digits;
    for (const char c : raw) right = right && hex_value(c) >= 0;
    if (!right) {
        at_ = from;
        refuse("应当是 " + std::to_string(digits) + " 位小写十六进制数字");
    }
    return raw;
}

void JsonCursor::read_hex(unsigned char* to, std::size_t size) {
    const std::string_view raw = hex(2 * size);
    for (std::size_t i = 0; i < size; ++i)
        to[i] = static_cast<unsigned char>(hex_value(raw[2 * i]) * 16 + hex_value(raw[2 * i + 1]));
}

Digest JsonCursor::digest() {
    Digest value{};
    read_hex(value.data(), value.size());
    return value;
}

Salt JsonCursor::salt() {
    Salt value{};
    read_hex(value.data(), value.size());
    return value;
}

}  // namespace draw
