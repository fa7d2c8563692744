#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "draw/encoding.h"
#include "draw/moment.h"
#include "generator/draw_verbs.h"
#include "generator/draws/list_standing.h"
#include "text/date.h"

namespace generator {

namespace {

int days_left(const draws::OpenDraw& draw, const std::string& day) {
    return text::days_between(*text::parse_iso(day), *text::parse_iso(draw.announcement.deadline));
}

bool is_open(const draws::OpenDraw& draw) {
    return draw.state == draws::State::announced || draw.state == draws::State::drawn;
}

nlohmann::json json_of(const draws::OpenDraw& draw, const std::string& at, const std::string& next) {
    const std::string day = at.substr(0, 10);
    return {{"id", draw.facts.draw},
            {"draw", ::draw::hex(draw.digest)},
            {"office", draw.announcement.office},
            {"seq", draw.announcement.seq},
            {"series", draw.announcement.series},
            {"title", draw.announcement.title},
            {"basis", draw.announcement.basis},
            {"state", std::string(draws::name_of(draw.state))},
            {"overdue", draw.overdue(day)},
            {"beacon_time", ::draw::time_text(static_cast<std::int64_t>(draw.announcement.beacon.time))},
            {"deadline", draw.announcement.deadline},
            {"days_left", is_open(draw) ? nlohmann::json(days_left(draw, day)) : nlohmann::json()},
            {"changes", draw.changes.size()},
            {"next", next}};
}

void print(const draws::OpenDraw& draw, const std::string& at, const std::string& next) {
    const std::string day = at.substr(0, 10);
    const bool overdue = draw.overdue(day);
    fmt::print("{} 第 {} 号抽取　{}　{} 第 {} 号，系列 {}　{}{}\n",
               overdue         ? "✕"
               : is_open(draw) ? "◌"
                               : "✓",
               draw.facts.draw, draw.announcement.title, draw.announcement.office, draw.announcement.seq,
               draw.announcement.series, draws::words_of(draw.state), overdue ? "，逾期未公开" : "");
    if (!is_open(draw)) {
        if (draw.waiting) fmt::print("    下一步：{}\n", next);
        return;
    }
    const int left = days_left(draw, day);
    fmt::print("    期限 {}，{}\n    下一步：{}\n", draw.announcement.deadline,
               left < 0 ? fmt::format("已过 {} 天", -left) : fmt::format("还有 {} 天", left), next);
}

int status(const Invocation& invocation, const std::string& at) {
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    nlohmann::json all = nlohmann::json::array();
    const std::vector<draws::OpenDraw> found = draws::all_draws(portal, invocation.portal);
    for (const draws::OpenDraw& draw : found) {
        const std::string next = draws::next_step(draw, *::draw::parse_time(at), draws::list_standing(portal, draw));
        if (invocation.json)
            all.push_back(json_of(draw, at, next));
        else
            print(draw, at, next);
    }
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true}, {"draws", all}}.dump(1));
    else if (found.empty())
        fmt::print("还没有可核验的抽取；gongshi draw announce 承诺一次\n");
    return done;
}

}  // namespace

void add_draw_status(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("status", "列出全部抽取：状态、期限和下一步");
    auto at = std::make_shared<std::string>();
    verb->add_option("--at", *at, "以什么时间为准，如 2026-11-18T09:00:00+08:00（默认现在）");
    verb->callback([&action, at] {
        action = [at](const Invocation& invocation) { return status(invocation, moment_or_now(*at)); };
    });
}

}  // namespace generator
