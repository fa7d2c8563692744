#include "generator/draws/ending.h"

#include <fmt/format.h>

#include <algorithm>

#include "draw/encoding.h"
#include "draw/moment.h"
#include "generator/draws/current_list.h"
#include "generator/draws/errors.h"
#include "generator/draws/holders.h"
#include "generator/draws/list_standing.h"
#include "generator/draws/public_words.h"
#include "generator/draws/secret_openings.h"
#include "generator/draws/self_check.h"
#include "generator/draws/step_files.h"

namespace draws {

namespace {

/// What opening a draw shows: the nonces, the salt key and, once it was made, the list and what its changes say.
Files opened(const OpenDraw& draw, const std::vector<draw::Reveal::Nonce>& nonces) {
    Files package = draw.package();
    package["reveal.json"] = draw::reveal_json({draw.digest, nonces, salt_key_of(draw), "ssj1"});
    if (draw.state == State::drawn) package["events.json"] = draw::events_json(logged_changes(draw, true));
    return package;
}

std::optional<draw::BeaconRound> recorded_round(const OpenDraw& draw) {
    if (const auto bytes = draw.folder.find("beacon.json")) return draw::read_beacon_round(*bytes);
    return std::nullopt;
}

void check_opened(const OpenDraw& draw, const Files& package, std::set<std::string> unchecked) {
    draw::Told told;
    told.seen = draw.announcement.announced;
    told.beacon = recorded_round(draw);
    unchecked.insert("series");
    require_sound(package, told, unchecked);
}

/// The list becomes the task's: ordinary rows, to which results attach as to those of an imported list.
void enter_list(records::Portal& portal, const OpenDraw& draw, const std::vector<ListedObject>& list,
                records::Id batch) {
    int position = 0;
    for (const ListedObject& one : list) {
        const auto object = portal.object_with_code(one.id);
        if (!object) throw Refused("代码 " + one.id + " 已经不在对象库里；请从备份里取回主库");
        records::DrawnObject row;
        row.draw = draw.facts.draw;
        row.object = *object;
        row.position = ++position;
        row.inspectors = one.inspectors;  // an empty one is a slot that nobody fills
        row.note = one.replacement ? "替补" : "";
        row.disclosure = "主动公开";
        if (!portal.current_drawn_object(row.draw, row.object)) portal.add_drawn_object(batch, 0, row);
    }
}

void require_drawn(const OpenDraw& draw, std::int64_t now) {
    if (draw.state == State::announced)
        throw Refused(fmt::format("第 {} 号抽取还没有抽，没有可公开的名单。{}", draw.facts.draw, next_step(draw, now)));
    if (draw.state != State::drawn)
        throw Refused(fmt::format("第 {} 号抽取{}，没有要公开的了", draw.facts.draw, words_of(draw.state)));
}

}  // namespace

RevealOutcome reveal(records::Portal& portal, const settings::PortalFolder& folder, const RevealRequest& request) {
    const OpenDraw draw = open_draw(portal, folder, request.draw);
    require_drawn(draw, moment_after(draw, request.at));
    const std::vector<ListedObject> list = current_list(draw);
    if (request.at.substr(0, 10) < draw.announcement.deadline && !request.all_inspected)
        if (const std::size_t missing = not_inspected(portal, draw, list); missing > 0)
            throw Refused(fmt::format(
                "还有 {} 户没有检查结果，期限 {} 也没有到：现在公开会走漏名单。结果先导入（gongshi import），"
                "或确认检查都已做完后加 --all-inspected",
                missing, draw.announcement.deadline));
    const Files package = opened(draw, read_nonces(draw.folder.read("nonces.json")));
    check_opened(draw, package, {});
    Files files = public_when_opened(draw, package);
    const Files own{{"reveal.json", package.at("reveal.json")}};
    draw.folder.keep(own);
    draw.folder.stage(files);
    portal.transaction([&] {
        const records::Id batch = step_batch(portal, draw.digest, "reveal", request.by, request.at);
        portal.add_draw_step(batch, {request.draw, "revealed", request.at, "", 0});
        enter_files(portal, batch, request.draw, files, "revealed");
        enter_list(portal, draw, list, batch);
    });
    draw.folder.settle(files);
    RevealOutcome outcome;
    outcome.drawn = list.size();
    for (const records::DrawChange& change : draw.changes)
        ++(change.kind == "replace" ? outcome.replaced : outcome.reassigned);
    return outcome;
}

void abort(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
           const AbortRequest& request) {
    const OpenDraw draw = open_draw(portal, folder, request.draw);
    const std::int64_t now = moment_after(draw, request.at);
    const auto beacon = static_cast<std::int64_t>(draw.announcement.beacon.time);
    if (draw.state != State::announced && draw.state != State::drawn)
        throw Refused(fmt::format("第 {} 号抽取{}，不能再中止", draw.facts.draw, words_of(draw.state)));
    if (now <= beacon - cancel_before)
        throw Refused(fmt::format("现在还可以取消，不必中止：gongshi draw cancel {}", draw.facts.draw));
    if (request.order == "BEACON" && (draw.state == State::drawn || now < beacon + beacon_late_after))
        throw Refused(draw.state == State::drawn
                          ? "随机源已经公布，抽取也做了，不能以它没有公布为由中止；按命令中止请用 --order 命令号"
                          : fmt::format("随机源没有公布要等满七天（{}）才能以此中止；按命令中止请用 --order 命令号",
                                        draw::time_text(beacon + beacon_late_after)));
    require_publishable(request.order, "命令号（--order）", folder.settings(), persons);
    const bool made = draw.state == State::drawn;
    Files package = opened(
        draw, made ? read_nonces(draw.folder.read("nonces.json")) : opened_nonces(draw.announcement, request.nonces));
    package["end.json"] = draw::end_json({request.at, draw.digest, "abort", request.order, "ssj1"});
    check_opened(draw, package,
                 made ? std::set<std::string>{}
                      : std::set<std::string>{"beacon", "drawn", "matching", "result root", "replacements"});
    Files files = public_when_opened(draw, package);
    files["end.json"] = package["end.json"];
    const Files own{{"reveal.json", package.at("reveal.json")}};
    draw.folder.keep(own);
    draw.folder.stage(files);
    portal.transaction([&] {
        const records::Id batch = step_batch(portal, draw.digest, "abort", request.by, request.at);
        portal.add_draw_step(batch, {request.draw, "aborted", request.at, request.order, 0});
        enter_files(portal, batch, request.draw, files, "aborted");
    });
    draw.folder.settle(files);
}

void cancel(records::Portal& portal, const settings::PortalFolder& folder, records::Id id, const std::string& at,
            const std::string& by) {
    const OpenDraw draw = open_draw(portal, folder, id);
    const std::int64_t now = moment_after(draw, at);
    const auto beacon = static_cast<std::int64_t>(draw.announcement.beacon.time);
    if (draw.state != State::announced)
        throw Refused(fmt::format("第 {} 号抽取{}，不能取消", id, words_of(draw.state)));
    if (now > beacon - cancel_before)
        throw Refused(fmt::format(
            "离随机源（{}）不到一小时或已经过了，不能再取消；只能按命令中止：gongshi draw abort {} --order 命令号",
            draw::time_text(beacon), id));
    Files package = draw.package();
    package["end.json"] = draw::end_json({at, draw.digest, "cancel", "", "ssj1"});
    check_opened(
        draw, package,
        {"beacon", "commitments", "object pool", "inspector pool", "drawn", "matching", "result root", "replacements"});
    const Files files{{"end.json", package["end.json"]}};
    draw.folder.stage(files);
    portal.transaction([&] {
        const records::Id batch = step_batch(portal, draw.digest, "cancel", by, at);
        portal.add_draw_step(batch, {id, "cancelled", at, "", 0});
        enter_files(portal, batch, id, files, "cancelled");
    });
    draw.folder.settle(files);
}

}  // namespace draws
