#include "server/lookups.h"

#include <optional>
#include <string>
#include <utility>

#include "records/public_site.h"
#include "text/fold.h"

namespace server {
namespace {

constexpr std::string_view enterprises = "/api/v1/enterprises/";
constexpr std::size_t longest_code = 32;

/// A code as it stands in addresses: digits and capital letters, or 'o' and digits for an object without a code. Width
/// and case are folded as import does. Nothing for what cannot be one.
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

}  // namespace

Reply Lookups::answer(const Request& request) {
    if (request.path.starts_with(enterprises)) return enterprise(request, request.path.substr(enterprises.size()));
    return problem(404, "没有这个接口。可用的接口：/api/v1/enterprises/{统一社会信用代码}");
}

Reply Lookups::enterprise(const Request& request, std::string_view written) {
    if (!request.parameters.empty()) return problem(400, "这个接口没有查询参数。");
    const auto code = address_code(written);
    if (!code) return problem(400, "代码只含数字与字母，最多 32 位。");
    std::optional<std::string> body = release_.take()->site.body("enterprise", *code);
    if (!body) return problem(404, "公开数据中没有这个代码。未被抽中或未列入名录都会如此，不代表任何检查结论。");
    Reply reply;
    reply.content_type = "application/json";
    reply.body = *std::move(body);
    reply.etag = entity_tag(reply.body);
    return unless_held(request, std::move(reply));
}

}  // namespace server
