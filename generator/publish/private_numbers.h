// Numbers that identify a person, in a text where they may be disguised. Part of private_text.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/publish/private_text.h"

namespace publish {

/// The code point at byte `at`, which is moved past it; nothing at the end.
std::optional<char32_t> next_code_point(std::string_view text, std::size_t& at);

/// A run of digits as a reader sees it: every kind of digit made ASCII, separators inside it dropped.
struct DigitRun {
    std::string digits;              // 0-9, X (only last of an ID), * for a masking character
    std::vector<bool> starts_token;  // whether a separator or the run's start stands before each
    std::size_t first = 0, last = 0;  // where it stands in the text, bytes
};
/// The runs of a text. Digits: any Unicode decimal digit, circled, bracketed or superscript ones, Chinese numerals one
/// by one. Separators: blanks, invisible characters, - . · / ( ) and their full-width forms, at most three in a row.
std::vector<DigitRun> digit_runs(std::string_view text);

/// Citizen numbers (GB 11643) and mobile numbers in the runs of a text.
void find_numbers(std::string_view text, ColumnSort sort, std::vector<PrivateFinding>& into);

}  // namespace publish
