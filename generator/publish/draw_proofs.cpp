#include "generator/publish/draw_proofs.h"

#include <deque>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "draw/pool_blocks.h"
#include "draw/verify.h"
#include "generator/output/errors.h"
#include "records/public_site.h"

namespace publish {
namespace {

namespace fs = std::filesystem;

/// The public files of one draw: small ones in memory, tables as sources.
class PublicPackage {
  public:
    PublicPackage(records::Id draw, const std::vector<FileAtAddress>& files) : draw_(draw) {
        for (const auto& [address, file] : files) files_[address] = file;
    }

    const fs::path* find(const char* name) const {
        const auto found = files_.find(records::address::draw_file(draw_, name));
        return found == files_.end() ? nullptr : &found->second;
    }

    std::optional<std::string_view> text(const char* name) {
        const fs::path* file = find(name);
        if (file == nullptr) return std::nullopt;
        std::ifstream stream(*file, std::ios::binary);
        std::ostringstream bytes;
        if (!(bytes << stream.rdbuf())) throw output::Failed("读不了 " + file->string() + "，请检查权限后重新发布");
        return texts_[name] = std::move(bytes).str();
    }

    draw::PackageFiles read() {
        draw::PackageFiles package;
        package.announcement = text("announcement.json").value_or("");
        package.quota = text("quota.json"), package.record = text("record.json"), package.reveal = text("reveal.json");
        package.drawn = text("drawn.json"), package.events = text("events.json"), package.end = text("end.json");
        if (const fs::path* file = find("objects.tsv")) package.objects = table(*file);
        if (const fs::path* file = find("inspectors.tsv")) package.inspectors = table(*file);
        return package;
    }

    /// A table to be read once, as long as this lives.
    draw::ByteSource table(const fs::path& file) {
        std::ifstream& stream = streams_.emplace_back(file, std::ios::binary);
        if (!stream) throw output::Failed("读不了 " + file.string() + "，请检查权限后重新发布");
        return [&stream](char* to, std::size_t most) {
            stream.read(to, static_cast<std::streamsize>(most));
            return static_cast<std::size_t>(stream.gcount());
        };
    }

  private:
    records::Id draw_;
    std::map<std::string, fs::path> files_;
    std::map<std::string, std::string, std::less<>> texts_;  // these two stay where they are: the package points there
    std::deque<std::ifstream> streams_;
};

}  // namespace

std::vector<BytesAtAddress> draw_proofs(const fs::path& public_db, const std::vector<FileAtAddress>& files,
                                        const std::vector<BytesAtAddress>& series) {
    std::vector<BytesAtAddress> made;
    records::PublicSite site(public_db);
    for (const records::PublicCommittedDraw& draw : site.committed_draws()) {
        PublicPackage package(draw.draw, files);
        try {
            draw::Told told;
            const std::string list = records::address::draw_series(draw.office_code);
            for (const auto& [address, bytes] : series)
                if (address == list) told.series = draw::read_series(bytes);
            made.emplace_back(records::address::draw_checks(draw.draw),
                              draw::report_json(draw::verify(package.read(), told)));
            const fs::path* objects = package.find("objects.tsv");
            const auto reveal = package.text("reveal.json");
            if (objects != nullptr && reveal)
                made.emplace_back(records::address::draw_pool_blocks(draw.draw),
                                  draw::pool_blocks_text(
                                      draw::pool_blocks(package.table(*objects), draw::read_reveal(*reveal).salt_key)));
        } catch (const draw::Unreadable& unreadable) {
            throw output::Failed("抽取 " + std::to_string(draw.draw) + " 的公开文件读不懂：" + unreadable.what() +
                                 "。请恢复该抽取的文件后重新发布");
        }
    }
    return made;
}

}  // namespace publish
