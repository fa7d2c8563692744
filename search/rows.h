// A table of whole records, as leaves and head files hold them. What is in it is in no order of merit: the order is
// that of kind and id, so that codes pack well and the same records always give the same bytes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "search/bytes.h"
#include "search/record.h"

namespace search {

inline constexpr std::uint32_t most_rows = 100'000;     ///< of one file
inline constexpr std::uint32_t most_texts = 1'000;      ///< other names, or numbers, of one record
inline constexpr std::uint32_t longest_text = 100'000;  ///< bytes

/// The order of rows: enterprises with a packed code first, by it; then the others by kind and id.
bool row_before(const Record& one, const Record& other);

/// Writes records that are in row order.
std::string written_rows(std::span<const Record* const> records);

/// Reads what written_rows wrote. Throws Malformed.
std::vector<Record> read_rows(ByteReader& reader);

}  // namespace search
