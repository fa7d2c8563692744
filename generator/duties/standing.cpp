#include "generator/duties/standing.h"

namespace duties {

namespace {

void unjudged(Finding& finding, std::string reason) {
    finding.standing = Standing::unjudged;
    finding.reason = std::move(reason);
}

std::string no_rows(const Finding& finding, std::string_view noun) {
    if (finding.excepted > 0) return "全部是例外";
    return std::string("该年度没有可数的") + std::string(noun);
}

void settle_deadline(Finding& finding, const ReadRule& rule, const RowsUnclear& unclear) {
    const Threshold threshold = rule.threshold.value_or(Threshold{Comparison::at_least, true, 1'000'000});
    const std::int64_t done = finding.counted, due = finding.counted + finding.missing;
    if (due == 0 && finding.open > 0) {
        finding.standing = Standing::not_due;
        return;
    }
    if (due == 0 && unclear.without_start > 0) return unjudged(finding, "没有填写起算日期");
    if (due == 0) return unjudged(finding, no_rows(finding, table_of(rule.subject->noun).term));
    if (reached(threshold, done, due) == true)
        finding.standing = Standing::met;
    else if (finding.open > 0 && reached(threshold, done + finding.open, due + finding.open) == true)
        finding.standing = Standing::not_due;
    else if (unclear.missing_provisional > 0 && reached(threshold, done + unclear.missing_provisional, due) == true)
        unjudged(finding, "期限暂定：没有载入那一年的放假通知");
    else
        finding.standing = Standing::not_met;
}

}  // namespace

void settle(Finding& finding, const ReadRule& rule, const RowsUnclear& unclear, std::string_view as_of) {
    if (unclear.no_reports) return unjudged(finding, "没有登记过报送记录");
    if (!unclear.missing_figure.empty()) return unjudged(finding, "没有申报数“" + unclear.missing_figure + "”");
    if (rule.deadline) return settle_deadline(finding, rule, unclear);
    if (finding.denominator == 0)
        return unjudged(finding,
                        finding.declared ? "申报数是 0" : no_rows(finding, table_of(rule.denominator->noun).term));
    if (!rule.threshold) return unjudged(finding, "只公布数字，没有阈值");
    if (reached(*rule.threshold, finding.numerator, finding.denominator) == true)
        finding.standing = Standing::met;
    else if (!rule.threshold->upper() && !finding.final_day.empty() && as_of <= finding.final_day)
        finding.standing = Standing::not_due;
    else
        finding.standing = Standing::not_met;
}

}  // namespace duties
