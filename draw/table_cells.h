// The cells of one line of a table, and the lists in them.
#pragma once

#include <array>
#include <cstring>
#include <string_view>

namespace draw {

/// The cells between tabs; false when there are more or fewer than `count`.
template <std::size_t count>
bool split_cells(std::string_view line, std::array<std::string_view, count>& cells) {
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const std::size_t tab = line.find('\t');
        if (tab == line.npos) return false;
        cells[i] = line.substr(0, tab);
        line.remove_prefix(tab + 1);
    }
    cells[count - 1] = line;
    return line.find('\t') == line.npos;
}

/// Gives each entry of a strictly ascending comma list to `take`; false when it is not one or `take` says no. An empty
/// cell is an empty list.
template <typename Take>
bool each_ascending(std::string_view cell, const Take& take) {
    std::string_view last;
    while (!cell.empty()) {
        const std::size_t comma = cell.find(',');
        const std::string_view entry = cell.substr(0, comma);
        if (entry <= last || comma + 1 == cell.size() || !take(entry)) return false;  // an empty one is not above last
        last = entry;
        cell.remove_prefix(comma == cell.npos ? cell.size() : comma + 1);
    }
    return true;
}

}  // namespace draw
