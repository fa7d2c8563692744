// What goes wrong with a request, as application/problem+json (RFC 9457): a closed list of kinds, each explained on the
// site's page api/problems/, and a reply that names all faults of a request at once.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/reply.h"

namespace server {

struct ProblemKind {
    std::string_view name;  // the page's anchor: api/problems/#<name>
    int status = 0;
    std::string_view title;  // Chinese
};
/// All kinds there are; the first of a status is the one that problem(status, …) means.
std::span<const ProblemKind> problem_kinds();

/// One thing that is wrong with a request: which parameter (of the query or the path, or `cursor`), and what about it.
struct Fault {
    std::string parameter, detail;
};

/// A reply of a kind by its name. `detail` is one Chinese sentence; `errors` lists every fault.
Reply problem_of(std::string_view kind, std::string_view detail, const std::vector<Fault>& errors = {});

/// The same reply for a site that does not stand at the root of its host: its `type` begins with the site's base
/// address ("https://…/") in place of "/".
Reply with_base(Reply reply, std::string_view base);

}  // namespace server
