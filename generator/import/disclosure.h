// 公开方式 of a row and of a file: three words decide whether something is seen at all, so another word stops the
// import.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "generator/import/import_run.h"
#include "generator/import/row_values.h"

namespace importing {

/// 主动公开, 依申请公开 or 不予公开; also 是 and 否 of a column 是否公开, and the usual shorter forms. Nothing for
/// others.
std::optional<std::string_view> disclosure_word(std::string_view text);

/// The row's word, empty when blank; an unknown one is an error.
std::string disclosure_of(const RowValues& row);
/// The context's word, likewise.
std::string disclosure_of(ImportRun& run);

/// What is not 主动公开 needs its reason and the provision it rests on (除依法依规不适合公开的情形外): an error when
/// one of them is missing.
void check_withheld_reason(const RowValues& row, std::string_view disclosure, std::string_view reason,
                           std::string_view basis);

}  // namespace importing
