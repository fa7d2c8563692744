#include "draw/beacon.h"

#include <catch2/catch.hpp>

#include "draw/encoding.h"

TEST_CASE("rounds of drand quicknet and their times lead to each other", "[draw][beacon]") {
    CHECK(draw::time_of(1) == 1692803367);
    CHECK(draw::time_of(123) == 1692803733);
    CHECK(draw::first_round_at(0) == 1);
    for (const std::int64_t round : {1, 2, 123, 657413, 2000000000}) {
        const std::int64_t time = draw::time_of(round);
        CHECK(draw::first_round_at(time) == round);
        CHECK(draw::first_round_at(time + 1) == round + 1);
        CHECK(draw::parse_ref(draw::beacon_ref(round)) == round);
    }
}

TEST_CASE("only a ref of the pinned chain with a plain round is one", "[draw][beacon]") {
    const std::string chain(draw::quicknet::chain_hash);
    CHECK(draw::parse_ref(chain + "/9999999999999999") == 9999999999999999);
    for (const std::string& ref :
         {chain, chain + "/", chain + "/0", chain + "/01", chain + "/-1", chain + "/1 ", chain + "/+1", chain + "/1.0",
          chain + "/10000000000000000", std::string(64, '0') + "/1", chain + "0/1", std::string()})
        CHECK_FALSE(draw::parse_ref(ref));
}

TEST_CASE("the randomness of a round is the hash of its signature", "[draw][beacon]") {
    const auto signature =
        draw::unhex("b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92");
    CHECK(draw::hex(draw::sha256(*signature)) == "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc");
}
