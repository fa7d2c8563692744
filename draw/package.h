// The files of a draw package (抽取包) as values, one struct a file, with reading and writing of their bytes.
// Reading is strict (docs/draw-protocol.md, section 2): what it accepts is written back byte for byte. It knows what
// the form of a file is, not whether what stands in it holds: that is draw/verify.h. The tables are in draw/pool.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draw/encoding.h"
#include "draw/unreadable.h"

namespace draw {

/// announcement.json (抽取承诺): what is fixed before the random value exists.
struct Announcement {
    struct Beacon {
        std::string ref;         ///< <chain hash>/<round>
        std::uint64_t time = 0;  ///< Unix seconds
        std::string type;        ///< drand
    };
    struct Pool {
        Digest root{};
        std::uint64_t size = 0;
    };
    struct Holder {
        Digest commit{};  ///< T("ssj1/nonce", who, nonce)
        std::string who;
    };
    std::string announced;  ///< YYYY-MM-DDThh:mm:ss+08:00
    std::string basis;      ///< facts or classes
    Beacon beacon;
    std::string deadline;     ///< YYYY-MM-DD
    std::uint64_t drawn = 0;  ///< Σ n
    Pool inspectors;
    std::vector<Holder> nonces;  ///< 秘密数持有人
    Pool objects;
    std::string source;  ///< objects.source: registry extract, its date and rows
    std::string office;
    Digest prev{};   ///< D of the office's announcement before this one; zeros for the first
    Digest quota{};  ///< T("ssj1/quota", bytes of quota.json)
    std::uint64_t seq = 0;
    std::string series, title;
    std::string v = "ssj1";
};

/// quota.json (各层应抽数).
struct Quota {
    struct Stratum {
        std::string code;
        std::uint64_t eligible = 0, n = 0;
        std::uint64_t ppm = 0;  ///< legal floor in millionths
    };
    std::vector<std::pair<std::string, std::uint64_t>> excluded;  ///< reason and count, ascending by reason
    Salt salt{};
    std::vector<Stratum> strata;
};

/// record.json (结果登记): the random value and the commitment to the list.
struct Record {
    std::string at;
    std::string randomness;  ///< evidence: 64 hex
    std::uint64_t round = 0;
    std::string signature;  ///< evidence: any text; 96 hex when it holds
    std::string ref, type;
    Digest value{};
    Digest draw{};
    Digest root{};
    std::uint64_t size = 0;
    std::string v = "ssj1";
};

/// drawn.json (抽中名单).
struct DrawnList {
    struct Row {
        std::string id;
        std::vector<std::string> inspectors;  ///< slot by slot; "" is an unfilled slot
        Salt salt{};
    };
    Digest draw{};
    std::vector<Row> drawn;
    std::string v = "ssj1";
};

/// reveal.json (公开的秘密数与盐密钥).
struct Reveal {
    struct Nonce {
        Digest nonce{};
        std::string who;
    };
    Digest draw{};
    std::vector<Nonce> nonces;  ///< in the announcement's order
    Digest salt_key{};
    std::string v = "ssj1";
};

/// events.json (替补与改派).
struct Events {
    struct Event {
        std::string at;
        Digest commit{};
        std::string kind;
    };
    struct Opening {
        std::vector<std::string> fields;
        Salt salt{};
    };
    Digest draw{};
    std::vector<Event> events;
    std::vector<Opening> openings;  ///< empty until the reveal
    std::string v = "ssj1";
};

/// end.json (取消或中止).
struct End {
    std::string at;
    Digest draw{};
    std::string kind;   ///< cancel or abort
    std::string order;  ///< the order's number, BEACON, or empty for a cancel
    std::string v = "ssj1";
};

/// slip.json (凭条): shown at one enterprise's door.
struct Slip {
    Digest draw{};
    std::string id;
    std::uint64_t index = 0;
    std::vector<std::string> inspectors;
    std::vector<Digest> path;          ///< from the leaf to the root
    std::vector<std::string> persons;  ///< 64 hex, or "" where there is no inspector
    Digest record{};                   ///< SHA-256 of record.json
    Salt salt{};
    std::uint64_t size = 0;
    std::string v = "ssj1";
};

/// One entry of an office's list of draws (机关抽取清单).
struct SeriesEntry {
    std::vector<Digest> commits;
    Digest draw{};
    Digest prev{};
    std::string salt_key;  ///< 64 hex, or empty while not opened
    std::uint64_t seq = 0;
    std::string series;
    std::string state;  ///< open overdue revealed cancelled aborted
};

/// One round as drand serves it; hex of any length, in lower case.
struct BeaconRound {
    std::uint64_t round = 0;
    std::string randomness, signature;
};

// Each takes the whole file and throws Unreadable with file, byte position and a Chinese reason. `file` is the name
// that a refusal tells.
Announcement read_announcement(std::string_view bytes);
Quota read_quota(std::string_view bytes);
Record read_record(std::string_view bytes, std::string_view file = "record.json");
DrawnList read_drawn(std::string_view bytes);
Reveal read_reveal(std::string_view bytes);
Events read_events(std::string_view bytes);
End read_end(std::string_view bytes);
Slip read_slip(std::string_view bytes, std::string_view file = "slip.json");
std::vector<SeriesEntry> read_series(std::string_view bytes, std::string_view file = "series.json");
/// Not canonical: white space and any order of the three keys, at most 64 KiB.
BeaconRound read_beacon_round(std::string_view bytes, std::string_view file = "beacon.json");

// The canonical bytes of a value. Texts must be UTF-8, all else in the form that reading asks for; reading what comes
// out gives the same value. A value that reading would refuse is the writer's mistake and throws std::logic_error.
std::string announcement_json(const Announcement& value);
std::string quota_json(const Quota& value);
std::string record_json(const Record& value);
std::string drawn_json(const DrawnList& value);
std::string reveal_json(const Reveal& value);
std::string events_json(const Events& value);
std::string end_json(const End& value);
std::string slip_json(const Slip& value);
std::string series_json(const std::vector<SeriesEntry>& value);

}  // namespace draw
