// The files of a release as their readers get them: unpacked.
#pragma once

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zip.h>

#include <catch2/catch.hpp>
#include <string>

namespace tests {

inline std::string gunzipped(const std::string& bytes) {
    std::string text(64 << 20, '\0');
    std::size_t size = 0;
    libdeflate_decompressor* reader = libdeflate_alloc_decompressor();
    const auto answer = libdeflate_gzip_decompress(reader, bytes.data(), bytes.size(), text.data(), text.size(), &size);
    libdeflate_free_decompressor(reader);
    REQUIRE(answer == LIBDEFLATE_SUCCESS);
    text.resize(size);
    return text;
}

inline std::string unbrotlied(const std::string& bytes) {
    std::string text(64 << 20, '\0');
    std::size_t size = text.size();
    REQUIRE(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<std::uint8_t*>(text.data())) == BROTLI_DECODER_RESULT_SUCCESS);
    text.resize(size);
    return text;
}

inline std::string unzipped(const std::string& bytes) {
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    REQUIRE(archive != nullptr);
    std::string text;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        text += zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        zip_file_t* part = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        char piece[4096];
        for (zip_int64_t size; (size = zip_fread(part, piece, sizeof piece)) > 0;)
            text.append(piece, static_cast<std::size_t>(size));
        zip_fclose(part);
    }
    zip_close(archive);
    return text;
}

/// The bytes as a reader gets them.
inline std::string opened(const std::string& path, const std::string& bytes) {
    if (path.ends_with(".gz")) return gunzipped(bytes);
    if (path.ends_with(".br")) return unbrotlied(bytes);
    if (path.ends_with(".xlsx") || path.ends_with(".zip")) return unzipped(bytes);
    return bytes;
}

}  // namespace tests
