// 发文字号 (文号): the number of an official document, such as 某双随机办〔2024〕3号.
// It knows the form (GB/T 9704-2012, 7.2.5), not which agencies exist.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace text {

struct DocumentNumber {
    std::string agency;  ///< 发文机关代字, half width, without blanks
    int year = 0;        ///< 1949 to 2099
    int serial = 0;      ///< 发文顺序号, 1 to 99999

    /// The spelling of the standard: 代字〔年〕号, six-cornered brackets, no 第, no leading zeros.
    std::string canonical() const;
    friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

/// Reads a document number written with any bracket (〔〕 [] () 【】 and their full-width forms), with 第, blanks,
/// leading zeros or full-width digits; nothing when the text is not one number and nothing else.
std::optional<DocumentNumber> parse_document_number(std::string_view text);

}  // namespace text
