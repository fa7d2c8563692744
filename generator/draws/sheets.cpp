#include "generator/draws/sheets.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "generator/pages/qr.h"
#include "generator/pages/xml_text.h"

namespace draws {

namespace {

constexpr const char* style = R"css(
@page{size:A4;margin:18mm 16mm}
body{font:11pt/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#111;
margin:0 auto;max-width:178mm}
section{break-after:page;padding-top:4mm}section:last-of-type{break-after:auto}
h1{font-size:17pt;margin:0 0 2mm}h2{font-size:13pt;margin:5mm 0 1mm}
table{border-collapse:collapse;width:100%;font-size:10pt}
th,td{border:1px solid #555;padding:1.2mm 2mm;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#eee}.code{font-family:monospace}.small{font-size:9pt}.hash{font-family:monospace;font-size:8.5pt;
overflow-wrap:anywhere}.qr{width:72mm;height:72mm;display:block}.qr .ground{fill:#fff}
.demo{border:1px solid #555;padding:1mm 2mm;display:inline-block}.sign td{height:12mm}
@media screen{section{border-bottom:1px dashed #999;padding-bottom:8mm}}
)css";

std::string escaped(const std::string& text) {
    return pages::xml_text(text);
}

std::string document(const std::string& title, const std::string& body) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><meta name=\"robots\" "
        "content=\"noindex\"><title>{}</title><style>{}</style></head>\n<body>\n{}</body>\n</html>\n",
        escaped(title), style, body);
}

std::string head(const SheetDraw& draw, const std::string& what) {
    return fmt::format("<h1>{}</h1>\n<p>{}{}　抽取单位：{}</p>\n", what, escaped(draw.title),
                       draw.demo ? "　<strong class=\"demo\">演示数据</strong>" : "", escaped(draw.office));
}

std::string people_rows(const SheetVisit& visit, bool salts) {
    std::string rows;
    for (std::size_t slot = 0; slot < visit.people.size(); ++slot) {
        const SheetPerson& one = visit.people[slot];
        rows += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"code\">{}</td><td class=\"code\">{}</td>",
                            slot, escaped(one.department), one.name.empty() ? "尚未配齐" : escaped(one.name),
                            escaped(one.certificate), escaped(one.id));
        rows += salts ? fmt::format("<td class=\"hash\">{}</td></tr>\n",
                                    one.changed || visit.slip.empty() ? "不在凭条里" : escaped(one.salt))
                      : "</tr>\n";
    }
    return rows;
}

std::string replacement_text(const SheetDraw& draw) {
    return fmt::format(
        "<h2>替补</h2>\n<p><strong>本户为替补</"
        "strong>：抽中名单里的一户在上门之前登记已注销、吊销、迁出或重复，由同一层"
        "的下一户替补。替补和检查人员都已登记在这次抽取的事件记录里，名单公开后（最迟 "
        "{}）可在网站核验。替补没有凭条，不印"
        "二维码。</p>\n",
        escaped(draw.deadline));
}

/// Which slots the slip no longer tells the truth about; empty when it does about all.
std::string changes_text(const SheetDraw& draw, const SheetVisit& visit) {
    std::string slots;
    for (std::size_t slot = 0; slot < visit.people.size(); ++slot) {
        const SheetPerson& one = visit.people[slot];
        if (one.changed)
            slots += fmt::format("{}名额 {} 的检查人员已更换为 {}", slots.empty() ? "" : "；", slot,
                                 one.id.empty() ? "（尚未配齐）" : escaped(one.name + "（" + one.id + "）"));
    }
    if (slots.empty()) return {};
    return fmt::format(
        "<p><strong>{}</strong>。更换已登记在这次抽取的事件记录里，名单公开后（最迟 "
        "{}）可在网站核验。凭条仍是登记时的，"
        "更换的名额以上表为准。</p>\n",
        slots, escaped(draw.deadline));
}

std::string slip_text(const SheetDraw& draw, const SheetVisit& visit) {
    const std::string changes = changes_text(draw, visit);
    const std::string code = pages::qr_code(visit.slip);
    std::string body = "<h2>凭条</h2>\n" + changes +
                       (code.empty() ? "<p>凭条较长，不印二维码；电子文件由检查人员提供。</p>\n" : code + "\n");
    body += fmt::format(
        "<p>这张凭条证明：对您的这次检查和{}，在 {} "
        "登记时就已经锁定，之后没有改过。（登记时间是抽取单位自己说的。）"
        "是否由随机抽取产生，要到名单公开之后（最迟 {}）才能核对。</p>\n",
        changes.empty() ? "上面的检查人员" : "上面没有更换的检查人员", escaped(draw.registered_at),
        escaped(draw.deadline));
    body += "<p>怎样核对：扫描二维码，把得到的文字存为 slip.json；" +
            (draw.page.empty() ? "在公示网站这次抽取的页面上"
                               : "在 <span class=\"code\">" + escaped(draw.page) + "</span>") +
            " 下载 record.json；在网站的“核验”页放进这两个文件，或运行 gongshi draw slip verify slip.json。</p>\n";
    return body;
}

std::string slip(const SheetDraw& draw, const SheetVisit& visit) {
    std::string body = "<section>\n" + head(draw, "检查告知凭条（一企一表）");
    body += fmt::format("<h2>被检查对象</h2>\n<p>{}　<span class=\"code\">{}</span></p>\n", escaped(visit.name),
                        escaped(visit.code));
    body +=
        "<h2>检查人员</h2>\n<table><tr><th>名额</th><th>部门</th><th>姓名</th><th>执法证号</th><th>本次编号</th>"
        "<th>核对码</th></tr>\n" +
        people_rows(visit, true) +
        "</table>\n<p class=\"small\">请查看每位检查人员的执法证：姓名、证号应与上表相同。</p>\n";
    body += visit.slip.empty() ? replacement_text(draw) : slip_text(draw, visit);
    body += fmt::format("<p class=\"hash\">抽取编号 {}</p>\n</section>\n", escaped(draw.digest));
    return body;
}

std::string others(const SheetVisit& visit, const std::string& id) {
    std::string names;
    for (const SheetPerson& one : visit.people)
        if (one.id != id) names += (names.empty() ? "" : "、") + (one.name.empty() ? "（待配）" : one.name);
    return names;
}

std::string task_sheet(const SheetDraw& draw, const SheetPerson& person, const std::vector<const SheetVisit*>& visits) {
    std::string body = "<section>\n" + head(draw, "随机抽查任务单");
    body += fmt::format(
        "<p>检查人员：<strong>{}</strong>　{}　执法证号 <span class=\"code\">{}</span>　本次编号 <span "
        "class=\"code\">{}</span></p>\n<p>共 {} 户，请于 {} 前检查完毕。上门时出示执法证和凭条；名单公开之前不得向"
        "任何人透露。</p>\n",
        escaped(person.name), escaped(person.department), escaped(person.certificate), escaped(person.id),
        visits.size(), escaped(draw.deadline));
    body += "<table><tr><th>序号</th><th>检查对象</th><th>代码</th><th>同行人员</th><th>检查日期</th></tr>\n";
    for (std::size_t i = 0; i < visits.size(); ++i)
        body += fmt::format("<tr><td>{}</td><td>{}{}</td><td class=\"code\">{}</td><td>{}</td><td></td></tr>\n", i + 1,
                            escaped(visits[i]->name),
                            visits[i]->address.empty() ? "" : "<br>" + escaped(visits[i]->address),
                            escaped(visits[i]->code), escaped(others(*visits[i], person.id)));
    body +=
        "</table>\n<p "
        "class=\"small\">“查无此户”是检查结果，不能换一户；只有上门之前登记已注销、吊销、迁出或重复的，由抽取单位替补。"
        "需要回避或生病的，上门之前报抽取单位改派。</p>\n<table "
        "class=\"sign\"><tr><th>签收</th><td></td><th>日期</th><td></td>"
        "</tr></table>\n</section>\n";
    return body;
}

std::string unfilled(const SheetDraw& draw, const std::vector<SheetVisit>& visits) {
    std::string rows;
    for (const SheetVisit& visit : visits)
        for (std::size_t slot = 0; slot < visit.people.size(); ++slot)
            if (visit.people[slot].id.empty())
                rows +=
                    fmt::format("<tr><td>{}</td><td class=\"code\">{}</td><td>{}</td><td>{}</td></tr>\n",
                                escaped(visit.name), escaped(visit.code), slot, escaped(visit.people[slot].department));
    if (rows.empty()) return {};
    return "<section>\n" + head(draw, "尚未配齐的名额") +
           "<p>用 gongshi draw assign "
           "直接委派或请邻区匹配，逐件登记。</p>\n<table><tr><th>检查对象</th><th>代码</th><th>名额</th>"
           "<th>部门</th></tr>\n" +
           rows + "</table>\n</section>\n";
}

}  // namespace

std::string slips_html(const SheetDraw& draw, const std::vector<SheetVisit>& visits) {
    std::string body;
    for (const SheetVisit& visit : visits) body += slip(draw, visit);
    return document(draw.title + "：凭条", body);
}

std::string task_sheets_html(const SheetDraw& draw, const std::vector<SheetVisit>& visits) {
    std::map<std::pair<std::string, std::string>, std::pair<SheetPerson, std::vector<const SheetVisit*>>> people;
    for (const SheetVisit& visit : visits)
        for (const SheetPerson& one : visit.people)
            if (!one.id.empty()) {
                auto& [person, theirs] = people[{one.department, one.id}];
                person = one;
                theirs.push_back(&visit);
            }
    std::string body;
    for (const auto& [key, value] : people) body += task_sheet(draw, value.first, value.second);
    body += unfilled(draw, visits);
    return document(draw.title + "：任务单", body);
}

}  // namespace draws
