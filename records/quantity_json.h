// The JSON form of quantities and periods, in portal.db, public.db and the published twins. Members at their default
// are left out. from_json functions throw nlohmann::json::exception or records::Corrupt for what to_json does not
// write.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "records/period.h"
#include "records/quantity.h"

namespace records {

/// {"raw": "3%;2次/年", "parts": [{"kind": "ratio", "min": 30000, "unit": "%"}, …], "remarks": […], "unreadable": "…"}
nlohmann::ordered_json to_json(const Quantity& quantity);
Quantity quantity_from_json(const nlohmann::ordered_json& json);

/// {"raw": "3月—12月", "spans": [{"start": "2024-03-01", "end": "2024-12-31", "precision": ["month", "month"]}], …};
/// a day of an unknown year is "0000-03-01" with "without_year": true.
nlohmann::ordered_json to_json(const Period& period);
Period period_from_json(const nlohmann::ordered_json& json);

}  // namespace records
