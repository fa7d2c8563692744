#include "generator/output/digest.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>

#include <cerrno>

#include "generator/output/errors.h"
#include "generator/output/file_handle.h"

namespace output {
namespace {

[[noreturn]] void library_failed() {
    throw Failed("无法计算 SHA-256：系统的 OpenSSL（libcrypto 3）不能提供该算法，请检查其安装与配置。");
}

// Looked up once in the life of the process: finding an algorithm costs more than hashing a page.
const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (fetched == nullptr) library_failed();
    return fetched;
}

}  // namespace

struct Digest::Context {
    EVP_MD_CTX* state = EVP_MD_CTX_new();
    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() { EVP_MD_CTX_free(state); }
    void begin() {
        if (state == nullptr || EVP_DigestInit_ex2(state, algorithm(), nullptr) != 1) library_failed();
    }
};

Digest::Digest() : context_(std::make_unique<Context>()) {
    context_->begin();
}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) {
    if (EVP_DigestUpdate(context_->state, bytes.data(), bytes.size()) != 1) library_failed();
}

Sha256 Digest::finish() {
    Sha256 result;
    if (EVP_DigestFinal_ex(context_->state, result.data(), nullptr) != 1) library_failed();
    context_->begin();
    return result;
}

Sha256 sha256(std::string_view bytes) {
    thread_local Digest digest;  // finish() always leaves it empty; only a failing library could not
    digest.add(bytes);
    return digest.finish();
}

std::string hex(const Sha256& digest) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const unsigned char byte : digest) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<Sha256> digest_from_hex(std::string_view text) {
    Sha256 digest;
    if (text.size() != 2 * digest.size()) return std::nullopt;
    for (std::size_t position = 0; position < text.size(); ++position) {
        const char letter = text[position];
        const bool digit = letter >= '0' && letter <= '9';
        if (!digit && (letter < 'a' || letter > 'f')) return std::nullopt;
        const int value = digit ? letter - '0' : letter - 'a' + 10;
        unsigned char& byte = digest[position / 2];
        byte = static_cast<unsigned char>(position % 2 == 0 ? value << 4 : byte | value);
    }
    return digest;
}

std::optional<FileDigest> digest_file(const std::filesystem::path& file) {
    const FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!handle && (errno == ENOENT || errno == ENOTDIR || errno == ELOOP || errno == ENXIO)) return std::nullopt;
    if (!handle) fail("打开文件", file, errno);
    struct stat facts {};
    if (::fstat(handle.get(), &facts) != 0) fail("读取文件", file, errno);
    if (!S_ISREG(facts.st_mode)) return std::nullopt;
    Digest digest;
    FileDigest result;
    thread_local std::string buffer(256 * 1024, '\0');
    for (auto piece = read_some(handle.get(), buffer, file); !piece.empty();
         piece = read_some(handle.get(), buffer, file)) {
        digest.add(piece);
        result.size += piece.size();
    }
    result.sha256 = digest.finish();
    return result;
}

}  // namespace output
