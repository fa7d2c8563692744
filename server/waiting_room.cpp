#include "server/waiting_room.h"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

namespace server {
namespace {

constexpr std::uint64_t waking = ~std::uint64_t{0};

int checked(int descriptor, const char* what) {
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), what);
    return descriptor;
}

bool can_be_read(int socket) {
    pollfd polled{socket, POLLIN, 0};
    return poll(&polled, 1, 0) > 0;
}

}  // namespace

WaitingRoom::WaitingRoom(std::size_t most)
    : most_(most),
      events_(checked(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")),
      wake_(checked(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = waking;
    checked(epoll_ctl(events_, EPOLL_CTL_ADD, wake_, &event), "epoll_ctl");
}

WaitingRoom::~WaitingRoom() {
    places_.clear();
    close(wake_);
    close(events_);
}

/// Takes whoever is at a place out of it. The lock is held.
std::unique_ptr<Connection> WaitingRoom::leave(std::size_t place) {
    free_.push_back(static_cast<std::uint32_t>(place));
    ++places_[place].turn;
    return std::move(places_[place].connection);
}

/// The lock is held.
std::unique_ptr<Connection> WaitingRoom::longest_waiting() {
    const auto before = [](const Place& a, const Place& b) {
        if (!a.connection || !b.connection) return a.connection != nullptr;
        const bool a_asked = a.connection->answered > 0, b_asked = b.connection->answered > 0;
        return a_asked != b_asked ? b_asked : a.since < b.since;
    };
    const auto longest = std::min_element(places_.begin(), places_.end(), before);
    ++counts_.turned_away;
    return leave(static_cast<std::size_t>(longest - places_.begin()));
}

void WaitingRoom::admit(std::unique_ptr<Connection> connection) {
    std::unique_ptr<Connection> turned_away;  // closed after the lock is given up
    const std::lock_guard lock(mutex_);
    if (closing_) {
        if (!connection->has_more_to_write() && !connection->has_asked) return;
        connection->leave_at = std::min(connection->leave_at, until_);
    }
    if (free_.empty() && places_.size() >= most_) turned_away = longest_waiting();
    if (free_.empty()) {
        free_.push_back(static_cast<std::uint32_t>(places_.size()));
        places_.emplace_back();
    }
    const std::uint32_t at = free_.back();
    free_.pop_back();
    Place& place = places_[at];
    epoll_event event{};
    // Who has asked already can be written to: it comes after everybody who is ready now.
    const bool writes = connection->has_more_to_write() || connection->has_asked;
    event.events = (writes ? EPOLLOUT : EPOLLIN) | EPOLLONESHOT;
    event.data.u64 = std::uint64_t{place.turn} << 32 | at;
    const int socket = connection->socket();
    place.since = Connection::Clock::now();
    place.connection = std::move(connection);
    const bool known = epoll_ctl(events_, EPOLL_CTL_MOD, socket, &event) == 0;
    if (!known && epoll_ctl(events_, EPOLL_CTL_ADD, socket, &event) != 0) turned_away = leave(at);
}

std::unique_ptr<Connection> WaitingRoom::next() {
    for (;;) {
        epoll_event event{};
        if (epoll_wait(events_, &event, 1, -1) < 1) continue;  // a signal
        if (event.data.u64 == waking) {
            {
                const std::lock_guard lock(mutex_);
                if (closing_ && free_.size() == places_.size()) return nullptr;
            }
            std::this_thread::sleep_for(
                std::chrono::milliseconds(1));  // only while closing, for who is still written to
            continue;
        }
        const std::lock_guard lock(mutex_);
        const std::size_t place = event.data.u64 & 0xFFFFFFFF;
        if (places_[place].connection && places_[place].turn == event.data.u64 >> 32) return leave(place);
    }
}

void WaitingRoom::sweep(Connection::Clock::time_point now) {
    std::vector<std::unique_ptr<Connection>> late;  // closed after the lock is given up
    const std::lock_guard lock(mutex_);
    for (std::size_t place = 0; place < places_.size(); ++place) {
        const Connection* connection = places_[place].connection.get();
        if (connection != nullptr && connection->leave_at <= now) late.push_back(leave(place));
    }
    counts_.late += late.size();
}

void WaitingRoom::shut(Connection::Clock::time_point deadline) {
    std::vector<std::unique_ptr<Connection>> idle;
    const std::lock_guard lock(mutex_);
    closing_ = true;
    until_ = deadline;
    for (std::size_t place = 0; place < places_.size(); ++place) {
        Connection* connection = places_[place].connection.get();
        if (connection == nullptr) continue;
        connection->leave_at = std::min(connection->leave_at, deadline);
        const bool busy = connection->has_more_to_write() || connection->has_asked;
        if (!busy && !can_be_read(connection->socket())) idle.push_back(leave(place));
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(wake_, &one, sizeof one);  // stays readable: wakes every thread
}

}  // namespace server
