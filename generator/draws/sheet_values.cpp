#include "generator/draws/sheet_values.h"

#include <nlohmann/json.hpp>

#include "draw/encoding.h"
#include "draw/hash.h"
#include "draw/needs.h"
#include "generator/draws/inspector_pool.h"

namespace draws {

namespace {

/// Fills in names: of a person by the fresh id, of an object by its code.
class Names {
  public:
    Names(records::Portal& portal, records::PrivateStore& store, const settings::Settings& settings,
          const OpenDraw& draw)
        : portal_(portal), store_(store), settings_(settings), known_(read_persons(draw.folder.read("persons.json"))) {
        for (const records::InspectorFacts& one : portal.inspectors()) departments_[one.pseudonym] = one.department;
    }

    SheetPerson person(const std::string& id, const std::string& department_code) const {
        SheetPerson person;
        person.id = id;
        person.department = settings::DrawCodes::name_of(settings_.draw.departments, department_code);
        const auto known = known_.find(id);
        if (known == known_.end()) return person;
        person.salt = known->second.salt_hex;
        if (const auto department = departments_.find(known->second.pseudonym); department != departments_.end())
            person.department = department->second;
        if (const auto found = store_.inspector(known->second.pseudonym)) {
            person.name = found->name;
            person.certificate = found->certificate;
        }
        return person;
    }
    SheetVisit visit(const std::string& code, const std::vector<std::string>& inspectors,
                     const std::vector<std::string>& departments) const {
        SheetVisit visit;
        visit.code = code;
        if (const auto object = portal_.object_with_code(code))
            if (const auto facts = portal_.object_facts(*object)) {
                visit.name = facts->name;
                visit.address = address_in(facts->private_cells);
            }
        for (std::size_t slot = 0; slot < inspectors.size(); ++slot)
            visit.people.push_back(person(inspectors[slot], slot < departments.size() ? departments[slot] : ""));
        return visit;
    }
    /// The person's fingerprint on a slip.
    std::string fingerprint(const std::string& id) const {
        const auto known = known_.find(id);
        return known == known_.end() ? "" : known->second.person;
    }

  private:
    static std::string address_in(const std::string& private_cells) {
        const auto json = nlohmann::json::parse(private_cells, nullptr, false);
        if (!json.is_object() || !json.contains("address") || !json["address"].is_string()) return {};
        return json["address"].get<std::string>();
    }
    records::Portal& portal_;
    records::PrivateStore& store_;
    const settings::Settings& settings_;
    KnownPersons known_;
    std::map<std::string, std::string> departments_;
};

/// The department of each slot of a `needs`.
std::vector<std::string> departments_of(const std::string& needs) {
    std::vector<draw::Need> read;
    std::vector<std::string> departments;
    if (draw::parse_needs(needs, read))
        for (const draw::Need& need : read)
            departments.insert(departments.end(), need.count, std::string(need.department));
    return departments;
}

SheetDraw sheet_draw(const settings::Settings& settings, const OpenDraw& draw, const std::string& registered_at) {
    SheetDraw sheet;
    sheet.title = draw.announcement.title;
    const settings::OfficeSettings* office =
        settings.office(draw.announcement.office.substr(0, draw.announcement.office.find('-')));
    sheet.office = (office == nullptr ? "" : office->name + "，") + draw.announcement.office;
    sheet.digest = draw::hex(draw.digest);
    sheet.registered_at = registered_at;
    sheet.deadline = draw.announcement.deadline;
    sheet.demo = settings.demo;
    if (!settings.base_url.empty())
        sheet.page = settings.base_url + (settings.base_url.ends_with('/') ? "" : "/") + "draws/" +
                     std::to_string(draw.facts.draw) + "/";
    return sheet;
}

}  // namespace

Files printed(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
              const OpenDraw& draw, const FixedList& list, const draw::Record& record,
              const std::string& record_bytes) {
    const settings::Settings settings = folder.settings();
    const Names names(portal, persons, settings, draw);
    const std::string objects = draw.folder.read("objects.tsv");
    Files files;
    std::vector<SheetVisit> visits;
    for (const draw::DrawnList::Row& row : list.drawn.drawn) {
        const draw::Inclusion place = list.tree.inclusion(row.salt);
        draw::Slip slip;
        slip.draw = draw.digest;
        slip.id = row.id;
        slip.index = place.index;
        slip.inspectors = row.inspectors;
        slip.path = place.path;
        for (const std::string& one : row.inspectors) slip.persons.push_back(names.fingerprint(one));
        slip.record = draw::sha256(record_bytes);
        slip.salt = row.salt;
        slip.size = record.size;
        SheetVisit visit = names.visit(row.id, row.inspectors, departments_of(needs_in_table(objects, row.id)));
        visit.slip = draw::slip_json(slip);
        files["slips/" + row.id + ".json"] = visit.slip;
        visits.push_back(std::move(visit));
    }
    const SheetDraw sheet = sheet_draw(settings, draw, record.at);
    files["print/slips.html"] = slips_html(sheet, visits);
    files["print/tasks.html"] = task_sheets_html(sheet, visits);
    return files;
}

Files printed_again(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
                    const OpenDraw& draw, const std::vector<ListedObject>& list, const std::string& registered_at) {
    const settings::Settings settings = folder.settings();
    const Names names(portal, persons, settings, draw);
    const std::string objects = draw.folder.read("objects.tsv");
    std::vector<SheetVisit> visits;
    for (const ListedObject& one : list) {
        SheetVisit visit = names.visit(one.id, one.inspectors, departments_of(needs_in_table(objects, one.id)));
        if (!one.replacement) {
            visit.slip = draw.folder.read("slips/" + one.id + ".json");
            const std::vector<std::string> fixed = draw::read_slip(visit.slip).inspectors;
            for (std::size_t slot = 0; slot < visit.people.size(); ++slot)
                visit.people[slot].changed = visit.people[slot].id != fixed.at(slot);
        }
        visits.push_back(std::move(visit));
    }
    const SheetDraw sheet = sheet_draw(settings, draw, registered_at);
    return {{"print/slips.html", slips_html(sheet, visits)}, {"print/tasks.html", task_sheets_html(sheet, visits)}};
}

}  // namespace draws
