// Writes the search index of given records, for tests that read it with another program (the browser's):
//   gongshi-search-files FOLDER [T MOST_WEIGHT LEAST_WEIGHT]
// reads one JSON object a line: kind (a number of search::Kind), id, title, note, other_names, numbers, newest,
// records. Writes each record's pinyin keys, one JSON array a line.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "search/index_writer.h"
#include "search/matching.h"

namespace {

search::Record record_of(const nlohmann::json& json) {
    return {static_cast<search::Kind>(json.at("kind").get<int>()),
            json.at("id").get<std::string>(),
            json.at("title").get<std::string>(),
            json.at("note").get<std::string>(),
            json.at("other_names").get<std::vector<std::string>>(),
            json.at("numbers").get<std::vector<std::string>>(),
            json.at("newest").get<std::string>(),
            json.at("records").get<std::uint32_t>()};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2 && count != 5) return 2;
    const std::filesystem::path folder = arguments[1];
    search::IndexOptions options;
    if (count == 5) {
        options.most_exact = static_cast<std::uint32_t>(std::atoi(arguments[2]));
        options.most_weight = static_cast<std::uint32_t>(std::atoi(arguments[3]));
        options.least_weight = static_cast<std::uint32_t>(std::atoi(arguments[4]));
    }
    std::vector<search::Record> records;
    for (std::string line; std::getline(std::cin, line);) {
        records.push_back(record_of(nlohmann::json::parse(line)));
        std::cout << nlohmann::json(search::pinyin_of(records.back())).dump() << '\n';
    }
    search::write_index(
        [&records](const auto& give) {
            for (const search::Record& record : records) give(record);
        },
        [&folder](std::string_view name, std::string_view bytes) {
            const std::filesystem::path file = folder / name;
            std::filesystem::create_directories(file.parent_path());
            std::ofstream(file, std::ios::binary) << bytes;
        },
        options);
    return std::cout.flush() ? 0 : 1;
}
