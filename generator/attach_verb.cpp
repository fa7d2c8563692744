#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "generator/attachments/attachments.h"
#include "generator/attachments/judgement.h"
#include "generator/command_line.h"

namespace generator {

namespace {

struct AttachOptions {
    attachments::Request request;
    records::Id reviewed = 0, withdrawn = 0;
    std::string reason;
    bool list = false;
};

void print_json(const nlohmann::json& json) {
    fmt::print("{}\n", json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

std::string_view state_of(const attachments::Listed& one) {
    if (one.withdrawn) return "已撤回";
    if (one.facts.reviewed_by.empty()) return "待审查";
    return one.published ? "已公布" : "已审查，待发布";
}

int list(const Invocation& invocation, records::Portal& portal) {
    nlohmann::json all = nlohmann::json::array();
    for (const attachments::Listed& one : attachments::list(portal)) {
        const records::AttachmentFacts& facts = one.facts;
        if (invocation.json)
            all.push_back({{"id", facts.id},
                           {"to", one.place},
                           {"title", facts.title},
                           {"type", facts.type},
                           {"size", facts.size},
                           {"sha256", facts.sha256},
                           {"attached_on", facts.attached_on},
                           {"reviewed", !facts.reviewed_by.empty()},
                           {"reviewed_on", facts.reviewed_on},
                           {"published", one.published},
                           {"withdrawn", one.withdrawn}});
        else
            fmt::print("{}  {}  {}  {}（{}，{} 字节）\n", facts.id, state_of(one), one.place, facts.title,
                       attachments::words_of(facts.type), facts.size);
    }
    if (invocation.json)
        print_json({{"ok", true}, {"attachments", all}});
    else if (attachments::list(portal).empty())
        fmt::print("没有附件\n");
    return done;
}

int review(const Invocation& invocation, records::Portal& portal, const AttachOptions& options) {
    attachments::review(portal, invocation.portal, options.reviewed, options.request.by, options.request.as_of);
    if (invocation.json)
        print_json({{"ok", true}, {"id", options.reviewed}, {"reviewed", true}});
    else if (!invocation.quiet)
        fmt::print("✓ 第 {} 号附件：{}已审查，下次发布时公开\n  {}\n  如果还没有通读，请现在运行 gongshi undo 撤销\n",
                   options.reviewed, options.request.by, attachments::what_to_look_for);
    return done;
}

int withdraw(const Invocation& invocation, records::Portal& portal, const AttachOptions& options) {
    const std::string by = options.request.by.empty() ? account_name() : options.request.by;
    attachments::withdraw(portal, options.withdrawn, options.reason, by, options.request.as_of);
    if (invocation.json)
        print_json({{"ok", true}, {"id", options.withdrawn}, {"withdrawn", true}});
    else if (!invocation.quiet)
        fmt::print("✓ 第 {} 号附件下次发布时撤下；以前的版本不能再恢复，gongshi gc 会先删去它们\n", options.withdrawn);
    return done;
}

int add(const Invocation& invocation, records::Portal& portal, AttachOptions& options) {
    attachments::Request& request = options.request;
    if (request.file.empty() || request.to.empty())
        throw settings::Unusable("请写明文件和位置：gongshi attach 文件 --to plan:3/1 --title 标题");
    if (request.by.empty()) request.by = request.reviewed_by.empty() ? account_name() : request.reviewed_by;
    const records::Id id = attachments::attach(portal, invocation.portal, request);
    if (invocation.json)
        print_json({{"ok", true}, {"id", id}, {"reviewed", !request.reviewed_by.empty()}});
    else if (!invocation.quiet)
        fmt::print("✓ 第 {} 号附件已作为草稿添加到 {}，{}\n  {}\n", id, request.to,
                   request.reviewed_by.empty()
                       ? fmt::format("还没有人审查，不会公开；通读后运行 gongshi attach --reviewed {} --by 姓名", id)
                       : request.reviewed_by + "已审查，下次发布时公开",
                   attachments::what_to_look_for);
    return done;
}

int attach(const Invocation& invocation, AttachOptions options) {
    options.request.as_of = options.request.as_of.empty() ? today() : checked_date(options.request.as_of);
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    if (options.list) return list(invocation, portal);
    if (options.reviewed != 0) return review(invocation, portal, options);
    if (options.withdrawn != 0) return withdraw(invocation, portal, options);
    return add(invocation, portal, options);
}

}  // namespace

void add_attach(CLI::App& app, Action& action) {
    CLI::App* verb =
        app.add_subcommand("attach", "给计划、清单、任务、抽取或结果添加附件（PDF、Word、OFD）；有人审查后才公开");
    auto options = std::make_shared<AttachOptions>();
    verb->add_option("FILE", options->request.file, "要添加的文件");
    verb->add_option("--to", options->request.to, "位置：plan:3/1 item-list:2/0 draw:5 result:7 task:9");
    verb->add_option("--title", options->request.title, "标题，读者看到的名称");
    verb->add_option("--reviewed-by", options->request.reviewed_by, "审查人：已通读全文，确认可以公开");
    verb->add_option("--reviewed", options->reviewed, "记下已有附件经审查（与 --by 同用）")->check(CLI::PositiveNumber);
    verb->add_option("--withdraw", options->withdrawn, "撤下已公布的附件（须有 --reason）")->check(CLI::PositiveNumber);
    verb->add_option("--reason", options->reason, "撤下的理由，留在门户里");
    verb->add_option("--by", options->request.by, "添加人或审查人");
    verb->add_option("--as-of", options->request.as_of, "日期（默认今天）");
    verb->add_flag("--list", options->list, "列出全部附件和状态");
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) { return attach(invocation, *options); };
    });
}

}  // namespace generator
