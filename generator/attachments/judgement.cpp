#include "generator/attachments/judgement.h"

#include "generator/attachments/pdf.h"
#include "generator/import/workbook.h"
#include "generator/import/xml_stream.h"
#include "generator/import/zip_package.h"

namespace attachments {
namespace {

constexpr std::uint64_t most_part_bytes = 1U << 20U;
const char* const save_as_docx = "请在 WPS 或 Word 里“另存为”DOCX 或 PDF 后再添加";

std::string utf16(std::string_view ascii) {  // as names stand in a compound file
    std::string wide;
    for (const char letter : ascii) wide.append(1, letter).append(1, '\0');
    return wide;
}

/// What the package says its parts are and point to (ECMA-376 part 2, 9.3 and 10.1), in whatever encoding and spelling.
class Relations : public importing::XmlEvents {
  public:
    void start(std::string_view element, const importing::XmlAttributes& attributes) override {
        if (attributes.get("ContentType").find("macroEnabled") != std::string_view::npos) macros = true;
        if (element != "Relationship") return;
        const std::string_view type = attributes.get("Type");
        if (type.ends_with("/attachedTemplate")) template_ = true;
        if (type.ends_with("/aFChunk")) embedded = true;
        if (attributes.get("TargetMode") == "External" && !type.ends_with("/hyperlink")) outside = true;
    }
    bool macros = false, template_ = false, embedded = false, outside = false;
};

std::string refusal_of_docx(const importing::ZipPackage& package) {
    Relations found;
    importing::read_xml_part(package, "[Content_Types].xml", most_part_bytes, found);
    for (const std::string& part : package.ending_in(".rels"))
        importing::read_xml_part(package, part, most_part_bytes, found);
    if (found.macros || package.has_below("word/vba") || package.has_below("word/activex/"))
        return std::string("这个 Word 文件带有宏或控件。") + save_as_docx;
    if (found.embedded || package.has_below("word/embeddings/"))
        return std::string("这个 Word 文件里嵌有其他文件。") + save_as_docx;
    if (found.template_) return std::string("这个 Word 文件引用了外部模板。") + save_as_docx;
    if (found.outside) return std::string("这个 Word 文件引用了外部的图片或文件。") + save_as_docx;
    return {};
}

Judgement judge_package(std::string_view bytes) try {
    const importing::ZipPackage package(bytes, "附件");
    if (package.has("word/document.xml")) {
        std::string refusal = refusal_of_docx(package);
        return refusal.empty() ? Judgement{"docx", ""} : Judgement{"", std::move(refusal)};
    }
    if (package.has("xl/workbook.xml"))
        return {"", "这是表格。表格请用 gongshi import 导入，读者就能检索、下载和核对；附件只收 PDF、Word 和 OFD"};
    if (package.has("OFD.xml")) return {"ofd", ""};
    return {"", "这是压缩包，附件只收 PDF、Word（DOCX、DOC）和 OFD"};
} catch (const importing::UnreadableFile&) {
    return {"", "文件已损坏、加密或没有下载完整，打不开"};
}

Judgement judge_compound(std::string_view bytes) {
    if (bytes.find(utf16("WordDocument")) == std::string_view::npos)
        return {"", "这不是 Word 文档。附件只收 PDF、Word（DOCX、DOC）和 OFD；表格请用 gongshi import 导入"};
    if (bytes.find(utf16("_VBA_PROJECT")) != std::string_view::npos ||
        bytes.find(utf16("Macros")) != std::string_view::npos)
        return {"", std::string("这个 Word 文件带有宏。") + save_as_docx};
    if (bytes.find(utf16("ObjectPool")) != std::string_view::npos)
        return {"", std::string("这个 Word 文件里嵌有其他文件。") + save_as_docx};
    return {"doc", ""};
}

}  // namespace

Judgement judge(std::string_view bytes) {
    constexpr std::string_view package_start("PK\x03\x04", 4), compound_start("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    if (bytes.empty()) return {"", "文件是空的"};
    if (bytes.size() > largest) return {"", "文件超过 50 MB，请压缩其中的图片或分成几个文件"};
    if (bytes.starts_with(package_start)) return judge_package(bytes);
    if (bytes.starts_with(compound_start)) return judge_compound(bytes);
    if (!is_pdf(bytes))
        return {"", "不是 PDF、Word（DOCX、DOC）或 OFD 文件（按内容判断，不看文件名），或者没有下载完整"};
    std::string refusal = refusal_of_pdf(bytes);
    return refusal.empty() ? Judgement{"pdf", ""} : Judgement{"", std::move(refusal)};
}

std::string_view words_of(std::string_view type) {
    if (type == "pdf") return "PDF 文件";
    if (type == "ofd") return "OFD 文件";
    return "Word 文件";
}

}  // namespace attachments
