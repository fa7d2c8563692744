// Committed draws 可核验抽取 (docs/draw-protocol.md) as portal.db keeps them: an announcement, its steps, the changes
// of the list after it and the files the public sees. Nothing secret is here: nonces, salt keys and persons' salts lie
// in the draw's folder alone. All of it stays as it was added from the moment it is there, draft or published.
#pragma once

#include <cstdint>
#include <string>

namespace records {

struct CommittedDraw {        // 抽取承诺
    std::int64_t draw = 0;    // permanent id
    std::string digest;       // D, 64 hex
    std::string office_code;  // letters, digits and hyphens: 440300-SCJG
    std::int64_t seq = 0;     // 本机关第几次承诺, from 0, without gaps
    std::string prev;         // D of the one before, 64 zeros for the first
    std::string series;       // 系列: the plan's task
    std::string basis;        // facts classes
    std::string title;
    std::string announced_at;       // YYYY-MM-DDThh:mm:ss+08:00
    std::int64_t beacon_round = 0;  // 随机源轮次
    std::int64_t beacon_time = 0;   // Unix seconds
    std::string deadline;           // 公开期限, YYYY-MM-DD
    std::int64_t drawn = 0;         // 应抽户数
    std::int64_t objects_size = 0, inspectors_size = 0;
    std::int64_t few_candidates = 0;  // 候选不足四人的名额
    std::string announcement;         // the bytes of announcement.json
};

struct DrawStep {  // 一步：承诺、登记、公开、取消、中止
    std::int64_t draw = 0;
    std::string kind;           // announced drawn revealed cancelled aborted
    std::string at;             // YYYY-MM-DDThh:mm:ss+08:00
    std::string order_number;   // 命令号 or BEACON: of an abort only
    std::int64_t unfilled = 0;  // 未配齐名额: of `drawn` only
};

struct DrawChange {  // 替补或改派: what it says stays secret until the reveal
    std::int64_t draw = 0;
    std::int64_t position = 0;  // from 1
    std::string at;
    std::string kind;        // replace assign
    std::string commitment;  // 64 hex, as events.json has it
};

struct DrawFile {  // a file of the package that the public sees; its bytes lie in the draw's folder
    std::int64_t draw = 0;
    std::string name;  // one of the nine names of a package
    std::string sha256;
    std::int64_t size = 0;  // bytes
    std::string since;      // the step that made it public, or that it was made by
};

}  // namespace records
