#include "generator/attachments/attachments.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "generator/output/digest.h"
#include "generator/output/errors.h"
#include "generator/output/verify_archive.h"
#include "records/errors.h"
#include "records/sql_connection.h"
#include "tests/clerks_portal.h"
#include "tests/pages_site.h"
#include "tests/portal_world.h"
#include "tests/small_documents.h"

using records::Portal;
using settings::Unusable;
using Which = Portal::Which;

namespace {

/// A clerk's portal with one of everything imported, not yet published.
struct Office {
    tests::ClerksPortal clerk;
    Office() { clerk.import_before(""); }

    Portal master() const { return Portal::open(clerk.portal().portal_db(), false); }
    attachments::Request request(const std::string& to, const std::string& reviewed_by = "",
                                 const std::string& bytes = tests::pdf()) const {
        clerk.write("notice.bin", bytes);
        return {clerk.portal().root / "notice.bin", to, "调整通知", "甲", "2026-11-18", reviewed_by};
    }
    records::Id attach(const std::string& to, const std::string& reviewed_by = "",
                       const std::string& bytes = tests::pdf()) const {
        Portal portal = master();
        return attachments::attach(portal, clerk.portal(), request(to, reviewed_by, bytes));
    }
    void review(records::Id id, const std::string& by = "乙审查") const {
        Portal portal = master();
        attachments::review(portal, clerk.portal(), id, by, "2026-11-19");
    }
    void publish() const { REQUIRE(clerk.publish().findings.empty()); }
    std::filesystem::path release() const { return clerk.portal().releases() / clerk.shown(); }
    std::string published(const std::string& path) const { return tests::read_file(release() / path); }
    bool has_attachments() const { return std::filesystem::exists(release() / "attachments"); }
    std::vector<std::filesystem::path> stored() const {
        std::vector<std::filesystem::path> files;
        if (std::filesystem::exists(clerk.portal().attachments()))
            for (const auto& entry : std::filesystem::directory_iterator(clerk.portal().attachments()))
                files.push_back(entry.path());
        return files;
    }
};

std::string refused(const std::function<void()>& work) {
    try {
        work();
    } catch (const Unusable& error) {
        return error.what();
    }
    return "";
}

std::string page_of(const std::string& kind) {
    const std::map<std::string, std::string> pages{{"plan:1/0", "plans/1/0/index"},
                                                   {"item-list:1/0", "item-lists/1/0/index"},
                                                   {"task:1", "tasks/1/index"},
                                                   {"draw:1", "draws/1/index"},
                                                   {"result:1", "results/by-id/0/1"}};
    return pages.at(kind);
}

}  // namespace

TEST_CASE("a reviewed attachment is shown on the page of its record, of every kind", "[attachments]") {
    const std::string to = GENERATE("plan:1/0", "item-list:1/0", "task:1", "draw:1", "result:1");
    INFO(to);
    const Office office;
    office.publish();
    CHECK(office.published(page_of(to) + ".html").find("附件") == std::string::npos);
    const records::Id id = office.attach(to, "乙审查");
    office.publish();

    const std::string digest = output::hex(output::sha256(tests::pdf()));
    const std::string address = "attachments/" + digest.substr(0, 8) + "/" + std::to_string(id) + ".pdf";
    CHECK(office.published(address) == tests::pdf());
    const std::string page = office.published(page_of(to) + ".html");
    for (const std::string& part : {std::string("<h2 id=\"attachments\">附件</h2>"), std::string("调整通知"), address,
                                    std::string("download=\"调整通知.pdf\""), digest, std::string("PDF，1 kB")})
        CHECK_THAT(page, Catch::Contains(part));
    const auto json = nlohmann::json::parse(office.published(page_of(to) + ".json"));
    REQUIRE(json["attachments"].size() == 1);
    CHECK(json["attachments"][0]["file"] == address);
    CHECK(json["attachments"][0]["sha256"] == digest);
    CHECK(json["attachments"][0]["title"] == "调整通知");
    CHECK(output::verify_release(office.release()).whole());
    CHECK(output::verify_archive(office.release() / "data/site.zip").whole());
}

TEST_CASE("an attachment nobody has reviewed never reaches a release, a preview or public.db", "[attachments]") {
    const Office office;
    office.publish();
    const std::string before = office.clerk.shown();
    const records::Id id = office.attach("plan:1/0");
    const auto outcome = office.clerk.publish();
    CHECK(outcome.unchanged);
    CHECK(outcome.unreviewed == 1);
    CHECK(office.clerk.shown() == before);
    CHECK(office.master().publications().size() == 1);
    CHECK(office.clerk.drafts() == 1);
    const auto check = publish::check_portal(office.clerk.portal(), "2026-11-18");
    CHECK(check.drafts == 0);
    CHECK(std::any_of(check.concerns.begin(), check.concerns.end(),
                      [](const auto& concern) { return concern.place == "附件待审查"; }));
    publish::PublishRequest preview;
    preview.preview = true;
    preview.as_of = "2026-11-18";
    publish::publish_portal(office.clerk.portal(), preview);
    CHECK(records::PublicSite(office.clerk.portal().preview() / "data/public.db").attachments().empty());
    CHECK_FALSE(std::filesystem::exists(office.clerk.portal().preview() / "attachments"));

    office.review(id);
    publish::publish_portal(office.clerk.portal(), preview);
    CHECK(records::PublicSite(office.clerk.portal().preview() / "data/public.db").attachments().size() == 1);
    office.publish();
    CHECK(office.has_attachments());
    CHECK(office.master().publications().size() == 2);
    CHECK(office.clerk.drafts() == 0);
}

TEST_CASE("who reviewed an attachment stays in the portal", "[attachments]") {
    const Office office;
    office.review(office.attach("plan:1/0"), "审查员某某");
    office.publish();
    CHECK(office.has_attachments());
    for (const auto& [path, bytes] : office.clerk.published_files()) {
        INFO(path);
        CHECK(bytes.find("审查员某某") == std::string::npos);
    }
}

TEST_CASE("a published attachment can be neither undone, replaced nor reviewed again", "[attachments]") {
    const Office office;
    const records::Id id = office.attach("plan:1/0", "乙审查");
    office.publish();
    Portal portal = office.master();
    CHECK_THROWS_AS(portal.undo_batch(portal.batches().back().id), records::Refused);
    CHECK_THAT(refused([&] { office.review(id); }), Catch::Contains("已经审查过"));
    CHECK_THAT(refused([&] { office.attach("plan:1/0", "丙"); }), Catch::Contains("是第 1 号附件"));
    auto facts = *portal.attachment(id);
    facts.title = "另一个标题";
    const records::Id batch = tests::batch(portal);
    CHECK_THROWS_AS(portal.add_attachment(batch, facts), records::Refused);
    records::SqlConnection sql(office.clerk.portal().portal_db(), records::SqlConnection::Access::read_write);
    CHECK_THROWS_AS(sql.run("DELETE FROM attachment"), records::Refused);
    CHECK_THROWS_AS(sql.run("UPDATE attachment SET title='x'"), records::Refused);
}

TEST_CASE("no program can publish an attachment that nobody has reviewed", "[attachments]") {
    const Office office;
    office.publish();
    office.attach("plan:1/0");
    records::SqlConnection sql(office.clerk.portal().portal_db(), records::SqlConnection::Access::read_write);
    CHECK_THROWS_AS(sql.run("UPDATE batch SET publication=1 WHERE publication IS NULL"), records::Refused);
}

TEST_CASE("undoing a draft attachment removes its file, undoing a review brings the waiting one back",
          "[attachments]") {
    const Office office;
    office.publish();
    const records::Id id = office.attach("plan:1/0");
    office.review(id);
    Portal portal = office.master();
    CHECK(office.stored().size() == 1);
    portal.undo_batch(portal.batches().back().id);
    attachments::remove_unnamed_files(portal, office.clerk.portal());
    CHECK(portal.attachment(id)->reviewed_by.empty());
    CHECK(office.stored().size() == 1);
    portal.undo_batch(portal.batches().back().id);
    attachments::remove_unnamed_files(portal, office.clerk.portal());
    CHECK(portal.attachments(Which::with_drafts).empty());
    CHECK(office.stored().empty());
}

TEST_CASE("a file of an attachment that is gone or changed stops a publication before anything is stamped",
          "[attachments]") {
    const Office office;
    office.attach("plan:1/0", "乙审查");
    const std::filesystem::path file = office.stored().at(0);
    SECTION("gone") {
        std::filesystem::remove(file);
    }
    SECTION("changed") {
        std::ofstream(file) << tests::pdf("other");
    }
    CHECK_THROWS_WITH(office.clerk.publish(), Catch::Contains("附件"));
    CHECK(office.master().publications().empty());
    CHECK(office.clerk.shown().empty());
    CHECK_THROWS_AS(publish::check_portal(office.clerk.portal(), "2026-11-18"), output::Failed);
}

TEST_CASE("an attachment of a record that is not public is not public either", "[attachments]") {
    const Office office;
    office.attach("result:1", "乙审查");
    Portal portal = office.master();
    const records::Id batch = tests::batch(portal);
    portal.add_withdrawal(batch, "result", 1, "2026-11-17", "录入有误");
    office.publish();
    CHECK_FALSE(office.has_attachments());
}

TEST_CASE("a withdrawn attachment is gone from the site, and older releases with it do not come back",
          "[attachments]") {
    const Office office;
    const records::Id id = office.attach("plan:1/0", "乙审查");
    office.publish();
    const std::string before = office.clerk.shown();
    Portal portal = office.master();
    CHECK_THAT(refused([&] { attachments::withdraw(portal, id, " ", "甲", "2026-11-18"); }), Catch::Contains("理由"));
    CHECK_THAT(refused([&] { attachments::withdraw(portal, 9, "有误", "甲", "2026-11-18"); }),
               Catch::Contains("没有第 9 号"));
    attachments::withdraw(portal, id, "含有不宜公开的内容", "甲", "2026-11-18");
    CHECK_THAT(refused([&] { attachments::withdraw(portal, id, "再", "甲", "2026-11-18"); }),
               Catch::Contains("已经撤回"));
    office.attach("plan:1/0", "乙审查", tests::pdf("mended"));  // as many as before
    office.publish();
    CHECK(attachments::list(portal)[0].withdrawn);
    CHECK_THAT(office.published("plans/1/0/index.html"),
               !Catch::Contains("attachments/" + output::hex(output::sha256(tests::pdf())).substr(0, 8)));
    const output::BuilderLock lock(office.clerk.portal().root, "rollback");
    CHECK_THAT(output::rollback(lock, before).refusal, Catch::Contains("附件"));
    CHECK_THAT(refused([&] { attachments::withdraw(portal, office.attach("draw:1"), "有误", "甲", "2026-11-18"); }),
               Catch::Contains("gongshi undo"));
}

TEST_CASE("a secret in an attachment's title stops the publication", "[attachments]") {
    const Office office;
    Portal portal = office.master();
    attachments::Request request = office.request("plan:1/0", "乙审查");
    request.title = "联系人 13800138000";
    attachments::attach(portal, office.clerk.portal(), request);
    const auto outcome = office.clerk.publish();
    REQUIRE_FALSE(outcome.findings.empty());
    CHECK(outcome.findings[0].table == "attachment");
}

TEST_CASE("what cannot be attached is told with what to do", "[attachments]") {
    const Office office;
    for (const std::string to : {"plan:1/7", "plan:1", "plan:0/0", "plan:x/0", "plans:1/0", "draw:99", "task:99",
                                 "result:99", "draw:1/0", "", ":", "plan:1/0/1", "plan:-1/0"}) {
        INFO(to);
        CHECK_THAT(refused([&] { office.attach(to); }), Catch::Contains("这个位置"));
    }
    CHECK(office.stored().empty());
    CHECK_THAT(refused([&] { office.attach("plan:1/0", "", "MZ"); }), Catch::Contains("不是 PDF"));
    CHECK_THAT(refused([&] { office.attach("plan:1/0", " "); }), Catch::Contains("审查人"));
    Portal portal = office.master();
    attachments::Request request = office.request("plan:1/0");
    request.title = "两\n行";
    CHECK_THAT(refused([&] { attachments::attach(portal, office.clerk.portal(), request); }), Catch::Contains("一行"));
    request.file = "absent.pdf";
    request.title = "标题";
    CHECK_THAT(refused([&] { attachments::attach(portal, office.clerk.portal(), request); }),
               Catch::Contains("找不到文件"));
    CHECK_THAT(refused([&] { office.review(5); }), Catch::Contains("没有第 5 号附件"));
}

TEST_CASE("the list says where each attachment is and how it stands", "[attachments]") {
    const Office office;
    office.attach("plan:1/0", "乙审查");
    office.publish();
    office.attach("draw:1", "", tests::docx());
    office.attach("item-list:1/0", "丙审查", tests::pdf("2"));
    Portal portal = office.master();
    const auto all = attachments::list(portal);
    REQUIRE(all.size() == 3);
    CHECK(all[0].place == "plan:1/0");
    CHECK(all[0].published);
    CHECK(all[1].place == "draw:1");
    CHECK(all[1].facts.reviewed_by.empty());
    CHECK(all[1].facts.type == "docx");
    CHECK(all[2].place == "item-list:1/0");
    CHECK_FALSE(all[2].published);
}

TEST_CASE("the data page offers the offline archive exactly when the release has one", "[publish]") {
    const Office office;
    office.publish();
    CHECK(std::filesystem::exists(office.release() / "data/site.zip"));
    CHECK_THAT(office.published("data/index.html"), Catch::Contains("href=\"../data/site.zip\""));
    const tests::Scratch scratch;
    tests::write_example(scratch / "public.db");
    for (const auto& [archive, word] :
         {std::pair(pages::SiteArchive::none, ""), std::pair(pages::SiteArchive::too_large, "不提供整站离线包")}) {
        pages::RenderOptions options;
        options.archive = archive;
        const tests::RenderedSite site(scratch / "public.db", scratch / "temporary", 1, options);
        CHECK(site.at("data/index.html").find("site.zip\"") == std::string::npos);
        CHECK_THAT(site.at("data/index.html"), Catch::Contains(word));
    }
    CHECK(pages::archive_of(scratch / "public.db") == pages::SiteArchive::offered);
}
