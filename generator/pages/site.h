// What all pages of one run share: the facts of the site, the templates, the addresses of the style sheet, the names of
// the offices with their working days, and the sink. Read-only while pages are rendered, except the list of addresses
// for the sitemap.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/duties/working_days.h"
#include "generator/pages/site_pages.h"
#include "generator/pages/template_set.h"
#include "records/public_site.h"

namespace pages {

class Site {
  public:
    Site(records::SiteFacts facts, std::vector<records::Office> offices, const RenderOptions& options, PageSink sink);

    records::SiteFacts facts;
    std::vector<records::Office> offices;
    RenderOptions options;
    TemplateSet templates;
    std::string style_path;   // assets/style.<8 hex of its digest>.css
    std::string script_path;  // assets/site.<8 hex>.js: remembers 长辈版, nothing else
    std::string icon_path;    // assets/icon.<8 hex>.svg

    /// Records objected to 异议, by kind and permanent id: the verdict, empty while one is being dealt with (ledger.h).
    std::map<std::pair<std::string, records::Id>, std::string> objections;
    std::vector<records::Id> opened_pools;  // revealed draws whose pool is public
    std::uint64_t database_bytes = 0;       // size of public.db

    /// The office's name, or the code itself when the office is not listed.
    std::string office_name(std::string_view area) const;
    /// The working days of an office's area; of the whole country for an area that is not listed.
    const duties::WorkingDays& working_days(std::string_view area) const;
    /// The calendar of public.db; before it is told, weekdays only.
    void count_with(const std::vector<records::CalendarDay>& calendar);
    /// base_url with a trailing slash, or empty when there is none.
    std::string base() const;

    /// Gives a finished file to the sink; callable from any thread.
    void put(std::string_view path, std::string_view bytes) const;
    void put_file(std::string_view path, const std::filesystem::path& file) const;
    const std::filesystem::path& temporary() const { return sink_.temporary; }
    /// Puts the style sheet, the script and the icon.
    void put_assets() const;

    /// An address for the sitemap (pages counted in millions are listed from the database instead).
    void list(std::string_view address) const;
    std::set<std::string> listed() const;
    void expect(std::int64_t files) { expected_ = files; }

  private:
    PageSink sink_;
    std::map<std::string, std::string, std::less<>> office_names_;
    duties::WorkingDays country_{{}, ""};
    std::map<std::string, duties::WorkingDays, std::less<>> working_days_;  // by office
    std::string style_, script_, icon_;
    mutable std::mutex mutex_;
    mutable std::set<std::string> listed_;
    mutable std::atomic<std::int64_t> done_ = 0;
    std::int64_t expected_ = 0;
};

/// "assets/style.<8 hex of the digest>.css" for such bytes.
std::string digest_named(std::string_view stem, std::string_view bytes, std::string_view ending);

/// The file a permanent address is kept in: "plans/1/" → "plans/1/index.html", "" → "index.html".
std::string file_of(std::string_view address);

}  // namespace pages
