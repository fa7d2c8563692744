#include <fmt/format.h>
#include <openssl/evp.h>

#include "records/errors.h"
#include "records/public_site.h"

namespace records::address {
namespace {

const EVP_MD* sha256() {
    static const EVP_MD* digest = EVP_MD_fetch(nullptr, "SHA256", nullptr);  // fetched once: it is the slow part
    return digest;
}

bool plain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// A code becomes a file name: nothing but ASCII letters and digits may pass.
void require_plain(std::string_view code) {
    bool good = !code.empty() && code.size() <= 32;
    for (char c : code) good = good && plain(c);
    if (!good)
        throw Refused(fmt::format("代码“{}”不能作为网址：只能是 1 到 32 个英文字母和数字。", code.substr(0, 64)));
}

// 440300-SCJG
void require_office_code(std::string_view code) {
    bool good = !code.empty() && code.size() <= 64;
    for (char c : code) good = good && (plain(c) || c == '-');
    if (!good) throw Refused(fmt::format("机关代码“{}”不能作为网址：只能是字母、数字和连字符。", code.substr(0, 64)));
}

std::string enterprise_file(std::string_view code, std::string_view ending) {
    require_plain(code);
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int length = 0;
    if (EVP_Digest(code.data(), code.size(), digest, &length, sha256(), nullptr) != 1 || length != 32)
        throw Broken("无法计算 SHA-256：请检查 OpenSSL 的安装。");
    return fmt::format("enterprises/{:02x}/{}{}", digest[0], code, ending);
}

}  // namespace

std::string enterprise(std::string_view code) {
    return enterprise_file(code, ".html");
}
std::string enterprise_json(std::string_view code) {
    return enterprise_file(code, ".json");
}

std::string office(std::string_view area) {
    require_plain(area);
    return fmt::format("offices/{}/", area);
}

std::string department(std::string_view area, Id department) {
    return fmt::format("{}departments/{}/", office(area), department);
}

std::string plan(Id plan) {
    return fmt::format("plans/{}/", plan);
}
std::string plan_edition(Id plan, int number) {
    return fmt::format("plans/{}/{}/", plan, number);
}
std::string item_list(Id list) {
    return fmt::format("item-lists/{}/", list);
}
std::string item_list_edition(Id list, int number) {
    return fmt::format("item-lists/{}/{}/", list, number);
}
std::string task(Id task) {
    return fmt::format("tasks/{}/", task);
}
std::string draw(Id draw) {
    return fmt::format("draws/{}/", draw);
}

std::string draw_file(Id draw, std::string_view name) {
    for (const char c : name)
        if (!plain(c) && c != '.') throw Refused(fmt::format("“{}”不能作为抽取文件的网址。", name.substr(0, 64)));
    return fmt::format("draws/{}/{}", draw, name);
}
std::string draw_pool(Id draw) {
    return fmt::format("draws/{}/pool/", draw);
}
std::string draw_pool_blocks(Id draw) {
    return fmt::format("draws/{}/pool/blocks.tsv", draw);
}
std::string name_index() {
    return "search/names.db";
}
std::string draw_checks(Id draw) {
    return fmt::format("draws/{}/checks.json", draw);
}
std::string draw_pool_page(Id draw, int page) {
    return fmt::format("draws/{}/pool/{}.html", draw, page);
}
std::string draw_series(std::string_view office_code) {
    require_office_code(office_code);
    return fmt::format("draws/series/{}.json", office_code);
}
std::string draw_year(std::string_view office_code, int year) {
    require_office_code(office_code);
    return fmt::format("draws/offices/{}/{}/", office_code, year);
}
std::string verify() {
    return "verify/";
}

std::string results(std::string_view area, int year) {
    require_plain(area);
    return fmt::format("results/{}/{}/", area, year);
}

std::string results_page(std::string_view area, int year, std::int64_t page) {
    return fmt::format("{}page-{}.html", results(area, year), page);
}

std::string result(Id result) {
    return fmt::format("results/by-id/{}/{}.html", result / 1000, result);
}

std::string attachment(const PublicAttachment& attachment) {
    require_plain(attachment.type);
    const std::string digest = attachment.sha256.substr(0, 8);
    require_plain(digest);
    return fmt::format("attachments/{}/{}.{}", digest, attachment.id, attachment.type);
}

std::string json_twin(std::string_view page) {
    if (page.ends_with(".html"))
        page.remove_suffix(5);
    else
        return fmt::format("{}index.json", page);
    return fmt::format("{}.json", page);
}

}  // namespace records::address
