#include <CLI/CLI.hpp>

#include "generator/draw_change_report.h"
#include "generator/draw_verbs.h"

namespace generator {

void add_draw_replace(CLI::App& group, Action& action) {
    CLI::App* verb =
        group.add_subcommand("replace", "替补：上门之前登记已注销、吊销、迁出或重复的，由本层的下一户替补");
    auto step = std::make_shared<DrawStepOptions>();
    auto request = std::make_shared<draws::ChangeRequest>();
    request->replace = true;
    add_step_options(*verb, *step);
    verb->add_option("OBJECT", request->object, "被替补的对象的代码")->required();
    verb->add_option("--reason", request->reason,
                     "DEREGISTERED 注销，REVOKED 吊销，MOVED-OUT 迁出，DUPLICATE 重复；“查无此户”是检查结果，不能替补")
        ->required()
        ->check(CLI::IsMember({"DEREGISTERED", "REVOKED", "MOVED-OUT", "DUPLICATE"}));
    verb->add_option("--demo-secrets", step->demo_secrets, about_demo_secrets);
    verb->callback([&action, step, request] {
        action = [step, request](const Invocation& invocation) { return log_change(invocation, *step, *request); };
    });
}

}  // namespace generator
