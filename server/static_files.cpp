#include "server/static_files.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace server {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t largest_in_memory = 4 << 20;  // bytes; larger files are streamed and have no entity tag

constexpr std::array<std::pair<std::string_view, std::string_view>, 26> media_types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".jsonl", "application/jsonl"},
    {".csv", "text/csv; charset=utf-8"},
    {".txt", "text/plain; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".py", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".atom", "application/atom+xml"},
    {".ics", "text/calendar; charset=utf-8"},
    {".jsonld", "application/ld+json"},
    {".ttl", "text/turtle; charset=utf-8"},
    {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".doc", "application/msword"},
    {".ofd", "application/ofd"},
    {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".db", "application/vnd.sqlite3"},
    {".zip", "application/zip"},
    {".pdf", "application/pdf"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".wasm", "application/wasm"},
}};

/// Every part between slashes is an ordinary visible name.
bool is_plain_path(std::string_view path) {
    if (path.find('\\') != path.npos || path.find("//") != path.npos) return false;
    return path.find("/.") == path.npos;
}

bool is_below(const fs::path& root, const fs::path& file) {
    const auto [in_root, in_file] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
    return in_root == root.end() && in_file != file.end();
}

/// The regular file that `path` names below `root` after every link is followed; nothing when it is none or elsewhere.
std::optional<fs::path> file_below(const fs::path& root, const fs::path& path) {
    std::error_code error;
    const fs::path real = fs::canonical(root / path, error);
    if (error || !is_below(root, real) || !fs::is_regular_file(real, error)) return std::nullopt;
    return real;
}

Reply file_reply(const fs::path& file, int status) {
    Reply reply;
    reply.status = status;
    reply.content_type = media_type(file.filename().string());
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) return problem(404, "没有这个文件。");
    if (size > largest_in_memory) {
        reply.file = file;
        reply.file_size = size;
        return reply;
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return problem(404, "没有可以读取的这个文件，请检查发布文件夹的权限。");
    reply.body.assign(std::istreambuf_iterator<char>(stream), {});
    if (status == 200) reply.etag = entity_tag(reply.body);
    return reply;
}

Reply not_found(const fs::path& root) {
    if (const auto page = file_below(root, "404.html")) return file_reply(*page, 404);
    Reply reply;
    reply.status = 404;
    reply.content_type = "text/plain; charset=utf-8";
    reply.body = "没有这个页面。\n";
    return reply;
}

/// Relative, so that it also holds behind a proxy that mounts the site under a sub-path; escaped byte by byte.
std::string with_final_slash(std::string_view path) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string location = "./";  // so that a colon in the name is not read as a scheme
    for (const char c : path.substr(path.rfind('/') + 1)) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain)
            location += c;
        else
            location += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return location + "/";
}

}  // namespace

std::string_view media_type(std::string_view file_name) {
    const auto dot = file_name.rfind('.');
    const std::string_view ending = dot == file_name.npos ? std::string_view() : file_name.substr(dot);
    const auto* known =
        std::find_if(media_types.begin(), media_types.end(), [&](const auto& entry) { return entry.first == ending; });
    return known == media_types.end() ? "application/octet-stream" : known->second;
}

Reply static_file(const fs::path& root, const Request& request) {
    std::error_code error;
    const fs::path real_root = fs::canonical(root, error);
    if (error) return problem(503, "发布文件夹不存在，请先运行 gongshi publish。");
    if (request.path.empty() || request.path.front() != '/' || !is_plain_path(request.path))
        return not_found(real_root);
    const fs::path relative = request.path.substr(1);
    const bool names_folder = request.path.back() == '/';
    if (const auto file = file_below(real_root, names_folder ? relative / "index.html" : relative))
        return unless_held(request, file_reply(*file, 200));
    if (!names_folder && file_below(real_root, relative / "index.html")) {
        Reply redirect;
        redirect.status = 308;
        redirect.location = with_final_slash(request.path);
        return redirect;
    }
    return not_found(real_root);
}

}  // namespace server
