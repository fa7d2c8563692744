// Rule rows 规则: a row of the sheet 规则 read into what a machine judges by, with everything that is wrong with it.
// The import refuses what is wrong, the judge works with what was read. Pure over values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/duties/rule_language.h"
#include "generator/duties/thresholds.h"
#include "records/facts.h"

namespace duties {

struct ReadRule {
    bool deadline = false;  // 期限: judged by due days; else by its figure
    std::optional<Expression> numerator, denominator, excepted;
    std::optional<Threshold> threshold;
    const DeadlineSubject* subject = nullptr;  // of a deadline
    const EventTerm* event = nullptr;          // 起算事件
};

struct RuleProblem {
    std::string_view field;  // of fields.h: numerator, subject, …
    std::string reason;      // Chinese: what is wrong
    std::string suggestion;  // what to do; may be empty
};

struct RuleReading {
    ReadRule rule;
    records::RuleFacts facts;  // as given, every expression, date and word in its standard spelling
    std::vector<RuleProblem> problems;
};

/// Whether a rule's kind is 期限.
bool is_deadline(const records::RuleFacts& rule);

/// Reads all columns; of a rule that is not judged by a machine, what is written must be right too.
RuleReading read_rule(const records::RuleFacts& rule);

}  // namespace duties
