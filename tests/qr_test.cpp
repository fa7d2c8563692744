#include "generator/pages/qr.h"

#include <catch2/catch.hpp>

#include <string>

TEST_CASE("a QR code names what it holds, escaped", "[pages]") {
    const std::string svg = pages::qr_code("https://gongshi.example.invalid/plans/1/?a=\"<b>\"&c");
    CHECK(svg.find("二维码：https://gongshi.example.invalid/plans/1/?a=&quot;&lt;b&gt;&quot;&amp;c") !=
          std::string::npos);
    CHECK(svg.find("<b>") == std::string::npos);
}

TEST_CASE("a QR code keeps the quiet zone of four modules", "[pages]") {
    // "A" fits version 1: 21 modules, and 4 on each side; its first dark module is the corner of the finder pattern.
    const std::string svg = pages::qr_code("A");
    CHECK(svg.find("viewBox=\"0 0 29 29\"") != std::string::npos);
    CHECK(svg.find("<path d=\"M4 4h7v1h-7z") != std::string::npos);
}

TEST_CASE("a text too long for a QR code gives none", "[pages]") {
    CHECK_FALSE(pages::qr_code(std::string(2331, 'x')).empty());
    CHECK(pages::qr_code(std::string(2332, 'x')).empty());
}
