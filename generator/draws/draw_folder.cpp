#include "generator/draws/draw_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <set>

#include "generator/draws/errors.h"
#include "generator/output/digest.h"
#include "generator/output/file_handle.h"

namespace draws {

namespace fs = std::filesystem;

namespace {

void make_private_folder(const fs::path& folder) {
    output::ensure_folder(folder);
    if (::chmod(folder.c_str(), 0700) != 0) output::fail("设置权限", folder, errno);
}

void write_private(const fs::path& file, std::string_view bytes) {
    output::FileHandle handle(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!handle) output::fail("写入文件", file, errno);
    if (::fchmod(handle.get(), 0600) != 0) output::fail("设置权限", file, errno);
    output::write_all(handle.get(), bytes, file);
    if (::fsync(handle.get()) != 0) output::fail("写入文件", file, errno);
    handle.close(file);
}

void move(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) output::fail("改名", to, errno);
}

fs::path next(const fs::path& file) {
    return file.string() + ".next";
}

void remove_folder(const fs::path& folder) {
    std::error_code error;
    fs::remove_all(folder, error);
    if (error) output::fail("删除目录", folder, error.value());
}

/// Every folder that holds one of the files, and the one above.
std::set<fs::path> folders_of(const fs::path& root, const Files& files) {
    std::set<fs::path> folders{root};
    for (const auto& [name, bytes] : files) folders.insert((root / name).parent_path());
    return folders;
}

}  // namespace

DrawFolder::DrawFolder(const settings::PortalFolder& portal, std::int64_t draw)
    : path_(portal.draws() / std::to_string(draw)) {}

std::optional<std::string> DrawFolder::find(std::string_view name) const {
    std::ifstream stream(path_ / name, std::ios::binary);
    if (!stream) return std::nullopt;
    return std::string{std::istreambuf_iterator<char>(stream), {}};
}

std::string DrawFolder::read(std::string_view name) const {
    if (auto bytes = find(name)) return *std::move(bytes);
    throw Refused((path_ / name).string() + " 不见了；这次抽取要靠它。请从备份（gongshi backup）里取回整个文件夹 " +
                  path_.string());
}

void DrawFolder::keep(const Files& files) const {
    stage(files);
    settle(files);
}

void DrawFolder::stage(const Files& files) const {
    for (const fs::path& folder : folders_of(path_, files)) make_private_folder(folder);
    for (const auto& [name, bytes] : files) write_private(next(path_ / name), bytes);
    for (const fs::path& folder : folders_of(path_, files)) output::sync_folder(folder);
}

void DrawFolder::settle(const Files& files) const {
    for (const auto& [name, bytes] : files) move(next(path_ / name), path_ / name);
    for (const fs::path& folder : folders_of(path_, files)) output::sync_folder(folder);
}

void DrawFolder::set_aside(const fs::path& name, std::string_view into) const {
    const fs::path file = path_ / name, aside = file.parent_path() / into;
    if (!fs::exists(file)) return;
    make_private_folder(aside);
    move(file, aside / file.filename());
    output::sync_folder(aside);
    output::sync_folder(file.parent_path());
}

void DrawFolder::recover(const std::map<std::string, std::string>& digests) const {
    const auto has = [](const fs::path& file, const std::string& digest) {
        const auto found = output::digest_file(file);
        return found && output::hex(found->sha256) == digest;
    };
    bool renamed = false;
    for (const auto& [name, digest] : digests)
        if (const fs::path file = path_ / name; !has(file, digest) && has(next(file), digest)) {
            move(next(file), file);
            renamed = true;
        }
    if (renamed) output::sync_folder(path_);
}

NewDrawFolder::NewDrawFolder(const settings::PortalFolder& portal, const Files& files)
    : draws_(portal.draws()), path_(draws_ / ".new") {
    make_private_folder(draws_);
    remove_folder(path_);
    for (const fs::path& folder : folders_of(path_, files)) make_private_folder(folder);
    for (const auto& [name, bytes] : files) write_private(path_ / name, bytes);
    for (const fs::path& folder : folders_of(path_, files)) output::sync_folder(folder);
}

void NewDrawFolder::become(std::int64_t draw) const {
    const fs::path target = draws_ / std::to_string(draw);
    for (int n = 1; fs::exists(target); ++n)
        if (const fs::path aside = target.string() + ".left-" + std::to_string(n); !fs::exists(aside))
            move(target, aside);
    move(path_, target);
    output::sync_folder(draws_);
}

}  // namespace draws
