// The public columns of a fact in the words readers see, so that two states of it can be held against each other.
// Pure over values. Knows columns, not who may see them: whoever asks has judged the fact's visibility, and gives the
// cells of plan and item rows already filtered (Visibility::public_cells).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "records/duty_facts.h"
#include "records/facts.h"

namespace publish {

struct ColumnWords {
    std::string field;  // the column's name in public.db
    std::string words;  // empty: the column is
    bool operator==(const ColumnWords&) const = default;
};
using AllColumns = std::vector<ColumnWords>;

/// In the order the pages show them. `departments`: names by id.
AllColumns column_words(const records::ResultFacts& result, const std::map<records::Id, std::string>& departments);
AllColumns column_words(const records::FollowUpFacts& follow_up);
AllColumns column_words(const records::PenaltyFacts& penalty);
AllColumns column_words(const records::DrawFacts& draw);
AllColumns column_words(const records::DrawnObject& row);
AllColumns column_words(const records::ObjectFacts& object);  // the name alone: the rest is the register's
AllColumns column_words(const records::Edition& edition);     // the head
AllColumns column_words(const records::Cells& cells);
// Of master data all but what the row is known by.
AllColumns column_words(const records::RuleFacts& rule);
AllColumns column_words(const records::DeclaredFigure& figure);
AllColumns column_words(const records::RuleException& exception);

struct ChangedColumn {
    std::string field, before, after;
    bool operator==(const ChangedColumn&) const = default;
};
/// The columns whose words differ, those of `after` first; a column that one of them lacks is empty there.
std::vector<ChangedColumn> changed_columns(const AllColumns& before, const AllColumns& after);

}  // namespace publish
