// Freezing the objects 检查对象 a draw is made from: which of the office's library are in scope, which of them may not
// be drawn and by which public fact, and in which stratum each one is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generator/settings/settings.h"
#include "records/portal.h"

namespace draws {

struct PoolRequest {
    std::string office;                                      // 六位行政区划代码
    bool classes = false;                                    // strata are credit-risk classes
    std::string stratum_by;                                  // a column of the library; empty: one stratum
    std::vector<std::pair<std::string, std::string>> scope;  // column and word; of one column any, of several all
    std::filesystem::path objects;                           // a list of codes, with their strata; empty: none
    bool exclude_visited = false;                            // VISITED-THIS-YEAR
    int exclude_drawn = 0;                                   // DRAWN-N-TIMES: so many times this year; 0: not
    std::string day;                                         // of the announcement, ISO
};

struct PoolObject {
    records::Id object = 0;
    std::string code, name, stratum, excl;
};

struct ObjectPool {
    std::vector<PoolObject> objects;            // ascending by code
    std::map<std::string, std::string> strata;  // code → the word it stands for
    std::string source;                         // where they come from, for the announcement
};

/// Throws Refused for an object without a code that can stand in a pool, without a stratum, twice; settings::Unusable
/// for unknown columns and unreadable lists.
ObjectPool freeze_objects(records::Portal& portal, const settings::Settings& settings, const PoolRequest& request);

}  // namespace draws
