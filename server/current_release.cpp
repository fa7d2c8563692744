#include "server/current_release.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <system_error>
#include <utility>

#include "records/errors.h"

namespace server {
namespace fs = std::filesystem;
namespace {

/// A publish may remove the release between the look at the link and the opening; more often than that it is broken.
constexpr int most_tries = 4;

std::string not_there(const fs::path& folder) {
    return "没有可用的发布：" + folder.string() + "。请先运行 gongshi publish，或检查路径与读取权限。";
}

/// The names of a release. Without them only names cannot be looked for, so a damaged file is as good as none.
std::optional<records::NameIndex> names_of(const fs::path& release) {
    const fs::path file = release / "search/names.db";
    std::error_code unreadable;
    if (!fs::is_regular_file(file, unreadable)) return std::nullopt;
    try {
        return records::NameIndex(file);
    } catch (const records::Broken& broken) {
        std::cerr << std::string("gongshi-server: ") + broken.what() + "\n";
        return std::nullopt;
    }
}

fs::path real_folder(const fs::path& current) {
    std::error_code error;
    fs::path real = fs::canonical(current, error);
    if (error) throw NoRelease(not_there(current));
    return real;
}

}  // namespace

// The folder ----------------------------------------------------------------------------------------------------------

ReleaseFolder::ReleaseFolder(const fs::path& folder)
    : descriptor_(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ < 0) throw NoRelease(not_there(folder));
}
ReleaseFolder::ReleaseFolder(ReleaseFolder&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
ReleaseFolder::~ReleaseFolder() {
    if (descriptor_ >= 0) close(descriptor_);
}

std::optional<std::string> ReleaseFolder::bytes(const std::string& address, std::size_t at_most) const {
    const int file = openat(descriptor_, address.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return std::nullopt;
    struct stat facts {};
    std::optional<std::string> bytes;
    if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && static_cast<std::size_t>(facts.st_size) <= at_most) {
        bytes.emplace(static_cast<std::size_t>(facts.st_size), '\0');
        std::size_t done = 0;
        while (done < bytes->size()) {
            const ssize_t count = read(file, bytes->data() + done, bytes->size() - done);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;
            done += static_cast<std::size_t>(count);
        }
        if (done < bytes->size()) bytes.reset();  // the disk failed: as if not there
    }
    close(file);
    return bytes;
}

std::optional<std::string> ReleaseFolder::piece(const std::string& address, std::uint64_t from,
                                                std::size_t at_most) const {
    const int file = openat(descriptor_, address.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) return std::nullopt;
    std::string bytes(at_most, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t count = pread(file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(from + done));
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        done += static_cast<std::size_t>(count);
    }
    close(file);
    bytes.resize(done);
    return bytes;
}

// Following the link --------------------------------------------------------------------------------------------------

struct CurrentRelease::Opened {
    Link link;
    OpenedRelease release;
};

CurrentRelease::CurrentRelease(fs::path current) : current_(std::move(current)) {}
CurrentRelease::~CurrentRelease() = default;

CurrentRelease::Link CurrentRelease::link_now() const {
    struct stat facts {};
    if (lstat(current_.c_str(), &facts) != 0) return {};
    return {facts.st_dev, facts.st_ino, facts.st_ctim.tv_sec, facts.st_ctim.tv_nsec};
}

CurrentRelease::Taken CurrentRelease::take() {
    const Link now = link_now();
    std::vector<std::unique_ptr<Opened>> outlived;  // closed after the lock is given up
    {
        const std::lock_guard lock(mutex_);
        if (now != idle_of_) {
            outlived.swap(idle_);
            idle_of_ = now;
        } else if (!idle_.empty()) {
            std::unique_ptr<Opened> opened = std::move(idle_.back());
            idle_.pop_back();
            return {*this, std::move(opened)};
        }
    }
    return {*this, open()};
}

std::unique_ptr<CurrentRelease::Opened> CurrentRelease::open() const {
    for (int tries = 1;; ++tries) {
        const Link link = link_now();
        const auto to_be_tried_again = [&] { return tries < most_tries && link != link_now(); };
        try {
            fs::path path = real_folder(current_);
            ReleaseFolder folder(path);
            records::PublicSite site(path / "data/public.db");
            std::optional<records::NameIndex> names = names_of(path);
            std::string base_url = site.site().base_url;
            // When the link has changed meanwhile this may be of the new one: then it is kept for this answer only.
            std::string digest = path.filename().string();
            return std::make_unique<Opened>(Opened{link,
                                                   {std::move(path), std::move(digest), std::move(folder),
                                                    std::move(site), std::move(names), std::move(base_url)}});
        } catch (const NoRelease&) {
            if (!to_be_tried_again()) throw;
        } catch (const records::Broken&) {
            if (!to_be_tried_again()) throw;
        }
    }
}

void CurrentRelease::give_back(std::unique_ptr<Opened> opened) {
    const std::lock_guard lock(mutex_);
    if (opened->link == idle_of_) idle_.push_back(std::move(opened));
}

CurrentRelease::Taken::Taken(CurrentRelease& owner, std::unique_ptr<Opened> opened)
    : owner_(&owner), opened_(std::move(opened)) {}
CurrentRelease::Taken::Taken(Taken&& other) noexcept = default;
CurrentRelease::Taken::~Taken() {
    if (opened_) owner_->give_back(std::move(opened_));
}
OpenedRelease& CurrentRelease::Taken::operator*() const {
    return opened_->release;
}

}  // namespace server
