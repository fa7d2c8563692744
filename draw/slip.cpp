// The check `slip` (凭条): this visit and these inspectors were fixed when the result was recorded.
#include "draw/checks.h"
#include "draw/result_tree.h"

namespace draw {

namespace {

bool persons_fit(const Slip& slip) {
    if (slip.persons.size() != slip.inspectors.size()) return false;
    for (std::size_t i = 0; i < slip.persons.size(); ++i)
        if (slip.persons[i].empty() != slip.inspectors[i].empty()) return false;
    return true;
}

Finding judge(const Slip& slip, std::optional<std::string_view> bytes, const std::optional<Record>& record) {
    if (slip.v != "ssj1") return failed("slip.json 的版本不是 ssj1");
    if (!record) return unchecked(missing_sentence("record.json"));
    if (slip.record != sha256(*bytes)) return failed("这张凭条说的不是这份 record.json");
    if (slip.draw != record->draw) return failed("凭条与 record.json 不是同一次抽取");
    if (slip.size != record->size) return failed("凭条的名单大小与登记的不同");
    if (!persons_fit(slip)) return failed("凭条的人员指纹与检查人员不对应");
    const std::vector<std::string_view> inspectors(slip.inspectors.begin(), slip.inspectors.end());
    const ResultLeaf leaf = result_leaf_of(slip.id, inspectors, slip.salt);
    if (!is_included(leaf, slip.index, slip.size, slip.path, record->root)) return failed("凭条不在登记的结果里");
    return held(slip.id + " 的这次检查和检查人员，登记时已经锁定（登记时间 " + record->at + " 是机关自己说的）");
}

}  // namespace

Report verify_slip(const Slip& slip, std::optional<std::string_view> bytes) {
    std::optional<Record> record;
    if (bytes) record = read_record(*bytes);
    Finding finding = judge(slip, bytes, record);
    return {{{"slip", finding.status, std::move(finding.detail)}}, slip.draw};
}

}  // namespace draw
