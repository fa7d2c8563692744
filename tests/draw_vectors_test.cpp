// Every value of intermediate.json, which an independent program computed.
#include "tests/draw_vectors.h"

#include "draw/result_tree.h"
#include "draw/salter.h"

using tests::DrawVector;

namespace {

std::vector<std::string> ids_of(std::span<const draw::Candidate> candidates, std::size_t most) {
    std::vector<std::string> ids;
    for (const auto& one : candidates.first(std::min(most, candidates.size()))) ids.emplace_back(one.id.text());
    return ids;
}

/// The inspectors of everybody drawn, by object in ascending order.
std::map<std::string, std::vector<std::string>> matched(const DrawVector& vector) {
    const draw::Selection selection = vector.selection();
    const auto drawn = selection.all_drawn();
    const auto pool = draw::read_inspectors(tests::source_of(vector.inspectors));
    std::vector<draw::Visit> visits;
    for (const auto& one : drawn) visits.push_back({one.id, selection.needs(one.needs)});
    const draw::Picks picks = draw::Matching(pool.inspectors, vector.keys(), selection.all_needs()).match(visits);
    std::map<std::string, std::vector<std::string>> names;
    for (std::size_t i = 0; i < visits.size(); ++i)
        for (const draw::InspectorNumber one : picks.of(i))
            names[std::string(visits[i].id.text())].push_back(one == draw::nobody ? "" : pool.inspectors[one].id);
    return names;
}

}  // namespace

TEST_CASE("the encodings, the identity and the commitments are those of the vectors", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    const auto& values = vector.values;
    CHECK(draw::hex(draw::encoded("a", "bc")) == values["E_of_a_bc"]);
    CHECK(draw::hex(draw::announcement_digest(vector.announcement_bytes)) == values["draw_id"]);
    for (std::size_t i = 0; i < vector.reveal.nonces.size(); ++i) {
        const auto& [nonce, who] = vector.reveal.nonces[i];
        CHECK(draw::nonce_commitment(who, nonce) == vector.announcement.nonces[i].commit);
        if (who == "office") CHECK(draw::hex(draw::nonce_commitment(who, nonce)) == values["nonce_commit_office"]);
    }
    CHECK(draw::quota_commitment(draw::quota_json(vector.quota)) == vector.announcement.quota);
}

TEST_CASE("the seed and its keys are those of the vectors", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    const auto& values = vector.values;
    CHECK(draw::hex(draw::nonces_key(vector.nonces())) == values["nonces_key"]);
    const std::string message =
        draw::seed_message(draw::announcement_digest(vector.announcement_bytes), vector.announcement.beacon.type,
                           vector.announcement.beacon.ref, vector.record.value);
    CHECK(draw::hex(message) == values["seed_message"]);
    CHECK(draw::hex(draw::seed_of(vector.nonces(), message)) == values["prk"]);
    const draw::Keys keys = vector.keys();
    CHECK(draw::hex(keys.object) == values["keys"]["obj"]);
    CHECK(draw::hex(keys.match) == values["keys"]["match"]);
    CHECK(draw::hex(keys.order) == values["keys"]["order"]);
}

TEST_CASE("salts, leaves and pool roots are those of the vectors", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    const draw::Salter salter(vector.reveal.salt_key);
    bool first = true;
    draw::ObjectWork work;
    work.each = [&](const draw::ObjectRow& row) {
        if (!std::exchange(first, false)) return;
        const draw::Salt salt = salter.of("obj", row.id);
        const std::string leaf = draw::object_leaf(row.id, row.stratum, row.excl, row.needs, salt);
        CHECK(draw::hex(salt) == vector.values["first_object_salt"]);
        CHECK(draw::hex(leaf) == vector.values["first_object_leaf"]);
        CHECK(draw::hex(draw::leaf_hash(leaf)) == vector.values["first_object_leaf_hash"]);
    };
    draw::read_objects(tests::source_of(vector.objects), work);
    CHECK_FALSE(first);
    const auto objects = draw::objects_root(tests::source_of(vector.objects), vector.reveal.salt_key);
    CHECK((objects.root == vector.announcement.objects.root && objects.size == vector.announcement.objects.size));
    const auto inspectors = draw::inspectors_root(tests::source_of(vector.inspectors), vector.reveal.salt_key);
    CHECK(inspectors.root == vector.announcement.inspectors.root);
    CHECK(inspectors.size == vector.announcement.inspectors.size);
}

TEST_CASE("the counts of a pool are those of its quota", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    const draw::ObjectPool pool = draw::read_objects(tests::source_of(vector.objects));
    CHECK(pool.excluded == vector.quota.excluded);
    CHECK((pool.excluded_otherwise == 0 && pool.short_of_slots == 0));
    std::vector<std::pair<std::string, std::uint64_t>> eligible;
    for (const auto& stratum : vector.quota.strata) eligible.emplace_back(stratum.code, stratum.eligible);
    CHECK(pool.eligible == eligible);
}

TEST_CASE("every ticket is that of the vectors", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    const draw::Keys keys = vector.keys();
    std::size_t found = 0;
    draw::ObjectWork work;
    work.ticket_key = keys.object;
    work.each = [&](const draw::ObjectRow& row) {
        const auto ticket = vector.values["tickets"].find(std::string(row.id));
        if (ticket == vector.values["tickets"].end()) return;
        ++found;
        CHECK(draw::hex(row.ticket) == *ticket);
        CHECK(draw::ticket_of(keys.object, row.id) == row.ticket);
    };
    draw::read_objects(tests::source_of(vector.objects), work);
    CHECK(found == vector.values["tickets"].size());
}

TEST_CASE("the drawn of each stratum and the next in order are those of the vectors", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    const std::uint64_t shown = 3;
    const draw::Selection selection = vector.selection(shown);
    for (std::size_t i = 0; i < selection.strata(); ++i) {
        CAPTURE(selection.code(i));
        const auto drawn = vector.values["drawn_by_stratum"][selection.code(i)].get<std::vector<std::string>>();
        const auto next = vector.values["next_in_order"][selection.code(i)].get<std::vector<std::string>>();
        CHECK(ids_of(selection.drawn(i), drawn.size() + 1) == drawn);
        CHECK(ids_of(selection.next_in_order(i), shown) == next);
    }
}

TEST_CASE("who inspects whom is as the vectors say", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    std::map<std::string, std::vector<std::string>> published;
    for (const auto& row : vector.drawn.drawn) published[row.id] = row.inspectors;
    CHECK(matched(vector) == published);
}

TEST_CASE("the result leaves, their root and a slip are those of the vectors", "[draw][vectors]") {
    const DrawVector vector(GENERATE("facts", "classes"));
    const draw::Salter salter(vector.reveal.salt_key);
    std::vector<draw::ResultLeaf> leaves;
    for (const auto& row : vector.drawn.drawn) {
        const std::vector<std::string_view> inspectors(row.inspectors.begin(), row.inspectors.end());
        CHECK(salter.of("res", row.id) == row.salt);
        CHECK(draw::hex(draw::result_leaf(row.id, inspectors, row.salt)) == vector.values["result_leaves"][row.id]);
        leaves.push_back(draw::result_leaf_of(row.id, inspectors, row.salt));
    }
    const draw::ResultTree tree(leaves);
    CHECK((tree.root() == vector.record.root && tree.size() == vector.record.size && tree.salts_differ()));

    const draw::Slip slip = draw::read_slip(vector.values["slip"].dump());
    const std::vector<std::string_view> inspectors(slip.inspectors.begin(), slip.inspectors.end());
    const draw::Inclusion inclusion = tree.inclusion(slip.salt);
    CHECK((inclusion.index == slip.index && inclusion.path == slip.path));
    const auto leaf = draw::result_leaf_of(slip.id, inspectors, slip.salt);
    CHECK(draw::is_included(leaf, slip.index, slip.size, slip.path, tree.root()));
    CHECK_FALSE(draw::is_included(leaf, slip.index ^ 1, slip.size, slip.path, tree.root()));
}
