#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "generator/command_line.h"
#include "generator/output/builder_lock.h"
#include "generator/output/releases.h"

namespace generator {

void add_gc(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("gc", "删去旧版本，保留最近几个（site.toml 的 keep_releases）");
    auto keep = std::make_shared<std::size_t>(0);
    verb->add_option("--keep", *keep, "保留几个")->check(CLI::Range(1, 1000));
    verb->callback([&action, keep] {
        action = [keep](const Invocation& invocation) {
            const auto settings = invocation.portal.settings();
            const output::BuilderLock lock(invocation.portal.root, "gc");
            const output::Cleanup cleanup =
                output::gc(lock, *keep > 0 ? *keep : static_cast<std::size_t>(settings.keep_releases));
            if (!invocation.quiet)
                fmt::print("✓ 删去 {} 个旧版本，腾出 {:.1f} MB\n", cleanup.removed.size(),
                           static_cast<double>(cleanup.freed) / 1e6);
            return done;
        };
    });
}

}  // namespace generator
