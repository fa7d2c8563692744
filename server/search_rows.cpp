#include "server/search_rows.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace server {
namespace {

bool shown(char32_t c) {
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool invisible = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F);
    return !control && !invisible && c != 0xFEFF;
}

std::string in_address(std::string_view text) {
    std::string address;
    for (const char c : text) address += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return address;
}

std::string query_link(std::string_view query, std::string_view words) {
    return fmt::format("<a href=\"?q={}\">{}</a>", in_address(query), escaped(words));
}

std::string code_html(const std::string& code) {
    if (code.size() != 18) return fmt::format("<code>{}</code>", escaped(code));
    return fmt::format("<code>{}<i>{}</i><i>{}</i><i>{}</i></code>", code.substr(0, 2), code.substr(2, 6),
                       code.substr(8, 9), code.substr(17));
}

/// The text with the first of these words that stands in it, as it was written, marked.
std::string marked(const std::string& text, const std::vector<search::Word>& words) {
    for (const search::Word& word : words) {
        const std::size_t at = word.written.empty() ? text.npos : text.find(word.written);
        if (at == text.npos) continue;
        return fmt::format("{}<mark>{}</mark>{}", escaped(text.substr(0, at)), escaped(word.written),
                           escaped(text.substr(at + word.written.size())));
    }
    return escaped(text);
}

std::string note_of(const records::PublicEnterprise& one) {
    if (one.inspected > 0) return fmt::format("有 {} 条结果", one.inspected);
    if (one.drawn > 0) return fmt::format("被抽中 {} 次", one.drawn);
    return "未被抽中";
}

std::string row_html(const SearchRow& row, const std::vector<search::Word>& words) {
    const records::PublicEnterprise& one = row.enterprise;
    std::string html =
        fmt::format("<li><a href=\"../{}\"><bdi>{}</bdi></a>\n<span class=\"also\"><span class=\"tag\">企业</span> ",
                    records::address::enterprise(one.code), marked(one.name, words));
    if (!one.code.starts_with('o')) html += code_html(one.code) + " ";
    html += note_of(one) + "</span>";
    if (!row.former.empty())
        html += fmt::format("\n<span class=\"also\">按曾用名“{}”匹配</span>", marked(row.former, words));
    if (!row.code.empty()) html += fmt::format("\n<span class=\"also\">按代码 {} 匹配</span>", escaped(row.code));
    return html + "</li>\n";
}

std::string understood(const search::Understanding& meaning) {
    std::string html;
    for (std::size_t i = 0; i < meaning.said.size(); ++i) {
        html += fmt::format("<p class=\"understood{}\">{}", meaning.problem ? " notice" : "", escaped(meaning.said[i]));
        const bool last = i + 1 == meaning.said.size();
        if (last && meaning.problem && !meaning.problem->suggestion.empty())
            html += " " + query_link(meaning.problem->suggestion, "改查 " + meaning.problem->suggestion);
        html += "</p>\n";
    }
    return html;
}

std::string total(std::string_view words) {
    return fmt::format("<p id=\"total\" role=\"status\">{}</p>\n", words);
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string html;
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded next = text::decode_at(text, at);
        at += next.length;
        switch (next.code_point) {
            case U'&':
                html += "&amp;";
                break;
            case U'<':
                html += "&lt;";
                break;
            case U'>':
                html += "&gt;";
                break;
            case U'"':
                html += "&quot;";
                break;
            case U'\'':
                html += "&#39;";
                break;
            default:
                if (shown(next.code_point)) text::append(html, next.code_point);
        }
    }
    return html;
}

std::string found_html(const SearchAnswer& answer) {
    if (answer.failed)
        return total("没有查成。") +
               "<div class=\"notice\"><p>查询服务现在不能按名称查。请稍后再试，也可以<a "
               "href=\"#districts\">按区县翻看</a>。"
               "</p></div>\n";
    std::string html = understood(answer.meaning);
    if (answer.rows.empty() && answer.whole)
        return html + total(fmt::format("没有找到与“{}”匹配的企业。", escaped(answer.query))) +
               "<div class=\"empty\"><p>浏览器没有运行 JavaScript "
               "时只按名称和代码查企业，不查拼音，也不查计划、任务和文号。"
               "没有找到，不代表没有检查过：也许名称、代码的写法不同，也许不在本站覆盖的范围里。可以少输"
               "几个字，改用营业执照上的统一社会信用代码，或者<a href=\"#districts\">按区县翻看</a>。</p></div>\n";
    html += total(answer.whole ? fmt::format("找到企业 {} 条。", answer.rows.size())
                               : fmt::format("列出企业 {} 条。", answer.rows.size()));
    html +=
        "<p class=\"notice\">浏览器没有运行 JavaScript "
        "时只按名称和代码查企业；计划、任务、抽取和事项请从页面上方的栏目进入。</p>\n"
        "<ol class=\"hits\">\n";
    for (const SearchRow& row : answer.rows) html += row_html(row, answer.meaning.words);
    html += "</ol>\n";
    if (answer.next)
        html += fmt::format("<p class=\"more\"><a href=\"?q={}&amp;cursor={}\" rel=\"next\">下一页</a></p>\n",
                            in_address(answer.query), escaped(*answer.next));
    return html;
}

}  // namespace server
