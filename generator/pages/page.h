// One HTML page: the frame every page has (head, breadcrumb 当前位置, banners, footer) around the body of its kind.
// Knows nothing of what the body says.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/pages/site.h"
#include "generator/pages/template_set.h"

namespace pages {

/// Something of a page that is known whole only when the page is put.
struct PageContent {
    virtual ~PageContent() = default;
    virtual void write() = 0;
};

class Page {
  public:
    /// `address` is the permanent address (a folder ends with "/"), `body_template` the template of its kind.
    Page(const Site& site, std::string_view address, std::string_view title, std::string_view body_template);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    /// The values of the body's template.
    View& body() { return body_; }
    /// One step of 当前位置, between the home page and this page.
    void crumb(std::string_view text, std::string_view address);
    /// Which column this page belongs to: plans draws results rules verify (links of the header) or search.
    void section(std::string_view name);
    /// What search engines and archives are told: description, and a document's date and source.
    void describe(std::string_view description);
    void published(std::string_view date, std::string_view source = {});
    /// 本页数据日期: the newest date among this page's rows; called once a row.
    void dated(std::string_view iso_date);
    /// Puts the JSON twin of the page and shows its digest; nothing when there is no body.
    void twin(const std::optional<std::string>& json);
    /// Not for search engines (404, lists in another order).
    void unlisted() { unlisted_ = true; }
    /// For 404 only: links are relative to this base, since the page is shown at any address.
    void fixed_base(std::string_view base);
    /// Prints as an official document does (公文格式, GB/T 9704—2012): red head, centred title, numbered pages.
    void official_document() { official_document_ = true; }

    /// The large search box, at {{>BOX}} of the body instead of the small one in the header. `asked`: the page answers
    /// queries, and its box has the empty value that gongshi-server fills.
    void box(bool asked);

    /// Keeps a table or the like, written when the page is put.
    template <typename Content>
    Content& keep(std::unique_ptr<Content> content) {
        Content& kept = *content;
        contents_.push_back(std::move(content));
        return kept;
    }

    /// On paper the page shows a QR code of its permanent address (plan editions and draws; needs base_url).
    void qr_on_paper() { qr_on_paper_ = true; }
    /// SHA-256 of the JSON twin, hexadecimal; empty before twin() and without one.
    const std::string& digest() const { return digest_; }
    /// Another file that says the same, found by feed readers and calendars: <link rel="alternate">.
    void alternate(std::string_view type, std::string_view title, std::string_view address);

    /// The address relative to this page.
    std::string href(std::string_view address) const;
    const Site& site() const { return site_; }
    /// Renders the page and gives it to the sink.
    void put();

  private:
    void head();
    void foot();
    const Site& site_;
    std::string address_, title_, root_, data_date_, digest_, json_path_, column_, description_;
    Values values_;
    View frame_, body_;
    std::vector<std::unique_ptr<PageContent>> contents_;
    bool unlisted_ = false, official_document_ = false, qr_on_paper_ = false, own_box_ = false;
};

}  // namespace pages
