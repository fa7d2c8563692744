#include "generator/attachments/pdf.h"

#include <catch2/catch.hpp>

#include "tests/small_documents.h"

using attachments::refusal_of_pdf;

TEST_CASE("a PDF that runs something, hides files or is locked is refused", "[attachments]") {
    CHECK(refusal_of_pdf(tests::pdf()).empty());
    for (const auto& [objects, word] :
         std::vector<std::pair<std::string, std::string>>{{"<< /S /JavaScript /JS (app.alert(1)) >>", "JavaScript"},
                                                          {"<< /S/JavaScript>>", "JavaScript"},
                                                          {"<< /S /J#61vaScript >>", "JavaScript"},
                                                          {"<< /Names << /J#61#76aScript 3 0 R >> >>", "JavaScript"},
                                                          {"<< /S /Launch /F (cmd.exe) >>", "启动程序"},
                                                          {"<< /Type /EmbeddedFile >>", "夹带"},
                                                          {"<< /EmbeddedFiles 4 0 R >>", "夹带"},
                                                          {"<< /Subtype /RichMedia >>", "多媒体"},
                                                          {"<< /Encrypt 5 0 R >>", "密码"}}) {
        INFO(objects);
        CHECK_THAT(refusal_of_pdf(tests::pdf(objects)), Catch::Contains(word));
        CHECK_THAT(refusal_of_pdf(tests::pdf(tests::object_stream("7 0 " + objects))), Catch::Contains(word));
    }
}

TEST_CASE("words that only look like those of a refused PDF do no harm", "[attachments]") {
    for (const std::string objects :
         {"<< /Title (JavaScript) >>", "<< /S /JavaScripts >>", "<< /LaunchPad 1 >>", "(/Launc)", "<< /S /GoTo >>"}) {
        INFO(objects);
        CHECK(refusal_of_pdf(tests::pdf(objects)).empty());
        CHECK(refusal_of_pdf(tests::pdf(tests::object_stream(objects))).empty());
    }
}

TEST_CASE("a PDF whose objects cannot be unpacked cannot be looked through", "[attachments]") {
    std::string damaged = tests::object_stream("<< /S /GoTo >>");
    damaged.replace(damaged.find("stream\n") + 7, 4, "????");
    CHECK_THAT(refusal_of_pdf(tests::pdf(damaged)), Catch::Contains("无法检查"));
    CHECK_THAT(refusal_of_pdf(tests::pdf(tests::object_stream(std::string(20'000'000, ' ')))),
               Catch::Contains("无法检查"));  // a bomb
    CHECK_THAT(refusal_of_pdf(tests::pdf("9 0 obj << /Type /ObjStm >> stream")), Catch::Contains("无法检查"));
    CHECK(refusal_of_pdf(tests::pdf("9 0 obj << /Length 3 >> stream\n???\nendstream")).empty());
}

TEST_CASE("an object stream whose dictionary is hard to find is not looked past", "[attachments]") {
    std::string objects;
    for (int i = 0; i < 50; ++i) objects += "<< /S /JavaScript >> ";  // so long that it is really compressed
    const std::string script = tests::object_stream(objects);
    REQUIRE(script.find("JavaScript") == std::string::npos);
    const auto with = [&](const std::string& what, const std::string& instead) {
        std::string changed = script;
        changed.replace(changed.find(what), what.size(), instead);
        return refusal_of_pdf(tests::pdf(changed));
    };
    CHECK_THAT(with("/ObjStm", "/ObjStm /Pad (x obj y)"), Catch::Contains("无法检查"));
    CHECK_THAT(with("/ObjStm", "/ObjStm /Pad (" + std::string(5000, 'x') + ")"), Catch::Contains("无法检查"));
    CHECK_THAT(with(">>\nstream", ">>\n%" + std::string(5000, 'x') + "\nstream"), Catch::Contains("无法检查"));
}
