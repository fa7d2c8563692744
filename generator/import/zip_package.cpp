#include "generator/import/zip_package.h"

#include <zip.h>

#include <array>

#include "generator/import/sheet_limits.h"
#include "generator/import/workbook.h"

namespace importing {
namespace {

const char* const save_again = "请用 WPS 表格或 Excel 打开后重新另存为 XLSX，或重新下载后导入";
const char* const split = "请删除多余的工作表、空行和图片，或拆分成几个文件后导入";

std::string folded(std::string_view part) {
    std::string name(part.substr(part.starts_with('/') || part.starts_with('\\') ? 1 : 0));
    for (char& letter : name) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
        if (letter == '\\') letter = '/';
    }
    return name;
}

struct PartCloser {
    void operator()(zip_file_t* part) const { zip_fclose(part); }
};

// Refuses a part as soon as more comes out of it than is believed.
class UnpackingBound {
  public:
    UnpackingBound(const std::filesystem::path& file, std::uint64_t packed, std::uint64_t most)
        : file_(file), packed_(packed), most_(most) {}
    void add(std::uint64_t bytes) {
        unpacked_ += bytes;
        if (unpacked_ > most_) throw UnreadableFile(file_, "解压后的内容过大", split);
        if (unpacked_ > limits::unpacked_bytes_unjudged && unpacked_ / limits::most_unpacking_ratio > packed_)
            throw UnreadableFile(file_, "解压后的内容异常膨胀（疑为压缩炸弹），没有读取", split);
    }

  private:
    const std::filesystem::path& file_;
    std::uint64_t packed_;
    std::uint64_t most_;
    std::uint64_t unpacked_ = 0;
};

}  // namespace

struct ZipPackage::Archive {
    explicit Archive(zip_t* opened) : zip(opened) {}
    ~Archive() { zip_discard(zip); }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    zip_t* zip;
};

ZipPackage::ZipPackage(const std::filesystem::path& file) : file_(file) {
    if (std::filesystem::file_size(file) > limits::most_package_bytes) throw UnreadableFile(file, "超过 512 MB", split);
    int error = 0;
    zip_t* zip = zip_open(file.c_str(), ZIP_RDONLY, &error);
    if (zip == nullptr) throw UnreadableFile(file, "已损坏或没有下载完整，解不开", save_again);
    archive_ = std::make_unique<Archive>(zip);
    list_parts();
}

ZipPackage::ZipPackage(std::string_view bytes, const std::filesystem::path& label) : file_(label) {
    zip_error_t error{};
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (zip == nullptr) {
        if (source != nullptr) zip_source_free(source);
        throw UnreadableFile(label, "已损坏或没有下载完整，解不开", save_again);
    }
    archive_ = std::make_unique<Archive>(zip);
    list_parts();
}

ZipPackage::~ZipPackage() = default;

void ZipPackage::list_parts() {
    const zip_int64_t count = zip_get_num_entries(archive_->zip, 0);
    if (count > limits::most_package_entries) throw UnreadableFile(file_, "包内文件过多，不像工作簿", save_again);
    for (zip_int64_t index = 0; index < count; ++index) {
        const auto place = static_cast<zip_uint64_t>(index);
        if (const char* name = zip_get_name(archive_->zip, place, ZIP_FL_ENC_RAW); name != nullptr)
            parts_.emplace(folded(name), place);
    }
}

bool ZipPackage::has(std::string_view part) const {
    return parts_.contains(folded(part));
}

std::vector<std::string> ZipPackage::ending_in(std::string_view ending) const {
    std::vector<std::string> names;
    for (const auto& [name, index] : parts_)
        if (name.ends_with(ending)) names.push_back(name);
    return names;
}

bool ZipPackage::has_below(std::string_view folder) const {
    const std::string start = folded(folder);
    const auto found = parts_.lower_bound(start);
    return found != parts_.end() && found->first.starts_with(start);
}

void ZipPackage::read(std::string_view part, std::uint64_t most_bytes, const Taker& take) const {
    const auto found = parts_.find(folded(part));
    if (found == parts_.end()) throw UnreadableFile(file_, "不完整，缺少 " + std::string(part), save_again);
    zip_stat_t about{};
    if (zip_stat_index(archive_->zip, found->second, 0, &about) != 0 || (about.valid & ZIP_STAT_COMP_SIZE) == 0)
        throw UnreadableFile(file_, "已损坏", save_again);
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
        throw UnreadableFile(file_, "是加密的压缩包，不能读取", "请解密解压后导入其中的表格");
    const std::unique_ptr<zip_file_t, PartCloser> opened(zip_fopen_index(archive_->zip, found->second, 0));
    if (opened == nullptr) throw UnreadableFile(file_, "已损坏，读不出 " + std::string(part), save_again);
    UnpackingBound bound(file_, about.comp_size, most_bytes);
    std::array<char, 1U << 16> piece{};
    while (true) {
        const zip_int64_t length = zip_fread(opened.get(), piece.data(), piece.size());
        if (length < 0) throw UnreadableFile(file_, "已损坏，读不全 " + std::string(part), save_again);
        if (length == 0) return;
        bound.add(static_cast<std::uint64_t>(length));
        if (!take(std::string_view(piece.data(), static_cast<std::size_t>(length)))) return;
    }
}

std::string ZipPackage::read_whole(std::string_view part, std::uint64_t most_bytes) const {
    std::string bytes;
    read(part, most_bytes, [&](std::string_view piece) {
        bytes.append(piece);
        return true;
    });
    return bytes;
}

}  // namespace importing
