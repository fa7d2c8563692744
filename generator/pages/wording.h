// How facts are put into words for readers: dates, states with their mark, field terms, digits. Plain Chinese, no HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "records/public_site.h"

namespace pages {

/// "2024-03-19" → "2024年3月19日"; any other text as it is.
std::string date_words(std::string_view iso);
/// "2024-03-19" → "3月19日"; any other text as it is.
std::string day_words(std::string_view iso);
/// Days from one ISO date to another (negative when it is past); 0 when one of them is no date.
std::int64_t days_between(std::string_view from, std::string_view to);

/// A word that says how something stands, and the style class that gives it its mark and colour: ✓ good, ! warn, ✕ bad,
/// ◌ open (style.css). Never colour alone.
struct State {
    std::string word;
    std::string_view style;
};
/// The state as records have it (已完成 逾期未公开 met overdue …), in words.
State state_of(std::string_view word);
/// Whether the result about a drawn object is public: one that was, and is only a tombstone any more, is told as such.
State result_state(const records::PublicDrawnObject& row);
/// The outcome of an inspection, in the words of the code table.
State outcome_of(const records::PublicResult& result);

/// 检查方式 in the words of the code table, other words as they are: "实地检查、网络监测".
std::string methods_words(const std::vector<std::string>& methods);

/// The Chinese term of a field of a plan or item row; the header itself for columns the office added.
std::string term(std::string_view field);

/// 公开方式, 有效性 of a document on its own words: 现行有效, 已失效, 已废止, 已被新版本替代.
State validity_of(const records::DocumentHead& head, bool newest, std::string_view as_of);

/// "原计划", "第2次调整"; for item lists "首次公布", "第2次修订".
std::string edition_words(int number, bool item_list = false);
/// The day a document or a draw stands at in lists of what is new. Where it does not say when it was published, another
/// day of its own takes that place, and `note` says which.
struct ListedDay {
    std::string on;         // ISO, empty: it says no day at all
    std::string_view note;  // empty: the day of publication
};
ListedDay listed_day(const records::DocumentHead& head);
ListedDay listed_day(const records::DrawFacts& draw);

/// How many a draw drew: a number once the list is public, "应抽 60" before, empty when neither is known.
std::string drawn_words(const records::PublicDraw& draw);
/// How a draw's list stands: 名单已公开, 名单待公开, 名单不公开, 名单未收到 (its day came, the list did not), 已撤回.
State list_state(const records::PublicDraw& draw);
/// How many results are overdue; where no rule sets a deadline, that nothing is judged instead of a 0.
std::string overdue_words(const records::PublicSite::Totals& totals);
/// Texts joined with 、.
std::string joined(const std::vector<std::string>& texts, std::string_view separator = "、");

}  // namespace pages
