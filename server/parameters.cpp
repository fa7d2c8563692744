#include "server/parameters.h"

#include <algorithm>
#include <charconv>

#include "server/cursor.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace server {
namespace {

constexpr std::size_t longest_code = 32;

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

std::string listed(std::initializer_list<std::string_view> names) {
    std::string text;
    for (const std::string_view name : names) text.append(text.empty() ? "" : "、").append(name);
    return text;
}

}  // namespace

std::optional<std::string> address_code(std::string_view written) {
    std::string code = text::half_width(written);
    if (code.empty() || code.size() > longest_code) return std::nullopt;
    const bool own = code.front() == 'o';
    for (std::size_t i = own ? 1 : 0; i < code.size(); ++i) {
        char& c = code[i];
        if (!own && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        const bool capital = !own && c >= 'A' && c <= 'Z';
        if (!(c >= '0' && c <= '9') && !capital) return std::nullopt;
    }
    return code;
}

std::optional<std::int64_t> address_number(std::string_view written) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    const bool whole = error == std::errc() && end == written.data() + written.size();
    if (!whole || number <= 0 || written.front() == '0') return std::nullopt;
    return number;
}

Parameters::Parameters(const Request& request, std::initializer_list<std::string_view> known) : request_(request) {
    for (auto at = request.parameters.begin(); at != request.parameters.end(); ++at) {
        const auto same = [&](const Parameter& other) { return other.name == at->name; };
        const bool first = std::none_of(request.parameters.begin(), at, same);
        if (std::find(known.begin(), known.end(), at->name) == known.end()) {
            if (first)
                fault(at->name, known.size() == 0 ? "这个接口没有查询参数。"
                                                  : "没有这个参数。可用的参数：" + listed(known) + "。");
        } else if (first && std::any_of(at + 1, request.parameters.end(), same)) {
            fault(at->name, "同一个参数只能写一次。");
        } else if (at->value.empty()) {
            fault(at->name, "参数没有值。不用它时请不要写。");
        }
    }
}

const std::string* Parameters::given(std::string_view name) const {
    for (const Parameter& one : request_.parameters)
        if (one.name == name) return one.value.empty() ? nullptr : &one.value;
    return nullptr;
}

void Parameters::fault(std::string_view parameter, std::string detail) {
    faults_.push_back({std::string(parameter), std::move(detail)});
}

std::string Parameters::text(std::string_view name, std::size_t most_characters) {
    const std::string* value = given(name);
    if (value == nullptr) return {};
    if (text::count_code_points(*value) <= most_characters) return *value;
    fault(name, "最多 " + std::to_string(most_characters) + " 个字。");
    return {};
}

std::string Parameters::code(std::string_view name) {
    const std::string* value = given(name);
    if (value == nullptr) return {};
    if (auto code = address_code(*value)) return *std::move(code);
    fault(name, "代码只含数字与字母，最多 32 位。");
    return {};
}

std::string Parameters::area(std::string_view name) {
    const std::string* value = given(name);
    if (value == nullptr) return {};
    if (value->size() == 6 && all_digits(*value)) return *value;
    fault(name, "区划代码是 6 位数字，例如 999901。");
    return {};
}

std::int64_t Parameters::number(std::string_view name) {
    const std::string* value = given(name);
    if (value == nullptr) return 0;
    if (const auto number = address_number(*value)) return *number;
    fault(name, "永久编号是从 1 开始的整数，没有前导零。");
    return 0;
}

int Parameters::year(std::string_view name) {
    const std::string* value = given(name);
    if (value == nullptr) return 0;
    if (value->size() == 4 && all_digits(*value) && *value >= "1900" && *value <= "2999") return std::stoi(*value);
    fault(name, "年度是四位数字，例如 2026。");
    return 0;
}

std::string Parameters::date(std::string_view name) {
    const std::string* value = given(name);
    if (value == nullptr) return {};
    if (text::parse_iso(*value)) return *value;
    fault(name, "日期写作 2026-01-31，并且必须真有这一天。");
    return {};
}

std::string Parameters::word_of(std::string_view name, const std::vector<std::string_view>& words) {
    const std::string* value = given(name);
    if (value == nullptr) return {};
    if (std::find(words.begin(), words.end(), *value) != words.end()) return *value;
    std::string all;
    for (const std::string_view word : words) all.append(all.empty() ? "" : "、").append(word);
    fault(name, "只能是：" + all + "。");
    return {};
}

int Parameters::limit() {
    const std::string* value = given("limit");
    if (value == nullptr) return usual_limit;
    const auto number = address_number(*value);
    if (number && *number <= most_limit) return static_cast<int>(*number);
    fault("limit", "每页条数是 1 到 " + std::to_string(most_limit) + " 的整数。");
    return usual_limit;
}

std::optional<std::string> Parameters::cursor_key() {
    const std::string* value = given("cursor");
    if (value == nullptr) return std::nullopt;
    std::optional<std::string> key = read_cursor(request_, *value);
    if (!key) not_this_cursor();
    return key;
}

void Parameters::not_this_cursor() {
    fault("cursor",
          "游标不是这个接口用同样的条件给出的。请用上一页回复中的 next，其他条件不变；或去掉 cursor 从头查。");
}

Reply Parameters::refusal() const {
    return problem_of("invalid-parameters", "请求的参数有 " + std::to_string(faults_.size()) + " 处错误，见 errors。",
                      faults_);
}

Reply bad_path(std::string_view parameter, std::string detail) {
    return problem_of("invalid-parameters", detail, {{std::string(parameter), detail}});
}

}  // namespace server
