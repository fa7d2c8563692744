// Chinese emphasis in Markdown. CommonMark's rule for ** looks for blanks around words, which Chinese has none of, so
// **重要：**请注意 stays literal. This pass walks the parsed tree and turns such ** that are left in text beside Chinese
// characters or punctuation into bold. All else is as CommonMark says: code, links' addresses, HTML and \* escaped are
// never touched, and text without Chinese beside its marks is left alone.
#pragma once

#include <string>
#include <string_view>

struct cmark_node;

namespace pages {

/// The text with each escaped star as another mark, which mend_emphasis makes a star again: the parsed tree would not
/// tell \*\* from **.
std::string hide_escaped_stars(std::string_view markdown);

void mend_emphasis(cmark_node* document);

}  // namespace pages
