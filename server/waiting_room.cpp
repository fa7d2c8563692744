#include "server/waiting_room.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "server/request_head.h"

namespace server {
namespace {

using Clock = std::chrono::steady_clock;

struct Guest {
    Connection connection;
    Clock::time_point leave_at;
};

enum class Received { more, nothing_yet, gone };

/// Reads what has arrived, at most until the budget of one head is used up.
Received receive(Connection& connection) {
    std::array<char, 4096> buffer;
    if (connection.bytes.size() >= longest_head) return Received::more;
    const std::size_t room = std::min(buffer.size(), longest_head - connection.bytes.size());
    const ssize_t count = recv(connection.socket, buffer.data(), room, MSG_DONTWAIT);
    if (count > 0) {
        connection.bytes.append(buffer.data(), static_cast<std::size_t>(count));
        return Received::more;
    }
    const bool try_later = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return try_later ? Received::nothing_yet : Received::gone;
}

}  // namespace

void close_gently(const Connection& connection) {
    shutdown(connection.socket, SHUT_WR);
    std::array<char, 4096> dropped;
    for (int i = 0; i < 64 && recv(connection.socket, dropped.data(), dropped.size(), MSG_DONTWAIT) > 0; ++i) continue;
    close(connection.socket);
}

class WaitingRoom::Thread {
  public:
    Thread(WaitingLimits limits, Ready ready)
        : limits_(limits), ready_(std::move(ready)), wake_(eventfd(0, EFD_CLOEXEC)) {
        if (wake_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
        thread_ = std::thread([this] { run(); });
    }
    ~Thread() {
        stop();
        close(wake_);
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        wake();
        if (thread_.joinable()) thread_.join();
        for (auto* guests : {&arriving_, &waiting_}) {
            for (const Guest& guest : *guests) close(guest.connection.socket);
            guests->clear();
        }
    }

    void admit(Connection connection) {
        const auto patience =
            connection.answered == 0 || !connection.bytes.empty() ? limits_.head_deadline : limits_.idle_deadline;
        {
            const std::lock_guard lock(mutex_);
            if (stopping_) {
                close(connection.socket);
                return;
            }
            arriving_.push_back({std::move(connection), Clock::now() + patience});
        }
        wake();
    }

  private:
    void wake() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = write(wake_, &one, sizeof one);
    }

    void run() {
        while (take_arrivals()) {
            poll_all();
            const auto now = Clock::now();
            std::deque<Guest> staying;
            for (std::size_t i = 0; i < waiting_.size(); ++i)
                if (!leaves(waiting_[i], polled_[i + 1].revents != 0, now)) staying.push_back(std::move(waiting_[i]));
            waiting_ = std::move(staying);
        }
    }

    /// Moves in who has arrived; false when the room is closing.
    bool take_arrivals() {
        const std::lock_guard lock(mutex_);
        if (stopping_) return false;
        for (Guest& guest : arriving_)
            if (!hand_over_if_whole(guest)) waiting_.push_back(std::move(guest));
        arriving_.clear();
        for (; waiting_.size() > limits_.connections; waiting_.pop_front()) close(waiting_.front().connection.socket);
        return true;
    }

    void poll_all() {
        polled_.assign(1, {wake_, POLLIN, 0});
        auto soonest = Clock::now() + std::chrono::seconds(60);
        for (const Guest& guest : waiting_) {
            polled_.push_back({guest.connection.socket, POLLIN, 0});
            soonest = std::min(soonest, guest.leave_at);
        }
        const auto wait = std::chrono::ceil<std::chrono::milliseconds>(soonest - Clock::now()).count();
        poll(polled_.data(), polled_.size(), static_cast<int>(std::max<std::int64_t>(wait, 0)));
        if (polled_[0].revents != 0) {
            std::uint64_t count = 0;
            [[maybe_unused]] const ssize_t got = read(wake_, &count, sizeof count);
        }
    }

    /// True when the guest has left: handed over whole, gone, or out of patience.
    bool leaves(Guest& guest, bool readable, Clock::time_point now) {
        if (readable) {
            const bool first_bytes = guest.connection.bytes.empty() && guest.connection.answered > 0;
            const Received received = receive(guest.connection);
            if (received == Received::gone) return close(guest.connection.socket), true;
            if (first_bytes) guest.leave_at = now + limits_.head_deadline;
            if (hand_over_if_whole(guest)) return true;
        }
        if (now < guest.leave_at) return false;
        close(guest.connection.socket);
        return true;
    }

    bool hand_over_if_whole(Guest& guest) {
        const bool whole = head_length(guest.connection.bytes).has_value();
        if (!whole && guest.connection.bytes.size() < longest_head) return false;
        ready_(std::move(guest.connection), whole ? Arrival::whole : Arrival::too_long);
        return true;
    }

    const WaitingLimits limits_;
    const Ready ready_;
    const int wake_;
    std::mutex mutex_;
    std::deque<Guest> arriving_;  // guarded by mutex_
    bool stopping_ = false;       // guarded by mutex_
    std::deque<Guest> waiting_;   // longest waiting first; only the thread's, until it has ended
    std::vector<pollfd> polled_;
    std::thread thread_;
};

WaitingRoom::WaitingRoom(WaitingLimits limits, Ready ready)
    : thread_(std::make_unique<Thread>(limits, std::move(ready))) {}
WaitingRoom::~WaitingRoom() = default;

void WaitingRoom::shut() {
    thread_->stop();
}
void WaitingRoom::admit(Connection connection) {
    thread_->admit(std::move(connection));
}

}  // namespace server
