#include "generator/pages/xml_text.h"

#include "generator/pages/template_set.h"

namespace pages {

std::string xml_text(std::string_view text) {
    std::string result;
    for (const char c : visible(text)) switch (c) {
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '&':
                result += "&amp;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\'':
                result += "&#39;";
                break;
            default:
                result += c;
        }
    return result;
}

}  // namespace pages
