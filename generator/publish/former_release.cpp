#include "generator/publish/former_release.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <utility>
#include <vector>

#include "generator/output/digest.h"
#include "generator/output/errors.h"
#include "generator/output/file_handle.h"
#include "generator/output/manifest.h"
#include "generator/output/present_files.h"
#include "generator/output/releases.h"
#include "records/errors.h"
#include "records/public_changes.h"

namespace publish {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view results = "results/by-id/", enterprises = "enterprises/";
constexpr std::size_t most_changes = 100'000;  // pages; past that making all is as quick

/// Nothing for a folder that is not there.
fs::recursive_directory_iterator walk(const fs::path& folder) {
    return fs::is_directory(folder) ? fs::recursive_directory_iterator(folder) : fs::recursive_directory_iterator();
}

/// Names and contents of all files below the folders, but for what npm fetched to make some of them.
std::string digest_of(const std::vector<fs::path>& folders) {
    output::Digest digest;
    for (const fs::path& folder : folders) {
        std::vector<fs::path> files;
        for (auto entry = walk(folder); entry != fs::end(entry); ++entry)
            if (entry->path().filename() == "node_modules")
                entry.disable_recursion_pending();
            else if (entry->is_regular_file())
                files.push_back(entry->path());
        std::sort(files.begin(), files.end());
        digest.add("folder\n");
        for (const fs::path& file : files) {
            const auto content = output::digest_file(file);
            if (!content) throw output::Failed("读不到文件：" + file.string());
            digest.add(file.lexically_relative(folder).generic_string() + '\n' + output::hex(content->sha256) + '\n');
        }
    }
    return output::hex(digest.finish());
}

/// Of the running program's file; empty when nobody can say, such as after it was replaced while it ran.
std::string program_digest() {
    std::error_code unknown;
    const fs::path file = fs::read_symlink("/proc/self/exe", unknown);
    const auto program = unknown ? std::nullopt : output::digest_file(file);
    return program ? output::hex(program->sha256) : std::string();
}

bool of_many(std::string_view page) {
    if (page.starts_with(results)) return true;
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const std::size_t folder = enterprises.size();  // enterprises/7f/…
    return page.starts_with(enterprises) && page.size() > folder + 3 && hex(page[folder]) && hex(page[folder + 1]) &&
           page[folder + 2] == '/';
}

/// The page goes among the chosen ones.
void choose(const std::string& page, pages::ChosenPages& chosen) {
    const std::string_view name = std::string_view(page).substr(page.rfind('/') + 1);
    if (!page.starts_with(results)) {
        chosen.enterprises.emplace(name);
        return;
    }
    std::int64_t id = 0;
    std::from_chars(name.data(), name.data() + name.size(), id);
    chosen.results.insert(id);
}

}  // namespace

FormerRelease::FormerRelease(const output::BuilderLock& lock, const settings::PortalFolder& folder, unsigned threads)
    : lock_(lock), threads_(threads), current_(output::current_release(lock.portal())) {
    const fs::path share = GONGSHI_SHARE;
    program_ = program_digest();
    maker_ = program_ + digest_of({share / "templates", share / "site", folder.templates()});
    content_ = digest_of({share / "content", folder.content()});
    std::string release, maker, content;
    std::ifstream(lock.releases() / ".made-with") >> release >> maker >> content;
    same_maker_ = !program_.empty() && current_ == release && maker == maker_;
    same_content_ = same_maker_ && content == content_;
}

fs::path FormerRelease::folder_of_current() const {
    return lock_.releases() / *current_;
}

/// Whether the current release's manifest has its name and its public.db is the one of the manifest.
bool FormerRelease::describes_itself() const try {
    const fs::path folder = folder_of_current();
    const auto public_db = output::digest_file(folder / "data" / "public.db");
    return public_db && output::named_by_manifest(folder) &&
           output::hex(public_db->sha256) == output::ManifestReader(folder).facts().data_digest;
} catch (const output::Failed&) {
    return false;
}

std::optional<FormerRelease::Same> FormerRelease::nothing_changed(const fs::path& public_db) const {
    if (!same_content_ || !describes_itself()) return std::nullopt;
    const auto made = output::digest_file(public_db);
    if (!made || output::hex(made->sha256) != output::ManifestReader(folder_of_current()).facts().data_digest)
        return std::nullopt;
    const auto files = output::all_present(folder_of_current(), threads_);
    return files ? std::optional(Same{*current_, *files}) : std::nullopt;
}

std::optional<pages::ChosenPages> FormerRelease::keep_pages(const fs::path& public_db,
                                                            output::ReleaseWriter& writer) const {
    if (!same_maker_ || !describes_itself()) return std::nullopt;
    std::optional<records::PublicChanges> changes;
    try {
        changes = records::changes_between(folder_of_current() / "data" / "public.db", public_db, most_changes);
    } catch (const records::Broken&) {
        return std::nullopt;
    }
    if (!changes) return std::nullopt;
    std::set<std::string, std::less<>> changed;
    for (const records::Id id : changes->results) changed.emplace(output::page_of(records::address::result(id)));
    for (const std::string& code : changes->enterprises)
        changed.emplace(output::page_of(records::address::enterprise(code)));
    const auto lost = writer.keep(
        [&](std::string_view page) { return of_many(page) && changed.find(page) == changed.end(); }, threads_);
    if (!lost) return std::nullopt;
    pages::ChosenPages chosen{std::move(changes->results), std::move(changes->enterprises)};
    for (const std::string& page : *lost) choose(page, chosen);
    return chosen;
}

void FormerRelease::remember(const std::string& release) const {
    const fs::path note = lock_.releases() / ".made-with", draft = lock_.releases() / ".made-with.new";
    std::ofstream(draft, std::ios::trunc) << release << '\n' << maker_ << '\n' << content_ << '\n';
    std::error_code ignored;  // without the note the next publish makes every page
    fs::rename(draft, note, ignored);
}

}  // namespace publish
