#include "server/waiting_room.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <utility>

namespace {

using namespace std::chrono_literals;
using server::Connection;
using Clock = Connection::Clock;

/// Two ends of a connection: one for the room, one for a client.
class Pair {
  public:
    explicit Pair(server::Tally& tally) {
        std::array<int, 2> ends{};
        REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0);
        client_ = ends[1];
        ours = std::make_unique<Connection>(ends[0], "192.0.2.1", tally);
        ours->leave_at = Clock::now() + 1h;
    }
    ~Pair() { close(client_); }
    Pair(const Pair&) = delete;

    void say(const std::string& bytes) const { CHECK(write(client_, bytes.data(), bytes.size()) > 0); }
    bool hung_up() const {
        char byte = 0;
        return read(client_, &byte, 1) == 0;
    }
    std::unique_ptr<Connection> ours;

  private:
    int client_ = -1;
};

}  // namespace

TEST_CASE("who has said something is next, who has not waits", "[server]") {
    server::Tally tally;
    server::WaitingRoom room(8);
    Pair silent(tally), talking(tally);
    const Connection* expected = talking.ours.get();
    room.admit(std::move(silent.ours));
    room.admit(std::move(talking.ours));
    talking.say("a");
    const auto next = room.next();
    CHECK(next.get() == expected);
    CHECK(next->receive(10) == Connection::Received::some);
    CHECK(next->incoming() == "a");
    CHECK(tally.open == 2);
}

TEST_CASE("whose time is over is closed, and only they", "[server]") {
    server::Tally tally;
    server::WaitingRoom room(8);
    Pair late(tally), patient(tally);
    const auto now = Clock::now();
    late.ours->leave_at = now + 1s;
    room.admit(std::move(late.ours));
    room.admit(std::move(patient.ours));
    room.sweep(now);
    CHECK_FALSE(late.hung_up());
    room.sweep(now + 2s);
    CHECK(late.hung_up());
    CHECK_FALSE(patient.hung_up());
    CHECK(room.counts().late == 1);
    CHECK(tally.open == 1);
}

TEST_CASE("a full room closes who waited longest, first of all who never asked anything", "[server]") {
    server::Tally tally;
    server::WaitingRoom room(3);
    Pair customer(tally), silent(tally), later(tally), last(tally);
    customer.ours->answered = 1;
    for (Pair* pair : {&customer, &silent, &later, &last}) room.admit(std::move(pair->ours));
    CHECK_FALSE(customer.hung_up());
    CHECK(silent.hung_up());
    CHECK_FALSE(later.hung_up());
    CHECK_FALSE(last.hung_up());
    CHECK(room.counts().turned_away == 1);
    last.say("a");
    CHECK(room.next() != nullptr);
}

TEST_CASE("a closing room hands out who has asked or is written to, and then wakes everyone", "[server]") {
    server::Tally tally;
    server::WaitingRoom room(8);
    Pair idle(tally), asking(tally), reading(tally);
    asking.say("a");
    reading.ours->write_later(std::string(1 << 22, 'x'));
    CHECK(reading.ours->write() == Connection::Written::some);
    CHECK(tally.unread > 0);
    for (Pair* pair : {&idle, &asking, &reading}) room.admit(std::move(pair->ours));
    room.shut(Clock::now() + 1h);
    CHECK(idle.hung_up());
    CHECK(room.next() != nullptr);
    room.sweep(Clock::now() + 2h);  // who does not read is given up in the end
    CHECK(tally.open == 0);
    CHECK(tally.unread == 0);
    bool ended = false;  // the other thread's until it is joined
    std::thread second([&] { ended = room.next() == nullptr; });
    CHECK(room.next() == nullptr);
    second.join();
    CHECK(ended);
}
