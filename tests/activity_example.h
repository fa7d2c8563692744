// The example site with a spring of visits that a person can count:
//   2024-03-05  draw 6 of task 5: 3 drawn (one of them withheld)
//   2024-04-01  result 81, enterprise 100, department 7, a problem   ┐ one joint visit: task 5, draw 6
//   2024-04-20  result 82, enterprise 100, department 8, no problem  ┘
//   2024-04-02  result 80, product 101, no department, no problem      one visit
//   2024-05-10  result 83, enterprise 100, department 7, a problem     one visit: task 5, no draw
//   2024-05-11  result 84, enterprise 100, withdrawn                   counts nowhere
//   2024-04-01  a follow-up arose, not finished
#pragma once

#include "tests/public_example.h"

namespace tests {

struct ActivityExample {
    Example example;
    records::Department police{8, "999901", "甲区公安局"};
    records::PublicResult joint, later, withdrawn;
    std::vector<records::PublicDeclaredFigure> figures;
    std::vector<records::PublicFinding> findings;

    ActivityExample() {
        joint = later = withdrawn = example.problem;
        joint.facts.id = 82, joint.facts.department = 8, joint.department = police.name;
        joint.facts.codes = {"no_problem"}, joint.problem_found = false, joint.follow_up_state.clear();
        joint.facts.item = "旅馆业治安管理检查", joint.facts.published_on = "2024-04-20";
        later.facts.id = 83, later.facts.draw.reset(), later.facts.published_on = "2024-05-10";
        later.facts.item = "登记事项检查", later.facts.agency = example.department.name;
        withdrawn.facts.id = 84, withdrawn.facts.published_on = "2024-05-11";
        withdrawn.standing.withdrawn_on = "2024-05-20", withdrawn.standing.withdrawn_reason = "录入有误";
        example.draw.draw.agency = example.department.name;
        example.list_edition.rows.front().cells = cells("item", "登记事项检查");
        example.list_edition.rows.front().cells.values.emplace_back("category", records::CellValue{"登记事项", {}, {}});
    }

    void write(const std::filesystem::path& file) const {
        records::PublicWriter writer(file);
        example.write(writer);
        writer.department(police);
        writer.result(joint), writer.result(later), writer.result(withdrawn);
        for (const records::PublicDeclaredFigure& figure : figures) writer.declared_figure(figure);
        for (const records::PublicFinding& finding : findings) writer.finding(finding);
        writer.finish();
    }
};

inline records::PublicDeclaredFigure cap_of(records::Id id, records::Id department, std::int64_t value) {
    return {id, "999901", "年度检查频次上限", 2024, department, value, "2024-01-31", "甲区行政检查公告", {}};
}

}  // namespace tests
