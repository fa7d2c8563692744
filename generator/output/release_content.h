// The bytes of one file on their way into a release, from memory or from a file of any size, in bounded pieces.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "generator/output/digest.h"
#include "generator/output/file_handle.h"

namespace output {

class ReleaseContent {
  public:
    /// `bytes` must outlive the object.
    static ReleaseContent of_bytes(std::string_view bytes);
    /// Throws Failed when there is no regular file to read.
    static ReleaseContent of_file(const std::filesystem::path& source);

    /// Bytes; a file may grow later, what counts then is what next() gave.
    std::uint64_t size() const;
    /// The digest when an open file holds exactly these bytes, nothing when it does not. Throws Failed.
    std::optional<FileDigest> same_as(int descriptor, const std::filesystem::path& name);
    /// Writes everything, in the state it has now, to an open file and answers its digest. Throws Failed.
    FileDigest write_to(int descriptor, const std::filesystem::path& name);

  private:
    ReleaseContent() = default;
    void rewind();
    std::string_view next();  // the next piece, empty at the end
    std::string_view bytes_;
    std::uint64_t position_ = 0;
    std::filesystem::path source_;
    FileHandle file_;  // open: the content is this file's, not bytes_
    std::uint64_t file_size_ = 0;
    std::string buffer_;
};

}  // namespace output
