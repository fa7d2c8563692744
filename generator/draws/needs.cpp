#include "generator/draws/needs.h"

#include <fmt/format.h>

#include "draw/ids.h"
#include "generator/draws/errors.h"
#include "generator/draws/words.h"

namespace draws {

namespace {

constexpr int least_slots = 2, most_slots = 20;

[[noreturn]] void refuse(const std::string& part, const std::string& why) {
    throw settings::Unusable("--needs 的“" + part + "”" + why +
                             "；写成 部门:专长:人数，用逗号隔开，例如 SCJG:food:1,SCJG:*:1（* 为不限专长）");
}

Need read_need(const std::string& part, const settings::DrawCodes& codes) {
    const std::size_t first = part.find(':'), second = part.find(':', first + 1);
    if (first == std::string::npos || second == std::string::npos) refuse(part, "少了部分");
    const Need need{part.substr(0, first), part.substr(first + 1, second - first - 1), 0};
    const std::string count = part.substr(second + 1);
    if (count.size() != 1 || count[0] < '1' || count[0] > '9') refuse(part, "的人数应是 1 到 9");
    if (!codes.departments.contains(need.department)) refuse(part, "的部门代码不在 site.toml 的 [draw.departments] 里");
    if (need.skill != "*" && !codes.skills.contains(need.skill))
        refuse(part, "的专长代码不在 site.toml 的 [draw.skills] 里");
    return {need.department, need.skill, count[0] - '0'};
}

std::string code_of_department(const std::string& name, const settings::DrawCodes& codes) {
    if (const auto code = settings::DrawCodes::code_of(codes.departments, name)) return *code;
    throw Refused("部门“" + name + "”还没有代码，请在 site.toml 的 [draw.departments] 下写一行：\n  代码 = \"" + name +
                  "\"（代码用字母、数字、连字符，如 SCJG）");
}

}  // namespace

std::vector<Need> read_needs(const std::string& text, const settings::DrawCodes& codes) {
    std::vector<Need> needs;
    int slots = 0;
    for (const std::string& part : words_of(text)) {
        needs.push_back(read_need(part, codes));
        slots += needs.back().count;
    }
    if (slots < least_slots || slots > most_slots)
        throw settings::Unusable(
            fmt::format("--needs 一共 {} 人：每户至少两名检查人员（法定），最多 {} 名", slots, most_slots));
    return needs;
}

std::vector<Need> needs_of(const TaskFacts& task, const settings::DrawCodes& codes) {
    std::vector<Need> needs{{leading_code(task, codes), "*", least_slots}};
    for (const std::string& partner : task.partners)
        if (needs.size() < most_slots - 1) needs.push_back({code_of_department(partner, codes), "*", 1});
    return needs;
}

std::string needs_text(const std::vector<Need>& needs) {
    std::string text;
    for (const Need& need : needs)
        text += fmt::format("{}{}:{}:{}", text.empty() ? "" : ",", need.department, need.skill, need.count);
    return text;
}

std::string leading_code(const TaskFacts& task, const settings::DrawCodes& codes) {
    if (task.leader.empty())
        throw Refused("计划里没有写明任务“" + task.name + "”的发起部门或检查主体；请用 --department 代码 写明由谁抽取");
    return code_of_department(task.leader, codes);
}

}  // namespace draws
