#include "generator/draws/change.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "draw/commitments.h"
#include "draw/encoding.h"
#include "draw/ids.h"
#include "generator/draws/current_list.h"
#include "generator/draws/errors.h"
#include "generator/draws/holders.h"
#include "generator/draws/inspector_pool.h"
#include "generator/draws/live_draw.h"
#include "generator/draws/secret_openings.h"
#include "generator/draws/self_check.h"
#include "generator/draws/sheet_values.h"
#include "generator/draws/step_files.h"
#include "text/fold.h"

namespace draws {

namespace {

constexpr std::size_t salt_bytes = 16, id_characters = 12;

struct Decided {
    std::vector<std::string> fields;
    std::string was, now;
};

void require_drawn(const OpenDraw& draw, const std::string& at) {
    const std::int64_t now = moment_after(draw, at);
    if (draw.state != State::drawn)
        throw Refused(fmt::format("第 {} 号抽取{}，只有抽取之后、公开之前才能替补或改派。{}", draw.facts.draw,
                                  words_of(draw.state), next_step(draw, now)));
}

std::string listed_object(const LiveDraw& live, const std::string& wanted) {
    const std::string object = text::half_width(text::trimmed(wanted));
    if (live.on_list(object) == nullptr) throw Refused(object + " 现在不在抽中名单里；请核对代码（任务单上有）");
    return object;
}

Decided decide_replacement(const LiveDraw& live, const ChangeRequest& request) {
    const std::string old = listed_object(live, request.object);
    const auto next = live.replacement_of(old);
    if (!next)
        throw Refused(
            "这一层已经没有替补的余地：每层最多替补 max(1, 应抽数的二十分之一) "
            "户，并按顺序；请保留原对象，把情况写进检查结果");
    return {{old, *next, request.reason}, old, *next};
}

Decided decide_assignment(LiveDraw& live, const ChangeRequest& request, const std::string& chosen) {
    const std::string object = listed_object(live, request.object);
    const std::vector<std::string>& slots = *live.on_list(object);
    if (request.slot >= slots.size())
        throw Refused(fmt::format("{} 只有 {} 个名额，编号从 0 起", object, slots.size()));
    const std::string old = slots[request.slot];
    std::string now = chosen;
    if (request.reason == "RECUSAL" || request.reason == "ILLNESS") {
        if (old.empty())
            throw Refused("这个名额还空着，没有人可以回避或生病；填补空缺请用 --reason DIRECT 或 NEIGHBOUR");
        now = live.successor(object, request.slot);
    } else {
        if (!old.empty()) throw Refused("这个名额已经有人；直接委派和邻区匹配只能填空缺的名额");
        if (std::find(slots.begin(), slots.end(), chosen) != slots.end())
            throw Refused("这个人已经在这一户了，请另找一人");
        if (live.is_recused(chosen, object)) throw Refused("这个人对这一户有回避关系，请另找一人");
    }
    return {{object, std::to_string(request.slot), old, now, request.reason}, old, now};
}

/// The id of somebody named by the id of this draw or the certificate; somebody from outside the pool gets a fresh one,
/// which `known` then has.
std::string chosen_inspector(records::Portal& portal, records::PrivateStore& persons, const ChangeRequest& request,
                             KnownPersons& known, const Randomness& random) {
    if (request.replace || request.reason == "RECUSAL" || request.reason == "ILLNESS") {
        if (!request.inspector.empty())
            throw settings::Unusable("回避、生病由程序按顺序定下一人，不能用 --inspector 指定");
        return {};
    }
    if (request.inspector.empty())
        throw settings::Unusable("直接委派、邻区匹配要用 --inspector 写明由谁来（本次编号或执法证号）");
    if (known.contains(request.inspector)) return request.inspector;
    for (const records::InspectorFacts& facts : portal.inspectors()) {
        const auto person = persons.inspector(facts.pseudonym);
        if (!person || text::fold(person->certificate) != text::fold(request.inspector)) continue;
        for (const auto& [id, one] : known)
            if (one.pseudonym == facts.pseudonym) return id;
        draw::Salt salt{};
        const std::string bytes = random.bytes(salt_bytes);
        std::copy(bytes.begin(), bytes.end(), salt.begin());
        std::string id = random.id(id_characters);
        known[id] = {facts.pseudonym, draw::hex(salt),
                     draw::person_commitment(person->name, person->certificate, salt)};
        return id;
    }
    throw Refused("人员名录里没有这个编号或执法证号；请先导入 inspectors");
}

std::string called(records::Portal& portal, records::PrivateStore& persons, const ChangeRequest& request,
                   const KnownPersons& known, const std::string& now) {
    if (!request.replace) {
        const auto found = known.find(now);
        const auto person = found == known.end() ? std::nullopt : persons.inspector(found->second.pseudonym);
        return person ? person->name : "";
    }
    const auto object = portal.object_with_code(now);
    const auto facts = object ? portal.object_facts(*object) : std::nullopt;
    return facts ? facts->name : "";
}

/// Whether more than 5 % of the slots were reassigned or never filled (section 9, `replacements`).
bool is_flagged(const LiveDraw& live, const OpenDraw& draw, const Openings& openings) {
    constexpr std::uint64_t twentieth = 20;
    std::uint64_t count = live.unfilled();
    bool any = false;
    for (const records::DrawChange& change : draw.changes) {
        if (change.kind != "assign") continue;
        any = true;
        const std::string& reason = openings.at(change.commitment).opening.fields.back();
        if (reason == "RECUSAL" || reason == "ILLNESS") ++count;
    }
    return any && count * twentieth > std::max<std::uint64_t>(twentieth, live.slots());
}

}  // namespace

ChangeOutcome change(records::Portal& portal, records::PrivateStore& persons, const settings::PortalFolder& folder,
                     const ChangeRequest& request, const Randomness& random) {
    OpenDraw draw = open_draw(portal, folder, request.draw);
    require_drawn(draw, request.at);
    Files package = draw.package();
    const draw::Record record = draw::read_record(package.at("record.json"));
    const draw::Reveal reveal{draw.digest, read_nonces(draw.folder.read("nonces.json")), salt_key_of(draw), "ssj1"};
    LiveDraw live(package, record, reveal);
    Openings openings;
    if (const auto bytes = draw.folder.find("openings.json")) openings = read_openings(*bytes);
    for (const records::DrawChange& change : draw.changes) {
        const auto found = openings.find(change.commitment);
        if (found == openings.end())
            throw Refused("openings.json 里没有已登记的一件；请从备份（gongshi backup）里取回");
        live.apply(found->second.kind, found->second.opening.fields);
    }

    KnownPersons known = read_persons(draw.folder.read("persons.json"));
    const std::string chosen = chosen_inspector(portal, persons, request, known, random);
    const Decided decided =
        request.replace ? decide_replacement(live, request) : decide_assignment(live, request, chosen);
    const std::string kind = request.replace ? "replace" : "assign";
    SecretOpening opening{kind, {decided.fields, {}}};
    const std::string salt = random.bytes(salt_bytes);
    std::copy(salt.begin(), salt.end(), opening.opening.salt.begin());
    ChangeOutcome outcome;
    outcome.commit = draw::hex(draw::event_commitment(kind, decided.fields, opening.opening.salt));
    openings[outcome.commit] = opening;
    outcome.position = static_cast<std::int64_t>(draw.changes.size()) + 1;
    outcome.was = decided.was;
    outcome.now = decided.now;
    outcome.name = called(portal, persons, request, known, decided.now);
    outcome.sheets = draw.folder.path() / "print" / "tasks.html";

    draw.folder.keep({{"openings.json", openings_json(openings)}, {"persons.json", persons_json(known)}});
    draw.changes.push_back({request.draw, outcome.position, request.at, kind, outcome.commit});
    package["events.json"] = draw::events_json(logged_changes(draw, true));  // as it will be opened
    package["reveal.json"] = draw::reveal_json(reveal);
    draw::Told told;
    told.seen = draw.announcement.announced;
    told.beacon = draw::read_beacon_round(draw.folder.read("beacon.json"));
    require_sound(package, told, {"series"});
    outcome.flagged = is_flagged(live, draw, openings);

    draw.folder.keep(printed_again(portal, persons, folder, draw, current_list(draw), record.at));
    const Files files{{"events.json", draw::events_json(logged_changes(draw, false))}};
    draw.folder.stage(files);
    portal.transaction([&] {
        const records::Id batch = step_batch(portal, draw.digest, kind, request.by, request.at);
        portal.add_draw_change(batch, draw.changes.back());
        enter_files(portal, batch, request.draw, files, "drawn");
    });
    draw.folder.settle(files);
    if (request.replace) draw.folder.set_aside("slips/" + decided.was + ".json", "replaced");
    return outcome;
}

}  // namespace draws
