#include "records/cells.h"

#include <nlohmann/json.hpp>

#include "records/errors.h"
#include "records/quantity_json.h"

namespace records {

using Json = nlohmann::ordered_json;

const CellValue* Cells::find(std::string_view field) const {
    for (const auto& [name, value] : values)
        if (name == field) return &value;
    return nullptr;
}

std::string_view Cells::text(std::string_view field) const {
    const CellValue* value = find(field);
    return value == nullptr ? std::string_view() : std::string_view(value->text);
}

// {"item": "text", "ratio": {"text": "…", "quantity": {…}}}: a cell that is text only is a string.
std::string to_json_text(const Cells& cells) {
    Json object = Json::object();
    for (const auto& [field, value] : cells.values) {
        if (!value.quantity && !value.period) {
            object[field] = value.text;
            continue;
        }
        Json cell = {{"text", value.text}};
        if (value.quantity) cell["quantity"] = to_json(*value.quantity);
        if (value.period) cell["period"] = to_json(*value.period);
        object[field] = std::move(cell);
    }
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Cells cells_from_json(std::string_view json) try {
    Cells cells;
    const Json object = Json::parse(json);
    if (!object.is_object()) throw Corrupt("数据库里一行的各栏（JSON）已损坏：不是对象。");
    for (const auto& [field, stored] : object.items()) {
        CellValue value;
        if (stored.is_string()) {
            value.text = stored.get<std::string>();
        } else {
            value.text = stored.at("text").get<std::string>();
            if (const auto found = stored.find("quantity"); found != stored.end())
                value.quantity = quantity_from_json(*found);
            if (const auto found = stored.find("period"); found != stored.end())
                value.period = period_from_json(*found);
        }
        cells.values.emplace_back(field, std::move(value));
    }
    return cells;
} catch (const nlohmann::json::exception& error) {
    throw Corrupt("数据库里一行的各栏（JSON）已损坏：" + std::string(error.what()));
}

}  // namespace records
