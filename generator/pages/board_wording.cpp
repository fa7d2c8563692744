#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <variant>

#include "generator/duties/thresholds.h"
#include "generator/output/digest.h"
#include "generator/pages/board.h"
#include "generator/pages/row_pages.h"
#include "text/utf8.h"

namespace pages {
namespace {

/// 04-01 → 4月1日, 每月20 → 每月20日, 04-10、07-10 → 4月10日、7月10日; any other text as it is.
std::string fixed_words(std::string_view dates) {
    constexpr std::string_view separator = "、", monthly = "每月";
    std::vector<std::string> words;
    while (true) {
        const std::size_t end = dates.find(separator);
        const std::string one(dates.substr(0, end));
        if (one.size() == 5 && one[2] == '-')
            words.push_back(day_words("2000-" + one));
        else if (one.starts_with(monthly) && one.find_first_not_of("0123456789", monthly.size()) == std::string::npos)
            words.push_back(one + "日");
        else
            words.push_back(date_words(one));
        if (end == std::string_view::npos) break;
        dates.remove_prefix(end + separator.size());
    }
    return joined(words);
}

std::string_view unit_words(std::string_view unit) {
    if (unit == "working_day" || unit == "工作日") return "个工作日";
    if (unit == "month" || unit == "月") return "个月";
    if (unit == "day" || unit == "天" || unit == "日" || unit.empty()) return "天";
    return unit;
}

bool is_deadline(const records::RuleFacts& rule) {
    return rule.kind == "期限" || rule.kind == "deadline";
}

/// A device's name is no folder on Windows, where the offline site is read too: com1, lpt9.
bool is_device(std::string_view name) {
    return name.size() == 4 && (name.starts_with("com") || name.starts_with("lpt"));
}

bool is_plain(std::string_view code) {
    constexpr std::size_t longest = 40;
    return !code.empty() && code.size() <= longest && code.front() != '-' && code.back() != '-' &&
           code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos &&
           code.find_first_of("0123456789") != std::string_view::npos && !code.starts_with("r-") && !is_device(code);
}

}  // namespace

void StandingCounts::add(std::string_view state) {
    ++(state == "met" ? met : state == "not_met" ? not_met : state == "not_due" ? not_due : unjudged);
}
std::int64_t StandingCounts::of(std::string_view state) const {
    return state == "met" ? met : state == "not_met" ? not_met : state == "not_due" ? not_due : unjudged;
}

StandingCounts counts_of(const std::vector<records::PublicFinding>& findings, records::Id department) {
    StandingCounts counts;
    for (const records::PublicFinding& finding : findings)
        if (finding.department == department) counts.add(finding.state);
    return counts;
}

const std::vector<std::string>& standings() {
    static const std::vector<std::string> order{"not_met", "not_due", "unjudged", "met"};
    return order;
}

std::optional<int> current_year(const Site& site, records::PublicSite& records, std::string_view area) {
    const std::vector<int> years = records.finding_years(area);
    if (years.empty()) return std::nullopt;
    for (const int year : years)
        if (fmt::format("{}", year) == site.facts.as_of.substr(0, 4)) return year;
    return years.front();
}

std::string rule_slug(std::string_view code) {
    constexpr std::size_t digits = 16;
    if (is_plain(code)) return std::string(code);
    return "r-" + output::hex(output::sha256(code)).substr(0, digits);
}
std::string rule_anchor(std::string_view code) {
    return "rule-" + rule_slug(code);
}
std::string board_address(std::string_view area, int year, records::Id department) {
    if (department == 0) return fmt::format("rules/{}/{}/", area, year);
    return fmt::format("rules/{}/{}/departments/{}/", area, year, department);
}
std::string duty_address(std::string_view area, int year, std::string_view code) {
    return fmt::format("rules/{}/{}/{}/", area, year, rule_slug(code));
}

State standing_of(std::string_view state) {
    if (state == "met") return {"达到", "good"};
    if (state == "not_met") return {"未达到", "bad"};
    if (state == "not_due") return {"未到期", "open"};
    return {"不能判断", "unknown"};
}
State standing_of(const Duty& duty) {
    if (duty.finding.state == "unjudged" && informational(duty.rule) && duty.finding.numerator)
        return {"只公布数字", "unknown"};
    return standing_of(duty.finding.state);
}

bool a_part_is_enough(const records::RuleFacts& rule) {
    const auto read = duties::read_threshold(rule.threshold);
    const auto* threshold = std::get_if<duties::Threshold>(&read);
    constexpr std::int64_t whole = 1'000'000;
    return threshold != nullptr && !threshold->upper() && (!threshold->percent || threshold->value < whole);
}

State outcome_of(const Duty& duty, std::string_view outcome) {
    if (outcome == "excepted") return {"例外", "warn"};
    if (outcome == "open") return {"未到期", "open"};
    const bool counted = outcome == "counted";
    if (is_deadline(duty.rule)) return counted ? State{"按期", "good"} : State{"逾期", "bad"};
    if (informational(duty.rule) || a_part_is_enough(duty.rule)) return {counted ? "计入" : "未计入", "open"};
    return counted ? State{"符合", "good"} : State{"不符合", "bad"};
}

std::string percent_of(const Duty& duty) {
    const auto& [numerator, denominator] = std::pair(duty.finding.numerator, duty.finding.denominator);
    constexpr std::int64_t largest = 1'000'000'000'000;
    if (!numerator || !denominator || *denominator <= 0 || *numerator < 0 || *numerator > largest) return {};
    // Towards the side on which the threshold is not reached.
    const std::int64_t thousandths = *numerator * 1000, extra = upper(duty.rule) ? *denominator - 1 : 0;
    const std::int64_t tenths = (thousandths + extra) / *denominator;
    return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

std::string figure_of(const Duty& duty) {
    if (!duty.finding.numerator) return {};
    if (!duty.finding.denominator) return fmt::format("{}", *duty.finding.numerator);
    const std::string percent = percent_of(duty);
    return fmt::format("{}/{}{}", *duty.finding.numerator, *duty.finding.denominator,
                       percent.empty() ? "" : " = " + percent);
}

std::string period_words(const records::RuleFacts& rule) {
    if (is_deadline(rule) && !rule.fixed_date.empty()) return fmt::format("{}前", fixed_words(rule.fixed_date));
    if (!rule.length) return {};
    return fmt::format("{}{}{}内", rule.start_event.empty() ? "" : fmt::format("{}起 ", rule.start_event), *rule.length,
                       unit_words(rule.unit));
}

std::string threshold_words(const records::RuleFacts& rule) {
    const std::string period = period_words(rule);
    if (rule.threshold.empty()) return period;
    return period.empty() ? rule.threshold : fmt::format("{}，{}", period, rule.threshold);
}

std::string short_name(const records::RuleFacts& rule) {
    constexpr std::size_t most = 16;  // characters
    if (!rule.subject.empty()) return rule.subject;
    const std::string_view begin = text::truncate(rule.requirement, most);
    return begin.size() < rule.requirement.size() ? fmt::format("{}…", begin) : rule.requirement;
}

std::string source_words(const records::RuleFacts& rule) {
    const std::string& document = rule.document_number.empty() ? rule.document : rule.document_number;
    return rule.clause.empty() ? document : fmt::format("{} {}", document, rule.clause);
}

bool upper(const records::RuleFacts& rule) {
    const auto threshold = duties::read_threshold(rule.threshold);
    const auto* read = std::get_if<duties::Threshold>(&threshold);
    return !rule.threshold.empty() && read != nullptr && read->upper();
}

bool informational(const records::RuleFacts& rule) {
    return rule.threshold.empty() && !is_deadline(rule);
}

std::string counts_words(const StandingCounts& counts) {
    std::vector<std::string> words;
    for (const std::string_view state : {"met", "not_met", "not_due", "unjudged"})
        if (counts.of(state) > 0) words.push_back(fmt::format("{} {} 条", standing_of(state).word, counts.of(state)));
    return joined(words, "，");
}

std::int64_t missing_of(const Duty& duty) {
    const records::PublicFinding& finding = duty.finding;
    if (finding.department == 0 || !finding.numerator || !finding.denominator || duty.declared)
        return duty.rows.count("missing", finding.department);
    return upper(duty.rule) ? *finding.numerator : std::max<std::int64_t>(0, *finding.denominator - *finding.numerator);
}

std::string rows_address(const Board& board, const Duty& duty, std::string_view outcome) {
    const RowGroup* group = duty.rows.find(outcome, board.department.id);
    if (group == nullptr) group = duty.rows.find(outcome, 0);
    if (!duty.rows.paged || group == nullptr) return {};
    return fmt::format("{}#{}",
                       numbered_address(duty_address(board.office.area, board.year, duty.rule.code), group->page),
                       group->anchor);
}

std::string numerator_address(const Board& board, const Duty& duty) {
    return rows_address(board, duty, upper(duty.rule) ? "missing" : "counted");
}

std::string denominator_address(const Board& board, const Duty& duty) {
    if (!duty.rows.paged) return {};
    return duty_address(board.office.area, board.year, duty.rule.code) + (duty.declared       ? "#declared"
                                                                          : duty.rows.all > 0 ? "#rows"
                                                                                              : "");
}

std::vector<std::string> notes_of(const Duty& duty) {
    const records::PublicFinding& finding = duty.finding;
    std::vector<std::string> notes;
    if (duty.declared)
        notes.push_back(fmt::format("分母是申报数：{} {}（来源：{}{}）。", duty.declared->name, duty.declared->value,
                                    duty.declared->source.empty() ? "没有写明" : duty.declared->source,
                                    duty.declared->as_of.empty() ? "" : "，截至" + date_words(duty.declared->as_of)));
    if (finding.excepted > 0) {
        std::vector<std::string> reasons;
        for (const auto& [reason, count] : duty.rows.reasons)
            if (finding.department == 0) reasons.push_back(fmt::format("{} {} 项", reason, count));
        notes.push_back(fmt::format("例外 {} 项，不计入分母{}{}。", finding.excepted, reasons.empty() ? "" : "：",
                                    joined(reasons, "；")));
    }
    if (finding.open > 0) notes.push_back(fmt::format("未到期 {} 项，还不计入。", finding.open));
    if (!finding.final_on.empty())
        notes.push_back(fmt::format("判断日是{}{}：在这之前，不够的算未到期。", date_words(finding.final_on),
                                    finding.provisional ? "（暂定）" : ""));
    else if (finding.provisional)
        notes.push_back("有的期限是暂定的：那一年的节假日安排还没有公布。");
    return notes;
}

}  // namespace pages
