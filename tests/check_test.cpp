#include <catch2/catch.hpp>

#include "tests/clerks_portal.h"

using namespace tests;

TEST_CASE("check reminds the clerk when readers would not know where to write", "[publish]") {
    const ClerksPortal portal;  // its site.toml names a telephone and no address
    std::string said;
    for (const auto& concern : ::publish::check_portal(portal.portal(), "2026-11-18").concerns)
        said += concern.place + "：" + concern.what + "\n";
    CHECK(said.find("没有填写 address，读者不知道申请表寄到哪里") != std::string::npos);
    CHECK(said.find("没有填写 address、phone、email") == std::string::npos);
}
