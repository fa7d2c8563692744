// The cells of one row of a plan or an item list: an ordered list of field → value, since real tables differ in
// which columns they have and every column is kept. Knows nothing of spreadsheets or of HTML.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "records/period.h"
#include "records/quantity.h"

namespace records {

struct CellValue {
    std::string text;                  // as the clerk wrote it, trimmed
    std::optional<Quantity> quantity;  // for quantity fields 抽查比例、频次、数量、基数
    std::optional<Period> period;      // for period fields 抽查时间
    bool operator==(const CellValue& other) const { return text == other.text; }
};

/// Field name (fields.h) → value, in the order of the field table; unknown columns come last under "column:<header>".
struct Cells {
    std::vector<std::pair<std::string, CellValue>> values;

    /// The value of a field, or nullptr when the row has none.
    const CellValue* find(std::string_view field) const;
    /// The text of a field, empty when the row has none.
    std::string_view text(std::string_view field) const;
    bool operator==(const Cells&) const = default;
};

/// The JSON text stored in portal.db and public.db and published as the row's `cells`.
std::string to_json_text(const Cells& cells);
/// The reverse; throws records::Corrupt when the text is not what to_json_text writes.
Cells cells_from_json(std::string_view json);

}  // namespace records
