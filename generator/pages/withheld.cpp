// 没有公开的内容: how many, of which office and kind and on what ground, the legal basis in plain words, and how to
// ask. Nothing else is known here: public.db has counts only.
#include <fmt/format.h>

#include <array>

#include "generator/pages/kinds.h"
#include "generator/pages/ledger.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

/// What the regulation says about a ground, found by a word of it. 政府信息公开条例 (2019修订).
struct LegalBasis {
    std::string_view word, says;
};
constexpr std::array<LegalBasis, 12> bases{{
    {"国家秘密", "条例第十四条：国家秘密不予公开"},
    {"安全", "条例第十四条：公开后可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开"},
    {"稳定", "条例第十四条：公开后可能危及国家安全、公共安全、经济安全、社会稳定的，不予公开"},
    {"商业秘密",
     "条例第十五条：涉及商业秘密、公开会损害他人合法权益的，不公开；权利人同意或者不公开对公共利益影响重大的除外"},
    {"个人隐私",
     "条例第十五条：涉及个人隐私、公开会损害他人合法权益的，不公开；本人同意或者不公开对公共利益影响重大的除外"},
    {"第三方", "条例第十五条：公开会损害第三方合法权益的，不公开；第三方同意或者不公开对公共利益影响重大的除外"},
    {"案卷", "条例第十六条：行政执法案卷信息可以不予公开"},
    {"内部", "条例第十六条：人事、后勤、内部工作流程等内部事务信息可以不予公开"},
    {"过程", "条例第十六条：讨论记录、过程稿等过程性信息可以不予公开"},
    {"未完结", "条例第十六条：正在办理的过程性信息可以不予公开"},
    {"依申请", "条例第二十七条：不主动公开，但可以申请获取"},
    {"警告", "《市场监督管理行政处罚信息公示规定》：仅受到警告处罚的，不公示"},
}};

std::string_view basis_of(std::string_view ground) {
    for (const LegalBasis& basis : bases)
        if (ground.find(basis.word) != std::string_view::npos) return basis.says;
    return "作出决定的机关登记的理由；要求公开时，机关应当说明依据";
}

void fill_counts(Page& page, const std::vector<records::WithheldCount>& counts) {
    std::int64_t all = 0;
    Table table(page, page.body(), "TABLE", "没有公开的数量", {"区县", "种类", "理由", "依据的意思", "数量"});
    for (const std::size_t column : {0, 1}) table.column_style(column, "narrow");
    table.column_style(4, "number");
    for (const records::WithheldCount& count : counts) {
        all += count.count;
        table.row();
        if (count.office.empty())
            table.text("不分区县");
        else
            table.link(records::address::office(count.office), page.site().office_name(count.office));
        table.text(record_kind_words(count.kind));
        table.text(count.ground.empty() ? "没有登记理由" : count.ground);
        table.text(basis_of(count.ground));
        table.number(count.count);
    }
    if (counts.empty())
        page.body().show("NOTHING_WITHHELD");
    else
        page.body().fill("SUMMARY", fmt::format("共有 {} 条没有公开。每一条只计入数量和理由。", all));
}

}  // namespace

void write_withheld(const Site& site, records::PublicSite& records) {
    Page page(site, "withheld/", "没有公开的内容", "withheld.tpl");
    page.crumb("数据", "data/");
    page.describe("依法没有公开的有多少、为什么、依据什么，怎样申请公开。");
    fill_counts(page, records.withheld());
    FactList facts(page, page.body(), "FACTS");
    facts.text("主办单位", site.facts.publisher);
    facts.text("地址", site.facts.address);
    facts.text("电话", site.facts.phone);
    facts.text("邮箱", site.facts.email);
    page.put();
}

}  // namespace pages
