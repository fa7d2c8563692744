// Downloads of a draw's package with sizes and digests, and the fingerprints that programs and auditors compare.
#include <fmt/format.h>

#include "generator/pages/committed_draw.h"
#include "generator/pages/draw_wording.h"
#include "generator/pages/table.h"

namespace pages {
namespace {

using Committed = records::PublicCommittedDraw;

void fill_files(Page& page, records::PublicSite& records, const Committed& draw) {
    const auto files = records.draw_files(draw.draw);
    if (files.empty()) return;
    View view = page.body().add("FILES");
    Table table(page, view, "FILES_TABLE", "核验用的文件", {"文件", "内容", "大小", "SHA-256 指纹"});
    table.column_style(0, "narrow");
    table.column_style(2, "narrow");
    table.column_style(3, "long-code");
    for (const records::PublicDrawFile& file : files) {
        table.row();
        table.link(records::address::draw_file(draw.draw, file.name), file.name);
        table.text(file_words(file.name));
        table.text(size_words(file.size));
        table.text(file.sha256);
    }
}

void print(View& prints, std::string_view term, std::string_view hex) {
    if (hex.empty()) return;
    View view = prints.add("PRINT");
    view.set("TERM", term);
    fill_grouped(view, hex);
}

}  // namespace

void fill_grouped(View view, std::string_view hex) {
    constexpr std::size_t four = 4;
    for (std::size_t at = 0; at < hex.size(); at += four) view.add("GROUP").set("GROUP", hex.substr(at, four));
}

void fill_draw_files(Page& page, records::PublicSite& records, const Committed& committed) {
    fill_files(page, records, committed);
    View prints = page.body().add("FINGERPRINTS");
    print(prints, "抽取编号", committed.digest);
    if (committed.seq > 0) print(prints, "前一次承诺的编号", committed.prev);
    for (const records::PublicDrawFile& file : records.draw_files(committed.draw))
        print(prints, file.name, file.sha256);
    FactList facts(page, prints, "SOURCE");
    facts.text("机关代号", committed.office_code);
    facts.text("本机关第几次", fmt::format("第 {} 次（序号 {}）", committed.seq + 1, committed.seq));
    facts.text("系列", committed.series);
    facts.text("分层依据", committed.basis == "facts" ? "公开的事实（facts）" : "信用风险分类（classes），不公开");
    facts.text("随机源", fmt::format("drand quicknet 第 {} 轮", committed.beacon_round));
    facts.link("机关抽取清单", records::address::draw_series(committed.office_code), "JSON");
}

}  // namespace pages
