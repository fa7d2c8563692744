// Names as an attacker would register them, in every text the public database can hold.
#include <catch2/catch.hpp>

#include "tests/pages_site.h"

using namespace tests;

namespace {

constexpr const char* hostile =
    "<script>alert(1)</script>\"onclick=alert(2) '=cmd|' /C calc'!A0 javascript:alert(3) \u202E反\u2066 ]]>&amp;<img "
    "src=x>";

void poison(std::string& text) {
    text = hostile;
}

void poison(records::Cells& cells) {
    cells.values.emplace_back("column:" + std::string(hostile), records::CellValue{hostile, {}, {}});
    cells.values.emplace_back("item", records::CellValue{std::string("=cmd|' /C calc'!A0"), {}, {}});
    cells.values.emplace_back("change_reason", records::CellValue{hostile, {}, {}});
}

void poison(records::Standing& standing) {
    standing.corrected = {hostile};
}

void poison(records::Due& due) {
    due.clause = hostile;
}

void poison(records::DocumentHead& head) {
    for (std::string* text : {&head.title, &head.index_number, &head.document_number, &head.issuer, &head.platform,
                              &head.basis, &head.note, &head.disclosure})
        poison(*text);
}

void poison_house(Example& example) {
    records::SiteFacts& site = example.site;
    for (std::string* text :
         {&site.name, &site.publisher, &site.address, &site.phone, &site.email, &site.site_id_code, &site.icp,
          &site.license, &site.operated_by, &site.police_record, &site.keywords, &example.office.name,
          &example.office.level, &example.office.issuer, &example.department.name, &example.withheld.ground})
        poison(*text);
    records::RuleFacts& rule = example.rule;
    for (std::string* text : {&rule.document, &rule.document_number, &rule.clause, &rule.requirement, &rule.threshold,
                              &rule.exception, &rule.start_event})
        poison(*text);
}

void poison_plans(Example& example) {
    for (std::string* text : {&example.plan.plan.name, &example.plan.plan.number, &example.plan.department,
                              &example.list.list.name, &example.list.department, &example.task.name})
        poison(*text);
    for (records::PublicEdition* edition : {&example.original, &example.adjusted, &example.list_edition}) {
        poison(edition->edition.head);
        poison(edition->edition.reason);
        poison(edition->standing);
        for (records::EditionRow& row : edition->rows) poison(row.cells);
    }
    poison(example.task.cells);
    poison(example.task.due);
}

void poison_draw(Example& example) {
    records::DrawFacts& draw = example.draw.draw;
    for (std::string* text :
         {&draw.number, &draw.title, &draw.agency, &draw.method, &draw.scope, &draw.ratio, &draw.draw_type,
          &draw.matching, &draw.witnesses, &draw.document_number, &draw.note, &example.draw.task_name})
        poison(*text);
    for (records::PublicDrawnObject* object : {&example.first, &example.second}) {
        for (std::string* text : {&object->name, &object->authority, &object->row.authority, &object->row.note})
            poison(*text);
        object->row.inspectors = {hostile};
        poison(object->result_due);
    }
}

void poison_results(Example& example) {
    for (records::PublicResult* result : {&example.clean, &example.problem}) {
        records::ResultFacts& facts = result->facts;
        for (std::string* text :
             {&facts.item, &facts.outcome, &facts.problem, &facts.agency, &facts.signature, &facts.cooperation,
              &facts.record_form, &facts.disposal, &facts.conclusion_source, &facts.note, &result->department,
              &result->task_name, &result->plan_name, &result->object_name})
            poison(*text);
        facts.methods = {hostile};
        poison(result->published_due);
        poison(result->standing);
    }
    for (records::PublicFollowUp* follow_up : {&example.open, &example.closed}) {
        records::FollowUpFacts& facts = follow_up->facts;
        for (std::string* text :
             {&facts.measure, &facts.transfer, &facts.transferred_to, &facts.outcome, &facts.revisit, &facts.agency,
              &facts.note, &follow_up->object_name, &follow_up->task_name})
            poison(*text);
        poison(follow_up->due);
    }
    records::PenaltyFacts& penalty = example.penalty.facts;
    for (std::string* text : {&penalty.decision_number, &penalty.violation, &penalty.content, &penalty.category,
                              &penalty.amount, &penalty.agency, &penalty.note, &example.penalty.object_name})
        poison(*text);
}

void poison_objects(Example& example) {
    for (records::PublicEnterprise* object : {&example.enterprise, &example.product}) {
        for (std::string* text : {&object->name, &object->area_name, &object->trade, &object->entity_type,
                                  &object->status, &object->authority})
            poison(*text);
        object->former_names = {hostile};
    }
}

void poison_all(Example& example) {
    poison_house(example);
    poison_plans(example);
    poison_draw(example);
    poison_results(example);
    poison_objects(example);
}

}  // namespace

TEST_CASE("hostile names arrive harmless in every page", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db", poison_all);
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);
    int seen = 0;
    for (const auto& [path, bytes] : site.files) {
        if (!path.ends_with(".html")) continue;
        INFO(path);
        CHECK(bytes.find("<script>alert") == std::string::npos);
        CHECK(bytes.find("<img") == std::string::npos);
        CHECK(bytes.find("\"onclick") == std::string::npos);
        CHECK(bytes.find("\u202E") == std::string::npos);
        CHECK(bytes.find("\u2066") == std::string::npos);
        CHECK(bytes.find("href=\"javascript:") == std::string::npos);
        // Our own: in the head, and that of the page 核验; on the data page also a block of data that no browser runs.
        CHECK(count_of(bytes, "<script") == 1 + count_of(bytes, "<script src=\"../assets/verify.") +
                                                count_of(bytes, "<script src=\"../assets/search.") +
                                                count_of(bytes, "<script type=\"application/ld+json\">"));
        if (bytes.find("⟦U+202E⟧") != std::string::npos) ++seen;
    }
    CHECK(seen > 20);
    CHECK(site.broken_links() == std::vector<std::string>{});
}

TEST_CASE("hostile names arrive harmless in feeds and tables", "[pages]") {
    const Scratch scratch;
    write_example(scratch / "public.db", poison_all);
    const RenderedSite site(scratch / "public.db", scratch / "t", 2);
    int tables = 0;
    for (const auto& [path, bytes] : site.files) {
        INFO(path);
        if (path.ends_with(".xml")) {
            CHECK(bytes.find("<script") == std::string::npos);
            CHECK(bytes.find("]]>") == std::string::npos);
            CHECK(bytes.find("\u202E") == std::string::npos);
        }
        if (!path.ends_with(".csv")) continue;
        ++tables;
        CHECK(bytes.starts_with("\xEF\xBB\xBF"));
        CHECK(bytes.find(",=cmd") == std::string::npos);
        CHECK(bytes.find("\n=cmd") == std::string::npos);
        CHECK(bytes.find("\"=cmd") == std::string::npos);
    }
    CHECK(tables >= 5);
    CHECK(site.at("plans/1/1/tasks.csv").find("'=cmd") != std::string::npos);
}
