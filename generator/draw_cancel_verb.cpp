#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/draw_step_options.h"
#include "generator/draw_verbs.h"
#include "generator/draws/ending.h"
#include "generator/output/builder_lock.h"

namespace generator {

namespace {

int cancel(const Invocation& invocation, DrawStepOptions step) {
    const output::BuilderLock lock(invocation.portal.root, "draw cancel");
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    const records::Id draw = begin_step(portal, step);
    draws::cancel(portal, invocation.portal, draw, step.at, step.by);
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true}, {"id", draw}}.dump(1));
    else if (!invocation.quiet)
        fmt::print(
            "✓ 第 {} 号抽取已取消；它的序号不再用，可以重新承诺一次（gongshi draw announce）\n"
            "下一步：gongshi -C {} publish --by 姓名\n",
            draw, invocation.portal.root.string());
    return done;
}

}  // namespace

void add_draw_cancel(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("cancel", "取消：离随机源还有一小时以上时");
    auto step = std::make_shared<DrawStepOptions>();
    add_step_options(*verb, *step);
    verb->callback(
        [&action, step] { action = [step](const Invocation& invocation) { return cancel(invocation, *step); }; });
}

}  // namespace generator
