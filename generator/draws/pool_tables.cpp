#include "generator/draws/pool_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "draw/pool.h"
#include "generator/draws/byte_sources.h"

namespace draws {

namespace {

constexpr std::uint64_t enough_candidates = 4;

bool fits(const PoolInspector& inspector, const Need& need) {
    return inspector.department == need.department &&
           (need.skill == "*" ||
            std::find(inspector.skills.begin(), inspector.skills.end(), need.skill) != inspector.skills.end());
}

}  // namespace

std::string objects_table(const std::vector<PoolObject>& objects, const std::string& needs) {
    std::string table(draw::objects_header);
    for (const PoolObject& one : objects) draw::append_object(table, one.code, one.stratum, one.excl, needs);
    return table;
}

std::string inspectors_table(const std::vector<PoolInspector>& inspectors) {
    std::string table(draw::inspectors_header);
    for (const PoolInspector& one : inspectors)
        draw::append_inspector(table, {one.id,
                                       one.person,
                                       one.department,
                                       fmt::format("{}", fmt::join(one.skills, ",")),
                                       static_cast<std::uint32_t>(one.cap),
                                       {one.recuse.begin(), one.recuse.end()}});
    return table;
}

draw::Announcement::Pool objects_commitment(const std::string& table, const draw::Digest& salt_key) {
    const auto pool = draw::objects_root(source_of(table), salt_key);
    return {pool.root, pool.size};
}

draw::Announcement::Pool inspectors_commitment(const std::string& table, const draw::Digest& salt_key) {
    const auto pool = draw::inspectors_root(source_of(table), salt_key);
    return {pool.root, pool.size};
}

Candidates count_candidates(const std::vector<PoolObject>& objects, const std::vector<Need>& needs,
                            const std::vector<PoolInspector>& inspectors) {
    Candidates counted;
    std::map<std::string, std::vector<const PoolInspector*>> recused;  // by object
    for (const PoolInspector& one : inspectors)
        for (const std::string& object : one.recuse) recused[object].push_back(&one);
    for (const Need& need : needs) {
        const auto all = static_cast<std::uint64_t>(
            std::count_if(inspectors.begin(), inspectors.end(), [&](const auto& one) { return fits(one, need); }));
        for (const PoolObject& object : objects) {
            if (!object.excl.empty()) continue;
            std::uint64_t candidates = all;
            if (const auto found = recused.find(object.code); found != recused.end())
                candidates -= static_cast<std::uint64_t>(std::count_if(
                    found->second.begin(), found->second.end(), [&](const auto* one) { return fits(*one, need); }));
            const auto count = static_cast<std::uint64_t>(need.count);
            counted.slots += count;
            if (candidates < enough_candidates) counted.few += count;
            if (candidates == 0) counted.none += count;
        }
    }
    return counted;
}

}  // namespace draws
