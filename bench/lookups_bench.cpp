// Makes the portal that bench/lookups.py asks: a release with a public.db of a million fictional enterprises, the index
// of their names and the static twins of a thousand of them, spread over all; the other files of a release are not
// needed. usage: lookups_bench FOLDER [ENTERPRISES=1000000]
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "bench/fictional_site.h"
#include "records/name_index.h"

namespace fs = std::filesystem;

int main(int argc, char** argv) try {
    if (argc < 2) throw std::runtime_error("usage: lookups_bench FOLDER [ENTERPRISES]");
    const fs::path folder = argv[1], release = folder / "releases" / std::string(64, '0');
    const std::int64_t enterprises = argc > 2 ? std::atoll(argv[2]) : 1'000'000;
    fs::create_directories(release / "data");
    fs::create_directories(release / "search");
    fs::create_directories(folder / "public");
    bench::write_public_db(release / "data/public.db", enterprises);
    records::PublicSite site(release / "data/public.db");
    records::write_name_index(site, release / "search/names.db");
    std::ofstream searches(folder / "searches.txt");
    for (std::int64_t i = 0; i < 1000; ++i) {
        const std::int64_t number = enterprises * i / 1000;
        const std::string code = bench::code_of(number);
        const fs::path twin = release / records::address::enterprise_json(code);
        fs::create_directories(twin.parent_path());
        std::ofstream(twin, std::ios::binary) << site.body("enterprise", code).value();
        searches << "/api/v1/enterprises?q=" << number << '\n';
    }
    fs::create_directory_symlink("../releases/" + release.filename().string(), folder / "public/current");
    return 0;
} catch (const std::exception& error) {
    std::cerr << "lookups_bench: " << error.what() << "\n";
    return 1;
}
