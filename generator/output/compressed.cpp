#include "generator/output/compressed.h"

#include <brotli/encode.h>
#include <libdeflate.h>

#include <memory>

#include "generator/output/errors.h"

namespace output {
namespace {
constexpr int gzip_level = 9;
constexpr int brotli_quality = 9;  // 11 gains 5 % more and takes twenty times as long
}  // namespace

std::string gzip(std::string_view bytes) {
    const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
        libdeflate_alloc_compressor(gzip_level), libdeflate_free_compressor);
    if (!compressor) throw Failed("内存不足，无法压缩文件。");
    std::string result(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()), '\0');
    const std::size_t size =
        libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), result.data(), result.size());
    if (size == 0) throw Failed("无法用 gzip 压缩文件（" + std::to_string(bytes.size()) + " 字节）。");
    result.resize(size);
    return result;
}

std::string brotli(std::string_view bytes) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string result(size, '\0');
    if (size == 0 || BrotliEncoderCompress(brotli_quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                                           reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                           reinterpret_cast<std::uint8_t*>(result.data())) != BROTLI_TRUE)
        throw Failed("无法用 brotli 压缩文件（" + std::to_string(bytes.size()) + " 字节）。");
    result.resize(size);
    return result;
}

void put_with_twins(ReleaseWriter& release, std::string_view path, std::string_view bytes, std::size_t smallest) {
    release.put(path, bytes);
    if (bytes.size() < smallest) return;
    if (const std::string twin = gzip(bytes); twin.size() < bytes.size()) release.put(std::string(path) + ".gz", twin);
    if (const std::string twin = brotli(bytes); twin.size() < bytes.size())
        release.put(std::string(path) + ".br", twin);
}

}  // namespace output
