#include "generator/publish/draw_files.h"

#include "generator/publish/draw_package.h"
#include "generator/publish/draw_standing.h"

namespace publish {

namespace fs = std::filesystem;

std::vector<std::pair<std::string, fs::path>> draw_files(const fs::path& public_db,
                                                         const settings::PortalFolder& folder) {
    std::vector<std::pair<std::string, fs::path>> files;
    records::PublicSite site(public_db);
    for (const records::PublicCommittedDraw& draw : site.committed_draws())
        for (const records::PublicDrawFile& file : site.draw_files(draw.draw))
            files.emplace_back(records::address::draw_file(file.draw, file.name),
                               checked_draw_file(folder, {file.draw, file.name, file.sha256, file.size, ""}));
    return files;
}

std::vector<std::pair<std::string, std::string>> draw_series(records::Portal& portal,
                                                             const settings::PortalFolder& folder,
                                                             std::string_view as_of, records::Portal::Which which) {
    std::vector<std::pair<std::string, std::string>> lists;
    const std::vector<records::PublicCommittedDraw> draws = committed_draws(portal, which, as_of);
    std::vector<DrawPackage> packages;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        packages.push_back({folder, draws[i], portal.committed_draw(draws[i].draw)->announcement,
                            public_files(draws[i], portal.draw_files(draws[i].draw, which))});
        if (i + 1 < draws.size() && draws[i + 1].office_code == draws[i].office_code) continue;
        lists.emplace_back(records::address::draw_series(draws[i].office_code), series_list(packages));
        packages.clear();
    }
    return lists;
}

}  // namespace publish
