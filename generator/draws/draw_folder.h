// The folder of one draw, draws/ID in the portal's folder: its whole package and its secrets, mode 0700, files 0600.
// A step first writes its files beside the old ones (NAME.next), then the database takes the step, then they take their
// names: a crash leaves the state before or after, and what is missing of the renaming is made up for at the next
// command. Knows bytes and names, not what they mean.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "generator/settings/settings.h"

namespace draws {

using Files = std::map<std::string, std::string>;  // name → bytes

class DrawFolder {
  public:
    /// The folder of a draw that has been announced.
    DrawFolder(const settings::PortalFolder& portal, std::int64_t draw);

    const std::filesystem::path& path() const { return path_; }
    /// The bytes of a file, nothing when there is none. Throws output::Failed when it cannot be read.
    std::optional<std::string> find(std::string_view name) const;
    /// The same; throws Refused naming the backup as the way out when it is not there.
    std::string read(std::string_view name) const;

    /// Writes each at once, whole or not at all: what the database does not know of (secrets, sheets to print).
    void keep(const Files& files) const;
    /// Writes NAME.next for each, mode 0600 and on the disk when it returns. A name may be in a folder below (print/…).
    void stage(const Files& files) const;
    /// Gives each its name.
    void settle(const Files& files) const;
    /// Moves a file into a folder beside it, when it is there; what lies there under its name is overwritten.
    void set_aside(const std::filesystem::path& name, std::string_view into) const;
    /// For every name whose file has not these SHA-256 (hex) but NAME.next has: what settle() did not get to.
    void recover(const std::map<std::string, std::string>& digests) const;

  private:
    std::filesystem::path path_;
};

/// A new draw's folder, made whole before it has its number: draws/.new. What an interrupted announcement left is
/// removed first.
class NewDrawFolder {
  public:
    NewDrawFolder(const settings::PortalFolder& portal, const Files& files);
    /// Gives it the draw's number. A folder of that number that an interrupted announcement left is put aside
    /// (ID.left-N), never deleted: it may hold the secrets of a draw that only an older portal.db knew.
    void become(std::int64_t draw) const;

  private:
    std::filesystem::path draws_, path_;
};

}  // namespace draws
