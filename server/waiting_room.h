// Where connections wait until something can be read from them or written to them. A client that sends slowly, reads
// slowly or does nothing costs a file descriptor and never a thread; each has a deadline, and there is room for so
// many. Knows nothing of what the bytes mean.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "server/connection.h"

namespace server {

class WaitingRoom {
  public:
    /// Room for `most` connections; for one more, one that has waited longest is closed, first of all one that has
    /// never asked anything.
    explicit WaitingRoom(std::size_t most);
    ~WaitingRoom();
    WaitingRoom(const WaitingRoom&) = delete;
    WaitingRoom& operator=(const WaitingRoom&) = delete;

    /// Takes a connection in until it can be written to, when it has more to write or has asked already, or else read
    /// from, or until its leave_at; callable from any thread, never blocks.
    void admit(std::unique_ptr<Connection> connection);
    /// The next connection that can be read from or written to. Waits for one, from many threads at once; null once
    /// the room is closing and nobody is left.
    std::unique_ptr<Connection> next();
    /// Closes those whose time is over; to be called now and then.
    void sweep(Connection::Clock::time_point now);
    /// Who waits idly is closed, next() hands out who is still written to or has asked already, until `deadline`.
    void shut(Connection::Clock::time_point deadline);

    struct Counts {
        std::atomic<std::uint64_t> late{0};         // closed because their time was over
        std::atomic<std::uint64_t> turned_away{0};  // closed to make room
    };
    const Counts& counts() const { return counts_; }

  private:
    struct Place {
        std::unique_ptr<Connection> connection;
        std::uint32_t turn = 0;  // counts who has been here, so that an event of one who has left is known
        Connection::Clock::time_point since;
    };

    std::unique_ptr<Connection> leave(std::size_t place);
    std::unique_ptr<Connection> longest_waiting();

    const std::size_t most_;
    const int events_, wake_;
    std::mutex mutex_;
    std::vector<Place> places_;            // guarded by mutex_
    std::vector<std::uint32_t> free_;      // guarded by mutex_: places with nobody
    bool closing_ = false;                 // guarded by mutex_
    Connection::Clock::time_point until_;  // guarded by mutex_; while closing
    Counts counts_;
};

}  // namespace server
