// Times and dates as a package writes them, and Unix seconds. It asks no clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace draw {

/// Unix seconds of exactly YYYY-MM-DDThh:mm:ss+08:00, a real time of the years 0001 to 9999; else nothing.
std::optional<std::int64_t> parse_time(std::string_view time);
/// Days since 1970-01-01 of exactly YYYY-MM-DD, a real date of the years 0001 to 9999; else nothing.
std::optional<std::int64_t> parse_date(std::string_view date);
/// What parse_time reads; `unix` must lie in the years 0001 to 9999 (Beijing time).
std::string time_text(std::int64_t unix);

bool is_time(std::string_view text);
bool is_date(std::string_view text);

}  // namespace draw
