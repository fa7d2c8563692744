// The files of a committed draw 可核验抽取 in its folder, as portal.db knows them: nothing is read that its digest does
// not fit. Only names of the protocol's package are ever asked for; secrets lie beside them and are not.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "generator/settings/settings.h"
#include "records/portal.h"
#include "records/public_site.h"

namespace publish {

/// The file of a draw after looking at its digest. Throws output::Failed when it is missing or has changed.
std::filesystem::path checked_draw_file(const settings::PortalFolder& folder, const records::DrawFile& file);

/// One public draw with its announcement, its public files and the folder they are in.
struct DrawPackage {
    const settings::PortalFolder& folder;
    const records::PublicCommittedDraw& draw;
    std::string announcement;              // bytes
    std::vector<records::DrawFile> files;  // public ones only

    const records::DrawFile* file(std::string_view name) const;
    /// The whole bytes of a public file, nothing when it is none.
    std::optional<std::string> bytes(std::string_view name) const;
};

/// Throws output::Failed when announcement.json is not the one of D, events.json says more than may be said yet, or
/// inspectors.tsv names recused objects.
void check_package(const DrawPackage& package);

/// Strata and exclusions of quota.json, and, once opened, every row of objects.tsv with ticket and rank.
void write_strata(const DrawPackage& package, const settings::Settings& settings, records::PublicWriter& writer);
void write_pool(const DrawPackage& package, records::PublicWriter& writer);

/// The office's list for the check `series`, canonical; salt_key only where reveal.json is public.
std::string series_list(const std::vector<DrawPackage>& packages);

}  // namespace publish
