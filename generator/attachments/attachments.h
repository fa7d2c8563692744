// Adding a file to a record as an attachment 附件, writing down who has read it, listing them. The bytes go into the
// portal's attachments/ under their digest, the rest into portal.db as a draft batch. What is published of it is
// decided elsewhere (generator/publish): nothing before a person has reviewed it, and never that person's name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "generator/settings/settings.h"
#include "records/portal.h"

namespace attachments {

struct Request {
    std::filesystem::path file;
    std::string to;     // plan:3/1 item-list:2/0 draw:5 result:7 task:9
    std::string title;  // shown to readers
    std::string by, as_of;
    std::string reviewed_by;  // may be empty: then it waits
};

/// What a reviewer signs for, told wherever one does or should.
extern const char* const what_to_look_for;

/// Adds the file as a draft and gives its number. Throws settings::Unusable when the file, the place or a text is not
/// usable, or when the same file is there already.
records::Id attach(records::Portal& portal, const settings::PortalFolder& folder, const Request& request);

/// Writes down that `by` has read attachment `id`, as a draft. Throws settings::Unusable when there is none, it is
/// reviewed already, or its file is no longer what was attached.
void review(records::Portal& portal, const settings::PortalFolder& folder, records::Id id, const std::string& by,
            const std::string& as_of);

/// Takes a published attachment off the site with the next publication; it stays in portal.db with the reason. Throws
/// settings::Unusable when there is no published one of this number, it is withdrawn already, or no reason is given.
void withdraw(records::Portal& portal, records::Id id, const std::string& reason, const std::string& by,
              const std::string& as_of);

struct Listed {
    records::AttachmentFacts facts;
    std::string place;  // as Request::to
    bool published = false;
    bool withdrawn = false;  // a draft withdrawal counts too
};
std::vector<Listed> list(records::Portal& portal);

/// Removes the files that no attachment names any more (after an undo).
void remove_unnamed_files(records::Portal& portal, const settings::PortalFolder& folder);

}  // namespace attachments
