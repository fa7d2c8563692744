// The tables of a package, objects.tsv and inspectors.tsv, and the commitments to them.
#pragma once

#include <string>
#include <vector>

#include "draw/package.h"
#include "generator/draws/inspector_pool.h"
#include "generator/draws/object_pool.h"

namespace draws {

std::string objects_table(const std::vector<PoolObject>& objects, const std::string& needs);
std::string inspectors_table(const std::vector<PoolInspector>& inspectors);

/// Root and rows of a table as an announcement commits to them.
draw::Announcement::Pool objects_commitment(const std::string& table, const draw::Digest& salt_key);
draw::Announcement::Pool inspectors_commitment(const std::string& table, const draw::Digest& salt_key);

struct Candidates {
    std::uint64_t slots = 0, few = 0,
                  none = 0;  // slots of objects that may be drawn; with fewer than four; with nobody
};
/// Over all objects that may be drawn.
Candidates count_candidates(const std::vector<PoolObject>& objects, const std::vector<Need>& needs,
                            const std::vector<PoolInspector>& inspectors);

}  // namespace draws
