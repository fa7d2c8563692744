#include "generator/attachments/attachments.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "generator/attachments/judgement.h"
#include "generator/output/digest.h"
#include "generator/output/file_handle.h"
#include "records/errors.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace attachments {
namespace {

namespace fs = std::filesystem;
using records::AttachmentFacts;
using records::Id;
using records::Portal;
using settings::Unusable;
using Which = Portal::Which;

constexpr std::size_t longest_text = 300;  // bytes

void check_line(const std::string& text, const std::string& missing) {
    if (text::blank(text)) throw Unusable(missing);
    for (const char byte : text)
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f)
            throw Unusable("标题和姓名只能写一行，不能有换行或控制字符");
    if (text.size() > longest_text || !text::is_utf8(text)) throw Unusable("标题或姓名太长，或不是 UTF-8 编码");
}

std::string read_file(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::is_regular_file(file, error) ? fs::file_size(file, error) : 0;
    if (error || !fs::is_regular_file(file)) throw Unusable("找不到文件 " + file.string());
    if (size > largest) throw Unusable(file.string() + "：文件超过 50 MB，请压缩其中的图片或分成几个文件");
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) throw Unusable("读不了文件 " + file.string());
    return bytes;
}

/// "3/1" → 3, 1; "5" → 5, -1. Nothing for any other text.
std::optional<std::pair<Id, int>> numbers_of(std::string_view text) {
    Id id = 0;
    int number = -1;
    const char* const end = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data(), end, id);
    if (error != std::errc{} || id <= 0) return std::nullopt;
    if (at == end) return std::pair(id, number);
    const auto [stop, wrong] = std::from_chars(at + 1, end, number);
    if (*at != '/' || wrong != std::errc{} || stop != end || number < 0) return std::nullopt;
    return std::pair(id, number);
}

std::optional<Id> edition_of(const std::vector<records::Edition>& editions, Id of, int number) {
    for (const records::Edition& edition : editions)
        if (edition.of == of && edition.number == number) return edition.id;
    return std::nullopt;
}

[[noreturn]] void no_such_place(const std::string& to) {
    throw Unusable("没有“" + to +
                   "”这个位置。--to 写成 plan:计划/版本、item-list:清单/版本、draw:抽取、result:结果、task:任务，"
                   "编号就是网址里的数字，例如 plan:3/1 是 plans/3/1/（原计划的版本是 0）");
}

/// Fills the one member that says where the attachment belongs.
void put_place(Portal& portal, const std::string& to, AttachmentFacts& facts) {
    const std::size_t colon = std::min(to.find(':'), to.size() - 1);
    const std::string kind = to.substr(0, colon);
    const auto numbers = numbers_of(std::string_view(to).substr(colon + 1));
    if (!numbers) no_such_place(to);
    const auto [id, number] = *numbers;
    if (kind == "plan") facts.plan_edition = edition_of(portal.plan_editions(Which::with_drafts), id, number);
    if (kind == "item-list")
        facts.item_list_edition = edition_of(portal.item_list_editions(Which::with_drafts), id, number);
    if (number == -1 && kind == "draw") facts.draw = id;
    if (number == -1 && kind == "task") facts.task = id;
    if (number == -1 && kind == "result") facts.result = portal.first_of("result", id);
    if (!facts.plan_edition && !facts.item_list_edition && !facts.draw && !facts.task && !facts.result)
        no_such_place(to);
}

bool same_place(const AttachmentFacts& a, const AttachmentFacts& b) {
    return a.plan_edition == b.plan_edition && a.item_list_edition == b.item_list_edition && a.task == b.task &&
           a.draw == b.draw && a.result == b.result;
}

fs::path file_of(const settings::PortalFolder& folder, const AttachmentFacts& facts) {
    return folder.attachments() / (facts.sha256 + "." + facts.type);
}

/// Written beside and renamed, so that a file of this name is always whole.
void keep(const fs::path& file, const std::string& bytes) {
    fs::create_directories(file.parent_path());
    ::chmod(file.parent_path().c_str(), 0700);  // not all of them may ever be public
    const fs::path unfinished = file.string() + ".unfinished";
    output::FileHandle handle(::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!handle) output::fail("新建文件", unfinished, errno);
    output::write_all(handle.get(), bytes, unfinished);
    if (::fsync(handle.get()) != 0) output::fail("写完文件", unfinished, errno);
    handle.close(unfinished);
    fs::rename(unfinished, file);
    output::sync_folder(file.parent_path());
}

Id begin_batch(Portal& portal, const AttachmentFacts& facts, const std::string& name, const std::string& by,
               const std::string& as_of) {
    return portal.begin_batch({0, "attachment", name, facts.sha256, by, as_of, "{}", std::nullopt});
}

}  // namespace

const char* const what_to_look_for =
    "程序读不了 PDF 和 Word "
    "里的内容，隐私检查管不到附件。请由人通读全文（包括页眉页脚、批注、修订记录、图片和文件属性里的作者），\n"
    "  "
    "确认没有：身份证号、手机号、检查人员姓名和执法证号、单户企业的信用风险分类、商业秘密。审查人对此负责；姓名留在门户"
    "里，不公开。";

Id attach(Portal& portal, const settings::PortalFolder& folder, const Request& request) {
    check_line(request.title, "请写明标题：--title 标题");
    if (!request.reviewed_by.empty()) check_line(request.reviewed_by, "请写明审查人：--reviewed-by 姓名");
    const std::string bytes = read_file(request.file);
    const Judgement judgement = judge(bytes);
    if (judgement.type.empty()) throw Unusable(request.file.string() + "：" + judgement.refusal);
    AttachmentFacts facts;
    put_place(portal, request.to, facts);
    facts.title = request.title;
    facts.type = judgement.type;
    facts.sha256 = output::hex(output::sha256(bytes));
    facts.size = static_cast<std::int64_t>(bytes.size());
    facts.attached_on = request.as_of;
    facts.reviewed_by = request.reviewed_by;
    facts.reviewed_on = request.reviewed_by.empty() ? "" : request.as_of;
    for (const AttachmentFacts& other : portal.attachments(Which::with_drafts))
        if (other.sha256 == facts.sha256 && same_place(other, facts))
            throw Unusable(fmt::format("同一个文件已经附在 {}，是第 {} 号附件", request.to, other.id));
    keep(file_of(folder, facts), bytes);
    Id id = 0;
    try {
        portal.transaction([&] {
            const Id batch = begin_batch(portal, facts, request.file.filename().string(), request.by, request.as_of);
            id = portal.add_attachment(batch, facts);
        });
    } catch (const records::Refused&) {  // the only reference that can fail is that of the place
        remove_unnamed_files(portal, folder);
        no_such_place(request.to);
    }
    return id;
}

void review(Portal& portal, const settings::PortalFolder& folder, Id id, const std::string& by,
            const std::string& as_of) {
    check_line(by, "请写明审查人：--by 姓名");
    auto facts = portal.attachment(id);
    if (!facts) throw Unusable(fmt::format("没有第 {} 号附件；gongshi attach --list 列出全部", id));
    if (!facts->reviewed_by.empty()) throw Unusable(fmt::format("第 {} 号附件已经审查过了", id));
    const auto digest = output::digest_file(file_of(folder, *facts));
    if (!digest || output::hex(digest->sha256) != facts->sha256)
        throw Unusable(fmt::format("第 {} 号附件的文件不在了，或已被改动：{}", id, file_of(folder, *facts).string()));
    facts->reviewed_by = by;
    facts->reviewed_on = as_of;
    facts->correction.reset();
    portal.transaction([&] { portal.add_attachment(begin_batch(portal, *facts, facts->title, by, as_of), *facts); });
}

void withdraw(Portal& portal, Id id, const std::string& reason, const std::string& by, const std::string& as_of) {
    check_line(reason, "请写明撤回的理由：--reason 理由");
    for (const Listed& one : list(portal)) {
        if (one.facts.id != id) continue;
        if (!one.published)
            throw Unusable(fmt::format("第 {} 号附件还没有公布，用 gongshi undo 撤销它的批次就可以", id));
        if (one.withdrawn) throw Unusable(fmt::format("第 {} 号附件已经撤回了", id));
        return portal.transaction([&] {
            const Id batch = begin_batch(portal, one.facts, fmt::format("撤回：{}", one.facts.title), by, as_of);
            portal.add_withdrawal(batch, "attachment", id, as_of, reason);
        });
    }
    throw Unusable(fmt::format("没有第 {} 号附件；gongshi attach --list 列出全部", id));
}

std::vector<Listed> list(Portal& portal) {
    std::map<Id, std::string> plans, lists;
    for (const records::Edition& edition : portal.plan_editions(Which::with_drafts))
        plans[edition.id] = fmt::format("plan:{}/{}", edition.of, edition.number);
    for (const records::Edition& edition : portal.item_list_editions(Which::with_drafts))
        lists[edition.id] = fmt::format("item-list:{}/{}", edition.of, edition.number);
    std::set<Id> published, withdrawn;
    for (const Portal::WithdrawalFacts& withdrawal : portal.withdrawals(Which::with_drafts))
        if (withdrawal.kind == "attachment") withdrawn.insert(withdrawal.fact);
    for (const AttachmentFacts& facts : portal.attachments(Which::published)) published.insert(facts.id);
    std::vector<Listed> all;
    for (AttachmentFacts& facts : portal.attachments(Which::with_drafts)) {
        const std::string place = facts.plan_edition        ? plans[*facts.plan_edition]
                                  : facts.item_list_edition ? lists[*facts.item_list_edition]
                                  : facts.task              ? fmt::format("task:{}", *facts.task)
                                  : facts.draw              ? fmt::format("draw:{}", *facts.draw)
                                                            : fmt::format("result:{}", facts.result.value_or(0));
        const bool shown = published.contains(facts.id);
        const bool gone = withdrawn.contains(facts.id);
        all.push_back({std::move(facts), place, shown, gone});
    }
    std::sort(all.begin(), all.end(), [](const Listed& a, const Listed& b) { return a.facts.id < b.facts.id; });
    return all;
}

void remove_unnamed_files(Portal& portal, const settings::PortalFolder& folder) {
    if (!fs::is_directory(folder.attachments())) return;
    std::set<fs::path> named;
    for (const AttachmentFacts& facts : portal.attachments(Which::with_drafts)) named.insert(file_of(folder, facts));
    std::vector<fs::path> unnamed;
    for (const auto& entry : fs::directory_iterator(folder.attachments()))
        if (!named.contains(entry.path())) unnamed.push_back(entry.path());
    std::error_code ignored;  // one that cannot be removed is never published either
    for (const fs::path& file : unnamed) fs::remove(file, ignored);
}

}  // namespace attachments
