#include "generator/draw_package_files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "draw/json_cursor.h"
#include "generator/settings/settings.h"

namespace generator {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& file, const std::string& reason) {
    throw draw::Unreadable(file.filename().string(), 0, reason);
}

/// Opened without waiting for a pipe's other end; `size` is what the file has now.
output::FileHandle open_regular(const fs::path& file, std::uint64_t& size) {
    output::FileHandle handle(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!handle) refuse(file, std::string("打不开（") + std::strerror(errno) + "）");
    struct stat facts {};
    if (fstat(handle.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) refuse(file, "不是普通文件");
    size = static_cast<std::uint64_t>(facts.st_size);
    return handle;
}

std::size_t read_bytes(int descriptor, const fs::path& file, char* to, std::size_t most) {
    for (;;) {
        const ssize_t count = read(descriptor, to, most);
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) refuse(file, std::string("读不出来（") + std::strerror(errno) + "）");
    }
}

bool is_there(const fs::path& file) {
    std::error_code error;
    return fs::symlink_status(file, error).type() != fs::file_type::not_found;
}

}  // namespace

std::string read_draw_file(const fs::path& file) {
    std::uint64_t size = 0;
    const output::FileHandle handle = open_regular(file, size);
    if (size > draw::largest_json) refuse(file, "文件超过 256 MiB");
    std::string bytes(size, '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const std::size_t count = read_bytes(handle.get(), file, bytes.data() + have, bytes.size() - have);
        if (count == 0) break;
        have += count;
    }
    bytes.resize(have);
    return bytes;
}

DrawPackageFiles::DrawPackageFiles(const fs::path& folder) : folder_(folder) {
    if (!fs::is_directory(folder)) throw settings::Unusable(folder.string() + " 不是文件夹；请指明抽取包所在的文件夹");
    if (!is_there(folder / "announcement.json")) refuse("announcement.json", "没有这个文件，文件夹里不是抽取包");
    announcement_ = read_draw_file(folder / "announcement.json");
    files_.announcement = announcement_;
    take("quota.json", files_.quota, papers_[0]);
    take("record.json", files_.record, papers_[1]);
    take("reveal.json", files_.reveal, papers_[2]);
    take("drawn.json", files_.drawn, papers_[3]);
    take("events.json", files_.events, papers_[4]);
    take("end.json", files_.end, papers_[5]);
    files_.objects = open_table("objects.tsv", objects_);
    files_.inspectors = open_table("inspectors.tsv", inspectors_);
}

void DrawPackageFiles::take(const char* name, std::optional<std::string_view>& into, std::string& bytes) {
    if (!is_there(folder_ / name)) return;
    bytes = read_draw_file(folder_ / name);
    into = bytes;
}

draw::ByteSource DrawPackageFiles::open_table(const char* name, output::FileHandle& handle) {
    const fs::path file = folder_ / name;
    if (!is_there(file)) return {};
    std::uint64_t size = 0;
    handle = open_regular(file, size);
    table_bytes_ += size;
    posix_fadvise(handle.get(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return [descriptor = handle.get(), file](char* to, std::size_t most) {
        return read_bytes(descriptor, file, to, most);
    };
}

}  // namespace generator
