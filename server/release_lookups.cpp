// The releases 发布 that readers have seen and that are still kept, and the interface's own description.
#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "records/public_json.h"
#include "server/openapi.h"
#include "server/parameters.h"
#include "server/question.h"

namespace server {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// The lines "# name value" with which a manifest begins; empty when there is none.
std::map<std::string, std::string> manifest_head(const fs::path& release) {
    std::map<std::string, std::string> head;
    std::ifstream manifest(release / "manifest.txt", std::ios::binary);
    for (std::string line; head.size() < 8 && std::getline(manifest, line) && line.starts_with("# ");) {
        const std::size_t space = line.find(' ', 2);
        if (space != line.npos) head[line.substr(2, space - 2)] = line.substr(space + 1);
    }
    return head;
}

Json release_json(const fs::path& folder, const std::string& digest, bool current) {
    const auto head = manifest_head(folder);
    const auto fact = [&](const char* name) {
        const auto found = head.find(name);
        return found == head.end() ? Json(nullptr) : Json(found->second);
    };
    return Json{{"digest", digest},
                {"as_of", fact("as_of")},
                {"program_version", fact("program")},
                {"data_sha256", fact("data")},
                {"current", current}};
}

/// The releases that were shown before, newest first, from releases/log.jsonl (generator/output/release_log.h). Those
/// that may not come back (撤回, 公示期满) are left out, and all of them when the log cannot be read.
std::vector<std::string> former_releases(const fs::path& releases, const std::string& current) {
    std::map<std::string, std::int64_t> published;  // the line that last did
    std::int64_t line = 0, older_than = 0;
    std::ifstream log(releases / "log.jsonl", std::ios::binary);
    for (std::string text; std::getline(log, text) && !log.eof();) {
        ++line;
        const auto event = nlohmann::json::parse(text, nullptr, false);
        if (!event.is_object()) return {};
        const std::string kind = event.value("event", ""), release = event.value("release", "");
        if (kind == "published") published[release] = line;
        if (kind == "published" && event.contains("marks_older")) older_than = line;
        if (kind == "marked") older_than = std::max(older_than, event.value("older_than", std::int64_t{0}));
        if (kind == "removed") published.erase(release);
    }
    std::vector<std::pair<std::int64_t, std::string>> kept;
    for (const auto& [release, at] : published)
        if (at >= older_than && release != current && release.size() == 64 && fs::exists(releases / release))
            kept.emplace_back(-at, release);
    std::sort(kept.begin(), kept.end());
    std::vector<std::string> digests;
    for (auto& [at, release] : kept) digests.push_back(std::move(release));
    return digests;
}

}  // namespace

Reply list_releases(const Question& question) {
    Parameters asked(question.request, {});
    if (!asked.good()) return asked.refusal();
    const OpenedRelease& release = question.release;
    const fs::path releases = release.path.parent_path();
    Json items = Json::array({release_json(release.path, release.digest, true)});
    for (const std::string& digest : former_releases(releases, release.digest)) {
        if (items.size() == most_limit) break;
        items.push_back(release_json(releases / digest, digest, false));
    }
    const auto total = static_cast<std::int64_t>(items.size());
    return list_reply(question.request, std::move(items), {}, total);
}

Reply show_openapi(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    return json_reply(openapi_document());
}

}  // namespace server
