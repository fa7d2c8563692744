// Where an object of an opened pool ended, for pages: see records/draw_place.h.
#pragma once

#include "records/draw_place.h"

namespace pages {

using records::DrawPlace;
using records::place_of;
using records::published_list;
using records::PublishedList;
using records::spelling_of;

}  // namespace pages
