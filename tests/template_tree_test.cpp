#include "generator/pages/template_tree.h"

#include <catch2/catch.hpp>

#include <cstring>  // ctemplate 2.4 forgets to include it

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>

#include <random>
#include <regex>

#include "generator/pages/template_set.h"
#include "tests/pages_site.h"

namespace {

namespace fs = std::filesystem;

/// ctemplate itself, with the same templates: what our expansion must equal.
class Original {
  public:
    explicit Original(const fs::path& folder) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            const std::string name = entry.path().filename().string(), text = tests::text_of_file(entry.path());
            REQUIRE(cache_.StringToTemplateCache(name, text, ctemplate::STRIP_BLANK_LINES));
            files.push_back(name);
            const std::regex tag(R"(\{\{([#>]?)(\w+))");
            for (std::sregex_iterator at(text.begin(), text.end(), tag), end; at != end; ++at)
                ((*at)[1] == "#" ? sections : (*at)[1] == ">" ? inclusions : values).insert((*at)[2]);
        }
        cache_.Freeze();
    }
    std::string expand(const std::string& file, const ctemplate::TemplateDictionary& dictionary) const {
        std::string text;
        REQUIRE(cache_.ExpandNoLoad(file, ctemplate::STRIP_BLANK_LINES, &dictionary, nullptr, &text));
        return text;
    }
    std::vector<std::string> files;
    std::set<std::string> sections, inclusions, values;

  private:
    mutable ctemplate::TemplateCache cache_;
};

/// The same values for both, chosen by chance.
class Chance {
  public:
    Chance(const Original& original, unsigned seed) : original_(original), random_(seed) {}

    void fill(pages::View ours, ctemplate::TemplateDictionary& theirs, int depth) {
        for (const std::string& name : original_.values)
            if (one_in(3)) set(name, ours, theirs);
        for (const std::string& name : original_.sections) {
            if (one_in(6)) ours.show(name), theirs.ShowSection(name);
            if (depth > 0 && one_in(20))
                for (int times = one_in(3) ? 3 : 1; times > 0; --times)
                    fill(ours.add(name), *theirs.AddSectionDictionary(name), depth - 1);
        }
        for (const std::string& name : original_.inclusions) {
            if (depth == 0 || !one_in(4)) continue;
            const std::string& file = original_.files[random_() % original_.files.size()];
            ctemplate::TemplateDictionary* included = theirs.AddIncludeDictionary(name);
            included->SetFilename(file);
            fill(ours.include(name, file), *included, depth - 1);
        }
        if (one_in(3)) {
            ours.global("ROOT", "../../"), theirs.SetTemplateGlobalValue("ROOT", "../../");
            ours.global_show("DEMO"), theirs.ShowTemplateGlobalSection("DEMO");
        }
    }

  private:
    bool one_in(unsigned times) { return random_() % times == 0; }
    void set(const std::string& name, pages::View& ours, ctemplate::TemplateDictionary& theirs) {
        static const std::vector<std::string> texts{"示例商行",
                                                    "<script>alert(1)</script>",
                                                    "a & b",
                                                    "\"onclick='x'",
                                                    "javascript:x",
                                                    "../plans/1/#t2",
                                                    "https://a.b/?",
                                                    "示例：（一）、“二”",
                                                    "",
                                                    "line\nbreak\tand  blanks",
                                                    "tel:+8610",
                                                    "data:text/html,<b>",
                                                    "a`b\\c;d=e{}",
                                                    "mailto:a@example.invalid"};
        const std::string& text = texts[random_() % texts.size()];
        ours.set(name, text);
        theirs.SetValue(name, text);
    }
    const Original& original_;
    std::mt19937 random_;
};

void write(const fs::path& file, std::string_view text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << "{{%AUTOESCAPE context=\"HTML\"}}\n" << text;
}

void compare(const fs::path& folder, unsigned seeds) {
    const Original original(folder);
    const pages::TemplateSet ours(folder, {});
    std::size_t compared = 0;
    for (const std::string& file : original.files)
        for (unsigned seed = 0; seed < seeds; ++seed) {
            INFO(file << " seed " << seed);
            pages::Values values(ours);
            ctemplate::TemplateDictionary dictionary("test");
            Chance(original, seed).fill(values.root(), dictionary, 2);
            const std::string expected = original.expand(file, dictionary);
            if (ours.expand(file, values) != expected) CHECK(ours.expand(file, values) == expected);
            compared += expected.size();
        }
    CHECK(compared > 1000);
}

}  // namespace

TEST_CASE("a template says the same as ctemplate says, whatever the values", "[pages]") {
    compare(fs::path(GONGSHI_SHARE) / "templates", 30);
}

TEST_CASE("values in scripts, styles and attributes without quotes are escaped as ctemplate escapes them", "[pages]") {
    const tests::Scratch scratch;
    write(scratch / "t/all.tpl",
          "<p style=\"color:{{A}}\" class={{B}} onclick=\"f('{{C}}',{{D}})\"><img src=\"{{A}}?x={{B}}\">"
          "<script>var a='{{C}}', b={{D}};</script>{{#LIST}}{{A}}{{#LIST_separator}}, {{B}}{{/LIST_separator}}{{/LIST}}"
          "<textarea>{{A}}</textarea>{{B:none}}{{!a comment}}\n\n  {{#LIST}}\n<b title='{{C}}'>{{>PART}}</b>\n"
          "  {{/LIST}}\n");
    write(scratch / "t/part.tpl", "{{A}} {{#LIST}}{{C}}{{/LIST}}\n");
    compare(scratch / "t", 400);
}

TEST_CASE("a template that we might misread is refused", "[pages]") {
    const tests::Scratch scratch;
    write(scratch / "mark/bad.tpl", "a |<-- b\n");
    write(scratch / "filter/bad.tpl", "<p>{{A:x-mine}}</p>\n");
    write(scratch / "part/bad.tpl", "<p>{{>PART:h}}</p>\n");
    for (const char* folder : {"mark", "filter", "part"})
        CHECK_THROWS_WITH(pages::TemplateSet(scratch / folder, {}), Catch::Contains("bad.tpl"));
}

TEST_CASE("including a template that does not exist is told", "[pages]") {
    const tests::Scratch scratch;
    write(scratch / "t/a.tpl", "{{>PART}}\n");
    const pages::TemplateSet templates(scratch / "t", {});
    pages::Values values(templates);
    values.root().include("PART", "none.tpl");
    CHECK_THROWS_AS(templates.expand("a.tpl", values), pages::BadTemplate);
    CHECK_THROWS_AS(templates.expand("none.tpl", values), pages::BadTemplate);
}
