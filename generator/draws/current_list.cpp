#include "generator/draws/current_list.h"

#include <algorithm>

#include "draw/encoding.h"
#include "generator/draws/errors.h"
#include "generator/draws/secret_openings.h"

namespace draws {

namespace {

/// What the changes say, in their order.
std::vector<SecretOpening> openings_of(const OpenDraw& draw) {
    std::vector<SecretOpening> all;
    if (draw.changes.empty()) return all;
    const Openings openings = read_openings(draw.folder.read("openings.json"));
    for (const records::DrawChange& change : draw.changes) {
        const auto found = openings.find(change.commitment);
        if (found == openings.end())
            throw Refused("openings.json 里没有已登记的一件替补或改派；请从备份（gongshi backup）里取回 " +
                          draw.folder.path().string());
        all.push_back(found->second);
    }
    return all;
}

ListedObject* find(std::vector<ListedObject>& list, const std::string& id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const ListedObject& one) { return one.id == id; });
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::vector<ListedObject> current_list(const OpenDraw& draw) {
    std::vector<ListedObject> list;
    for (draw::DrawnList::Row& row : draw::read_drawn(draw.folder.read("drawn.json")).drawn)
        list.push_back({std::move(row.id), std::move(row.inspectors), false});
    const std::vector<SecretOpening> openings = openings_of(draw);
    if (openings.empty()) return list;
    const std::string objects = draw.folder.read("objects.tsv");
    for (const SecretOpening& one : openings) {
        const std::vector<std::string>& fields = one.opening.fields;
        ListedObject* const object = fields.empty() ? nullptr : find(list, fields.front());
        if (object == nullptr) throw Refused("openings.json 与抽中名单对不上；请从备份（gongshi backup）里取回");
        if (one.kind == "replace")
            *object = {fields.at(1), std::vector<std::string>(slots_of(needs_in_table(objects, fields.at(1)))), true};
        else
            object->inspectors.at(std::stoul(fields.at(1))) = fields.at(3);
    }
    std::sort(list.begin(), list.end(), [](const ListedObject& a, const ListedObject& b) { return a.id < b.id; });
    return list;
}

draw::Events logged_changes(const OpenDraw& draw, bool opened) {
    draw::Events events;
    events.draw = draw.digest;
    for (const records::DrawChange& change : draw.changes)
        events.events.push_back(
            {change.at, draw::unhex_as<draw::Digest>(change.commitment).value_or(draw::Digest{}), change.kind});
    if (opened)
        for (const SecretOpening& one : openings_of(draw)) events.openings.push_back(one.opening);
    return events;
}

std::size_t slots_of(std::string_view needs) {
    std::size_t slots = 0;
    for (std::size_t at = needs.find(':'); at != std::string_view::npos;) {
        const std::size_t end = std::min(needs.find(',', at), needs.size());
        slots += static_cast<std::size_t>(needs[end - 1] - '0');  // department:skill:count, the count is one digit
        at = needs.find(':', end);
    }
    return slots;
}

std::string needs_in_table(std::string_view table, std::string_view id) {
    const std::string start = "\n" + std::string(id) + "\t";
    const std::size_t at = table.find(start);
    if (at == std::string_view::npos) return {};
    const std::string_view line = table.substr(at + 1, table.find('\n', at + 1) - at - 1);
    return std::string(line.substr(line.rfind('\t') + 1));
}

}  // namespace draws
