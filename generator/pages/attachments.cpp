#include "generator/pages/attachments.h"

#include <fmt/format.h>

#include "generator/pages/wording.h"

namespace pages {
namespace {

std::string_view kind_words(std::string_view type) {
    return type == "pdf" ? "PDF" : type == "ofd" ? "OFD" : "Word";
}

/// Rounded up, so that nothing has 0 kB.
std::string size_words(std::int64_t bytes) {
    constexpr std::int64_t kilo = 1000, mega = kilo * kilo;
    if (bytes < mega) return fmt::format("{} kB", (bytes + kilo - 1) / kilo);
    return fmt::format("{}.{} MB", bytes / mega, bytes % mega / (mega / 10));
}

/// What a browser calls the saved file: the title without what file systems refuse.
std::string saved_name(const records::PublicAttachment& attachment) {
    std::string name = attachment.title;
    for (char& letter : name)
        if (std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos) letter = '_';
    return name + "." + attachment.type;
}

}  // namespace

void fill_attachments(Page& page, records::PublicSite& records, records::PublicSite::Of what, records::Id id) {
    const auto attachments = records.attachments(what, id);
    if (attachments.empty()) return;
    View section = page.body().include("ATTACHMENTS", "attachments.tpl");
    for (const records::PublicAttachment& attachment : attachments) {
        View view = section.add("ATTACHMENT");
        view.set("ATTACHMENT_HREF", page.href(records::address::attachment(attachment)));
        view.set("ATTACHMENT_SAVED", saved_name(attachment));
        view.set("ATTACHMENT_TITLE", attachment.title);
        view.set("ATTACHMENT_KIND", kind_words(attachment.type));
        view.set("ATTACHMENT_SIZE", size_words(attachment.size));
        view.set("ATTACHED_ON", date_words(attachment.attached_on));
        view.set("REVIEWED_ON", date_words(attachment.reviewed_on));
        view.set("ATTACHMENT_SHA256", attachment.sha256);
        page.dated(attachment.reviewed_on);
    }
}

}  // namespace pages
