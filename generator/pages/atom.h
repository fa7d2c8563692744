// Atom feeds (RFC 4287) as files: entries with permanent ids, dates from the data only, newest first, bounded in
// number. Knows nothing of what an entry is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/pages/site.h"

namespace pages {

struct FeedEntry {
    std::string date;     // YYYY-MM-DD…: when it was published, or changed last
    std::string address;  // of the page it leads to
    std::string title, summary;
    std::string identity = {};  // what the permanent id is made of, where that is not the address
};

struct Feed {
    std::string address;  // of the feed itself, "offices/990101/feed.xml"
    std::string page;     // of the page it belongs to
    std::string title;
    std::vector<FeedEntry> entries;
    std::string related = {};  // another feed, for whoever wants to know more
};

/// No feed has more entries.
constexpr std::size_t entries_at_most = 50;

/// Newest first, entries without a date left out.
void sort_newest(std::vector<FeedEntry>& entries);
/// Writes the feed with its newest entries; its date is the newest entry's, or that of the site's data.
void write_atom(const Site& site, Feed feed);

/// A permanent id: the absolute address, or a tag: URI (RFC 4151) where the site's own address is not set.
std::string permanent_id(const Site& site, std::string_view address);

}  // namespace pages
