#include "draw/verify.h"

#include "draw/checks.h"
#include "draw/moment.h"

namespace draw {

Report verify(const PackageFiles& files, const Told& told, const Reading& reading) {
    if (told.seen && !is_time(*told.seen))
        throw Unreadable("--seen", 0, "不是真实的时间，应写成 2026-11-01T09:00:00+08:00 这样");
    const Papers papers = read_papers(files);
    Recomputed again;
    recompute(files, papers, reading, again);
    Report report;
    report.draw = papers.identity;
    const auto add = [&](const char* name, Finding&& finding) {
        report.checks.push_back({name, finding.status, std::move(finding.detail)});
    };
    add("announcement", check_announcement(papers));
    add("timing", check_timing(papers, told.seen));
    add("quotas", check_quotas(papers));
    add("beacon", check_beacon(papers, told.beacon));
    add("commitments", check_commitments(papers));
    add("object pool", check_object_pool(papers, again));
    add("inspector pool", check_inspector_pool(papers, again));
    add("exclusions", check_exclusions(papers, again));
    add("drawn", check_drawn(papers, again));
    add("matching", check_matching(papers, again));
    add("result root", check_result_root(papers));
    add("replacements", check_replacements(papers, again));
    add("series", check_series(papers, told.series));
    return report;
}

}  // namespace draw
