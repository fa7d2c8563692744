#include "generator/draws/open_draw.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "draw/commitments.h"
#include "draw/moment.h"
#include "generator/draws/errors.h"

namespace draws {

namespace {

State state_of(const std::vector<records::DrawStep>& steps) {
    State state = State::announced;
    for (const records::DrawStep& step : steps)
        for (const State one : {State::drawn, State::revealed, State::cancelled, State::aborted})
            if (step.kind == name_of(one)) state = one;
    return state;
}

void settle(records::Portal& portal, records::Id draw, const DrawFolder& folder) {
    std::map<std::string, std::string> digests;
    for (const records::DrawFile& file : portal.draw_files(draw)) digests[file.name] = file.sha256;
    folder.recover(digests);
}

OpenDraw open_draw(records::Portal& portal, const settings::PortalFolder& folder, const records::CommittedDraw& facts) {
    OpenDraw draw{facts,
                  State::announced,
                  draw::read_announcement(facts.announcement),
                  draw::announcement_digest(facts.announcement),
                  DrawFolder(folder, facts.draw),
                  portal.draw_steps(facts.draw),
                  portal.draw_changes(facts.draw)};
    draw.state = state_of(draw.steps);
    constexpr auto published = records::Portal::Which::published;
    const std::size_t steps = portal.draw_steps(facts.draw, published).size();
    draw.announcement_published = steps > 0;
    draw.waiting = steps < draw.steps.size() || portal.draw_changes(facts.draw, published).size() < draw.changes.size();
    settle(portal, facts.draw, draw.folder);
    if (draw.folder.read("announcement.json") != facts.announcement)
        throw Refused((draw.folder.path() / "announcement.json").string() +
                      " 与主库里的不同，有人改过；请从备份里取回，不要再办理这次抽取");
    return draw;
}

}  // namespace

bool OpenDraw::overdue(std::string_view day) const {
    return (state == State::announced || state == State::drawn) && day > announcement.deadline;
}

Files OpenDraw::package() const {
    // What a command left that was killed before its step counted, such as a list without a record, is not taken.
    std::vector<const char*> names{"announcement.json", "quota.json", "objects.tsv", "inspectors.tsv"};
    if (std::any_of(steps.begin(), steps.end(), [](const records::DrawStep& step) { return step.kind == "drawn"; }))
        names.insert(names.end(), {"record.json", "drawn.json", "events.json"});
    Files files;
    for (const char* name : names) files[name] = folder.read(name);
    return files;
}

records::Id draw_named(records::Portal& portal, const std::string& named) {
    if (const auto found = portal.find_committed_draw(named)) return *found;
    throw Refused("没有“" + named + "”这样一次可核验的抽取；gongshi draw status 列出全部");
}

OpenDraw open_draw(records::Portal& portal, const settings::PortalFolder& folder, records::Id draw) {
    const auto facts = portal.committed_draw(draw);
    if (!facts) throw Refused(fmt::format("没有第 {} 号可核验的抽取；gongshi draw status 列出全部", draw));
    return open_draw(portal, folder, *facts);
}

std::vector<OpenDraw> all_draws(records::Portal& portal, const settings::PortalFolder& folder) {
    std::vector<OpenDraw> all;
    for (const records::CommittedDraw& facts : portal.committed_draws())
        all.push_back(open_draw(portal, folder, facts));
    return all;
}

void settle_interrupted(records::Portal& portal, const settings::PortalFolder& folder) {
    for (const records::CommittedDraw& facts : portal.committed_draws())
        settle(portal, facts.draw, DrawFolder(folder, facts.draw));
}

draw::Digest salt_key_of(const OpenDraw& draw) {
    constexpr std::size_t digits = 64;
    if (const auto key = draw::unhex_as<draw::Digest>(draw.folder.read("salt-key").substr(0, digits))) return *key;
    throw Refused((draw.folder.path() / "salt-key").string() + " 已损坏；请从备份或监督方托管的信封里取回");
}

std::string_view words_of(State state) {
    constexpr std::array<std::string_view, 5> words{"已承诺", "已抽取", "已公开", "已取消", "已中止"};
    return words[static_cast<std::size_t>(state)];
}

std::string_view name_of(State state) {
    constexpr std::array<std::string_view, 5> names{"announced", "drawn", "revealed", "cancelled", "aborted"};
    return names[static_cast<std::size_t>(state)];
}

namespace {

std::string next_of_announced(const OpenDraw& draw, std::int64_t now) {
    const auto beacon = static_cast<std::int64_t>(draw.announcement.beacon.time);
    const records::Id id = draw.facts.draw;
    if (now < beacon) return fmt::format("等到 {}（随机源），再运行 gongshi draw run {}", draw::time_text(beacon), id);
    if (now <= beacon + record_within)
        return fmt::format("在 {} 之前：gongshi draw run {} --beacon 文件 --nonce 文件 --nonce 文件",
                           draw::time_text(beacon + record_within), id);
    return fmt::format(
        "随机源时刻已过 24 小时，不能再登记：gongshi draw abort {} --order 命令号（若随机源七天没有公布：--reason "
        "BEACON），再重新承诺",
        id);
}

std::string next_of_drawn(const OpenDraw& draw, const std::optional<ListStanding>& list) {
    const records::Id id = draw.facts.draw;
    std::string next;
    if (list && list->empty_slots > 0)
        next = fmt::format(
            "还有 {} 个名额空着（tasks.html 的最后一页），上门之前逐个配人：gongshi draw assign {} 代码 --slot 名额 "
            "--reason DIRECT --inspector 执法证号（邻区匹配用 NEIGHBOUR）；",
            list->empty_slots, id);
    if (list && list->without_result == 0)
        return next + fmt::format("名单上 {} 户都有检查结果，现在可以公开：gongshi draw reveal {}", list->objects, id);
    return next +
           fmt::format("检查全部完成或期限（{}）到了之后：gongshi draw reveal {}", draw.announcement.deadline, id);
}

}  // namespace

std::string next_step(const OpenDraw& draw, std::int64_t now, const std::optional<ListStanding>& list) {
    std::string next;
    if (draw.state == State::announced) {
        if (!draw.announcement_published && now >= static_cast<std::int64_t>(draw.announcement.beacon.time))
            return unpublished_in_time(draw);
        next = next_of_announced(draw, now);
    } else if (draw.state == State::drawn) {
        next = next_of_drawn(draw, list);
    }
    if (!draw.waiting) return next.empty() ? "没有要做的了" : next;
    return "现在发布（gongshi publish）" + (next.empty() ? "" : "；然后" + next);
}

std::string unpublished_in_time(const OpenDraw& draw) {
    return fmt::format(
        "第 {} "
        "号抽取的承诺到随机源时刻（{}）还没有公布，谁也没有在此之前见过它，抽出的名单证明不了承诺在先：应按命令中止"
        "（gongshi draw abort {} --order 命令号 --nonce 文件 --nonce 文件），再重新承诺并立刻公布（gongshi publish）",
        draw.facts.draw, draw::time_text(static_cast<std::int64_t>(draw.announcement.beacon.time)), draw.facts.draw);
}

std::int64_t moment_after(const OpenDraw& draw, const std::string& at) {
    const auto now = draw::parse_time(at);
    if (!now) throw Refused("“" + at + "”不是时间，应写成 2026-11-18T09:00:00+08:00 这样");
    std::string last = draw.announcement.announced;
    for (const records::DrawStep& step : draw.steps) last = std::max(last, step.at);
    for (const records::DrawChange& change : draw.changes) last = std::max(last, change.at);
    if (at < last) throw Refused("时间 " + at + " 早于这次抽取的上一步（" + last + "），请核对 --at 或本机的时钟");
    return *now;
}

}  // namespace draws
