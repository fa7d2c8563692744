#include <catch2/catch.hpp>

#include "generator/output/digest.h"
#include "tests/pages_site.h"

using namespace tests;

namespace {

namespace fs = std::filesystem;

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// A copy of what is shipped, as `make` leaves it before the checker was bundled.
fs::path share_without_bundle(const Scratch& scratch) {
    const fs::path share = scratch / "share";
    fs::create_directories(share / "site");
    for (const char* folder : {"templates", "content"})
        fs::copy(fs::path(GONGSHI_SHARE) / folder, share / folder, fs::copy_options::recursive);
    for (const auto& file : fs::directory_iterator(fs::path(GONGSHI_SHARE) / "site"))
        if (file.is_regular_file()) fs::copy(file.path(), share / "site" / file.path().filename());
    return share;
}

RenderedSite rendered(const Scratch& scratch, const fs::path& share) {
    write_example(scratch / "public.db");
    pages::RenderOptions options;
    options.share = share;
    return {scratch / "public.db", scratch / "t", 2, options};
}

}  // namespace

TEST_CASE("without the bundled checker the verify page says so and loads nothing of it", "[pages]") {
    const Scratch scratch;
    const RenderedSite site = rendered(scratch, share_without_bundle(scratch));
    const std::string& page = site.at("verify/index.html");
    CHECK(has(page, "本站没有带上浏览器里的核验程序"));
    CHECK(has(page, "本站没有带上 verify.mjs"));
    CHECK(!has(page, "id=\"verify\""));
    CHECK(!has(page, "assets/verify."));
    CHECK(has(page, "python3 verify.py 核验包"));
    CHECK(site.broken_links().empty());
}

TEST_CASE("the verify page names the programs it offers by the digests of their bytes", "[pages]") {
    const Scratch scratch;
    const fs::path share = share_without_bundle(scratch);
    fs::create_directories(share / "site" / "built");
    std::ofstream(share / "site" / "built" / "checker.js") << "// checker\n";
    std::ofstream(share / "site" / "built" / "verify.mjs") << "// program\n";
    const RenderedSite site = rendered(scratch, share);
    const std::string& page = site.at("verify/index.html");
    CHECK(site.at("verify/verify.mjs") == "// program\n");
    CHECK(site.at("verify/verify.py") == text_of_file(share / "site" / "verify.py"));
    for (const char* program : {"verify/verify.mjs", "verify/verify.py"})
        CHECK(has(page, output::hex(output::sha256(site.at(program)))));
    const std::string checker = "assets/checker." + output::hex(output::sha256("// checker\n")).substr(0, 8) + ".js";
    CHECK(site.at(checker) == "// checker\n");
    CHECK(has(page, "data-checker=\"../" + checker + "\""));
    CHECK(site.broken_links().empty());
}
