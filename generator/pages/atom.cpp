#include "generator/pages/atom.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "generator/output/digest.h"
#include "generator/pages/xml_text.h"

namespace pages {
namespace {

bool mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == text.size() || text.rfind('@') != at) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("@.-_").find(c) != std::string_view::npos;
    });
}

/// A link as the file at `from` must write it: absolute where the site's address is known.
std::string link_from(const Site& site, std::string_view from, std::string_view target) {
    std::string root = site.base();
    if (root.empty())
        for (const char c : from)
            if (c == '/') root += "../";
    if (root.empty() && target.empty()) return "./";
    return root + std::string(target);
}

std::string moment(std::string_view date) {
    return fmt::format("{}T00:00:00+08:00", date.substr(0, 10));
}

std::string entry_text(const Site& site, const Feed& feed, const FeedEntry& entry) {
    return fmt::format(
        "<entry><title>{}</title><id>{}</id><link href=\"{}\"/><updated>{}</updated><summary>{}</summary></entry>\n",
        xml_text(entry.title), xml_text(permanent_id(site, entry.identity.empty() ? entry.address : entry.identity)),
        xml_text(link_from(site, feed.address, entry.address)), xml_text(moment(entry.date)), xml_text(entry.summary));
}

}  // namespace

void sort_newest(std::vector<FeedEntry>& entries) {
    std::erase_if(entries, [](const FeedEntry& entry) { return entry.date.size() < 10; });
    std::stable_sort(entries.begin(), entries.end(), [](const FeedEntry& a, const FeedEntry& b) {
        return std::tie(b.date, a.address, a.identity) < std::tie(a.date, b.address, b.identity);
    });
}

std::string permanent_id(const Site& site, std::string_view address) {
    if (!site.base().empty()) return site.base() + std::string(address);
    const std::string& email = site.facts.email;
    if (mail_address(email)) return fmt::format("tag:{},2026:{}", email, address);
    // Nothing names the portal to the world: its own name keeps two portals apart in one reader.
    const std::string portal = output::hex(output::sha256(site.facts.name + '\n' + site.facts.publisher)).substr(0, 16);
    return fmt::format("tag:gongshi.invalid,2026:{}/{}", portal, address);
}

void write_atom(const Site& site, Feed feed) {
    sort_newest(feed.entries);
    if (feed.entries.size() > entries_at_most) feed.entries.resize(entries_at_most);
    // Not the day of the publication: a feed without entries would change with every one.
    const std::string updated = feed.entries.empty() ? "1970-01-01" : feed.entries.front().date;
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n"
        "<title>{}{}</title>\n<id>{}</id>\n<updated>{}</updated>\n<author><name>{}</name></author>\n"
        "<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        xml_text(feed.title), site.facts.demo ? "（演示数据）" : "", xml_text(permanent_id(site, feed.address)),
        xml_text(moment(updated)), xml_text(site.facts.publisher.empty() ? site.facts.name : site.facts.publisher),
        xml_text(link_from(site, feed.address, feed.page)));
    if (!site.base().empty())
        xml += fmt::format("<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
                           xml_text(site.base() + feed.address));
    if (!feed.related.empty())
        xml += fmt::format("<link rel=\"related\" type=\"application/atom+xml\" href=\"{}\"/>\n",
                           xml_text(link_from(site, feed.address, feed.related)));
    for (const FeedEntry& entry : feed.entries) xml += entry_text(site, feed, entry);
    site.put(feed.address, xml + "</feed>\n");
}

}  // namespace pages
