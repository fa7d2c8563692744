// Texts with what this program makes of them, for tests that hold another program (the browser's) against it:
//   gongshi-search-texts tables             the file that the browser reads
//   gongshi-search-texts names SEED COUNT   random names, one JSON object each: name, key, short, trade
//   gongshi-search-texts queries            reads one JSON string a line and writes what each is understood to be
//   gongshi-search-texts pinyin             reads one list of names a line and writes the pinyin keys of them all
//   gongshi-search-texts index FOLDER       reads one record a line and writes the index of them
//   gongshi-search-texts find FOLDER        reads one list of words a line and writes what the C++ reader finds
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "search/index_reader.h"
#include "search/index_writer.h"
#include "search/tables.h"
#include "tests/random_names.h"
#include "tests/understanding_json.h"
#include "text/pinyin.h"
#include "text/search_key.h"

namespace {

using nlohmann::ordered_json;

void write_names(unsigned seed, long count) {
    std::mt19937 random(seed);
    for (long i = 0; i < count; ++i) {
        const std::string name = tests::random_name(random), key = text::search_key(name);
        const ordered_json line = {{"name", name},
                                   {"key", key},
                                   {"short", text::without_place_suffixes(key)},
                                   {"trade", key.substr(text::trade_name_start(key))}};
        std::cout << line.dump() << '\n';
    }
}

// One value a line, in and out.
template <class Answer>
void answer_lines(Answer answer) {
    for (std::string line; std::getline(std::cin, line);) std::cout << answer(ordered_json::parse(line)).dump() << '\n';
}

ordered_json pinyin_of(const ordered_json& names) {
    ordered_json keys = ordered_json::array();
    for (const auto& name : names.get<std::vector<std::string>>())
        for (const text::PinyinKey& key : text::pinyin_keys(text::search_key(name))) keys.push_back(key.text);
    return keys;
}

search::Record record_of(const ordered_json& json) {
    static const std::array<std::string_view, search::kinds> kinds = {"enterprise", "plan", "task",
                                                                      "draw",       "item", "guide"};
    const auto kind = std::find(kinds.begin(), kinds.end(), json.at("kind").get<std::string>());
    search::Record record;
    record.kind = static_cast<search::Kind>(kind - kinds.begin());
    record.id = json.at("id"), record.title = json.at("title"), record.note = json.at("note");
    record.other_names = json.at("other_names").get<std::vector<std::string>>();
    record.numbers = json.at("numbers").get<std::vector<std::string>>();
    record.newest = json.at("newest"), record.records = json.at("records");
    return record;
}

void write_index(const std::filesystem::path& folder) {
    const auto source = [](const std::function<void(const search::Record&)>& give) {
        for (std::string line; std::getline(std::cin, line);) give(record_of(ordered_json::parse(line)));
    };
    const auto sink = [&folder](std::string_view name, std::string_view bytes) {
        std::filesystem::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << bytes;
    };
    search::write_index(source, sink);
}

ordered_json find(const std::filesystem::path& folder, const ordered_json& words) {
    const auto read = [&folder](std::string_view name) {
        std::ifstream file(folder / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    const search::Found found = search::find(read, words.get<std::vector<std::string>>());
    ordered_json ids = ordered_json::array();
    for (const search::Answer& answer : found.answers) ids.push_back(answer.record.id);
    return {{"total", found.total}, {"exact", found.exact}, {"ids", std::move(ids)}};
}

int run(std::string_view verb, const std::vector<std::string>& rest) {
    if (verb == "tables" && rest.empty())
        std::cout << search::tables_json();
    else if (verb == "names" && rest.size() == 2)
        write_names(static_cast<unsigned>(std::stoul(rest[0])), std::stol(rest[1]));
    else if (verb == "queries" && rest.empty())
        answer_lines(
            [](const ordered_json& query) { return tests::json_of(search::understand(query.get<std::string>())); });
    else if (verb == "pinyin" && rest.empty())
        answer_lines(pinyin_of);
    else if (verb == "index" && rest.size() == 1)
        write_index(rest[0]);
    else if (verb == "find" && rest.size() == 1)
        answer_lines([&](const ordered_json& words) { return find(rest[0], words); });
    else
        return 2;
    return std::cout.flush() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) return 2;
    return run(arguments[1], std::vector<std::string>(arguments + 2, arguments + count));
}
