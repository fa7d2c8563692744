#include "generator/import/encoding.h"

#include <catch2/catch.hpp>

using namespace importing;

namespace {

using std::string_literals::operator""s;

Encoding guessed(std::string_view bytes, std::size_t piece = 1'000'000) {
    EncodingGuess guess;
    for (std::size_t at = 0; at < bytes.size(); at += piece) guess.feed(bytes.substr(at, piece));
    return guess.encoding();
}

std::string decoded(Encoding encoding, std::string_view bytes, std::size_t piece = 1'000'000) {
    Utf8Decoder decoder(encoding);
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += piece) text += decoder.feed(bytes.substr(at, piece), false);
    return text + std::string(decoder.feed("", true));
}

const std::string gbk = "\xC6\xF3\xD2\xB5\xC3\xFB\xB3\xC6,\xB5\xD8\xC7\xF8\r\n";  // 企业名称,地区
const std::string four_bytes = "\x95\x32\x82\x36";                                // 𠀀, in GB18030 only
const std::string little_endian = "\x01\x4F\x1A\x4E,\0\x00\x4E\r\0\n\0"s;         // 企业,一
const std::string big_endian = "\x4F\x01\x4E\x1A\0,\x4E\x00\0\r\0\n"s;

}  // namespace

TEST_CASE("a byte order mark decides the encoding and is not part of the text", "[import]") {
    CHECK(guessed("\xEF\xBB\xBF" + gbk) == Encoding::utf8);
    CHECK(guessed("\xFF\xFE" + little_endian) == Encoding::utf16le);
    CHECK(guessed("\xFE\xFF" + big_endian) == Encoding::utf16be);
    CHECK(decoded(Encoding::utf8, "\xEF\xBB\xBF企业") == "企业");
    CHECK(decoded(Encoding::utf16le, "\xFF\xFE" + little_endian) == "企业,一\r\n");
    CHECK(decoded(Encoding::utf16be, "\xFE\xFF" + big_endian) == "企业,一\r\n");
}

TEST_CASE("without a mark the bytes tell UTF-8, GB18030 and UTF-16 apart", "[import]") {
    CHECK(guessed("a,b\n1,2\n") == Encoding::utf8);
    CHECK(guessed("企业名称,地区\n") == Encoding::utf8);
    CHECK(guessed(gbk) == Encoding::gb18030);
    CHECK(guessed(gbk + four_bytes) == Encoding::gb18030);
    CHECK(guessed(little_endian) == Encoding::utf16le);
    CHECK(guessed(big_endian) == Encoding::utf16be);
}

TEST_CASE("the encoding does not depend on how a file is cut into pieces", "[import]") {
    const std::string utf8 = "企业名称,䶮\U00020000,地区\r\n";
    for (std::size_t piece = 1; piece < 9; ++piece) {
        CHECK(guessed(utf8, piece) == Encoding::utf8);
        CHECK(decoded(Encoding::utf8, utf8, piece) == utf8);
        CHECK(guessed(gbk, piece) == Encoding::gb18030);
        CHECK(decoded(Encoding::gb18030, gbk + four_bytes, piece) == "企业名称,地区\r\n\U00020000");
        CHECK(guessed(little_endian, piece) == Encoding::utf16le);
        CHECK(decoded(Encoding::utf16le, little_endian, piece) == "企业,一\r\n");
    }
}

TEST_CASE("one damaged place does not turn a UTF-8 file into mojibake", "[import]") {
    std::string utf8 = "企业名称,统一社会信用代码,注册日期,地区,负责\xE4\xBA\n";
    CHECK(guessed(utf8) == Encoding::utf8);
    CHECK(decoded(Encoding::utf8, utf8) == "企业名称,统一社会信用代码,注册日期,地区,负责\uFFFD\n");
    CHECK(decoded(Encoding::utf8, "好\xE4\xBA") == "好\uFFFD");
}

TEST_CASE("what GB18030 cannot mean becomes the replacement character", "[import]") {
    CHECK(decoded(Encoding::gb18030, "\xC6\xF3\xFF\xD2\xB5") == "企\uFFFD业");
}

TEST_CASE("encodings have the names clerks know", "[import]") {
    CHECK(name_of(Encoding::utf8) == "UTF-8");
    CHECK(name_of(Encoding::gb18030) == "GB18030");
    CHECK(name_of(Encoding::utf16le) == "UTF-16LE");
    CHECK(name_of(Encoding::utf16be) == "UTF-16BE");
}
