#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "generator/attachments/attachments.h"
#include "generator/command_line.h"
#include "records/portal.h"

namespace generator {

namespace {

int list_batches(const Invocation& invocation) {
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    bool any = false;
    for (const records::BatchFacts& batch : portal.batches()) {
        if (batch.publication) continue;
        any = true;
        fmt::print("{}  {}  {}  {}  {}\n", batch.id, batch.imported_on, batch.kind, batch.imported_by, batch.file);
    }
    if (!any) fmt::print("没有草稿批次\n");
    return done;
}

}  // namespace

void add_undo(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("undo", "撤销一个草稿批次；不写批次号则列出草稿批次");
    auto batch = std::make_shared<std::int64_t>(0);
    verb->add_option("BATCH", *batch, "批次号")->check(CLI::PositiveNumber);
    verb->callback([&action, batch] {
        action = [batch](const Invocation& invocation) {
            if (*batch == 0) return list_batches(invocation);
            records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
            portal.undo_batch(*batch);
            attachments::remove_unnamed_files(portal, invocation.portal);
            if (!invocation.quiet) fmt::print("✓ 已撤销第 {} 批\n", *batch);
            return done;
        };
    });
}

}  // namespace generator
