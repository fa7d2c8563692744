// The query parser: whatever stands in a request target is refused, or is a bounded request that every handler's
// reading of parameters and cursors takes without harm.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "records/name_index.h"
#include "server/cursor.h"
#include "server/parameters.h"
#include "server/request.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::optional<std::int64_t> number(std::string_view key) {
    return server::address_number(key);
}

void read_parameters(const server::Request& request) {
    server::Parameters asked(request, {"q", "area", "code", "from", "limit", "cursor", "year", "task", "outcome"});
    const std::string q = asked.text("q", 64);
    require(text::count_code_points(q) <= 64);
    const records::NameWords words(q);
    require(words.size() <= 64);
    const std::string area = asked.area("area");
    require(area.empty() || area.size() == 6);
    require(asked.code("code").size() <= 32);
    require(asked.date("from").size() <= 10);
    require(asked.limit() >= 1 && asked.limit() <= server::most_limit);
    require(asked.year("year") >= 0 && asked.number("task") >= 0);
    asked.word_of("outcome", {"no_problem", "other"});
    asked.cursor<std::int64_t>(number);
    if (!asked.good()) require(text::is_utf8(asked.refusal().body));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view target(reinterpret_cast<const char*>(data), size);
    const auto request = server::read_request("GET", target);
    if (!request) return 0;
    require(request->parameters.size() <= 16 && text::is_utf8(request->path));
    for (const server::Parameter& one : request->parameters) {
        require(text::is_utf8(one.name) && text::is_utf8(one.value));
        server::read_cursor(*request, one.value);
    }
    read_parameters(*request);
    // What we give out as a cursor is what we take.
    const std::string key = request->path.substr(0, 100);
    const auto back = server::read_cursor(*request, server::make_cursor(*request, key));
    require(back == key);
    if (const auto code = server::address_code(target)) require(!code->empty() && code->size() <= 32);
    return 0;
}
