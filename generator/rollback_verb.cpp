#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "generator/command_line.h"
#include "generator/output/builder_lock.h"
#include "generator/output/releases.h"

namespace generator {

namespace {

int list(const Invocation& invocation) {
    for (const output::ReleaseState& release : output::list_releases(invocation.portal.root))
        fmt::print("{} {}{}{}\n", release.current ? "●" : " ", release.digest, release.published ? "" : "  未曾发布",
                   release.marked_reason.empty() ? "" : "  不可恢复：" + release.marked_reason);
    return done;
}

}  // namespace

void add_rollback(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("rollback", "站点退回上一版本（数据不动）；--list 列出各版本");
    auto digest = std::make_shared<std::string>();
    auto listing = std::make_shared<bool>(false);
    verb->add_option("RELEASE", *digest, "退回到哪个版本（默认上一个）");
    verb->add_flag("--list", *listing, "只列出");
    verb->callback([&action, digest, listing] {
        action = [digest, listing](const Invocation& invocation) {
            if (*listing) return list(invocation);
            const output::BuilderLock lock(invocation.portal.root, "rollback");
            const output::Rollback outcome =
                output::rollback(lock, digest->empty() ? std::nullopt : std::optional(*digest));
            if (!outcome.refusal.empty()) throw std::runtime_error(outcome.refusal);
            if (!invocation.quiet) fmt::print("✓ 站点已退回版本 {}\n", outcome.release.substr(0, 12));
            return done;
        };
    });
}

}  // namespace generator
