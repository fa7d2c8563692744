#include "search/tables.h"

#include <nlohmann/json.hpp>

#include "text/fold.h"
#include "text/places.h"
#include "text/simplified.h"
#include "text/utf8.h"

namespace search {
namespace {

const char* name_of(text::FoldRule::How how) {
    switch (how) {
        case text::FoldRule::How::becomes:
            return "becomes";
        case text::FoldRule::How::counts_up:
            return "counts_up";
        case text::FoldRule::How::listed:
            return "listed";
    }
    return "";
}

}  // namespace

std::string tables_json() {
    nlohmann::ordered_json fold = nlohmann::ordered_json::array();
    for (const text::FoldRule& rule : text::fold_rules())
        fold.push_back({static_cast<std::uint32_t>(rule.first), static_cast<std::uint32_t>(rule.last),
                        name_of(rule.how), text::encode(rule.to)});
    return nlohmann::ordered_json{{"format", 1},
                                  {"fold", std::move(fold)},
                                  {"traditional", text::encode(text::traditional_characters())},
                                  {"simplified", text::encode(text::simplified_characters())},
                                  {"places", text::places_table()}}
               .dump() +
           "\n";
}

}  // namespace search
