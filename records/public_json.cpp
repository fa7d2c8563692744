#include "records/public_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "records/public_fields.h"

namespace records {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

// Adds a value's members to an object.
struct JsonWriter {
    Json& object;
    void operator()(std::string_view key, const std::string& value) { set(key, text_or_null(value)); }
    void operator()(std::string_view key, const std::integral auto& value) { set(key, value); }
    void operator()(std::string_view key, const std::vector<std::string>& value) { set(key, value); }
    void operator()(std::string_view key, const Cells& value) { set(key, Json::parse(to_json_text(value))); }
    template <typename Value>
    void operator()(std::string_view key, const std::optional<Value>& value) {
        set(key, value ? Json(*value) : Json(nullptr));
    }
    void number(std::string_view, const Id&) {}  // said in the record's head
    void reference(std::string_view key, const Id& value) { set(key, value == 0 ? Json(nullptr) : Json(value)); }
    void reference(std::string_view key, const std::string& value) { set(key, text_or_null(value)); }
    void correction(const std::optional<Correction>& value) {
        set("correction_reason", value ? Json(value->reason) : Json(nullptr));
    }
    void group(std::string_view key, std::string_view, const auto& value) {
        Json inner = Json::object();
        JsonWriter writer{inner};
        fields(writer, value);
        set(key, std::move(inner));
    }
    void set(std::string_view key, Json value) { object[std::string(key)] = std::move(value); }
};

Json head(std::string_view kind, Json id, const std::string& url) {
    return Json{{"kind", kind}, {"id", std::move(id)}, {"url", url}};
}

Json add_fields(Json object, const auto& value) {
    JsonWriter writer{object};
    fields(writer, value);
    return object;
}

Json page_of_object(Id object, const std::string& code) {
    return object == 0 || code.empty() ? Json(nullptr) : Json(address::enterprise(code));
}

}  // namespace

Json json_of(const SiteFacts& site) {
    return add_fields(Json{{"kind", "site"}, {"id", nullptr}, {"url", ""}}, site);
}
Json json_of(const Office& office) {
    return add_fields(head("office", office.area, address::office(office.area)), office);
}
Json json_of(const Department& department) {
    return add_fields(Json{{"id", department.id}}, department);
}
Json json_of(const RuleFacts& rule) {
    return add_fields(Json::object(), rule);
}
Json json_of(const PublicItemList& list) {
    return add_fields(head("item_list", list.list.id, address::item_list(list.list.id)), list);
}
Json json_of(const PublicPlan& plan) {
    return add_fields(head("plan", plan.plan.id, address::plan(plan.plan.id)), plan);
}

Json json_of_plan_edition(const PublicEdition& shown) {
    const Edition& edition = shown.edition;
    Json json = add_fields(head("plan_edition", fmt::format("{}/{}", edition.of, edition.number),
                                address::plan_edition(edition.of, edition.number)),
                           PlanEdition{edition, shown.standing});
    Json& rows = json["rows"] = Json::array();
    for (const EditionRow& row : shown.rows)
        rows.push_back(add_fields(Json{{"url", address::task(row.task)}}, TaskRow{row}));
    return json;
}

Json json_of_item_list_edition(const PublicEdition& shown) {
    const Edition& edition = shown.edition;
    Json json = add_fields(head("item_list_edition", fmt::format("{}/{}", edition.of, edition.number),
                                address::item_list_edition(edition.of, edition.number)),
                           ItemListEdition{edition, shown.standing});
    Json& rows = json["rows"] = Json::array();
    for (const EditionRow& row : shown.rows) rows.push_back(add_fields(Json::object(), ItemRow{row}));
    return json;
}

Json json_of(const PublicTask& task) {
    return add_fields(head("task", task.id, address::task(task.id)), task);
}

Json json_of(const PublicSite::TaskInEdition& shown) {
    const Edition& edition = shown.edition;
    Json json{{"edition", edition.number}, {"url", address::plan_edition(edition.of, edition.number)}};
    json["title"] = text_or_null(edition.head.title);
    json["published_on"] = text_or_null(edition.head.published_on);
    return add_fields(std::move(json), TaskRow{shown.row});
}

Json json_of(const PublicDraw& draw) {
    return add_fields(head("draw", draw.draw.draw, address::draw(draw.draw.draw)), draw);
}
Json json_of(const PublicCommittedDraw& draw) {
    return add_fields(Json::object(), draw);
}
Json json_of(const PublicDrawStratum& stratum) {
    return add_fields(Json::object(), stratum);
}
Json json_of(const PublicDrawExclusion& exclusion) {
    return add_fields(Json::object(), exclusion);
}
Json json_of(const PublicDrawFile& file) {
    return add_fields(Json{{"file", address::draw_file(file.draw, file.name)}}, file);
}
Json json_of(const PublicDrawnObject& row) {
    return add_fields(Json{{"url", page_of_object(row.row.object, row.code)}}, row);
}
Json json_of(const PublicResult& result) {
    Json json = head("result", result.facts.id, address::result(result.facts.id));
    json["object_url"] = page_of_object(result.facts.object, result.object_code);
    return add_fields(std::move(json), result);
}
Json json_of(const PublicFollowUp& follow_up) {
    return add_fields(head("follow_up", follow_up.facts.id, address::result(follow_up.facts.result)), follow_up);
}
Json json_of(const PublicPenalty& penalty) {
    Json json{{"kind", "penalty"}, {"id", penalty.facts.id}};
    json["url"] = page_of_object(penalty.facts.object, penalty.object_code);
    return add_fields(std::move(json), penalty);
}
Json json_of(const PublicEnterprise& enterprise) {
    // Its own kind (企业, 个体工商户 …) is told apart from the record's kind as object_kind.
    Json own = add_fields(Json::object(), enterprise);
    Json json = head("enterprise", enterprise.code, address::enterprise(enterprise.code));
    for (auto& [key, value] : own.items()) json[key == "kind" ? "object_kind" : key] = std::move(value);
    return json;
}
Json json_of(const PublicAttachment& attachment) {
    return Json{{"id", attachment.id},
                {"title", attachment.title},
                {"type", attachment.type},
                {"size", attachment.size},
                {"sha256", attachment.sha256},
                {"file", address::attachment(attachment)},
                {"attached_on", text_or_null(attachment.attached_on)},
                {"reviewed_on", text_or_null(attachment.reviewed_on)}};
}
Json json_of(const WithheldCount& count) {
    return add_fields(Json::object(), count);
}
Json json_of(const PublicCorrection& correction) {
    return add_fields(Json::object(), correction);
}
Json json_of(const PublicStatement& statement) {
    return add_fields(Json::object(), statement);
}
Json json_of(const PublicObjection& objection) {
    return add_fields(Json::object(), objection);
}

Json json_of(const PublicSite::Totals& totals) {
    return Json{{"plans", totals.plans},
                {"tasks", totals.tasks},
                {"draws", totals.draws},
                {"drawn", totals.drawn},
                {"results", totals.results},
                {"overdue_results", totals.overdue_results},
                {"enterprises", totals.enterprises},
                {"open_follow_ups", totals.open_follow_ups},
                {"unrevealed_overdue", totals.unrevealed_overdue},
                {"unjudged_results", totals.unjudged_results}};
}

std::string json_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace records
