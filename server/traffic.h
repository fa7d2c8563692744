// Counts what is asked and what becomes of it, for /metrics. Callable from all threads at once, without a lock.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/exchange.h"
#include "server/routes.h"

namespace server {

class Traffic {
  public:
    void count(const Exchange& exchange);

    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> too_much_to_write{
        0};  // closed because answers nobody reads had filled the memory for them

    /// As Prometheus text (exposition format 0.0.4), without what the caller adds.
    std::string text() const;

  private:
    static constexpr std::array<int, 20> statuses{200, 204, 301, 303, 304, 308, 400, 404, 405, 406,
                                                  409, 413, 414, 417, 422, 431, 500, 503, 505, 0};  // 0: any other
    static constexpr std::array<int, 6> limits_ms{1, 5, 25, 100, 500, 2500};
    using PerStatus = std::array<std::atomic<std::uint64_t>, statuses.size()>;

    std::array<PerStatus, routes.size()> answered_{};
    PerStatus refused_{};
    std::array<std::atomic<std::uint64_t>, limits_ms.size() + 1> durations_{};  // the last: longer than all
    std::atomic<std::uint64_t> microseconds_{0};
};

/// One metric without labels, with its lines of help and type (counter or gauge).
std::string metric(std::string_view name, std::string_view type, std::string_view help, std::int64_t value);

}  // namespace server
