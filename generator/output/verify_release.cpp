#include "generator/output/verify_release.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/output/errors.h"
#include "generator/output/file_handle.h"
#include "generator/output/manifest.h"

namespace output {
namespace {

namespace fs = std::filesystem;

// Everything below a folder that is not a folder, by address, in the manifest's order (bytewise, so that "a-b" comes
// before "a/b"): a folder's names are sorted as if each subfolder's ended with a slash.
class FolderWalk {
  public:
    explicit FolderWalk(const fs::path& root) : root_(root) { enter(""); }

    struct Found {
        std::string path;
        bool regular = false;
    };
    std::optional<Found> next() {
        while (!levels_.empty()) {
            if (levels_.back().empty()) {
                levels_.pop_back();
                continue;
            }
            Found found = std::move(levels_.back().back());
            levels_.back().pop_back();
            if (!found.path.ends_with('/')) return found;
            enter(found.path);
        }
        return std::nullopt;
    }

  private:
    void enter(const std::string& folder) {
        std::vector<Found> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(root_ / folder)) {
            const fs::file_status status = entry.symlink_status();
            const bool below = fs::is_directory(status);
            names.push_back(
                {folder + entry.path().filename().string() + (below ? "/" : ""), fs::is_regular_file(status)});
        }
        std::sort(names.begin(), names.end(), [](const Found& a, const Found& b) { return a.path > b.path; });
        levels_.push_back(std::move(names));
    }

    fs::path root_;
    std::vector<std::vector<Found>> levels_;  // each with its next at the back
};

bool is_manifest(std::string_view path) {
    return path == manifest_name || path == manifest_json_name;
}

// The manifest's own files: its digest is the folder's name (where the folder is named by one), and manifest.json says
// the same as manifest.txt.
void check_manifest(const fs::path& folder, const ReleaseFacts& facts, std::uint64_t files, std::uint64_t bytes,
                    Verification& result) {
    const auto digest = digest_file(folder / manifest_name);
    if (!digest) throw Failed("找不到发布清单：" + (folder / manifest_name).string());
    const std::string release = result.release = hex(digest->sha256);
    const std::string name = fs::weakly_canonical(folder).filename().string();
    if (digest_from_hex(name) && name != release) result.changed.emplace_back(manifest_name);
    const std::string expected = manifest_json(facts, files, bytes, release);
    const auto json = digest_file(folder / manifest_json_name);
    if (!json)
        result.missing.emplace_back(manifest_json_name);
    else if (json->sha256 != sha256(expected))
        result.changed.emplace_back(manifest_json_name);
}

void check_file(const fs::path& folder, const ManifestEntry& entry, Verification& result) {
    const auto digest = digest_file(folder / entry.path);
    ++result.files;
    if (!digest || digest->size != entry.size || digest->sha256 != entry.sha256)
        result.changed.emplace_back(entry.path);
}

std::string some(std::string_view what, const std::vector<std::string>& paths) {
    if (paths.empty()) return {};
    std::string text = std::string(what) + ' ' + std::to_string(paths.size()) + " 个（";
    for (std::size_t shown = 0; shown < std::min<std::size_t>(3, paths.size()); ++shown)
        text += (shown == 0 ? "" : "、") + printable(paths[shown]);
    return text + (paths.size() > 3 ? " 等）；" : "）；");
}

}  // namespace

Verification verify_release(const fs::path& folder) try {
    Verification result;
    if (const auto status = fs::symlink_status(folder / manifest_name);
        fs::exists(status) && !fs::is_regular_file(status))
        throw Failed("发布清单不是普通文件：" + (folder / manifest_name).string());  // a pipe would be waited for
    ManifestReader manifest(folder);
    FolderWalk walk(folder);
    std::uint64_t files = 0, bytes = 0;
    std::string former;
    std::optional<FolderWalk::Found> found = walk.next();
    const auto pass_until = [&](std::string_view path) {  // what the manifest does not know
        for (; found && (path.empty() || found->path < path); found = walk.next())
            if (!is_manifest(found->path)) result.extra.push_back(found->path);
    };
    while (const auto entry = manifest.next()) {
        if (entry->path <= former) throw Failed("发布清单没有按地址排序：" + folder.string() + "。清单已损坏。");
        former = entry->path;
        ++files;
        bytes += entry->size;
        pass_until(entry->path);
        const bool there = found && found->path == entry->path;
        if (there && found->regular)
            check_file(folder, *entry, result);
        else
            result.missing.emplace_back(entry->path);
        if (there && !found->regular) result.extra.push_back(found->path);
        if (there) found = walk.next();
    }
    pass_until("");
    result.facts = manifest.facts();
    check_manifest(folder, result.facts, files, bytes, result);
    for (auto* list : {&result.missing, &result.changed, &result.extra}) std::sort(list->begin(), list->end());
    return result;
} catch (const fs::filesystem_error& error) {
    fail("读取目录", error.path1(), error.code().value());
}

std::string describe(const Verification& verification) {
    if (verification.whole()) return "完整，共 " + std::to_string(verification.files) + " 个文件";
    std::string text = some("缺少文件", verification.missing) + some("内容被改动", verification.changed) +
                       some("多出文件", verification.extra) + some("名称或类型不安全", verification.unsafe);
    text.resize(text.size() - std::string_view("；").size());
    return text;
}

std::string printable(std::string_view name) {
    constexpr std::size_t longest_shown = 200;
    std::string text(name.substr(0, longest_shown));
    for (char& letter : text)
        if (letter < 0x20 || letter > 0x7e) letter = '?';
    return name.size() > longest_shown ? text + "…" : text;
}

}  // namespace output
