// 经过: every step of a committed draw with its clock time; what is still to come says until when and, as of the site's
// date, how many days are left or over.
#include <fmt/format.h>

#include "generator/pages/committed_draw.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/due_clock.h"

namespace pages {
namespace {

using Committed = records::PublicCommittedDraw;

struct Step {
    std::string_view name;
    std::string when, also = {}, address = {}, words = {};
    State state = {};
};

Step planned(records::PublicSite& records, const records::PublicDraw& draw) {
    Step step{"计划公布", ""};
    if (draw.draw.task == 0) return step;
    const auto editions = records.editions_of_task(draw.draw.task);
    if (!editions.empty()) step.when = date_words(listed_day(editions.front().edition.head).on);
    step.address = records::address::task(draw.draw.task), step.words = draw.task_name;
    return step;
}

Step committed_to(const Committed& draw) {
    return {"名单承诺", moment_words(draw.announced_at),
            fmt::format("锁定：对象库 {} 户，检查人员库 {} 人，共抽 {} 户，随机源和公开期限", draw.objects_size,
                        draw.inspectors_size, draw.drawn)};
}

Step beacon(const Committed& draw) {
    return {"随机源轮次", beacon_words(draw),
            fmt::format("drand quicknet 第 {} 轮，产生之前谁也不知道", draw.beacon_round)};
}

Step drawn(const Committed& draw) {
    if (!draw.recorded_at.empty())
        return {"抽取（登记结果）", moment_words(draw.recorded_at), "名单从此锁定，不能再换"};
    return {"抽取（登记结果）", "", "应在随机数产生后 24 小时之内登记", "", "", {"还没有登记", "open"}};
}

Step inspected(const records::PublicDraw& draw, const Committed& committed) {
    Step step{"检查", ""};
    const bool revealed = committed.state == "revealed" && draw.listed > 0;
    step.also = revealed ? "每户的检查结果见名单" : "名单保密期间进行，不事先通知";
    if (revealed) step.address = "#list", step.words = fmt::format("{} 户", draw.listed);
    return step;
}

Step opened(const Site& site, const std::string& area, const Committed& draw) {
    if (!draw.revealed_at.empty()) return {"名单公开", moment_words(draw.revealed_at)};
    const records::Due due{draw.deadline, "", false, draw.overdue ? "overdue" : "open"};
    Step step{"名单公开", "", fmt::format("最迟{}；{}", date_words(draw.deadline), left_as_of(site, area, due))};
    step.state = draw.overdue ? State{"逾期未公开", "bad"} : State{"待公开", "open"};
    return step;
}

std::vector<Step> steps_of(const Site& site, records::PublicSite& records, const records::PublicDraw& draw,
                           const Committed& committed) {
    std::vector<Step> steps{planned(records, draw), committed_to(committed)};
    if (committed.state == "cancelled") {
        steps.push_back({"取消", moment_words(committed.ended_at), "在随机数产生一小时以前"});
        return steps;
    }
    steps.push_back(beacon(committed));
    if (committed.state != "aborted" || !committed.recorded_at.empty()) steps.push_back(drawn(committed));
    if (committed.state == "aborted") {
        steps.push_back({"中止", moment_words(committed.ended_at),
                         committed.end_order == "BEACON" ? std::string("随机数七天没有产生")
                                                         : fmt::format("依据 {}", committed.end_order)});
        return steps;
    }
    steps.push_back(inspected(draw, committed));
    steps.push_back(opened(site, draw.office, committed));
    return steps;
}

}  // namespace

void fill_draw_timeline(Page& page, records::PublicSite& records, const records::PublicDraw& draw,
                        const Committed& committed) {
    View timeline = page.body().add("TIMELINE");
    for (const Step& step : steps_of(page.site(), records, draw, committed)) {
        View view = timeline.add("STEP");
        view.set("STEP_NAME", step.name);
        view.fill("STEP_WHEN", step.when);
        view.fill("STEP_ALSO", step.also);
        if (!step.address.empty()) {
            view.fill("STEP_HREF", step.address.starts_with('#') ? step.address : page.href(step.address));
            view.set("STEP_WORDS", step.words);
        }
        if (step.state.word.empty()) continue;
        View state = view.add("STEP_STATE");
        state.set("STATE_WORD", step.state.word);
        state.set("STATE_STYLE", step.state.style);
    }
}

}  // namespace pages
