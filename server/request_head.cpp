#include "server/request_head.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace server {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view head_end = "\r\n\r\n";
constexpr std::size_t longest_target = 4096;         // bytes
constexpr std::size_t longest_if_none_match = 1024;  // bytes; a longer one is as good as none
constexpr std::array<std::string_view, 3> methods{"GET", "HEAD", "OPTIONS"};

JudgedHead refuse(int status, std::string_view why) {
    JudgedHead judged;
    judged.refused = status;
    judged.refusal = why;  // a literal
    return judged;
}

bool is_token(std::string_view text) {  // RFC 9110 5.6.2
    constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
    return !text.empty() && std::all_of(text.begin(), text.end(), [&](unsigned char c) {
        return c < 0x80 && (std::isalnum(c) != 0 || marks.find(static_cast<char>(c)) != marks.npos);
    });
}

bool is_field_text(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c == '\t' || (c >= 0x20 && c != 0x7F); });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
/// `word` is in lower case.
bool is_word(std::string_view text, std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char c, char wanted) { return lower(c) == wanted; });
}
bool has_word(std::string_view text, std::string_view word) {
    return std::search(text.begin(), text.end(), word.begin(), word.end(),
                       [](char c, char wanted) { return lower(c) == wanted; }) != text.end();
}

/// Cuts the next line off `rest`, without its end.
std::string_view next_line(std::string_view& rest) {
    const auto end = rest.find(line_end);
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + line_end.size());
    return line;
}

struct RequestLine {
    std::string_view method, target, version;
};
std::optional<RequestLine> split_request_line(std::string_view line) {
    const auto first = line.find(' ');
    const auto last = line.rfind(' ');
    if (first == line.npos || first == last) return std::nullopt;
    RequestLine parts{line.substr(0, first), line.substr(first + 1, last - first - 1), line.substr(last + 1)};
    const bool visible =
        std::all_of(parts.target.begin(), parts.target.end(), [](unsigned char c) { return c > 0x20 && c < 0x7F; });
    if (!is_token(parts.method) || parts.target.empty() || !visible) return std::nullopt;
    return parts;
}

/// What the fields of a head say beyond what is passed on.
struct Fields {
    int hosts = 0;
    bool body = false, expect = false, close = false, stay = false;
    std::string_view if_none_match;
};

void take_field(Fields& fields, JudgedHead& judged, std::string_view name, std::string_view value) {
    if (is_word(name, "host")) ++fields.hosts;
    if (is_word(name, "transfer-encoding") || is_word(name, "content-encoding")) fields.body = true;
    if (is_word(name, "content-length") && value != "0") fields.body = true;
    if (is_word(name, "expect")) fields.expect = true;
    if (is_word(name, "if-none-match") && value.size() <= longest_if_none_match) fields.if_none_match = value;
    if (is_word(name, "x-real-ip")) judged.real_ip = value;
    if (is_word(name, "x-real-ip") || is_word(name, "x-forwarded-for") || is_word(name, "forwarded") ||
        is_word(name, "via"))
        judged.forwarded = true;
    if (is_word(name, "connection")) {
        fields.close |= has_word(value, "close");
        fields.stay |= has_word(value, "keep-alive");
    }
}

std::string passed_on(const RequestLine& line, std::string_view if_none_match) {
    std::string head;
    head.append(line.method).append(" ").append(line.target).append(" HTTP/1.1\r\nHost: localhost\r\n");
    if (!if_none_match.empty()) head.append("If-None-Match: ").append(if_none_match).append("\r\n");
    return head.append(line_end);
}

}  // namespace

std::optional<std::size_t> head_length(std::string_view bytes, std::size_t seen) {
    const std::size_t from = seen < head_end.size() ? 0 : seen - (head_end.size() - 1);
    const auto end = bytes.substr(0, longest_head).find(head_end, from);
    if (end == bytes.npos) return std::nullopt;
    return end + head_end.size();
}

JudgedHead judge_head(std::string_view head) {
    if (!head.ends_with(head_end)) return refuse(400, "请求头不完整。");
    std::string_view rest = head.substr(0, head.size() - line_end.size());
    const auto line = split_request_line(next_line(rest));
    if (!line) return refuse(400, "请求行格式不正确。");
    if (line->target.size() > longest_target) return refuse(414, "地址过长。");
    if (line->version != "HTTP/1.1" && line->version != "HTTP/1.0") return refuse(505, "只支持 HTTP/1.1 与 HTTP/1.0。");
    Fields fields;
    JudgedHead judged;
    for (std::size_t count = 0; !rest.empty(); ++count) {
        if (count == most_header_lines) return refuse(431, "请求头字段过多。");
        const auto field = next_line(rest);
        const auto colon = field.find(':');
        if (colon == field.npos || !is_token(field.substr(0, colon)) || !is_field_text(field))
            return refuse(400, "请求头字段格式不正确。");
        take_field(fields, judged, field.substr(0, colon), trimmed(field.substr(colon + 1)));
    }
    if (fields.hosts > 1 || (fields.hosts == 0 && line->version == "HTTP/1.1"))
        return refuse(400, "请求头中的 Host 应当有且只有一个。");
    if (fields.body) return refuse(413, "本服务只提供查询，不接收请求正文。");
    if (std::find(methods.begin(), methods.end(), line->method) == methods.end())
        return refuse(405, "本服务只提供查询，可用的方法是 GET、HEAD、OPTIONS。");
    if (fields.expect) return refuse(417, "不支持 Expect。");
    if (line->target.front() != '/') return refuse(400, "地址应当以 / 开头。");
    judged.head = passed_on(*line, fields.if_none_match);
    judged.keep_alive = !fields.close && (line->version == "HTTP/1.1" || fields.stay);
    return judged;
}

}  // namespace server
