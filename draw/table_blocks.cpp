#include "draw/table_blocks.h"

#include <cstring>

#include "draw/pool.h"

namespace draw {

namespace {

constexpr std::size_t piece = 1U << 20;  // bytes asked of the source at a time

}  // namespace

TableBlocks::TableBlocks(const ByteSource& source, std::string file, std::string_view header, std::size_t longest)
    : source_(source), file_(std::move(file)), longest_(longest) {
    const TableBlock first = next(1);
    if (first.text() != header) {
        std::string names(header.substr(0, header.size() - 1));
        for (std::size_t tab = names.find('\t'); tab != names.npos; tab = names.find('\t', tab)) names[tab] = ' ';
        throw Unreadable(file_, 1, "表头应当是 " + names + "，用制表符分开，行末只有一个换行");
    }
}

void TableBlocks::refuse(std::uint64_t line, const std::string& reason) {
    refused_.emplace(file_, line, reason);
}

/// Gets more bytes; false when there are none or the table is refused.
bool TableBlocks::fill() {
    if (ended_ || refused_) return false;
    const std::size_t had = buffer_.size();
    buffer_.resize(had + piece);
    const std::size_t got = source_(buffer_.data() + had, piece);
    buffer_.resize(had + got);
    bytes_ += got;
    if (bytes_ > largest_table) {
        refuse(0, "表超过 2 GiB");
        return false;
    }
    ended_ = got == 0;
    return got > 0;
}

std::size_t TableBlocks::end_of(std::uint64_t lines) {
    while (lines_scanned_ < lines) {
        const void* found = buffer_.size() == scanned_
                                ? nullptr
                                : std::memchr(buffer_.data() + scanned_, '\n', buffer_.size() - scanned_);
        const std::size_t stop = found == nullptr
                                     ? buffer_.size()
                                     : static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
        if (stop - line_start_ > longest_) {
            refuse(line_ + lines_scanned_, "这一行太长");
            return std::string_view::npos;
        }
        scanned_ = stop;
        if (found == nullptr) return std::string_view::npos;
        ++lines_scanned_;
        line_start_ = scanned_ = stop + 1;
    }
    return line_start_;
}

TableBlock TableBlocks::next(std::uint64_t lines) {
    TableBlock block;
    block.first_line = line_;
    if (refused_) throw *refused_;
    std::size_t end = end_of(lines);
    while (end == std::string_view::npos && fill()) end = end_of(lines);
    if (end == std::string_view::npos) {
        end = line_start_;
        if (!refused_ && end < buffer_.size()) refuse(line_ + lines_scanned_, "最后一行没有以换行结束");
        if (refused_ && end == 0) throw *refused_;
    }
    block.bytes.assign(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(end));
    buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(end));
    line_ += lines_scanned_;
    scanned_ -= end;
    line_start_ = lines_scanned_ = 0;
    return block;
}

}  // namespace draw
