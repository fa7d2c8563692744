// How the forms of section 2 are called when a file is refused, and the list of inspectors that two files share.
#pragma once

#include <string_view>
#include <vector>

#include "draw/json_cursor.h"

namespace draw {

inline constexpr std::string_view time_form = "真实的时间，写作 2026-11-01T09:00:00+08:00";
inline constexpr std::string_view date_form = "真实的日期，写作 2026-11-01";
inline constexpr std::string_view code_form = "代码：1 至 24 位字母、数字或连字符";
inline constexpr std::string_view object_form = "统一社会信用代码或 15 位注册号，校验位要对，不能同时是公民身份号码";
inline constexpr std::string_view inspector_form = "检查人员代号（1 至 32 位大写字母、数字或连字符）或空";
inline constexpr std::string_view person_form = "64 位小写十六进制数字或空";

/// A list of inspector ids, each perhaps empty, as views of the file.
void read_inspector_list(JsonCursor& at, std::vector<std::string_view>& into);

}  // namespace draw
