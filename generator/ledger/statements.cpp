#include "generator/ledger/statements.h"

#include <fstream>
#include <iterator>

#include "generator/ledger/named_fact.h"
#include "generator/settings/settings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace ledger {
namespace {

using records::Id;
using records::Portal;
using settings::Unusable;

std::string read_bounded(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error)) throw Unusable("找不到文件 " + file.string());
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(longest_statement + 4, '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

bool is_plain(char32_t character) {
    const bool control = character < 0x20 || (character >= 0x7f && character < 0xa0);
    const bool turns = (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
    return character == U'\n' || character == U'\t' || (!control && !turns);
}

/// Codes are stored in capital letters.
std::string capital(std::string code) {
    for (char& one : code)
        if (one >= 'a' && one <= 'z') one = static_cast<char>(one - 'a' + 'A');
    return code;
}

void check_result(Portal& portal, Id result, Id object) {
    bool found = false, own = false;
    portal.each_result(Portal::Which::with_drafts, [&](const records::ResultFacts& one) {
        if (one.id != result) return;
        found = true, own = one.object == object;
    });
    const std::string number = std::to_string(result);
    if (!found) throw Unusable("没有第 " + number + " 号检查结果；编号就是网址里的数字");
    if (!own) throw Unusable("第 " + number + " 号检查结果不是这个企业的");
    if (portal.first_published("result", result).publication == 0)
        throw Unusable("第 " + number + " 号检查结果还没有公布，企业陈述只能放在已公布的结果旁");
}

}  // namespace

std::string statement_text(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.size() > longest_statement)
        throw Unusable("企业陈述超过 " + std::to_string(longest_statement) + " 字节，请企业缩短");
    if (!text::is_utf8(bytes)) throw Unusable("企业陈述应是 UTF-8 编码的文本文件，请用记事本另存为 UTF-8");
    std::string plain;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] != '\r')
            plain += bytes[i];
        else if (i + 1 == bytes.size() || bytes[i + 1] != '\n')
            plain += '\n';
    for (std::size_t at = 0; at < plain.size();) {
        const text::Decoded one = text::decode_at(plain, at);
        if (!is_plain(one.code_point))
            throw Unusable("企业陈述里有控制字符或改变书写方向的字符（第 " + std::to_string(at + 1) +
                           " 字节），请删去");
        at += one.length;
    }
    while (!plain.empty() && (plain.back() == '\n' || plain.back() == ' ' || plain.back() == '\t')) plain.pop_back();
    if (text::blank(plain)) throw Unusable("企业陈述是空的");
    return plain;
}

Id add_statement(Portal& portal, const StatementRequest& request) {
    check_day(request.received_on, request.as_of, "--received");
    const auto object = portal.object_with_code(capital(request.object));
    if (!object) throw Unusable("没有代码是“" + request.object + "”的检查对象");
    if (request.result != 0) check_result(portal, request.result, *object);
    records::StatementFacts facts;
    facts.object = *object;
    if (request.result != 0) facts.result = request.result;
    facts.received_on = request.received_on;
    facts.body = statement_text(read_bounded(request.file));
    for (const records::StatementFacts& one : portal.statements(Portal::Which::with_drafts))
        if (one.object == facts.object && one.result == facts.result && one.body == facts.body)
            throw Unusable("这份陈述已经有了，是第 " + std::to_string(one.id) + " 号");
    Id id = 0;
    portal.transaction([&] {
        const Id batch = portal.begin_batch(
            {0, "statement", "企业陈述：" + request.object, "", request.by, request.as_of, "{}", {}});
        id = portal.add_statement(batch, facts);
    });
    return id;
}

}  // namespace ledger
