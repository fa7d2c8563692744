// Finds the headings of a sheet and says which field each one means: spaces, line breaks, bracket and letter widths,
// units and remarks in brackets, two-row headings, English names. What a heading means depends on the kind of sheet,
// and the kind is recognised from the headings. Knows the field table and plain texts, not spreadsheets.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "records/fields.h"

namespace importing {

/// Headings are looked for in so many rows; titles and notes may stand above them.
inline constexpr std::size_t most_rows_above_data = 20;

struct Heading {
    std::string text;                       // as written, trimmed; two rows are joined with "/"
    const records::Field* field = nullptr;  // nullptr: unknown, or a repetition
    std::optional<std::size_t> repeats;     // index of the earlier column that already means this field
    std::string unit;                       // of a quantity column, from its brackets: 户, %
    bool deadline = false;                  // a period column about the last day (完成时限)
};

struct Headings {
    std::size_t first_row = 0;            // index into the rows given
    std::size_t rows = 0;                 // 1 or 2; 0: none found
    std::string kind;                     // empty: not recognised or ambiguous
    std::vector<std::string> candidates;  // ambiguous: the kinds it may be, likeliest first
    std::vector<Heading> columns;         // by column; blank headings have no text
    std::vector<std::string> titles;      // the texts of the rows above
    std::string problem;                  // Chinese: why there are none or no kind, what to do; empty: all is well
};

/// The headings among the first rows of a sheet (merged cells filled in or not). `kind` from --as; else recognised,
/// with the help of `sheet_name` and of the titles above.
Headings find_headings(std::span<const std::vector<std::string>> rows, std::optional<std::string_view> kind,
                       std::string_view sheet_name = {});

/// The field of a kind that a heading means, or nullptr.
const records::Field* resolve_heading(std::string_view heading, std::string_view kind);

/// A kind with how well the headings fit it; higher is better, below 5 is no fit.
struct KindFit {
    std::string_view kind;
    int points = 0;
};

/// All kinds, best first. Titles are texts above the headings and the sheet's name.
std::vector<KindFit> fitting_kinds(std::span<const std::string> headings, std::span<const std::string> titles);

}  // namespace importing
