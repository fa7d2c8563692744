#include "generator/draws/nonce_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "generator/output/file_handle.h"
#include "generator/settings/settings.h"

namespace draws {

namespace {

constexpr std::size_t nonce_bytes = 32, largest_file = 4096;

std::string hex_of(const std::string& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const unsigned char byte : bytes) {
        hex += digits[byte >> 4];
        hex += digits[byte & 15];
    }
    return hex;
}

std::string bytes_of(const std::string& hex) {
    if (hex.size() != 2 * nonce_bytes || hex.find_first_not_of("0123456789abcdef") != std::string::npos) return {};
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& why) {
    throw settings::Unusable(file.string() + " " + why);
}

}  // namespace

void write_nonce(const std::filesystem::path& file, const Nonce& nonce) {
    output::FileHandle handle(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!handle && errno == EEXIST) refuse(file, "已存在，不会覆盖：里面可能是另一次抽取的秘密数。请换一个文件名");
    if (!handle) output::fail("新建文件", file, errno);
    const nlohmann::json json{{"nonce", hex_of(nonce.bytes)}, {"v", "ssj1"}, {"who", nonce.who}};
    if (::fchmod(handle.get(), 0600) != 0) output::fail("设置权限", file, errno);
    output::write_all(handle.get(), json.dump() + "\n", file);
    if (::fsync(handle.get()) != 0) output::fail("写入文件", file, errno);
    handle.close(file);
    const std::filesystem::path folder = file.parent_path();
    output::sync_folder(folder.empty() ? "." : folder);
}

Nonce read_nonce(const std::filesystem::path& file) {
    output::FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!handle) refuse(file, "打不开；应是 gongshi draw nonce 写下的秘密数文件");
    struct stat facts {};
    if (::fstat(handle.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) refuse(file, "不是普通文件");
    if ((facts.st_mode & 077) != 0)
        refuse(file, "别人也能读（权限过宽）。请运行 chmod 600 后重试，并考虑它是否已经泄露");
    std::string buffer(largest_file, '\0');
    const std::string text(output::read_some(handle.get(), buffer, file));
    const auto json = nlohmann::json::parse(text, nullptr, false);
    const auto is_text = [&](const char* key) { return json.contains(key) && json[key].is_string(); };
    if (!json.is_object() || !is_text("v") || json["v"] != "ssj1" || !is_text("who") || !is_text("nonce"))
        refuse(file, "不是 gongshi draw nonce 写下的秘密数文件");
    Nonce nonce{json["who"].get<std::string>(), bytes_of(json["nonce"].get<std::string>())};
    if (nonce.bytes.size() != nonce_bytes) refuse(file, "里的秘密数不是 32 字节，文件可能损坏");
    return nonce;
}

}  // namespace draws
