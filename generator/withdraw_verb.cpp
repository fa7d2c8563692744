#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/ledger/withdrawals.h"

namespace generator {

namespace {

struct WithdrawOptions {
    ledger::WithdrawRequest request;
    bool list = false;
};

nlohmann::json json_of(const ledger::Withdrawal& one) {
    return {{"kind", one.fact.kind},
            {"number", one.fact.number},
            {"decided_on", one.facts.decided_on},
            {"reason", one.facts.reason},
            {"due_on", one.due_on},
            {"due_provisional", one.provisional},
            {"state", one.state},
            {"published_on", one.facts.published_on},
            {"batch", one.facts.batch}};
}

void print_json(const nlohmann::json& json) {
    fmt::print("{}\n", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string standing_of(const ledger::Withdrawal& one) {
    if (!one.facts.published_on.empty())
        return fmt::format("{} 已撤回{}", one.facts.published_on, one.state == "late" ? "（超期）" : "");
    return fmt::format("待发布，应于 {} 前撤回{}{}", one.due_on, one.provisional ? "（暂定）" : "",
                       one.state == "overdue" ? "，已逾期" : "");
}

int list(const Invocation& invocation, records::Portal& portal, const std::string& as_of) {
    const auto all = ledger::withdrawals(portal, as_of);
    nlohmann::json json = nlohmann::json::array();
    for (const ledger::Withdrawal& one : all) {
        if (invocation.json)
            json.push_back(json_of(one));
        else
            fmt::print("{}  {} 决定  {}  {}\n", one.fact.words(), one.facts.decided_on, standing_of(one),
                       one.facts.reason);
    }
    if (invocation.json)
        print_json({{"ok", true}, {"withdrawals", json}});
    else if (all.empty())
        fmt::print("没有撤回的记录\n");
    return done;
}

int withdraw(const Invocation& invocation, WithdrawOptions options) {
    ledger::WithdrawRequest& request = options.request;
    request.as_of = request.as_of.empty() ? today() : checked_date(request.as_of);
    if (request.by.empty()) request.by = account_name();
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    if (options.list) return list(invocation, portal, request.as_of);
    if (request.kind.empty() || request.number.empty())
        throw settings::Unusable("请写明撤回什么：gongshi withdraw result 12 --reason \"……\"");
    const ledger::Withdrawal one = ledger::withdraw(portal, request);
    if (invocation.json)
        print_json({{"ok", true}, {"withdrawal", json_of(one)}});
    else if (!invocation.quiet)
        fmt::print(
            "✓ {}：下次发布时撤回，只留编号、日期和理由；应于 {} 前发布（决定之日起三个工作日{}）\n"
            "  写错了用 gongshi undo {} 取消；以前的版本不能再恢复\n",
            one.fact.words(), one.due_on, one.provisional ? "，暂定" : "", one.facts.batch);
    return done;
}

}  // namespace

void add_withdraw(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("withdraw", "撤回已公布的记录（理由公开）；只留编号、日期和理由");
    auto options = std::make_shared<WithdrawOptions>();
    verb->add_option("KIND", options->request.kind, "种类")->check(CLI::IsMember(ledger::fact_kinds()));
    verb->add_option("NUMBER", options->request.number, "编号，即网址里的数字；计划和清单写成 3/1");
    verb->add_option("--reason", options->request.reason, "撤回的理由（公开）");
    verb->add_option("--decided-on", options->request.decided_on, "决定撤回的日期（默认今天）");
    verb->add_option("--by", options->request.by, "经办人（默认登录账户）");
    verb->add_option("--as-of", options->request.as_of, "日期（默认今天）");
    verb->add_flag("--list", options->list, "列出全部撤回和期限");
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) { return withdraw(invocation, *options); };
    });
}

}  // namespace generator
