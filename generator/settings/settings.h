// A portal folder and its site.toml: who publishes, for which districts, under which rules of the house. Knows
// nothing of databases or pages.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace settings {

/// site.toml cannot be used; the message is Chinese and names file, line and column. Exit code 2.
struct Unusable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct OfficeSettings {                    // [[office]] 区县
    std::string area;                      // 六位行政区划代码
    std::string name;                      // 区县名称（含上级市名）
    std::string parent;                    // 上级行政区划代码
    std::string level;                     // 省 市 县
    std::string issuer;                    // 牵头机构全称
    std::vector<std::string> departments;  // 成员单位
};

/// [draw] 可核验抽取: the short codes (letters, digits, hyphens) that stand in a draw's files, and what each means.
struct DrawCodes {
    using Names = std::map<std::string, std::vector<std::string>>;  // code → the words of our tables
    Names departments;                                              // 部门
    Names skills;                                                   // 执法领域、业务专长
    Names strata;                                                   // 抽查分层

    /// The code of a word (folded), or nothing; a word that is itself a code of the table is its own.
    static std::optional<std::string> code_of(const Names& names, std::string_view word);
    /// The first word of a code; the code itself where it has none.
    static std::string name_of(const Names& names, const std::string& code);
};

struct Settings {
    std::string name;           // 站点名称
    std::string base_url;       // where the site will stand; feeds and sitemap need it
    std::string publisher;      // 主办单位
    std::string address;        // 地址
    std::string phone;          // 公开电话
    std::string email;          // 公开邮箱
    std::string site_id_code;   // 政府网站标识码
    std::string icp;            // ICP备案号
    std::string license;        // 数据许可
    std::string operated_by;    // 承办单位
    std::string police_record;  // 公安备案号
    std::string error_report;   // 找错: address of the national error report, beside our own 纠错 page
    std::string keywords;       // 关键词 of the site, separated by commas
    bool demo = false;          // every page says 演示数据
    bool two_persons = false;   // 两人复核: publish needs --second
    int keep_releases = 5;
    int expiry_months_problem = 0;             // 公示期 of results with problems, 0: none
    std::map<std::string, int> periods;        // 公示期 of single result codes (records/result_codes.h), in months
    std::vector<std::string> public_contacts;  // phone numbers and addresses that may stand on the site
    std::vector<std::string> reviewed_phrases;  // 已由人看过、可以公开的文字: a gate finding inside one passes
    std::vector<std::string> public_columns;  // 允许出现的自定义列名: unknown columns that may be published
    std::vector<OfficeSettings> offices;
    DrawCodes draw;

    /// The office meant by an area code or a name (folded), or nullptr.
    const OfficeSettings* office(std::string_view area_or_name) const;
};

/// Reads the text of a site.toml (at most 1 MiB). Unknown keys are errors, so that a misspelt one is noticed.
Settings parse(std::string_view toml, std::string_view file_name);

/// The folder of one portal and where things are in it.
struct PortalFolder {
    std::filesystem::path root;
    std::filesystem::path site_toml() const { return root / "site.toml"; }
    std::filesystem::path portal_db() const { return root / "portal.db"; }
    std::filesystem::path private_db() const { return root / "private.db"; }
    std::filesystem::path releases() const { return root / "releases"; }
    std::filesystem::path public_folder() const { return root / "public"; }
    std::filesystem::path templates() const { return root / "templates"; }
    /// 附件, each under its SHA-256 and type; their titles and reviews are in portal.db.
    std::filesystem::path attachments() const { return root / "attachments"; }
    /// 可核验抽取, each in a folder of its permanent id: its whole package and its secrets; readable by the owner only.
    std::filesystem::path draws() const { return root / "draws"; }
    std::filesystem::path content() const { return root / "content"; }
    std::filesystem::path preview() const { return root / "preview"; }

    /// Reads site.toml; throws Unusable, naming what to do, when there is none.
    Settings settings() const;
};

/// The text of a new site.toml with every key explained in Chinese.
std::string starter_text();

}  // namespace settings
