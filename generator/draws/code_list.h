// A clerk's list that names objects by their codes: which are to be drawn from (--objects), or who may not visit whom
// (--recuse). CSV or XLSX with a header row.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace draws {

struct ListedCode {
    std::string code;         // folded
    std::string stratum;      // 分层: a code or a word of [draw.strata], empty where the list has none
    std::string certificate;  // 执法证号, where the list has it
};

/// Every row with a code. Throws importing::UnreadableFile when the file or a code in it cannot be read.
std::vector<ListedCode> read_code_list(const std::filesystem::path& file);

}  // namespace draws
