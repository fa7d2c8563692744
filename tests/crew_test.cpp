#include "generator/pages/crew.h"

#include <catch2/catch.hpp>

#include <atomic>

#include "tests/public_example.h"

TEST_CASE("a crew does every piece of work once, each thread with its own connection", "[pages]") {
    const tests::Scratch scratch;
    tests::write_example(scratch / "public.db");
    std::atomic<int> done = 0;
    pages::Crew crew(scratch / "public.db", 3);
    for (int i = 0; i < 200; ++i)
        crew.add([&](records::PublicSite& records) {
            if (records.site().name == "示例公示") ++done;
        });
    crew.finish();
    CHECK(done == 200);
}

TEST_CASE("the first failure of any work is thrown and nothing hangs", "[pages]") {
    const tests::Scratch scratch;
    tests::write_example(scratch / "public.db");
    pages::Crew crew(scratch / "public.db", 2);
    const auto work = [&] {
        for (int i = 0; i < 500; ++i)
            crew.add([i](records::PublicSite&) {
                if (i >= 3) throw std::runtime_error("disk full");
            });
        crew.finish();
    };
    CHECK_THROWS_WITH(work(), "disk full");
}

TEST_CASE("a crew without a database says which one is missing", "[pages]") {
    const tests::Scratch scratch;
    pages::Crew crew(scratch / "none.db", 2);
    const auto work = [&] {
        crew.add([](records::PublicSite&) {});
        crew.finish();
    };
    CHECK_THROWS_WITH(work(), Catch::Contains("none.db"));
}
