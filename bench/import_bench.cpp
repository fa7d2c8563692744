// How long a large object library takes to import, and how much memory it needs.
// usage: import_bench [ROWS=1000000]; GONGSHI_OBJECTS names a TSV of real enterprises (name, uscc, …) to use instead of
// the made-up ones. Prints one line for docs/benchmarks.md.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "generator/import/import.h"
#include "text/codes.h"

namespace {

namespace fs = std::filesystem;

/// Fictional enterprises with codes of the area 999901, which is nobody's.
fs::path made_up(const fs::path& folder, int rows) {
    const fs::path file = folder / "objects.tsv";
    std::ofstream out(file, std::ios::binary);
    out << "企业名称\t统一社会信用代码\t成立日期\t主体类型\t注册资本\n";
    for (int i = 0; i < rows; ++i) {
        char serial[16];
        std::snprintf(serial, sizeof serial, "D%07d", i);
        std::string code = std::string("91999901") + serial;
        code += *text::organisation_check_character(serial);
        code += *text::unified_check_character(code);
        out << "示例市第" << i << "号演示商贸有限公司\t" << code << "\t2019-03-0" << i % 9 + 1 << "\t有限责任公司\t"
            << i % 900 << "万人民币\n";
    }
    return file;
}

/// A copy of a real table without the rows whose code (second column) is refused; tells how many those are.
fs::path without_refused_codes(const fs::path& source, const fs::path& folder) {
    const fs::path file = folder / "objects.tsv";
    std::ifstream in(source, std::ios::binary);
    std::ofstream out(file, std::ios::binary);
    std::string line;
    int refused = 0;
    for (bool header = true; std::getline(in, line); header = false) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (!header && !text::read_code(std::string_view(line).substr(first + 1, second - first - 1)).accepted())
            ++refused;
        else
            out << line << '\n';
    }
    std::printf("left out, code refused: %d rows\n", refused);
    return file;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    const int rows = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const fs::path folder = fs::temp_directory_path() / "gongshi-import-bench";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const char* real = std::getenv("GONGSHI_OBJECTS");
    importing::ImportRequest request;
    request.file = real != nullptr ? without_refused_codes(real, folder) : made_up(folder, rows);
    request.kind = "objects";
    request.imported_by = "bench";
    request.as_of = "2026-11-18";
    const settings::Settings settings = settings::parse("[site]\nname = \"基准\"\n", "site.toml");
    records::Portal portal = records::Portal::open(folder / "portal.db", true);
    records::PrivateStore private_store = records::PrivateStore::open(folder / "private.db", true);
    const auto start = std::chrono::steady_clock::now();
    const importing::ImportReport report = importing::import_file(portal, private_store, settings, request);
    const double seconds = seconds_since(start);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("import objects: %lld rows, %lld taken, %.1f s, peak %.0f MB, portal.db %.0f MB%s\n",
                static_cast<long long>(report.rows), static_cast<long long>(report.added + report.replaced_drafts),
                seconds, static_cast<double>(usage.ru_maxrss) / 1024.0,
                static_cast<double>(fs::file_size(folder / "portal.db")) / 1e6, report.failed() ? " FAILED" : "");
    fs::remove_all(folder);
    return report.failed() ? 1 : 0;
}
