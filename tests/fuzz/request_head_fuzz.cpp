// Any bytes as a request: what is judged acceptable is a small, clean head with an address that can be read or refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/request.h"
#include "server/request_head.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto length = server::head_length(bytes);
    if (!length) return 0;
    const auto judged = server::judge_head(bytes.substr(0, *length));
    if (judged.refused != 0) return judged.refusal.empty() ? (std::abort(), 0) : 0;
    const std::string_view head = judged.head;
    if (head.find("\r\n\r\n") != head.size() - 4 || head.find('\0') != head.npos) std::abort();
    const auto first = head.find(' '), second = head.find(' ', first + 1);
    const auto request = server::read_request(head.substr(0, first), head.substr(first + 1, second - first - 1));
    if (request && (request->path.empty() || request->path.front() != '/')) std::abort();
    return 0;
}
