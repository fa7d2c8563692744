// The thirteen checks of a draw (抽取核验), as docs/draw-protocol.md, section 9, names and orders them.
// It knows bytes only: where they come from, and how a report is shown, is the caller's.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "draw/byte_source.h"
#include "draw/package.h"

namespace draw {

/// The files of a package that are there, whole; the tables as sources that are read once, from their beginning.
struct PackageFiles {
    std::string_view announcement;
    std::optional<std::string_view> quota, record, reveal, drawn, events, end;
    ByteSource objects, inspectors;  ///< empty function: absent
};

/// What the user says from outside the package.
struct Told {
    std::optional<std::string> seen = {};                 ///< --seen: YYYY-MM-DDThh:mm:ss+08:00
    std::optional<BeaconRound> beacon = {};               ///< --beacon
    std::optional<std::vector<SeriesEntry>> series = {};  ///< --series
};

enum class Status { ok, fail, not_checked };

struct Check {
    std::string name;  ///< as in section 9
    Status status = Status::not_checked;
    std::string detail;  ///< a Chinese sentence
};

enum class Verdict { ok, fail, incomplete };

struct Report {
    std::vector<Check> checks;
    Digest draw{};  ///< D, the identity of the draw
    Verdict verdict() const;
};

/// Called now and then while a large table is read, with the bytes read so far of all tables.
using Reading = std::function<void(std::uint64_t bytes)>;

/// Judges a package. Throws Unreadable when any of its files, or --seen, cannot be read.
Report verify(const PackageFiles& files, const Told& told, const Reading& reading = {});

/// Judges a slip (凭条) alone, with the bytes of the record.json it names, if there: one check named slip.
Report verify_slip(const Slip& slip, std::optional<std::string_view> record);

/// RFC 8785 and one LF: {"checks":[{"detail","name","status"}],"draw","verdict"}.
std::string report_json(const Report& report);
/// For people: one line a check and the verdict.
std::string report_text(const Report& report);

}  // namespace draw
