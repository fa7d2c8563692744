#include "generator/pages/markdown.h"

#include <catch2/catch.hpp>

#include "generator/pages/site_pages.h"
#include "tests/pages_site.h"

namespace {

std::string html(std::string_view markdown) {
    return pages::article(markdown, "../").html;
}

}  // namespace

TEST_CASE("bold that ends in Chinese punctuation is bold", "[pages]") {
    CHECK(html("**重要：**请注意") == "<p><strong>重要：</strong>请注意</p>\n");
    CHECK(html("请看**《办法》**第三条") == "<p>请看<strong>《办法》</strong>第三条</p>\n");
    CHECK(html("**真，**她") == "<p><strong>真，</strong>她</p>\n");
    CHECK(html("先**“引号”**后") == "<p>先<strong>“引号”</strong>后</p>\n");
    CHECK(html("一**（甲）**二**（乙）**三") == "<p>一<strong>（甲）</strong>二<strong>（乙）</strong>三</p>\n");
    CHECK(html("- **第一个随机：查谁。**从名录库") ==
          "<ul>\n<li><strong>第一个随机：查谁。</strong>从名录库</li>\n</ul>\n");
}

TEST_CASE("each Chinese punctuation mark may end or begin bold text", "[pages]") {
    for (const std::string mark :
         {"，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "】", "》", "—", "…", "·"}) {
        INFO(mark);
        CHECK(html("前**字" + mark + "**后") == "<p>前<strong>字" + mark + "</strong>后</p>\n");
    }
    for (const std::string mark : {"“", "‘", "（", "【", "《", "—", "…", "·"}) {
        INFO(mark);
        CHECK(html("前**" + mark + "字**后") == "<p>前<strong>" + mark + "字</strong>后</p>\n");
    }
    for (const std::string mark : {"，", "。", "、", "；", "：", "？", "！", "“", "”", "‘",
                                   "’",  "（", "）", "【", "】", "《", "》", "—", "…", "·"}) {
        INFO(mark);
        CHECK(html("**a" + mark + "**b") == "<p><strong>a" + mark + "</strong>b</p>\n");
        CHECK(html("a**" + mark + "b**") == "<p>a<strong>" + mark + "b</strong></p>\n");
        CHECK(html("前**" + mark + "**后") == "<p>前<strong>" + mark + "</strong>后</p>\n");
        CHECK(html("字" + mark + "**字**" + mark) == "<p>字" + mark + "<strong>字</strong>" + mark + "</p>\n");
    }
}

TEST_CASE("bold text with a link or code in it is mended too", "[pages]") {
    CHECK(html("**见[计划](/plans/)。**另") == "<p><strong>见<a href=\"../plans/\">计划</a>。</strong>另</p>\n");
    CHECK(html("**用`sha256sum`：**另") == "<p><strong>用<code>sha256sum</code>：</strong>另</p>\n");
}

TEST_CASE("bold within emphasis, links, headings, lists and quotes is mended, and emphasis within bold stays",
          "[pages]") {
    CHECK(html("_见**甲，**乙_") == "<p><em>见<strong>甲，</strong>乙</em></p>\n");
    CHECK(html("[见**甲，**乙](/plans/)") == "<p><a href=\"../plans/\">见<strong>甲，</strong>乙</a></p>\n");
    CHECK(html("## 见**甲，**乙") == "<h2>见<strong>甲，</strong>乙</h2>\n");
    CHECK(html("> 见**甲，**乙") == "<blockquote>\n<p>见<strong>甲，</strong>乙</p>\n</blockquote>\n");
    CHECK(html("**甲 *乙* 丙，**丁") == "<p><strong>甲 <em>乙</em> 丙，</strong>丁</p>\n");
    CHECK(html("**甲，**乙**丙。**丁**戊；**己") ==
          "<p><strong>甲，</strong>乙<strong>丙。</strong>丁<strong>戊；</strong>己</p>\n");
}

TEST_CASE("what CommonMark says of other text holds beside Chinese too", "[pages]") {
    CHECK(html("字**bold**字") == "<p>字<strong>bold</strong>字</p>\n");
    CHECK(html("a**(b **x** c)**d") == "<p>a**(b <strong>x</strong> c)**d</p>\n");
    CHECK(html("**a,**b") == "<p>**a,**b</p>\n");
    CHECK(html("\\*\\*重要：\\*\\*请") == "<p>**重要：**请</p>\n");
    CHECK(html("\\**重要：\\**请") == "<p>**重要：**请</p>\n");
    CHECK(html("**\\*重要：**请") == "<p><strong>*重要：</strong>请</p>\n");
    CHECK(html("`a\\*b` \\\\**重要：**请") == "<p><code>a\\*b</code> \\<strong>重要：</strong>请</p>\n");
    CHECK(html("一 * 二，*三") == "<p>一 * 二，*三</p>\n");
    CHECK(html("```\n**重要：**请\n```") == "<pre><code>**重要：**请\n</code></pre>\n");
    CHECK(html("[x](/a**b：**c/)") == "<p><a href=\"../a**b%EF%BC%9A**c/\">x</a></p>\n");
}

TEST_CASE("what is not bold stays as it is", "[pages]") {
    CHECK(html("2 ** 3 ** 4") == "<p>2 ** 3 ** 4</p>\n");
    CHECK(html("`**重要：**请`") == "<p><code>**重要：**请</code></p>\n");
    CHECK(html("**没有结尾：请注意") == "<p>**没有结尾：请注意</p>\n");
    CHECK(html("****") == "<hr />\n");
    CHECK(html("字****字") == "<p>字****字</p>\n");
}

TEST_CASE("a guide cannot bring in markup, scripts or links that run", "[pages]") {
    CHECK(html("<script>alert(1)</script>").find("<script") == std::string::npos);
    CHECK(html("a <b onclick=x>b</b>").find("<b") == std::string::npos);
    CHECK(html("[x](javascript:alert(1))").find("javascript") == std::string::npos);
    CHECK(html("[x](//elsewhere.invalid/)") == "<p><a href=\"//elsewhere.invalid/\">x</a></p>\n");
}

TEST_CASE("a guide's first heading is its title", "[pages]") {
    const pages::Article article = pages::article("# 怎样看\n\n文。\n", "../");
    CHECK(article.title == "怎样看");
    CHECK(article.html == "<p>文。</p>\n");
    CHECK(pages::article("文。", "../").title.empty());
}

TEST_CASE("a guide may not be larger than what is parsed in reasonable time", "[pages]") {
    CHECK_THROWS_AS(html(std::string(pages::largest_article + 1, 'a')), pages::BadTemplate);
}

TEST_CASE("the shipped guides have a title each and no markers left over", "[pages]") {
    int guides = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(GONGSHI_SHARE) / "content")) {
        if (entry.path().extension() != ".md") continue;
        INFO(entry.path().string());
        const pages::Article article = pages::article(tests::text_of_file(entry.path()), "../");
        CHECK_FALSE(article.title.empty());
        CHECK(article.html.find("**") == std::string::npos);
        ++guides;
    }
    CHECK(guides >= 5);
}
