#include "generator/duties/rule_rows.h"

#include <algorithm>

#include "generator/duties/fixed_dates.h"

namespace duties {

namespace {

constexpr int longest_period = 3650;

std::string among(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) text += (text.empty() ? "" : "、") + std::string(word);
    return text;
}

template <typename Entry>
std::vector<std::string_view> terms_of(const std::vector<Entry>& entries) {
    std::vector<std::string_view> terms;
    for (const Entry& entry : entries) terms.push_back(entry.term);
    return terms;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
    const auto near = nearest(word, known);
    return near.empty() ? "应是 " + among(known) + " 之一"
                        : "是不是 " + among(near) + "？应是 " + among(known) + " 之一";
}

/// Reads the columns of one rule into `reading`.
class RuleReader {
  public:
    explicit RuleReader(const records::RuleFacts& rule) {
        reading_.facts = rule;
        reading_.rule.deadline = is_deadline(rule);
    }

    RuleReading read() {
        reading_.rule.numerator = expression("numerator", facts().numerator);
        reading_.rule.denominator = expression("denominator", facts().denominator);
        reading_.rule.excepted = expression("excepted", facts().excepted);
        threshold();
        dates();
        words();
        if (reading_.problems.empty()) reading_.rule.deadline ? deadline() : figure();
        return std::move(reading_);
    }

  private:
    records::RuleFacts& facts() { return reading_.facts; }
    const ReadRule& rule() const { return reading_.rule; }
    void problem(std::string_view field, std::string reason, std::string suggestion = {}) {
        reading_.problems.push_back({field, std::move(reason), std::move(suggestion)});
    }

    std::optional<Expression> expression(std::string_view field, std::string& text) {
        if (text.empty()) return std::nullopt;
        const auto answer = read_expression(text);
        if (const auto* wrong = std::get_if<Unreadable>(&answer)) {
            problem(field, wrong->sentence(), "可以写的词见 docs/rules.md");
            return std::nullopt;
        }
        text = to_text(std::get<Expression>(answer));
        return std::get<Expression>(answer);
    }

    void threshold() {
        if (facts().threshold.empty()) return;
        const auto answer = read_threshold(facts().threshold);
        if (const auto* wrong = std::get_if<Unreadable>(&answer)) return problem("threshold", wrong->reason);
        reading_.rule.threshold = std::get<Threshold>(answer);
        facts().threshold = to_text(*rule().threshold);
    }

    void dates() {
        if (facts().length && (*facts().length < 0 || *facts().length > longest_period))
            problem("length", "期限长度不合理");
        if (!facts().effective_on.empty() && !facts().ended_on.empty() && facts().ended_on < facts().effective_on)
            problem("ended_on", "失效日期早于施行日期");
        if (facts().fixed_date.empty()) return;
        const auto answer = read_fixed_dates(facts().fixed_date);
        if (const auto* wrong = std::get_if<Unreadable>(&answer)) return problem("fixed_date", wrong->sentence());
        facts().fixed_date = std::get<std::string>(answer);
    }

    void words() {
        if (!facts().start_event.empty()) {
            reading_.rule.event = find_event(facts().start_event);
            if (rule().event == nullptr)
                problem("start_event", "不认识的起算事件“" + facts().start_event + "”",
                        suggestion(facts().start_event, terms_of(events())));
            else
                facts().start_event = rule().event->term;
        }
        if (!rule().deadline) return;
        reading_.rule.subject = find_deadline_subject(facts().subject);
        if (rule().subject != nullptr)
            facts().subject = rule().subject->term;
        else if (facts().machine_judged)
            problem("subject", "自动判断的期限规则，不认识它的规则对象“" + facts().subject + "”",
                    suggestion(facts().subject, terms_of(deadline_subjects())));
    }

    void deadline() {
        if (!facts().machine_judged) return;
        const bool counted_from_event = rule().event != nullptr && facts().length && !facts().unit.empty();
        if (facts().fixed_date.empty() && !counted_from_event)
            return problem("machine_judged", "自动判断的期限规则没有期限",
                           "写固定日期，或者写起算事件、期限长度和期限单位；由人判断的写否");
        if (facts().fixed_date.empty()) event_has_day();
        if (rule().denominator)
            problem("denominator", "期限规则不写分母：分母是已经到期或已经办结的件数",
                    "删去分母；只看一部分的写在分子中");
        const Noun noun = rule().subject->noun;
        same_noun("numerator", rule().numerator, noun);
        same_noun("excepted", rule().excepted, noun);
        if (noun == Noun::report && (rule().numerator || rule().excepted))
            problem(rule().numerator ? "numerator" : "excepted", "报送的期限规则不能再写条件");
        if (rule().threshold && (rule().threshold->upper() || !rule().threshold->percent))
            problem("threshold", "期限规则的阈值是按期办结的百分比", "例如 ≥80%；不写就是 100%");
    }

    /// The day a period begins with must be one of the row's; of a report that of the task it is about.
    void event_has_day() {
        const Noun noun = rule().subject->noun == Noun::report ? Noun::task : rule().subject->noun;
        const auto& days = rule().event->days;
        if (std::any_of(days.begin(), days.end(), [&](const EventTerm::Day& day) { return day.noun == noun; })) return;
        std::vector<std::string_view> fitting;
        for (const EventTerm& event : events())
            for (const EventTerm::Day& day : event.days)
                if (day.noun == noun) fitting.push_back(event.term);
        problem("start_event", "“" + facts().subject + "”的期限不能从“" + facts().start_event + "”起算",
                fitting.empty() ? "写固定日期" : "可以从 " + among(fitting) + " 起算");
    }

    void figure() {
        if (!rule().numerator) {
            if (rule().denominator) problem("numerator", "写了分母，没有写分子");
            if (rule().excepted) problem("numerator", "写了例外条件，没有写分子");
            if (facts().machine_judged && !rule().denominator)
                problem("machine_judged", "自动判断，却没有写分子", "写明数什么；由人判断的写否");
            return;
        }
        const bool declared = rule().numerator->noun == Noun::declared;
        if (rule().denominator && rule().denominator->noun != Noun::declared) {
            if (declared)
                problem("denominator", "分子是申报数时，分母也应是申报数或留空");
            else
                same_noun("denominator", rule().denominator, rule().numerator->noun);
        }
        if (declared && rule().excepted) problem("excepted", "申报数没有可以除外的行");
        if (!declared) same_noun("excepted", rule().excepted, rule().numerator->noun);
        if (rule().threshold && rule().threshold->percent && !rule().denominator)
            problem("denominator", "阈值是百分比，没有写分母");
        if (is_monthly(facts().fixed_date) || facts().fixed_date.find("、") != std::string::npos)
            problem("fixed_date", "不是期限的规则只能写一个固定日期", "写数字最终确定的那一天，例如 12-31");
    }

    void same_noun(std::string_view field, const std::optional<Expression>& expression, Noun noun) {
        if (!expression || expression->noun == noun) return;
        problem(field,
                "这里数的是“" + std::string(table_of(expression->noun).term) + "”，应当数“" +
                    std::string(table_of(noun).term) + "”",
                "分子、分母、例外条件和期限的对象要数同一种东西；分母也可以是申报数");
    }

    RuleReading reading_;
};

}  // namespace

bool is_deadline(const records::RuleFacts& rule) {
    return rule.kind == "期限" || rule.kind == "deadline";
}

RuleReading read_rule(const records::RuleFacts& rule) {
    return RuleReader(rule).read();
}

}  // namespace duties
