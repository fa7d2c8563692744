// What is printed after a draw, A4, as HTML that needs nothing else: one slip for each enterprise (一企一表) with the
// slip's QR code, and one task sheet (任务单) for each inspector. They hold names: kept in the draw's folder, never in
// a release. Knows values, not where they come from.
#pragma once

#include <string>
#include <vector>

namespace draws {

struct SheetPerson {  // 执法检查人员, as the sheets show them; all empty but `department`: an unfilled slot
    std::string id;   // fresh for this draw
    std::string name, certificate, department;
    std::string salt;      // 32 hex: with name and certificate it gives the slip's fingerprint
    bool changed = false;  // since the slip was fixed: the slip names another, or nobody
};
struct SheetVisit {  // one enterprise
    std::string code, name, address;
    std::vector<SheetPerson> people;  // slot by slot
    std::string slip;                 // slip.json; empty of a replacement 替补, which has none
};
struct SheetDraw {
    std::string title, office, digest /* D, hex */, registered_at, deadline;
    std::string page;  // address of the draw's page, empty when the site has none yet
    bool demo = false;
};

/// Every enterprise on a page of its own, in the order given.
std::string slips_html(const SheetDraw& draw, const std::vector<SheetVisit>& visits);
/// Every inspector on a page of their own, with their visits; last a page of what has nobody yet, if there is any.
std::string task_sheets_html(const SheetDraw& draw, const std::vector<SheetVisit>& visits);

}  // namespace draws
