#include "draw/merkle.h"
#include "draw/needs.h"
#include "tests/draw_vectors.h"

using tests::fictional_code;
using tests::source_of;

namespace {

/// A pool of `count` enterprises in three strata, every seventh of them excluded.
std::string fictional_objects(std::uint64_t count) {
    std::string table(draw::objects_header);
    for (std::uint64_t i = 0; i < count; ++i)
        draw::append_object(table, fictional_code(i), std::vector{"a", "b", "c"}[i % 3],
                            i % 7 == 0 ? "DEREGISTERED" : "", i % 2 == 0 ? "SCJG:food:1,SCJG:*:1" : "SCJG:*:2");
    return table;
}

/// Line and reason with which a table is refused.
std::pair<std::uint64_t, std::string> refusal(const std::string& table, bool objects = true) {
    try {
        if (objects)
            draw::read_objects(source_of(table));
        else
            draw::read_inspectors(source_of(table));
    } catch (const draw::Unreadable& error) {
        CHECK(error.file == (objects ? "objects.tsv" : "inspectors.tsv"));
        return {error.place, error.reason};
    }
    return {0, "read"};
}

std::uint64_t refused_line(const std::string& rows) {
    return refusal(std::string(draw::objects_header) + rows).first;
}

std::uint64_t refused_inspector(const std::string& rows) {
    return refusal(std::string(draw::inspectors_header) + rows, false).first;
}

}  // namespace

TEST_CASE("neither the number of threads nor the pieces in which a table comes can matter", "[draw][pool]") {
    const std::string table = fictional_objects(40'000);  // more than two blocks
    const draw::Digest key = tests::key_of(1);
    const auto read = [&](unsigned threads, std::size_t piece) {
        draw::ObjectWork work;
        work.salt_key = work.ticket_key = key;
        work.threads = threads;
        draw::MerkleRoot order;  // of everything given, in order
        work.each = [&](const draw::ObjectRow& row) {
            order.add(
                draw::tagged(row.id, row.stratum, row.excl, row.needs, row.ticket, std::to_string(row.stratum_number)));
        };
        const draw::ObjectPool pool = draw::read_objects(source_of(table, piece), work);
        CHECK(pool.rows == 40'000);
        CHECK(pool.excluded == std::vector<std::pair<std::string, std::uint64_t>>{{"DEREGISTERED", 5715}});
        return std::pair(pool.root, order.root());
    };
    const auto once = read(1, 1U << 20);
    CHECK(read(2, 1U << 20) == once);
    CHECK(read(5, 777) == once);
    CHECK(once.first == draw::objects_root(source_of(table), key).root);
}

TEST_CASE("one changed cell changes the root of a pool", "[draw][pool]") {
    const std::string table = fictional_objects(50);
    const draw::Digest key = tests::key_of(1);
    const draw::Digest root = draw::objects_root(source_of(table), key).root;
    std::string other = table;
    other.replace(other.rfind("SCJG:food:1"), 11, "SCJG:food:2");
    CHECK(draw::objects_root(source_of(other), key).root != root);
    CHECK(draw::objects_root(source_of(table), tests::key_of(2)).root != root);
}

TEST_CASE("an empty pool is readable and has the root of no leaves", "[draw][pool]") {
    const std::string table(draw::objects_header);
    CHECK(draw::objects_root(source_of(table), tests::key_of(1)).root == draw::sha256(""));
}

TEST_CASE("a table of another form is refused with its line", "[draw][pool]") {
    const std::string a = fictional_code(1), b = fictional_code(2), needs = "SCJG:*:2";
    const std::string good = a + "\tx\t\t" + needs + "\n";
    CHECK(refusal(std::string(draw::objects_header) + good).second == "read");
    CHECK(refusal("").first == 1);
    CHECK(refusal("id\tstratum\texcl\tneeds").first == 1);
    CHECK(refusal("\xEF\xBB\xBF" + std::string(draw::objects_header)).first == 1);
    CHECK(refused_line(good + b + "\tx\t\t" + needs) == 3);         // no LF
    CHECK(refused_line(good + "\n") == 3);                          // blank line
    CHECK(refused_line(good + good) == 3);                          // twice
    CHECK(refused_line(b + "\tx\t\t" + needs + "\n" + good) == 3);  // descending
    CHECK(refused_line(a + "\tx\t\t" + needs + "\t\n") == 2);       // a column too many
    CHECK(refused_line(a + "\tx\t\t" + needs + "\r\n") == 2);       // CR
    CHECK(refused_line(a + "\t\t\t" + needs + "\n") == 2);          // no stratum
    CHECK(refused_line(a + "\tx\tA B\t" + needs + "\n") == 2);      // no code
    CHECK(refused_line(a + "\tx\t\t\n") == 2);                      // eligible without needs
    CHECK(refused_line(a + "\tx\tDEREGISTERED\t\n") == 0);          // an excluded one may have none
    CHECK(refused_line("91999901X\tx\t\t" + needs + "\n") == 2);    // no code
    CHECK(refused_line(a + "\tx\t\t" + std::string(2'000'000, '1')) == 2);
}

TEST_CASE("a broken line late in a table is refused with its own line, whoever reads it", "[draw][pool]") {
    std::string table = fictional_objects(33'000);
    table.replace(table.rfind("SCJG"), 4, "SC G");
    CHECK(refusal(table).first == 33'001);
    table += "no line feed";
    CHECK(refusal(table).first == 33'001);  // the first broken one
}

TEST_CASE("needs are department, skill and count, twenty slots at most", "[draw][pool]") {
    std::vector<draw::Need> needs;
    REQUIRE(draw::parse_needs("SCJG:food:1,XFJY:*:9", needs));
    REQUIRE(needs.size() == 2);
    CHECK((needs[1].department == "XFJY" && needs[1].skill == "*" && needs[1].count == 9));
    CHECK(draw::count_slots("") == 0);
    CHECK(draw::count_slots("a:b:9,a:c:9,a:d:2") == 20);
    for (const char* cell : {"a:b:9,a:c:9,a:d:3", "a:b:0", "a:b:10", "a:b", "a::1", ":b:1", "a:b:1,", ",a:b:1",
                             "a:b:1,,a:b:1", "*:b:1", "a:**:1", "a:b:c:1", "a:b:", " a:b:1", "a b:c:1"})
        CHECK(draw::count_slots(cell) == -1);
}

TEST_CASE("more than sixty-four strata are refused, also when they come far apart", "[draw][pool]") {
    std::string rows;
    for (std::uint64_t i = 0; i < 20'000; ++i)
        rows += fictional_code(i) + "\ts" + std::to_string(i < 10'000 ? i % 40 : 24 + i % 40) + "\t\tSCJG:*:2\n";
    CHECK(refused_line(rows) == 0);
    rows += fictional_code(20'000) + "\tone-more\t\tSCJG:*:2\n";
    CHECK(refused_line(rows) == 20'002);
}

TEST_CASE("inspectors are read with their cells, or refused with the line", "[draw][pool]") {
    const std::string person(64, 'a'), one = fictional_code(1), two = fictional_code(2);
    const std::string row = "SC1\t" + person + "\tSCJG\tfire,food\t8\t" + one + "," + two + "\n";
    const std::string table = std::string(draw::inspectors_header) + row;
    const auto pool = draw::read_inspectors(source_of(table));
    REQUIRE(pool.rows() == 1);
    CHECK((pool.any_recused && pool.inspectors[0].cap == 8 && pool.inspectors[0].recuse.size() == 2));
    std::string again(draw::inspectors_header);
    draw::append_inspector(again, pool.inspectors[0]);
    CHECK(again == table);

    const auto with = [&](const std::string& skills, const std::string& cap, const std::string& recuse) {
        return refused_inspector("SC1\t" + person + "\tSCJG\t" + skills + "\t" + cap + "\t" + recuse + "\n");
    };
    CHECK(with("", "999999", "") == 0);
    for (const char* skills : {"food,fire", "food,food", "food,", ",food", "fo od", "*"})
        CHECK(with(skills, "8", "") == 2);
    for (const char* cap : {"", "0", "08", "1000000", "-1", "8 "}) CHECK(with("food", cap, "") == 2);
    for (const std::string& recuse : {two + "," + one, one + "," + one, one + ",", std::string("91999901X")})
        CHECK(with("food", "8", recuse) == 2);
    CHECK(refused_inspector(row + row) == 3);
}

TEST_CASE("recusals of objects that cannot matter need not be kept", "[draw][pool]") {
    const std::string one = fictional_code(1), two = fictional_code(2);
    const std::string table = std::string(draw::inspectors_header) + "SC1\t" + std::string(64, 'a') + "\tSCJG\t\t8\t" +
                              one + "," + two + "\n";
    draw::InspectorWork work;
    work.keep = [&](std::string_view id) { return id == two; };
    const auto pool = draw::read_inspectors(source_of(table), work);
    CHECK(pool.any_recused);
    REQUIRE(pool.inspectors[0].recuse.size() == 1);
    CHECK(pool.inspectors[0].recuse[0].text() == two);
}
