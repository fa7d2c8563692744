#include "generator/pages/markdown.h"

#include <cmark.h>
#include <fmt/format.h>

#include <cstdlib>
#include <memory>
#include <vector>

#include "generator/pages/emphasis.h"
#include "generator/pages/site_pages.h"

namespace pages {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeText {
    void operator()(char* text) const { std::free(text); }
};
using Node = std::unique_ptr<cmark_node, FreeNode>;

std::string text_of(cmark_node* node) {
    std::string text;
    if (const char* literal = cmark_node_get_literal(node)) text += literal;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
        text += text_of(child);
    return text;
}

/// Takes the first heading of level 1 out of the document.
std::string take_title(cmark_node* document) {
    cmark_node* first = cmark_node_first_child(document);
    if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_HEADING ||
        cmark_node_get_heading_level(first) != 1)
        return {};
    std::string title = text_of(first);
    cmark_node_free(first);  // unlinks it too
    return title;
}

void point_links(cmark_node* document, std::string_view root) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(document), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        cmark_node* node = cmark_iter_get_node(walk.get());
        if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_LINK) continue;
        const std::string_view url = cmark_node_get_url(node);
        if (url.starts_with('/') && !url.starts_with("//"))
            cmark_node_set_url(node, fmt::format("{}{}", root, url.substr(1)).c_str());
    }
}

}  // namespace

Article article(std::string_view markdown, std::string_view root) {
    if (markdown.size() > largest_article)
        throw BadTemplate(fmt::format("文章超过 {} KiB，请分成几篇。", largest_article / 1024));
    const std::string text = hide_escaped_stars(markdown);
    const Node document(cmark_parse_document(text.data(), text.size(), CMARK_OPT_VALIDATE_UTF8));
    mend_emphasis(document.get());
    Article result;
    result.title = take_title(document.get());
    point_links(document.get(), root);
    const std::unique_ptr<char, FreeText> html(cmark_render_html(document.get(), CMARK_OPT_VALIDATE_UTF8));
    result.html = html.get();
    return result;
}

}  // namespace pages
