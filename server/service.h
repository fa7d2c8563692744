// Which handler answers which path: the whole server as one function from Request to Reply, without a socket.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "server/reply.h"
#include "server/request.h"

namespace server {

class CurrentRelease;
class Lookups;

struct ServiceSources {
    std::optional<std::filesystem::path> release;  // what is answered from: public/current of a portal, or a release
    bool files = false;                            // the release's files are served too: a preview
};

class Service {
  public:
    /// Throws NoRelease or records::Broken when the release cannot be used.
    explicit Service(ServiceSources sources);
    ~Service();

    /// Callable from several threads at once.
    Reply handle(const Request& request) const;

    /// Which release is answered from, as Prometheus text.
    std::string metrics() const;

  private:
    Reply health() const;

    ServiceSources sources_;
    std::unique_ptr<CurrentRelease> release_;
    std::unique_ptr<Lookups> lookups_;
};

}  // namespace server
