#include "records/json_text.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "records/errors.h"
#include "text/utf8.h"

namespace records {
namespace {

// ["…","…"] without escapes, which nearly every list is: read without a parser. Anything else: nothing.
std::optional<std::vector<std::string>> plain_texts(std::string_view json) {
    if (json.size() < 4 || !json.starts_with("[\"") || !json.ends_with("\"]")) return std::nullopt;
    for (const char c : json)
        if (c == '\\' || static_cast<unsigned char>(c) < 0x20) return std::nullopt;
    std::vector<std::string> texts;
    for (std::string_view rest = json.substr(2); true;) {
        const std::size_t end = rest.find('"');
        texts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
        if (rest == "]") return texts;
        if (!rest.starts_with(",\"")) return std::nullopt;
        rest.remove_prefix(2);
    }
}

// The reverse of it: nothing when a text needs escapes or is no UTF-8.
std::optional<std::string> plain_json(const std::vector<std::string>& texts) {
    std::string json = "[";
    for (const std::string& text : texts) {
        for (const char c : text)
            if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') return std::nullopt;
        if (!text::is_utf8(text)) return std::nullopt;
        json.append(json.size() > 1 ? ",\"" : "\"").append(text) += '"';
    }
    return json += ']';
}

}  // namespace

std::string to_json_text(const std::vector<std::string>& texts) {
    if (texts.empty()) return "[]";
    if (auto plain = plain_json(texts)) return *std::move(plain);
    return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> texts_from_json(std::string_view json) try {
    if (json == "[]") return {};
    if (auto plain = plain_texts(json)) return *std::move(plain);
    return nlohmann::json::parse(json).get<std::vector<std::string>>();
} catch (const nlohmann::json::exception& error) {
    throw Corrupt("数据库里一列文本清单（JSON）已损坏：" + std::string(error.what()));
}

}  // namespace records
