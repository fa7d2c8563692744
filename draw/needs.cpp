#include "draw/needs.h"

#include "draw/ids.h"

namespace draw {

namespace {

/// One `department:skill:count`; count 0 when it has another form.
Need parse_need(std::string_view entry) {
    const std::size_t first = entry.find(':'), last = entry.rfind(':');
    if (first == entry.npos || first == last || last + 2 != entry.size()) return {};
    const std::string_view department = entry.substr(0, first), skill = entry.substr(first + 1, last - first - 1);
    const char count = entry.back();
    if (count < '1' || count > '9' || !is_code(department) || (skill != "*" && !is_code(skill))) return {};
    return {department, skill, static_cast<unsigned>(count - '0')};
}

/// Gives each need to `take`; the slots in all, or -1 when the cell has another form.
template <typename Take>
int each_need(std::string_view cell, const Take& take) {
    unsigned slots = 0;
    while (!cell.empty()) {
        const std::size_t comma = cell.find(',');
        const Need need = parse_need(cell.substr(0, comma));
        slots += need.count;
        if (need.count == 0 || slots > most_slots || comma + 1 == cell.size()) return -1;
        take(need);
        cell.remove_prefix(comma == cell.npos ? cell.size() : comma + 1);
    }
    return static_cast<int>(slots);
}

}  // namespace

bool parse_needs(std::string_view cell, std::vector<Need>& into) {
    into.clear();
    return each_need(cell, [&](const Need& need) { into.push_back(need); }) >= 0;
}

int count_slots(std::string_view cell) {
    return each_need(cell, [](const Need&) {});
}

}  // namespace draw
