#include "generator/import/xml_stream.h"

#include <expat.h>

#include <exception>
#include <type_traits>
#include <utility>

#include "generator/import/sheet_limits.h"
#include "generator/import/workbook.h"
#include "generator/import/zip_package.h"

namespace importing {
namespace {

const char* const save_again = "请用 WPS 表格或 Excel 打开后重新另存为 XLSX 后导入";

std::string_view without_prefix(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2)
        if (without_prefix(pair[0]) == name) return pair[1];
    return std::nullopt;
}

bool XmlAttributes::flag(std::string_view name) const {
    const std::string_view value = get(name);
    return value == "1" || value == "true" || value == "on";
}

struct XmlStream::Parser {
    Parser(std::filesystem::path file_read, std::string part_read, XmlEvents& taker)
        : file(std::move(file_read)), part(std::move(part_read)), events(taker) {
        XML_SetUserData(expat.get(), this);
        XML_SetElementHandler(expat.get(), on_start, on_end);
        XML_SetCharacterDataHandler(expat.get(), on_text);
        XML_SetStartDoctypeDeclHandler(expat.get(), on_doctype);
        XML_SetParamEntityParsing(expat.get(), XML_PARAM_ENTITY_PARSING_NEVER);
    }

    // Runs `event`; an exception may not pass through expat's C code, so it waits until that has returned.
    template <typename Event>
    void guarded(const Event& event) {
        if (problem != nullptr || stopped) return;
        try {
            event();
            if (events.wanted()) return;
            stopped = true;
        } catch (...) {
            problem = std::current_exception();
        }
        XML_StopParser(expat.get(), XML_FALSE);
    }

    [[noreturn]] void refuse(const std::string& what) const {
        throw UnreadableFile(file, "其中的 " + part + " " + what, save_again);
    }

    static void XMLCALL on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
        auto* self = static_cast<Parser*>(user);
        self->guarded([&] {
            if (++self->depth > limits::most_xml_depth) self->refuse("嵌套过深");
            self->events.start(without_prefix(name), XmlAttributes(attributes));
        });
    }
    static void XMLCALL on_end(void* user, const XML_Char* name) {
        auto* self = static_cast<Parser*>(user);
        self->guarded([&] {
            --self->depth;
            self->events.end(without_prefix(name));
        });
    }
    static void XMLCALL on_text(void* user, const XML_Char* text, int length) {
        auto* self = static_cast<Parser*>(user);
        self->guarded([&] { self->events.text(std::string_view(text, static_cast<std::size_t>(length))); });
    }
    static void XMLCALL on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        auto* self = static_cast<Parser*>(user);
        self->guarded([&] { self->refuse("带有文档类型声明 (DTD)，正常的工作簿不会有，没有读取"); });
    }

    bool parse(std::string_view piece, bool last) {
        const XML_Status status =
            XML_Parse(expat.get(), piece.data(), static_cast<int>(piece.size()), static_cast<int>(last));
        if (problem != nullptr) std::rethrow_exception(problem);
        if (stopped) return false;
        fed += piece.size();
        if (status == XML_STATUS_ERROR)
            refuse("不是完好的 XML（第 " + std::to_string(XML_GetCurrentLineNumber(expat.get())) + " 行）");
        const XML_Index parsed = XML_GetCurrentByteIndex(expat.get());
        if (parsed >= 0 && fed - static_cast<std::uint64_t>(parsed) > limits::most_xml_token_bytes && !last)
            refuse("有过长的标记");
        return true;
    }

    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    std::filesystem::path file;
    std::string part;
    XmlEvents& events;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> expat{XML_ParserCreate(nullptr)};
    std::exception_ptr problem;
    std::size_t depth = 0;
    std::uint64_t fed = 0;
    bool stopped = false;
};

XmlStream::XmlStream(std::filesystem::path file, std::string part, XmlEvents& events)
    : parser_(std::make_unique<Parser>(std::move(file), std::move(part), events)) {}

XmlStream::~XmlStream() = default;

bool XmlStream::feed(std::string_view piece) {
    constexpr std::size_t most_at_once = 1U << 20;
    for (; piece.size() > most_at_once; piece.remove_prefix(most_at_once))
        if (!parser_->parse(piece.substr(0, most_at_once), false)) return false;
    return parser_->parse(piece, false);
}

void XmlStream::finish() {
    if (!parser_->stopped) parser_->parse("", true);
}

void read_xml_part(const ZipPackage& package, const std::string& part, std::uint64_t most_bytes, XmlEvents& events) {
    XmlStream xml(package.file(), part, events);
    package.read(part, most_bytes, [&](std::string_view piece) { return xml.feed(piece); });
    xml.finish();
}

}  // namespace importing
