// kill -9 while a release is written, named, switched, rolled back or cleaned up: readers always see a whole release.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <random>
#include <thread>

#include "generator/output/release_writer.h"
#include "generator/output/releases.h"
#include "generator/output/verify_release.h"
#include "tests/portal_folder.h"

using namespace output;
namespace fs = std::filesystem;

namespace {

constexpr int pages = 300;

// A site whose every second page says its version; two threads write it.
std::string publish_version(const fs::path& portal, int version, const PhaseObserver& observer) {
    const BuilderLock lock(portal, "publish");
    ReleaseWriter writer(lock, observer);
    const auto render = [&](int first) {
        for (int page = first; page < pages; page += 2)
            writer.put("tasks/" + std::to_string(page) + "/index.html",
                       page % 2 == 0 ? "version " + std::to_string(version) : "unchanging");
    };
    std::thread other(render, 1);
    render(0);
    other.join();
    const std::string digest = writer.finish(tests::some_facts).digest;
    switch_to(lock, digest, std::nullopt, observer);
    return digest;
}

// Runs `work` in a child, which says each phase as one byte, and kills it `delay` after it has said `phase`.
void kill_in(Phase phase, std::chrono::microseconds delay, const std::function<void(const PhaseObserver&)>& work) {
    int said[2];
    REQUIRE(::pipe(said) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(said[0]);
        work([&](Phase now) {
            const char byte = static_cast<char>('0' + static_cast<int>(now));
            if (::write(said[1], &byte, 1) != 1) ::_exit(1);
        });
        ::_exit(0);
    }
    ::close(said[1]);
    for (char byte = 0; ::read(said[0], &byte, 1) == 1 && byte != '0' + static_cast<int>(phase);) {
    }
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(said[0]);
}

std::size_t half_done(const fs::path& portal) {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(portal / "releases"))
        if (entry.path().filename().string().starts_with('.')) ++count;
    return count;
}

}  // namespace

TEST_CASE("a publish killed in any phase leaves the old site or the new one, whole, and the next succeeds",
          "[output]") {
    const tests::PortalFolder portal;
    std::mt19937 random(20250630);
    int old_seen = 0, new_seen = 0, left = 0, version = 0;
    std::string before = publish_version(portal.path(), version, {});
    for (int round = 0; round < 60; ++round) {
        const auto phase = static_cast<Phase>(round % 6);
        const std::chrono::microseconds delay(round % 12 < 6 ? 0 : random() % 3000);
        ++version;
        kill_in(phase, delay,
                [&](const PhaseObserver& observer) { publish_version(portal.path(), version, observer); });
        INFO("round " << round << ", killed " << delay.count() << " µs into " << phase_name(phase));
        const auto current = current_release(portal.path());
        REQUIRE(current);
        const Verification found = verify_release(portal.release(*current));
        INFO(describe(found));
        REQUIRE(found.whole());
        REQUIRE(found.files == pages);
        const bool is_old = *current == before;
        (is_old ? old_seen : new_seen)++;
        const std::string shown = tests::read_file(portal.current() / "tasks/0/index.html");
        REQUIRE(shown == "version " + std::to_string(is_old ? version - 1 : version));
        if (half_done(portal.path()) > 0) ++left;
        before = publish_version(portal.path(), version, {});
        REQUIRE(current_release(portal.path()) == before);
        REQUIRE(verify_release(portal.release(before)).whole());
        REQUIRE(half_done(portal.path()) == 0);
    }
    INFO("old " << old_seen << ", new " << new_seen << ", half-built folders left " << left);
    CHECK(old_seen + new_seen == 60);
    CHECK(old_seen >= 10);
    CHECK(new_seen >= 10);
    CHECK(left >= 5);
}

TEST_CASE("a rollback or gc killed at any moment leaves a whole site and no half release", "[output]") {
    const tests::PortalFolder portal;
    std::mt19937 random(20250701);
    for (int round = 0; round < 24; ++round) {
        for (int version = 0; version < 4; ++version) publish_version(portal.path(), 4 * round + version, {});
        kill_in(static_cast<Phase>(round % 3), std::chrono::microseconds(random() % 6000),
                [&](const PhaseObserver& tell) {
                    const BuilderLock lock(portal.path(), "rollback");
                    tell(Phase::pages);
                    rollback(lock, std::nullopt, {});
                    tell(Phase::links);
                    gc(lock, 2);
                    tell(Phase::manifest);
                    gc(lock, 1);
                });
        INFO("round " << round);
        const auto current = current_release(portal.path());
        REQUIRE(current);
        for (const ReleaseState& state : list_releases(portal.path()))
            REQUIRE(verify_release(portal.release(state.digest)).whole());
        const BuilderLock lock(portal.path(), "gc");
        gc(lock, 1);
        CHECK(half_done(portal.path()) == 0);
        CHECK(list_releases(portal.path()).size() == 1);
        CHECK(current_release(portal.path()) == current);
    }
}
