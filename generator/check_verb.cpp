#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/findings_text.h"
#include "generator/publish/publish.h"

namespace generator {

namespace {

int check(const Invocation& invocation, const std::string& as_of) {
    const publish::CheckOutcome outcome =
        publish::check_portal(invocation.portal, as_of.empty() ? today() : checked_date(as_of));
    if (invocation.json) {
        nlohmann::json concerns = nlohmann::json::array();
        for (const publish::Concern& concern : outcome.concerns)
            concerns.push_back({{"place", concern.place}, {"what", concern.what}});
        fmt::print("{}\n", nlohmann::json{{"ok", outcome.findings.empty()},
                                          {"drafts", outcome.drafts},
                                          {"findings", findings_json(outcome.findings)},
                                          {"concerns", concerns}}
                               .dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
        return outcome.findings.empty() ? done : found_wrong;
    }
    print_findings(outcome.findings);
    if (!outcome.findings.empty()) return found_wrong;
    if (invocation.quiet) return done;
    for (const publish::Concern& concern : outcome.concerns) fmt::print("! {}：{}\n", concern.place, concern.what);
    fmt::print("✓ 可以发布：{} 个草稿批次；{} 条提醒\n", outcome.drafts, outcome.concerns.size());
    return done;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("check", "发布前检查：隐私、期限、读不懂的数量；不改动任何东西");
    auto as_of = std::make_shared<std::string>();
    verb->add_option("--as-of", *as_of, "截至日期（默认今天）");
    verb->callback([&action, as_of] {
        action = [as_of](const Invocation& invocation) { return check(invocation, *as_of); };
    });
}

}  // namespace generator
