// One client's connection: what has come in and is not yet used, what is still to be written. Never blocks. Knows
// nothing of what the bytes mean.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace server {

/// What the open connections of one listener come to.
struct Tally {
    std::atomic<std::int64_t> open{0};
    std::atomic<std::int64_t> unread{0};  // bytes of answers held in memory because nobody reads them yet
};

/// A connected socket; closed with this.
class Connection {
  public:
    using Clock = std::chrono::steady_clock;

    /// `peer` is the other side's address as text. The socket must not block. `tally` outlives this.
    Connection(int socket, std::string peer, Tally& tally);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    int socket() const { return socket_; }
    const std::string& peer() const { return peer_; }

    enum class Received { some, nothing_yet, gone };
    /// Reads what has arrived, at most until `most` bytes of incoming() are there.
    Received receive(std::size_t most);
    std::string& incoming() { return incoming_; }

    /// Begins to write these bytes and then the file, if it is named. Nothing else may be left to write.
    void write_later(std::string bytes, const std::filesystem::path& file = {});
    enum class Written { all, some, gone };
    /// Writes what can be written now.
    Written write();
    bool has_more_to_write() const { return at_ < outgoing_.size() || file_ >= 0; }

    /// Tells the other side that nothing more comes, and drops what came in, so that a reply still on its way arrives.
    void say_goodbye();

    int answered = 0;            // requests so far
    bool last = false;           // ends once everything is written
    bool has_asked = false;      // another whole request is in incoming(): it is its turn again after the others
    Clock::time_point leave_at;  // when whoever waits for the other side gives up

  private:
    bool refill();
    Written write_on();

    Tally& tally_;
    std::int64_t unread_ = 0;  // what tally_ counts of this one
    int socket_;
    std::string peer_;
    std::string incoming_;
    std::string outgoing_;
    std::size_t at_ = 0;  // of outgoing_: written so far
    int file_ = -1;
};

}  // namespace server
