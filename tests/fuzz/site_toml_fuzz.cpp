// Any bytes, taken as a site.toml: read, or refused with a message that is valid text.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "generator/settings/settings.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    try {
        const settings::Settings read = settings::parse(bytes, "site.toml");
        if (read.name.empty() || read.keep_releases < 1) std::abort();
        for (const settings::OfficeSettings& office : read.offices)
            if (read.office(office.area) != &office || office.name.empty()) std::abort();
    } catch (const settings::Unusable& refusal) {
        if (!text::is_utf8(refusal.what())) std::abort();
    }
    return 0;
}
