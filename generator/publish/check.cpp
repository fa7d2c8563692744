#include <map>

#include "generator/duties/holiday_notices.h"
#include "generator/output/builder_lock.h"
#include "generator/publish/attachment_files.h"
#include "generator/publish/draw_files.h"
#include "generator/publish/finding_sources.h"
#include "generator/publish/ledger_concerns.h"
#include "generator/publish/publish.h"

namespace publish {

namespace {

namespace fs = std::filesystem;
using records::Portal;

/// A folder that is gone again, whatever happens.
struct TemporaryFolder {
    fs::path path;
    explicit TemporaryFolder(fs::path where) : path(std::move(where)) {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

constexpr std::size_t most_of_one_sort = 20;

/// Concerns of one sort are told up to a number; the rest are counted.
class Concerns {
  public:
    void add(const char* sort, std::string place, std::string what) {
        std::vector<Concern>& list = by_sort_[sort];
        ++count_[sort];
        if (list.size() < most_of_one_sort) list.push_back({std::move(place), std::move(what)});
    }
    std::vector<Concern> take() {
        std::vector<Concern> all;
        for (auto& [sort, list] : by_sort_) {
            for (Concern& concern : list) all.push_back(std::move(concern));
            if (count_[sort] > static_cast<std::int64_t>(list.size()))
                all.push_back(
                    {sort, "另有 " + std::to_string(count_[sort] - static_cast<std::int64_t>(list.size())) + " 处"});
        }
        return all;
    }

  private:
    std::map<std::string, std::vector<Concern>> by_sort_;
    std::map<std::string, std::int64_t> count_;
};

void look_at_cells(const records::PublicEdition& edition, const std::string& place, Concerns& concerns) {
    for (const records::EditionRow& row : edition.rows)
        for (const auto& [field, value] : row.cells.values) {
            const std::string where = place + " 第" + std::to_string(row.position + 1) + "行 " + value.text;
            if (value.quantity && !value.quantity->unreadable.empty())
                concerns.add("读不懂的数量", where, value.quantity->unreadable);
            if (value.period && !value.period->unreadable.empty())
                concerns.add("读不懂的时间", where, value.period->unreadable);
        }
}

/// What readers need to reach somebody: 政府网站须有纠错和咨询的渠道.
void look_at_contact(const records::SiteFacts& site, Concerns& concerns) {
    if (site.address.empty() && site.phone.empty() && site.email.empty())
        concerns.add("没有联系方式", "site.toml [site]",
                     "没有填写 address、phone、email，读者在“纠错与咨询”页面不知道怎样联系");
    else if (site.address.empty())
        concerns.add("没有联系方式", "site.toml [site]", "没有填写 address，读者不知道申请表寄到哪里");
}

/// A sheet that says otherwise than the State Council's notice may be right, or a slip that moves every due date.
void look_at_calendar(const std::vector<records::CalendarDay>& calendar, Concerns& concerns) {
    for (const duties::CalendarConflict& conflict : duties::calendar_conflicts(calendar)) {
        const auto works = [](const std::string& kind) { return kind == "work" ? "上班" : "放假"; };
        const std::string notice =
            conflict.notice ? "国务院办公厅通知（" + conflict.notice->notice + "）是" + works(conflict.notice->kind)
                            : "国务院办公厅通知没有安排这一天";
        concerns.add("工作日历不一致", conflict.sheet.day,
                     "导入的节假日表写的是" + std::string(works(conflict.sheet.kind)) + "，" + notice +
                         "；期限按导入的表计算。只适用一个地方的假日应填写适用行政区划代码");
    }
}

std::vector<Concern> concerns_of(const fs::path& public_db) {
    records::PublicSite site(public_db);
    Concerns concerns;
    look_at_contact(site.site(), concerns);
    look_at_calendar(site.calendar(), concerns);
    for (const records::PublicPlan& plan : site.plans())
        for (const records::PublicEdition& edition : site.plan_editions(plan.plan.id))
            look_at_cells(edition, plan.plan.name, concerns);
    for (const records::PublicDraw& draw : site.draws()) {
        for (const records::PublicDrawnObject& row : site.drawn_objects(draw.draw.draw, 0, 1 << 20))
            if (row.state == "逾期未公开")
                concerns.add("逾期未公开结果", draw.task_name + " " + row.name,
                             "应于 " + row.result_due.on + " 前公开");
    }
    site.each_result([&](const records::PublicResult& result) {
        const std::string place = result.task_name + " " + result.object_name;
        if (result.facts.finished_on.empty() && result.facts.produced_on.empty() && result.standing.expired_on.empty())
            concerns.add("缺少日期的结果", place, "没有检查完成日期，也没有结果产生日期，无法计算公示期限");
        if (result.published_due.state == "late")
            concerns.add("逾期公示的结果", place, "应于 " + result.published_due.on + " 前公示");
    });
    return concerns.take();
}

}  // namespace

CheckOutcome check_portal(const settings::PortalFolder& folder, std::string_view as_of) {
    const settings::Settings settings = folder.settings();
    const output::BuilderLock lock(folder.root, "check");
    const TemporaryFolder temporary(folder.root / ".check");
    const fs::path public_db = temporary.path / "public.db";
    Portal portal = Portal::open(folder.portal_db(), false);
    records::PrivateStore private_store = records::PrivateStore::open(folder.private_db(), false);
    CheckOutcome outcome;
    outcome.drafts = portal.drafts_to_publish();
    {
        records::PublicWriter writer(public_db);
        project(portal, settings, folder, as_of, Portal::Which::with_drafts, writer);
        outcome.findings = privacy_gate(writer, clerk_texts(folder), private_store, settings);
        name_sources(outcome.findings, portal, public_db);
        const auto of_draws = draw_gate(draw_files(public_db, folder), private_store, settings);
        outcome.findings.insert(outcome.findings.end(), of_draws.begin(), of_draws.end());
    }
    attachment_files(public_db, folder);  // throws when one is missing
    outcome.concerns = ledger_concerns(portal, std::string(as_of));
    for (Concern& concern : concerns_of(public_db)) outcome.concerns.push_back(std::move(concern));
    outcome.duties = duty_report(public_db, as_of);
    for (const records::AttachmentFacts& attachment : portal.attachments(Portal::Which::with_drafts))
        if (attachment.reviewed_by.empty())
            outcome.concerns.push_back(
                {"附件待审查", "第 " + std::to_string(attachment.id) + " 号附件“" + attachment.title +
                                   "”还没有人审查，不会公开；通读后运行 gongshi attach --reviewed " +
                                   std::to_string(attachment.id) + " --by 姓名"});
    if (settings.base_url.empty())
        outcome.concerns.push_back({"site.toml", "本站地址未设置（base_url）：没有站点地图，引用和订阅里只有相对地址"});
    return outcome;
}

}  // namespace publish
