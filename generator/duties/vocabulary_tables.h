// The columns of each noun, by subject. For vocabulary.cpp only.
#pragma once

#include "generator/duties/vocabulary.h"

namespace duties {

inline const std::vector<std::string_view> yes_or_no{"是", "否"};

NounTable task_words();
NounTable item_words();
NounTable item_list_words();
NounTable plan_edition_words();

// Without the columns of their task, which vocabulary.cpp puts behind their own.
NounTable inspection_words();
NounTable draw_words();
NounTable drawn_object_words();
NounTable result_words();
NounTable follow_up_words();

NounTable object_words();
NounTable inspector_words();
NounTable report_words();
NounTable declared_words();

}  // namespace duties
