// Any bytes as a period cell: no crash, and what is read keeps the promises of records/period.h.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "generator/import/period_reader.h"

namespace {

void check(const records::Period& period) {
    for (const records::PeriodSpan& span : period.spans) {
        if (!span.start && !span.end) std::abort();
        if ((span.start && !span.start->ok()) || (span.end && !span.end->ok())) std::abort();
        if (span.start && span.end && *span.end < *span.start) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view cell(reinterpret_cast<const char*>(data), size);
    check(importing::read_period(cell, 2024));
    check(importing::read_period(cell, std::nullopt, true));
    check(importing::period_between(cell.substr(0, size / 2), cell.substr(size / 2), 2024));
    return 0;
}
