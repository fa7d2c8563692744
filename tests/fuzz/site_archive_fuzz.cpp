// Any bytes, taken as an offline archive. Behind a first byte 'm' they are the manifest.txt of an archive made around
// them, and behind 'h' a page that is made ready for an archive: checksums would keep a fuzzer from changing these.
#include <zip.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "generator/output/errors.h"
#include "generator/output/offline_page.h"
#include "generator/output/verify_archive.h"

namespace {

std::string archive_with(std::string_view manifest) {
    zip_error_t error{};
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* zip = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    const auto add = [&](const char* name, std::string_view text) {
        zip_file_add(zip, name, zip_source_buffer(zip, text.data(), text.size(), 0), 0);
    };
    add("manifest.txt", manifest);
    add("manifest.json", "{}");
    add("index.html", "hello");
    if (zip_close(zip) != 0) std::abort();
    zip_source_open(target);
    zip_stat_t about{};
    zip_source_stat(target, &about);
    std::string bytes(about.size, '\0');
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

void check(const output::Verification& found) {
    if (found.whole() && found.release.size() != 64) std::abort();
    output::describe(found);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.empty()) return 0;
    try {
        if (bytes[0] == 'm') {
            check(output::verify_archive(archive_with(bytes.substr(1)), "fuzz.zip"));
        } else if (bytes[0] == 'h') {
            output::offline_page(bytes.substr(1), "plans/1/index.html", "data/site.zip");
        } else {
            check(output::verify_archive(bytes, "fuzz.zip"));
        }
    } catch (const output::Failed&) {
    }
    return 0;
}
