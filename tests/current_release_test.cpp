#include "server/current_release.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "records/errors.h"
#include "tests/public_example.h"

namespace {

namespace fs = std::filesystem;

/// A portal with two releases that differ in an enterprise's name, a file beside each, and a link to the first.
class Portal {
  public:
    Portal() {
        for (const char* name : {"one", "two"}) {
            const fs::path folder = scratch_ / "releases" / name;
            fs::create_directories(folder / "data");
            tests::write_example(folder / "data/public.db",
                                 [&](tests::Example& example) { example.enterprise.name = name; });
            std::ofstream(folder / "name.txt") << name;
        }
        fs::create_directories(scratch_ / "public");
        fs::create_symlink("../releases/one", current());
    }
    fs::path current() const { return scratch_ / "public" / "current"; }
    fs::path release(const std::string& name) const { return scratch_ / "releases" / name; }
    void switch_to(const std::string& name) const {
        fs::create_symlink("../releases/" + name, scratch_ / "public" / "next");
        fs::rename(scratch_ / "public" / "next", current());
    }

  private:
    tests::Scratch scratch_;
};

std::string name_in(server::OpenedRelease& release) {
    return release.site.enterprise("99999901MA0000001X")->name;
}

}  // namespace

TEST_CASE("after a publish the next answer is from the new release, and one begun before from the old", "[server]") {
    const Portal portal;
    server::CurrentRelease current(portal.current());
    const auto before = current.take();
    portal.switch_to("two");
    const auto after = current.take();
    CHECK(name_in(*before) == "one");
    CHECK(before->folder.bytes("name.txt", 100) == "one");
    CHECK(before->digest == "one");
    CHECK(name_in(*after) == "two");
    CHECK(after->folder.bytes("name.txt", 100) == "two");
    CHECK(after->path == fs::canonical(portal.release("two")));
}

TEST_CASE("an answer begun is finished although its release has been removed", "[server]") {
    const Portal portal;
    server::CurrentRelease current(portal.current());
    const auto before = current.take();
    portal.switch_to("two");
    fs::remove_all(portal.release("one"));
    CHECK(name_in(*before) == "one");
    CHECK(name_in(*current.take()) == "two");
}

TEST_CASE("a release is opened once and used again until the switch", "[server]") {
    const Portal portal;
    server::CurrentRelease current(portal.current());
    const server::OpenedRelease* first = &*current.take();
    CHECK(&*current.take() == first);
    portal.switch_to("two");
    CHECK(name_in(*current.take()) == "two");
    portal.switch_to("one");
    CHECK(name_in(*current.take()) == "one");
}

TEST_CASE("threads that ask while releases are switched each have one whole release", "[server]") {
    const Portal portal;
    server::CurrentRelease current(portal.current());
    std::vector<std::thread> threads;
    std::atomic<bool> switching = true;
    std::atomic<int> asked = 0, mixed = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            while (switching) {
                const auto taken = current.take();
                const std::string name = name_in(*taken);
                if (taken->digest != name || taken->folder.bytes("name.txt", 100) != name) ++mixed;
                ++asked;
            }
        });
    for (int i = 0; i < 200; ++i) {
        portal.switch_to(i % 2 == 0 ? "two" : "one");
        for (const int before = asked; asked < before + 4;) std::this_thread::yield();
    }
    switching = false;
    for (std::thread& thread : threads) thread.join();
    CHECK(mixed == 0);
    CHECK(name_in(*current.take()) == "one");
}

TEST_CASE("a file of a release is read whole or not at all", "[server]") {
    const Portal portal;
    fs::create_symlink("name.txt", portal.release("one") / "link.txt");
    server::CurrentRelease current(portal.current());
    const auto taken = current.take();
    CHECK(taken->folder.bytes("name.txt", 3) == "one");
    CHECK_FALSE(taken->folder.bytes("name.txt", 2));
    CHECK_FALSE(taken->folder.bytes("link.txt", 100));
    CHECK_FALSE(taken->folder.bytes("data", 1 << 20));
    CHECK_FALSE(taken->folder.bytes("none", 100));
}

TEST_CASE("no release, or one whose public.db is none, is said; the next one is used", "[server]") {
    const Portal portal;
    fs::remove(portal.current());
    server::CurrentRelease current(portal.current());
    CHECK_THROWS_AS(current.take(), server::NoRelease);
    fs::permissions(portal.release("one") / "data/public.db", fs::perms::owner_write, fs::perm_options::add);
    std::ofstream(portal.release("one") / "data/public.db") << "not a database, whatever its name";
    portal.switch_to("one");
    CHECK_THROWS_AS(current.take(), records::Broken);
    portal.switch_to("two");
    CHECK(name_in(*current.take()) == "two");
}
