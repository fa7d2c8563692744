#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/ledger/objections.h"

namespace generator {

namespace {

void print_json(const nlohmann::json& json) {
    fmt::print("{}\n", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

int add(const Invocation& invocation, ledger::ObjectionRequest request) {
    request.as_of = request.as_of.empty() ? today() : checked_date(request.as_of);
    if (request.by.empty()) request.by = account_name();
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    const std::string receipt = ledger::add_objection(portal, request);
    if (invocation.json)
        print_json({{"ok", true}, {"receipt", receipt}});
    else
        fmt::print("受理编号 {}\n", receipt);
    if (!invocation.json && !invocation.quiet)
        fmt::print("  请把编号告诉提出人；受理次日起一个工作日内发布，在记录旁标注\n");
    return done;
}

int answer(const Invocation& invocation, ledger::AnswerRequest request) {
    request.as_of = request.as_of.empty() ? today() : checked_date(request.as_of);
    if (request.by.empty()) request.by = account_name();
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    ledger::answer_objection(portal, request);
    if (invocation.json)
        print_json({{"ok", true}, {"receipt", request.receipt}});
    else if (!invocation.quiet)
        fmt::print("✓ 异议 {} 的答复下次发布时公开；成立的还要更正或撤回记录\n", request.receipt);
    return done;
}

std::string mark_of(const ledger::Objection& one) {
    if (one.state == "met") return one.marked_on + " 已标注";
    if (one.state == "late") return one.marked_on + " 已标注（超期）";
    return fmt::format("待标注，应于 {} 前{}{}", one.due_on, one.provisional ? "（暂定）" : "",
                       one.state == "overdue" ? "，已逾期" : "");
}

int list(const Invocation& invocation, const std::string& as_of) {
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    nlohmann::json json = nlohmann::json::array();
    const auto all = ledger::objections(portal, as_of.empty() ? today() : checked_date(as_of));
    for (const ledger::Objection& one : all) {
        if (invocation.json)
            json.push_back({{"receipt", one.receipt},
                            {"kind", one.fact.kind},
                            {"number", one.fact.number},
                            {"received_on", one.received_on},
                            {"ground", one.ground},
                            {"marked_on", one.marked_on},
                            {"due_on", one.due_on},
                            {"state", one.state},
                            {"answered_on", one.answered_on},
                            {"outcome", one.outcome}});
        else
            fmt::print("{}  {}  {} 受理  {}  {}\n", one.receipt, one.fact.words(), one.received_on, mark_of(one),
                       one.answered_on.empty() ? "未答复" : one.answered_on + " 答复：" + one.outcome);
    }
    if (invocation.json)
        print_json({{"ok", true}, {"objections", json}});
    else if (all.empty())
        fmt::print("没有异议\n");
    return done;
}

void add_adding(CLI::App& verb, Action& action) {
    CLI::App* adding = verb.add_subcommand("add", "受理一个异议（草稿），给出受理编号");
    auto request = std::make_shared<ledger::ObjectionRequest>();
    adding->add_option("KIND", request->kind, "种类")->required()->check(CLI::IsMember(ledger::fact_kinds()));
    adding->add_option("NUMBER", request->number, "编号，即网址里的数字；计划和清单写成 3/1")->required();
    adding->add_option("--received", request->received_on, "受理日期")->required();
    adding->add_option("--ground", request->ground, "异议的事由，由机关概括（公开）；不写提出人是谁")->required();
    adding->add_option("--office", request->office, "行政区划代码，记录没有写明属于哪个区县时用");
    adding->add_option("--by", request->by, "经办人（默认登录账户）");
    adding->add_option("--as-of", request->as_of, "日期（默认今天）");
    adding->callback(
        [&action, request] { action = [request](const Invocation& invocation) { return add(invocation, *request); }; });
}

void add_answering(CLI::App& verb, Action& action) {
    CLI::App* answering = verb.add_subcommand("answer", "答复一个异议（草稿）");
    auto request = std::make_shared<ledger::AnswerRequest>();
    answering->add_option("RECEIPT", request->receipt, "受理编号")->required();
    answering->add_option("--outcome", request->outcome, "成立、部分成立 或 不成立")
        ->required()
        ->check(CLI::IsMember({"成立", "部分成立", "不成立"}));
    answering->add_option("--words", request->words, "怎样处理（公开）")->required();
    answering->add_option("--on", request->answered_on, "答复日期")->required();
    answering->add_option("--by", request->by, "经办人（默认登录账户）");
    answering->add_option("--as-of", request->as_of, "日期（默认今天）");
    answering->callback([&action, request] {
        action = [request](const Invocation& invocation) { return answer(invocation, *request); };
    });
}

}  // namespace

void add_objection(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("objection", "异议：受理、答复、列出；不保存提出人的任何信息");
    verb->require_subcommand(1);
    add_adding(*verb, action);
    add_answering(*verb, action);
    CLI::App* listing = verb->add_subcommand("list", "列出全部异议和标注的期限");
    auto as_of = std::make_shared<std::string>();
    listing->add_option("--as-of", *as_of, "日期（默认今天）");
    listing->callback(
        [&action, as_of] { action = [as_of](const Invocation& invocation) { return list(invocation, *as_of); }; });
}

}  // namespace generator
