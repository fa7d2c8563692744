#include "generator/output/site_archive.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include "generator/output/errors.h"
#include "generator/output/offline_page.h"

namespace output {
namespace {

namespace fs = std::filesystem;

constexpr zip_uint16_t first_day = 0x0021, midnight = 0;  // 1980-01-01: a file's time says nothing here
constexpr int most_waiting = 20'000;  // the library takes 3 kB for each, so they are written in portions
constexpr zip_uint32_t regular_file = static_cast<zip_uint32_t>(S_IFREG | 0644) << 16U;

bool is_page(std::string_view path) {
    return path.ends_with(".html");
}
bool packed_already(std::string_view path) {
    for (const std::string_view ending : {".xlsx", ".docx", ".pdf", ".zip", ".gz", ".br"})
        if (path.ends_with(ending)) return true;
    return false;
}

std::string read_page(const fs::path& folder, std::string_view path) {
    std::ifstream stream(folder / path, std::ios::binary);
    std::string html{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) throw Failed("读不了刚生成的页面：" + std::string(path));
    return offline_page(html, path, site_archive_name);
}

/// What stands in the archive: the release's files, pages as they are offline.
ManifestEntries inner_entries(const fs::path& folder, const ManifestEntries& entries) {
    ManifestEntries inner;
    entries.each([&](const ManifestEntry& entry) {
        if (entry.path == site_archive_name) return;
        if (!is_page(entry.path)) return inner.add(entry);
        const std::string page = read_page(folder, entry.path);
        inner.add({sha256(page), page.size(), entry.path});
    });
    return inner;
}

/// A page on its way into the archive: read and rewritten when the library asks for it, one at a time.
struct PageSource {
    fs::path folder;
    std::string path;
    std::uint64_t size;
    std::string bytes = {};
    std::size_t at = 0;

    zip_int64_t stat(void* data, zip_uint64_t length) const {
        zip_stat_t about;
        if (length < sizeof about) return -1;
        zip_stat_init(&about);
        about.size = size;
        about.valid |= ZIP_STAT_SIZE;
        std::memcpy(data, &about, sizeof about);
        return sizeof about;
    }
    zip_int64_t read(void* data, zip_uint64_t length) {
        const std::size_t piece = std::min<std::size_t>(length, bytes.size() - at);
        std::memcpy(data, bytes.data() + at, piece);
        at += piece;
        return static_cast<zip_int64_t>(piece);
    }
    static zip_int64_t call(void* self, void* data, zip_uint64_t length, zip_source_cmd_t command) try {
        auto* source = static_cast<PageSource*>(self);
        switch (command) {
            case ZIP_SOURCE_SUPPORTS:
                return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                                      ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
            case ZIP_SOURCE_OPEN:
                source->bytes = read_page(source->folder, source->path);
                source->at = 0;
                return source->bytes.size() == source->size ? 0 : -1;
            case ZIP_SOURCE_READ:
                return source->read(data, length);
            case ZIP_SOURCE_CLOSE:
                source->bytes = {};
                return 0;
            case ZIP_SOURCE_STAT:
                return source->stat(data, length);
            case ZIP_SOURCE_ERROR: {
                const int error[2] = {ZIP_ER_READ, 0};
                std::memcpy(data, error, sizeof error);
                return sizeof error;
            }
            case ZIP_SOURCE_FREE:
                delete source;
                return 0;
            default:
                return -1;
        }
    } catch (...) {  // must not pass through the library, which then reports that the source could not be read
        return -1;
    }
};

class Archive {
  public:
    explicit Archive(const fs::path& target) : target_(target) { open(ZIP_CREATE | ZIP_EXCL); }
    ~Archive() {
        if (zip_ != nullptr) zip_discard(zip_);
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    void add_file(const fs::path& folder, const std::string& path) {
        add(path, zip_source_file(zip_, (folder / path).c_str(), 0, -1));
    }
    void add_page(const fs::path& folder, const std::string& path, std::uint64_t size) {
        auto page = std::make_unique<PageSource>(PageSource{folder, path, size});
        zip_source_t* source = zip_source_function(zip_, &PageSource::call, page.get());
        if (source != nullptr) page.release();  // the library frees it
        add(path, source);
    }
    void close() {
        if (zip_close(zip_) != 0) refuse(target_.string());
        zip_ = nullptr;
    }

  private:
    void open(int how) {
        int error = 0;
        zip_ = zip_open(target_.c_str(), how, &error);
        if (zip_ == nullptr) throw Failed("写不了离线整站包：" + target_.string() + "。请检查磁盘空间后重新发布。");
    }
    void add(const std::string& path, zip_source_t* source) {
        if (source == nullptr) refuse(path);
        const zip_int64_t added = zip_file_add(zip_, path.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (added < 0) {
            zip_source_free(source);
            refuse(path);
        }
        const auto index = static_cast<zip_uint64_t>(added);
        if (zip_set_file_compression(zip_, index, packed_already(path) ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 6) != 0 ||
            zip_file_set_dostime(zip_, index, midnight, first_day, 0) != 0 ||
            zip_file_set_external_attributes(zip_, index, 0, ZIP_OPSYS_UNIX, regular_file) != 0)
            refuse(path);
        if (++waiting_ < most_waiting) return;
        close();
        open(0);
        waiting_ = 0;
    }
    [[noreturn]] void refuse(const std::string& path) const {
        throw Failed("写不成离线整站包（" + path + "）：" + zip_strerror(zip_) + "。请检查磁盘空间后重新发布。");
    }

    fs::path target_;
    zip_t* zip_ = nullptr;
    int waiting_ = 0;  // entries the library has not yet written
};

/// Whether a release consists of these files under these facts, its archive left out; then the archive's digest.
std::optional<Sha256> archive_of_same(const fs::path& current, const ManifestEntries& entries,
                                      const ReleaseFacts& facts) try {
    ManifestReader manifest(current);
    if (manifest.facts().as_of != facts.as_of || manifest.facts().program != facts.program ||
        manifest.facts().data_digest != facts.data_digest)
        return std::nullopt;
    std::optional<Sha256> archive;
    bool same = true;
    const auto next = [&] {
        auto entry = manifest.next();
        if (!entry || entry->path != site_archive_name) return entry;
        archive = entry->sha256;
        return manifest.next();
    };
    entries.each([&](const ManifestEntry& entry) {
        if (!same) return;
        const auto old = next();
        same = old && old->path == entry.path && old->size == entry.size && old->sha256 == entry.sha256;
    });
    if (!same || next()) return std::nullopt;
    return archive;
} catch (const Failed&) {
    return std::nullopt;  // a damaged manifest: the archive is made anew
}

}  // namespace

void write_site_archive(const fs::path& folder, const ManifestEntries& entries, const ReleaseFacts& facts,
                        const fs::path& target, const fs::path& temporary) {
    const ManifestEntries inner = inner_entries(folder, entries);
    const fs::path manifests = temporary / "archive-manifest";
    fs::create_directory(manifests);
    inner.write(manifests, facts);
    Archive archive(target);
    archive.add_file(manifests, std::string(manifest_name));
    archive.add_file(manifests, std::string(manifest_json_name));
    inner.each([&](const ManifestEntry& entry) {
        const std::string path(entry.path);
        if (is_page(path))
            archive.add_page(folder, path, entry.size);
        else
            archive.add_file(folder, path);
    });
    archive.close();
    fs::remove_all(manifests);
}

void put_site_archive(ReleaseWriter& release, const ReleaseFacts& facts, const std::optional<fs::path>& current) {
    if (current) {
        const auto expected = archive_of_same(*current, release.entries(), facts);
        const auto found = expected ? digest_file(*current / site_archive_name) : std::nullopt;
        if (found && found->sha256 == *expected)
            return release.put_file(site_archive_name, *current / site_archive_name);
    }
    const fs::path made = release.temporary() / "site.zip";
    write_site_archive(release.building(), release.entries(), facts, made, release.temporary());
    release.put_file(site_archive_name, made);
    fs::remove(made);
}

}  // namespace output
