// What can be seen in the bytes of a PDF (ISO 32000) without reading it as a whole: the names in it, also those in its
// compressed object streams. Not a PDF reader; any bytes are taken.
#pragma once

#include <string>
#include <string_view>

namespace attachments {

/// Whether the bytes begin and end as a PDF does.
bool is_pdf(std::string_view bytes);

/// Why a PDF is refused (Chinese): it is encrypted, runs something (JavaScript, Launch), carries other files
/// (EmbeddedFile, RichMedia), or has an object stream that cannot be unpacked; empty when nothing of this was found.
std::string refusal_of_pdf(std::string_view bytes);

}  // namespace attachments
