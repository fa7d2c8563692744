#include "generator/import/named_inspectors.h"

namespace importing {

std::vector<std::string> pseudonyms_of(ImportRun& run, const RowValues& row) {
    std::vector<std::string> pseudonyms;
    for (const std::string& name : row.list("inspectors")) {
        const auto known = run.private_store.inspectors_named(run.area, name);
        if (known.size() > 1)
            row.note("inspectors", "人员名录里有几个同名的人，分不清是哪一个", "名单按姓名另记一个化名");
        pseudonyms.push_back(known.size() == 1 ? known.front().pseudonym
                                               : run.private_store.pseudonym_for(run.area, {"", name, "", "", ""}));
    }
    return pseudonyms;
}

}  // namespace importing
