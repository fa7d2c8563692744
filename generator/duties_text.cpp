#include "generator/duties_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace generator {

namespace {

using publish::Duty;

constexpr std::size_t named_rows = 5;

std::string_view term_of(const std::string& state) {
    return state == "met" ? "达到" : state == "not_met" ? "未达到" : state == "not_due" ? "未到期" : "不能判断";
}

std::string figure_of(const Duty& duty) {
    std::string figure;
    if (duty.numerator) figure = fmt::format("，{}", *duty.numerator);
    if (duty.numerator && duty.denominator) figure += fmt::format("/{}", *duty.denominator);
    if (duty.overdue > 0) figure += fmt::format("，逾期 {}", duty.overdue);
    if (duty.late > 0) figure += fmt::format("，逾期完成 {}", duty.late);
    if (const auto missing = duty.missing - duty.overdue - duty.late; missing > 0)
        figure += fmt::format("，缺 {}", missing);
    if (duty.excepted > 0) figure += fmt::format("，例外 {}", duty.excepted);
    if (duty.open > 0) figure += fmt::format("，未到期 {}", duty.open);
    if (duty.provisional) figure += "，期限暂定";
    return figure;
}

std::string_view term_of(const publish::DutyRow& row) {
    return row.overdue ? "逾期" : row.late ? "逾期完成" : "缺";
}

std::string lines_of(const Duty& duty) {
    std::string lines = fmt::format("{} {} {}年 规则 {}（{}）{}：{}{}{}\n", duty.missed ? "✕" : "!", duty.office_name,
                                    duty.year, duty.rule, duty.clause, duty.requirement, term_of(duty.state),
                                    figure_of(duty), duty.reason.empty() ? "" : "，" + duty.reason);
    const std::size_t named = std::min(duty.missing_rows.size(), named_rows);
    for (std::size_t i = 0; i < named; ++i) {
        const publish::DutyRow& row = duty.missing_rows[i];
        const std::string name =
            row.name.empty() ? row.reason.empty() ? "（不列名）" : "（" + row.reason + "）" : row.name;
        const std::string due = row.due_on.empty() ? "" : "，应于 " + row.due_on;
        const std::string done = row.done_on.empty() ? "" : "，实际 " + row.done_on;
        lines += fmt::format("    {} {}{}{}\n", term_of(row), name, due, done);
    }
    if (duty.missing > static_cast<std::int64_t>(named))
        lines += fmt::format("    ……另有 {} 个\n", duty.missing - static_cast<std::int64_t>(named));
    return lines;
}

std::string excepted_lines(const Duty& duty) {
    std::string lines;
    for (std::size_t i = 0; i < std::min(duty.excepted_rows.size(), named_rows); ++i)
        if (const publish::DutyRow& row = duty.excepted_rows[i]; !row.name.empty())
            lines += fmt::format("    例外（规则 {}）{}：{}\n", duty.rule, row.name, row.reason);
    return lines;
}

nlohmann::json rows_json(const std::vector<publish::DutyRow>& rows) {
    nlohmann::json list = nlohmann::json::array();
    for (const publish::DutyRow& row : rows)
        list.push_back({{"kind", row.kind},
                        {"code", row.code},
                        {"name", row.name},
                        {"due_on", row.due_on},
                        {"done_on", row.done_on},
                        {"reason", row.reason},
                        {"overdue", row.overdue},
                        {"late", row.late}});
    return list;
}

}  // namespace

std::string duties_text(const publish::DutyReport& report) {
    std::string lines;
    std::map<std::string, std::map<std::string_view, int>> others;  // by office and state
    for (const Duty& duty : report.duties) {
        if (!duty.department.empty()) continue;
        if (duty.missed || (duty.state == "unjudged" && !duty.only_shown))
            lines += lines_of(duty);
        else
            ++others[duty.office_name][duty.only_shown ? "只公布数字" : term_of(duty.state)];
        lines += excepted_lines(duty);
    }
    for (const auto& [office, states] : others) {
        lines += fmt::format("· {} 其他规则：", office);
        for (const auto& [state, count] : states) lines += fmt::format("{} {} 条  ", state, count);
        lines += "\n";
    }
    for (const std::string& missing : report.no_figure)
        lines += fmt::format("! {}；导入申报数表后才能判断（gongshi template declared-figures）\n", missing);
    return lines;
}

nlohmann::json duties_json(const publish::DutyReport& report) {
    nlohmann::json list = nlohmann::json::array();
    for (const Duty& duty : report.duties) {
        nlohmann::json one{{"office", duty.office},
                           {"department", duty.department},
                           {"rule", duty.rule},
                           {"clause", duty.clause},
                           {"requirement", duty.requirement},
                           {"year", duty.year},
                           {"state", duty.state},
                           {"reason", duty.reason},
                           {"final_on", duty.final_on},
                           {"missing", duty.missing},
                           {"excepted", duty.excepted},
                           {"open", duty.open},
                           {"overdue", duty.overdue},
                           {"late", duty.late},
                           {"provisional", duty.provisional},
                           {"missed", duty.missed},
                           {"rows_missing", rows_json(duty.missing_rows)},
                           {"rows_excepted", rows_json(duty.excepted_rows)}};
        one["numerator"] = duty.numerator ? nlohmann::json(*duty.numerator) : nlohmann::json();
        one["denominator"] = duty.denominator ? nlohmann::json(*duty.denominator) : nlohmann::json();
        list.push_back(std::move(one));
    }
    return list;
}

}  // namespace generator
