#include "generator/draw_change_report.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "generator/output/builder_lock.h"

namespace generator {

namespace {

void print_what_to_hand_over(const draws::ChangeRequest& request, const draws::ChangeOutcome& outcome) {
    fmt::print("  凭条和任务单已按现在的名单重写，在 {}：\n", outcome.sheets.parent_path().string());
    if (request.replace)
        fmt::print(
            "  - {0} 的凭条作废（slips.html 里已经没有它，电子凭条移到了 slips/replaced/），印好的收回，不要交出去\n"
            "  - {1} 配齐人之后，打印 slips.html 里它的那一页（写明“本户为替补”，没有二维码），上门时交给企业\n"
            "  - 重新打印 tasks.html：原来要去 {0} 的和将要去 {1} 的检查人员换新的任务单\n",
            outcome.was, outcome.now);
    else
        fmt::print(
            "  - 重新打印 slips.html 里 {} 的那一页（写明检查人员已更换），上门时交给企业；原来印的作废\n"
            "  - 重新打印 tasks.html：原来的、接替的和同去这一户的检查人员换新的任务单\n",
            request.object);
}

void print(const Invocation& invocation, const draws::ChangeRequest& request, const draws::ChangeOutcome& outcome) {
    if (request.replace)
        fmt::print(
            "✓ 已登记第 {} 件：{} 由本层的下一户 {} {} 替补；它的名额都还空着，请逐个用 gongshi draw assign 配人\n",
            outcome.position, outcome.was, outcome.now, outcome.name);
    else
        fmt::print(
            "✓ 已登记第 {} 件：{} 的第 {} 个名额改由 {}\n", outcome.position, request.object, request.slot,
            outcome.now.empty() ? "（没有人了，请直接委派或请邻区匹配）" : outcome.name + "（" + outcome.now + "）");
    if (outcome.flagged) fmt::print("! 改派和未配齐名额已超过 5%，公开时要说明原因\n");
    print_what_to_hand_over(request, outcome);
    fmt::print("下一步：gongshi -C {} publish --by 姓名，公布这一件的登记（内容要到公开名单时才公开）\n",
               invocation.portal.root.string());
}

}  // namespace

int log_change(const Invocation& invocation, DrawStepOptions step, draws::ChangeRequest request) {
    const output::BuilderLock lock(invocation.portal.root, request.replace ? "draw replace" : "draw assign");
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    records::PrivateStore persons = records::PrivateStore::open(invocation.portal.private_db(), false);
    request.draw = begin_step(portal, step);
    request.at = step.at;
    request.by = step.by;
    const draws::ChangeOutcome outcome = draws::change(portal, persons, invocation.portal, request,
                                                       draws::randomness_for(invocation.portal, step.demo_secrets));
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true},
                                          {"id", request.draw},
                                          {"position", outcome.position},
                                          {"commit", outcome.commit},
                                          {"old", outcome.was},
                                          {"new", outcome.now},
                                          {"flagged", outcome.flagged},
                                          {"sheets", outcome.sheets.string()}}
                               .dump(1));
    else if (!invocation.quiet)
        print(invocation, request, outcome);
    return done;
}

}  // namespace generator
