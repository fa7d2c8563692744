// Identity codes of enterprises and persons: their form and check characters, nothing about who has them.
// A code is read as written: width, letter case and surrounding blanks are folded (the raw text is kept and the folding
// is flagged); a wrong character is never put right, the refusal says where it is and what was expected.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/date.h"

namespace text {

/// What an enterprise's code cell was found to hold.
struct CodeReading {
    enum class Scheme {
        refused,  ///< see reason
        unified,  ///< 统一社会信用代码, 18 characters, GB 32100-2015
        registration15  ///< 15-digit 注册号 (工商行政管理市场主体注册号), check digit by ISO/IEC 7064 MOD 11,10
    };
    Scheme scheme = Scheme::refused;
    std::string code;         ///< the folded code; empty when refused
    std::string raw;          ///< the text as given, unchanged
    bool folded = false;      ///< code differs from raw (case, width or surrounding blanks)
    bool lower_case = false;  ///< raw had lower-case letters
    bool full_width = false;  ///< raw had full-width characters
    bool old_registration_number =
        false;                       ///< a 15-digit number: still in use in old lists, to be replaced by a unified code
    bool inner_check_wrong = false;  ///< GB 11714 check of characters 9-17 does not hold although GB 32100's does
    bool also_citizen_number = false;  ///< valid as a citizen number too: a person has to look before it is published
    int wrong_position = 0;            ///< refused: 1-based position of the objected character, 0 when it is the whole
    std::string reason;                ///< refused: a Chinese sentence saying what is wrong and what was expected

    bool accepted() const { return scheme != Scheme::refused; }
};

/// Reads an enterprise's code (统一社会信用代码 or 15-digit 注册号); anything else is refused with its reason.
CodeReading read_code(std::string_view text);

/// The 18th character for the first 17 (GB 32100-2015, C18 = (31 − Σ Ci·3^(i−1) mod 31) mod 31);
/// nothing when they are not 17 characters of its alphabet 0-9 A-Z without I O S V Z.
std::optional<char> unified_check_character(std::string_view first_seventeen);

/// The 9th character of an organisation code (组织机构代码, GB 11714-1997) for the first eight (0-9 A-Z); else nothing.
std::optional<char> organisation_check_character(std::string_view first_eight);

/// True for a 9-character organisation code, written 12345678-9 or 123456789 in half-width capitals, whose check holds.
bool is_organisation_code(std::string_view text);

/// The 15th digit of a registration number (注册号) for the first 14 (ISO/IEC 7064 MOD 11,10); else nothing.
std::optional<char> registration_check_digit(std::string_view first_fourteen);

/// What a citizen number (公民身份号码, GB 11643-1999) says of itself.
struct CitizenNumber {
    std::string number;     ///< folded: half-width, capital X
    std::string area;       ///< 6 digits, of which the first two are a province in use
    Date birth;             ///< a real date, 1850 to 2099
    bool old_form = false;  ///< 15 digits (before 1999): year of two digits, no check character
};

/// Reads a citizen number of 18 characters (area, date and check character right) or of 15 digits (area and date right;
/// a 15-digit 注册号 can look the same: the column decides). Width, case and surrounding blanks are folded.
std::optional<CitizenNumber> read_citizen_number(std::string_view text);

/// The 18th character of a citizen number for the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2); else nothing.
std::optional<char> citizen_check_character(std::string_view first_seventeen);

}  // namespace text
