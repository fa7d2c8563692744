#include "server/connection.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace server {
namespace {

constexpr std::size_t file_piece = 256 * 1024;  // bytes read ahead of a file that is written

bool try_again() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

Connection::Connection(int socket, std::string peer, Tally& tally)
    : tally_(tally), socket_(socket), peer_(std::move(peer)) {
    ++tally_.open;
}

Connection::~Connection() {
    --tally_.open;
    tally_.unread -= unread_;
    if (file_ >= 0) close(file_);
    close(socket_);
}

Connection::Received Connection::receive(std::size_t most) {
    std::array<char, 4096> buffer;
    Received received = Received::nothing_yet;
    while (incoming_.size() < most) {
        const std::size_t room = std::min(buffer.size(), most - incoming_.size());
        const ssize_t count = recv(socket_, buffer.data(), room, MSG_DONTWAIT);
        if (count == 0 && received == Received::some) return received;  // the end is seen the next time
        if (count == 0 || (count < 0 && !try_again())) return Received::gone;
        if (count < 0) return received;
        incoming_.append(buffer.data(), static_cast<std::size_t>(count));
        received = Received::some;
        if (static_cast<std::size_t>(count) < room) return received;  // nothing more is there
    }
    return Received::some;
}

void Connection::write_later(std::string bytes, const std::filesystem::path& file) {
    outgoing_ = std::move(bytes);
    at_ = 0;
    if (!file.empty()) file_ = open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

/// The next piece of the file into memory; false when there is nothing more.
bool Connection::refill() {
    if (file_ < 0) return false;
    outgoing_.resize(file_piece);
    const ssize_t count = read(file_, outgoing_.data(), outgoing_.size());
    outgoing_.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    at_ = 0;
    if (count > 0) return true;
    close(std::exchange(file_, -1));
    return false;
}

Connection::Written Connection::write() {
    const Written written = write_on();
    const std::int64_t unread = static_cast<std::int64_t>(outgoing_.size() - at_);
    tally_.unread += unread - std::exchange(unread_, unread);
    return written;
}

Connection::Written Connection::write_on() {
    for (;;) {
        while (at_ < outgoing_.size()) {
            const ssize_t count =
                send(socket_, outgoing_.data() + at_, outgoing_.size() - at_, MSG_DONTWAIT | MSG_NOSIGNAL);
            if (count < 0) return try_again() ? Written::some : Written::gone;
            at_ += static_cast<std::size_t>(count);
        }
        if (refill()) continue;
        outgoing_.clear();
        if (outgoing_.capacity() > file_piece) outgoing_.shrink_to_fit();
        at_ = 0;
        return Written::all;
    }
}

void Connection::say_goodbye() {
    shutdown(socket_, SHUT_WR);
    std::array<char, 4096> dropped;
    for (int i = 0; i < 64 && recv(socket_, dropped.data(), dropped.size(), MSG_DONTWAIT) > 0; ++i) continue;
}

}  // namespace server
