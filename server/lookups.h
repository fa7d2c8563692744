// What programs ask of the public database: GET /api/v1/enterprises/{code}. Answers with the very bytes that the site's
// JSON twin has. Reads the current release and nothing else.
#pragma once

#include <string_view>

#include "server/current_release.h"
#include "server/reply.h"
#include "server/request.h"

namespace server {

class Lookups {
  public:
    /// `release` outlives this.
    explicit Lookups(CurrentRelease& release) : release_(release) {}

    /// Answers a path below /api/v1/; callable from several threads at once. Throws what CurrentRelease::take() does.
    Reply answer(const Request& request);

  private:
    Reply enterprise(const Request& request, std::string_view written);

    CurrentRelease& release_;
};

}  // namespace server
