// Rows of one file by what identifies them: the second of two alike is an error.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "generator/import/row_values.h"

namespace importing {

class Once {
  public:
    /// Whether an earlier row had this key; then the row gets an error that names it. `what`: 这个规则编号.
    bool seen(const RowValues& row, std::string_view field, const std::string& key, const char* what) {
        const auto [at, first] = rows_.emplace(key, row.number());
        if (!first)
            row.error(field, std::string(what) + "在本文件里出现两次，另一行是第 " + std::to_string(at->second) + " 行",
                      "删去多余的一行");
        return !first;
    }

  private:
    std::map<std::string, std::uint32_t> rows_;
};

}  // namespace importing
