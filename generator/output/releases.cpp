#include "generator/output/releases.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "generator/output/errors.h"
#include "generator/output/file_handle.h"
#include "generator/output/leftovers.h"
#include "generator/output/release_log.h"
#include "generator/output/verify_release.h"

namespace output {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view link_prefix = "../releases/";

bool is_release_name(std::string_view name) {
    return digest_from_hex(name).has_value();
}

std::string short_name(const std::string& digest) {
    return digest.substr(0, 12);
}

// Replaces public/current in one rename: at every moment it is the old link or the new one.
void relink(const BuilderLock& lock, const std::string& digest, const PhaseObserver& observer) {
    const fs::path folder = lock.public_folder(), link = folder / "current", fresh = folder / ".current-new";
    ensure_folder(folder);
    fs::remove(fresh);  // of a killed process
    if (::symlink((std::string(link_prefix) + digest).c_str(), fresh.c_str()) != 0) fail("新建链接", fresh, errno);
    if (observer) observer(Phase::before_switch);
    if (std::rename(fresh.c_str(), link.c_str()) != 0) fail("切换网站到新版本", link, errno);
    sync_folder(folder);
    if (observer) observer(Phase::after_switch);
}

ReleaseState state_of(const fs::path& portal, const std::string& digest, const ReleaseLog& log,
                      const std::optional<std::string>& current) {
    ReleaseState state;
    state.digest = digest;
    state.current = current == digest;
    state.published = state.current || log.published(digest).has_value();
    state.marked_reason = log.marked_reason(digest);
    try {
        state.facts = ManifestReader(portal / "releases" / digest).facts();
    } catch (const Failed&) {
        // listed all the same, so that gc can remove it and rollback say what is wrong with it
    }
    return state;
}

std::string refusal(const ReleaseState& state, const fs::path& portal) {
    if (!state.published) return "版本 " + short_name(state.digest) + " 从未公开过，不能回退到它。请改用 publish。";
    if (!state.marked_reason.empty())
        return "版本 " + short_name(state.digest) + " 已因“" + state.marked_reason +
               "”停用，其中有不应再公开的内容，不能回退到它。请更正数据后重新发布。";
    try {
        if (const Verification found = verify_release(portal / "releases" / state.digest); !found.whole())
            return "版本 " + short_name(state.digest) + " 与其清单不符：" + describe(found) +
                   "。不能回退到它；请选择其他版本或重新发布。";
    } catch (const Failed& failure) {
        return "版本 " + short_name(state.digest) + " 无法核对：" + failure.what();
    }
    return {};
}

// What readers saw before the current release, of those still there; marked ones only when nothing else is left.
std::optional<std::string> one_before(const ReleaseLog& log, const std::vector<ReleaseState>& releases) {
    std::optional<std::string> marked;
    for (auto seen = log.seen().rbegin(); seen != log.seen().rend(); ++seen) {
        const auto at = std::find_if(releases.begin(), releases.end(),
                                     [&](const ReleaseState& state) { return state.digest == *seen; });
        if (at == releases.end() || at->current) continue;
        if (at->marked_reason.empty()) return *seen;
        if (!marked) marked = *seen;
    }
    return marked;
}

}  // namespace

std::optional<std::string> current_release(const fs::path& portal) {
    const fs::path link = portal / "public" / "current";
    std::error_code error;
    const fs::file_status status = fs::symlink_status(link, error);
    if (status.type() == fs::file_type::not_found) return std::nullopt;
    const fs::path read = fs::read_symlink(link, error);
    const std::string target = read.string();
    if (!error && target.starts_with(link_prefix) && is_release_name(target.substr(link_prefix.size())))
        return target.substr(link_prefix.size());
    throw Failed(link.string() +
                 " 不是本程序建立的链接（应指向 ../releases/ 下的一个版本）。请确认后移走它，再重新执行。");
}

std::vector<ReleaseState> list_releases(const fs::path& portal) {
    std::vector<ReleaseState> result;
    if (!fs::is_directory(portal / "releases")) return result;
    const auto current = current_release(portal);
    const ReleaseLog log(portal, current);
    for (const fs::directory_entry& entry : fs::directory_iterator(portal / "releases"))
        if (entry.is_directory() && is_release_name(entry.path().filename().string()))
            result.push_back(state_of(portal, entry.path().filename().string(), log, current));
    std::sort(result.begin(), result.end(), [&](const ReleaseState& a, const ReleaseState& b) {
        return std::pair(log.published(a.digest).value_or(0), a.digest) <
               std::pair(log.published(b.digest).value_or(0), b.digest);
    });
    return result;
}

void switch_to(const BuilderLock& lock, const std::string& digest, const std::optional<std::string>& marks_older,
               const PhaseObserver& observer) {
    const fs::path folder = lock.releases() / digest;
    const auto manifest = is_release_name(digest) ? digest_file(folder / manifest_name) : std::nullopt;
    if (!manifest) throw Failed("没有这个版本，网站未切换：" + folder.string());
    if (hex(manifest->sha256) != digest)
        throw Failed("版本的清单与其名称不符，网站未切换：" + folder.string() + "。它已被改动，请重新发布。");
    ReleaseLog(lock.portal(), current_release(lock.portal())).add_published(lock, digest, marks_older);
    relink(lock, digest, observer);
}

void mark_older(const BuilderLock& lock, const std::string& digest, const std::string& reason) {
    ReleaseLog log(lock.portal(), current_release(lock.portal()));
    if (!log.published(digest)) throw Failed("版本 " + short_name(digest) + " 从未公开过，不能据此停用更早的版本。");
    log.add_marked(lock, digest, reason);
}

Rollback rollback(const BuilderLock& lock, const std::optional<std::string>& digest, const PhaseObserver& observer) {
    const auto current = current_release(lock.portal());
    ReleaseLog log(lock.portal(), current);
    const std::vector<ReleaseState> releases = list_releases(lock.portal());
    const std::optional<std::string> target = digest ? digest : one_before(log, releases);
    Rollback result;
    if (!target) {
        result.refusal = "没有可以回退的版本：releases/ 中没有比现在更早公开过的版本。";
        return result;
    }
    const auto at = std::find_if(releases.begin(), releases.end(),
                                 [&](const ReleaseState& state) { return state.digest == *target; });
    if (at == releases.end())
        result.refusal = "没有版本 " + *target + "。请从 releases/ 目录中选择一个（完整的 64 位名称）。";
    else if (at->current)
        result.refusal = "网站现在就是版本 " + short_name(*target) + "，无需回退。";
    else
        result.refusal = refusal(*at, lock.portal());
    if (!result.refusal.empty()) return result;
    log.add_rolled_back(lock, *target);
    relink(lock, *target, observer);
    result.release = *target;
    return result;
}

Cleanup gc(const BuilderLock& lock, std::size_t keep) {
    remove_leftovers(lock);
    ReleaseLog log(lock.portal(), current_release(lock.portal()));
    const std::vector<ReleaseState> releases = list_releases(lock.portal());
    std::vector<std::string> leaving;
    const auto unwanted = [](const ReleaseState& state) { return !state.marked_reason.empty() || !state.published; };
    for (const ReleaseState& state : releases)
        if (!state.current && unwanted(state)) leaving.push_back(state.digest);
    const std::size_t wanted = std::max<std::size_t>(keep, 1);
    for (const ReleaseState& state : releases)
        if (!state.current && !unwanted(state) && releases.size() - leaving.size() > wanted)
            leaving.push_back(state.digest);
    Cleanup result;
    for (const std::string& digest : leaving) {
        log.add_removed(lock, digest);
        result.freed += remove_release(lock, digest);
        result.removed.push_back(digest);
    }
    return result;
}

}  // namespace output
