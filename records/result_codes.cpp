#include "records/result_codes.h"

#include <map>

#include "text/fold.h"
#include "text/utf8.h"

namespace records {
namespace {

using Words = std::string_view;

constexpr Words no_problem[] = {
    "正常", "正常经营", "正常（符合信息公示相关规定）", "合格", "未发现违法行为", "未发现违法违规行为", "未发现异常"};
constexpr Words not_disclosed[] = {"未按规定公示信息", "未按规定公示即时信息", "未按规定公示年报信息",
                                   "未按规定公示年报", "未按规定公示年度报告", "未按规定公示其他应当公示的信息"};
constexpr Words false_disclosure[] = {"公示信息隐瞒真实情况弄虚作假", "隐瞒真实情况、弄虚作假", "隐瞒真实情况弄虚作假"};
constexpr Words unreachable[] = {"查无下落", "无法联系", "通过登记的住所或者经营场所无法联系",
                                 "通过登记的住所（经营场所）无法取得联系", "通过登记的住所或经营场所无法联系"};
constexpr Words corrected[] = {"发现问题经责令已改正", "发现问题已责令整改", "发现问题，已责令改正", "已责令改正"};
constexpr Words uncooperative[] = {"不予配合情节严重", "不配合检查，情节严重", "拒不配合检查情节严重", "拒绝接受抽查"};
constexpr Words no_activity[] = {"未发现开展本次抽查所涉及的经营活动", "未开展本次抽查涉及的经营活动", "查无此项"};
constexpr Words pending[] = {"发现问题待后续处置", "发现问题，待后续处理", "待后续处理", "待后续处置"};
constexpr Words closed[] = {"已关闭停业", "正在组织清算", "关闭停业", "停业", "歇业", "关闭"};
constexpr Words deregistered[] = {"已注销", "已办理营业执照注销", "该主体已注销", "已办理注销登记"};
constexpr Words revoked[] = {"吊销", "已吊销", "被吊销营业执照", "吊销营业执照"};
constexpr Words rescinded[] = {"撤销", "被撤销登记", "已撤销"};
constexpr Words moved[] = {"已迁出"};
constexpr Words suspended[] = {"暂停经营"};
constexpr Words permit_revoked[] = {"吊证", "被吊销许可证"};
constexpr Words market[] = {"违反其他工商行政管理规定", "违反其他市场监督管理规定行为"};
constexpr Words no_accounts[] = {"未建财务账"};
constexpr Words problem[] = {"存在问题", "不合格", "不符合"};

constexpr auto usual = ResultGroup::usual;
constexpr auto status = ResultGroup::status;
constexpr auto departmental = ResultGroup::departmental;
constexpr auto other = ResultGroup::other;

// code, term, group, problem, opens a follow-up, other spellings
constexpr ResultCode results[] = {
    {"no_problem", "未发现问题", usual, false, false, no_problem},
    {"not_disclosed", "未按规定公示应当公示的信息", usual, true, false, not_disclosed},
    {"false_disclosure", "公示信息隐瞒真实情况、弄虚作假", usual, true, false, false_disclosure},
    {"unreachable", "通过登记的住所（经营场所）无法联系", usual, true, false, unreachable},
    {"corrected", "发现问题已责令改正", usual, true, false, corrected},
    {"uncooperative", "不配合检查情节严重", usual, true, false, uncooperative},
    {"no_activity", "未发现开展本次抽查涉及的经营活动", usual, false, false, no_activity},
    {"problem_pending", "发现问题待后续处理", usual, true, true, pending},
    {"closed", "已关闭停业或正在组织清算", status, false, false, closed},
    {"deregistered", "注销", status, false, false, deregistered},
    {"revoked", "被吊销", status, false, false, revoked},
    {"rescinded", "被撤销", status, false, false, rescinded},
    {"moved", "迁出", status, false, false, moved},
    {"suspended", "暂停营业", status, false, false, suspended},
    {"permit_revoked", "被吊销许可", status, false, false, permit_revoked},
    {"food_drug", "违反食品药品管理相关规定", departmental, true, false, {}},
    {"quality", "违反质量技术监督相关规定", departmental, true, false, {}},
    {"other_department", "违反其他部门相关规定", departmental, true, false, {}},
    {"market", "违反其他工商行政管理规定行为", departmental, true, false, market},
    {"public_security", "违反公安部门相关规定", departmental, true, false, {}},
    {"no_accounts", "该主体未建财务账", other, true, false, no_accounts},
    {"problem", "发现问题", other, true, false, problem},
    {"other", "其他", other, false, false, {}},
};

constexpr Words on_site[] = {"实地核查", "现场检查", "现场核查", "实地", "现场"};
constexpr Words written[] = {"书面核查", "书面审查", "书面", "书式检查"};
constexpr Words findings[] = {"行政部门检查结果", "专业意见", "采用其他部门结论", "采用其他部门检查结论"};
constexpr Words laboratory[] = {"抽样检验", "抽样检测", "抽样检验检测", "检验", "检测", "抽检"};
constexpr Words online[] = {"网络检查", "网络核查", "网上检查", "线上检查"};
constexpr Words commissioned[] = {"委托专业机构核查", "委托专业机构检查", "委托专业机构", "委托第三方检查"};

constexpr MethodCode methods[] = {
    {"1", "实地检查", on_site},    {"2", "书面检查", written}, {"3", "行政部门检查结果或专业意见", findings},
    {"4", "检验检测", laboratory}, {"5", "网络监测", online},  {"6", "委托专业机构辅助", commissioned},
};

// Folded spelling → entry.
template <typename Entry>
std::map<std::string, const Entry*, std::less<>> spellings_of(std::span<const Entry> table) {
    std::map<std::string, const Entry*, std::less<>> all;
    for (const Entry& entry : table) {
        all.emplace(text::fold(entry.code), &entry);
        all.emplace(text::fold(entry.term), &entry);
        for (const std::string_view word : entry.also) all.emplace(text::fold(word), &entry);
    }
    return all;
}

template <typename Entry>
const Entry* found(const std::map<std::string, const Entry*, std::less<>>& spellings, std::string_view text) {
    std::string folded = text::fold(text);
    while (folded.ends_with('.')) folded.pop_back();  // a full stop at the end of the cell
    const auto entry = spellings.find(folded);
    return entry == spellings.end() ? nullptr : entry->second;
}

struct Piece {
    std::size_t begin = 0, end = 0;  // bytes
};

bool separates(char32_t character) {
    return std::u32string_view(U",，、;；\n\r").find(character) != std::u32string_view::npos;
}

std::vector<Piece> pieces_of(std::string_view cell) {
    std::vector<Piece> pieces;
    Piece piece;
    for (std::size_t at = 0; at < cell.size();) {
        const text::Decoded decoded = text::decode_at(cell, at);
        piece.end = at;
        at += decoded.length;
        if (!separates(decoded.code_point)) continue;
        pieces.push_back(piece);
        piece.begin = at;
    }
    piece.end = cell.size();
    pieces.push_back(piece);
    return pieces;
}

}  // namespace

std::span<const ResultCode> result_codes() {
    return results;
}

const ResultCode* result_code(std::string_view text) {
    for (const ResultCode& known : results)
        if (known.code == text) return &known;  // as stored: no folding
    static const auto spellings = spellings_of<ResultCode>(results);
    return found(spellings, text);
}

std::optional<ResultCode> code_of(std::string_view text) {
    const ResultCode* code = result_code(text);
    return code == nullptr ? std::nullopt : std::optional(*code);
}

std::vector<std::string> split_results(std::string_view cell) {
    constexpr std::size_t most_joined = 3;  // no known wording has more separators in it
    const std::vector<Piece> pieces = pieces_of(cell);
    std::vector<std::string> parts;
    for (std::size_t first = 0; first < pieces.size();) {
        std::size_t last = std::min(first + most_joined, pieces.size()) - 1;
        const auto joined = [&] {
            return text::trimmed(cell.substr(pieces[first].begin, pieces[last].end - pieces[first].begin));
        };
        while (last > first && result_code(joined()) == nullptr) --last;
        if (std::string part = joined(); !part.empty()) parts.push_back(std::move(part));
        first = last + 1;
    }
    return parts;
}

bool any_problem(std::span<const std::string> codes) {
    for (const std::string& code : codes)
        if (const ResultCode* entry = result_code(code); entry != nullptr && entry->problem) return true;
    return false;
}

bool any_follow_up(std::span<const std::string> codes) {
    for (const std::string& code : codes)
        if (const ResultCode* entry = result_code(code); entry != nullptr && entry->opens_follow_up) return true;
    return false;
}

std::span<const MethodCode> method_codes() {
    return methods;
}

const MethodCode* method_code(std::string_view text) {
    static const auto spellings = spellings_of<MethodCode>(methods);
    return found(spellings, text);
}

}  // namespace records
