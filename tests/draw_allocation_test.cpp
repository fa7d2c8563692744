#include "draw/allocation.h"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

namespace {

std::vector<std::uint64_t> numbers(const std::vector<std::uint64_t>& eligible, std::uint64_t total) {
    std::vector<std::uint64_t> all;
    for (const draw::Share& share : draw::shares_of(eligible, total)) all.push_back(share.n);
    return all;
}

}  // namespace

TEST_CASE("a ratio of a stratum is rounded up, exactly", "[draw][allocation]") {
    CHECK(draw::rounded_up(19, 30'000) == 1);
    CHECK(draw::rounded_up(100, 30'000) == 3);
    CHECK(draw::rounded_up(101, 30'000) == 4);
    CHECK(draw::rounded_up(0, 30'000) == 0);
    CHECK(draw::rounded_up(7, 1'000'000) == 7);
    CHECK(draw::rounded_up(1ULL << 53, 999'999) == 9'007'190'247'541'738);  // beyond what a double holds
}

TEST_CASE("a total is divided by largest remainders", "[draw][allocation]") {
    const auto shares = draw::shares_of({50, 30, 20}, 7);  // 3.5, 2.1, 1.4
    CHECK((shares[0].whole == 3 && shares[0].remainder == 50 && shares[0].divisor == 100 && shares[0].rank == 1));
    CHECK((shares[1].rank == 3 && shares[2].rank == 2));
    CHECK(numbers({50, 30, 20}, 7) == std::vector<std::uint64_t>{4, 2, 1});
    CHECK(numbers({10, 10, 10}, 4) == std::vector<std::uint64_t>{2, 1, 1});  // of equals the first
}

TEST_CASE("a small stratum gets one although its share is less", "[draw][allocation]") {
    CHECK(numbers({1000, 1, 1, 1, 1, 1}, 6) == std::vector<std::uint64_t>{1, 1, 1, 1, 1, 1});
    CHECK(numbers({997, 0, 3}, 10) == std::vector<std::uint64_t>{9, 0, 1});
    CHECK(draw::shares_of({997, 0, 3}, 10)[2].rank == 0);
    CHECK_THROWS_AS(numbers({5, 5}, 1), std::invalid_argument);
    CHECK_THROWS_AS(numbers({5, 5}, 11), std::invalid_argument);
}

TEST_CASE("whatever the strata, a total is used up and nobody gets more than there are", "[draw][allocation]") {
    std::mt19937_64 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::uint64_t> eligible(random() % 8 + 1);
        for (auto& count : eligible) count = random() % 5 == 0 ? random() % 100'000 : random() % 9;
        const auto all = std::accumulate(eligible.begin(), eligible.end(), std::uint64_t{0});
        const auto strata = static_cast<std::uint64_t>(eligible.size()) -
                            static_cast<std::uint64_t>(std::count(eligible.begin(), eligible.end(), std::uint64_t{0}));
        const std::uint64_t total = strata + (all == strata ? 0 : random() % (all - strata + 1));
        const auto parts = numbers(eligible, total);
        CHECK(std::accumulate(parts.begin(), parts.end(), std::uint64_t{0}) == total);
        for (std::size_t i = 0; i < parts.size(); ++i)
            CHECK((parts[i] <= eligible[i] && (parts[i] > 0 || eligible[i] == 0)));
    }
}
