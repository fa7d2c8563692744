#include "generator/output/leftovers.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <vector>

#include "generator/output/errors.h"

namespace output {
namespace {

namespace fs = std::filesystem;

void remove_tree(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
    if (error) fail("删除", folder, error.value());
}

std::uint64_t unshared_bytes(const fs::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        struct stat facts {};
        if (::lstat(at->path().c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_nlink == 1)
            bytes += static_cast<std::uint64_t>(facts.st_blocks) * 512;
    }
    return bytes;
}

}  // namespace

std::size_t remove_leftovers(const BuilderLock& lock) {
    if (!fs::is_directory(lock.releases())) return 0;
    std::vector<fs::path> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(lock.releases())) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(building_prefix) || name.starts_with(removing_prefix)) found.push_back(entry.path());
    }
    for (const fs::path& folder : found) remove_tree(folder);
    return found.size();
}

std::uint64_t remove_release(const BuilderLock& lock, const std::string& digest) {
    const fs::path folder = lock.releases() / digest;
    const fs::path leaving = lock.releases() / (std::string(removing_prefix) + digest);
    remove_tree(leaving);
    if (std::rename(folder.c_str(), leaving.c_str()) != 0) fail("改名", folder, errno);
    sync_folder(lock.releases());
    const std::uint64_t freed = unshared_bytes(leaving);
    remove_tree(leaving);
    return freed;
}

}  // namespace output
