// Markdown that a person wrote (guides) → HTML, through cmark in its safe mode: raw HTML and javascript: links are left
// out. Mends what cmark does not bold in Chinese: **重要：**请注意. Knows nothing of pages.
#pragma once

#include <string>
#include <string_view>

namespace pages {

struct Article {
    std::string title;  // the text of the first heading of level 1, empty when there is none
    std::string html;   // everything after that heading
};

inline constexpr std::size_t largest_article = 256 * 1024;  // bytes: cmark 0.30.2 is quadratic on hostile input

/// Throws BadTemplate for a text over largest_article. Links to pages are written from the site's root: [计划](/plans/)
/// becomes `root` + "plans/".
Article article(std::string_view markdown, std::string_view root);

}  // namespace pages
