// Texts with what this program makes of them, for tests that hold another program (the browser's) against it:
//   gongshi-search-texts tables             the file search/tables.json
//   gongshi-search-texts names SEED COUNT   random names, one JSON object each: name, key, short, trade (UTF-8 offset)
//   gongshi-search-texts queries            reads one JSON string a line and writes what each is understood to be
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "search/tables.h"
#include "search/understanding_json.h"
#include "tests/random_names.h"
#include "text/search_key.h"

namespace {

void write_names(unsigned seed, long count) {
    std::mt19937 random(seed);
    for (long i = 0; i < count; ++i) {
        const std::string name = tests::random_name(random), key = text::search_key(name);
        const nlohmann::ordered_json line = {{"name", name},
                                             {"key", key},
                                             {"short", text::without_place_suffixes(key)},
                                             {"trade", key.substr(text::trade_name_start(key))}};
        std::cout << line.dump() << '\n';
    }
}

void write_understandings() {
    for (std::string line; std::getline(std::cin, line);)
        std::cout << json_of(search::understand(nlohmann::json::parse(line).get<std::string>())).dump() << '\n';
}

}  // namespace

int main(int count, char** arguments) {
    const std::string_view verb = count > 1 ? arguments[1] : "";
    if (verb == "tables" && count == 2)
        std::cout << search::tables_json();
    else if (verb == "names" && count == 4)
        write_names(static_cast<unsigned>(std::atoi(arguments[2])), std::atol(arguments[3]));
    else if (verb == "queries" && count == 2)
        write_understandings();
    else
        return 2;
    return std::cout.flush() ? 0 : 1;
}
