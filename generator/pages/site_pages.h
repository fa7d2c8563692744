// public.db → every page, feed, list and download of the site. The one entry point of pages/: publish calls it with a
// sink and learns nothing of HTML. Reads only public.db, the templates, the style sheet and the guides; knows no clock:
// the same public.db gives the same bytes, whatever the number of threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace pages {

/// A template, the style sheet or a guide is missing or cannot be used. The message is Chinese. Exit code 2.
struct BadTemplate : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Where finished files go. Both functions are called from several threads at once, in no fixed order.
struct PageSink {
    std::function<void(std::string_view path, std::string_view bytes)> put;
    std::function<void(std::string_view path, const std::filesystem::path& file)> put_file;  // large downloads
    std::filesystem::path temporary;  // an existing folder for half-made downloads; what is left in it may be removed
};

/// Whether the 数据 page offers the offline archive of the whole site, which publish makes after the pages.
enum class SiteArchive { none, offered, too_large };

/// Some of the pages counted in millions; those that are not public any more are passed over.
struct ChosenPages {
    std::set<std::int64_t> results;     // permanent ids
    std::set<std::string> enterprises;  // permanent codes
};

struct RenderOptions {
    std::filesystem::path share = GONGSHI_SHARE;  // holds the shipped templates/, content/ and site/
    std::filesystem::path templates;  // a portal's own templates: used instead of shipped ones; may be empty
    std::filesystem::path content;    // a portal's own guides: likewise, and in addition
    SiteArchive archive = SiteArchive::none;
    unsigned threads = 2;
    bool json = true;  // the JSON twin of each page; without it the pages do not speak of one (for measuring)
    std::optional<ChosenPages> only;  // of the results' and enterprises' own pages make only these; all other pages too
    std::function<void(std::int64_t done, std::int64_t all)> progress;  // files made; called from several threads
};

/// A site with more records than this gets no offline archive: with its data twins it would be about 200,000 files,
/// more than is pleasant to unzip. Records are 检查对象, 检查结果 and 任务 with a page of their own.
inline constexpr std::int64_t most_archived_records = 60'000;
/// offered or too_large.
SiteArchive archive_of(const std::filesystem::path& public_db);

/// Renders the whole site. Memory is bounded by the page (and by the number of plans and draws), not by the number of
/// enterprises. Throws BadTemplate, records::Broken, and whatever the sink throws.
void render_site(const std::filesystem::path& public_db, const RenderOptions& options, const PageSink& sink);

}  // namespace pages
