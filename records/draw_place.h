// Where an object of an opened pool ended: by its rank, and by the list that was published. One answer for the pool's
// pages, its data twins, the box 我在抽查池中吗, the enterprise's page and the look-up server. Knows nothing of how a
// ticket is computed.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "records/public_site.h"

namespace records {

enum class DrawPlace {
    no_part,     // excluded, or aborted before there were tickets
    drawn,       // 抽中
    replaced,    // 抽中后被替补换下
    unlisted,    // 抽中, not on the published list for another reason (or for one that cannot be told)
    substitute,  // 替补进入名单
    not_drawn,   // 没有抽中
};

/// What is known of a draw's published list.
struct PublishedList {
    bool known = false;          // the draw is revealed, and its list is there
    bool replaced_only = false;  // whoever was drawn and is not listed was replaced: there were replacements, and no
                                 // row is withheld
};

inline PublishedList published_list(const PublicDraw& draw, const PublicCommittedDraw& committed) {
    return {committed.state == "revealed" && draw.revealed && draw.listed > 0,
            committed.replaced > 0 && draw.withheld == 0};
}

/// `rank` from 1, nothing for one that took no part; `n`: how many its stratum draws; `listed`: on the published list.
inline DrawPlace place_of(std::optional<std::int64_t> rank, std::int64_t n, bool listed, const PublishedList& list) {
    if (!rank) return DrawPlace::no_part;
    const bool within = *rank <= n;
    if (!list.known || within == listed) return within ? DrawPlace::drawn : DrawPlace::not_drawn;
    if (listed) return DrawPlace::substitute;
    return list.replaced_only ? DrawPlace::replaced : DrawPlace::unlisted;
}

/// The place as the data twins spell it.
constexpr std::string_view spelling_of(DrawPlace place) {
    switch (place) {
        case DrawPlace::no_part:
            return "";
        case DrawPlace::drawn:
            return "drawn";
        case DrawPlace::replaced:
            return "replaced";
        case DrawPlace::unlisted:
            return "unlisted";
        case DrawPlace::substitute:
            return "substitute";
        case DrawPlace::not_drawn:
            return "not_drawn";
    }
    return "";
}

}  // namespace records
