// A draw as it is computed, and as its logged changes move it on: who is on the list, who inspects whom, who would be
// next. Needs the seed, so it exists only once the beacon and the nonces are known.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "draw/matching.h"
#include "draw/package.h"
#include "draw/result_tree.h"
#include "draw/selection.h"
#include "generator/draws/draw_folder.h"
#include "generator/draws/secret_openings.h"

namespace draws {

/// The list as it is fixed by record.json.
struct FixedList {
    draw::DrawnList drawn;
    draw::ResultTree tree;
    std::uint64_t unfilled = 0, few_candidates = 0;
};

class LiveDraw {
  public:
    /// `package` has the quota and both tables; `record` type, ref and value; `reveal` D, the nonces and the salt key.
    LiveDraw(const Files& package, const draw::Record& record, const draw::Reveal& reveal);
    LiveDraw(const LiveDraw&) = delete;
    LiveDraw& operator=(const LiveDraw&) = delete;

    FixedList fixed_list() const;

    /// Takes a change that was logged before.
    void apply(const std::string& kind, const std::vector<std::string>& fields);

    /// The inspectors of an object that is on the list now, slot by slot; nullptr for another one.
    const std::vector<std::string>* on_list(const std::string& object) const;
    /// Who replaces an object: the next ticket of its stratum; nothing beyond the limit or when nobody is left.
    std::optional<std::string> replacement_of(const std::string& object) const;
    /// Who comes next for a slot, its holder's load less 1; empty when nobody is left.
    std::string successor(const std::string& object, std::uint64_t slot);
    /// Whether somebody of the pool may not visit an object.
    bool is_recused(const std::string& inspector, const std::string& object) const;
    bool in_pool(const std::string& inspector) const;
    /// Slots of the drawn objects, and of these how many are empty since section 6.
    std::uint64_t slots() const { return picks_.all.size(); }
    std::uint64_t unfilled() const { return picks_.unfilled; }

  private:
    struct Listed {
        std::size_t stratum = 0;
        std::string needs;
        std::vector<std::string> inspectors;
    };
    void select(const Files& package);
    draw::Visit visit(const std::string& object) const;
    std::vector<draw::InspectorNumber> on(const Listed& listed) const;

    draw::Keys keys_;
    draw::Digest draw_{}, salt_key_{};
    std::unique_ptr<draw::Selection> selection_;
    std::vector<draw::Inspector> inspectors_;
    std::unique_ptr<draw::Matching> matching_;
    draw::Picks picks_;
    std::vector<draw::Candidate> drawn_;
    std::map<std::string, Listed> list_;
    std::map<std::size_t, std::size_t> replaced_;  // by stratum
};

}  // namespace draws
