// feed.xml (Atom, RFC 4287) of the site and of each office: the newest plan editions, draws and results. Dates come
// from the data only.
#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "generator/pages/kinds.h"
#include "generator/pages/wording.h"
#include "generator/pages/xml_text.h"

namespace pages {
namespace {

struct Entry {
    std::string date, address, title, summary;
};

constexpr std::size_t documents_shown = 30, results_shown = 20;

/// Whether something of an office belongs into the feed of `area` (empty: of all).
bool wanted(std::string_view area, std::string_view office) {
    return area.empty() || area == office;
}

/// Which day the entry's date is, when not that of publication.
std::string note_words(const ListedDay& day) {
    return day.note.empty() ? std::string() : fmt::format("{}是{}。", date_words(day.on), day.note);
}

void add_editions(const Site& site, records::PublicSite& records, std::string_view area, std::vector<Entry>& entries) {
    for (const records::PublicPlan& plan : records.plans()) {
        if (!wanted(area, plan.plan.office)) continue;
        for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id))
            entries.push_back(
                {listed_day(edition.edition.head).on,
                 records::address::plan_edition(plan.plan.id, edition.edition.number),
                 fmt::format("{}（{}）", plan.plan.name, edition_words(edition.edition.number)),
                 fmt::format("{}，{}项任务。{}{}", site.office_name(plan.plan.office), edition.rows.size(),
                             edition.edition.reason, note_words(listed_day(edition.edition.head)))});
    }
}

void add_draws(const Site& site, records::PublicSite& records, std::string_view area, std::vector<Entry>& entries) {
    for (const records::PublicDraw& draw : records.draws()) {
        if (!wanted(area, draw.office)) continue;
        const std::string drawn = drawn_words(draw);
        const ListedDay day = listed_day(draw.draw);
        const std::string list = draw.revealed ? fmt::format("抽中{}户", drawn)
                                 : draw.draw.list_public
                                     ? fmt::format("名单将于{}公开", date_words(draw.draw.reveal_on))
                                     : std::string("名单不公开");
        entries.push_back({day.on, records::address::draw(draw.draw.draw),
                           fmt::format("抽取：{}", draw.draw.title.empty() ? draw.task_name : draw.draw.title),
                           fmt::format("{}，{}。{}", site.office_name(draw.office), list, note_words(day))});
    }
}

void add_results(records::PublicSite& records, std::string_view area, std::vector<Entry>& entries) {
    for (const records::PublicResult& result : records.newest_results(results_shown, area))
        entries.push_back({result.facts.published_on, records::address::result(result.facts.id),
                           fmt::format("检查结果：{}", result.object_name),
                           fmt::format("{}：{}", result.task_name, outcome_of(result).word)});
}

/// Newest first; what has no date cannot be in a feed.
void sort_newest(std::vector<Entry>& entries) {
    std::erase_if(entries, [](const Entry& entry) { return entry.date.size() < 10; });
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(b.date, a.address) < std::tie(a.date, b.address);
    });
}

std::string identity(const Site& site, std::string_view address) {
    const std::string base = site.base();
    return base.empty() ? fmt::format("urn:gongshi:{}", address) : base + std::string(address);
}

/// A link as the feed at `address` must write it: absolute where the site's address is known.
std::string link_from(const Site& site, std::string_view address, std::string_view target) {
    std::string root = site.base();
    if (root.empty())
        for (const char c : address)
            if (c == '/') root += "../";
    return root + std::string(target);
}

void write_one(const Site& site, records::PublicSite& records, std::string_view area, const std::string& address,
               const std::string& title) {
    std::vector<Entry> entries, results;
    add_editions(site, records, area, entries);
    add_draws(site, records, area, entries);
    sort_newest(entries);
    if (entries.size() > documents_shown) entries.resize(documents_shown);
    add_results(records, area, results);
    entries.insert(entries.end(), results.begin(), results.end());
    sort_newest(entries);
    const std::string updated = entries.empty() ? site.facts.as_of : entries.front().date.substr(0, 10);
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n"
        "<title>{}{}</title>\n<id>{}</id>\n<updated>{}T00:00:00+08:00</updated>\n<author><name>{}</name></author>\n",
        xml_text(title), site.facts.demo ? "（演示数据）" : "", xml_text(identity(site, address)), xml_text(updated),
        xml_text(site.facts.publisher.empty() ? site.facts.name : site.facts.publisher));
    if (!site.base().empty()) xml += fmt::format("<link rel=\"self\" href=\"{}\"/>\n", xml_text(site.base() + address));
    for (const Entry& entry : entries)
        xml += fmt::format(
            "<entry><title>{}</title><id>{}</id><link href=\"{}\"/><updated>{}T00:00:00+08:00</updated>"
            "<summary>{}</summary></entry>\n",
            xml_text(entry.title), xml_text(identity(site, entry.address)),
            xml_text(link_from(site, address, entry.address)), xml_text(entry.date.substr(0, 10)),
            xml_text(entry.summary));
    site.put(address, xml + "</feed>\n");
}

}  // namespace

void write_feed(const Site& site, records::PublicSite& records) {
    write_one(site, records, "", "feed.xml", site.facts.name);
    for (const records::Office& office : site.offices)
        write_one(site, records, office.area, records::address::office(office.area) + "feed.xml",
                  fmt::format("{}：{}", site.facts.name, office.name));
}

}  // namespace pages
