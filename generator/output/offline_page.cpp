#include "generator/output/offline_page.h"

#include <filesystem>

namespace output {
namespace {

/// Leads somewhere below this site, relative to the page.
bool relative(std::string_view link) {
    const std::size_t colon = link.find(':');
    const bool scheme = colon != std::string_view::npos && colon < link.find_first_of("/?#");
    return !link.empty() && !scheme && !link.starts_with('/') && !link.starts_with('#') && !link.starts_with('?');
}

std::string_view path_of(std::string_view link) {
    return link.substr(0, link.find_first_of("?#"));
}

bool leads_to(std::string_view link, std::string_view address, std::string_view file) {
    const std::filesystem::path folder = std::filesystem::path(address).parent_path();
    return path_of(link).size() < 1024 && (folder / path_of(link)).lexically_normal() == file;
}

bool folder(std::string_view path) {
    return path.ends_with('/') || path == "." || path == ".." || path.ends_with("/.") || path.ends_with("/..");
}

bool is_blank(char letter) {
    return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == '\f';
}

class Rewriter {
  public:
    Rewriter(std::string_view html, std::string_view address, std::string_view absent)
        : html_(html), address_(address), absent_(absent) {
        result_.reserve(html.size() + html.size() / 16);
    }

    std::string run() {
        while (at_ < html_.size()) {
            const std::size_t open = html_.find('<', at_);
            copy_to(open);
            if (open == std::string_view::npos) break;
            if (html_.substr(at_).starts_with("<!--")) {
                const std::size_t end = html_.find("-->", at_ + 4);
                copy_to(end == std::string_view::npos ? end : end + 3);
            } else {
                tag();
            }
        }
        return std::move(result_);
    }

  private:
    void copy_to(std::size_t end) {
        end = std::min(end, html_.size());
        result_.append(html_.substr(at_, end - at_));
        at_ = end;
    }
    /// Copies one tag up to its ">", mending values in double quotes.
    void tag() {
        while (at_ < html_.size() && html_[at_] != '>') {
            const std::size_t stop = html_.find_first_of("\"'>", at_);
            const std::size_t name_end = stop == std::string_view::npos ? html_.size() : stop;
            const std::string_view before = html_.substr(at_, name_end - at_);
            copy_to(stop);
            if (at_ >= html_.size() || html_[at_] == '>') break;
            const char quote = html_[at_];
            const std::size_t end = html_.find(quote, at_ + 1);
            if (end == std::string_view::npos) return copy_to(end);
            value(before, html_.substr(at_ + 1, end - at_ - 1), quote, end + 1);
        }
        copy_to(at_ + 1);
    }
    /// `before`: what stands before the quote, ending in the attribute's name and "=".
    void value(std::string_view before, std::string_view link, char quote, std::size_t after) {
        const bool href = named(before, "href="), action = named(before, "action=");
        if ((!href && !action) || !relative(link)) return copy_to(after);
        if (href && leads_to(link, address_, absent_)) {
            result_.resize(result_.size() - std::string_view(" href=").size());
            at_ = after;
            return;
        }
        const std::string_view path = path_of(link);
        if (!folder(path)) return copy_to(after);
        result_.append(1, quote).append(path).append(path.ends_with('/') ? "" : "/").append("index.html");
        result_.append(link.substr(path.size())).append(1, quote);
        at_ = after;
    }
    static bool named(std::string_view before, std::string_view name) {
        return before.ends_with(name) && before.size() > name.size() &&
               is_blank(before[before.size() - name.size() - 1]);
    }

    std::string_view html_, address_, absent_;
    std::size_t at_ = 0;
    std::string result_;
};

}  // namespace

std::string offline_page(std::string_view html, std::string_view address, std::string_view absent) {
    return Rewriter(html, address, absent).run();
}

}  // namespace output
