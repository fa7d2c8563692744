#include "generator/output/release_writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "generator/output/errors.h"
#include "generator/output/leftovers.h"
#include "generator/output/present_files.h"
#include "generator/output/release_path.h"
#include "generator/output/releases.h"
#include "generator/output/verify_release.h"

namespace output {
namespace {

namespace fs = std::filesystem;

void make_folder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), 0755) != 0 || ::chmod(folder.c_str(), 0755) != 0) fail("新建目录", folder, errno);
}

bool is_whole(const fs::path& release) {
    try {
        return verify_release(release).whole();
    } catch (const Failed&) {
        return false;
    }
}

}  // namespace

std::string_view phase_name(Phase phase) {
    switch (phase) {
        case Phase::pages:
            return "pages";
        case Phase::links:
            return "links";
        case Phase::manifest:
            return "manifest";
        case Phase::named:
            return "named";
        case Phase::before_switch:
            return "before_switch";
        case Phase::after_switch:
            return "after_switch";
    }
    return "";
}

ReleaseWriter::ReleaseWriter(const BuilderLock& lock, PhaseObserver observer)
    : lock_(lock), observer_(std::move(observer)) {
    ensure_folder(lock.releases());
    remove_leftovers(lock);
    building_ = lock.releases() / (std::string(building_prefix) + std::to_string(::getpid()));
    temporary_ = building_;
    temporary_ += "-temporary";
    make_folder(building_);
    make_folder(temporary_);
    folder_ = open_folder(building_);
    entries_ = ManifestEntries(temporary_);
    if (const auto current = current_release(lock.portal())) {
        previous_folder_ = lock.releases() / *current;
        previous_ = FileHandle(::open(previous_folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    tell(Phase::pages);
}

ReleaseWriter::~ReleaseWriter() {
    std::error_code ignored;  // what stays is removed by the next builder
    fs::remove_all(temporary_, ignored);
    if (!finished_) fs::remove_all(building_, ignored);
}

void ReleaseWriter::put(std::string_view path, std::string_view bytes) {
    ReleaseContent content = ReleaseContent::of_bytes(bytes);
    put_content(path, content);
}

void ReleaseWriter::put_file(std::string_view path, const fs::path& source) {
    ReleaseContent content = ReleaseContent::of_file(source);
    put_content(path, content);
}

void ReleaseWriter::put_content(std::string_view path, ReleaseContent& content) try {
    if (const std::string fault = path_fault(path); !fault.empty())
        throw BadPath("页面地址不能用：" + std::string(path.substr(0, longest_path)) + "（" + fault + "）");
    if (finished_) throw Failed("发布已经完成，不能再加入文件：" + std::string(path));
    const std::string name(path);
    std::optional<FileDigest> file = linked(name, content);
    if (file && links_.fetch_add(1) == 0) tell(Phase::links);
    if (!file) file = written(name, content);
    const std::lock_guard guard(mutex_);
    entries_.add({file->sha256, file->size, name});
} catch (...) {
    failed_ = true;
    throw;
}

std::optional<FileDigest> ReleaseWriter::linked(const std::string& path, ReleaseContent& content) {
    if (!previous_) return std::nullopt;
    const FileHandle old(::openat(previous_.get(), path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat facts {};
    if (!old || ::fstat(old.get(), &facts) != 0 || !shareable(facts, content.size())) return std::nullopt;
    std::optional<FileDigest> same;
    try {
        same = content.same_as(old.get(), path);
    } catch (const Failed&) {
        // a bad spot on the disk under the old file must not stop the new one from being written
    }
    if (!same) return std::nullopt;
    return link(path) ? same : std::nullopt;
}

// False: another disk, too many links, no such right, an address taken; then written() decides.
bool ReleaseWriter::link(const std::string& path) const {
    const auto linked = [&] { return ::linkat(previous_.get(), path.c_str(), folder_.get(), path.c_str(), 0) == 0; };
    if (linked()) return true;
    if (errno != ENOENT) return false;
    make_folders(path);
    return linked();
}

std::optional<std::vector<std::string>> ReleaseWriter::keep(const std::function<bool(std::string_view page)>& wanted,
                                                            unsigned threads) try {
    if (!previous_ || !named_by_manifest(previous_folder_)) return std::nullopt;
    std::vector<std::string> lost;
    each_page(previous_folder_, threads, [&](const PageFiles& files) {
        const std::string_view page = page_of(files.front().path);
        if (!wanted(page)) return;
        bool whole = true;
        for (const PageFile& file : files) whole = whole && is_there(previous_.get(), file);
        std::size_t linked = 0;
        while (whole && linked < files.size() && link(files[linked].path)) ++linked;
        if (whole && linked == 0) whole = false;  // no links on this disk: written anew
        if (whole && linked < files.size()) fail("链接", building_ / files[linked].path, errno);
        if (whole && links_.fetch_add(files.size()) == 0) tell(Phase::links);
        const std::lock_guard guard(mutex_);
        if (!whole) return lost.emplace_back(page), void();
        for (const PageFile& file : files) entries_.add({file.sha256, file.size, file.path});
    });
    return lost;
} catch (...) {
    failed_ = true;
    throw;
}

FileDigest ReleaseWriter::written(const std::string& path, ReleaseContent& content) {
    FileHandle file = create(path);
    const FileDigest digest = content.write_to(file.get(), building_ / path);
    if (::fchmod(file.get(), 0444) != 0) fail("写完文件", building_ / path, errno);
    file.close(building_ / path);
    return digest;
}

FileHandle ReleaseWriter::create(const std::string& path) const {
    const auto open = [&] {
        return FileHandle(::openat(folder_.get(), path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444));
    };
    FileHandle file = open();
    if (!file && errno == ENOENT) {
        make_folders(path);
        file = open();
    }
    if (file) return file;
    if (errno == EEXIST || errno == ENOTDIR || errno == EISDIR)
        throw BadPath("两个文件用了同一个地址，或一个地址既是文件又是目录：" + path);
    fail("新建文件", building_ / path, errno);
}

void ReleaseWriter::make_folders(const std::string& path) const {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (::mkdirat(folder_.get(), folder.c_str(), 0755) == 0) {
            if (::fchmodat(folder_.get(), folder.c_str(), 0755, 0) != 0) fail("新建目录", building_ / folder, errno);
        } else if (errno != EEXIST && errno != ENOTDIR) {  // ENOTDIR: create() says which address is in the way
            fail("新建目录", building_ / folder, errno);
        }
    }
}

FinishedRelease ReleaseWriter::finish(const ReleaseFacts& facts) {
    if (finished_) throw Failed("发布已经完成，不能再次完成。");
    if (failed_) throw Failed("有文件没有写成，本次发布作废；线上网站未受影响。请处理前面报告的问题后重新发布。");
    tell(Phase::manifest);
    FinishedRelease result;
    result.files = entries_.files();
    result.bytes = entries_.bytes();
    result.linked = links_;
    result.digest = entries_.write(building_, facts);
    result.folder = lock_.releases() / result.digest;
    if (::syncfs(folder_.get()) != 0) fail("把发布写到磁盘", building_, errno);
    result.reused = !name_release(result.folder);
    finished_ = true;
    sync_folder(lock_.releases());
    tell(Phase::named);
    return result;
}

// Answers whether the folder just built now has the name; it does not when a whole one had it already.
bool ReleaseWriter::name_release(const fs::path& target) {
    if (std::rename(building_.c_str(), target.c_str()) == 0) return true;
    if (errno != EEXIST && errno != ENOTEMPTY && errno != ENOTDIR) fail("命名发布目录", target, errno);
    const bool whole = is_whole(target);
    // A damaged one that readers may be looking at is exchanged in one step, so that they never see nothing.
    if (!whole && ::renameat2(AT_FDCWD, building_.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) != 0) {
        fs::path damaged = building_;
        damaged += "-damaged";
        if (std::rename(target.c_str(), damaged.c_str()) != 0 || std::rename(building_.c_str(), target.c_str()) != 0)
            fail("替换已损坏的发布", target, errno);
        fs::remove_all(damaged);
    }
    fs::remove_all(building_);
    return !whole;
}

void ReleaseWriter::tell(Phase phase) const {
    if (observer_) observer_(phase);
}

}  // namespace output
