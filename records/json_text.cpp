#include "records/json_text.h"

#include <nlohmann/json.hpp>

#include "records/errors.h"

namespace records {

std::string to_json_text(const std::vector<std::string>& texts) {
    if (texts.empty()) return "[]";
    return nlohmann::json(texts).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> texts_from_json(std::string_view json) try {
    if (json == "[]") return {};
    return nlohmann::json::parse(json).get<std::vector<std::string>>();
} catch (const nlohmann::json::exception& error) {
    throw Corrupt("数据库里一列文本清单（JSON）已损坏：" + std::string(error.what()));
}

}  // namespace records
