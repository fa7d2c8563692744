// A round of drand as a user saved it (--beacon): JSON of three keys, not canonical, for drand's servers and browsers
// write it in their own ways.
#include "draw/json_cursor.h"
#include "draw/package.h"

namespace draw {

namespace {

constexpr std::size_t largest_round = 64U << 10;
constexpr std::string_view form = "应当是 drand 的一轮：{\"round\":…,\"randomness\":\"…\",\"signature\":\"…\"}";

class Words {
  public:
    Words(std::string_view file, std::string_view bytes) : file_(file), bytes_(bytes) {}

    [[noreturn]] void refuse(std::string_view reason) const {
        throw Unreadable(std::string(file_), at_ + 1, std::string(reason));
    }
    char peek() {
        while (at_ < bytes_.size() && std::string_view(" \t\r\n").find(bytes_[at_]) != std::string_view::npos) ++at_;
        return at_ < bytes_.size() ? bytes_[at_] : '\0';
    }
    void expect(char byte) {
        if (peek() != byte || at_ >= bytes_.size()) refuse(form);
        ++at_;
    }
    bool ended() { return peek() == '\0' && at_ >= bytes_.size(); }

    /// A text; what is no plain ASCII becomes '?', which no key and no hex has.
    std::string text() {
        expect('"');
        std::string value;
        for (; at_ < bytes_.size() && bytes_[at_] != '"'; ++at_) {
            const char c = bytes_[at_];
            value += c == '\\' ? escape() : c < 0x20 ? '?' : c;
        }
        expect('"');
        return value;
    }

    std::uint64_t integer() {
        const char first = peek();
        const std::size_t from = at_;
        std::uint64_t value = 0;
        if (first < '0' || first > '9') refuse("轮次应当是整数");
        for (; at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '9'; ++at_) {
            if (first == '0' && at_ > from) refuse("整数前面不能有多余的 0");
            value = value * 10 + static_cast<std::uint64_t>(bytes_[at_] - '0');
            if (value > largest_integer) refuse("整数超过 2^53−1");
        }
        return value;
    }

  private:
    /// Stands at a backslash; leaves at the last byte of the escape.
    char escape() {
        if (bytes_.substr(at_ + 1, 3) != "u00" || at_ + 6 > bytes_.size()) {
            if (at_ + 1 < bytes_.size()) ++at_;
            return '?';
        }
        int code = 0;
        for (const char c : bytes_.substr(at_ + 4, 2)) {
            const std::size_t digit =
                std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
            if (digit == std::string_view::npos) return '?';
            code = code * 16 + static_cast<int>(digit);
        }
        at_ += 5;
        return code < 0x20 || code > 0x7e ? '?' : static_cast<char>(code);
    }
    std::string_view file_, bytes_;
    std::size_t at_ = 0;
};

bool is_hex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace

BeaconRound read_beacon_round(std::string_view bytes, std::string_view file) {
    if (bytes.size() > largest_round) throw Unreadable(std::string(file), 0, "文件超过 64 KiB");
    BeaconRound value;
    Words words(file, bytes);
    bool round = false, randomness = false, signature = false;
    words.expect('{');
    for (int i = 0; i < 3; ++i) {
        if (i > 0) words.expect(',');
        const std::string key = words.text();
        words.expect(':');
        bool* const seen = key == "round"        ? &round
                           : key == "randomness" ? &randomness
                           : key == "signature"  ? &signature
                                                 : nullptr;
        if (seen == nullptr || *seen) words.refuse(form);
        *seen = true;
        if (key == "round") {
            value.round = words.integer();
            continue;
        }
        std::string& text = key == "randomness" ? value.randomness : value.signature;
        text = words.text();
        if (!is_hex(text)) words.refuse("应当是小写十六进制数字");
    }
    words.expect('}');
    if (!words.ended()) words.refuse("后面还有别的内容");
    return value;
}

}  // namespace draw
