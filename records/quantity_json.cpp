#include "records/quantity_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "records/errors.h"

namespace records {
namespace {

using Json = nlohmann::ordered_json;

void put_true(Json& object, const char* name, bool value) {
    if (value) object[name] = true;
}
void put_text(Json& object, const char* name, const std::string& value) {
    if (!value.empty()) object[name] = value;
}
void put_texts(Json& object, const char* name, const std::vector<std::string>& value) {
    if (!value.empty()) object[name] = value;
}

template <typename Value>
Value read(const Json& object, const char* name, Value otherwise = {}) {
    const auto found = object.find(name);
    return found == object.end() ? std::move(otherwise) : found->template get<Value>();
}

std::optional<std::int64_t> read_bound(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) return std::nullopt;
    return found->get<std::int64_t>();
}

template <typename Value>
Value word(const std::optional<Value>& value, const std::string& text) {
    if (!value) throw Corrupt("数据库里的数量或时间（JSON）已损坏：不认识“" + text + "”。");
    return *value;
}

Json part_to_json(const QuantityPart& part) {
    Json json = {{"kind", name_of(part.kind)}};
    if (part.min) json["min"] = *part.min;
    if (part.max) json["max"] = *part.max;
    put_true(json, "above", part.above);
    put_true(json, "below", part.below);
    put_true(json, "approximate", part.approximate);
    put_true(json, "stated_bound", part.stated_bound);
    put_text(json, "unit", part.unit);
    put_text(json, "per", std::string(name_of(part.per)));
    if (part.every != 1) json["every"] = part.every;
    put_text(json, "scope", part.scope);
    return json;
}

QuantityPart part_from_json(const Json& json) {
    QuantityPart part;
    const auto kind = json.at("kind").get<std::string>();
    const auto per = read<std::string>(json, "per");
    part.kind = word(quantity_kind(kind), kind);
    part.min = read_bound(json, "min");
    part.max = read_bound(json, "max");
    part.above = read<bool>(json, "above");
    part.below = read<bool>(json, "below");
    part.approximate = read<bool>(json, "approximate");
    part.stated_bound = read<bool>(json, "stated_bound");
    part.unit = read<std::string>(json, "unit");
    part.per = word(quantity_period(per), per);
    part.every = read<int>(json, "every", 1);
    part.scope = read<std::string>(json, "scope");
    return part;
}

using Day = std::chrono::year_month_day;

std::string day_text(Day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::optional<Day> read_day(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) return std::nullopt;
    const auto text = found->get<std::string>();
    const bool digits = text.size() == 10 && text.find_first_not_of("0123456789-") == std::string::npos;
    if (!digits || text[4] != '-' || text[7] != '-') throw Corrupt("数据库里的日期已损坏：" + text);
    return Day(std::chrono::year(std::atoi(text.c_str())),
               std::chrono::month(static_cast<unsigned>(std::atoi(text.c_str() + 5))),
               std::chrono::day(static_cast<unsigned>(std::atoi(text.c_str() + 8))));
}

Json span_to_json(const PeriodSpan& span) {
    Json json = Json::object();
    if (span.start) json["start"] = day_text(*span.start);
    if (span.end) json["end"] = day_text(*span.end);
    json["precision"] = {name_of(span.start_precision), name_of(span.end_precision)};
    return json;
}

PeriodSpan span_from_json(const Json& json) {
    PeriodSpan span;
    span.start = read_day(json, "start");
    span.end = read_day(json, "end");
    const auto start = json.at("precision").at(0).get<std::string>();
    const auto end = json.at("precision").at(1).get<std::string>();
    span.start_precision = word(date_precision(start), start);
    span.end_precision = word(date_precision(end), end);
    return span;
}

}  // namespace

Json to_json(const Quantity& quantity) {
    Json json = {{"raw", quantity.raw}};
    Json parts = Json::array();
    for (const QuantityPart& part : quantity.parts) parts.push_back(part_to_json(part));
    json["parts"] = std::move(parts);
    put_texts(json, "remarks", quantity.remarks);
    put_text(json, "unreadable", quantity.unreadable);
    return json;
}

Quantity quantity_from_json(const Json& json) {
    Quantity quantity;
    quantity.raw = json.at("raw").get<std::string>();
    for (const Json& part : json.at("parts")) quantity.parts.push_back(part_from_json(part));
    quantity.remarks = read<std::vector<std::string>>(json, "remarks");
    quantity.unreadable = read<std::string>(json, "unreadable");
    return quantity;
}

Json to_json(const Period& period) {
    Json json = {{"raw", period.raw}};
    Json spans = Json::array();
    for (const PeriodSpan& span : period.spans) spans.push_back(span_to_json(span));
    json["spans"] = std::move(spans);
    put_true(json, "whole_year", period.whole_year);
    put_true(json, "deadline_only", period.deadline_only);
    put_true(json, "crosses_year", period.crosses_year);
    put_true(json, "year_from_plan", period.year_from_plan);
    put_true(json, "without_year", period.without_year);
    put_true(json, "approximate", period.approximate);
    put_true(json, "undetermined", period.undetermined);
    put_texts(json, "remarks", period.remarks);
    put_text(json, "unreadable", period.unreadable);
    return json;
}

Period period_from_json(const Json& json) {
    Period period;
    period.raw = json.at("raw").get<std::string>();
    for (const Json& span : json.at("spans")) period.spans.push_back(span_from_json(span));
    period.whole_year = read<bool>(json, "whole_year");
    period.deadline_only = read<bool>(json, "deadline_only");
    period.crosses_year = read<bool>(json, "crosses_year");
    period.year_from_plan = read<bool>(json, "year_from_plan");
    period.without_year = read<bool>(json, "without_year");
    period.approximate = read<bool>(json, "approximate");
    period.undetermined = read<bool>(json, "undetermined");
    period.remarks = read<std::vector<std::string>>(json, "remarks");
    period.unreadable = read<std::string>(json, "unreadable");
    return period;
}

}  // namespace records
