#include "generator/draws/object_columns.h"

namespace draws {

const std::vector<std::string>& scope_columns() {
    static const std::vector<std::string> columns{"kind",  "area",   "trade",     "entity_type",
                                                  "field", "status", "authority", "tags"};
    return columns;
}

std::string cell_of(const records::ObjectFacts& object, const std::string& column) {
    if (column == "kind") return object.kind;
    if (column == "area") return object.area;
    if (column == "trade") return object.trade;
    if (column == "entity_type") return object.entity_type;
    if (column == "field") return object.field;
    if (column == "status") return object.status;
    if (column == "authority") return object.authority;
    return object.tags;
}

}  // namespace draws
