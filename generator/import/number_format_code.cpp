#include <algorithm>
#include <array>
#include <vector>

#include "generator/import/number_format.h"
#include "text/utf8.h"

namespace importing {
namespace {

constexpr std::size_t most_code_bytes = 1'024;
constexpr std::uint8_t most_digits = 30;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

// Walks through the first section of a format code and notes what it finds.
class CodeReader {
  public:
    explicit CodeReader(std::string_view code) : code_(code) {}

    NumberFormat read() {
        while (at_ < code_.size() && code_[at_] != ';' && understood_) step();
        if (!understood_) return {};
        return date_letters_.empty() ? number() : date();
    }

  private:
    void step() {
        const char letter = code_[at_];
        switch (lower(letter)) {
            case '"':
                quoted();
                return;
            case '\\':
                literal(2);
                return;
            case '_':
            case '*':
                skip_letter(at_ + 1);
                return;  // a gap, or a filler, as wide as the next letter
            case '[':
                bracketed();
                return;
            case '0':
            case '#':
            case '?':
                digit(letter);
                return;
            case '.':
                point_ = true;
                ++at_;
                return;
            case '%':
                percent_ = true;
                ++at_;
                return;
            case 'e':
                if (placeholders_ > 0) understood_ = false;  // scientific
                ++at_;
                return;
            case 'g':  // General, or the era of a Japanese year
                general_ =
                    general_ || code_.substr(at_).starts_with("General") || code_.substr(at_).starts_with("GENERAL");
                at_ += general_ ? 7 : 1;
                return;
            case 'a':
                am_pm();
                return;
            case 'y':
            case 'm':
            case 'd':
            case 'h':
            case 's':
                run(lower(letter));
                return;
            case '@':
            case '/':  // text, fractions
                not_decimal_ = true;
                ++at_;
                return;
            case ',':
            case ' ':
                ++at_;
                return;
            default:
                literal(1);
                return;
        }
    }

    void run(char letter) {
        while (at_ < code_.size() && lower(code_[at_]) == letter) ++at_;
        date_letters_.push_back(letter);
    }
    void am_pm() {
        std::string rest(code_.substr(at_, 5));
        std::transform(rest.begin(), rest.end(), rest.begin(), lower);
        at_ += rest == "am/pm" ? 5 : rest.starts_with("a/p") ? 3 : 1;
        if (rest.starts_with("aaa")) date_letters_.push_back('d');  // the day of the week
    }
    void bracketed() {
        const std::size_t end = std::min(code_.find(']', at_), code_.size());
        const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
        if (inside == "h" || inside == "hh" || inside == "H") {
            date_letters_.push_back('h');
            elapsed_ = true;
        }
        if (inside == "m" || inside == "mm" || inside == "s" || inside == "ss") understood_ = false;  // elapsed
        if (!inside.empty() && std::string_view("<>=").find(inside[0]) != std::string_view::npos) understood_ = false;
        if (inside.starts_with("DBNum")) numerals_ = true;
        if (inside.starts_with("$")) words(inside.substr(1, std::min(inside.find('-'), inside.size()) - 1));
        at_ = end + 1;
    }
    void quoted() {
        const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
        words(code_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
    }
    void literal(std::size_t width) {
        const std::size_t from = at_ + width - 1;
        skip_letter(from);
        if (from < code_.size()) words(code_.substr(from, at_ - from));
    }
    void skip_letter(std::size_t from) {
        at_ = from < code_.size() ? from + std::max<std::size_t>(text::decode_at(code_, from).length, 1) : code_.size();
    }
    void words(std::string_view piece) { (placeholders_ == 0 && !general_ ? before_ : after_).append(piece); }
    void digit(char letter) {
        ++placeholders_;
        if (!after_.empty()) understood_ = false;  // digits in groups with something between
        if (point_) {
            decimals_ = std::min<std::uint8_t>(decimals_ + 1, most_digits);
            if (letter == '0') least_decimals_ = decimals_;
        } else if (letter == '0') {
            whole_ = std::min<std::uint8_t>(whole_ + 1, most_digits);
        }
        ++at_;
    }

    NumberFormat number() const {
        const bool no_words = before_.empty() && after_.empty();
        if (numerals_ || not_decimal_ || (general_ ? no_words : placeholders_ == 0)) return {};
        NumberFormat format;
        format.kind = percent_ ? NumberFormat::Kind::percent : NumberFormat::Kind::number;
        format.least_whole_digits = whole_;
        format.decimals = general_ ? most_digits : decimals_;
        format.least_decimals = least_decimals_;
        format.before = before_;
        format.after = after_;
        return format;
    }
    // An m beside hours or seconds is minutes.
    NumberFormat date() const {
        NumberFormat format;
        format.kind = NumberFormat::Kind::date;
        format.elapsed = elapsed_;
        for (std::size_t at = 0; at < date_letters_.size(); ++at) {
            const char letter = date_letters_[at];
            const bool minutes = letter == 'm' && ((at > 0 && date_letters_[at - 1] == 'h') ||
                                                   (at + 1 < date_letters_.size() && date_letters_[at + 1] == 's'));
            if (letter == 'y') format.year = true;
            if (letter == 'm' && !minutes) format.month = true;
            if (letter == 'd') format.day = true;
            if (letter == 'h' || letter == 's' || minutes) format.time = true;
        }
        return format;
    }

    std::string_view code_;
    std::size_t at_ = 0;
    std::vector<char> date_letters_;
    std::string before_;
    std::string after_;
    std::size_t placeholders_ = 0;
    std::uint8_t whole_ = 0;
    std::uint8_t decimals_ = 0;
    std::uint8_t least_decimals_ = 0;
    bool point_ = false;
    bool percent_ = false;
    bool general_ = false;
    bool elapsed_ = false;
    bool not_decimal_ = false;
    bool numerals_ = false;  // shown as Chinese numerals
    bool understood_ = true;
};

struct BuiltIn {
    std::uint32_t first;
    std::uint32_t last;
    std::string_view code;
};
// ECMA-376 18.8.30: all languages, then zh-cn.
constexpr std::array<BuiltIn, 23> built_ins = {{
    {1, 1, "0"},          {2, 2, "0.00"},       {3, 3, "#,##0"},     {4, 4, "#,##0.00"},        {9, 9, "0%"},
    {10, 10, "0.00%"},    {14, 15, "yyyy-m-d"}, {16, 16, "m-d"},     {17, 17, "yyyy-m"},        {18, 18, "h:mm"},
    {19, 19, "h:mm:ss"},  {20, 20, "h:mm"},     {21, 21, "h:mm:ss"}, {22, 22, "yyyy-m-d h:mm"}, {27, 27, "yyyy-m"},
    {28, 29, "m-d"},      {30, 31, "yyyy-m-d"}, {32, 35, "h:mm:ss"}, {36, 36, "yyyy-m"},        {37, 38, "#,##0"},
    {39, 40, "#,##0.00"}, {45, 47, "h:mm:ss"},  {50, 50, "yyyy-m"},
}};

}  // namespace

NumberFormat parse_number_format(std::string_view code) {
    if (code.size() > most_code_bytes) return {};
    return CodeReader(code).read();
}

NumberFormat built_in_number_format(std::uint32_t id) {
    for (const BuiltIn& built_in : built_ins)
        if (id >= built_in.first && id <= built_in.last) return parse_number_format(built_in.code);
    switch (id) {
        case 51:
        case 53:
        case 54:
        case 58:
            return parse_number_format("m-d");
        case 52:
        case 57:
            return parse_number_format("yyyy-m");
        case 55:
        case 56:
            return parse_number_format("h:mm:ss");
        default:
            return {};
    }
}

}  // namespace importing
