// A draw's package as a folder on this machine, opened for draw::verify. It reads the nine names that a package has and
// nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "draw/verify.h"
#include "generator/output/file_handle.h"

namespace generator {

/// The whole of one file; throws draw::Unreadable when it is no regular file, cannot be read or is larger than 256 MiB.
std::string read_draw_file(const std::filesystem::path& file);

/// The files of a package, held while it is verified.
class DrawPackageFiles {
  public:
    /// Throws settings::Unusable when `folder` is none, draw::Unreadable for a file that cannot be read.
    explicit DrawPackageFiles(const std::filesystem::path& folder);
    DrawPackageFiles(const DrawPackageFiles&) = delete;
    DrawPackageFiles& operator=(const DrawPackageFiles&) = delete;

    const draw::PackageFiles& files() const { return files_; }
    /// Bytes of both tables.
    std::uint64_t table_bytes() const { return table_bytes_; }

  private:
    void take(const char* name, std::optional<std::string_view>& into, std::string& bytes);
    draw::ByteSource open_table(const char* name, output::FileHandle& handle);
    std::filesystem::path folder_;
    std::string announcement_;
    std::array<std::string, 6> papers_;
    output::FileHandle objects_, inspectors_;
    std::uint64_t table_bytes_ = 0;
    draw::PackageFiles files_;
};

}  // namespace generator
