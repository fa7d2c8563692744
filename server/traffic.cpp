#include "server/traffic.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace server {
namespace {

std::string preface(std::string_view name, std::string_view type, std::string_view help) {
    return fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

}  // namespace

std::string metric(std::string_view name, std::string_view type, std::string_view help, std::int64_t value) {
    return preface(name, type, help) + fmt::format("{} {}\n", name, value);
}

void Traffic::count(const Exchange& exchange) {
    const auto* const status = std::find(statuses.begin(), statuses.end() - 1, exchange.status);
    const auto at = static_cast<std::size_t>(status - statuses.begin());
    ++(exchange.refused ? refused_ : answered_[exchange.route])[at];
    if (exchange.refused) return;
    const auto* const limit = std::find_if(limits_ms.begin(), limits_ms.end(), [&](int milliseconds) {
        return exchange.duration <= std::chrono::milliseconds(milliseconds);
    });
    ++durations_[static_cast<std::size_t>(limit - limits_ms.begin())];
    microseconds_ += static_cast<std::uint64_t>(exchange.duration.count());
}

std::string Traffic::text() const {
    std::string text = preface("gongshi_requests_total", "counter", "Requests answered, by route and status.");
    const auto label = [](int status) { return status == 0 ? std::string("other") : std::to_string(status); };
    for (std::size_t route = 0; route < routes.size(); ++route)
        for (std::size_t status = 0; status < statuses.size(); ++status)
            if (const std::uint64_t count = answered_[route][status]; count > 0)
                text += fmt::format("gongshi_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", routes[route],
                                    label(statuses[status]), count);
    text += preface("gongshi_refused_heads_total", "counter", "Request heads refused unread, by the status told.");
    for (std::size_t status = 0; status < statuses.size(); ++status)
        if (const std::uint64_t count = refused_[status]; count > 0)
            text += fmt::format("gongshi_refused_heads_total{{status=\"{}\"}} {}\n", label(statuses[status]), count);
    text += preface("gongshi_request_seconds", "histogram", "Time from a whole head to the answer ready to be sent.");
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < limits_ms.size(); ++i)
        text += fmt::format("gongshi_request_seconds_bucket{{le=\"{}\"}} {}\n", limits_ms[i] / 1000.0,
                            below += durations_[i]);
    below += durations_.back();
    text += fmt::format("gongshi_request_seconds_bucket{{le=\"+Inf\"}} {}\n", below);
    text += fmt::format("gongshi_request_seconds_sum {:.6f}\n", static_cast<double>(microseconds_) / 1e6);
    text += fmt::format("gongshi_request_seconds_count {}\n", below);
    text += metric("gongshi_connections_total", "counter", "Connections accepted.",
                   static_cast<std::int64_t>(accepted.load()));
    text += metric("gongshi_unread_answers_dropped_total", "counter",
                   "Connections closed because the memory for answers that nobody reads was full.",
                   static_cast<std::int64_t>(too_much_to_write.load()));
    return text;
}

}  // namespace server
