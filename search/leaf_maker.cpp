#include "search/leaf_maker.h"

#include <algorithm>

#include "search/file.h"

namespace search {
namespace {

constexpr std::uint32_t units_apart = 8;  // about so many units after least_weight, a leaf ends

std::size_t middle(std::span<const Unit> units) {
    std::uint64_t all = 0, before = 0;
    for (const Unit& unit : units) all += unit.weight;
    std::size_t at = 0;
    while (at + 1 < units.size() && (at == 0 || 2 * (before + units[at].weight) <= all)) before += units[at++].weight;
    return at;
}

}  // namespace

std::uint32_t mixed_bits(std::string_view text) {
    std::uint32_t hash = 2166136261u;
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
    return hash ^ hash >> 15;
}

std::string Files::put(const std::string& file) {
    const std::string digest = short_digest(file);
    const std::lock_guard lock(mutex_);
    const auto [known, fresh] = sizes_.emplace(digest, file.size());
    if (fresh) sink_(file_name(digest), file);
    return digest;
}

void LeafMaker::add(const Unit& unit) {
    const bool full = weight_ + unit.weight > options_.most_weight;
    if (!units_.empty() && (full || (weight_ >= options_.least_weight && mixed_bits(prefix(unit)) % units_apart == 0)))
        end();
    units_.push_back(unit);
    weight_ += unit.weight;
}

void LeafMaker::end() {
    if (!units_.empty()) write(units_);
    units_.clear();
    weight_ = 0;
}

// One file, or two halves of the units when it comes out too large.
void LeafMaker::write(std::span<const Unit> units) {
    std::vector<std::uint32_t> numbers;
    for (const Unit& unit : units)
        for (const Entry& entry : unit.entries) numbers.push_back(entry.record);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<Record> rows;
    std::vector<const Record*> pointers;
    std::vector<std::uint8_t> otherwise;
    rows.reserve(numbers.size());
    for (const std::uint32_t number : numbers) {
        rows.push_back(records_.record(number));
        otherwise.push_back(texts_.is_read_otherwise(number) ? 1 : 0);
    }
    for (const Record& row : rows) pointers.push_back(&row);
    const std::string file = written_leaf(pointers, otherwise, pinyin(units, numbers));
    if (file.size() > options_.most_bytes && units.size() > 1) {
        const std::size_t half = middle(units);
        write(units.first(half));
        return write(units.subspan(half));
    }
    part_.leaves.push_back({prefix(units.front()), files_.put(file)});
    part_.facts.rows += rows.size();
    part_.facts.leaf_bytes += file.size();
    part_.facts.largest_leaf = std::max<std::uint64_t>(part_.facts.largest_leaf, file.size());
}

std::vector<LeafPinyin> LeafMaker::pinyin(std::span<const Unit> units,
                                          const std::vector<std::uint32_t>& numbers) const {
    std::vector<LeafPinyin> result;
    for (const Unit& unit : units)
        for (const Entry& entry : unit.entries) {
            if (!FindableStore::is_pinyin(entry)) continue;
            const auto row = std::lower_bound(numbers.begin(), numbers.end(), entry.record) - numbers.begin();
            std::string letters = texts_.text(entry, longest_pinyin);
            const bool spelled = texts_.is_spelled(entry, letters.size());
            result.push_back({std::move(letters), static_cast<std::uint32_t>(row), spelled});
        }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace search
