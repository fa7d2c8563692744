#include "generator/publish/draw_package.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "draw/commitments.h"
#include "draw/package.h"
#include "draw/pool.h"
#include "generator/output/digest.h"
#include "generator/output/errors.h"
#include "records/public_site.h"

namespace publish {

namespace {

namespace fs = std::filesystem;

std::string named(const records::PublicCommittedDraw& draw) {
    return "第 " + std::to_string(draw.draw) + " 号抽取";
}

std::string series_state(const records::PublicCommittedDraw& draw) {
    if (draw.overdue) return "overdue";
    return draw.open() ? "open" : draw.state;
}

}  // namespace

fs::path checked_draw_file(const settings::PortalFolder& folder, const records::DrawFile& file) {
    const fs::path path = folder.draws() / std::to_string(file.draw) / file.name;
    const auto digest = output::digest_file(path);
    if (!digest || output::hex(digest->sha256) != file.sha256)
        throw output::Failed("第 " + std::to_string(file.draw) + " 号抽取的 " + file.name +
                             (digest ? " 与登记时的不同：" : " 不在了：") + path.string() +
                             "，已停止发布。请从备份恢复这个文件；若正在办理这次抽取，办完后重新发布。");
    return path;
}

const records::DrawFile* DrawPackage::file(std::string_view name) const {
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& one) { return one.name == name; });
    return found == files.end() ? nullptr : &*found;
}

std::optional<std::string> DrawPackage::bytes(std::string_view name) const {
    const records::DrawFile* known = file(name);
    if (known == nullptr) return std::nullopt;
    std::ifstream stream(checked_draw_file(folder, *known), std::ios::binary);
    std::string all{std::istreambuf_iterator<char>(stream), {}};
    if (output::hex(output::sha256(all)) != known->sha256)
        throw output::Failed(named(draw) + "的 " + known->name + " 读不完整，已停止发布。请重新发布。");
    return all;
}

void check_package(const DrawPackage& package) try {
    if (draw::hex(draw::announcement_digest(package.announcement)) != package.draw.digest ||
        package.bytes("announcement.json") != package.announcement)
        throw output::Failed(named(package.draw) + "的 announcement.json 不是承诺的那一份，已停止发布。请从备份恢复。");
    if (const auto events = package.bytes("events.json"))
        if (!package.draw.opened() && !draw::read_events(*events).openings.empty())
            throw output::Failed(named(package.draw) + "还没有公开，events.json 却已写明替补和改派，已停止发布。");
    if (const records::DrawFile* table = package.file("inspectors.tsv")) {
        std::ifstream stream(checked_draw_file(package.folder, *table), std::ios::binary);
        const auto source = [&stream](char* to, std::size_t most) {
            stream.read(to, static_cast<std::streamsize>(most));
            return static_cast<std::size_t>(stream.gcount());
        };
        if (draw::read_inspectors(source).any_recused)
            throw output::Failed(named(package.draw) + "的检查人员表里有回避关系，不能公开，已停止发布。");
    }
} catch (const draw::Unreadable& bad) {
    throw output::Failed(named(package.draw) + "的文件读不懂，已停止发布：" + bad.what());
}

/// What a stratum is called in site.toml; 全部 where nothing divides the pool.
std::string stratum_name(const settings::Settings& settings, const std::string& code) {
    const std::string name = settings::DrawCodes::name_of(settings.draw.strata, code);
    return name == "all" ? "全部" : name;
}

void write_strata(const DrawPackage& package, const settings::Settings& settings, records::PublicWriter& writer) try {
    const auto bytes = package.bytes("quota.json");
    if (!bytes) return;
    const draw::Quota quota = draw::read_quota(*bytes);
    const records::Id draw = package.draw.draw;
    for (const draw::Quota::Stratum& one : quota.strata)
        writer.draw_stratum({draw, one.code, stratum_name(settings, one.code), static_cast<std::int64_t>(one.eligible),
                             static_cast<std::int64_t>(one.n), static_cast<std::int64_t>(one.ppm)});
    for (const auto& [code, count] : quota.excluded)
        writer.draw_exclusion({draw, code, static_cast<std::int64_t>(count)});
} catch (const draw::Unreadable& bad) {
    throw output::Failed(named(package.draw) + "的文件读不懂，已停止发布：" + bad.what());
}

std::string series_list(const std::vector<DrawPackage>& packages) {
    std::vector<draw::SeriesEntry> entries;
    for (const DrawPackage& package : packages) {
        const draw::Announcement announcement = draw::read_announcement(package.announcement);
        draw::SeriesEntry& entry = entries.emplace_back();
        for (const draw::Announcement::Holder& holder : announcement.nonces) entry.commits.push_back(holder.commit);
        entry.draw = draw::announcement_digest(package.announcement);
        entry.prev = announcement.prev;
        entry.seq = announcement.seq;
        entry.series = announcement.series;
        entry.state = series_state(package.draw);
        if (const auto bytes = package.bytes("reveal.json"))
            entry.salt_key = draw::hex(draw::read_reveal(*bytes).salt_key);
    }
    return draw::series_json(entries);
}

}  // namespace publish
