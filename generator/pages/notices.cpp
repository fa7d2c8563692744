// 纠错与咨询, 网站地图 and the page shown when there is none.
#include <fmt/format.h>

#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

void write_contact(const Site& site) {
    Page page(site, "contact/", "纠错与咨询", "contact.tpl");
    page.describe("信息有误或有疑问，怎样联系主办单位，怎样提出异议。");
    FactList facts(page, page.body(), "FACTS");
    facts.text("主办单位", site.facts.publisher);
    facts.text("地址", site.facts.address);
    facts.text("电话", site.facts.phone);
    facts.text("邮箱", site.facts.email);
    if (site.facts.phone.empty() && site.facts.email.empty() && site.facts.address.empty())
        page.body().show("NO_CONTACT");
    else if (site.facts.address.empty())
        page.body().show("NO_ADDRESS");
    page.put();
}

void write_site_map(const Site& site) {
    Page page(site, "site-map/", "网站地图", "site_map.tpl");
    page.describe("本站有哪些栏目。");
    for (const records::Office& office : site.offices) {
        View view = page.body().add("OFFICE");
        view.set("OFFICE_NAME", office.name);
        view.set("OFFICE_HREF", page.href(records::address::office(office.area)));
    }
    page.put();
}

/// The web server shows this page at any address, so its links start from the site's root.
void write_missing(const Site& site) {
    Page page(site, "404.html", "没有这个页面", "missing.tpl");
    page.unlisted();
    std::string_view base = site.facts.base_url;
    const std::size_t host = base.find("://");
    const std::size_t path = host == std::string_view::npos ? host : base.find('/', host + 3);
    std::string root(path == std::string_view::npos ? "/" : base.substr(path));
    if (!root.ends_with('/')) root += '/';
    page.fixed_base(root);
    page.put();
}

}  // namespace

void write_notices(const Site& site, records::PublicSite&) {
    write_contact(site);
    write_site_map(site);
    write_missing(site);
}

}  // namespace pages
