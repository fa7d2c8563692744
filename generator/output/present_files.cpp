#include "generator/output/present_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "generator/output/errors.h"
#include "generator/output/file_handle.h"
#include "generator/output/manifest.h"

namespace output {
namespace {

constexpr std::size_t pages_a_time = 256;  // taken from the manifest by one thread

/// The manifest, page by page.
class PagesOfManifest {
  public:
    explicit PagesOfManifest(const std::filesystem::path& release) : manifest_(release) { advance(); }
    bool next(PageFiles& files) {
        files.clear();
        if (!held_) return false;
        const std::string page(page_of(held_->path));
        do {
            files.push_back(std::move(*held_));
            advance();
        } while (held_ && page_of(held_->path) == page);
        return true;
    }

  private:
    void advance() {
        held_.reset();
        if (const auto entry = manifest_.next()) held_ = PageFile{std::string(entry->path), entry->sha256, entry->size};
    }
    ManifestReader manifest_;
    std::optional<PageFile> held_;
};

}  // namespace

std::string_view page_of(std::string_view path) {
    const std::size_t dot = path.rfind('.'), slash = path.rfind('/');
    const bool in_name = dot != path.npos && (slash == path.npos || dot > slash);
    return in_name ? path.substr(0, dot) : path;
}

void each_page(const std::filesystem::path& release, unsigned threads,
               const std::function<void(const PageFiles&)>& page) {
    PagesOfManifest manifest(release);
    std::mutex mutex;
    std::exception_ptr failure;
    std::atomic<bool> ended = false;
    const auto work = [&] {
        try {
            for (std::vector<PageFiles> pages; !ended;) {
                pages.clear();
                {
                    const std::lock_guard guard(mutex);
                    for (PageFiles files; pages.size() < pages_a_time && manifest.next(files);) pages.push_back(files);
                }
                if (pages.empty()) return;
                for (const PageFiles& files : pages) page(files);
            }
        } catch (...) {
            const std::lock_guard guard(mutex);
            if (!failure) failure = std::current_exception();
            ended = true;
        }
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < std::clamp(threads, 1U, 64U); ++i) others.emplace_back(work);
    work();
    for (std::thread& other : others) other.join();
    if (failure) std::rethrow_exception(failure);
}

bool shareable(const struct stat& facts, std::uint64_t size) {
    return S_ISREG(facts.st_mode) && (facts.st_mode & 07777) == 0444 && facts.st_uid == ::geteuid() &&
           static_cast<std::uint64_t>(facts.st_size) == size;
}

bool is_there(int folder, const PageFile& file) {
    struct stat facts {};
    return ::fstatat(folder, file.path.c_str(), &facts, AT_SYMLINK_NOFOLLOW) == 0 && shareable(facts, file.size);
}

bool named_by_manifest(const std::filesystem::path& release) {
    const auto manifest = digest_file(release / manifest_name);
    return manifest && hex(manifest->sha256) == release.filename().string();
}

std::optional<std::uint64_t> all_present(const std::filesystem::path& release, unsigned threads) try {
    if (!named_by_manifest(release)) return std::nullopt;
    const FileHandle folder = open_folder(release);
    std::atomic<bool> whole = true;
    std::atomic<std::uint64_t> count = 0;
    each_page(release, threads, [&](const PageFiles& files) {
        count += files.size();
        for (const PageFile& file : files)
            if (!is_there(folder.get(), file)) whole = false;
    });
    return whole ? std::optional<std::uint64_t>(count) : std::nullopt;
} catch (const Failed&) {
    return std::nullopt;
}

}  // namespace output
