#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/draws/open_draw.h"
#include "generator/findings_text.h"
#include "generator/output/builder_lock.h"
#include "generator/output/progress.h"
#include "generator/phase_report.h"
#include "generator/publish/publish.h"

namespace generator {

namespace {

void print(const publish::PublishOutcome& outcome, const Invocation& invocation, bool preview) {
    if (invocation.quiet) return;
    if (outcome.unreviewed > 0)
        fmt::print("! {} 个附件还没有人审查，没有公开；gongshi attach --list 列出\n", outcome.unreviewed);
    if (outcome.unchanged) {
        fmt::print("✓ 没有变化，站点仍是版本 {}\n", outcome.release.substr(0, 12));
        return;
    }
    if (preview) {
        fmt::print("✓ 预览已生成：{}（{} 个文件，只给本单位看）\n", invocation.portal.preview().string(),
                   outcome.files);
        return;
    }
    fmt::print("✓ 已发布版本 {}：{} 个文件，其中 {} 个未变\n  站点在 {}\n", outcome.release.substr(0, 12),
               outcome.files, outcome.linked, (invocation.portal.public_folder() / "current").string());
}

/// A step of a draw that was killed after the database took it left its files under their waiting names.
void settle_draws(const settings::PortalFolder& folder) {
    const output::BuilderLock lock(folder.root, "publish");
    records::Portal portal = records::Portal::open(folder.portal_db(), false);
    draws::settle_interrupted(portal, folder);
}

int publish(const Invocation& invocation, publish::PublishRequest request) {
    request.as_of = request.as_of.empty() ? today() : checked_date(request.as_of);
    output::Progress progress(output::progress_style(invocation.quiet || invocation.json));
    request.phase = [&progress](std::string_view phase) {
        progress.stage(std::string(phase), 0);
        report_phase(phase);
    };
    request.progress = [&](std::int64_t files) { progress.step(static_cast<std::uint64_t>(files)); };
    settle_draws(invocation.portal);
    const publish::PublishOutcome outcome = publish::publish_portal(invocation.portal, request);
    progress.done();
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", outcome.findings.empty()},
                                          {"release", outcome.release},
                                          {"unchanged", outcome.unchanged},
                                          {"files", outcome.files},
                                          {"linked", outcome.linked},
                                          {"publication", outcome.publication},
                                          {"unreviewed_attachments", outcome.unreviewed},
                                          {"findings", findings_json(outcome.findings)}}
                               .dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
    else
        print_findings(outcome.findings);
    if (!outcome.findings.empty()) return found_wrong;
    if (!invocation.json) print(outcome, invocation, request.preview);
    return done;
}

}  // namespace

void add_publish(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("publish", "检查、定稿并发布：草稿成为公布的记录，站点一次切换");
    auto request = std::make_shared<publish::PublishRequest>();
    verb->add_option("--by", request->by, "发布人")->required();
    verb->add_option("--second", request->second, "复核人（site.toml 要求两人复核时必填）");
    verb->add_option("--as-of", request->as_of, "截至日期（默认今天）");
    verb->add_flag("--rebuild", request->rebuild, "重新生成全部页面，不沿用上一版本中没有变化的页面");
    verb->add_option("--threads", request->threads, "同时生成页面的线程数")->check(CLI::Range(1, 64));
    verb->callback([&action, request] {
        action = [request](const Invocation& invocation) { return publish(invocation, *request); };
    });
}

void add_build(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("build", "生成含草稿的预览，只给本单位看（须加 --preview）");
    auto request = std::make_shared<publish::PublishRequest>();
    request->preview = true;
    auto preview = std::make_shared<bool>(false);
    verb->add_flag("--preview", *preview, "预览")->required();
    verb->add_option("--as-of", request->as_of, "截至日期（默认今天）");
    verb->callback([&action, request] {
        action = [request](const Invocation& invocation) { return publish(invocation, *request); };
    });
}

}  // namespace generator
