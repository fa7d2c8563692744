#include <CLI/CLI.hpp>

#include "generator/draw_change_report.h"
#include "generator/draw_verbs.h"

namespace generator {

void add_draw_assign(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("assign", "改派：回避、生病由下一人接替，空缺名额直接委派或请邻区匹配");
    auto step = std::make_shared<DrawStepOptions>();
    auto request = std::make_shared<draws::ChangeRequest>();
    add_step_options(*verb, *step);
    verb->add_option("OBJECT", request->object, "抽中对象的代码")->required();
    verb->add_option("--slot", request->slot, "第几个名额（凭条上从 0 起）")->required();
    verb->add_option("--reason", request->reason, "RECUSAL 回避，ILLNESS 生病，DIRECT 直接委派，NEIGHBOUR 邻区匹配")
        ->required()
        ->check(CLI::IsMember({"RECUSAL", "ILLNESS", "DIRECT", "NEIGHBOUR"}));
    verb->add_option("--inspector", request->inspector, "DIRECT、NEIGHBOUR：由谁来（任务单上的本次编号，或执法证号）");
    verb->add_option("--demo-secrets", step->demo_secrets, about_demo_secrets);
    verb->callback([&action, step, request] {
        action = [step, request](const Invocation& invocation) { return log_change(invocation, *step, *request); };
    });
}

}  // namespace generator
