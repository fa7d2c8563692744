#include "generator/attachments/judgement.h"

#include <catch2/catch.hpp>

#include "tests/small_documents.h"

using attachments::judge;

namespace {

/// Why the bytes are refused.
std::string refusal(const std::string& bytes) {
    const attachments::Judgement judgement = judge(bytes);
    CHECK(judgement.type.empty());
    return judgement.refusal;
}

}  // namespace

TEST_CASE("an attachment's kind is judged by its bytes", "[attachments]") {
    CHECK(judge(tests::pdf()).type == "pdf");
    CHECK(judge(tests::docx()).type == "docx");
    CHECK(judge(tests::compound({"Root Entry", "WordDocument", "1Table"})).type == "doc");
    CHECK(judge(tests::package_bytes({{"OFD.xml", "<ofd:OFD/>"}, {"Doc_0/Document.xml", "<x/>"}})).type == "ofd");
    CHECK(judge(tests::pdf()).refusal.empty());
}

TEST_CASE("what is no document is refused, and says what to do", "[attachments]") {
    CHECK_THAT(refusal(""), Catch::Contains("空的"));
    CHECK_THAT(refusal("<html>"), Catch::Contains("不是 PDF"));
    CHECK_THAT(refusal("%PDF-1.7\ncut off"), Catch::Contains("没有下载完整"));
    CHECK_THAT(refusal("MZ\x90"), Catch::Contains("按内容判断"));
    CHECK_THAT(refusal("PK\x03\x04 broken"), Catch::Contains("已损坏"));
    CHECK_THAT(refusal(tests::package_bytes({{"a.txt", "x"}})), Catch::Contains("压缩包"));
    CHECK_THAT(refusal(tests::package_bytes(tests::SmallWorkbook{}.parts())), Catch::Contains("gongshi import"));
    CHECK_THAT(refusal(tests::compound({"Root Entry", "Workbook"})), Catch::Contains("不是 Word 文档"));
    CHECK_THAT(refusal(std::string(attachments::largest + 1, 'x')), Catch::Contains("50 MB"));
}

TEST_CASE("a Word document with macros, controls, other files or an outside template is refused", "[attachments]") {
    CHECK_THAT(refusal(tests::docx({{"word/vbaProject.bin", "x"}})), Catch::Contains("宏"));
    CHECK_THAT(refusal(tests::docx({{"word/activeX/activeX1.xml", "x"}})), Catch::Contains("宏或控件"));
    CHECK_THAT(
        refusal(tests::docx(
            {}, "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")),
        Catch::Contains("宏"));
    CHECK_THAT(refusal(tests::docx({{"word/embeddings/oleObject1.bin", "x"}})), Catch::Contains("嵌有其他文件"));
    const auto pointing_to = [](const std::string& type, const std::string& mode) {
        return tests::docx({{"word/_rels/settings.xml.rels", "<Relationships><Relationship Type=\"http://x/" + type +
                                                                 "\" TargetMode=\"" + mode + "\"/></Relationships>"}});
    };
    CHECK_THAT(refusal(pointing_to("attachedTemplate", "External")), Catch::Contains("外部模板"));
    CHECK_THAT(refusal(pointing_to("attached&#84;emplate", "External")), Catch::Contains("外部模板"));
    CHECK_THAT(refusal(pointing_to("oleObject", "External")), Catch::Contains("外部的图片或文件"));
    CHECK_THAT(refusal(pointing_to("aFChunk", "Internal")), Catch::Contains("嵌有其他文件"));
    CHECK(judge(pointing_to("hyperlink", "External")).type == "docx");
    CHECK_THAT(refusal(tests::docx({{"word/_rels/document.xml.rels", "no XML"}})), Catch::Contains("损坏"));
    CHECK(judge(tests::docx({{"word/media/image1.png", "x"}, {"word/_rels/settings.xml.rels", "<Relationships/>"}}))
              .type == "docx");
    CHECK_THAT(refusal(tests::compound({"WordDocument", "Macros", "VBA"})), Catch::Contains("宏"));
    CHECK_THAT(refusal(tests::compound({"WordDocument", "_VBA_PROJECT"})), Catch::Contains("宏"));
    CHECK_THAT(refusal(tests::compound({"WordDocument", "ObjectPool"})), Catch::Contains("嵌有其他文件"));
}
