// What of the current release a publish need not make again. Nothing is taken over on trust in the clock or in names:
// the pages must have been made by the same program from the same templates and style (a note beside the releases says
// so), and every row that a page shows must be the same in the current release's public.db, which must be the one its
// manifest tells. What this does not notice is another version of a library the program uses, after which a publish
// with --rebuild makes everything anew.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "generator/output/builder_lock.h"
#include "generator/output/release_writer.h"
#include "generator/pages/site_pages.h"
#include "generator/settings/settings.h"

namespace publish {

class FormerRelease {
  public:
    /// Reads the program, the templates, the style and the guides; throws output::Failed when it cannot.
    FormerRelease(const output::BuilderLock& lock, const settings::PortalFolder& folder, unsigned threads);

    struct Same {
        std::string release;
        std::uint64_t files = 0;
    };
    /// The current release, when it was made from the same bytes throughout and each of its files is there with its
    /// size: then there is nothing to publish.
    std::optional<Same> nothing_changed(const std::filesystem::path& public_db) const;

    /// Puts into the writer, from the current release, the pages of results and enterprises that would come out the
    /// same, and answers which of them are to be made; nothing when all are.
    std::optional<pages::ChosenPages> keep_pages(const std::filesystem::path& public_db,
                                                 output::ReleaseWriter& writer) const;

    /// Notes what this release was made with, once readers see it.
    void remember(const std::string& release) const;

  private:
    std::filesystem::path folder_of_current() const;
    bool describes_itself() const;
    const output::BuilderLock& lock_;
    unsigned threads_;
    std::optional<std::string> current_;
    std::string program_, maker_, content_;  // digests
    bool same_maker_ = false, same_content_ = false;
};

}  // namespace publish
