// Chinese emphasis in Markdown. CommonMark's rule for ** looks for blanks around words, which Chinese has none of, so
// **重要：**请注意 stays literal. This pass walks the parsed tree and turns such ** that are left in text beside Chinese
// characters or punctuation into bold. All else is as CommonMark says: code, links' addresses, HTML and \* escaped are
// never touched, and text without Chinese beside its marks is left alone.
#pragma once

struct cmark_node;

namespace pages {

void mend_emphasis(cmark_node* document);

}  // namespace pages
