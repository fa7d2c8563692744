// What programs ask of the public database: GET /api/v1/enterprises/{code}. Answers with the very bytes that the site's
// JSON twin has. Opens public.db and nothing else.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "server/reply.h"
#include "server/request.h"

namespace records {
class PublicSite;
}

namespace server {

class Lookups {
  public:
    /// Throws records::Broken when the database cannot be used.
    explicit Lookups(std::filesystem::path public_db);
    ~Lookups();

    /// Answers a path below /api/v1/; callable from several threads at once.
    Reply answer(const Request& request);

  private:
    Reply enterprise(const Request& request, std::string_view written);

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<records::PublicSite>> idle_;  // guarded by mutex_; one is taken for each answer
};

}  // namespace server
