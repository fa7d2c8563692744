// The parts of an Office package (ZIP, ECMA-376 part 2), each read as a stream of bytes within stated bounds.
// Knows names and bytes, not what a part says; no name in the package is ever used as a path.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace importing {

/// An opened package; what() of everything it throws names the file.
class ZipPackage {
  public:
    /// Throws UnreadableFile: not a ZIP or a damaged one, too large, too many entries, encrypted.
    explicit ZipPackage(const std::filesystem::path& file);
    /// A package in memory, which must outlive this; `label` names it in messages.
    ZipPackage(std::string_view bytes, const std::filesystem::path& label);
    ~ZipPackage();
    ZipPackage(const ZipPackage&) = delete;
    ZipPackage& operator=(const ZipPackage&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// Part names are compared without regard to ASCII case, to a leading slash and to \ for /.
    [[nodiscard]] bool has(std::string_view part) const;
    /// True when some part's name begins so.
    [[nodiscard]] bool has_below(std::string_view folder) const;

    /// The names of all parts that end so, folded (lower case), in the order of names.
    [[nodiscard]] std::vector<std::string> ending_in(std::string_view ending) const;

    using Taker = std::function<bool(std::string_view piece)>;
    /// Unpacks a part piece by piece until its end or until `take` returns false. Throws UnreadableFile when the part
    /// is missing or damaged, is larger than `most_bytes`, or grows more than limits::most_unpacking_ratio.
    void read(std::string_view part, std::uint64_t most_bytes, const Taker& take) const;
    /// A small part as a whole; as read().
    [[nodiscard]] std::string read_whole(std::string_view part, std::uint64_t most_bytes) const;

  private:
    struct Archive;
    void list_parts();

    std::filesystem::path file_;
    std::unique_ptr<Archive> archive_;
    std::map<std::string, std::uint64_t, std::less<>> parts_;  // folded name → index
};

}  // namespace importing
