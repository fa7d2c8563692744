// What a request asks for, read and judged all at once: every fault is noted and none is fatal, so that a client learns
// of all of them together. Knows no database.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/problem.h"
#include "server/request.h"

namespace server {

inline constexpr int usual_limit = 50;
inline constexpr int most_limit = 200;

/// A code as it stands in addresses: digits and capital letters, or 'o' and digits for an object without a code, at
/// most 32. Width and case are folded as import does. Nothing for what cannot be one.
std::optional<std::string> address_code(std::string_view written);

/// A permanent number as it stands in addresses: decimal, from 1, without leading zeros. Nothing for anything else.
std::optional<std::int64_t> address_number(std::string_view written);

class Parameters {
  public:
    /// Notes parameters that are not among `known`, come twice or have no value.
    Parameters(const Request& request, std::initializer_list<std::string_view> known);

    // Each answers the parameter as it is meant; nothing (empty, 0) when it is not given or has a fault, now noted.
    std::string text(std::string_view name, std::size_t most_characters);
    std::string code(std::string_view name);     // address_code
    std::string area(std::string_view name);     // six digits
    std::int64_t number(std::string_view name);  // address_number
    int year(std::string_view name);             // 1900 to 2999
    std::string date(std::string_view name);     // a real YYYY-MM-DD
    std::string word_of(std::string_view name, const std::vector<std::string_view>& words);
    int limit();  // 1 to most_limit, else usual_limit
    /// The key in `cursor`, of which `place` must be able to make something; nothing when there is no cursor.
    template <typename Place>
    std::optional<Place> cursor(std::optional<Place> (*place)(std::string_view key)) {
        const std::optional<std::string> key = cursor_key();
        if (!key) return std::nullopt;
        std::optional<Place> read = place(*key);
        if (!read) not_this_cursor();
        return read;
    }

    void fault(std::string_view parameter, std::string detail);
    bool good() const { return faults_.empty(); }
    /// 400 with all faults.
    Reply refusal() const;

  private:
    const std::string* given(std::string_view name) const;
    std::optional<std::string> cursor_key();
    void not_this_cursor();

    const Request& request_;
    std::vector<Fault> faults_;
};

/// A value in the path that has a fault: 400.
Reply bad_path(std::string_view parameter, std::string detail);

}  // namespace server
