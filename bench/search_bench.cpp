// How long the static index of a million names takes to build, and what it weighs:
// search_bench NAMES.tsv FOLDER [RECORDS] [THREADS] [--without-pinyin]. NAMES.tsv has the columns name and code, with a
// head line. The index is left in FOLDER for bench/search_queries.mjs.
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "search/index_writer.h"

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

search::Record record_of(const std::string& line) {
    const auto name_end = line.find('\t'), code_end = line.find('\t', name_end + 1);
    search::Record record;
    record.title = line.substr(0, name_end);
    record.id = line.substr(name_end + 1, code_end - name_end - 1);
    return record;
}

void each_line(const std::string& file, std::uint64_t most, const std::function<void(const search::Record&)>& give) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    for (std::uint64_t given = 0; given < most && std::getline(stream, line); ++given) give(record_of(line));
}

// Without those whose code another has too.
void each_enterprise(const std::string& file, std::uint64_t most,
                     const std::function<void(const search::Record&)>& give) {
    std::vector<std::size_t> hashes;
    each_line(file, most, [&](const search::Record& record) { hashes.push_back(std::hash<std::string>()(record.id)); });
    std::sort(hashes.begin(), hashes.end());
    std::set<std::size_t> twice;
    for (std::size_t at = 1; at < hashes.size(); ++at)
        if (hashes[at] == hashes[at - 1]) twice.insert(hashes[at]);
    std::vector<std::size_t>().swap(hashes);
    each_line(file, most, [&](const search::Record& record) {
        if (!record.id.empty() && !twice.contains(std::hash<std::string>()(record.id))) give(record);
    });
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "用法：search_bench 名称.tsv 目录 [条数] [线程数] [--without-pinyin]\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[2];
    const std::uint64_t most = count > 3 ? std::strtoull(arguments[3], nullptr, 10) : 1'000'000;
    search::IndexOptions options;
    options.threads = count > 4 ? static_cast<unsigned>(std::strtoul(arguments[4], nullptr, 10)) : 2;
    options.pinyin = !(count > 5 && std::string(arguments[5]) == "--without-pinyin");
    std::uint64_t files = 0, bytes = 0;
    const auto begin = std::chrono::steady_clock::now();
    const search::IndexFacts facts =
        search::write_index([&](const auto& give) { each_enterprise(arguments[1], most, give); },
                            [&](std::string_view name, std::string_view content) {
                                const std::filesystem::path file = folder / name;
                                std::filesystem::create_directories(file.parent_path());
                                std::ofstream(file, std::ios::binary) << content;
                                ++files;
                                bytes += content.size();
                            },
                            options);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const double processor = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
                             static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    fmt::print(
        "| records | threads | seconds | processor seconds | peak memory | files | bytes | leaves | rows in leaves | "
        "head files | root | largest leaf | largest heads |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| {} | {} | {:.1f} | {:.1f} | {:.0f} MB | {} | {:.1f} MB | {} ({:.1f} MB) | {} | {} ({:.1f} MB, {} words) | "
        "{:.1f} kB | {:.1f} kB | {:.1f} kB |\n",
        facts.records, options.threads, seconds_since(begin), processor, static_cast<double>(used.ru_maxrss) / 1024,
        files, static_cast<double>(bytes) / 1e6, facts.leaves, static_cast<double>(facts.leaf_bytes) / 1e6, facts.rows,
        facts.head_files, static_cast<double>(facts.head_bytes) / 1e6, facts.heads,
        static_cast<double>(facts.root_bytes) / 1e3, static_cast<double>(facts.largest_leaf) / 1e3,
        static_cast<double>(facts.largest_heads) / 1e3);
    return 0;
}
