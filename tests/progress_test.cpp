#include "generator/output/progress.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <thread>
#include <vector>

using namespace output;
using namespace std::chrono_literals;

namespace {
struct Watched {
    std::string said;
    std::chrono::steady_clock::time_point now{};
    Progress::Sink sink() {
        return [this](const std::string& text) { said += text; };
    }
    Progress::Clock clock() {
        return [this] { return now; };
    }
};
}  // namespace

TEST_CASE("without a terminal progress is a line at most every five seconds", "[output]") {
    Watched watched;
    Progress progress(ProgressStyle::lines, watched.sink(), watched.clock());
    progress.stage("生成页面", 200);
    progress.step(50);
    CHECK(watched.said.empty());
    watched.now += 5s;
    progress.step(50);
    progress.step(1);
    watched.now += 4s;
    progress.step(1);
    CHECK(watched.said == "生成页面 100/200（50%）\n");
    progress.step(98);
    progress.done();
    progress.done();
    CHECK(watched.said == "生成页面 100/200（50%）\n生成页面 200/200（100%）\n");
    watched.said.clear();
    progress.stage("链接", 0);
    progress.step();
    progress.done();
    CHECK(watched.said.empty());
}

TEST_CASE("on a terminal progress is one line that is rewritten, at most ten times a second", "[output]") {
    Watched watched;
    {
        Progress progress(ProgressStyle::bar, watched.sink(), watched.clock());
        progress.stage("生成页面", 4);
        progress.step();
        watched.now += 100ms;
        progress.step();
        CHECK(watched.said ==
              "\r[------------------------] 生成页面 0/4（0%）\x1b[K"
              "\r[############------------] 生成页面 2/4（50%）\x1b[K");
        progress.step(2);
        progress.done();
        CHECK_THAT(watched.said, Catch::EndsWith("4/4（100%）\x1b[K\n"));
        progress.stage("切换", 0);
        progress.step();
    }
    CHECK_THAT(watched.said, Catch::EndsWith("\r切换 0\x1b[K\n"));  // cut off: the line ends, nothing is claimed
}

TEST_CASE("quiet work says nothing", "[output]") {
    Watched watched;
    Progress progress(ProgressStyle::quiet, watched.sink(), watched.clock());
    progress.stage("生成页面", 4);
    watched.now += 60s;
    progress.step(4);
    progress.done();
    CHECK(watched.said.empty());
    CHECK(progress_style(true) == ProgressStyle::quiet);
    ::setenv("NO_COLOR", "1", 1);
    CHECK(progress_style(false) == ProgressStyle::lines);
    ::unsetenv("NO_COLOR");
}

TEST_CASE("steps from several threads are all counted", "[output]") {
    Watched watched;
    Progress progress(ProgressStyle::bar, watched.sink(), watched.clock());
    progress.stage("生成页面", 4000);
    std::vector<std::thread> pool;
    for (int thread = 0; thread < 4; ++thread)
        pool.emplace_back([&] {
            for (int step = 0; step < 1000; ++step) progress.step();
        });
    for (std::thread& thread : pool) thread.join();
    progress.done();
    CHECK_THAT(watched.said, Catch::Contains("4000/4000（100%）"));
}
