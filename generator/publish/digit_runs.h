// Runs of digits in a text: what may be one number although blanks, hyphens, brackets or other kinds of digits divide
// it. Part of private_numbers.h.
#pragma once

#include <string>
#include <vector>

#include "generator/publish/private_signs.h"

namespace publish {

struct RunDigit {
    char d = 0;  // '0' to '9', 'x' (or ×: 18th of a citizen number, or a mask), '*' for any mask
    std::uint32_t first = 0, last = 0;  // bytes of the text
    bool starts = false;                // a number may begin here: a separator or another way of writing stands before
    bool after_list = false;            // a comma, 、 or the like stands before
    char32_t between = 0;               // the one separator before it; 0: none, 1: several
    bool letter = false;                // o, l or i in the place of a digit
    bool after_letter = false;          // a Latin letter (x too) stands right before: the end of a code
    bool date = false;                  // part of a date or a time of day
    bool is_digit() const { return d >= '0' && d <= '9'; }
};
using DigitRun = std::vector<RunDigit>;

/// The runs with at least seven digits. Up to six joiners or two list signs may stand between two digits. Letters o, l
/// and i count as 0, 1 and 1 in words that have no other letters and at least one digit.
std::vector<DigitRun> digit_runs(const Signs& signs);

/// The run without hidden characters that stand alone or in pairs (1*3*8…, **138**0013): they hide nothing. × stays: it
/// stands between measures.
DigitRun without_small_masks(const DigitRun& run);

}  // namespace publish
