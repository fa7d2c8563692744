// Any bytes, taken as files of a draw's package and verified. Files are parted by 0xFF, which no UTF-8 text has; each
// begins with one byte that says which it is: a q r R d e E announcement … end, o i the tables, s a slip, b a round of
// drand, l a list of series; x are events whose commitments are made to fit, so that they are replayed. What can be
// read is also written back, byte for byte.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "draw/commitments.h"
#include "draw/verify.h"

namespace {

struct Files {
    draw::PackageFiles package;
    std::optional<std::string_view> slip, beacon, series;
    std::string fitted;
};

/// The events with commitments to their openings; nothing when they cannot be read.
std::string fitted(std::string_view bytes) try {
    draw::Events events = draw::read_events(bytes);
    for (std::size_t i = 0; i < events.events.size() && i < events.openings.size(); ++i)
        events.events[i].commit =
            draw::event_commitment(events.events[i].kind, events.openings[i].fields, events.openings[i].salt);
    return draw::events_json(events);
} catch (const draw::Unreadable&) {
    return "";
}

draw::ByteSource source_of(std::string_view text) {
    return [text](char* to, std::size_t most) mutable {
        const std::size_t size = text.copy(to, most);
        text.remove_prefix(size);
        return size;
    };
}

void take(Files& files, char kind, std::string_view bytes) {
    switch (kind) {
        case 'a':
            files.package.announcement = bytes;
            break;
        case 'q':
            files.package.quota = bytes;
            break;
        case 'r':
            files.package.record = bytes;
            break;
        case 'R':
            files.package.reveal = bytes;
            break;
        case 'd':
            files.package.drawn = bytes;
            break;
        case 'e':
            files.package.events = bytes;
            break;
        case 'E':
            files.package.end = bytes;
            break;
        case 'o':
            files.package.objects = source_of(bytes);
            break;
        case 'i':
            files.package.inspectors = source_of(bytes);
            break;
        case 'x':
            if (auto events = fitted(bytes); !events.empty()) files.fitted = std::move(events);
            break;
        case 's':
            files.slip = bytes;
            break;
        case 'b':
            files.beacon = bytes;
            break;
        case 'l':
            files.series = bytes;
            break;
        default:
            break;
    }
}

Files divided(std::string_view all) {
    Files files;
    while (!all.empty()) {
        const std::size_t end = all.find('\xFF');
        const std::string_view one = all.substr(0, end);
        if (!one.empty()) take(files, one.front(), one.substr(1));
        all.remove_prefix(end == all.npos ? all.size() : end + 1);
    }
    return files;
}

/// What can be read is written as it was.
template <typename Read, typename Write>
void read_and_write(std::optional<std::string_view> bytes, Read read, Write write) {
    if (!bytes) return;
    try {
        if (write(read(*bytes)) != *bytes) std::abort();
    } catch (const draw::Unreadable&) {
    }
}

void verify(Files& files) {
    if (!files.fitted.empty()) files.package.events = files.fitted;
    draw::Told told;
    told.seen = "2023-08-22T22:15:33+08:00";
    try {
        if (files.beacon) told.beacon = draw::read_beacon_round(*files.beacon);
        if (files.series) told.series = draw::read_series(*files.series);
    } catch (const draw::Unreadable&) {
    }
    try {
        const draw::Report report = draw::verify(files.package, told);
        if (report.checks.size() != 13 || draw::report_json(report).empty()) std::abort();
        for (const draw::Check& check : report.checks)
            if (check.detail.empty()) std::abort();
    } catch (const draw::Unreadable&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Files files = divided({reinterpret_cast<const char*>(data), size});
    const draw::PackageFiles& package = files.package;
    read_and_write(package.announcement, draw::read_announcement, draw::announcement_json);
    read_and_write(package.quota, draw::read_quota, draw::quota_json);
    read_and_write(
        package.record, [](auto bytes) { return draw::read_record(bytes); }, draw::record_json);
    read_and_write(package.reveal, draw::read_reveal, draw::reveal_json);
    read_and_write(package.drawn, draw::read_drawn, draw::drawn_json);
    read_and_write(package.events, draw::read_events, draw::events_json);
    read_and_write(package.end, draw::read_end, draw::end_json);
    read_and_write(
        files.slip, [](auto bytes) { return draw::read_slip(bytes); }, draw::slip_json);
    read_and_write(
        files.series, [](auto bytes) { return draw::read_series(bytes); }, draw::series_json);
    if (files.slip) try {
            draw::report_json(draw::verify_slip(draw::read_slip(*files.slip), package.record));
        } catch (const draw::Unreadable&) {
        }
    verify(files);
    return 0;
}
