#include "search/file.h"

#include <libdeflate.h>
#include <openssl/evp.h>

#include <memory>
#include <new>

#include "search/bytes.h"

namespace search {
namespace {

constexpr std::string_view magic = "gs1";  // then the kind
constexpr std::size_t root_digest = 8;     // bytes
constexpr int level = 9;

struct FreeCompressor {
    void operator()(libdeflate_compressor* one) const { libdeflate_free_compressor(one); }
};
struct FreeDecompressor {
    void operator()(libdeflate_decompressor* one) const { libdeflate_free_decompressor(one); }
};

std::string deflated(std::string_view bytes) {
    thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor(
        libdeflate_alloc_compressor(level));
    if (!compressor) throw std::bad_alloc();
    std::string result(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()), '\0');
    result.resize(
        libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), result.data(), result.size()));
    return result;
}

std::string sha256(std::string_view bytes) {
    static const EVP_MD* digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // fetched once: it is the slow part
    std::string result(32, '\0');
    unsigned int length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(result.data()), &length, digest,
                   nullptr) != 1)
        throw std::runtime_error("无法计算 SHA-256：请检查 OpenSSL 的安装。");
    return result;
}

}  // namespace

std::string packed_file(FileKind kind, std::string_view content) {
    if (content.size() > largest_content) throw Malformed("检索索引的一个文件过大");
    std::string file(magic);
    file.push_back(static_cast<char>(kind));
    for (int shift = 0; shift < 32; shift += 8) file.push_back(static_cast<char>(content.size() >> shift));
    const std::string body = deflated(content);
    if (kind == FileKind::root) file += sha256(body).substr(0, root_digest);
    return file + body;
}

std::string unpacked_file(FileKind kind, std::string_view file) {
    ByteReader reader(file);
    if (reader.take(magic.size()) != magic || reader.byte() != static_cast<std::uint8_t>(kind))
        throw Malformed("不是检索索引的文件，或版本不同");
    std::size_t size = 0;
    for (int shift = 0; shift < 32; shift += 8) size |= static_cast<std::size_t>(reader.byte()) << shift;
    if (size > largest_content) throw Malformed("索引文件的长度超出上限");
    const std::string_view digest = reader.take(kind == FileKind::root ? root_digest : 0);
    const std::string_view body = reader.take(reader.left());
    if (kind == FileKind::root && sha256(body).substr(0, root_digest) != digest)
        throw Malformed("索引根文件与其摘要不符");
    const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> decompressor(libdeflate_alloc_decompressor());
    if (!decompressor) throw std::bad_alloc();
    std::string content(size, '\0');
    std::size_t read = 0;
    if (libdeflate_deflate_decompress_ex(decompressor.get(), body.data(), body.size(), content.data(), size, &read,
                                         nullptr) != LIBDEFLATE_SUCCESS ||
        read != body.size())
        throw Malformed("索引文件无法解压");
    return content;
}

std::string short_digest(std::string_view file) {
    return sha256(file).substr(0, name_bytes);
}

std::string file_name(std::string_view digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string name;
    for (const char byte : digest) {
        name.push_back(digits[static_cast<unsigned char>(byte) >> 4]);
        name.push_back(digits[static_cast<unsigned char>(byte) & 15]);
    }
    return name.substr(0, 2) + "/" + name.substr(2);
}

}  // namespace search
