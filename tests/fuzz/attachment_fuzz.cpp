// Any bytes, taken as a file that somebody wants to attach to a record.
#include <cstdint>
#include <cstdlib>

#include "generator/attachments/judgement.h"
#include "generator/attachments/pdf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const attachments::Judgement judgement = attachments::judge(bytes);
    if (judgement.type.empty() == judgement.refusal.empty()) std::abort();
    attachments::refusal_of_pdf(bytes);  // also of what does not begin as a PDF
    return 0;
}
