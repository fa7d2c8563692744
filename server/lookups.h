// What programs ask of the public database: GET /api/v1/enterprises/{code}. Answers with the very bytes that the site's
// JSON twin has. Opens public.db and nothing else; when its path leads to another file (a publish has switched
// public/current), the next answer comes from that one.
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

    /// A database opened for one answer at a time, and the file it is.
    struct Opened {
        std::filesystem::path real;
        std::unique_ptr<records::PublicSite> site;
    };
    Opened take();
    void give_back(Opened opened);

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<Opened> idle_;  // guarded by mutex_; all of the same file
};

}  // namespace server
