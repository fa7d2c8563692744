// The checks of docs/draw-protocol.md, section 9, one function each, and what they look at. Only draw/verify.cpp calls
// them; each tries its rules in the order of that table and says the sentence of the first one broken.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draw/list_readers.h"
#include "draw/matching.h"
#include "draw/selection.h"
#include "draw/verify.h"

namespace draw {

/// What is left of drawn.json when it was read once; its rows are read again where they are compared.
struct DrawnFacts {
    std::string_view bytes;
    Digest draw{};
    std::uint64_t rows = 0;
    std::string v;
};

/// Everything small of a package, read and well-formed.
struct Papers {
    Announcement announcement;
    Digest identity{};          ///< D
    Digest quota_commitment{};  ///< of quota.json as it is there
    std::optional<Quota> quota;
    std::optional<Record> record;
    std::optional<Reveal> reveal;
    std::optional<DrawnFacts> drawn;
    std::optional<EventsReader> events;
    std::optional<End> end;
};

/// Reads all JSON files. Throws Unreadable.
Papers read_papers(const PackageFiles& files);

/// What the tables give, and the draw computed anew from them.
struct Recomputed {
    std::optional<ObjectPool> objects;
    std::optional<InspectorPool> inspectors;
    // With objects.tsv, quota.json, record.json, reveal.json and drawn.json:
    std::optional<Selection> selection;
    std::vector<Candidate> drawn;  ///< everybody drawn, ascending by id
    // With inspectors.tsv besides:
    std::optional<Matching> matching;
    Picks picks;  ///< visit i is drawn[i]
};

/// Reads both tables and computes what their presence and that of the papers allows. Throws Unreadable. The result
/// refers to itself and must stay where it is.
void recompute(const PackageFiles& files, const Papers& papers, const Reading& reading, Recomputed& into);

/// A sum that stops at 2^62: sums are compared with integers of at most 2^53−1.
struct Sum {
    std::uint64_t value = 0;
    void add(std::uint64_t more);
};

/// Status and sentence; the name is added by whoever lists the checks.
struct Finding {
    Status status = Status::ok;
    std::string detail;
};
inline Finding failed(std::string detail) {
    return {Status::fail, std::move(detail)};
}
inline Finding unchecked(std::string detail) {
    return {Status::not_checked, std::move(detail)};
}
inline Finding held(std::string detail) {
    return {Status::ok, std::move(detail)};
}

/// A file of the column "needs": its name and whether it is there.
using Wanted = std::pair<std::string_view, bool>;
/// `a、b` of those that are absent; empty when all are there.
std::string absent(std::initializer_list<Wanted> files);
/// 缺少 a、b，没有核对
std::string missing_sentence(const std::string& absent_names);

Finding check_announcement(const Papers& papers);
Finding check_timing(const Papers& papers, const std::optional<std::string>& seen);
Finding check_quotas(const Papers& papers);
Finding check_beacon(const Papers& papers, const std::optional<BeaconRound>& told);
Finding check_commitments(const Papers& papers);
Finding check_object_pool(const Papers& papers, const Recomputed& again);
Finding check_inspector_pool(const Papers& papers, const Recomputed& again);
Finding check_exclusions(const Papers& papers, const Recomputed& again);
Finding check_drawn(const Papers& papers, const Recomputed& again);
Finding check_matching(const Papers& papers, const Recomputed& again);
Finding check_result_root(const Papers& papers);
Finding check_replacements(const Papers& papers, const Recomputed& again);
Finding check_series(const Papers& papers, const std::optional<std::vector<SeriesEntry>>& series);

}  // namespace draw
