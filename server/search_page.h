// GET /search/?q=… for readers without JavaScript: the release's own search/index.html with two places filled, as the
// comment of templates/search.tpl says. Finds enterprises only; the page's script finds the other kinds as well.
#pragma once

#include "server/current_release.h"
#include "server/reply.h"
#include "server/request.h"

namespace server {

/// Whether a request asks for this page.
bool asks_to_search(const Request& request);

/// The page; the file as it is when nothing is asked or it has no place for what was found. 404 when the release has no
/// such page.
Reply search_page(const Request& request, OpenedRelease& release);

}  // namespace server
