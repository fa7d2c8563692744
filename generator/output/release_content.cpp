#include "generator/output/release_content.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace output {
namespace {
constexpr std::size_t piece_size = 256 * 1024;
}

ReleaseContent ReleaseContent::of_bytes(std::string_view bytes) {
    ReleaseContent content;
    content.bytes_ = bytes;
    return content;
}

ReleaseContent ReleaseContent::of_file(const std::filesystem::path& source) {
    ReleaseContent content;
    content.source_ = source;
    content.file_ = FileHandle(::open(source.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (!content.file_ || ::fstat(content.file_.get(), &facts) != 0) fail("读取文件", source, errno);
    if (!S_ISREG(facts.st_mode)) fail("读取文件", source, EINVAL);
    content.file_size_ = static_cast<std::uint64_t>(facts.st_size);
    content.buffer_.resize(piece_size);
    return content;
}

std::uint64_t ReleaseContent::size() const {
    return file_ ? file_size_ : bytes_.size();
}

void ReleaseContent::rewind() {
    position_ = 0;
    if (file_ && ::lseek(file_.get(), 0, SEEK_SET) != 0) fail("读取文件", source_, errno);
}

std::string_view ReleaseContent::next() {
    if (file_) return read_some(file_.get(), buffer_, source_);
    const std::string_view piece = bytes_.substr(position_, piece_size);
    position_ += piece.size();
    return piece;
}

std::optional<FileDigest> ReleaseContent::same_as(int descriptor, const std::filesystem::path& name) {
    thread_local std::string theirs;
    Digest digest;
    FileDigest result;
    rewind();
    for (std::string_view ours = next(); !ours.empty(); ours = next()) {
        theirs.resize(ours.size());
        if (read_some(descriptor, theirs, name) != ours) return std::nullopt;
        digest.add(ours);
        result.size += ours.size();
    }
    theirs.resize(1);
    if (!read_some(descriptor, theirs, name).empty()) return std::nullopt;
    result.sha256 = digest.finish();
    return result;
}

FileDigest ReleaseContent::write_to(int descriptor, const std::filesystem::path& name) {
    Digest digest;
    FileDigest result;
    rewind();
    for (std::string_view piece = next(); !piece.empty(); piece = next()) {
        write_all(descriptor, piece, name);
        digest.add(piece);
        result.size += piece.size();
    }
    result.sha256 = digest.finish();
    return result;
}

}  // namespace output
