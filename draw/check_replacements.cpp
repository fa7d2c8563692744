// The check `replacements`: what was logged after the draw is opened, in order, and what section 8 asks for.
#include <algorithm>

#include "draw/checks.h"
#include "draw/replay.h"

namespace draw {

namespace {

constexpr std::size_t most_fields = 5;  // of any kind

/// An event with its opening; of more fields than any kind has, one too many is kept.
struct Opened {
    Events::Event event;
    std::vector<std::string> fields;
    bool opens = false;  ///< the opening gives the commitment
};

/// The commitment is made field by field: a hostile opening may have millions.
Opened opened(const EventsReader& events, std::size_t i) {
    Opened value{events.event(i), {}, false};
    Sha256 hash;
    hash.add(encoded(std::string_view("ssj1/event"), std::string_view(value.event.kind)));
    const Salt salt = events.each_field(i, [&](std::string&& field) {
        hash.add(encoded(std::string_view(field)));
        if (value.fields.size() <= most_fields) value.fields.push_back(std::move(field));
    });
    hash.add(encoded(salt));
    value.opens = hash.finish() == value.event.commit;
    return value;
}

bool times_ascend(const EventsReader& events, const std::optional<Record>& record) {
    std::string before = record ? record->at : "";
    for (std::size_t i = 0; i < events.events(); ++i) {
        const std::string at = events.event(i).at;
        if (at < before) return false;
        before = at;
    }
    return true;
}

struct Counts {
    std::uint64_t replaced = 0, assigned = 0;
    std::uint64_t reassigned = 0;  ///< RECUSAL and ILLNESS
};

std::string number_of_event(std::size_t i) {
    return "第 " + std::to_string(i + 1) + " 件";
}

/// Commitments and forms, event by event; the first thing wrong, or empty.
std::string wrong_opening(const EventsReader& events, Counts& counts) {
    for (std::size_t i = 0; i < events.events(); ++i) {
        const Opened one = opened(events, i);
        if (!one.opens) return number_of_event(i) + "替补或改派与登记的摘要不符";
        if (!is_event_form(one.event.kind, one.fields))
            return number_of_event(i) + "替补或改派的种类、栏目或理由不合规定";
        const bool assigned = one.event.kind == "assign";
        counts.assigned += assigned;
        counts.replaced += !assigned;
        counts.reassigned += assigned && (one.fields.back() == "RECUSAL" || one.fields.back() == "ILLNESS");
    }
    return "";
}

/// Replays all events; the first one that is not as it must be, or empty.
std::string wrong_order(const EventsReader& events, Replay& replay) {
    for (std::size_t i = 0; i < events.events(); ++i) {
        const Opened one = opened(events, i);
        const auto& fields = one.fields;
        if (one.event.kind == "replace") {
            if (!replay.replace(fields[0], fields[1])) return number_of_event(i) + "替补不是本层的下一户，或者超过限额";
        } else if (!replay.assign(fields[0], fields[1], fields[2], fields[3], fields[4])) {
            return number_of_event(i) + "改派不是应当的下一人";
        }
    }
    return "";
}

std::string missing_for_order(const Papers& papers, const Recomputed& again, const Counts& counts) {
    return absent({{"objects.tsv", again.objects.has_value()},
                   {"quota.json", papers.quota.has_value()},
                   {"record.json", papers.record.has_value()},
                   {"reveal.json", papers.reveal.has_value()},
                   {"drawn.json", papers.drawn.has_value()},
                   {"inspectors.tsv", counts.assigned == 0 || again.inspectors.has_value()}});
}

/// Above one in twenty of all slots (and above one) the draw is flagged.
bool worth_explaining(const Counts& counts, const Picks& picks) {
    constexpr std::uint64_t one_in = 20;
    return counts.assigned > 0 &&
           (counts.reassigned + picks.unfilled) * one_in > std::max<std::uint64_t>(one_in, picks.all.size());
}

}  // namespace

Finding check_replacements(const Papers& papers, const Recomputed& again) {
    if (!papers.events) return unchecked(missing_sentence("events.json"));
    const EventsReader& events = *papers.events;
    if (events.events() == 0 && events.openings() == 0) return held("没有替补和改派");
    if (!papers.drawn && events.openings() == 0)
        return unchecked("已登记替补或改派 " + std::to_string(events.events()) + " 件，名单公开后才能核对");
    if (events.openings() != events.events()) return failed("替补和改派没有逐件公开");
    if (!times_ascend(events, papers.record)) return failed("替补和改派的时间先后不对");
    Counts counts;
    if (auto wrong = wrong_opening(events, counts); !wrong.empty()) return failed(wrong);
    if (const auto missing = missing_for_order(papers, again, counts); !missing.empty())
        return unchecked("只核对了摘要；缺少 " + missing + "，没有核对次序");
    std::optional<Matching> matching = again.matching;  // loads change
    Replay replay(*again.selection, again.drawn, matching ? &*matching : nullptr, again.picks);
    if (auto wrong = wrong_order(events, replay); !wrong.empty()) return failed(wrong);
    return held("替补 " + std::to_string(counts.replaced) + " 件，改派 " + std::to_string(counts.assigned) +
                " 件，都合规定" + (worth_explaining(counts, again.picks) ? "；改派和未配齐名额超过 5%，需要说明" : ""));
}

}  // namespace draw
