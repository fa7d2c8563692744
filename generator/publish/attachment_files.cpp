#include "generator/publish/attachment_files.h"

#include "generator/output/digest.h"
#include "generator/output/errors.h"
#include "records/public_site.h"

namespace publish {

std::vector<std::pair<std::string, std::filesystem::path>> attachment_files(const std::filesystem::path& public_db,
                                                                            const settings::PortalFolder& folder) {
    std::vector<std::pair<std::string, std::filesystem::path>> files;
    records::PublicSite site(public_db);
    for (const records::PublicAttachment& attachment : site.attachments()) {
        const std::filesystem::path file = folder.attachments() / (attachment.sha256 + "." + attachment.type);
        const auto digest = output::digest_file(file);
        if (!digest || output::hex(digest->sha256) != attachment.sha256)
            throw output::Failed("第 " + std::to_string(attachment.id) + " 号附件“" + attachment.title +
                                 "”的文件不在了，或已不是审查过的那一份：" + file.string() +
                                 "。请从备份恢复这个文件。");
        files.emplace_back(records::address::attachment(attachment), file);
    }
    return files;
}

std::int64_t unreviewed_attachments(records::Portal& portal) {
    std::int64_t count = 0;
    for (const records::AttachmentFacts& attachment : portal.attachments(records::Portal::Which::with_drafts))
        if (attachment.reviewed_by.empty()) ++count;
    return count;
}

}  // namespace publish
