// How a stored number looks to the clerk: number formats (ECMA-376 18.8.30, 18.8.31) as far as they change what a cell
// says: dates, percentages, leading zeros, fixed decimals, words around the number. Colours, widths, thousands
// separators are left out. Knows numbers and format codes, no files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/import/workbook.h"
#include "text/date.h"

namespace importing {

/// What a format code says about a number.
struct NumberFormat {
    enum class Kind : std::uint8_t { general, number, percent, date };
    Kind kind = Kind::general;
    std::uint8_t least_whole_digits = 0;  ///< "000000" is 6
    std::uint8_t decimals = 0;  ///< the most that are shown; a percentage shows exactly `least_decimals` to this
    std::uint8_t least_decimals = 0;
    bool year = false, month = false, day = false, time = false;
    bool elapsed = false;   ///< [h]: hours may be more than 24
    std::string before;  ///< words in front of the number, such as 约
    std::string after;   ///< words behind it, such as 户
};

/// Reads a format code; only its first section counts. What is not understood is general.
NumberFormat parse_number_format(std::string_view code);

/// The format that a number stands for when the file gives no code (zh-CN); general for unknown ones.
NumberFormat built_in_number_format(std::uint32_t id);

/// The number as plain decimal digits of at most 15 significant ones, as spreadsheet programs hold it: "3", "0.1",
/// "12345678901234". Beyond 10^21 and below 10^-9 with an exponent.
std::string plain_number(double value);

/// Fills in text, type and precision_lost of a cell that stores a number. `stored` is its text in the file; what is no
/// number stays a text.
void show_number(std::string_view stored, const NumberFormat& format, text::SerialEpoch epoch, Cell& cell);

/// Fills in a cell that stores an ISO 8601 date or time (Strict files): 2024-03-05T00:00:00 becomes 2024-03-05.
void show_iso_date(std::string_view stored, Cell& cell);

}  // namespace importing
