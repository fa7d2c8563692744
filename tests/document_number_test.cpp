#include "text/document_number.h"

#include <catch2/catch.hpp>

TEST_CASE("a document number is one whatever its brackets", "[text]") {
    const std::string written =
        GENERATE("长双随机办〔2024〕3号", "长双随机办[2024]3号", "长双随机办(2024)3号", "长双随机办【2024】3号",
                 "长双随机办（2024）第3号", "长双随机办 〔２０２４〕 第３ 号", "　长双随机办［2024］003号\n",
                 "长双随机办﹝2024﹞3号", "长双随机办〖2024〗3号");
    const auto number = text::parse_document_number(written);
    REQUIRE(number);
    CHECK(number->agency == "长双随机办");
    CHECK(number->year == 2024);
    CHECK(number->serial == 3);
    CHECK(number->canonical() == "长双随机办〔2024〕3号");
}

TEST_CASE("an agency's word may hold brackets and 字", "[text]") {
    const auto number = text::parse_document_number("某（市监）函字〔2023〕12号");
    REQUIRE(number);
    CHECK(number->canonical() == "某(市监)函字〔2023〕12号");
    CHECK(text::parse_document_number(number->canonical()) == number);
}

TEST_CASE("what is not one document number is none", "[text]") {
    const std::string written =
        GENERATE("", "3号", "〔2024〕3号", "长双随机办2024年3号", "长双随机办〔2024]3号", "长双随机办〔24〕3号",
                 "长双随机办〔2024〕3", "长双随机办〔2024〕号", "长双随机办〔2024〕0号", "长双随机办〔2024〕123456号",
                 "长双随机办〔1900〕3号", "长双随机办〔2024〕3号、国发〔2019〕5号",
                 "关于印发《方案》的通知（长双随机办〔2024〕3号）", "依据国发〔2019〕5号，冀政字〔2019〕22号",
                 "-某办〔2024〕3号", "\xFF〔2024〕3号");
    CAPTURE(written);
    CHECK_FALSE(text::parse_document_number(written));
}
