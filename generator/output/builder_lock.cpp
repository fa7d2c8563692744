#include "generator/output/builder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "generator/output/errors.h"

namespace output {
namespace {

// What the lock file says about its holder; its text is only for people and may be torn or stale.
std::string holder(int descriptor, const std::filesystem::path& file) {
    std::string buffer(200, '\0');
    std::string said(read_some(descriptor, buffer, file));
    said.erase(std::find(said.begin(), said.end(), '\n'), said.end());
    const std::size_t space = said.find(' ');
    if (space == std::string::npos || said.find_first_not_of("0123456789") != space) return "另一个进程";
    return "进程 " + said.substr(0, space) + "（正在执行 " + said.substr(space + 1) + "）";
}

}  // namespace

BuilderLock::BuilderLock(const std::filesystem::path& portal, std::string_view doing) : portal_(portal) {
    const std::filesystem::path file = portal / ".lock";
    file_ = FileHandle(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!file_) fail("打开锁文件", file, errno);
    while (::flock(file_.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR) continue;
        if (errno != EWOULDBLOCK) fail("锁定门户目录", file, errno);
        throw Busy("门户 " + portal.string() + " 正由" + holder(file_.get(), file) +
                   "更新，同一时间只能有一个。请等它结束后重试；本次没有改动任何内容。");
    }
    std::string text = std::to_string(::getpid()) + ' ';
    for (const char letter : doing.substr(0, 100)) text += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    text += '\n';
    if (::ftruncate(file_.get(), 0) != 0) fail("写入锁文件", file, errno);
    write_all(file_.get(), text, file);
}

}  // namespace output
