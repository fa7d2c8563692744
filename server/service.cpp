#include "server/service.h"

#include <utility>

#include "server/lookups.h"
#include "server/static_files.h"

namespace server {

Service::Service(ServiceSources sources) : sources_(std::move(sources)) {
    if (sources_.public_db) lookups_ = std::make_unique<Lookups>(*sources_.public_db);
}
Service::~Service() = default;

Reply Service::handle(const Request& request) const {
    if (request.method == "OPTIONS") {
        Reply reply;
        reply.status = 204;
        return reply;
    }
    if (request.path == "/healthz") {
        Reply reply;
        reply.content_type = "text/plain; charset=utf-8";
        reply.body = "ok\n";
        return reply;
    }
    if (lookups_ && request.path.starts_with("/api/")) return lookups_->answer(request);
    if (sources_.preview) return static_file(*sources_.preview, request);
    return problem(404, "没有这个地址。");
}

}  // namespace server
