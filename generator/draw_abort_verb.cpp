#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/draw_step_options.h"
#include "generator/draw_verbs.h"
#include "generator/draws/ending.h"
#include "generator/output/builder_lock.h"

namespace generator {

namespace {

int abort(const Invocation& invocation, DrawStepOptions step, draws::AbortRequest request, const std::string& reason) {
    if (request.order.empty() == reason.empty())
        throw settings::Unusable("请写明一个中止的理由：--reason BEACON（随机源七天没有公布），或 --order 命令号");
    if (request.order == "BEACON") throw settings::Unusable("命令号不能写 BEACON；随机源没有公布请用 --reason BEACON");
    if (!reason.empty()) request.order = reason;
    const output::BuilderLock lock(invocation.portal.root, "draw abort");
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    records::PrivateStore persons = records::PrivateStore::open(invocation.portal.private_db(), false);
    request.draw = begin_step(portal, step);
    request.at = step.at;
    request.by = step.by;
    draws::abort(portal, persons, invocation.portal, request);
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true}, {"id", request.draw}, {"order", request.order}}.dump(1));
    else if (!invocation.quiet)
        fmt::print(
            "✓ 第 {} 号抽取已中止，公开时应公开的一并公开；可以重新承诺一次（gongshi draw announce）\n"
            "下一步：gongshi -C {} publish --by 姓名\n",
            request.draw, invocation.portal.root.string());
    return done;
}

}  // namespace

void add_draw_abort(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("abort", "中止：公开时应公开的全部公开，之后可以重新承诺");
    auto step = std::make_shared<DrawStepOptions>();
    auto request = std::make_shared<draws::AbortRequest>();
    auto reason = std::make_shared<std::string>();
    add_step_options(*verb, *step);
    verb->add_option("--reason", *reason, "BEACON：随机源七天没有公布")->check(CLI::IsMember({"BEACON"}));
    verb->add_option("--order", request->order, "命令的文号");
    verb->add_option("--nonce", request->nonces, "秘密数文件，每个持有人一份（还没有抽取的才要）");
    verb->callback([&action, step, request, reason] {
        action = [step, request, reason](const Invocation& invocation) {
            return abort(invocation, *step, *request, *reason);
        };
    });
}

}  // namespace generator
