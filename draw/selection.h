// Who is drawn (抽中): the eligible objects with the smallest tickets of each stratum, and the next ones in order
// (替补次序). A ticket depends on the key and the id alone, so nothing here can move anybody.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "draw/pool.h"
#include "draw/text_hash.h"

namespace draw {

/// ticket(id) = mac(K_obj, id)
Digest ticket_of(const Digest& object_key, std::string_view id);

/// An eligible object with its place in the order.
struct Candidate {
    Digest ticket{};
    ObjectId id;
    std::uint32_t needs = 0;  ///< number for Selection::needs
};

/// How many replacements a stratum may see (替补限额): max(1, floor(n / 20)).
std::uint64_t replacement_limit(std::uint64_t n);

/// Takes the rows of a table one by one and keeps of each stratum only those that can matter: the n drawn and the
/// replacements within the limit.
class Selection {
  public:
    /// Stratum codes and n; other strata are passed over. At least `next` are kept after the drawn.
    explicit Selection(const std::vector<std::pair<std::string, std::uint64_t>>& strata, std::uint64_t next = 0);

    /// A row with its ticket (ObjectWork::each). Excluded ones are passed over.
    void add(const ObjectRow& row);
    /// Sorts; nothing is added afterwards.
    void finish();

    std::size_t strata() const { return strata_.size(); }
    const std::string& code(std::size_t stratum) const { return strata_[stratum].code; }
    /// The objects drawn, rank 1 first: n of them, or all when there are fewer.
    std::span<const Candidate> drawn(std::size_t stratum) const;
    /// The next ones in order after the drawn, as far as they are kept and the stratum reaches.
    std::span<const Candidate> next_in_order(std::size_t stratum) const;
    /// Everybody drawn in all strata, ascending by id.
    std::vector<Candidate> all_drawn() const;
    /// The text of a cell `needs`.
    const std::string& needs(std::uint32_t number) const { return needs_[number]; }
    const std::vector<std::string>& all_needs() const { return needs_; }

  private:
    struct Stratum {
        std::string code;
        std::uint64_t n = 0;
        std::size_t keep = 0;
        std::vector<Candidate> kept;
        Digest bound{};  // once more than `keep` came: those above cannot matter
        bool bounded = false;
    };
    std::uint32_t needs_number(std::string_view needs);
    void trim(Stratum& stratum);

    std::vector<Stratum> strata_;
    std::vector<int> by_number_;  // ObjectRow::stratum_number → strata_
    std::vector<std::string> needs_;
    std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> numbers_;  // of needs_
};

}  // namespace draw
