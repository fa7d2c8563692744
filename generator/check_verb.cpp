#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/duties_text.h"
#include "generator/findings_text.h"
#include "generator/publish/publish.h"

namespace generator {

namespace {

/// A missed duty never refuses a publication; the exit code tells it to whoever runs check.
int exit_code(const publish::CheckOutcome& outcome, bool strict) {
    const bool missed = outcome.duties.missed > 0 || (strict && outcome.duties.unsettled > 0);
    return outcome.findings.empty() && !missed ? done : found_wrong;
}

int check(const Invocation& invocation, const std::string& as_of, bool strict) {
    const publish::CheckOutcome outcome =
        publish::check_portal(invocation.portal, as_of.empty() ? today() : checked_date(as_of));
    if (invocation.json) {
        nlohmann::json concerns = nlohmann::json::array();
        for (const publish::Concern& concern : outcome.concerns)
            concerns.push_back({{"place", concern.place}, {"what", concern.what}});
        fmt::print("{}\n", nlohmann::json{{"ok", outcome.findings.empty()},
                                          {"drafts", outcome.drafts},
                                          {"findings", findings_json(outcome.findings)},
                                          {"concerns", concerns},
                                          {"missed", outcome.duties.missed},
                                          {"unsettled", outcome.duties.unsettled},
                                          {"figures_missing", outcome.duties.no_figure},
                                          {"duties", duties_json(outcome.duties)}}
                               .dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
        return exit_code(outcome, strict);
    }
    print_findings(outcome.findings);
    if (!outcome.findings.empty()) return found_wrong;
    if (invocation.quiet) return exit_code(outcome, strict);
    fmt::print("{}", duties_text(outcome.duties));
    for (const publish::Concern& concern : outcome.concerns) fmt::print("! {}：{}\n", concern.place, concern.what);
    fmt::print("✓ 可以发布：{} 个草稿批次；{} 条提醒\n", outcome.drafts, outcome.concerns.size());
    if (outcome.duties.missed > 0)
        fmt::print("✕ 有 {} 条规则已经错过（退出码 1）；不妨碍发布，发布后公开可见\n", outcome.duties.missed);
    if (strict && outcome.duties.unsettled > 0)
        fmt::print("! 有 {} 条规则不能判断或期限暂定（--strict）\n", outcome.duties.unsettled);
    return exit_code(outcome, strict);
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("check", "发布前检查：隐私、规则和期限、读不懂的数量；不改动任何东西");
    auto as_of = std::make_shared<std::string>();
    verb->add_option("--as-of", *as_of, "截至日期（默认今天）");
    auto strict = std::make_shared<bool>(false);
    verb->add_flag("--strict", *strict, "有规则不能判断或期限暂定时，退出码也是 1");
    verb->callback([&action, as_of, strict] {
        action = [as_of, strict](const Invocation& invocation) { return check(invocation, *as_of, *strict); };
    });
}

}  // namespace generator
