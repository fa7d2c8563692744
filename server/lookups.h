// The interface for programs, /api/v1/: which address leads to which handler (question.h), what all answers have in
// common, and how long one may take. Reads the current release and nothing else; records are answered with the very
// bytes of their static twins.
#pragma once

#include <string_view>
#include <vector>

#include "server/current_release.h"
#include "server/reply.h"
#include "server/request.h"

namespace server {

class Lookups {
  public:
    /// `release` outlives this.
    explicit Lookups(CurrentRelease& release) : release_(release) {}

    /// Answers a path below /api/; callable from several threads at once. Throws what CurrentRelease::take() does.
    Reply answer(const Request& request);

  private:
    CurrentRelease& release_;
};

/// From now on the queries of this answer may take 100 ms of a processor, all together.
void allow_queries(OpenedRelease& release);

/// The paths below /api/v1 as the OpenAPI document writes them.
std::vector<std::string_view> operation_paths();

}  // namespace server
