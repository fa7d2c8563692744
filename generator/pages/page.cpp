#include "generator/pages/page.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "generator/output/digest.h"
#include "generator/pages/qr.h"
#include "generator/pages/wording.h"

namespace pages {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> column_names{{{"plans", "抽查计划"},
                                                                                     {"draws", "抽取"},
                                                                                     {"results", "抽查结果"},
                                                                                     {"rules", "规则与进度"},
                                                                                     {"verify", "核验"},
                                                                                     {"search", "查企业"}}};

constexpr std::string_view usual_keywords = "双随机、一公开,随机抽查,抽查结果,政府信息公开";

std::string root_of(std::string_view address) {
    std::string root;
    for (const char c : address)
        if (c == '/') root += "../";
    return root;
}

std::string domain_of(std::string_view url) {
    const std::size_t begin = url.find("://");
    if (begin == std::string_view::npos) return {};
    url.remove_prefix(begin + 3);
    return std::string(url.substr(0, url.find('/')));
}

}  // namespace

Page::Page(const Site& site, std::string_view address, std::string_view title, std::string_view body_template)
    : site_(site),
      address_(address),
      title_(title),
      root_(root_of(address)),
      values_(site.templates),
      frame_(values_.root()),
      body_(frame_.include("BODY", body_template)) {
    frame_.global("ROOT", root_.empty() ? "./" : root_);
    frame_.global("SITE_NAME", site.facts.name);
    frame_.global("TITLE", title);
}
Page::~Page() = default;

void Page::crumb(std::string_view text, std::string_view address) {
    View crumb = frame_.add("CRUMB");
    crumb.set("CRUMB_TEXT", text);
    crumb.set("CRUMB_HREF", href(address));
}

void Page::section(std::string_view name) {
    frame_.show(fmt::format("IN_{}", name));
    for (const auto& [column, words] : column_names)
        if (column == name) column_ = words;
}
void Page::describe(std::string_view description) {
    description_ = description;
}

void Page::published(std::string_view date, std::string_view source) {
    View article = frame_.add("ARTICLE");
    article.fill("PUB_DATE", date);
    article.fill("SOURCE", source.empty() ? std::string_view(site_.facts.publisher) : source);
    dated(date);
}

void Page::alternate(std::string_view type, std::string_view title, std::string_view address) {
    View link = frame_.add("ALTERNATE");
    link.set("ALTERNATE_TYPE", type);
    link.set("ALTERNATE_TITLE", title);
    link.set("ALTERNATE_HREF", href(address));
}

void Page::dated(std::string_view iso_date) {
    if (iso_date > data_date_) data_date_ = iso_date.substr(0, 10);
}

void Page::twin(const std::optional<std::string>& json) {
    if (!json || !site_.options.json) return;
    json_path_ = records::address::json_twin(address_);
    digest_ = output::hex(output::sha256(*json));
    site_.put(json_path_, *json);
}

void Page::fixed_base(std::string_view base) {
    frame_.fill("FIXED_BASE", base);
    root_.clear();
}

std::string Page::href(std::string_view address) const {
    if (root_.empty() && (address.empty() || address.starts_with('#'))) return fmt::format("./{}", address);
    return fmt::format("{}{}", root_, address);
}

void Page::head() {
    const records::SiteFacts& facts = site_.facts;
    frame_.set("STYLE", href(site_.style_path));
    frame_.set("SCRIPT", href(site_.script_path));
    frame_.set("ICON", href(site_.icon_path));
    frame_.fill("SITE_DOMAIN", domain_of(facts.base_url));
    frame_.fill("SITE_ID_CODE", facts.site_id_code);
    // 国办发〔2017〕47号, 网站标签: the column by its header link, else the site itself.
    const std::string_view column = column_.empty() ? std::string_view(facts.name) : column_;
    frame_.set("COLUMN_NAME", column);
    frame_.fill("DESCRIPTION", description_);
    if (address_.empty() || address_.ends_with('/')) {  // columns and documents, not the many pages of lists
        View described = frame_.add("DESCRIBED");
        described.set("COLUMN_DESCRIPTION", fmt::format("{}的{}：双随机、一公开监管信息。", facts.name, column));
        described.set("KEYWORDS", facts.keywords.empty() ? std::string_view(usual_keywords) : facts.keywords);
        described.fill("AUTHOR", facts.publisher);
    }
    if (!site_.base().empty() && !unlisted_) {
        frame_.fill("CANONICAL", site_.base() + address_);
        if (qr_on_paper_) frame_.include("QR", "qr.tpl").html("QR", qr_code(site_.base() + address_));
    }
    if (unlisted_ || facts.preview) frame_.show("UNLISTED");
    if (!json_path_.empty()) frame_.fill("JSON_HREF", href(json_path_));
    if (facts.demo) frame_.show("DEMO");
    if (facts.preview) frame_.show("PREVIEW");
    if (official_document_) frame_.show("OFFICIAL_DOCUMENT");
    frame_.show(address_.empty() ? "FEED" : "INNER");
    if (!own_box_) frame_.include("BOX", "box.tpl");
}

void Page::foot() {
    const records::SiteFacts& facts = site_.facts;
    if (!data_date_.empty()) {
        View dated = frame_.add("DATED");
        dated.set("DATA_DATE", data_date_);
        dated.set("DATA_DATE_WORDS", date_words(data_date_));
    }
    if (!digest_.empty()) {
        View digest = frame_.add("DIGEST");
        digest.set("DIGEST_FULL", digest_);
        digest.set("DIGEST_SHORT", digest_.substr(0, 8) + "…" + digest_.substr(56));
        digest.set("TWIN_HREF", href(json_path_));
    }
    frame_.fill("PUBLISHER", facts.publisher);
    frame_.fill("ADDRESS", facts.address);
    frame_.fill("PHONE", facts.phone);
    frame_.fill("EMAIL", facts.email);
    frame_.fill("ID_CODE", facts.site_id_code);
    frame_.fill("ICP", facts.icp);
    frame_.fill("OPERATED_BY", facts.operated_by);
    frame_.fill("POLICE_RECORD", facts.police_record);
    frame_.fill("ERROR_REPORT", facts.error_report);
}

void Page::box(bool asked) {
    View view = body_.include("BOX", "box.tpl");
    view.show("BOX_LARGE");
    if (asked) view.show("BOX_ASKED");
    own_box_ = true;
}

void Page::put() {
    for (const auto& content : contents_) content->write();
    head();
    foot();
    site_.put(file_of(address_), site_.templates.expand("page.tpl", values_));
    if (!unlisted_ && !address_.starts_with("enterprises/") && !address_.starts_with("results/by-id/"))
        site_.list(address_);
}

}  // namespace pages
