// The release (一次发布) that answers are made from: follows public/current of a portal and keeps what each answer
// needs open, so that a request is answered from one release throughout and a publish shows in the next one. Knows no
// requests and no replies.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "records/name_index.h"
#include "records/public_site.h"

namespace server {

/// No release can be opened; the message is Chinese and says what to do. A request is then answered with 503.
struct NoRelease : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A folder held open: its files are those of one release whatever becomes of the links and names that led to it.
class ReleaseFolder {
  public:
    /// Throws NoRelease when it cannot be opened.
    explicit ReleaseFolder(const std::filesystem::path& folder);
    ReleaseFolder(ReleaseFolder&& other) noexcept;
    ReleaseFolder& operator=(ReleaseFolder&& other) = delete;
    ~ReleaseFolder();

    /// The bytes of the regular file at this relative address, which must be ours and not a client's: no part is a
    /// link. Nothing when there is none or it has more than `at_most` bytes.
    std::optional<std::string> bytes(const std::string& address, std::size_t at_most) const;
    /// The same from a byte on, at most so many of them: a piece of a file of any size.
    std::optional<std::string> piece(const std::string& address, std::uint64_t from, std::size_t at_most) const;

  private:
    int descriptor_ = -1;
};

/// One release opened for one answer at a time.
struct OpenedRelease {
    std::filesystem::path path;  // of its folder, with every link followed
    std::string digest;          // its name: 64 hexadecimal digits
    ReleaseFolder folder;
    records::PublicSite site;
    std::optional<records::NameIndex> names;  // search/names.db; nothing when the release has none
    std::string base_url;                     // the site's own address, empty: unknown
};

class CurrentRelease {
    struct Opened;

  public:
    /// `current` is public/current of a portal, or a release folder itself. Opens nothing yet.
    explicit CurrentRelease(std::filesystem::path current);
    ~CurrentRelease();
    CurrentRelease(const CurrentRelease&) = delete;
    CurrentRelease& operator=(const CurrentRelease&) = delete;

    /// An opened release that is nobody else's until this is destroyed.
    class Taken {
      public:
        Taken(CurrentRelease& owner, std::unique_ptr<Opened> opened);
        Taken(Taken&& other) noexcept;
        Taken& operator=(Taken&&) = delete;
        ~Taken();
        OpenedRelease& operator*() const;
        OpenedRelease* operator->() const { return &**this; }

      private:
        CurrentRelease* owner_;
        std::unique_ptr<Opened> opened_;
    };

    /// The release that readers see at this moment; callable from several threads at once, at the cost of one look at
    /// the link. Throws NoRelease, and records::Broken when its public.db cannot be used.
    Taken take();

  private:
    /// Which link it was that led to a release: every switch makes a new one.
    struct Link {
        dev_t device = 0;
        ino_t inode = 0;
        std::int64_t changed_s = 0, changed_ns = 0;
        bool operator==(const Link&) const = default;
    };

    Link link_now() const;
    std::unique_ptr<Opened> open() const;
    void give_back(std::unique_ptr<Opened> opened);

    const std::filesystem::path current_;
    std::mutex mutex_;
    Link idle_of_;                               // guarded by mutex_: what led to all of idle_
    std::vector<std::unique_ptr<Opened>> idle_;  // guarded by mutex_
};

}  // namespace server
