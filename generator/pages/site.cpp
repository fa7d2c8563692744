#include "generator/pages/site.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "generator/output/digest.h"

namespace pages {
namespace {

std::string read_asset(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    if (!(text << stream.rdbuf()))
        throw BadTemplate(fmt::format("样式文件 {} 无法读取，请检查安装是否完整。", file.string()));
    return std::move(text).str();
}

}  // namespace

Site::Site(records::SiteFacts site_facts, std::vector<records::Office> site_offices,
           const RenderOptions& render_options, PageSink sink)
    : facts(std::move(site_facts)),
      offices(std::move(site_offices)),
      options(render_options),
      templates(options.share / "templates", options.templates),
      sink_(std::move(sink)),
      style_(read_asset(options.share / "site" / "style.css")),
      script_(read_asset(options.share / "site" / "site.js")),
      icon_(read_asset(options.share / "site" / "icon.svg")) {
    for (const records::Office& office : offices) office_names_[office.area] = office.name;
    style_path = digest_named("style", style_, "css");
    script_path = digest_named("site", script_, "js");
    icon_path = digest_named("icon", icon_, "svg");
}

std::string Site::office_name(std::string_view area) const {
    const auto found = office_names_.find(area);
    return found == office_names_.end() ? std::string(area) : found->second;
}

const duties::WorkingDays& Site::working_days(std::string_view area) const {
    const auto found = working_days_.find(area);
    return found == working_days_.end() ? country_ : found->second;
}

void Site::count_with(const std::vector<records::CalendarDay>& calendar) {
    country_ = duties::WorkingDays(calendar, "");
    for (const records::Office& office : offices)
        working_days_.insert_or_assign(office.area, duties::WorkingDays(calendar, office.area));
}

std::string Site::base() const {
    if (facts.base_url.empty() || facts.base_url.ends_with('/')) return facts.base_url;
    return facts.base_url + '/';
}

void Site::put(std::string_view path, std::string_view bytes) const {
    sink_.put(path, bytes);
    if (const auto done = ++done_; options.progress) options.progress(done, expected_);
}

void Site::put_file(std::string_view path, const std::filesystem::path& file) const {
    sink_.put_file(path, file);
    if (const auto done = ++done_; options.progress) options.progress(done, expected_);
}

void Site::put_assets() const {
    put(style_path, style_);
    put(script_path, script_);
    put(icon_path, icon_);
}

void Site::list(std::string_view address) const {
    const std::lock_guard lock(mutex_);
    listed_.emplace(address);
}

std::set<std::string> Site::listed() const {
    const std::lock_guard lock(mutex_);
    return listed_;
}

std::string digest_named(std::string_view stem, std::string_view bytes, std::string_view ending) {
    return fmt::format("assets/{}.{}.{}", stem, output::hex(output::sha256(bytes)).substr(0, 8), ending);
}

std::string file_of(std::string_view address) {
    return address.empty() || address.ends_with('/') ? fmt::format("{}index.html", address) : std::string(address);
}

}  // namespace pages
