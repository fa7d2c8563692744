#include "generator/output/verify_archive.h"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "generator/output/errors.h"
#include "generator/output/release_path.h"

namespace output {
namespace {

namespace fs = std::filesystem;

struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

bool is_manifest(std::string_view path) {
    return path == manifest_name || path == manifest_json_name;
}

class ArchiveCheck {
  public:
    ArchiveCheck(zip_t* zip, fs::path label) : zip_(zip), label_(std::move(label)) {}

    Verification run() {
        list_entries();
        std::string manifest_text = text_of(manifest_name, longest_manifest);
        result_.release = hex(sha256(manifest_text));
        ManifestReader manifest(std::move(manifest_text), label_);
        result_.facts = manifest.facts();
        std::uint64_t files = 0, bytes = 0;
        std::string former;
        while (const auto entry = manifest.next()) {
            if (entry->path <= former) throw Failed("整站包里的清单没有按地址排序：" + label_.string());
            former = entry->path;
            ++files;
            if (entry->size > most_unpacked - bytes)
                throw Failed("整站包解开后超过 64 GB，没有检查：" + label_.string());
            bytes += entry->size;
            check(*entry);
        }
        check_json(files, bytes);
        for (const auto& [name, index] : entries_)
            if (!is_manifest(name)) result_.extra.push_back(name);
        for (auto* list : {&result_.missing, &result_.changed, &result_.extra, &result_.unsafe})
            std::sort(list->begin(), list->end());
        return std::move(result_);
    }

  private:
    void list_entries() {
        const zip_int64_t count = zip_get_num_entries(zip_, 0);
        if (count > most_archive_entries) throw Failed("整站包里的文件过多，没有检查：" + label_.string());
        std::set<std::string> unsafe;
        for (zip_int64_t at = 0; at < count; ++at) {
            const auto index = static_cast<zip_uint64_t>(at);
            const char* raw = zip_get_name(zip_, index, ZIP_FL_ENC_RAW);
            const std::string name = raw == nullptr ? "" : raw;
            const bool safe = (is_manifest(name) || path_fault(name).empty()) && plain_file(index);
            if (!safe || !entries_.emplace(name, index).second) unsafe.insert(name);
        }
        for (const std::string& name : unsafe) {
            entries_.erase(name);
            result_.unsafe.push_back(name);
        }
        for (const std::string_view name : {manifest_name, manifest_json_name})
            if (unsafe.contains(std::string(name)))
                throw Failed("整站包里的清单不是普通文件，或有两份：" + label_.string());
    }

    /// A regular file as our archives have them: neither link nor folder, not encrypted, stored or deflated.
    bool plain_file(zip_uint64_t index) const {
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        zip_stat_t about;
        zip_stat_init(&about);
        if (zip_file_get_external_attributes(zip_, index, 0, &system, &attributes) != 0 ||
            zip_stat_index(zip_, index, 0, &about) != 0)
            return false;
        const zip_uint32_t type = (attributes >> 16U) & S_IFMT;
        return (system != ZIP_OPSYS_UNIX || type == 0 || type == S_IFREG) &&
               (about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method == ZIP_EM_NONE &&
               (about.valid & ZIP_STAT_COMP_METHOD) != 0 &&
               (about.comp_method == ZIP_CM_STORE || about.comp_method == ZIP_CM_DEFLATE);
    }

    /// Reads an entry to its end, or until more than `most` bytes came out; false when it is damaged or longer.
    template <typename Take>
    bool read(zip_uint64_t index, std::uint64_t most, Take&& take) const {
        const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(zip_, index, 0));
        if (entry == nullptr) return false;
        std::array<char, 1U << 16U> piece{};
        for (std::uint64_t all = 0;;) {
            const zip_int64_t length = zip_fread(entry.get(), piece.data(), piece.size());
            if (length == 0) return true;
            if (length < 0 || (all += static_cast<std::uint64_t>(length)) > most) return false;
            take(std::string_view(piece.data(), static_cast<std::size_t>(length)));
        }
    }

    std::string text_of(std::string_view name, std::uint64_t most) const {
        const auto found = entries_.find(std::string(name));
        std::string text;
        if (found == entries_.end()) throw Failed("整站包里没有清单 " + std::string(name) + "：" + label_.string());
        if (!read(found->second, most, [&](std::string_view piece) { text.append(piece); }))
            throw Failed("整站包里的清单 " + std::string(name) + " 读不出或过大：" + label_.string());
        return text;
    }

    void check(const ManifestEntry& entry) {
        const auto found = entries_.find(std::string(entry.path));
        if (found == entries_.end()) {
            result_.missing.emplace_back(entry.path);
            return;
        }
        ++result_.files;
        Digest digest;
        std::uint64_t size = 0;
        const bool whole = read(found->second, entry.size, [&](std::string_view piece) {
            digest.add(piece);
            size += piece.size();
        });
        if (!whole || size != entry.size || digest.finish() != entry.sha256) result_.changed.emplace_back(entry.path);
        entries_.erase(found);
    }

    void check_json(std::uint64_t files, std::uint64_t bytes) {
        if (!entries_.contains(std::string(manifest_json_name))) {
            result_.missing.emplace_back(manifest_json_name);
            return;
        }
        constexpr std::uint64_t longest_json = 64 * 1024;
        if (text_of(manifest_json_name, longest_json) != manifest_json(result_.facts, files, bytes, result_.release))
            result_.changed.emplace_back(manifest_json_name);
    }

    zip_t* zip_;
    fs::path label_;
    std::map<std::string, zip_uint64_t> entries_;  // safe ones by name; those of the manifest are taken out
    Verification result_;
};

[[noreturn]] void refuse(const fs::path& label, int error) {
    if (error == ZIP_ER_EXISTS) throw Failed("整站包里有两个同名的文件，不可信：" + label.string());
    throw Failed("不是整站包（ZIP），或已损坏、没有下载完整：" + label.string());
}

}  // namespace

Verification verify_archive(const fs::path& file) {
    int error = 0;
    const std::unique_ptr<zip_t, Discard> zip(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (zip == nullptr) refuse(file, error);
    return ArchiveCheck(zip.get(), file).run();
}

Verification verify_archive(std::string_view bytes, const fs::path& label) {
    zip_error_t error{};
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, Discard> zip(
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
    const int why = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (zip == nullptr) {
        if (source != nullptr) zip_source_free(source);
        refuse(label, why);
    }
    return ArchiveCheck(zip.get(), label).run();
}

}  // namespace output
