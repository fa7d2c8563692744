// 公开日志: everything that was published, corrected, withdrawn, voided or objected to, and what expired, by date,
// newest first; a folder for each month, for good, and one for each office; with its feed.
#include <fmt/format.h>

#include <set>

#include "generator/pages/atom.h"
#include "generator/pages/ledger.h"
#include "generator/pages/row_pages.h"
#include "generator/pages/table.h"
#include "records/public_tables.h"

namespace pages {
namespace {

using records::PublicChange;

constexpr std::string_view folder = "changes/", feed_address = "changes/feed.xml";
constexpr std::size_t newest_shown = 50;

std::string month_address(std::string_view month) {
    return fmt::format("{}{}/", folder, month);
}
std::string office_address(std::string_view area) {
    return fmt::format("{}offices/{}/", folder, area);
}
std::string month_words(std::string_view month) {
    return fmt::format("{}年{}{}月", month.substr(0, 4), month[5] == '0' ? "" : "1", month.substr(6));
}

std::string_view action_words(std::string_view action) {
    const records::PublicColumn* column = records::find_public_table("change")->column("action");
    for (const records::PublicCode& code : records::codes_of(*column))
        if (code.code == action) return code.words;
    return action;
}

/// Where the record of an entry has its page. Editions are few and known beforehand; the others are looked up.
class RecordAddresses {
  public:
    explicit RecordAddresses(records::PublicSite& records) : records_(records) {
        for (const records::PublicPlan& plan : records.plans())
            for (const records::PublicEdition& edition : records.plan_editions(plan.plan.id))
                plan_editions_[edition.edition.id] =
                    records::address::plan_edition(plan.plan.id, edition.edition.number);
        for (const records::PublicItemList& list : records.item_lists())
            for (const records::PublicEdition& edition : records.item_list_editions(list.list.id))
                item_list_editions_[edition.edition.id] =
                    records::address::item_list_edition(list.list.id, edition.edition.number);
        for (const records::PublicObjection& objection : records.objections())
            objections_[objection.receipt] = {objection.kind, objection.record};
        read_statements();
        read_follow_ups();
    }

    std::string of(const PublicChange& change) {
        if (change.record == 0) return list_of(change.kind);
        if (change.kind == "objection") {
            const auto found = objections_.find(change.title);
            return found == objections_.end() ? "" : of(found->second.first, found->second.second);
        }
        if (change.kind == "statement") {
            const auto found = statements_.find(change.record);
            return found == statements_.end() ? "" : of(found->second.first, found->second.second);
        }
        return of(change.kind, change.record);
    }

  private:
    void read_statements() {
        const records::PublicTable& table = *records::find_public_table("statement");
        std::size_t id = 0, object = 0, result = 0;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i].name == "id") id = i;
            if (table.columns[i].name == "object") object = i;
            if (table.columns[i].name == "result") result = i;
        }
        records_.each_row_of(table, 0, [&](const std::vector<records::PublicCell>& row) {
            statements_[row[id].number] = row[result].number != 0 ? std::pair("result", row[result].number)
                                                                  : std::pair("object", row[object].number);
        });
    }
    /// Which result each one has that is named: there may be very many others.
    void read_follow_ups() {
        records_.each_change([&](const PublicChange& change) {
            if (change.kind == "follow_up" && change.record != 0) follow_ups_[change.record];
        });
        for (const auto& [receipt, about] : objections_)
            if (about.first == "follow_up") follow_ups_[about.second];
        if (follow_ups_.empty()) return;
        records_.each_follow_up([&](const records::PublicFollowUp& follow_up) {
            if (const auto named = follow_ups_.find(follow_up.facts.id); named != follow_ups_.end())
                named->second = follow_up.facts.result;
        });
    }
    static std::string known(const std::map<records::Id, std::string>& addresses, records::Id id) {
        const auto found = addresses.find(id);
        return found == addresses.end() ? std::string() : found->second;
    }
    static std::string list_of(std::string_view kind) {
        if (kind == "plan_edition") return "plans/";
        if (kind == "item_list_edition") return "item-lists/";
        if (kind == "task") return "tasks/";
        if (kind == "draw" || kind == "drawn_object") return "draws/";
        if (kind == "result") return "results/";
        if (kind == "follow_up") return "follow-ups/";
        if (kind == "penalty") return "penalties/";
        if (kind == "object") return "search/";
        return kind == "rule" ? "rules/" : "";
    }
    std::string of(std::string_view kind, records::Id id) {
        if (kind == "plan_edition") return known(plan_editions_, id);
        if (kind == "item_list_edition") return known(item_list_editions_, id);
        if (kind == "task") return records_.task(id) ? records::address::task(id) : "";
        if (kind == "draw") return records_.draw(id) ? records::address::draw(id) : "";
        if (kind == "result") return records_.result(id) ? records::address::result(id) : "";
        if (kind == "penalty") return records_.penalty(id) ? fmt::format("penalties/{}.html", id) : "";
        if (kind == "rule") return "rules/";
        if (kind == "follow_up") {
            const auto found = follow_ups_.find(id);
            return found == follow_ups_.end() || found->second == 0 ? "" : records::address::result(found->second);
        }
        if (kind == "object") {
            const auto enterprise = records_.enterprise_of(id);
            return enterprise ? records::address::enterprise(enterprise->code) : "";
        }
        return {};
    }
    records::PublicSite& records_;
    std::map<records::Id, std::string> plan_editions_, item_list_editions_;
    std::map<records::Id, records::Id> follow_ups_;
    std::map<std::string, std::pair<std::string, records::Id>> objections_;  // by receipt: an answer has another id
    std::map<records::Id, std::pair<std::string, records::Id>> statements_;
};

struct Entry {
    PublicChange change;
    std::string address;
};

/// "长安区2026年度抽查工作计划", or "检查结果 87 条" for several, or "检查结果第 7 号" for one without a name.
std::string title_of(const PublicChange& change) {
    const std::string_view kind = record_kind_words(change.kind);
    if (change.record == 0) return fmt::format("{}{} {} 条", change.title, kind, change.count);
    return change.title.empty() ? fmt::format("{}第 {} 号", kind, change.record) : change.title;
}

void fill_entries(Page& page, std::string_view caption, const std::vector<Entry>& entries, bool offices) {
    Table table(page, page.body(), "TABLE", caption, {"日期", "变化", "内容", "区县", "说明"});
    table.column_style(0, "date");
    table.column_style(1, "narrow");
    for (const Entry& entry : entries) {
        const PublicChange& change = entry.change;
        page.dated(change.changed_on);
        table.row();
        table.date(change.changed_on);
        table.also(change.publication == 0 ? "" : fmt::format("第{}次发布", change.publication));
        table.text(action_words(change.action));
        table.link(entry.address, title_of(change));
        if (change.record != 0) table.also(record_kind_words(change.kind));
        const std::string office = change.office.empty() ? "" : page.site().office_name(change.office);
        table.text(offices ? office : "");
        table.text(change.reason);
    }
}

void add_more(Page& page, std::string_view address, std::string_view words) {
    View more = page.body().add("MORE");
    more.set("MORE_HREF", page.href(address));
    more.set("MORE_WORDS", words);
}

using EntryPages = RowPages<Entry>;

EntryPages month_pages(const Site& site, const std::string& month) {
    return EntryPages([&site, month](int number, const std::vector<Entry>& entries, bool more) {
        const std::string address = month_address(month), title = month_words(month) + "公开日志";
        Page page(site, numbered_address(address, number), number == 1 ? title : fmt::format("{}第{}页", title, number),
                  "list.tpl");
        page.crumb("公开日志", folder);
        if (number > 1) page.crumb(title, address);
        page.describe(fmt::format("{}公布、更正、撤回了什么。", month_words(month)));
        page.body().set("LEAD", fmt::format("{}公布、更正、撤回了什么，新的在前。", month_words(month)));
        fill_entries(page, title, entries, true);
        fill_pager(page, number > 1 ? numbered_address(address, number - 1) : "",
                   more ? numbered_address(address, number + 1) : "", "", "日志分页");
        page.put();
    });
}

EntryPages office_pages(const Site& site, const records::Office& office) {
    return EntryPages([&site, &office](int number, const std::vector<Entry>& entries, bool more) {
        const std::string address = office_address(office.area), title = office.name + "公开日志";
        Page page(site, numbered_address(address, number), number == 1 ? title : fmt::format("{}第{}页", title, number),
                  "list.tpl");
        page.crumb("公开日志", folder);
        if (number > 1) page.crumb(title, address);
        page.describe(fmt::format("{}公布、更正、撤回了什么。", office.name));
        page.body().set("LEAD", fmt::format("{}公布、更正、撤回了什么，新的在前。", office.name));
        if (entries.empty()) page.body().fill("EMPTY", "这个区县还没有公布过内容。");
        fill_entries(page, title, entries, false);
        fill_pager(page, number > 1 ? numbered_address(address, number - 1) : "",
                   more ? numbered_address(address, number + 1) : "", "", "日志分页");
        if (number == 1) add_more(page, records::address::office(office.area), office.name);
        page.put();
    });
}

struct Month {
    std::string name;
    std::int64_t entries = 0;
};

void write_front(const Site& site, const std::vector<Entry>& newest, const std::vector<Month>& months) {
    Page page(site, std::string(folder), "公开日志", "list.tpl");
    page.describe("本站公布、更正、撤回过什么，按日期，可以订阅。");
    page.alternate("application/atom+xml", "公开日志", feed_address);
    page.body().set("LEAD",
                    "本站公布、更正、撤回、作废过什么，收到过什么异议和企业陈述，都按日期记在这里，新的在前。"
                    "撤回的和公示期满的只留编号、日期和原因。");
    if (newest.empty()) page.body().fill("EMPTY", "还没有公布过内容。第一次发布后，这里列出公布了什么。");
    fill_entries(page, fmt::format("最近 {} 条", newest.size()), newest, true);
    Table table(page, page.body(), "PAGES", "按月看", {"月份", "条数"});
    table.column_style(1, "number");
    for (const Month& month : months) {
        table.row();
        table.link(month_address(month.name), month_words(month.name));
        table.number(month.entries);
    }
    for (const records::Office& office : site.offices)
        add_more(page, office_address(office.area), fmt::format("只看{}", office.name));
    add_more(page, feed_address, "订阅公开日志（Atom）");
    add_more(page, "withheld/", "没有公开的有多少");
    page.put();
}

/// An entry never changes, so its id is made of what it says.
FeedEntry feed_entry(const Site& site, const Entry& entry, std::set<std::string>& identities) {
    const PublicChange& change = entry.change;
    const std::string month = month_address(change.changed_on.substr(0, 7));
    std::string identity = fmt::format(
        "{}#{}-{}-{}-{}", month, change.changed_on, change.action, change.kind,
        change.record != 0 ? fmt::format("{}", change.record) : fmt::format("{}-{}", change.office, change.title));
    const std::string first = identity;
    for (int again = 2; !identities.insert(identity).second; ++again) identity = fmt::format("{}-{}", first, again);
    const std::string office = change.office.empty() ? "" : site.office_name(change.office) + "。";
    return {change.changed_on, entry.address.empty() ? month : entry.address,
            fmt::format("{}：{}", action_words(change.action), title_of(change)),
            fmt::format("{}{}{}", record_kind_words(change.kind), office.empty() ? "" : "，" + office, change.reason),
            identity};
}

/// Takes the entries newest first and writes each page as soon as it is full.
class ChangeLog {
  public:
    ChangeLog(const Site& site, records::PublicSite& records) : site_(site), addresses_(records) {
        for (const records::Office& office : site.offices) offices_.emplace(office.area, office_pages(site, office));
    }
    void add(const PublicChange& change) {
        if (change.changed_on.size() < 10) return;
        const Entry entry{change, addresses_.of(change)};
        const std::string month = change.changed_on.substr(0, 7);
        if (months_.empty() || months_.back().name != month) {
            if (month_) month_->finish();
            months_.push_back({month});
            month_.emplace(month_pages(site_, month));
        }
        ++months_.back().entries;
        month_->add(entry);
        if (const auto office = offices_.find(change.office); office != offices_.end()) office->second.add(entry);
        if (newest_.size() < newest_shown) newest_.push_back(entry);
    }
    void finish() {
        if (month_) month_->finish();
        for (auto& [area, pages] : offices_) pages.finish();
        write_front(site_, newest_, months_);
        Feed feed{std::string(feed_address), std::string(folder), site_.facts.name + "：公开日志", {}, "feed.xml"};
        std::set<std::string> identities;
        for (const Entry& entry : newest_) feed.entries.push_back(feed_entry(site_, entry, identities));
        write_atom(site_, std::move(feed));
    }

  private:
    const Site& site_;
    RecordAddresses addresses_;
    std::vector<Month> months_;
    std::optional<EntryPages> month_;
    std::map<std::string, EntryPages> offices_;
    std::vector<Entry> newest_;
};

}  // namespace

void write_changes(const Site& site, records::PublicSite& records) {
    ChangeLog log(site, records);
    records.each_change([&](const PublicChange& change) { log.add(change); });
    log.finish();
}

}  // namespace pages
