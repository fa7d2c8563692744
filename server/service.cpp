#include "server/service.h"

#include <iostream>
#include <utility>

#include "records/errors.h"
#include "server/current_release.h"
#include "server/lookups.h"
#include "server/search_page.h"
#include "server/static_files.h"

namespace server {

Service::Service(ServiceSources sources) : sources_(std::move(sources)) {
    if (!sources_.release) return;
    release_ = std::make_unique<CurrentRelease>(*sources_.release);
    release_->take();
    lookups_ = std::make_unique<Lookups>(*release_);
}
Service::~Service() = default;

/// 503 when no release can be opened, so that whoever watches the service sees it.
Reply Service::health() const {
    Reply reply;
    reply.content_type = "text/plain; charset=utf-8";
    reply.body = "ok\n";
    try {
        if (release_) release_->take();
        return reply;
    } catch (const records::Broken& broken) {
        std::cerr << std::string("gongshi-server: ") + broken.what() + "\n";
        return problem(503, "没有可用的公开数据；原因见服务日志。");
    }
}

std::string Service::metrics() const {
    std::string text =
        "# HELP gongshi_release_info The release that is answered from.\n# TYPE gongshi_release_info gauge\n";
    try {
        if (release_) text += "gongshi_release_info{digest=\"" + release_->take()->digest + "\"} 1\n";
    } catch (const NoRelease&) {
        // then there is no line, and /healthz says why
    } catch (const records::Broken&) {
    }
    return text;
}

namespace {

/// Anyone may read the interface from a page of theirs (Fetch standard, CORS); nothing there is secret or is changed.
Reply readable_from_elsewhere(Reply reply, bool preflight) {
    reply.fields.push_back({"Access-Control-Allow-Origin", "*"});
    reply.fields.push_back({"Access-Control-Expose-Headers", "ETag, Link, Retry-After"});
    if (!preflight) return reply;
    reply.fields.push_back({"Access-Control-Allow-Methods", std::string(allowed_methods)});
    reply.fields.push_back({"Access-Control-Allow-Headers", "If-None-Match"});
    reply.fields.push_back({"Access-Control-Max-Age", "86400"});
    return reply;
}

}  // namespace

Reply Service::handle(const Request& request) const {
    const bool api = lookups_ && request.path.starts_with("/api/v1/");
    if (request.method == "OPTIONS") {
        Reply reply;
        reply.status = 204;
        return api ? readable_from_elsewhere(std::move(reply), true) : reply;
    }
    try {
        if (request.path == "/healthz") return health();
        if (release_ && asks_to_search(request)) {
            const CurrentRelease::Taken release = release_->take();
            allow_queries(*release);
            return search_page(request, *release);
        }
        if (api) return readable_from_elsewhere(lookups_->answer(request), false);
    } catch (const records::Broken& broken) {  // what and where is for the log, not for the public
        std::cerr << std::string("gongshi-server: ") + broken.what() + "\n";
        return problem(503, "现在没有可用的公开数据，请稍后再试；网站页面不受影响。");
    }
    if (sources_.release && sources_.files) return static_file(*sources_.release, request);
    return problem(404, "没有这个地址。");
}

}  // namespace server
