// 抽查池: every object of a draw whose strata are public facts, once it was opened, in pages by code, each with a data
// twin that the box 我在抽查池中吗 reads. What a reader without a script needs stands on the pages themselves.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "generator/pages/committed_draw.h"
#include "generator/pages/draw_list.h"
#include "generator/pages/draw_place.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/parts.h"
#include "generator/pages/row_pages.h"

namespace pages {
namespace {

using Committed = records::PublicCommittedDraw;
using Row = records::PublicDrawPoolRow;

constexpr std::size_t pool_rows_per_page = 500;
constexpr std::size_t ranges_per_page = 500;

struct Range {
    int number = 0;  // of the page of the pool
    std::string first, last;
};

struct Stratum {
    std::string name;
    std::int64_t eligible = 0, n = 0;
    std::string last_ticket;  // of the last one drawn
};
using Strata = std::map<std::string, Stratum>;

/// How a draw ended for its objects.
struct Outcome {
    bool aborted = false;
    PublishedList list;
    std::set<std::string> codes;  // of the published list

    DrawPlace of(const Row& row, const Strata& strata) const {
        const auto found = strata.find(row.stratum);
        return place_of(row.excl.empty() ? row.rank : std::nullopt, found == strata.end() ? 0 : found->second.n,
                        codes.contains(row.id), list);
    }
};

/// Digits, letters and hyphens only (docs/draw-protocol.md, section 2): nothing that JSON would have to escape.
std::string in_quotes(std::string_view text) {
    return fmt::format("\"{}\"", text);
}

std::string place_words(DrawPlace place, std::int64_t rank, std::int64_t n) {
    switch (place) {
        case DrawPlace::no_part:
            return "没有抽取";  // aborted before the random value
        case DrawPlace::drawn:
            return fmt::format("抽中，第{}名", rank);
        case DrawPlace::replaced:
            return fmt::format("抽中（第{}名）后被替补换下，不再检查", rank);
        case DrawPlace::unlisted:
            return fmt::format("抽中，第{}名，不在公开的名单里", rank);
        case DrawPlace::substitute:
            return fmt::format("替补进入名单，候补第{}位", rank - n);
        case DrawPlace::not_drawn:
            return fmt::format("没抽中，候补第{}位", rank - n);
    }
    return {};
}

std::string what_words(const Row& row, const Strata& strata, const Outcome& outcome) {
    const auto found = strata.find(row.stratum);
    const std::int64_t n = found == strata.end() ? 0 : found->second.n;
    if (!row.excl.empty()) return fmt::format("不参加：{}", exclusion_words(row.excl));
    const std::string words = place_words(outcome.of(row, strata), row.rank.value_or(0), n);
    return outcome.aborted && row.rank ? fmt::format("已中止，没有按它检查（若按抽取结果：{}）", words) : words;
}

/// Code, stratum, reason, ticket, rank and place of each row; the rank of an excluded one is where its ticket would
/// stand.
std::string rows_twin(const std::vector<Row>& rows, const Strata& strata, const Outcome& outcome) {
    std::string json = "{\"rows\":[";
    for (const Row& row : rows)
        json += fmt::format("{}[{},{},{},{},{},{}]", json.back() == '[' ? "" : ",\n", in_quotes(row.id),
                            in_quotes(row.stratum), in_quotes(row.excl), in_quotes(row.ticket),
                            row.rank.value_or(row.rank_if_not_excluded.value_or(0)),
                            in_quotes(spelling_of(outcome.of(row, strata))));
    return json + "]}";
}

std::string index_twin(const std::vector<Range>& ranges, const Strata& strata, const Committed& draw) {
    std::string json = fmt::format("{{\"draw\":{},\"state\":{},\"size\":{},\"pages\":[", draw.draw,
                                   in_quotes(draw.state), draw.objects_size);
    for (const Range& range : ranges)
        json += fmt::format("{}[{},{}]", range.number == 1 ? "" : ",\n", in_quotes(range.first), in_quotes(range.last));
    json += "],\"strata\":{";
    bool first = true;
    for (const auto& [code, stratum] : strata) {
        json += fmt::format("{}{}:{{\"name\":{},\"eligible\":{},\"n\":{},\"last\":{}}}", first ? "" : ",",
                            in_quotes(code), nlohmann::json(stratum.name).dump(), stratum.eligible, stratum.n,
                            in_quotes(stratum.last_ticket));
        first = false;
    }
    return json + "}}";
}

std::string read_script(const Site& site) {
    std::ifstream stream(site.options.share / "site" / "pool.js", std::ios::binary);
    std::ostringstream text;
    if (!(text << stream.rdbuf())) throw BadTemplate("脚本 site/pool.js 无法读取，请检查安装是否完整。");
    return std::move(text).str();
}

void fill_box(Page& page, View view, records::Id draw) {
    View box = view.include("POOL_BOX", "pool_box.tpl");
    box.set("POOL_HREF", page.href(records::address::draw_pool(draw)));
    box.set("POOL_SCRIPT", page.href(digest_named("pool", read_script(page.site()), "js")));
}

class PoolPages {
  public:
    PoolPages(const Site& site, const records::PublicDraw& draw, const Committed& committed, Strata strata,
              Outcome outcome)
        : site_(site), draw_(draw), committed_(committed), strata_(std::move(strata)), outcome_(std::move(outcome)) {}

    void rows(int number, const std::vector<Row>& rows, bool more) {
        const records::Id id = committed_.draw;
        if (rows.empty()) return;
        ranges_.push_back({number, rows.front().id, rows.back().id});
        Page page(site_, records::address::draw_pool_page(id, number), fmt::format("对象库第{}页", number), "pool.tpl");
        start(page);
        page.crumb("对象库", records::address::draw_pool(id));
        page.twin(rows_twin(rows, strata_, outcome_));
        page.body().set("LEAD", fmt::format("{}：对象库 {} 户，按代码排列，这一页从 {} 到 {}。票号小的先抽。",
                                            title_of(draw_), committed_.objects_size, rows.front().id, rows.back().id));
        View table = page.body().add("ROWS");
        table.set("CAPTION", fmt::format("对象库第{}页（{}户）", number, rows.size()));
        for (const Row& row : rows) {
            View view = table.add("ROW");
            view.set("ID", row.id);
            view.set("STRATUM", name_of(row.stratum));
            view.set("TICKET", row.ticket);
            view.set("WHAT", what_words(row, strata_, outcome_));
        }
        fill_pager(page, number > 1 ? records::address::draw_pool_page(id, number - 1) : "",
                   more ? records::address::draw_pool_page(id, number + 1) : "", records::address::draw_pool(id),
                   "对象库分页");
        page.put();
        for (const Row& row : rows) remember_last(row);
    }

    void finish() {
        RowPages<Range> lists([&](int number, const auto& ranges, bool more) { index(number, ranges, more); },
                              ranges_per_page);
        for (const Range& range : ranges_) lists.add(range);
        lists.finish();
    }

  private:
    void start(Page& page) {
        page.section("draws");
        page.crumb("抽取", "draws/");
        page.crumb(title_of(draw_), records::address::draw(committed_.draw));
        page.dated(committed_.revealed_at.empty() ? committed_.ended_at : committed_.revealed_at);
        fill_box(page, page.body(), committed_.draw);
    }

    std::string_view name_of(const std::string& stratum) const {
        const auto found = strata_.find(stratum);
        return found == strata_.end() ? std::string_view(stratum) : std::string_view(found->second.name);
    }

    void remember_last(const Row& row) {
        const auto found = strata_.find(row.stratum);
        if (found != strata_.end() && row.excl.empty() && row.rank == found->second.n)
            found->second.last_ticket = row.ticket;
    }

    void index(int number, const std::vector<Range>& ranges, bool more) {
        const std::string folder = records::address::draw_pool(committed_.draw);
        Page page(site_, numbered_address(folder, number),
                  number == 1 ? "我在抽查池中吗？" : fmt::format("对象库目录第{}页", number), "pool.tpl");
        start(page);
        if (number > 1) page.crumb("对象库", folder);
        if (number == 1) page.twin(index_twin(ranges_, strata_, committed_));
        page.body().set("LEAD",
                        fmt::format("{}：输入代码，看它在不在对象库里、有没有参加抽取、抽中没有，以及凭什么这样说。",
                                    title_of(draw_)));
        View list = page.body().add("RANGES");
        for (const Range& range : ranges) {
            View view = list.add("RANGE");
            view.set("RANGE_HREF", page.href(records::address::draw_pool_page(committed_.draw, range.number)));
            view.set("RANGE_NUMBER", range.number);
            view.set("FIRST", range.first);
            view.set("LAST", range.last);
        }
        fill_pager(page, number > 1 ? numbered_address(folder, number - 1) : "",
                   more ? numbered_address(folder, number + 1) : "", "", "目录分页");
        page.put();
    }

    const Site& site_;
    const records::PublicDraw& draw_;
    const Committed& committed_;
    Strata strata_;
    Outcome outcome_;
    std::vector<Range> ranges_;
};

Outcome outcome_of(records::PublicSite& records, const records::PublicDraw& draw, const Committed& committed) {
    Outcome outcome;
    outcome.aborted = committed.state == "aborted";
    outcome.list = published_list(draw, committed);
    if (outcome.list.known)
        records.each_drawn_object(committed.draw,
                                  [&](const records::PublicDrawnObject& row) { outcome.codes.insert(row.code); });
    return outcome;
}

}  // namespace

void fill_pool_box(Page& page, const Committed& committed) {
    View view = page.body().add("POOL");
    if (pool_is_public(committed)) {
        view.fill("POOL_WORDS", "输入代码，看它在不在对象库里、有没有参加抽取、抽中没有。");
        return fill_box(page, view, committed.draw);
    }
    if (committed.state == "cancelled")
        return view.fill("POOL_WORDS", "抽取已取消，对象库没有公开，也没有抽中任何人。");
    if (committed.basis == "classes")
        return view.fill("POOL_WORDS",
                         "这次抽取的对象库不公开，本站查不到，也没有存着。被检查的企业，检查人员上门时会交给一张凭条，"
                         "凭条能证明这次检查和"
                         "检查人员在抽取时就已登记（在核验页里核对）。要知道自己在不在对象库里、为什么没有抽中，可以向"
                         "抽取机关、审计或监督机关申请查询。");
    view.fill("POOL_WORDS",
              fmt::format("现在还不能回答：名单公开之前，对象库保密，以免走漏。名单公开以后（最迟{}），在这里输入代码，"
                          "就能知道在不在对象库里、有没有参加抽取、抽中没有。",
                          date_words(committed.deadline)));
}

void write_pool(const Site& site, records::PublicSite& records, const records::PublicDraw& draw,
                const Committed& committed) {
    Strata strata;
    for (const auto& stratum : records.draw_strata(committed.draw))
        strata[stratum.code] = {stratum.name, stratum.eligible, stratum.n, ""};
    PoolPages pool(site, draw, committed, std::move(strata), outcome_of(records, draw, committed));
    RowPages<Row> list([&](int number, const auto& rows, bool more) { pool.rows(number, rows, more); },
                       pool_rows_per_page);
    records.each_pool_row(committed.draw, [&](const Row& row) { list.add(row); });
    list.finish();
    pool.finish();
}

void put_pool_script(const Site& site) {
    const std::string script = read_script(site);
    site.put(digest_named("pool", script, "js"), script);
}

}  // namespace pages
