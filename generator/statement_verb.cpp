#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/command_line.h"
#include "generator/ledger/statements.h"

namespace generator {

namespace {

int add(const Invocation& invocation, ledger::StatementRequest request) {
    request.as_of = request.as_of.empty() ? today() : checked_date(request.as_of);
    if (request.by.empty()) request.by = account_name();
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    const records::Id id = ledger::add_statement(portal, request);
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true}, {"id", id}}.dump());
    else if (!invocation.quiet)
        fmt::print("✓ 第 {} 号企业陈述已作为草稿添加，下次发布时公开，标明“企业陈述，未经核实”\n", id);
    return done;
}

int list(const Invocation& invocation) {
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    nlohmann::json all = nlohmann::json::array();
    for (const records::StatementFacts& one : portal.statements(records::Portal::Which::with_drafts)) {
        const auto codes = portal.codes_of(one.object);
        const std::string code = codes.empty() ? std::string() : codes.front().code;
        if (invocation.json)
            all.push_back({{"id", one.id},
                           {"object", code},
                           {"result", one.result ? nlohmann::json(*one.result) : nlohmann::json()},
                           {"received_on", one.received_on}});
        else
            fmt::print("{}  {}  {}{}\n", one.id, one.received_on, code,
                       one.result ? fmt::format("  第 {} 号检查结果", *one.result) : "");
    }
    if (invocation.json)
        fmt::print("{}\n", nlohmann::json{{"ok", true}, {"statements", all}}.dump(
                               1, ' ', false, nlohmann::json::error_handler_t::replace));
    return done;
}

}  // namespace

void add_statement(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("statement", "企业陈述：企业对自己的记录说的话，公开在记录旁，未经核实");
    verb->require_subcommand(1);
    CLI::App* adding = verb->add_subcommand("add", "添加一份企业陈述（草稿）");
    auto request = std::make_shared<ledger::StatementRequest>();
    adding->add_option("--object", request->object, "企业的统一社会信用代码")->required();
    adding->add_option("--result", request->result, "针对哪一号检查结果；不写则针对全部记录")
        ->check(CLI::PositiveNumber);
    adding->add_option("--received", request->received_on, "收到日期")->required();
    adding->add_option("--file", request->file, "陈述的文本文件（UTF-8）")->required();
    adding->add_option("--by", request->by, "经办人（默认登录账户）");
    adding->add_option("--as-of", request->as_of, "日期（默认今天）");
    adding->callback(
        [&action, request] { action = [request](const Invocation& invocation) { return add(invocation, *request); }; });
    verb->add_subcommand("list", "列出全部企业陈述")->callback([&action] { action = list; });
}

}  // namespace generator
