// feed.xml (Atom, RFC 4287): the newest plan editions, draws and results. Dates come from the data only.
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

constexpr int entries_shown = 50;

void add_editions(const Site& site, records::PublicSite& records, std::vector<Entry>& entries) {
    for (const records::PublicPlan& plan : records.plans())
        for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id))
            entries.push_back({edition.edition.head.published_on,
                               records::address::plan_edition(plan.plan.id, edition.edition.number),
                               fmt::format("{}（{}）", plan.plan.name, edition_words(edition.edition.number)),
                               fmt::format("{}，{}项任务。{}", site.office_name(plan.plan.office), edition.rows.size(),
                                           edition.edition.reason)});
}

void add_draws(const Site& site, records::PublicSite& records, std::vector<Entry>& entries) {
    for (const records::PublicDraw& draw : records.draws())
        entries.push_back({draw.draw.published_on, records::address::draw(draw.draw.draw),
                           fmt::format("抽取：{}", draw.draw.title.empty() ? draw.task_name : draw.draw.title),
                           fmt::format("{}，抽中{}户。", site.office_name(draw.office), draw.listed + draw.withheld)});
}

void add_results(records::PublicSite& records, std::vector<Entry>& entries) {
    for (const records::PublicResult& result : records.newest_results(entries_shown))
        entries.push_back({result.facts.published_on, records::address::result(result.facts.id),
                           fmt::format("检查结果：{}", result.object_name),
                           fmt::format("{}：{}", result.task_name, outcome_of(result).word)});
}

std::string identity(const Site& site, std::string_view address) {
    const std::string base = site.base();
    return base.empty() ? fmt::format("urn:gongshi:{}", address) : base + std::string(address);
}

}  // namespace

void write_feed(const Site& site, records::PublicSite& records) {
    std::vector<Entry> entries;
    add_editions(site, records, entries);
    add_draws(site, records, entries);
    add_results(records, entries);
    std::erase_if(entries, [](const Entry& entry) { return entry.date.size() < 10; });
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(b.date, a.address) < std::tie(a.date, b.address);
    });
    if (entries.size() > entries_shown) entries.resize(entries_shown);
    const std::string updated = entries.empty() ? site.facts.as_of : entries.front().date.substr(0, 10);
    std::string xml = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n"
        "<title>{}{}</title>\n<id>{}</id>\n<updated>{}T00:00:00+08:00</updated>\n<author><name>{}</name></author>\n",
        xml_text(site.facts.name), site.facts.demo ? "（演示数据）" : "", xml_text(identity(site, "")),
        xml_text(updated), xml_text(site.facts.publisher.empty() ? site.facts.name : site.facts.publisher));
    if (!site.base().empty())
        xml += fmt::format("<link rel=\"self\" href=\"{0}feed.xml\"/>\n<link href=\"{0}\"/>\n", xml_text(site.base()));
    for (const Entry& entry : entries)
        xml += fmt::format(
            "<entry><title>{}</title><id>{}</id><link href=\"{}\"/><updated>{}T00:00:00+08:00</updated>"
            "<summary>{}</summary></entry>\n",
            xml_text(entry.title), xml_text(identity(site, entry.address)), xml_text(site.base() + entry.address),
            xml_text(entry.date.substr(0, 10)), xml_text(entry.summary));
    site.put("feed.xml", xml + "</feed>\n");
}

}  // namespace pages
