#include "generator/pages/emphasis.h"

#include <cmark.h>

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

/// The code point that ends before `at`, or begins at it; 0 at the text's edge. Good enough to tell Chinese from ASCII.
char32_t before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0) {
        --begin;
        if ((static_cast<unsigned char>(text[begin]) & 0xC0) != 0x80) break;
    }
    return begin == at                                       ? 0
           : static_cast<unsigned char>(text[begin]) >= 0xE0 ? 0x4E00
                                                             : static_cast<unsigned char>(text[begin]);
}
bool chinese_beside(std::string_view text, std::size_t at) {
    const bool left = before(text, at) >= 0x4E00;
    const bool right = at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0xE0;
    return left || right;
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

/// In 一**（甲）**二**（乙）**三 cmark takes the two inner marks for a pair. A STRONG with an open mark before it and
/// another mark after it is such a pair: its marks become text again, to be paired from left to right.
void unwrap_false_pairs(cmark_node* parent) {
    bool open = false, unwrapped = false;
    for (cmark_node *child = cmark_node_first_child(parent), *next = nullptr; child != nullptr; child = next) {
        next = cmark_node_next(child);
        if (is_text(child)) {
            for (auto mark = find_mark(child, 0); mark; mark = find_mark(child, mark->at + 2))
                open = open ? false : opens(*mark);
        } else if (is_strong(child) && open && next_mark(next, 0)) {
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

}  // namespace

void mend_emphasis(cmark_node* document) {
    std::vector<cmark_node*> waiting{document};
    cmark_consolidate_text_nodes(document);  // cmark splits text at every *
    while (!waiting.empty()) {
        cmark_node* node = waiting.back();
        waiting.pop_back();
        if (holds_inlines(node)) mend_children(node);
        for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child))
            waiting.push_back(child);
    }
}

}  // namespace pages
