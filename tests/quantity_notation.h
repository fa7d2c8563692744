// A quantity in one line, for tables of expected values: parts "kind min..max unit /period scope flags", then remarks
// after "#" and the problem after "!". Ratios are in parts per million.
#pragma once

#include <string>

#include "records/quantity.h"

namespace tests {

inline std::string notation(const records::Quantity& quantity) {
    std::string line;
    const auto add = [&line](const std::string& word) { line += (line.empty() ? "" : " ") + word; };
    for (const records::QuantityPart& part : quantity.parts) {
        if (!line.empty()) line += ";";
        add(std::string(name_of(part.kind)));
        if (part.min || part.max)
            add((part.min ? std::to_string(*part.min) : "") + ".." + (part.max ? std::to_string(*part.max) : ""));
        if (!part.unit.empty()) add(part.unit);
        if (part.per != records::QuantityPeriod::unspecified)
            add("/" + (part.every > 1 ? std::to_string(part.every) : "") + std::string(name_of(part.per)));
        if (!part.scope.empty()) add("[" + part.scope + "]");
        if (part.stated_bound) add("stated");
        if (part.above) add("above");
        if (part.below) add("below");
        if (part.approximate) add("about");
    }
    for (const std::string& remark : quantity.remarks) add("# " + remark);
    if (!quantity.unreadable.empty()) add("! " + quantity.unreadable);
    return line;
}

}  // namespace tests
