#include <functional>
#include <nlohmann/json.hpp>

#include "tests/draw_package_case.h"

namespace {

draw::Slip vector_slip(const std::string& folder) {
    return draw::read_slip(nlohmann::json::parse(tests::draw_vector(folder + "/intermediate.json"))["slip"].dump());
}

draw::Check judged(const draw::Slip& slip, std::optional<std::string_view> record) {
    const draw::Report report = draw::verify_slip(slip, record);
    CHECK(report.checks.size() == 1);
    CHECK(report.draw == slip.draw);
    return tests::check_named(report, "slip");
}

}  // namespace

TEST_CASE("the slips of the vectors lead to the root of their record", "[draw][slip]") {
    const std::string folder = GENERATE("facts", "classes");
    const draw::Slip slip = vector_slip(folder);
    const std::string record = tests::draw_vector(folder + "/record.json");
    const draw::Check check = judged(slip, record);
    CHECK(check.status == draw::Status::ok);
    CHECK(check.detail == slip.id + " 的这次检查和检查人员，登记时已经锁定（登记时间 " + draw::read_record(record).at +
                              " 是机关自己说的）");
    CHECK(judged(slip, std::nullopt).detail == "缺少 record.json，没有核对");
    CHECK(judged(slip, std::nullopt).status == draw::Status::not_checked);
}

TEST_CASE("each thing wrong with a slip has its sentence", "[draw][slip]") {
    struct Case {
        std::string sentence;
        std::function<void(draw::Slip&)> change;
    };
    draw::Slip slip = vector_slip("facts");
    const std::string record = tests::draw_vector("facts/record.json");
    const std::string path = "凭条不在登记的结果里";
    const Case one = GENERATE_COPY(values<Case>({
        {"slip.json 的版本不是 ssj1", [](draw::Slip& s) { s.v = "ssj2"; }},
        {"这张凭条说的不是这份 record.json", [](draw::Slip& s) { s.record[0] ^= 1; }},
        {"凭条与 record.json 不是同一次抽取", [](draw::Slip& s) { s.draw[0] ^= 1; }},
        {"凭条的名单大小与登记的不同", [](draw::Slip& s) { s.size = 7; }},
        {"凭条的人员指纹与检查人员不对应", [](draw::Slip& s) { s.persons.pop_back(); }},
        {"凭条的人员指纹与检查人员不对应", [](draw::Slip& s) { s.persons[1].clear(); }},
        {"凭条的人员指纹与检查人员不对应", [](draw::Slip& s) { s.inspectors[1].clear(); }},
        {path, [](draw::Slip& s) { s.index = 6; }},
        {path, [](draw::Slip& s) { s.index = 5; }},
        {path, [](draw::Slip& s) { s.index = 9007199254740991; }},
        {path, [](draw::Slip& s) { s.path.pop_back(); }},
        {path, [](draw::Slip& s) { s.path.push_back({}); }},
        {path, [](draw::Slip& s) { s.path.clear(); }},
        {path, [](draw::Slip& s) { s.path[1][31] ^= 1; }},
        {path, [](draw::Slip& s) { std::swap(s.path[0], s.path[1]); }},
        {path, [](draw::Slip& s) { s.id = "919999015JY6N888NN"; }},
        {path, [](draw::Slip& s) { s.inspectors[0] = "SC006"; }},
        {path, [](draw::Slip& s) { s.salt[15] ^= 1; }},
    }));
    one.change(slip);
    CHECK(judged(slip, record).detail == one.sentence);
    CHECK(judged(slip, record).status == draw::Status::fail);
}

TEST_CASE("a changed byte anywhere in a slip is found, save in the persons' digests", "[draw][slip]") {
    const std::string bytes = draw::slip_json(vector_slip("facts")), record = tests::draw_vector("facts/record.json");
    const std::size_t persons = bytes.find("\"persons\":"), after = bytes.find("],\"record\"");
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at > persons && at < after) continue;
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        try {
            if (judged(draw::read_slip(changed), record).status == draw::Status::ok)
                FAIL("byte " << at << " not found");
        } catch (const draw::Unreadable& refusal) {
            CHECK(refusal.file == "slip.json");
        }
    }
}

TEST_CASE("a record that cannot be read makes its slip unreadable", "[draw][slip]") {
    CHECK_THROWS_AS(draw::verify_slip(vector_slip("facts"), "{}"), draw::Unreadable);
}
