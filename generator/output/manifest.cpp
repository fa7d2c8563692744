#include "generator/output/manifest.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <nlohmann/json.hpp>
#include <queue>
#include <sstream>

#include "generator/output/errors.h"
#include "generator/output/file_handle.h"
#include "generator/output/release_path.h"

namespace output {
namespace {

constexpr std::string_view first_line = "# gongshi release 1";
constexpr std::size_t block_size = 1024 * 1024;
constexpr std::size_t most_blocks = 16;  // in memory, where there is a folder for more
constexpr std::size_t fixed_size = sizeof(Sha256) + sizeof(std::uint64_t) + sizeof(std::uint16_t);
constexpr std::size_t longest_line = 1024;

// An entry in a block: digest, size, length of the address, address.
ManifestEntry unpack(const char* at) {
    ManifestEntry entry;
    std::uint16_t length = 0;
    std::memcpy(entry.sha256.data(), at, sizeof(Sha256));
    std::memcpy(&entry.size, at + sizeof(Sha256), sizeof entry.size);
    std::memcpy(&length, at + sizeof(Sha256) + sizeof entry.size, sizeof length);
    entry.path = {at + fixed_size, length};
    return entry;
}

/// Reads what put_aside wrote.
struct Piece {
    explicit Piece(const std::filesystem::path& piece) : file(piece), stream(piece, std::ios::binary) {
        if (!stream) fail("读临时文件", file, errno);
    }
    bool next() {
        packed.resize(fixed_size);
        stream.read(packed.data(), static_cast<std::streamsize>(fixed_size));
        if (stream.gcount() == 0) return false;
        std::uint16_t length = 0;
        std::memcpy(&length, packed.data() + sizeof(Sha256) + sizeof(std::uint64_t), sizeof length);
        packed.resize(fixed_size + length);
        if (stream) stream.read(packed.data() + fixed_size, length);
        if (!stream) fail("读临时文件", file, errno);
        entry = unpack(packed.data());
        return true;
    }
    std::filesystem::path file;
    std::ifstream stream;
    std::string packed;
    ManifestEntry entry;
};

FileHandle create_file(const std::filesystem::path& file) {
    FileHandle handle(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444));
    if (!handle || ::fchmod(handle.get(), 0444) != 0) fail("新建文件", file, errno);
    return handle;
}

std::string head(const ReleaseFacts& facts) {
    std::string text(first_line);
    text += '\n';
    for (const auto& [name, value] :
         {std::pair("as_of", &facts.as_of), {"program", &facts.program}, {"data", &facts.data_digest}}) {
        const auto control = [](unsigned char letter) { return letter < 0x20 || letter == 0x7f; };
        if (value->size() > 200 || std::any_of(value->begin(), value->end(), control))
            throw Failed(std::string("发布清单的 ") + name + " 一项太长或含有控制字符，无法写入。");
        text += std::string("# ") + name + ' ' + *value + '\n';
    }
    return text;
}

}  // namespace

void ManifestEntries::add(const ManifestEntry& entry) {
    const std::size_t needed = fixed_size + entry.path.size();
    if (entry.path.size() > 0xffff) throw BadPath("地址太长");
    if (blocks_.empty() || used_.back() + needed > block_size) {
        if (!folder_.empty() && blocks_.size() == most_blocks) put_aside();
        blocks_.push_back(std::make_unique<char[]>(std::max(block_size, needed)));
        used_.push_back(0);
    }
    char* at = blocks_.back().get() + used_.back();
    const auto length = static_cast<std::uint16_t>(entry.path.size());
    std::memcpy(at, entry.sha256.data(), sizeof(Sha256));
    std::memcpy(at + sizeof(Sha256), &entry.size, sizeof entry.size);
    std::memcpy(at + sizeof(Sha256) + sizeof entry.size, &length, sizeof length);
    std::memcpy(at + fixed_size, entry.path.data(), length);
    used_.back() += needed;
    ++files_;
    bytes_ += entry.size;
}

std::size_t ManifestEntries::memory() const {
    return blocks_.size() * block_size;
}

std::vector<const char*> ManifestEntries::sorted() const {
    std::vector<const char*> order;
    order.reserve(files_);
    for (std::size_t block = 0; block < blocks_.size(); ++block)
        for (std::size_t at = 0; at < used_[block]; at += fixed_size + unpack(blocks_[block].get() + at).path.size())
            order.push_back(blocks_[block].get() + at);
    std::sort(order.begin(), order.end(), [](const char* left, const char* right) {  // bytewise, as LC_ALL=C sort
        return unpack(left).path < unpack(right).path;
    });
    return order;
}

void ManifestEntries::put_aside() {
    const std::filesystem::path piece = folder_ / ("manifest-" + std::to_string(pieces_.size()));
    std::ofstream out(piece, std::ios::binary | std::ios::trunc);
    for (const char* at : sorted()) out.write(at, static_cast<std::streamsize>(fixed_size + unpack(at).path.size()));
    out.close();
    if (!out) fail("写临时文件", piece, errno);
    pieces_.push_back(piece);
    blocks_.clear();
    used_.clear();
}

void ManifestEntries::each(const std::function<void(const ManifestEntry&)>& entry) const {
    const std::vector<const char*> held = sorted();
    auto next_held = held.begin();
    if (pieces_.empty()) {
        for (; next_held != held.end(); ++next_held) entry(unpack(*next_held));
        return;
    }
    std::vector<std::unique_ptr<Piece>> pieces;
    for (const std::filesystem::path& file : pieces_) pieces.push_back(std::make_unique<Piece>(file));
    const auto later = [](const Piece* left, const Piece* right) { return right->entry.path < left->entry.path; };
    std::priority_queue<Piece*, std::vector<Piece*>, decltype(later)> waiting(later);
    for (const auto& piece : pieces)
        if (piece->next()) waiting.push(piece.get());
    while (!waiting.empty()) {
        Piece* first = waiting.top();
        waiting.pop();
        for (; next_held != held.end() && unpack(*next_held).path <= first->entry.path; ++next_held)
            entry(unpack(*next_held));
        entry(first->entry);
        if (first->next()) waiting.push(first);
    }
    for (; next_held != held.end(); ++next_held) entry(unpack(*next_held));
}

std::string ManifestEntries::write(const std::filesystem::path& folder, const ReleaseFacts& facts) const {
    const std::filesystem::path file = folder / manifest_name;
    FileHandle handle = create_file(file);
    Digest digest;
    std::string buffer = head(facts);
    const auto flush = [&] {
        digest.add(buffer);
        write_all(handle.get(), buffer, file);
        buffer.clear();
    };
    std::string former;
    each([&](const ManifestEntry& entry) {
        if (entry.path == former) throw BadPath("两个文件用了同一个地址：" + former);
        former = entry.path;
        buffer.append(hex(entry.sha256)).append(" ").append(std::to_string(entry.size)).append(" ");
        buffer.append(entry.path).append("\n");
        if (buffer.size() >= block_size) flush();
    });
    flush();
    handle.close(file);
    const std::string release = hex(digest.finish());
    FileHandle json = create_file(folder / manifest_json_name);
    write_all(json.get(), manifest_json(facts, files_, bytes_, release), folder / manifest_json_name);
    json.close(folder / manifest_json_name);
    return release;
}

std::string manifest_json(const ReleaseFacts& facts, std::uint64_t files, std::uint64_t bytes,
                          std::string_view release) {
    const nlohmann::ordered_json json = {
        {"release", release}, {"as_of", facts.as_of}, {"program", facts.program}, {"data", facts.data_digest},
        {"files", files},     {"bytes", bytes},       {"manifest", manifest_name}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

ManifestReader::ManifestReader(const std::filesystem::path& folder)
    : file_(folder / manifest_name), stream_(std::make_unique<std::ifstream>(file_, std::ios::binary)) {
    if (!*stream_)
        throw Failed("找不到发布清单：" + file_.string() +
                     "。该目录不是一次完整的发布；请指向一次发布，例如 public/current。");
    read_head();
}

ManifestReader::ManifestReader(std::string text, std::filesystem::path label)
    : file_(std::move(label)), stream_(std::make_unique<std::istringstream>(std::move(text))) {
    read_head();
}

void ManifestReader::read_head() {
    if (!read_line() || line_ != first_line)
        throw Failed("发布清单的首行不是“" + std::string(first_line) + "”：" + file_.string() +
                     "。它可能已损坏，或由更新版本的程序写成。");
    while ((held_ = read_line()) && line_.starts_with("# ")) {
        const std::string said = line_.substr(2);
        for (const auto& [name, value] :
             {std::pair("as_of ", &facts_.as_of), {"program ", &facts_.program}, {"data ", &facts_.data_digest}})
            if (said.starts_with(name)) *value = said.substr(std::strlen(name));
    }
}

bool ManifestReader::read_line() {
    line_.resize(longest_line);
    stream_->getline(line_.data(), static_cast<std::streamsize>(line_.size()));
    const auto count = static_cast<std::size_t>(stream_->gcount());
    if (stream_->eof() && count == 0) return false;
    if (!*stream_ || stream_->eof())
        throw Failed("发布清单有一行不完整或太长：" + file_.string() + "。清单已损坏，请重新发布。");
    line_.resize(count - 1);  // without the line end that was read
    return true;
}

std::optional<ManifestEntry> ManifestReader::next() {
    if (!held_ && !read_line()) return std::nullopt;
    held_ = false;
    const std::string_view line = line_;
    ManifestEntry entry;
    const std::size_t space = line.find(' ', 65);
    const auto digest = digest_from_hex(line.substr(0, 64));
    if (digest && line.size() > 66 && line[64] == ' ' && space != std::string_view::npos) {
        entry.sha256 = *digest;
        entry.path = line.substr(space + 1);
        const char* end = line.data() + space;
        const auto [stop, error] = std::from_chars(line.data() + 65, end, entry.size);
        if (error == std::errc{} && stop == end && path_fault(entry.path).empty()) return entry;
    }
    throw Failed("发布清单有一行无法读懂：" + file_.string() + "：" + std::string(line.substr(0, 100)) +
                 "。清单已损坏，请重新发布。");
}

}  // namespace output
