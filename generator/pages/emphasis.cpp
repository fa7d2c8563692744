#include "generator/pages/emphasis.h"

#include <cmark.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pages {
namespace {

/// A ** that cmark left as text: where it stands among the texts of one paragraph.
struct Mark {
    cmark_node* text = nullptr;
    std::size_t at = 0;  // byte of its first *
};

bool blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// Stands for an escaped star while marks are paired: a punctuation mark as * is one, which no guide has a use for.
constexpr std::string_view escaped_star = "⁑";
constexpr std::string_view middle_dot = "·";  // U+00B7, the one Chinese mark of two bytes

/// Whether a Chinese character or mark begins at `at`. Three bytes or more are good enough to tell them from letters.
bool chinese_at(std::string_view text, std::size_t at) {
    if (at >= text.size() || text.substr(at).starts_with(escaped_star)) return false;
    return static_cast<unsigned char>(text[at]) >= 0xE0 || text.substr(at).starts_with(middle_dot);
}
/// Whether one ends before `at`.
bool chinese_before(std::string_view text, std::size_t at) {
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80) continue;
    return chinese_at(text, at);
}
bool chinese_beside(std::string_view text, std::size_t at) {
    return (at > 0 && chinese_before(text, at)) || chinese_at(text, at + 2);
}

std::optional<Mark> find_mark(cmark_node* text, std::size_t from) {
    const char* literal = cmark_node_get_literal(text);
    const std::size_t at = literal == nullptr ? std::string::npos : std::string_view(literal).find("**", from);
    if (at == std::string::npos) return std::nullopt;
    return Mark{text, at};
}

bool opens(const Mark& mark) {
    const std::string_view text = cmark_node_get_literal(mark.text);
    return mark.at + 2 < text.size() ? !blank(text[mark.at + 2]) : cmark_node_next(mark.text) != nullptr;
}
bool closes(const Mark& mark) {
    const std::string_view text = cmark_node_get_literal(mark.text);
    return mark.at > 0 ? !blank(text[mark.at - 1]) : cmark_node_previous(mark.text) != nullptr;
}
bool chinese(const Mark& mark) {
    return chinese_beside(cmark_node_get_literal(mark.text), mark.at);
}

cmark_node* text_node(std::string_view literal) {
    cmark_node* node = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(node, std::string(literal).c_str());
    return node;
}

/// Everything between the marks becomes the children of a new STRONG; the marks go.
cmark_node* embolden(const Mark& open, const Mark& close) {
    cmark_node* strong = cmark_node_new(CMARK_NODE_STRONG);
    const std::string first(cmark_node_get_literal(open.text)), last(cmark_node_get_literal(close.text));
    const bool same = open.text == close.text;
    cmark_node_insert_after(open.text, strong);
    if (same) {
        cmark_node_append_child(strong, text_node(std::string_view(first).substr(open.at + 2, close.at - open.at - 2)));
        cmark_node_insert_after(strong, text_node(std::string_view(first).substr(close.at + 2)));
    } else {
        cmark_node_append_child(strong, text_node(std::string_view(first).substr(open.at + 2)));
        while (cmark_node_next(strong) != close.text) {
            cmark_node* moved = cmark_node_next(strong);
            cmark_node_unlink(moved);
            cmark_node_append_child(strong, moved);
        }
        cmark_node_append_child(strong, text_node(std::string_view(last).substr(0, close.at)));
        cmark_node_set_literal(close.text, last.substr(close.at + 2).c_str());
    }
    cmark_node_set_literal(open.text, first.substr(0, open.at).c_str());
    return strong;
}

bool is_text(cmark_node* node) {
    return cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

/// The next mark at or after a place, among the text children that follow.
std::optional<Mark> next_mark(cmark_node* node, std::size_t from) {
    for (; node != nullptr; node = cmark_node_next(node), from = 0)
        if (is_text(node))
            if (const auto mark = find_mark(node, from)) return mark;
    return std::nullopt;
}

bool is_strong(cmark_node* node) {
    return cmark_node_get_type(node) == CMARK_NODE_STRONG;
}

/// Puts a STRONG's children where it was, between literal marks.
void unwrap(cmark_node* strong) {
    cmark_node_insert_before(strong, text_node("**"));
    while (cmark_node* child = cmark_node_first_child(strong)) {
        cmark_node_unlink(child);
        cmark_node_insert_before(strong, child);
    }
    cmark_node_insert_before(strong, text_node("**"));
    cmark_node_free(strong);
}

/// Whether both marks of a STRONG stand close to Chinese text outside it, so that the first may be meant to close and
/// the last to open.
bool between_marks(cmark_node* strong) {
    cmark_node *left = cmark_node_previous(strong), *right = cmark_node_next(strong);
    if (left == nullptr || right == nullptr || !is_text(left) || !is_text(right)) return false;
    const std::string_view before = cmark_node_get_literal(left), after = cmark_node_get_literal(right);
    if (before.empty() || after.empty() || blank(before.back()) || blank(after.front())) return false;
    return chinese_before(before, before.size()) || chinese_at(after, 0);
}

/// In 一**（甲）**二**（乙）**三 cmark takes the two inner marks for a pair. A STRONG with an open mark before it and
/// another mark after it is such a pair: its marks become text again, to be paired from left to right.
void unwrap_false_pairs(cmark_node* parent) {
    bool open = false, unwrapped = false;
    for (cmark_node *child = cmark_node_first_child(parent), *next = nullptr; child != nullptr; child = next) {
        next = cmark_node_next(child);
        if (is_text(child)) {
            for (auto mark = find_mark(child, 0); mark; mark = find_mark(child, mark->at + 2))
                open = open ? false : opens(*mark);
        } else if (is_strong(child) && open && between_marks(child) && next_mark(next, 0)) {
            unwrap(child);
            unwrapped = true;
        }
    }
    if (unwrapped) cmark_consolidate_text_nodes(parent);
}

void mend_children(cmark_node* parent) {
    unwrap_false_pairs(parent);
    auto open = next_mark(cmark_node_first_child(parent), 0);
    while (open) {
        if (!opens(*open)) {
            open = next_mark(open->text, open->at + 2);
            continue;
        }
        auto close = next_mark(open->text, open->at + 2);
        while (close && (!closes(*close) || (close->text == open->text && close->at == open->at + 2)))
            close = next_mark(close->text, close->at + 2);
        if (!close) return;
        if (!chinese(*open) && !chinese(*close)) {
            open = next_mark(open->text, open->at + 2);
            continue;
        }
        open = next_mark(cmark_node_next(embolden(*open, *close)), 0);
    }
}

bool holds_inlines(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
        case CMARK_NODE_HEADING:
        case CMARK_NODE_EMPH:
        case CMARK_NODE_LINK:
            return true;
        default:
            return false;
    }
}

/// Puts `star` where escaped stars were hidden.
std::string shown(std::string_view text, std::string_view star) {
    std::string result;
    for (std::size_t at = 0;;) {
        const std::size_t hidden = text.find(escaped_star, at);
        result.append(text.substr(at, hidden - at));
        if (hidden == std::string_view::npos) return result;
        result.append(star);
        at = hidden + escaped_star.size();
    }
}

void show_escaped_stars(cmark_node* document) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(document), cmark_iter_free);
    for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
        cmark_node* node = cmark_iter_get_node(walk.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LINK && event == CMARK_EVENT_ENTER)
            cmark_node_set_url(node, shown(cmark_node_get_url(node), "*").c_str());
        const char* literal = cmark_node_get_literal(node);
        if (literal == nullptr || std::string_view(literal).find(escaped_star) == std::string_view::npos) continue;
        cmark_node_set_literal(node, shown(literal, is_text(node) ? "*" : "\\*").c_str());
    }
}

}  // namespace

std::string hide_escaped_stars(std::string_view markdown) {
    std::string result;
    if (markdown.find(escaped_star) != std::string_view::npos) return std::string(markdown);
    for (std::size_t at = 0; at < markdown.size(); ++at) {
        if (markdown[at] != '\\' || at + 1 == markdown.size()) {
            result += markdown[at];
        } else if (markdown[++at] == '*') {
            result += escaped_star;
        } else {
            result.append(1, '\\').append(1, markdown[at]);
        }
    }
    return result;
}

void mend_emphasis(cmark_node* document) {
    std::vector<cmark_node*> waiting{document};
    cmark_consolidate_text_nodes(document);
    while (!waiting.empty()) {
        cmark_node* node = waiting.back();
        waiting.pop_back();
        if (holds_inlines(node)) mend_children(node);
        for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
            waiting.push_back(child);
    }
    show_escaped_stars(document);
}

}  // namespace pages
