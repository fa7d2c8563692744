#include "generator/output/file_handle.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "generator/output/errors.h"

namespace output {

FileHandle::~FileHandle() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

FileHandle::FileHandle(FileHandle&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

void FileHandle::close(const std::filesystem::path& name) {
    const int descriptor = std::exchange(descriptor_, -1);
    if (descriptor >= 0 && ::close(descriptor) != 0 && errno != EINTR) fail("写完文件", name, errno);
}

void fail(std::string_view doing, const std::filesystem::path& name, int error) {
    std::string message = "无法" + std::string(doing) + "：" + name.string() + "（" + std::strerror(error) + "）。";
    if (error == ENOSPC || error == EDQUOT)
        message += "磁盘空间或文件数已用完，请用 gongshi gc 清理旧版本或扩容后重试；线上网站未受影响。";
    else if (error == EACCES || error == EPERM || error == EROFS)
        message += "当前用户没有写入权限，请检查该目录的所有者和权限。";
    else if (error == EMFILE || error == ENFILE)
        message += "打开的文件太多，请提高系统的文件句柄上限（ulimit -n）后重试。";
    throw Failed(message);
}

void ensure_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) fail("新建目录", folder, error.value());
}

FileHandle open_folder(const std::filesystem::path& folder) {
    FileHandle handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!handle) fail("打开目录", folder, errno);
    return handle;
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& name) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("写入文件", name, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::string_view read_some(int descriptor, std::string& buffer, const std::filesystem::path& name) {
    std::size_t held = 0;
    while (held < buffer.size()) {
        const ssize_t count = ::read(descriptor, buffer.data() + held, buffer.size() - held);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("读取文件", name, errno);
        if (count == 0) break;
        held += static_cast<std::size_t>(count);
    }
    return std::string_view(buffer).substr(0, held);
}

void sync_folder(const std::filesystem::path& folder) {
    const FileHandle handle = open_folder(folder);
    if (::fsync(handle.get()) != 0 && errno != EINVAL) fail("把目录写到磁盘", folder, errno);
}

}  // namespace output
