// Reads the tables of a package and draws anew: one pass over the objects makes root, counts and selection.
#include <algorithm>

#include "draw/checks.h"

namespace draw {

namespace {

/// The source, telling how many bytes it has given so far of all tables.
ByteSource counted(const ByteSource& source, const Reading& reading, std::uint64_t& bytes) {
    if (!reading) return source;
    return [&source, &reading, &bytes](char* to, std::size_t most) {
        const std::size_t count = source(to, most);
        bytes += count;
        reading(bytes);
        return count;
    };
}

Keys keys_for(const Papers& papers) {
    std::vector<Digest> nonces;
    for (const Reveal::Nonce& nonce : papers.reveal->nonces) nonces.push_back(nonce.nonce);
    const Announcement::Beacon& beacon = papers.announcement.beacon;
    return keys_of(papers.identity, nonces, beacon.type, beacon.ref, papers.record->value);
}

std::vector<std::pair<std::string, std::uint64_t>> numbers_of(const Quota& quota) {
    std::vector<std::pair<std::string, std::uint64_t>> numbers;
    for (const Quota::Stratum& stratum : quota.strata) numbers.emplace_back(stratum.code, stratum.n);
    return numbers;
}

/// The ids whose recusals matter: those drawn and those that may replace them, ascending.
std::vector<ObjectId> possible_visits(const Selection& selection) {
    std::vector<ObjectId> ids;
    for (std::size_t stratum = 0; stratum < selection.strata(); ++stratum) {
        for (const Candidate& candidate : selection.drawn(stratum)) ids.push_back(candidate.id);
        for (const Candidate& candidate : selection.next_in_order(stratum)) ids.push_back(candidate.id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

void match(Recomputed& again, const Keys& keys) {
    std::vector<Visit> visits;
    visits.reserve(again.drawn.size());
    for (const Candidate& candidate : again.drawn)
        visits.push_back({candidate.id, again.selection->needs(candidate.needs)});
    again.matching.emplace(again.inspectors->inspectors, keys, again.selection->all_needs());
    again.picks = again.matching->match(visits);
}

}  // namespace

void recompute(const PackageFiles& files, const Papers& papers, const Reading& reading, Recomputed& into) {
    std::uint64_t bytes = 0;
    std::optional<Digest> salt_key;
    std::optional<Keys> keys;
    if (papers.reveal) salt_key = papers.reveal->salt_key;
    if (files.objects && papers.quota && papers.record && papers.reveal && papers.drawn) keys = keys_for(papers);
    if (files.objects) {
        ObjectWork work;
        work.salt_key = salt_key;
        if (keys) {
            into.selection.emplace(numbers_of(*papers.quota));
            work.ticket_key = keys->object;
            work.each = [&](const ObjectRow& row) { into.selection->add(row); };
        }
        into.objects = read_objects(counted(files.objects, reading, bytes), work);
    }
    std::vector<ObjectId> visits;
    if (keys) {
        into.selection->finish();
        into.drawn = into.selection->all_drawn();
        if (files.inspectors) visits = possible_visits(*into.selection);
    }
    if (files.inspectors) {
        InspectorWork work;
        work.salt_key = salt_key;
        work.keep = [&](std::string_view id) { return std::binary_search(visits.begin(), visits.end(), ObjectId(id)); };
        into.inspectors = read_inspectors(counted(files.inspectors, reading, bytes), work);
    }
    if (keys && files.inspectors) match(into, *keys);
}

}  // namespace draw
