#include "generator/findings_text.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

namespace generator {

void print_findings(const std::vector<publish::GateFinding>& findings) {
    constexpr std::size_t most = 50;
    for (std::size_t i = 0; i < findings.size() && i < most; ++i) {
        const publish::GateFinding& finding = findings[i];
        fmt::print("✕ {}：{} {}{}\n", finding.place, finding.held ? "可能是" : "含有", finding.what, finding.masked);
        if (!finding.source.empty()) fmt::print("  来自 {}\n", finding.source);
        if (!finding.advice.empty()) fmt::print("  {}\n", finding.advice);
    }
    if (findings.size() > most) fmt::print("……另有 {} 处\n", findings.size() - most);
    if (!findings.empty())
        fmt::print(
            "没有发布，站点没有改动。请在原表里删去或遮盖这些内容后重新导入（草稿会被更新）；本单位自己的电话、"
            "邮箱写进 site.toml 的 public_contacts 后可以公开；“可能是”的经人看过确可公开，把所在的词句写进 "
            "reviewed_phrases\n");
}

nlohmann::json findings_json(const std::vector<publish::GateFinding>& findings) {
    nlohmann::json list = nlohmann::json::array();
    for (const publish::GateFinding& finding : findings)
        list.push_back({{"place", finding.place},
                        {"source", finding.source},
                        {"advice", finding.advice},
                        {"what", finding.what},
                        {"masked", finding.masked},
                        {"held", finding.held}});
    return list;
}

}  // namespace generator
