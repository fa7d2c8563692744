#include "generator/output/release_path.h"

#include "generator/output/manifest.h"

namespace output {
namespace {

bool allowed(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '-' || letter == '_' || letter == '.' || letter == '~';
}

std::string segment_fault(std::string_view segment) {
    if (segment.empty()) return "有空的路径段";
    if (segment.size() > longest_segment) return "路径段太长";
    if (segment.front() == '.' && segment != ".well-known") return "路径段不能以点开头";
    for (const char letter : segment)
        if (!allowed(letter)) return "只能用字母、数字和 - _ . ~";
    return {};
}

}  // namespace

std::string path_fault(std::string_view path) {
    if (path.empty()) return "地址为空";
    if (path.size() > longest_path) return "地址太长";
    if (path == manifest_name || path == manifest_json_name) return "此地址留给清单";
    for (std::string_view rest = path;;) {
        const std::size_t slash = rest.find('/');
        if (std::string fault = segment_fault(rest.substr(0, slash)); !fault.empty()) return fault;
        if (slash == std::string_view::npos) return {};
        rest.remove_prefix(slash + 1);
    }
}

}  // namespace output
