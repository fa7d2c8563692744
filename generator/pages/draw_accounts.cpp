#include "generator/pages/draw_accounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "generator/pages/draw_list.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/kinds.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

using Committed = records::PublicCommittedDraw;

/// Excluded objects of an opened draw, and how many of them would have been drawn.
struct Excluded {
    std::int64_t all = 0, would_be_drawn = 0;
};

Excluded excluded_of(records::PublicSite& records, const Committed& draw) {
    Excluded excluded;
    if (!pool_is_public(draw)) return excluded;
    for (const auto& stratum : records.stratum_outcomes(draw.draw))
        excluded.all += stratum.excluded, excluded.would_be_drawn += stratum.excluded_drawn;
    return excluded;
}

class AccountPage {
  public:
    AccountPage(const Site& site, records::PublicSite& records, const DrawAccount& account)
        : records_(records),
          account_(account),
          page_(site, records::address::draw_year(account.office_code, account.year), title(site, account),
                "draw_account.tpl") {
        for (const Committed& draw : account_.draws) excluded_.push_back(excluded_of(records, draw));
    }

    void write() {
        page_.section("draws");
        page_.crumb("抽取", "draws/");
        page_.describe(page_.site().facts.name + "：可核验的抽取，一年里承诺、取消、抽取、公开、中止和逾期的次数。");
        page_.body().set(
            "LEAD", fmt::format("机关 {} 在{}年公布承诺的抽取，逐次列出结局。", account_.office_code, account_.year));
        page_.body().set("SERIES_HREF", page_.href(records::address::draw_series(account_.office_code)));
        figures();
        table();
        page_.put();
    }

  private:
    static std::string title(const Site& site, const DrawAccount& account) {
        return fmt::format("{}{}年抽取台账",
                           account.area.empty() ? account.office_code : site.office_name(account.area), account.year);
    }

    /// One figure with the draws it counts: how many each of them adds.
    void figure(std::string_view words, const std::function<std::int64_t(std::size_t)>& counted,
                std::string_view note = {}, bool once = true) {
        View view = page_.body().add("FIGURE");
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < account_.draws.size(); ++i) {
            const std::int64_t count = counted(i);
            if (count == 0) continue;
            sum += count;
            View of = view.add("OF");
            of.set("OF_HREF", page_.href(records::address::draw(account_.draws[i].draw)));
            of.set("OF_WORDS", once ? fmt::format("序号{}", account_.draws[i].seq)
                                    : fmt::format("序号{}（{}）", account_.draws[i].seq, count));
        }
        view.set("FIGURE_WORDS", words);
        view.set("FIGURE_COUNT", sum);
        view.fill("FIGURE_NOTE", note);
    }

    void figures() {
        const auto& draws = account_.draws;
        const auto state = [&](std::string_view name) {
            return [&draws, name](std::size_t i) { return static_cast<std::int64_t>(draws[i].state == name); };
        };
        figure("公布承诺", [](std::size_t) { return 1; });
        figure("已取消", state("cancelled"));
        figure("已抽取", [&](std::size_t i) { return static_cast<std::int64_t>(!draws[i].recorded_at.empty()); });
        figure("名单已公开", state("revealed"));
        figure("已中止", state("aborted"));
        figure("逾期未公开", [&](std::size_t i) { return static_cast<std::int64_t>(draws[i].overdue); });
        figure(
            "替补", [&](std::size_t i) { return draws[i].replaced; }, "户", false);
        figure(
            "改派检查人员", [&](std::size_t i) { return draws[i].reassigned; }, "次", false);
        figure(
            "没有配齐的名额", [&](std::size_t i) { return draws[i].unfilled.value_or(0); }, "个", false);
        Excluded all;
        for (const Excluded& one : excluded_) all.all += one.all, all.would_be_drawn += one.would_be_drawn;
        const std::string note =
            all.all == 0 ? "没有可以计算的"
                         : fmt::format("户，占排除的 {} 户的 {}", all.all, share_words(all.would_be_drawn, all.all));
        figure(
            "被排除而本会抽中", [&](std::size_t i) { return excluded_[i].would_be_drawn; }, note, false);
    }

    void table() {
        Table table(page_, page_.body(), "TABLE", fmt::format("逐次（{}次）", account_.draws.size()),
                    {"序号", "抽取", "公布承诺", "状态", "应抽", "替补", "改派", "没有配齐", "排除"});
        table.column_style(0, "number");
        table.column_style(2, "date");
        for (std::size_t column = 4; column < 9; ++column) table.column_style(column, "number");
        for (std::size_t i = 0; i < account_.draws.size(); ++i) {
            const Committed& draw = account_.draws[i];
            const auto record = records_.draw(draw.draw);
            page_.dated(draw.announced_at);
            table.row();
            table.number(draw.seq);
            table.link(records::address::draw(draw.draw), record ? title_of(*record) : draw.title);
            table.date(draw.announced_at.substr(0, 10));
            table.state(committed_state(draw));
            table.number(draw.drawn);
            table.number(draw.replaced);
            table.number(draw.reassigned);
            table.text(draw.unfilled ? fmt::format("{}", *draw.unfilled) : draw.open() ? "公开后可知" : "");
            table.text(draw.basis == "classes" ? "不公开" : excluded_words(draw));
        }
    }

    std::string excluded_words(const Committed& draw) {
        std::int64_t count = 0;
        for (const auto& row : records_.draw_exclusions(draw.draw)) count += row.count;
        return fmt::format("{}", count);
    }

    records::PublicSite& records_;
    const DrawAccount& account_;
    Page page_;
    std::vector<Excluded> excluded_;  // of each draw
};

}  // namespace

std::vector<DrawAccount> draw_accounts(records::PublicSite& records) {
    std::map<std::pair<std::string, int>, DrawAccount> accounts;
    for (records::PublicCommittedDraw& draw : records.committed_draws()) {
        int year = 0;
        for (const char digit : draw.announced_at.substr(0, 4)) year = year * 10 + (digit - '0');
        DrawAccount& account = accounts[{draw.office_code, year}];
        account.office_code = draw.office_code, account.year = year;
        if (account.area.empty())
            if (const auto record = records.draw(draw.draw)) account.area = record->office;
        account.draws.push_back(std::move(draw));
    }
    std::vector<DrawAccount> all;
    for (auto& [key, account] : accounts) {
        std::sort(account.draws.begin(), account.draws.end(),
                  [](const auto& a, const auto& b) { return a.seq < b.seq; });
        all.push_back(std::move(account));
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.office_code != b.office_code ? a.office_code < b.office_code : a.year > b.year;
    });
    return all;
}

std::string account_words(const DrawAccount& account) {
    return fmt::format("{}年抽取台账（承诺 {} 次）", account.year, account.draws.size());
}

void write_draw_accounts(const Site& site, records::PublicSite& records) {
    for (const DrawAccount& account : draw_accounts(records)) AccountPage(site, records, account).write();
}

}  // namespace pages
