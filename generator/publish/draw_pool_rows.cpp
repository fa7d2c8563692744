// The rows of an opened draw's objects.tsv with ticket and rank.
#include <algorithm>
#include <fstream>
#include <vector>

#include "draw/commitments.h"
#include "draw/package.h"
#include "draw/pool.h"
#include "draw/seed.h"
#include "generator/output/errors.h"
#include "generator/publish/draw_package.h"
#include "records/public_site.h"

namespace publish {

namespace {

constexpr std::size_t shown_digits = 16;

/// K_obj, nothing when the draw was aborted before the random value.
std::optional<draw::Digest> ticket_key(const DrawPackage& package) {
    const auto record_bytes = package.bytes("record.json"), reveal_bytes = package.bytes("reveal.json");
    if (!record_bytes || !reveal_bytes) return std::nullopt;
    const draw::Announcement announcement = draw::read_announcement(package.announcement);
    std::vector<draw::Digest> nonces;
    for (const draw::Reveal::Nonce& one : draw::read_reveal(*reveal_bytes).nonces) nonces.push_back(one.nonce);
    return draw::keys_of(draw::announcement_digest(package.announcement), nonces, announcement.beacon.type,
                         announcement.beacon.ref, draw::read_record(*record_bytes).value)
        .object;
}

/// The tickets of the eligible objects of each stratum, smallest first.
class Ranks {
  public:
    void add(const draw::ObjectRow& row) {
        if (row.stratum_number >= tickets_.size()) tickets_.resize(row.stratum_number + std::size_t{1});
        if (row.excl.empty()) tickets_[row.stratum_number].push_back(row.ticket);
    }
    void finish() {
        for (auto& stratum : tickets_) std::sort(stratum.begin(), stratum.end());
    }
    /// From 1; of an excluded object where it would stand.
    std::int64_t of(const draw::ObjectRow& row) const {
        const auto& stratum = tickets_[row.stratum_number];
        return std::lower_bound(stratum.begin(), stratum.end(), row.ticket) - stratum.begin() + 1;
    }

  private:
    std::vector<std::vector<draw::Digest>> tickets_;  // by stratum number
};

void each_object(const std::filesystem::path& table, const std::optional<draw::Digest>& key,
                 const std::function<void(const draw::ObjectRow&)>& row) {
    std::ifstream stream(table, std::ios::binary);
    draw::ObjectWork work;
    work.ticket_key = key;
    work.each = row;
    draw::read_objects(
        [&stream](char* to, std::size_t most) {
            stream.read(to, static_cast<std::streamsize>(most));
            return static_cast<std::size_t>(stream.gcount());
        },
        work);
}

}  // namespace

void write_pool(const DrawPackage& package, records::PublicWriter& writer) try {
    const records::DrawFile* table = package.file("objects.tsv");
    if (table == nullptr) return;
    const std::filesystem::path path = checked_draw_file(package.folder, *table);
    const std::optional<draw::Digest> key = ticket_key(package);
    Ranks ranks;
    if (key) each_object(path, key, [&](const draw::ObjectRow& row) { ranks.add(row); });
    ranks.finish();
    each_object(path, key, [&](const draw::ObjectRow& row) {
        records::PublicDrawPoolRow shown{
            package.draw.draw, std::string(row.id), std::string(row.stratum), std::string(row.excl), {}, {}, {}};
        if (key) {
            shown.ticket = draw::hex(row.ticket).substr(0, shown_digits);
            (row.excl.empty() ? shown.rank : shown.rank_if_not_excluded) = ranks.of(row);
        }
        writer.draw_pool_row(shown);
    });
} catch (const draw::Unreadable& bad) {
    throw output::Failed("第 " + std::to_string(package.draw.draw) + " 号抽取的文件读不懂，已停止发布：" + bad.what());
}

}  // namespace publish
