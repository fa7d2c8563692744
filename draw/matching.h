// Who inspects whom (人员匹配), docs/draw-protocol.md, section 6. Loads are state: the order of picks matters, and
// later events (section 8) go on from the loads then reached.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "draw/needs.h"
#include "draw/pool.h"
#include "draw/seed.h"
#include "draw/text_hash.h"

namespace draw {

/// The number of an inspector in the table, from 0.
using InspectorNumber = std::uint32_t;
inline constexpr InspectorNumber nobody = UINT32_MAX;  ///< an unfilled slot (未配齐)

/// An object to be visited. The text must outlive the calls.
struct Visit {
    ObjectId id;
    std::string_view needs;  ///< the cell of objects.tsv
};

/// Who was picked for each slot of each visit.
struct Picks {
    std::vector<std::uint64_t> begins;  ///< visit i has slots begins[i] to begins[i + 1] of `all`
    std::vector<InspectorNumber> all;
    std::uint64_t unfilled = 0;        ///< 未配齐名额
    std::uint64_t few_candidates = 0;  ///< slots with |C| < 4
    std::span<const InspectorNumber> of(std::size_t visit) const {
        return {all.data() + begins[visit], begins[visit + 1] - begins[visit]};
    }
};

inline constexpr std::uint64_t most_candidates = 100'000'000;  ///< Σ |C(o, k)|
inline constexpr std::uint64_t enough_candidates = 4;

class Matching {
  public:
    /// `inspectors` must outlive it; their `recuse` must hold at least the objects that will be visited, and `needs`
    /// (cells of objects.tsv) all that visits will ask for: Selection::all_needs().
    Matching(const std::vector<Inspector>& inspectors, const Keys& keys, std::span<const std::string> needs);

    /// Fills the slots of all visits in the order of section 6, from no loads. Throws Unreadable when Σ |C| is above
    /// 10^8.
    Picks match(std::span<const Visit> visits);

    /// The pick of section 6 for slot `k` of a visit with the loads now reached, nobody of `on` considered; `nobody`
    /// when none is left or there is no slot k. Loads stay as they are.
    InspectorNumber pick(const Visit& visit, unsigned k, std::span<const InspectorNumber> on) const;

    /// A visit more or less for one inspector.
    void take(InspectorNumber inspector);
    void release(InspectorNumber inspector);

    /// Whether this inspector may not visit the object.
    bool is_recused(InspectorNumber inspector, const ObjectId& object) const;
    /// The number of an id; `nobody` when it is not in the pool.
    InspectorNumber number_of(std::string_view id) const;
    const Inspector& inspector(InspectorNumber number) const { return inspectors_[number]; }

  private:
    using Recusal = std::pair<ObjectId, InspectorNumber>;
    using Group = std::vector<InspectorNumber>;  // of one department and skill, ascending
    struct Slot {
        std::uint32_t candidates = 0;
        std::uint32_t visit = 0;
        std::uint64_t order = 0;  // the first eight bytes of mac(K_order, E(o, dec(k)))
        std::uint32_t group = 0;
        std::uint32_t k = 0;
    };
    void fill_groups(std::span<const std::string> needs);
    std::uint32_t group_of(const Need& need) const;
    std::span<const Recusal> recused_from(const ObjectId& object) const;
    std::uint64_t count_candidates(std::uint32_t group, std::span<const Recusal> recused) const;
    std::uint64_t count_slots_and_candidates(std::span<const Visit> visits, Picks& picks) const;
    std::vector<Slot> slots_of(std::span<const Visit> visits) const;
    void sort_slots(std::vector<Slot>& slots, std::span<const Visit> visits) const;
    bool may_take(InspectorNumber one, std::span<const Recusal> recused, std::span<const InspectorNumber> on) const;
    InspectorNumber best(std::uint32_t group, const ObjectId& object, unsigned k,
                         std::span<const InspectorNumber> on) const;
    void set_ratio(InspectorNumber inspector);

    const std::vector<Inspector>& inspectors_;
    Mac match_, order_;
    std::vector<Group> groups_;                                                                // 0 is empty
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> group_numbers_;  // department:skill
    std::vector<Recusal> recusals_;                                                            // ascending
    std::vector<std::uint32_t> loads_, ratios_;  // ratio: floor(load · 10^6 / cap), largest value when full
};

}  // namespace draw
