#include "search/unit_walk.h"

#include <algorithm>

namespace search {
namespace {

constexpr std::size_t most_next = 24;

}  // namespace

UnitWalk::UnitWalk(const FindableStore& texts, const RecordStore& records, WalkLimits limits, WalkNotes& notes,
                   std::function<void(const Unit&)> unit, std::function<void(Head&&)> head)
    : texts_(texts),
      records_(records),
      limits_(limits),
      notes_(notes),
      unit_(std::move(unit)),
      head_(std::move(head)) {}

void UnitWalk::walk(std::span<const Entry> entries) {
    divide(entries, 1);
}

std::span<const Entry> UnitWalk::same_symbol(std::span<const Entry> entries, std::size_t depth) const {
    const std::uint16_t symbol = texts_.symbol(entries.front(), depth);
    const auto end = std::partition_point(entries.begin(), entries.end(),
                                          [&](const Entry& entry) { return texts_.symbol(entry, depth) <= symbol; });
    return entries.first(static_cast<std::size_t>(end - entries.begin()));
}

bool UnitWalk::is_unit(std::span<const Entry> entries, std::size_t depth) {
    const std::uint32_t mark = fresh_mark();
    std::uint64_t weight = 0;
    std::uint32_t distinct = 0;
    for (const Entry& entry : entries) {
        if (FindableStore::is_pinyin(entry)) weight += 3;
        if (notes_.seen[entry.record] == mark) continue;
        notes_.seen[entry.record] = mark;
        weight += records_.weight(entry.record);
        if (++distinct > limits_.most_exact || (distinct > 1 && weight > limits_.most_weight)) return false;
    }
    unit_({entries, depth, weight});
    return true;
}

// What follows the first `depth` characters: every stretch that goes on with one character. A stretch that goes on
// with one only, and whose texts do not all of a sudden end there, needs no head of its own: the longer word's has the
// same answers in the same order.
void UnitWalk::divide(std::span<const Entry> entries, std::size_t depth) {
    if (is_unit(entries, depth)) return;
    std::span<const Entry> rest = entries;
    while (!rest.empty() && texts_.symbol(rest.front(), depth) == 0) rest = rest.subspan(1);
    const bool goes_on_alone = rest.size() == entries.size() && same_symbol(rest, depth).size() == rest.size();
    const bool same_answers =
        goes_on_alone && std::all_of(entries.begin(), entries.end(), [&](const Entry& entry) {
            return texts_.least(entry) == 1 && !(texts_.can_be_whole(entry) && texts_.symbol(entry, depth + 1) == 0);
        });
    if (!same_answers) head_(head(entries, depth));
    while (!rest.empty()) {
        const std::span<const Entry> stretch = same_symbol(rest, depth);
        divide(stretch, depth + 1);
        rest = rest.subspan(stretch.size());
    }
}

Head UnitWalk::head(std::span<const Entry> entries, std::size_t depth) {
    Head head;
    head.word = texts_.text(entries.front(), depth);
    const std::uint32_t mark = fresh_mark();
    std::vector<std::uint32_t> found;
    for (const Entry& entry : entries) {
        if (texts_.least(entry) > depth) continue;
        const bool whole = texts_.can_be_whole(entry) && texts_.symbol(entry, depth) == 0;
        const auto match = static_cast<std::uint8_t>(whole ? Match::whole : texts_.match(entry));
        if (notes_.seen[entry.record] != mark) {
            notes_.seen[entry.record] = mark;
            notes_.match[entry.record] = match;
            found.push_back(entry.record);
        } else {
            notes_.match[entry.record] = std::min(notes_.match[entry.record], match);
        }
    }
    head.total = static_cast<std::uint32_t>(found.size());
    const auto better = [this](std::uint32_t one, std::uint32_t other) {
        return notes_.match[one] != notes_.match[other] ? notes_.match[one] < notes_.match[other]
                                                        : records_.rank(one) < records_.rank(other);
    };
    std::uint64_t weight = 0;
    for (std::size_t at = 0; at < found.size() && at <= limits_.most_exact; ++at) weight += records_.weight(found[at]);
    const bool all = found.size() <= limits_.most_exact && weight <= limits_.most_weight;
    const std::size_t kept = all ? found.size() : std::min(found.size(), limits_.best);
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), better);
    head.best.assign(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept));  // without the others' memory
    for (std::span<const Entry> rest = entries; !rest.empty();) {
        const std::span<const Entry> stretch = same_symbol(rest, depth);
        rest = rest.subspan(stretch.size());
        const std::uint16_t symbol = texts_.symbol(stretch.front(), depth);
        if (symbol == 0) continue;
        const std::uint32_t next_mark = fresh_mark();
        std::uint32_t count = 0;
        for (const Entry& entry : stretch) {
            if (texts_.least(entry) > depth + 1 || notes_.seen[entry.record] == next_mark) continue;
            notes_.seen[entry.record] = next_mark;
            ++count;
        }
        if (count > 0) head.next.push_back({texts_.character(symbol), count});
    }
    std::stable_sort(head.next.begin(), head.next.end(),
                     [](const Head::Next& one, const Head::Next& other) { return one.count > other.count; });
    if (head.next.size() > most_next) head.next.resize(most_next);
    return head;
}

}  // namespace search
