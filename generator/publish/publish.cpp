#include "generator/publish/publish.h"

#include <malloc.h>

#include <atomic>
#include <cstdint>
#include <fstream>
#include <set>

#include "generator/output/digest.h"
#include "generator/output/errors.h"
#include "generator/output/release_writer.h"
#include "generator/output/releases.h"
#include "generator/output/site_archive.h"
#include "generator/pages/site_pages.h"
#include "generator/publish/attachment_files.h"
#include "generator/publish/draw_files.h"
#include "generator/publish/draw_proofs.h"
#include "generator/publish/finding_sources.h"
#include "generator/publish/former_release.h"
#include "records/errors.h"
#include "records/public_tables.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace publish {

namespace {

namespace fs = std::filesystem;
using records::Portal;
using Which = Portal::Which;

/// A name a reader can read: not blank, one line, no invisible characters that make two of one.
void check_name(const std::string& name, const std::string& missing) {
    if (text::blank(name)) throw settings::Unusable(missing);
    for (const char byte : name)
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f)
            throw settings::Unusable("人名里有换行或控制字符，请重新填写");
    if (!text::is_utf8(name)) throw settings::Unusable("人名不是 UTF-8 编码，请重新填写");
}

void check_persons(const settings::Settings& settings, const PublishRequest& request) {
    if (request.preview) return;
    check_name(request.by, "请写明发布人：--by 姓名");
    if (!settings.two_persons && request.second.empty()) return;
    check_name(request.second, "本门户要求两人复核：请加 --second 复核人");
    if (text::fold(request.second) == text::fold(request.by))
        throw settings::Unusable("复核人须是另一个人，不能与发布人相同");
}

void put_offices(Portal& portal, const settings::Settings& settings) {
    for (const settings::OfficeSettings& office : settings.offices) {
        portal.put_office({office.area, office.name, office.parent, office.level, office.issuer});
        for (const std::string& department : office.departments) portal.department(office.area, department);
    }
}

pages::RenderOptions render_options(const settings::PortalFolder& folder, const PublishRequest& request) {
    pages::RenderOptions options;
    options.templates = folder.templates();
    options.content = folder.content();
    options.threads = request.threads;
    if (request.progress) options.progress = [&request](std::int64_t, std::int64_t) { request.progress(1); };
    return options;
}

void tell(const PublishRequest& request, std::string_view phase) {
    if (request.phase) request.phase(phase);
}

/// Leaves the transaction without a word: the gate refused and everything is rolled back.
struct GateRefused {
    std::vector<GateFinding> findings;
};

/// Stamps the drafts and writes public.db from them, in one transaction that a finding of the gate rolls back.
std::int64_t stamp_and_project(Portal& portal, const settings::PortalFolder& folder, const settings::Settings& settings,
                               const PublishRequest& request, const fs::path& public_db) {
    records::PrivateStore private_store = records::PrivateStore::open(folder.private_db(), false);
    std::int64_t publication = 0;
    portal.transaction([&] {
        put_offices(portal, settings);
        const auto publications = portal.publications();
        publication = portal.drafts_to_publish() > 0 || publications.empty()
                          ? portal.publish_drafts({0, request.by, request.second, request.as_of, ""})
                          : publications.back().id;
        records::PublicWriter writer(public_db);
        project(portal, settings, folder, request.as_of, Which::published, writer);
        tell(request, "privacy");
        auto findings = privacy_gate(writer, clerk_texts(folder), private_store, settings);
        name_sources(findings, portal, public_db);
        const auto of_draws = draw_gate(draw_files(public_db, folder), private_store, settings);
        findings.insert(findings.end(), of_draws.begin(), of_draws.end());
        if (!findings.empty()) throw GateRefused{std::move(findings)};
        attachment_files(public_db, folder);  // a missing one is noticed before anything is stamped
    });
    return publication;
}

/// Corrections whose former values must not be seen.
std::int64_t hidden_corrections(records::PublicSite& site) {
    const records::PublicTable& table = *records::find_public_table("correction");
    std::int64_t count = 0;
    site.each_row_of(table, 0, [&](const records::PublicTableRow& row) {
        for (std::size_t i = 0; i < row.size(); ++i) count += table.columns[i].name == "field" && row[i].text.empty();
    });
    return count;
}

/// What the one site shows that the other no longer may.
std::optional<std::string> reason_between(const fs::path& old_public_db, const fs::path& new_public_db) {
    records::PublicSite before(old_public_db), now(new_public_db);
    const auto withheld = [](records::PublicSite& site) {
        std::int64_t count = 0;
        for (const records::WithheldCount& one : site.withheld()) count += one.count;
        return count;
    };
    if (now.tombstones() > before.tombstones()) return "有记录被撤回或公示期满";
    if (hidden_corrections(now) > hidden_corrections(before)) return "有更正前的内容依法不公开";
    if (withheld(now) > withheld(before)) return "有记录改为不予公开";
    const auto old_totals = before.totals("", 0), new_totals = now.totals("", 0);
    if (new_totals.results < old_totals.results || new_totals.drawn < old_totals.drawn ||
        new_totals.enterprises < old_totals.enterprises || new_totals.plans < old_totals.plans)
        return "有记录不再公开";
    std::set<records::Id> shown;
    for (const records::PublicAttachment& attachment : now.attachments()) shown.insert(attachment.id);
    for (const records::PublicAttachment& attachment : before.attachments())
        if (!shown.contains(attachment.id)) return "有附件不再公开";
    return std::nullopt;
}

/// Why the releases before this one must not come back: something they show may no longer be shown.
std::optional<std::string> reason_to_mark(const output::BuilderLock& lock, const fs::path& new_public_db) {
    const auto current = output::current_release(lock.portal());
    if (!current) return std::nullopt;
    const fs::path old_public_db = lock.releases() / *current / "data" / "public.db";
    if (!fs::exists(old_public_db)) return std::nullopt;
    try {
        return reason_between(old_public_db, new_public_db);
    } catch (const records::Broken&) {  // of another version of the program: nobody can say what it showed
        return "由另一版本的程序发布，无法比较";
    }
}

PublishOutcome release(const settings::PortalFolder& folder, const PublishRequest& request,
                       const settings::Settings& settings) {
    const output::BuilderLock lock(folder.root, "publish");
    const output::PhaseObserver observer = [&request](output::Phase phase) {
        tell(request, output::phase_name(phase));
    };
    output::ReleaseWriter writer(lock, observer);
    const fs::path public_db = writer.temporary() / "public.db";
    PublishOutcome outcome;
    tell(request, "public.db");
    try {
        Portal portal = Portal::open(folder.portal_db(), false);
        outcome.publication = stamp_and_project(portal, folder, settings, request, public_db);
    } catch (GateRefused& refused) {
        outcome.findings = std::move(refused.findings);
        return outcome;
    }
    ::malloc_trim(0);  // what the projection held is not needed beside the pages
    Portal portal = Portal::open(folder.portal_db(), false);
    const FormerRelease former(lock, folder, request.threads);
    if (const auto same = request.rebuild ? std::nullopt : former.nothing_changed(public_db)) {
        outcome.unreviewed = unreviewed_attachments(portal);
        outcome.release = same->release;
        outcome.files = outcome.linked = static_cast<std::int64_t>(same->files);
        outcome.unchanged = true;
        if (portal.publications().back().release.empty()) portal.set_release(outcome.publication, same->release);
        return outcome;
    }
    const pages::PageSink sink{[&writer](std::string_view path, std::string_view bytes) { writer.put(path, bytes); },
                               [&writer](std::string_view path, const fs::path& file) { writer.put_file(path, file); },
                               writer.temporary()};
    pages::RenderOptions options = render_options(folder, request);
    options.archive = pages::archive_of(public_db);
    // A site small enough for an archive is made anew as quickly.
    const bool sparing = request.sparing || options.archive == pages::SiteArchive::too_large;
    if (sparing && !request.rebuild) options.only = former.keep_pages(public_db, writer);
    pages::render_site(public_db, options, sink);
    for (const auto& [address, file] : attachment_files(public_db, folder)) writer.put_file(address, file);
    const auto of_draws = draw_files(public_db, folder);
    const auto series = draw_series(portal, folder, request.as_of, Which::published);
    for (const auto& [address, file] : of_draws) writer.put_file(address, file);
    for (const auto& [address, bytes] : series) writer.put(address, bytes);
    for (const auto& [address, bytes] : draw_proofs(public_db, of_draws, series)) writer.put(address, bytes);
    writer.put_file("data/public.db", public_db);
    const auto marks_older = reason_to_mark(lock, public_db);
    const auto before = output::current_release(folder.root);
    const output::ReleaseFacts facts{request.as_of, GONGSHI_VERSION,
                                     output::hex(output::digest_file(public_db)->sha256)};
    if (options.archive == pages::SiteArchive::offered)
        output::put_site_archive(writer, facts, before ? std::optional(lock.releases() / *before) : std::nullopt);
    const output::FinishedRelease finished = writer.finish(facts);
    outcome.unreviewed = unreviewed_attachments(portal);
    outcome.release = finished.digest;
    outcome.files = static_cast<std::int64_t>(finished.files);
    outcome.linked = static_cast<std::int64_t>(finished.linked);
    outcome.unchanged = before == finished.digest;
    if (!outcome.unchanged) output::switch_to(lock, finished.digest, marks_older, observer);
    former.remember(finished.digest);
    // A later day's publish without drafts belongs to the same publication, which names the release it made first.
    if (portal.publications().back().release.empty()) portal.set_release(outcome.publication, finished.digest);
    return outcome;
}

/// A preview is a plain folder for the clerk alone: nothing is stamped, linked or switched.
PublishOutcome preview(const settings::PortalFolder& folder, const PublishRequest& request,
                       const settings::Settings& settings) {
    const output::BuilderLock lock(folder.root, "build --preview");
    Portal portal = Portal::open(folder.portal_db(), false);
    const fs::path building = folder.preview().string() + ".building";
    fs::remove_all(building);
    fs::create_directories(building / "data");
    const fs::path public_db = building / "data" / "public.db";
    tell(request, "public.db");
    portal.transaction([&] {
        put_offices(portal, settings);
        records::PublicWriter writer(public_db);
        project(portal, settings, folder, request.as_of, Which::with_drafts, writer);
    });
    std::atomic<std::int64_t> files = 0;
    const auto target = [&](std::string_view path) {
        const fs::path file = building / path;
        fs::create_directories(file.parent_path());
        ++files;
        return file;
    };
    const pages::PageSink sink{[&](std::string_view path, std::string_view bytes) {
                                   std::ofstream file(target(path), std::ios::binary);
                                   if (!file.write(bytes.data(), static_cast<std::streamsize>(bytes.size())))
                                       throw output::Failed("写不了预览文件 " + std::string(path) + "，请检查磁盘空间");
                               },
                               [&](std::string_view path, const fs::path& file) {
                                   fs::copy_file(file, target(path), fs::copy_options::overwrite_existing);
                               },
                               building};
    tell(request, "pages");
    pages::render_site(public_db, render_options(folder, request), sink);
    for (const auto& [address, file] : attachment_files(public_db, folder)) sink.put_file(address, file);
    const auto of_draws = draw_files(public_db, folder);
    const auto series = draw_series(portal, folder, request.as_of, Which::with_drafts);
    for (const auto& [address, file] : of_draws) sink.put_file(address, file);
    for (const auto& [address, bytes] : series) sink.put(address, bytes);
    for (const auto& [address, bytes] : draw_proofs(public_db, of_draws, series)) sink.put(address, bytes);
    fs::remove_all(folder.preview());
    fs::rename(building, folder.preview());
    PublishOutcome outcome;
    outcome.files = files;
    outcome.unreviewed = unreviewed_attachments(portal);
    return outcome;
}

}  // namespace

std::vector<fs::path> clerk_texts(const settings::PortalFolder& folder) {
    return {folder.content(), folder.templates(), fs::path(GONGSHI_SHARE) / "content"};
}

PublishOutcome publish_portal(const settings::PortalFolder& folder, const PublishRequest& request) {
    const settings::Settings settings = folder.settings();
    check_persons(settings, request);
    return request.preview ? preview(folder, request, settings) : release(folder, request, settings);
}

}  // namespace publish
