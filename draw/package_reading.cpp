// Reads the small files of a package (docs/draw-protocol.md, sections 3 and 7), keys in their sorted order.
#include "draw/ids.h"
#include "draw/json_cursor.h"
#include "draw/list_readers.h"
#include "draw/moment.h"
#include "draw/package.h"
#include "draw/package_forms.h"

namespace draw {

namespace {

constexpr std::size_t most_holders = 16, most_strata = 64;

bool is_digest_or_empty(std::string_view text) {
    return text.empty() || (text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos);
}

bool is_inspector_or_empty(std::string_view text) {
    return text.empty() || is_inspector_id(text);
}

std::string text_of(JsonCursor& at, std::string_view key) {
    at.member(key);
    return at.text();
}

Digest digest_of(JsonCursor& at, std::string_view key) {
    at.member(key);
    return at.digest();
}

std::uint64_t integer_of(JsonCursor& at, std::string_view key) {
    at.member(key);
    return at.integer();
}

std::string plain_of(JsonCursor& at, std::string_view key, bool (*is)(std::string_view), std::string_view form) {
    at.member(key);
    return std::string(at.plain(is, form));
}

/// The last member of most files, and their end.
void finish(JsonCursor& at, std::string& v) {
    v = text_of(at, "v");
    at.close_object();
    at.end();
}

void read_beacon(JsonCursor& at, Announcement::Beacon& beacon) {
    at.member("beacon");
    at.open_object();
    beacon.ref = text_of(at, "ref");
    beacon.time = integer_of(at, "time");
    beacon.type = text_of(at, "type");
    at.close_object();
}

void read_holders(JsonCursor& at, std::vector<Announcement::Holder>& holders) {
    at.member("nonces");
    at.open_list();
    while (at.next()) {
        if (holders.size() == most_holders) at.refuse("秘密数持有人超过 16 个");
        at.open_object();
        Announcement::Holder& holder = holders.emplace_back();
        holder.commit = digest_of(at, "commit");
        holder.who = plain_of(at, "who", is_code, code_form);
        at.close_object();
    }
}

void read_strata(JsonCursor& at, std::vector<Quota::Stratum>& strata) {
    at.member("strata");
    at.open_list();
    while (at.next()) {
        if (strata.size() == most_strata) at.refuse("超过 64 层");
        at.open_object();
        Quota::Stratum& stratum = strata.emplace_back();
        stratum.code = plain_of(at, "code", is_code, code_form);
        stratum.eligible = integer_of(at, "eligible");
        stratum.n = integer_of(at, "n");
        stratum.ppm = integer_of(at, "ppm");
        at.close_object();
    }
}

}  // namespace

void read_inspector_list(JsonCursor& at, std::vector<std::string_view>& into) {
    into.clear();
    at.open_list();
    while (at.next()) into.push_back(at.plain(is_inspector_or_empty, inspector_form));
}

Announcement read_announcement(std::string_view bytes) {
    Announcement value;
    JsonCursor at("announcement.json", bytes);
    at.open_object();
    value.announced = plain_of(at, "announced", is_time, time_form);
    value.basis = text_of(at, "basis");
    read_beacon(at, value.beacon);
    value.deadline = plain_of(at, "deadline", is_date, date_form);
    value.drawn = integer_of(at, "drawn");
    at.member("inspectors");
    at.open_object();
    value.inspectors.root = digest_of(at, "root");
    value.inspectors.size = integer_of(at, "size");
    at.close_object();
    read_holders(at, value.nonces);
    at.member("objects");
    at.open_object();
    value.objects.root = digest_of(at, "root");
    value.objects.size = integer_of(at, "size");
    value.source = text_of(at, "source");
    at.close_object();
    value.office = text_of(at, "office");
    value.prev = digest_of(at, "prev");
    value.quota = digest_of(at, "quota");
    value.seq = integer_of(at, "seq");
    value.series = text_of(at, "series");
    value.title = text_of(at, "title");
    finish(at, value.v);
    return value;
}

Quota read_quota(std::string_view bytes) {
    Quota value;
    JsonCursor at("quota.json", bytes);
    at.open_object();
    at.member("excluded");
    at.open_object();
    std::string_view reason;
    while (at.any_member(reason)) {
        if (!is_code(reason)) at.refuse("排除理由应当是" + std::string(code_form));
        const std::uint64_t count = at.integer();
        value.excluded.emplace_back(reason, count);
    }
    at.member("salt");
    value.salt = at.salt();
    read_strata(at, value.strata);
    at.close_object();
    at.end();
    return value;
}

Record read_record(std::string_view bytes, std::string_view file) {
    Record value;
    JsonCursor at(file, bytes);
    at.open_object();
    value.at = plain_of(at, "at", is_time, time_form);
    at.member("beacon");
    at.open_object();
    at.member("evidence");
    at.open_object();
    at.member("randomness");
    value.randomness = at.hex(64);
    value.round = integer_of(at, "round");
    value.signature = text_of(at, "signature");
    at.close_object();
    value.ref = text_of(at, "ref");
    value.type = text_of(at, "type");
    value.value = digest_of(at, "value");
    at.close_object();
    value.draw = digest_of(at, "draw");
    at.member("result");
    at.open_object();
    value.root = digest_of(at, "root");
    value.size = integer_of(at, "size");
    at.close_object();
    finish(at, value.v);
    return value;
}

DrawnList read_drawn(std::string_view bytes) {
    DrawnReader reader(bytes);
    DrawnList value;
    value.draw = reader.draw();
    for (DrawnRow row; reader.next(row);) {
        DrawnList::Row& kept = value.drawn.emplace_back();
        kept.id = row.id;
        kept.inspectors.assign(row.inspectors.begin(), row.inspectors.end());
        kept.salt = row.salt;
    }
    value.v = reader.v();
    return value;
}

Reveal read_reveal(std::string_view bytes) {
    Reveal value;
    JsonCursor at("reveal.json", bytes);
    at.open_object();
    value.draw = digest_of(at, "draw");
    at.member("nonces");
    at.open_list();
    while (at.next()) {
        if (value.nonces.size() == most_holders) at.refuse("秘密数持有人超过 16 个");
        at.open_object();
        Reveal::Nonce& nonce = value.nonces.emplace_back();
        nonce.nonce = digest_of(at, "nonce");
        nonce.who = plain_of(at, "who", is_code, code_form);
        at.close_object();
    }
    value.salt_key = digest_of(at, "salt_key");
    finish(at, value.v);
    return value;
}

Events read_events(std::string_view bytes) {
    const EventsReader reader(bytes);
    Events value;
    value.draw = reader.draw();
    for (std::size_t i = 0; i < reader.events(); ++i) value.events.push_back(reader.event(i));
    for (std::size_t i = 0; i < reader.openings(); ++i) {
        Events::Opening& opening = value.openings.emplace_back();
        opening.salt = reader.each_field(i, [&](std::string&& field) { opening.fields.push_back(std::move(field)); });
    }
    value.v = reader.v();
    return value;
}

End read_end(std::string_view bytes) {
    End value;
    JsonCursor at("end.json", bytes);
    at.open_object();
    value.at = plain_of(at, "at", is_time, time_form);
    value.draw = digest_of(at, "draw");
    value.kind = text_of(at, "kind");
    value.order = text_of(at, "order");
    finish(at, value.v);
    return value;
}

Slip read_slip(std::string_view bytes, std::string_view file) {
    Slip value;
    JsonCursor at(file, bytes);
    at.open_object();
    value.draw = digest_of(at, "draw");
    value.id = plain_of(at, "id", is_object_id, object_form);
    value.index = integer_of(at, "index");
    at.member("inspectors");
    std::vector<std::string_view> inspectors;
    read_inspector_list(at, inspectors);
    value.inspectors.assign(inspectors.begin(), inspectors.end());
    at.member("path");
    at.open_list();
    while (at.next()) value.path.push_back(at.digest());
    at.member("persons");
    at.open_list();
    while (at.next()) value.persons.emplace_back(at.plain(is_digest_or_empty, person_form));
    value.record = digest_of(at, "record");
    at.member("salt");
    value.salt = at.salt();
    value.size = integer_of(at, "size");
    finish(at, value.v);
    return value;
}

std::vector<SeriesEntry> read_series(std::string_view bytes, std::string_view file) {
    std::vector<SeriesEntry> entries;
    JsonCursor at(file, bytes);
    at.open_list();
    while (at.next()) {
        SeriesEntry& entry = entries.emplace_back();
        at.open_object();
        at.member("commits");
        at.open_list();
        while (at.next()) entry.commits.push_back(at.digest());
        entry.draw = digest_of(at, "draw");
        entry.prev = digest_of(at, "prev");
        entry.salt_key = plain_of(at, "salt_key", is_digest_or_empty, person_form);
        entry.seq = integer_of(at, "seq");
        entry.series = text_of(at, "series");
        entry.state = text_of(at, "state");
        at.close_object();
    }
    at.end();
    return entries;
}

}  // namespace draw
