#include "generator/output/compressed.h"

#include <brotli/decode.h>
#include <libdeflate.h>

#include <catch2/catch.hpp>

#include "tests/portal_folder.h"

using namespace output;

namespace {

std::string some_text() {
    std::string text;
    for (int line = 0; line < 2000; ++line) text += "检查事项 " + std::to_string(line * 7919) + "\n";
    return text;
}

std::string gunzip(const std::string& bytes, std::size_t size) {
    std::string result(size, '\0');
    libdeflate_decompressor* reader = libdeflate_alloc_decompressor();
    const auto answer =
        libdeflate_gzip_decompress(reader, bytes.data(), bytes.size(), result.data(), result.size(), nullptr);
    libdeflate_free_decompressor(reader);
    return answer == LIBDEFLATE_SUCCESS ? result : "";
}

std::string unbrotli(const std::string& bytes, std::size_t size) {
    std::string result(size, '\0');
    const auto answer = BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                                &size, reinterpret_cast<std::uint8_t*>(result.data()));
    return answer == BROTLI_DECODER_RESULT_SUCCESS ? result : "";
}

}  // namespace

TEST_CASE("compressed bytes unpack to the original, carry no time and are the same each time", "[output]") {
    for (const std::string& text : {some_text(), std::string("x"), std::string()}) {
        CHECK(gunzip(gzip(text), text.size()) == text);
        CHECK(unbrotli(brotli(text), text.size()) == text);
        CHECK(gzip(text) == gzip(text));
        CHECK(brotli(text) == brotli(text));
        CHECK(gzip(text).substr(4, 4) == std::string(4, '\0'));
    }
}

TEST_CASE("a text gets compressed twins when it is large and they are smaller", "[output]") {
    const tests::PortalFolder portal;
    const BuilderLock lock(portal.path(), "publish");
    ReleaseWriter writer(lock);
    const std::string text = some_text();
    put_with_twins(writer, "large.json", text);
    put_with_twins(writer, "small.json", std::string(1023, ' '));
    std::string dense;
    while (dense.size() < 4000) {
        const Sha256 block = sha256(dense);
        dense.append(block.begin(), block.end());
    }
    put_with_twins(writer, "dense.bin", dense);
    const FinishedRelease release = writer.finish(tests::some_facts);
    CHECK(gunzip(tests::read_file(release.folder / "large.json.gz"), text.size()) == text);
    CHECK(unbrotli(tests::read_file(release.folder / "large.json.br"), text.size()) == text);
    CHECK_FALSE(std::filesystem::exists(release.folder / "small.json.gz"));
    CHECK_FALSE(std::filesystem::exists(release.folder / "dense.bin.gz"));
    CHECK(tests::read_file(release.folder / "large.json") == text);
}
