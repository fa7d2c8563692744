#include "generator/pages/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "records/fields.h"
#include "records/result_codes.h"
#include "text/date.h"

namespace pages {
namespace {

struct Word {
    std::string_view key, word, style;
};
constexpr std::array<Word, 28> state_words{{{"未开始", "未开始", "open"},
                                            {"进行中", "进行中", "open"},
                                            {"已完成", "已完成", "good"},
                                            {"逾期", "逾期", "bad"},
                                            {"已公开结果", "结果已公开", "good"},
                                            {"未到期", "未到期", "open"},
                                            {"没有期限规定", "没有期限规定，不判断", "open"},
                                            {"逾期未公开", "逾期未公开", "bad"},
                                            {"不予公开", "不予公开", "open"},
                                            {"未完结", "未完结", "warn"},
                                            {"已完结", "已完结", "good"},
                                            {"met", "按期", "good"},
                                            {"overdue", "逾期", "bad"},
                                            {"late", "逾期完成", "warn"},
                                            {"open", "未到期", "open"},
                                            {"unknown", "缺少日期，无法判断", "open"},
                                            {"现行有效", "现行有效", "good"},
                                            {"已有新版本", "已有新版本", "open"},
                                            {"已失效", "已失效", "open"},
                                            {"已废止", "已废止", "open"},
                                            {"名单待公开", "名单待公开", "open"},
                                            {"名单已公开", "名单已公开", "good"},
                                            {"名单不公开", "名单不公开", "open"},
                                            {"名单未收到", "到期未收到名单", "bad"},
                                            {"已撤回", "已撤回", "open"},
                                            {"新增", "新增", "good"},
                                            {"取消", "取消", "open"},
                                            {"修改", "修改", "warn"}}};

}  // namespace

std::string date_words(std::string_view iso) {
    const auto date = text::parse_iso(iso.substr(0, 10));
    if (!date) return std::string(iso);
    if (iso.size() == std::string_view("2026-11-18").size()) return text::chinese(*date);
    if (const auto moment = text::parse_moment(iso)) return text::chinese(*moment);
    return text::chinese(*date);
}

std::string day_words(std::string_view iso) {
    const auto date = text::parse_iso(iso.substr(0, 10));
    if (!date) return std::string(iso);
    return fmt::format("{}月{}日", static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day()));
}

std::int64_t days_between(std::string_view from, std::string_view to) {
    const auto first = text::parse_iso(from.substr(0, 10)), last = text::parse_iso(to.substr(0, 10));
    return first && last ? text::days_between(*first, *last) : 0;
}

State state_of(std::string_view word) {
    for (const Word& known : state_words)
        if (known.key == word) return {std::string(known.word), known.style};
    return {std::string(word), "open"};
}

State result_state(const records::PublicDrawnObject& row) {
    if (row.state == "已公开结果" && row.result == 0) return {"结果已撤回或公示期满", "open"};
    return state_of(row.state);
}

State outcome_of(const records::PublicResult& result) {
    std::vector<std::string> terms;
    for (const std::string& code : result.facts.codes) {
        if (const records::ResultCode* known = records::result_code(code)) terms.emplace_back(known->term);
    }
    std::string words = terms.empty() ? result.facts.outcome : joined(terms, "；");
    if (result.problem_found) return {std::move(words), "warn"};
    const bool clean = terms.size() == 1 && result.facts.codes.front() == "no_problem";
    return {std::move(words), clean ? "good" : "open"};
}

std::string methods_words(const std::vector<std::string>& methods) {
    std::vector<std::string> terms;
    for (const std::string& method : methods) {
        const records::MethodCode* known = records::method_code(method);
        terms.push_back(known ? std::string(known->term) : method);
    }
    return joined(terms);
}

std::string term(std::string_view field) {
    constexpr std::string_view own_column = "column:";
    if (field.starts_with(own_column)) field.remove_prefix(own_column.size());
    for (const std::string_view kind : {"plans", "items"})
        if (const records::Field* known = records::find_field(kind, field)) return std::string(known->term);
    return std::string(field);
}

State validity_of(const records::DocumentHead& head, bool newest, std::string_view as_of) {
    if (!head.abolished_on.empty() && head.abolished_on <= as_of) return state_of("已废止");
    if (!head.valid_until.empty() && head.valid_until < as_of) return state_of("已失效");
    return state_of(newest ? "现行有效" : "已有新版本");
}

std::string edition_words(int number, bool item_list) {
    if (number == 0) return item_list ? "首次公布" : "原计划";
    return fmt::format("第{}次{}", number, item_list ? "修订" : "调整");
}

ListedDay listed_day(const records::DocumentHead& head) {
    if (!head.published_on.empty() || head.written_on.empty()) return {head.published_on.substr(0, 10), ""};
    return {head.written_on.substr(0, 10), "成文日期，未注明发布日期"};
}

ListedDay listed_day(const records::DrawFacts& draw) {
    if (!draw.published_on.empty() || draw.drawn_at.empty()) return {draw.published_on.substr(0, 10), ""};
    return {draw.drawn_at.substr(0, 10), "抽取日期，未注明公开日期"};
}

State list_state(const records::PublicDraw& draw) {
    if (!draw.standing.withdrawn_on.empty()) return state_of("已撤回");
    if (!draw.draw.list_public) return state_of("名单不公开");
    if (!draw.revealed) return state_of("名单待公开");
    return state_of(draw.listed + draw.withheld == 0 ? "名单未收到" : "名单已公开");
}

std::string drawn_words(const records::PublicDraw& draw) {
    if (!draw.standing.withdrawn_on.empty()) return {};
    if (draw.revealed && draw.listed + draw.withheld > 0) return fmt::format("{}", draw.listed + draw.withheld);
    return draw.draw.target ? fmt::format("应抽 {}", *draw.draw.target) : std::string();
}

std::string overdue_words(const records::PublicSite::Totals& totals) {
    if (totals.unjudged_results == 0) return fmt::format("{}", totals.overdue_results);
    if (totals.overdue_results == 0) return fmt::format("不判断（{} 户没有期限规定）", totals.unjudged_results);
    return fmt::format("{}（另有 {} 户没有期限规定）", totals.overdue_results, totals.unjudged_results);
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
    return fmt::format("{}", fmt::join(texts, separator));
}

}  // namespace pages
