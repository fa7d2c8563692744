#include "generator/attachments/pdf.h"

#include <libdeflate.h>

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace attachments {
namespace {

constexpr std::size_t longest_name = 64, longest_dictionary = 4096;
constexpr std::size_t largest_object_stream = 16U << 20U, most_unpacked = 256U << 20U;

const char* const print_again = "请在 WPS 或 Word 里重新“另存为 PDF”（或打印为 PDF）后再添加";

int hex_digit(char letter) {
    if (letter >= '0' && letter <= '9') return letter - '0';
    if (letter >= 'a' && letter <= 'f') return letter - 'a' + 10;
    if (letter >= 'A' && letter <= 'F') return letter - 'A' + 10;
    return -1;
}

/// The name after a "/" (7.3.5): up to a delimiter, with #xx read as the character it stands for.
std::string name_at(std::string_view bytes, std::size_t at) {
    std::string name;
    while (at < bytes.size() && name.size() < longest_name) {
        const char letter = bytes[at];
        if (letter <= ' ' || std::string_view("()<>[]{}/%").find(letter) != std::string_view::npos) break;
        if (letter == '#' && at + 2 < bytes.size() && hex_digit(bytes[at + 1]) >= 0 && hex_digit(bytes[at + 2]) >= 0) {
            name += static_cast<char>(hex_digit(bytes[at + 1]) * 16 + hex_digit(bytes[at + 2]));
            at += 3;
        } else {
            name += letter;
            ++at;
        }
    }
    return name;
}

template <typename Visit>
void each_name(std::string_view bytes, Visit&& visit) {
    for (std::size_t at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1))
        visit(name_at(bytes, at + 1));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> refused_names{
    {{"JavaScript", "里面有 JavaScript 脚本"},
     {"Launch", "里面有启动程序的动作"},
     {"EmbeddedFile", "里面夹带着其他文件"},
     {"EmbeddedFiles", "里面夹带着其他文件"},
     {"RichMedia", "里面有多媒体程序"},
     {"Encrypt", "设有密码或权限限制，读者和审查人不一定打得开"}}};

std::string refused_name_in(std::string_view bytes) {
    std::string found;
    each_name(bytes, [&](const std::string& name) {
        for (const auto& [refused, words] : refused_names)
            if (found.empty() && name == refused) found = words;
    });
    return found;
}

/// Finds the object streams (7.5.7), whose dictionaries stand before the word "stream", and unpacks each.
class ObjectStreams {
  public:
    explicit ObjectStreams(std::string_view bytes) : bytes_(bytes) {}

    std::string refusal() {
        for (std::size_t at = bytes_.find("stream"); at != std::string_view::npos; at = bytes_.find("stream", at + 6)) {
            if (at >= 3 && bytes_.substr(at - 3, 3) == "end") continue;
            const std::size_t from = dictionary_before(at);
            if (!packed_objects(from, at)) continue;
            const auto unpacked = unpack(at + 6);
            if (!unpacked) return "有一部分无法检查";
            if (std::string found = refused_name_in(*unpacked); !found.empty()) return found;
        }
        // A dictionary whose beginning was not found (padding, comments, a string that looks like one) hides its
        // stream.
        return each_object_stream_is_known() ? "" : "有一部分无法检查";
    }

  private:
    /// Where the dictionary before the word "stream" at `at` begins, as far as that can be found.
    std::size_t dictionary_before(std::size_t at) const {
        const std::size_t from = at > longest_dictionary ? at - longest_dictionary : 0;
        const std::size_t object = bytes_.substr(from, at - from).rfind(" obj");
        return object == std::string_view::npos ? from : from + object;
    }
    bool packed_objects(std::size_t from, std::size_t to) {
        bool objects = false;
        for (std::size_t at = bytes_.find('/', from); at < to; at = bytes_.find('/', at + 1))
            if (name_at(bytes_, at + 1) == "ObjStm") objects = true, known_.insert(at);
        return objects;
    }
    bool each_object_stream_is_known() const {
        for (std::size_t at = bytes_.find('/'); at != std::string_view::npos; at = bytes_.find('/', at + 1))
            if (name_at(bytes_, at + 1) == "ObjStm" && known_.count(at) == 0) return false;
        return true;
    }
    std::optional<std::string> unpack(std::size_t at) {
        if (at < bytes_.size() && bytes_[at] == '\r') ++at;
        if (at < bytes_.size() && bytes_[at] == '\n') ++at;
        const std::size_t end = std::min(bytes_.find("endstream", at), bytes_.size());
        const std::string_view packed = bytes_.substr(std::min(at, end), end - std::min(at, end));
        const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> reader(
            libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
        for (std::size_t room = 64U << 10U; room <= largest_object_stream; room *= 4) {
            if (room > most_unpacked - unpacked_) return std::nullopt;
            unpacked_ += room;
            std::string text(room, '\0');
            std::size_t used = 0, written = 0;
            const auto result = libdeflate_zlib_decompress_ex(reader.get(), packed.data(), packed.size(), text.data(),
                                                              text.size(), &used, &written);
            if (result == LIBDEFLATE_INSUFFICIENT_SPACE) continue;
            if (result != LIBDEFLATE_SUCCESS) return std::nullopt;
            text.resize(written);
            return text;
        }
        return std::nullopt;
    }

    std::string_view bytes_;
    std::set<std::size_t> known_;  // where /ObjStm stands in a dictionary whose stream was unpacked
    std::size_t unpacked_ = 0;
};

}  // namespace

bool is_pdf(std::string_view bytes) {
    constexpr std::size_t tail = 2048;
    return (bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.")) &&
           bytes.substr(bytes.size() - std::min(bytes.size(), tail)).find("%%EOF") != std::string_view::npos;
}

std::string refusal_of_pdf(std::string_view bytes) {
    std::string found = refused_name_in(bytes);
    if (found.empty()) found = ObjectStreams(bytes).refusal();
    return found.empty() ? found : "这个 PDF " + found + "。" + print_again;
}

}  // namespace attachments
