// The texts that cells of an XLSX workbook share (xl/sharedStrings.xml): many, and needed in any order. The first
// 48 MB stay in memory, the rest waits in an unnamed temporary file.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace importing {

class ZipPackage;

class SharedTexts {
  public:
    /// None.
    SharedTexts() = default;
    /// Reads the part; phonetic guides are left out, runs of rich text joined. Throws UnreadableFile.
    SharedTexts(const ZipPackage& package, const std::string& part);

    [[nodiscard]] std::size_t size() const { return ends_.size(); }
    /// The text with this index, which must be below size(). Throws std::runtime_error when the temporary file fails.
    void copy_to(std::size_t index, std::string& text) const;
    /// Adds a text behind the others; false when there would be more than 4 GB or than limits::most_shared_texts.
    bool add(std::string_view text);

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    void write_to_disk(std::string_view text);

    std::vector<std::uint32_t> ends_;  // where each text ends, in memory and then on disk
    std::string in_memory_;
    std::uint64_t total_ = 0;
    mutable std::unique_ptr<std::FILE, Close> on_disk_;
    mutable bool flushed_ = true;
};

}  // namespace importing
