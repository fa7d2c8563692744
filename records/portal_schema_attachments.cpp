#include "records/portal_schema.h"

namespace records {

// 附件. A review is a further row of the same key with the reviewer's name; the newest row of a key is the current one.
const char* const portal_attachment_table = R"sql(
CREATE TABLE attachment(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL,                    -- where it belongs and the digest of its bytes
  plan_edition INTEGER REFERENCES plan_edition,
  item_list_edition INTEGER REFERENCES item_list_edition,
  task INTEGER REFERENCES task,
  draw INTEGER REFERENCES draw,
  result INTEGER REFERENCES result,
  title TEXT NOT NULL CHECK(title <> ''),
  type TEXT NOT NULL,                   -- pdf docx doc ofd
  sha256 TEXT NOT NULL,                 -- of the bytes, which lie in the portal's folder
  size INTEGER NOT NULL CHECK(size > 0),
  attached_on TEXT NOT NULL,
  reviewed_by TEXT NOT NULL,            -- 审查人: '' nobody yet; never published
  reviewed_on TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES batch,
  replaces INTEGER REFERENCES attachment, correction_reason TEXT,
  CHECK((plan_edition IS NOT NULL) + (item_list_edition IS NOT NULL) + (task IS NOT NULL) + (draw IS NOT NULL) +
        (result IS NOT NULL) = 1)
) STRICT;
CREATE INDEX attachment_by_plan_edition ON attachment(plan_edition) WHERE plan_edition IS NOT NULL;
CREATE INDEX attachment_by_item_list_edition ON attachment(item_list_edition) WHERE item_list_edition IS NOT NULL;
CREATE INDEX attachment_by_task ON attachment(task) WHERE task IS NOT NULL;
CREATE INDEX attachment_by_draw ON attachment(draw) WHERE draw IS NOT NULL;
CREATE INDEX attachment_by_result ON attachment(result) WHERE result IS NOT NULL;
)sql";

}  // namespace records
