#include "records/public_bodies.h"

#include <fmt/format.h>

#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

#include "records/public_json.h"

namespace records {
namespace {

using Json = nlohmann::ordered_json;

Json list_of(const auto& values) {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(json_of(value));
    return list;
}

std::string text_of(Id id) {
    return fmt::format("{}", id);
}

std::optional<Id> id_of(std::string_view key) {
    Id id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    if (error != std::errc() || end != key.data() + key.size() || id <= 0 || text_of(id) != key) return std::nullopt;
    return id;
}

// A list's editions without their rows: what leads to them.
Json editions_of(const std::vector<PublicEdition>& editions, Json (*json_of_edition)(const PublicEdition&)) {
    Json list = Json::array();
    for (const PublicEdition& edition : editions)
        list.push_back(json_of_edition(PublicEdition{edition.edition, {}, edition.standing}));
    for (Json& one : list) one.erase("rows");
    return list;
}

Json of_office(const auto& all, std::string_view area, auto office_of) {
    Json list = Json::array();
    for (const auto& one : all)
        if (office_of(one) == area) list.push_back(json_of(one));
    return list;
}

Json result_lists(PublicSite& site, std::string_view area) {
    Json lists = Json::array();
    for (const PublicSite::ResultYear& year : site.result_years())
        if (year.area == area)
            lists.push_back(
                Json{{"year", year.year}, {"count", year.count}, {"url", address::results(year.area, year.year)}});
    return lists;
}

// 附件 of a record; a record without any has no such key.
void add_attachments(Json& json, PublicSite& site, PublicSite::Of what, Id id) {
    const std::vector<PublicAttachment> attachments = site.attachments(what, id);
    if (!attachments.empty()) json["attachments"] = list_of(attachments);
}

void append(auto& all, auto more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// 更正, 企业陈述, 异议 beside a record; a record without any has no such key.
struct Ledger {
    std::vector<PublicCorrection> corrections;
    std::vector<PublicStatement> statements;
    std::vector<PublicObjection> objections;

    void of(PublicSite& site, std::string_view kind, Id record) {
        append(corrections, site.corrections(kind, record));
        append(objections, site.objections(kind, record));
    }
    void add_to(Json& json) const {
        if (!corrections.empty()) json["corrections"] = list_of(corrections);
        if (!statements.empty()) json["statements"] = list_of(statements);
        if (!objections.empty()) json["objections"] = list_of(objections);
    }
};

void add_ledger(Json& json, PublicSite& site, std::string_view kind, Id record) {
    Ledger ledger;
    ledger.of(site, kind, record);
    ledger.add_to(json);
}

Json site_body(PublicSite& site) {
    Json json = json_of(site.site());
    json["totals"] = json_of(site.totals("", 0));
    json["offices"] = list_of(site.offices());
    json["item_lists"] = list_of(site.item_lists());
    json["plans"] = list_of(site.plans());
    json["withheld"] = list_of(site.withheld());
    return json;
}

Json office_body(PublicSite& site, const Office& office) {
    Json json = json_of(office);
    json["totals"] = json_of(site.totals(office.area, 0));
    json["departments"] = list_of(site.departments(office.area));
    json["item_lists"] = of_office(site.item_lists(), office.area, [](const auto& one) { return one.list.office; });
    json["plans"] = of_office(site.plans(), office.area, [](const auto& one) { return one.plan.office; });
    json["results"] = result_lists(site, office.area);
    json["rules"] = list_of(site.rules(office.area));
    json["withheld"] = of_office(site.withheld(), office.area, [](const auto& one) { return one.office; });
    return json;
}

Json task_body(PublicSite& site, const PublicTask& task) {
    Json json = json_of(task);
    json["editions"] = list_of(site.editions_of_task(task.id));
    json["draws"] = list_of(site.draws_of_task(task.id));
    add_attachments(json, site, PublicSite::Of::task, task.id);
    add_ledger(json, site, "task", task.id);
    return json;
}

// 可核验抽取: what was announced, strata and reasons where they are public, and where its files are.
Json committed_json(PublicSite& site, const PublicCommittedDraw& draw) {
    Json json = json_of(draw);
    json["office_series"] = address::draw_series(draw.office_code);
    if (draw.basis == "facts") {
        json["strata"] = list_of(site.draw_strata(draw.draw));
        json["exclusions"] = list_of(site.draw_exclusions(draw.draw));
    }
    json["files"] = list_of(site.draw_files(draw.draw));
    return json;
}

Json draw_body(PublicSite& site, const PublicDraw& draw) {
    Json json = json_of(draw);
    if (const auto committed = site.committed_draw(draw.draw.draw))
        json["committed"] = committed_json(site, *committed);
    const std::vector<PublicDrawnObject> objects = site.drawn_objects(draw.draw.draw, 0, draw_body_objects);
    json["objects_listed"] = draw.listed;
    json["objects_shown"] = objects.size();
    json["objects"] = list_of(objects);
    add_attachments(json, site, PublicSite::Of::draw, draw.draw.draw);
    add_ledger(json, site, "draw", draw.draw.draw);
    return json;
}

Json result_json(PublicSite& site, const PublicResult& result) {
    const std::vector<PublicFollowUp> follow_ups = site.follow_ups_of(result.facts.id);
    Json json = json_of(result);
    json["follow_ups"] = list_of(follow_ups);
    json["penalties"] = list_of(site.penalties_of(result.facts.id));
    add_attachments(json, site, PublicSite::Of::result, result.facts.id);
    Ledger ledger;
    ledger.of(site, "result", result.facts.id);
    for (const PublicFollowUp& follow_up : follow_ups) ledger.of(site, "follow_up", follow_up.facts.id);
    ledger.statements = site.statements_of_result(result.facts.id);
    ledger.add_to(json);
    return json;
}

Json penalty_json(PublicSite& site, const PublicPenalty& penalty) {
    Json json = json_of(penalty);
    add_ledger(json, site, "penalty", penalty.facts.id);
    return json;
}

Json enterprise_body(PublicSite& site, const PublicEnterprise& enterprise) {
    const PublicSite::EnterpriseHistory history = site.history(enterprise.object);
    Json json = json_of(enterprise);
    Json& drawings = json["drawings"] = Json::array();
    for (const PublicSite::Drawing& drawing : history.drawings) {
        Json one = json_of(drawing.draw);
        one["drawn_object"] = json_of(drawing.row);
        drawings.push_back(std::move(one));
    }
    Json& results = json["results"] = Json::array();
    for (const PublicResult& result : history.results) {
        Json one = json_of(result);
        Json& steps = one["follow_ups"] = Json::array();
        for (const PublicFollowUp& follow_up : history.follow_ups)
            if (follow_up.facts.result == result.facts.id) steps.push_back(json_of(follow_up));
        results.push_back(std::move(one));
    }
    json["penalties"] = list_of(history.penalties);
    Ledger ledger;
    ledger.corrections = site.corrections("object", enterprise.object);
    ledger.statements = site.statements_of_object(enterprise.object);
    ledger.objections = site.objections_of_object(enterprise.object);
    ledger.add_to(json);
    return json;
}

}  // namespace

std::optional<std::string> made_body(PublicSite& site, std::string_view kind, std::string_view key) {
    if (kind == "enterprise") {
        const auto enterprise = site.enterprise(key);
        if (!enterprise || enterprise->code != key) return std::nullopt;
        return json_text(enterprise_body(site, *enterprise));
    }
    const std::optional<Id> id = id_of(key);
    if (!id) return std::nullopt;
    if (kind == "result") {
        const auto result = site.result(*id);
        return result ? std::optional(json_text(result_json(site, *result))) : std::nullopt;
    }
    if (kind == "penalty") {
        const auto penalty = site.penalty(*id);
        return penalty ? std::optional(json_text(penalty_json(site, *penalty))) : std::nullopt;
    }
    return std::nullopt;
}

void each_stored_body(
    PublicSite& site,
    const std::function<void(std::string_view kind, const std::string& key, const std::string& text)>& body) {
    body("site", "", json_text(site_body(site)));
    for (const Office& office : site.offices()) body("office", office.area, json_text(office_body(site, office)));
    for (const PublicItemList& list : site.item_lists()) {
        const std::vector<PublicEdition> editions = site.item_list_editions(list.list.id);
        Json json = json_of(list);
        json["editions"] = editions_of(editions, json_of_item_list_edition);
        body("item_list", text_of(list.list.id), json_text(json));
        for (const PublicEdition& edition : editions) {
            Json one = json_of_item_list_edition(edition);
            add_attachments(one, site, PublicSite::Of::item_list_edition, edition.edition.id);
            add_ledger(one, site, "item_list_edition", edition.edition.id);
            body("item_list_edition", fmt::format("{}/{}", edition.edition.of, edition.edition.number), json_text(one));
        }
    }
    for (const PublicPlan& plan : site.plans()) {
        const std::vector<PublicEdition> editions = site.plan_editions(plan.plan.id);
        Json json = json_of(plan);
        json["editions"] = editions_of(editions, json_of_plan_edition);
        json["tasks"] = list_of(site.tasks_of_plan(plan.plan.id));
        body("plan", text_of(plan.plan.id), json_text(json));
        for (const PublicEdition& edition : editions) {
            Json one = json_of_plan_edition(edition);
            add_attachments(one, site, PublicSite::Of::plan_edition, edition.edition.id);
            add_ledger(one, site, "plan_edition", edition.edition.id);
            body("plan_edition", fmt::format("{}/{}", edition.edition.of, edition.edition.number), json_text(one));
        }
    }
    site.each_task([&](const PublicTask& task) { body("task", text_of(task.id), json_text(task_body(site, task))); });
    for (const PublicDraw& draw : site.draws()) body("draw", text_of(draw.draw.draw), json_text(draw_body(site, draw)));
}

}  // namespace records
