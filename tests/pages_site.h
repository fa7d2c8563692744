// A site rendered into memory from a public.db, for tests of pages/.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/site_pages.h"
#include "tests/public_example.h"

namespace tests {

inline std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

inline std::string text_of_file(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

/// The values of every href="…" and src="…" of a page.
inline std::vector<std::string> links_of(std::string_view html) {
    std::vector<std::string> links;
    for (const std::string_view attribute : {" href=\"", " src=\""})
        for (std::size_t at = html.find(attribute); at != std::string_view::npos; at = html.find(attribute, at + 1)) {
            const std::size_t begin = at + attribute.size();
            links.emplace_back(html.substr(begin, html.find('"', begin) - begin));
        }
    return links;
}

struct RenderedSite {
    std::map<std::string, std::string> files;

    RenderedSite(const std::filesystem::path& public_db, const std::filesystem::path& temporary, unsigned threads,
                 pages::RenderOptions options = {}) {
        std::filesystem::create_directories(temporary);
        std::mutex mutex;
        options.threads = threads;
        pages::render_site(public_db, options,
                           {[&](std::string_view path, std::string_view bytes) {
                                const std::lock_guard lock(mutex);
                                if (!files.emplace(path, bytes).second) repeated.insert(std::string(path));
                            },
                            [&](std::string_view path, const std::filesystem::path& file) {
                                std::string bytes = text_of_file(file);
                                const std::lock_guard lock(mutex);
                                if (!files.emplace(path, std::move(bytes)).second) repeated.insert(std::string(path));
                            },
                            temporary});
    }

    std::set<std::string> repeated;  // addresses put twice: never right

    const std::string& at(const std::string& path) const { return files.at(path); }

    /// "page → link" of every link inside the site that leads nowhere, anchors too.
    std::vector<std::string> broken_links() const {
        std::vector<std::string> broken;
        for (const auto& [path, html] : files) {
            if (!path.ends_with(".html")) continue;
            for (const std::string& link : links_of(html))
                if (!leads_somewhere(path, link, html)) broken.push_back(path + " → " + link);
        }
        return broken;
    }

  private:
    bool leads_somewhere(const std::string& path, std::string link, const std::string& html) const {
        if (link.starts_with("https://example.invalid/")) return true;  // the canonical address
        if (path == "404.html" && link == "/") return true;             // its base
        std::string anchor;
        if (const std::size_t hash = link.find('#'); hash != std::string::npos) {
            anchor = link.substr(hash + 1);
            link.erase(hash);
        }
        if (const std::size_t query = link.find('?'); query != std::string::npos) link.erase(query);
        std::string target = path;
        if (!link.empty()) {
            const std::filesystem::path folder = std::filesystem::path(path).parent_path();
            target = (folder / link).lexically_normal().generic_string();
            if (target.empty() || target == "." || target == "./") target = "index.html";
            if (target.ends_with('/')) target += "index.html";
        }
        if (target == "data/public.db") return true;  // publish adds it
        const auto found = files.find(target);
        if (found == files.end()) return false;
        return anchor.empty() ||
               (target == path ? html : found->second).find("id=\"" + anchor + "\"") != std::string::npos;
    }
};

}  // namespace tests
