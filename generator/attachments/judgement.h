// Whether a file may become an attachment 附件, judged by its bytes and never by its name: PDF, Word (DOCX, DOC) and
// OFD (GB/T 33190) without anything that runs or hides other files. What a PDF or a Word text says is for a person to
// read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attachments {

inline constexpr std::uint64_t largest = 50ULL * (1ULL << 20U);  // bytes

struct Judgement {
    std::string type;     // pdf docx doc ofd; empty: refused
    std::string refusal;  // Chinese: why, and what to do
};

/// Judges any bytes; they are bounded by `largest` and what is unpacked of them by stated limits.
Judgement judge(std::string_view bytes);

/// What a type is called on pages: "PDF 文件".
std::string_view words_of(std::string_view type);

}  // namespace attachments
