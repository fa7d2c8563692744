// Which handler answers which path: the whole server as one function from Request to Reply, without a socket.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "server/reply.h"
#include "server/request.h"

namespace server {

class Lookups;

struct ServiceSources {
    std::optional<std::filesystem::path> preview;    // a release folder whose files are served
    std::optional<std::filesystem::path> public_db;  // what /api/v1/ answers from
};

class Service {
  public:
    /// Throws records::Broken when public_db cannot be used.
    explicit Service(ServiceSources sources);
    ~Service();

    /// Callable from several threads at once.
    Reply handle(const Request& request) const;

  private:
    ServiceSources sources_;
    std::unique_ptr<Lookups> lookups_;
};

}  // namespace server
