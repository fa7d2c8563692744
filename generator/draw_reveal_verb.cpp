#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/draw_step_options.h"
#include "generator/draw_verbs.h"
#include "generator/draws/ending.h"
#include "generator/output/builder_lock.h"

namespace generator {

namespace {

int reveal(const Invocation& invocation, DrawStepOptions step, bool all_inspected) {
    const output::BuilderLock lock(invocation.portal.root, "draw reveal");
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    const records::Id draw = begin_step(portal, step);
    const draws::RevealOutcome outcome =
        draws::reveal(portal, invocation.portal, {draw, step.at, step.by, all_inspected});
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true},
                                          {"id", draw},
                                          {"drawn", outcome.drawn},
                                          {"replaced", outcome.replaced},
                                          {"reassigned", outcome.reassigned}}
                               .dump(1));
    else if (!invocation.quiet)
        fmt::print(
            "✓ 第 {} 号抽取可以公开了：{} 户，替补 {} 件，改派 {} 件；整个抽取已在本机按协议重新算过，结果相同\n"
            "  抽中的对象已成为任务的名单，检查结果照常导入（gongshi import）\n下一步：gongshi -C {} publish --by "
            "姓名\n",
            draw, outcome.drawn, outcome.replaced, outcome.reassigned, invocation.portal.root.string());
    return done;
}

}  // namespace

void add_draw_reveal(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("reveal", "公开：检查都做完或期限到了，公开名单和秘密数，谁都可以重新计算");
    auto step = std::make_shared<DrawStepOptions>();
    auto all_inspected = std::make_shared<bool>(false);
    add_step_options(*verb, *step);
    verb->add_flag("--all-inspected", *all_inspected, "期限未到，但检查确已全部做完（有的结果还没有导入）");
    verb->callback([&action, step, all_inspected] {
        action = [step, all_inspected](const Invocation& invocation) {
            return reveal(invocation, *step, *all_inspected);
        };
    });
}

}  // namespace generator
