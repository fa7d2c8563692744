// Any bytes as a quantity cell: no crash, and what is read keeps the promises of records/quantity.h.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "generator/import/quantity_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view cell(reinterpret_cast<const char*>(data), size);
    for (const auto& [column, name] : records::quantity_kind_names) {
        const records::Quantity quantity = importing::read_quantity(cell, column, "户");
        if (quantity.raw != cell) std::abort();
        for (const records::QuantityPart& part : quantity.parts) {
            if (part.min && part.max && *part.min > *part.max) std::abort();
            if ((part.min && *part.min < 0) || (part.max && *part.max < 0) || part.every < 1) std::abort();
            if (part.kind == records::QuantityKind::ratio && part.min.value_or(0) > 1'000'000) std::abort();
            if (part.kind == records::QuantityKind::ratio && part.max.value_or(0) > 1'000'000) std::abort();
        }
    }
    return 0;
}
