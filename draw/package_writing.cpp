// Writes the files of a package (docs/draw-protocol.md, sections 3 and 7), keys in their sorted order.
#include <stdexcept>

#include "draw/json_writer.h"
#include "draw/package.h"

namespace draw {

namespace {

/// What was written, once it was read back: nothing leaves this folder that a checker would refuse.
template <typename Read>
std::string readable(JsonWriter& to, Read read) {
    std::string bytes = to.take();
    try {
        read(bytes);
    } catch (const Unreadable& refusal) {
        throw std::logic_error(std::string("要写的内容不合规定：") + refusal.what());
    }
    return bytes;
}

void write_list(JsonWriter& to, std::string_view key, const std::vector<std::string>& texts) {
    to.member(key);
    to.open_list();
    for (const std::string& text : texts) to.text(text);
    to.close_list();
}

void write_list(JsonWriter& to, std::string_view key, const std::vector<Digest>& digests) {
    to.member(key);
    to.open_list();
    for (const Digest& digest : digests) to.digest(digest);
    to.close_list();
}

void write_holders(JsonWriter& to, const std::vector<Announcement::Holder>& holders) {
    to.member("nonces");
    to.open_list();
    for (const Announcement::Holder& holder : holders) {
        to.open_object();
        to.digest("commit", holder.commit);
        to.text("who", holder.who);
        to.close_object();
    }
    to.close_list();
}

}  // namespace

std::string announcement_json(const Announcement& value) {
    JsonWriter to;
    to.open_object();
    to.text("announced", value.announced);
    to.text("basis", value.basis);
    to.member("beacon");
    to.open_object();
    to.text("ref", value.beacon.ref);
    to.integer("time", value.beacon.time);
    to.text("type", value.beacon.type);
    to.close_object();
    to.text("deadline", value.deadline);
    to.integer("drawn", value.drawn);
    to.member("inspectors");
    to.open_object();
    to.digest("root", value.inspectors.root);
    to.integer("size", value.inspectors.size);
    to.close_object();
    write_holders(to, value.nonces);
    to.member("objects");
    to.open_object();
    to.digest("root", value.objects.root);
    to.integer("size", value.objects.size);
    to.text("source", value.source);
    to.close_object();
    to.text("office", value.office);
    to.digest("prev", value.prev);
    to.digest("quota", value.quota);
    to.integer("seq", value.seq);
    to.text("series", value.series);
    to.text("title", value.title);
    to.text("v", value.v);
    to.close_object();
    return readable(to, read_announcement);
}

std::string quota_json(const Quota& value) {
    JsonWriter to;
    to.open_object();
    to.member("excluded");
    to.open_object();
    for (const auto& [reason, count] : value.excluded) to.integer(reason, count);
    to.close_object();
    to.salt("salt", value.salt);
    to.member("strata");
    to.open_list();
    for (const Quota::Stratum& stratum : value.strata) {
        to.open_object();
        to.text("code", stratum.code);
        to.integer("eligible", stratum.eligible);
        to.integer("n", stratum.n);
        to.integer("ppm", stratum.ppm);
        to.close_object();
    }
    to.close_list();
    to.close_object();
    return readable(to, read_quota);
}

std::string record_json(const Record& value) {
    JsonWriter to;
    to.open_object();
    to.text("at", value.at);
    to.member("beacon");
    to.open_object();
    to.member("evidence");
    to.open_object();
    to.text("randomness", value.randomness);
    to.integer("round", value.round);
    to.text("signature", value.signature);
    to.close_object();
    to.text("ref", value.ref);
    to.text("type", value.type);
    to.digest("value", value.value);
    to.close_object();
    to.digest("draw", value.draw);
    to.member("result");
    to.open_object();
    to.digest("root", value.root);
    to.integer("size", value.size);
    to.close_object();
    to.text("v", value.v);
    to.close_object();
    return readable(to, [](std::string_view bytes) { return read_record(bytes); });
}

std::string drawn_json(const DrawnList& value) {
    JsonWriter to;
    to.open_object();
    to.digest("draw", value.draw);
    to.member("drawn");
    to.open_list();
    for (const DrawnList::Row& row : value.drawn) {
        to.open_object();
        to.text("id", row.id);
        write_list(to, "inspectors", row.inspectors);
        to.salt("salt", row.salt);
        to.close_object();
    }
    to.close_list();
    to.text("v", value.v);
    to.close_object();
    return readable(to, read_drawn);
}

std::string reveal_json(const Reveal& value) {
    JsonWriter to;
    to.open_object();
    to.digest("draw", value.draw);
    to.member("nonces");
    to.open_list();
    for (const Reveal::Nonce& nonce : value.nonces) {
        to.open_object();
        to.digest("nonce", nonce.nonce);
        to.text("who", nonce.who);
        to.close_object();
    }
    to.close_list();
    to.digest("salt_key", value.salt_key);
    to.text("v", value.v);
    to.close_object();
    return readable(to, read_reveal);
}

std::string events_json(const Events& value) {
    JsonWriter to;
    to.open_object();
    to.digest("draw", value.draw);
    to.member("events");
    to.open_list();
    for (const Events::Event& event : value.events) {
        to.open_object();
        to.text("at", event.at);
        to.digest("commit", event.commit);
        to.text("kind", event.kind);
        to.close_object();
    }
    to.close_list();
    to.member("openings");
    to.open_list();
    for (const Events::Opening& opening : value.openings) {
        to.open_object();
        write_list(to, "fields", opening.fields);
        to.salt("salt", opening.salt);
        to.close_object();
    }
    to.close_list();
    to.text("v", value.v);
    to.close_object();
    return readable(to, read_events);
}

std::string end_json(const End& value) {
    JsonWriter to;
    to.open_object();
    to.text("at", value.at);
    to.digest("draw", value.draw);
    to.text("kind", value.kind);
    to.text("order", value.order);
    to.text("v", value.v);
    to.close_object();
    return readable(to, read_end);
}

std::string slip_json(const Slip& value) {
    JsonWriter to;
    to.open_object();
    to.digest("draw", value.draw);
    to.text("id", value.id);
    to.integer("index", value.index);
    write_list(to, "inspectors", value.inspectors);
    write_list(to, "path", value.path);
    write_list(to, "persons", value.persons);
    to.digest("record", value.record);
    to.salt("salt", value.salt);
    to.integer("size", value.size);
    to.text("v", value.v);
    to.close_object();
    return readable(to, [](std::string_view bytes) { return read_slip(bytes); });
}

std::string series_json(const std::vector<SeriesEntry>& value) {
    JsonWriter to;
    to.open_list();
    for (const SeriesEntry& entry : value) {
        to.open_object();
        write_list(to, "commits", entry.commits);
        to.digest("draw", entry.draw);
        to.digest("prev", entry.prev);
        to.text("salt_key", entry.salt_key);
        to.integer("seq", entry.seq);
        to.text("series", entry.series);
        to.text("state", entry.state);
        to.close_object();
    }
    to.close_list();
    return readable(to, [](std::string_view bytes) { return read_series(bytes); });
}

}  // namespace draw
