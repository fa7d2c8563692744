#include "generator/import/shared_texts.h"

#include <unistd.h>

#include <limits>
#include <stdexcept>

#include "generator/import/rich_text.h"
#include "generator/import/sheet_limits.h"
#include "generator/import/workbook.h"
#include "generator/import/xml_stream.h"
#include "generator/import/zip_package.h"

namespace importing {
namespace {

class SharedTextsEvents : public XmlEvents {
  public:
    SharedTextsEvents(const std::filesystem::path& file, SharedTexts& texts) : file_(file), texts_(texts) {}

    void start(std::string_view element, const XmlAttributes&) override {
        if (element == "si") rich_.begin();
        rich_.start(element);
    }
    void text(std::string_view piece) override {
        if (!rich_.add(piece)) throw UnreadableFile(file_, "有单元格超过 32767 个字", "请拆分后重新导入");
    }
    void end(std::string_view element) override {
        rich_.end(element);
        if (element == "si" && !texts_.add(rich_.take()))
            throw UnreadableFile(file_, "文字过多", "请拆分成几个文件，或另存为 CSV 后导入");
    }

  private:
    const std::filesystem::path& file_;
    SharedTexts& texts_;
    RichText rich_;
};

}  // namespace

SharedTexts::SharedTexts(const ZipPackage& package, const std::string& part) {
    SharedTextsEvents events(package.file(), *this);
    read_xml_part(package, part, limits::most_shared_text_bytes, events);
    ends_.shrink_to_fit();
}

bool SharedTexts::add(std::string_view text) {
    if (ends_.size() == limits::most_shared_texts) return false;
    if (total_ + text.size() > std::numeric_limits<std::uint32_t>::max()) return false;
    if (on_disk_ == nullptr && in_memory_.size() + text.size() <= limits::shared_text_bytes_in_memory)
        in_memory_.append(text);
    else
        write_to_disk(text);
    total_ += text.size();
    ends_.push_back(static_cast<std::uint32_t>(total_));
    return true;
}

void SharedTexts::write_to_disk(std::string_view text) {
    if (on_disk_ == nullptr) on_disk_.reset(std::tmpfile());
    if (on_disk_ == nullptr || std::fwrite(text.data(), 1, text.size(), on_disk_.get()) != text.size())
        throw std::runtime_error("临时文件夹写不进去，可能已满：请清理磁盘后重试");
    flushed_ = false;
}

void SharedTexts::copy_to(std::size_t index, std::string& text) const {
    const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
    const std::size_t length = ends_[index] - begin;
    if (begin + length <= in_memory_.size()) {
        text.assign(in_memory_, begin, length);
        return;
    }
    if (!flushed_) {
        if (std::fflush(on_disk_.get()) != 0)
            throw std::runtime_error("临时文件夹写不进去，可能已满：请清理磁盘后重试");
        flushed_ = true;
    }
    text.resize(length);
    const auto place = static_cast<off_t>(begin - in_memory_.size());
    if (::pread(fileno(on_disk_.get()), text.data(), length, place) != static_cast<ssize_t>(length))
        throw std::runtime_error("临时文件读不出来：请检查磁盘后重试");
}

}  // namespace importing
