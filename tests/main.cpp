#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include <iostream>

#include "tests/shared_data.h"

// Runs the tests, then says how many needed the shared data and were passed over without it.
int main(int argc, char** argv) {
    const int result = Catch::Session().run(argc, argv);
    if (const int skipped = tests::skipped_count(); skipped > 0)
        std::cout << skipped << " test(s) skipped: set GONGSHI_DATA to the folder with the shared data\n";
    return result;
}
