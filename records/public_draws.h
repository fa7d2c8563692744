// What public.db holds of committed draws 可核验抽取, as values. Basis `classes` (credit-risk classes) never has
// strata, exclusions or pool rows; no draw has pool rows before it is opened, by a reveal or by an abort.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "records/facts.h"

namespace records {

struct PublicCommittedDraw {
    Id draw = 0;              // the draw it belongs to: PublicDraw has its task, office and year
    std::string digest;       // D, 64 hex
    std::string office_code;  // 440300-SCJG
    std::int64_t seq = 0;
    std::string prev;    // 64 hex, zeros for the first
    std::string series;  // 系列
    std::string basis;   // facts classes
    std::string title;
    std::string announced_at;                        // YYYY-MM-DDThh:mm:ss+08:00, as all moments here
    std::int64_t beacon_round = 0, beacon_time = 0;  // beacon_time: Unix seconds
    std::string deadline;                            // 公开期限, YYYY-MM-DD
    std::int64_t drawn = 0;                          // 应抽户数
    std::int64_t objects_size = 0, inspectors_size = 0;
    std::optional<std::int64_t> few_candidates;  // 候选不足四人的名额; none with `classes`
    std::string state;                           // announced drawn revealed cancelled aborted
    bool overdue = false;  // 逾期未公开: on the site's as-of day the deadline is past, and it is announced or drawn
    std::string recorded_at, revealed_at;       // empty: not yet
    std::string ended_at, end_kind, end_order;  // end_kind: cancel abort
    std::int64_t replaced = 0, reassigned = 0;  // 替补 改派
    std::optional<std::int64_t> unfilled;       // 未配齐名额; none until opened
    Id earlier = 0, later = 0;                  // the draws of its series beside it, 0: none
    /// Whether the public sees what a reveal shows of its basis.
    bool opened() const { return state == "revealed" || state == "aborted"; }
    /// Whether it still has to be revealed or ended.
    bool open() const { return state == "announced" || state == "drawn"; }
};

struct PublicDrawStratum {  // 分层, basis `facts` only
    Id draw = 0;
    std::string code, name;  // name: what site.toml calls it, else the code
    std::int64_t eligible = 0, n = 0, ppm = 0;
};
struct PublicDrawExclusion {  // 排除理由, basis `facts` only
    Id draw = 0;
    std::string code;
    std::int64_t count = 0;
};
struct PublicDrawPoolRow {  // 对象库的一行, basis `facts` and opened only
    Id draw = 0;
    std::string id;  // the object's code
    std::string stratum;
    std::string excl;                  // empty: eligible
    std::string ticket;                // its first 16 hex; empty when the draw was aborted before the random value
    std::optional<std::int64_t> rank;  // in its stratum from 1; drawn: not above n
    std::optional<std::int64_t> rank_if_not_excluded;  // of an excluded one: where its ticket would have stood
};
struct PublicDrawFile {  // a file of the package, at address::draw_file
    Id draw = 0;
    std::string name;  // announcement.json …
    std::int64_t size = 0;
    std::string sha256;
};

}  // namespace records
