// Reads the JSON files of a package, all of them before anything is judged.
#include "draw/checks.h"
#include "draw/commitments.h"

namespace draw {

namespace {

DrawnFacts read_drawn_facts(std::string_view bytes) {
    DrawnFacts facts;
    facts.bytes = bytes;
    DrawnReader reader(bytes);
    facts.draw = reader.draw();
    for (DrawnRow row; reader.next(row);) ++facts.rows;
    facts.v = reader.v();
    return facts;
}

}  // namespace

Papers read_papers(const PackageFiles& files) {
    Papers papers;
    papers.announcement = read_announcement(files.announcement);
    papers.identity = announcement_digest(files.announcement);
    if (files.quota) {
        papers.quota = read_quota(*files.quota);
        papers.quota_commitment = quota_commitment(*files.quota);
    }
    if (files.record) papers.record = read_record(*files.record);
    if (files.reveal) papers.reveal = read_reveal(*files.reveal);
    if (files.drawn) papers.drawn = read_drawn_facts(*files.drawn);
    if (files.events) papers.events.emplace(*files.events);
    if (files.end) papers.end = read_end(*files.end);
    return papers;
}

void Sum::add(std::uint64_t more) {
    constexpr std::uint64_t most = 1ULL << 62;
    value = value + more > most ? most : value + more;
}

std::string absent(std::initializer_list<Wanted> files) {
    std::string names;
    for (const auto& [name, there] : files)
        if (!there) names += (names.empty() ? "" : "、") + std::string(name);
    return names;
}

std::string missing_sentence(const std::string& absent_names) {
    return "缺少 " + absent_names + "，没有核对";
}

}  // namespace draw
