#include "generator/draws/step_files.h"

#include <string_view>

#include "draw/encoding.h"
#include "generator/output/digest.h"

namespace draws {

namespace {

/// Whether nobody of the table is recused from anything: the last cell of every row is empty.
bool without_recusals(std::string_view table) {
    std::size_t at = table.find('\n');
    while (at != std::string_view::npos && at + 1 < table.size()) {
        const std::size_t end = table.find('\n', at + 1);
        if (end == std::string_view::npos || table[end - 1] != '\t') return false;
        at = end;
    }
    return true;
}

}  // namespace

records::Id step_batch(records::Portal& portal, const draw::Digest& draw, const std::string& verb,
                       const std::string& by, const std::string& at) {
    return portal.begin_batch(
        {0, "draw", "gongshi draw " + verb, draw::hex(draw), by, at.substr(0, 10), "{}", std::nullopt});
}

void enter_files(records::Portal& portal, records::Id batch, records::Id draw, const Files& files,
                 const std::string& step) {
    for (const auto& [name, bytes] : files)
        portal.add_draw_file(
            batch, {draw, name, output::hex(output::sha256(bytes)), static_cast<std::int64_t>(bytes.size()), step});
}

Files public_when_opened(const OpenDraw& draw, const Files& package) {
    Files files;
    const auto take = [&](const char* name) {
        if (const auto found = package.find(name); found != package.end()) files.insert(*found);
    };
    take("drawn.json");
    take("events.json");
    if (draw.announcement.basis != "facts") return files;
    take("reveal.json");
    take("objects.tsv");
    if (const auto table = package.find("inspectors.tsv"); table != package.end() && without_recusals(table->second))
        take("inspectors.tsv");
    return files;
}

}  // namespace draws
