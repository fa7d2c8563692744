#include "draw/list_readers.h"

#include "draw/ids.h"
#include "draw/moment.h"
#include "draw/package_forms.h"

namespace draw {

namespace {

constexpr std::uint64_t most_rows = 10'000'000;
constexpr std::string_view drawn_name = "drawn.json", events_name = "events.json";

Events::Event read_event(JsonCursor& at) {
    Events::Event event;
    at.open_object();
    at.member("at");
    event.at = at.plain(is_time, time_form);
    at.member("commit");
    event.commit = at.digest();
    at.member("kind");
    event.kind = at.text();
    at.close_object();
    return event;
}

Salt read_opening(JsonCursor& at, const std::function<void(std::string&&)>& field) {
    at.open_object();
    at.member("fields");
    at.open_list();
    while (at.next()) field(at.text());
    at.member("salt");
    const Salt salt = at.salt();
    at.close_object();
    return salt;
}

}  // namespace

DrawnReader::DrawnReader(std::string_view bytes) : at_(drawn_name, bytes) {
    at_.open_object();
    at_.member("draw");
    draw_ = at_.digest();
    at_.member("drawn");
    at_.open_list();
}

bool DrawnReader::next(DrawnRow& row) {
    if (!at_.next()) {
        at_.member("v");
        v_ = at_.text();
        at_.close_object();
        at_.end();
        return false;
    }
    if (++rows_ > most_rows) at_.refuse("名单超过 10000000 户");
    at_.open_object();
    at_.member("id");
    row.id = at_.plain(is_object_id, object_form);
    at_.member("inspectors");
    read_inspector_list(at_, row.inspectors);
    at_.member("salt");
    row.salt = at_.salt();
    at_.close_object();
    return true;
}

EventsReader::EventsReader(std::string_view bytes) : bytes_(bytes) {
    JsonCursor at(events_name, bytes);
    at.open_object();
    at.member("draw");
    draw_ = at.digest();
    at.member("events");
    at.open_list();
    while (at.next()) {
        events_.push_back(static_cast<std::uint32_t>(at.place()));
        read_event(at);
    }
    at.member("openings");
    at.open_list();
    while (at.next()) {
        openings_.push_back(static_cast<std::uint32_t>(at.place()));
        read_opening(at, [](std::string&&) {});
    }
    at.member("v");
    v_ = at.text();
    at.close_object();
    at.end();
}

Events::Event EventsReader::event(std::size_t i) const {
    JsonCursor at(events_name, bytes_, events_.at(i));
    return read_event(at);
}

Salt EventsReader::each_field(std::size_t i, const std::function<void(std::string&&)>& field) const {
    JsonCursor at(events_name, bytes_, openings_.at(i));
    return read_opening(at, field);
}

}  // namespace draw
