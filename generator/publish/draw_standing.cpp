#include "generator/publish/draw_standing.h"

#include <algorithm>
#include <map>

#include "generator/output/errors.h"

namespace publish {

namespace {

using records::Id;
using Which = records::Portal::Which;

void take_step(const records::DrawStep& step, records::PublicCommittedDraw& draw) {
    draw.state = step.kind;
    if (step.kind == "drawn") {
        draw.recorded_at = step.at;
        draw.unfilled = step.unfilled;
    } else if (step.kind == "revealed") {
        draw.revealed_at = step.at;
    } else if (step.kind == "cancelled" || step.kind == "aborted") {
        draw.ended_at = step.at;
        draw.end_kind = step.kind == "cancelled" ? "cancel" : "abort";
        draw.end_order = step.order_number;
    }
}

records::PublicCommittedDraw standing_of(records::Portal& portal, const records::CommittedDraw& facts, Which which,
                                         std::string_view as_of) {
    records::PublicCommittedDraw draw;
    draw.draw = facts.draw;
    draw.digest = facts.digest;
    draw.office_code = facts.office_code;
    draw.seq = facts.seq;
    draw.prev = facts.prev;
    draw.series = facts.series;
    draw.basis = facts.basis;
    draw.title = facts.title;
    draw.announced_at = facts.announced_at;
    draw.beacon_round = facts.beacon_round;
    draw.beacon_time = facts.beacon_time;
    draw.deadline = facts.deadline;
    draw.drawn = facts.drawn;
    draw.objects_size = facts.objects_size;
    draw.inspectors_size = facts.inspectors_size;
    // With `classes` the number of objects that may not be drawn could be computed from it.
    if (facts.basis == "facts") draw.few_candidates = facts.few_candidates;
    for (const records::DrawStep& step : portal.draw_steps(facts.draw, which)) take_step(step, draw);
    for (const records::DrawChange& change : portal.draw_changes(facts.draw, which))
        ++(change.kind == "replace" ? draw.replaced : draw.reassigned);
    if (!draw.opened()) draw.unfilled.reset();
    draw.overdue = draw.open() && as_of > draw.deadline;
    return draw;
}

struct PublicName {
    std::string_view name;
    bool facts_only;  // kept for auditors where strata are credit-risk classes
    bool (*since)(const records::PublicCommittedDraw& draw);
    bool required;
};

bool always(const records::PublicCommittedDraw&) {
    return true;
}
bool recorded(const records::PublicCommittedDraw& draw) {
    return !draw.recorded_at.empty();
}
bool opened(const records::PublicCommittedDraw& draw) {
    return draw.opened();
}
bool opened_list(const records::PublicCommittedDraw& draw) {
    return draw.opened() && recorded(draw);
}
bool ended(const records::PublicCommittedDraw& draw) {
    return !draw.ended_at.empty();
}

// inspectors.tsv is not there when anybody is recused from anything.
constexpr PublicName names[]{
    {"announcement.json", false, always, true}, {"quota.json", true, always, true},
    {"record.json", false, recorded, true},     {"events.json", false, recorded, true},
    {"drawn.json", false, opened_list, true},   {"reveal.json", true, opened, true},
    {"objects.tsv", true, opened, true},        {"inspectors.tsv", true, opened, false},
    {"end.json", false, ended, true},
};

}  // namespace

std::vector<records::PublicCommittedDraw> committed_draws(records::Portal& portal, Which which,
                                                          std::string_view as_of) {
    std::vector<records::PublicCommittedDraw> all;
    for (const records::CommittedDraw& facts : portal.committed_draws(which))
        all.push_back(standing_of(portal, facts, which, as_of));
    std::map<std::pair<std::string, std::string>, std::size_t> last;  // by office and series
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto [before, first] = last.try_emplace({all[i].office_code, all[i].series}, i);
        if (!first) {
            all[i].earlier = all[before->second].draw;
            all[before->second].later = all[i].draw;
            before->second = i;
        }
    }
    return all;
}

std::unordered_map<Id, bool> revealed_draws(records::Portal& portal, Which which) {
    std::unordered_map<Id, bool> revealed;
    for (const records::CommittedDraw& facts : portal.committed_draws(which)) {
        const auto steps = portal.draw_steps(facts.draw, which);
        revealed[facts.draw] = !steps.empty() && steps.back().kind == "revealed";
    }
    return revealed;
}

std::vector<records::DrawFile> public_files(const records::PublicCommittedDraw& draw,
                                            const std::vector<records::DrawFile>& files) {
    std::vector<records::DrawFile> shown;
    for (const PublicName& one : names) {
        if ((one.facts_only && draw.basis != "facts") || !one.since(draw)) continue;
        const auto found = std::find_if(files.begin(), files.end(),
                                        [&](const records::DrawFile& file) { return file.name == one.name; });
        if (found != files.end())
            shown.push_back(*found);
        else if (one.required)
            throw output::Failed("第 " + std::to_string(draw.draw) + " 号抽取应当公开 " + std::string(one.name) +
                                 "，主库里没有登记，已停止发布。请用 gongshi draw status 查看这次抽取。");
    }
    return shown;
}

}  // namespace publish
