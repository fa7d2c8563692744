#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "generator/import/spreadsheet_file.h"
#include "tests/portal_folder.h"
#include "tests/shared_data.h"
#include "text/codes.h"

namespace {

namespace fs = std::filesystem;

const fs::path examples = fs::path(GONGSHI_SHARE) / "examples";

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> files_under(const fs::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), folder).string());
    std::sort(files.begin(), files.end());
    return files;
}

/// A Python whose openpyxl is the one the committed bytes were made with; empty when there is none.
std::string python() {
    for (const char* program : {"/usr/bin/python3", "python3"}) {
        const std::string asks = std::string(program) +
                                 " -c 'import openpyxl, sys; sys.exit(openpyxl.__version__ != \"3.0.9\")' 2>/dev/null";
        if (std::system(asks.c_str()) == 0) return program;
    }
    return {};
}

std::vector<std::string> demo_sheets() {
    std::ifstream order(examples / "demo" / "order.txt");
    std::vector<std::string> sheets;
    for (std::string line; std::getline(order, line);) sheets.push_back(line);
    return sheets;
}

}  // namespace

TEST_CASE("making the demo's spreadsheets again gives the committed bytes", "[examples]") {
    const std::string program = python();
    if (program.empty()) {
        WARN("skipped: no Python with openpyxl 3.0.9 (Debian 12: python3-openpyxl)");
        ++tests::skipped_counter();
        return;
    }
    const tests::PortalFolder folder;
    const fs::path again = folder.path() / "again";
    const std::string makes = program + " '" + (examples / "make_examples.py").string() + "' '" + again.string() + "'";
    REQUIRE(std::system(makes.c_str()) == 0);
    const std::vector<std::string> files = files_under(examples / "demo");
    CHECK(files_under(again) == files);
    std::vector<std::string> different;
    for (const std::string& file : files)
        if (bytes_of(again / file) != bytes_of(examples / "demo" / file)) different.push_back(file);
    CHECK(different == std::vector<std::string>{});
}

TEST_CASE("no code of the demo can be anyone's", "[examples]") {
    int codes = 0;
    std::vector<std::string> doubtful;
    for (const std::string& sheet : demo_sheets()) {
        const importing::Workbook workbook = importing::open_workbook(examples / "demo" / sheet);
        for (std::size_t i = 0; i < workbook.sheets.size(); ++i)
            importing::read_rows(workbook, i, [&](importing::Row&& row) {
                for (const importing::Cell& cell : row.cells) {
                    if (text::read_citizen_number(cell.text)) doubtful.push_back(cell.text);
                    const text::CodeReading reading = text::read_code(cell.text);
                    if (!reading.accepted()) continue;
                    ++codes;
                    const bool unified = reading.scheme == text::CodeReading::Scheme::unified;
                    const std::string area = reading.code.substr(unified ? 2 : 0, 2);
                    if (area != "99" || reading.inner_check_wrong) doubtful.push_back(cell.text);
                }
                return true;
            });
    }
    CHECK(codes > 4000);
    CHECK(doubtful == std::vector<std::string>{});
}
