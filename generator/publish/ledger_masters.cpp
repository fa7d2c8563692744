#include "generator/publish/ledger_masters.h"

#include "generator/publish/column_words.h"
#include "records/fields.h"

namespace publish {

using records::Id;

namespace {

std::string title(const records::RuleFacts& rule) {
    return rule.code + " " + rule.requirement;
}
std::string title(const records::DeclaredFigure& figure) {
    return figure.name + "（" + (figure.department.empty() ? "" : figure.department + "，") +
           std::to_string(figure.year) + "年度）";
}
std::string title(const records::RuleException& exception) {
    return "规则 " + exception.rule + " 的例外";
}

std::string term(std::string_view sheet, const std::string& field) {
    const records::Field* known = records::find_field(sheet, field);
    return known == nullptr ? field : std::string(known->term);
}

/// "阈值：≥30% → ≥20%；施行日期：（空） → 2026年1月1日", or "改了 阈值、施行日期" where the words are not for readers.
std::string told(std::string_view sheet, const std::vector<ChangedColumn>& changes, bool words) {
    const auto or_none = [](const std::string& value) { return value.empty() ? std::string("（空）") : value; };
    std::string text;
    for (const ChangedColumn& change : changes) {
        text += text.empty() ? (words ? "" : "改了 ") : (words ? "；" : "、");
        text += term(sheet, change.field);
        if (words) text += "：" + or_none(change.before) + " → " + or_none(change.after);
    }
    return text;
}

struct Kind {
    std::string name;   // in the log
    std::string sheet;  // whose fields the columns are
};

/// `shown`: whether the words of this row may be told.
template <typename Facts>
void log_row(const Kind& kind, Id id, const std::vector<records::FactState<Facts>>& states, bool shown,
             Ledger& ledger) {
    const auto entry = [&](const records::FactState<Facts>& state, const char* action, const std::string& reason) {
        ledger.add({0, state.stamp.publication, state.stamp.as_of, action, kind.name, state.facts.office, id,
                    title(state.facts), 1, reason},
                   std::string_view(action) == "corrected");
    };
    entry(states.front(), "published", "");
    std::size_t hidden_to = 0;  // states before this one are not for disclosure
    for (std::size_t i = 1; i < states.size(); ++i)
        if (states[i].stamp.hides_former) hidden_to = i;
    for (std::size_t i = 1; i < states.size(); ++i) {
        const auto changes = changed_columns(column_words(states[i - 1].facts), column_words(states[i].facts));
        const bool hidden = i <= hidden_to;
        if (!changes.empty())
            entry(states[i], "corrected",
                  told(kind.sheet, changes, shown && !hidden) + (hidden ? "；更正前的内容依法不公开" : ""));
    }
}

}  // namespace

void log_masters(records::Portal& portal, records::Portal::Which which,
                 const std::function<bool(const records::RuleException&)>& shown, Ledger& ledger) {
    records::Portal::MasterHistories use;
    use.rule = [&](Id id, const auto& states) { log_row({"rule", "rules"}, id, states, true, ledger); };
    use.declared_figure = [&](Id id, const auto& states) {
        log_row({"declared_figure", "declared-figures"}, id, states, true, ledger);
    };
    use.rule_exception = [&](Id id, const auto& states) {
        log_row({"rule_exception", "rule-exceptions"}, id, states, shown(states.front().facts), ledger);
    };
    portal.each_master_history(which, use);
}

}  // namespace publish
