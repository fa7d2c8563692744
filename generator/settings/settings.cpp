#include "generator/settings/settings.h"

#include <algorithm>
#include <fstream>
#include <set>

#include "generator/settings/toml_reader.h"
#include "records/result_codes.h"
#include "text/fold.h"

namespace settings {

namespace {

constexpr std::size_t largest_file = 1 << 20;

[[noreturn]] void fail(const TomlText& file, const toml::node& node, const std::string& what) {
    throw Unusable(file.place(node) + what);
}

/// One table of the file, read key by key; what is left unread at the end is an unknown key.
class Section {
  public:
    Section(const TomlText& file, const toml::table& table, std::string name)
        : file_(file), table_(table), name_(std::move(name)) {}

    void read(const char* key, std::string& into) {
        if (const toml::node* node = take(key)) {
            if (!node->is_string()) fail(file_, *node, where(key) + "应是带引号的文字");
            into = node->as_string()->get();
        }
    }
    void read(const char* key, bool& into) {
        if (const toml::node* node = take(key)) {
            if (!node->is_boolean()) fail(file_, *node, where(key) + "应是 true 或 false");
            into = node->as_boolean()->get();
        }
    }
    void read(const char* key, int& into, int least, int most) {
        if (const toml::node* node = take(key)) {
            const std::int64_t value = node->is_integer() ? node->as_integer()->get() : std::int64_t{least} - 1;
            if (value < least || value > most)
                fail(file_, *node,
                     where(key) + "应是 " + std::to_string(least) + " 到 " + std::to_string(most) + " 的整数");
            into = static_cast<int>(value);
        }
    }
    void read(const char* key, std::vector<std::string>& into) {
        if (const toml::node* node = take(key)) {
            if (!node->is_array()) fail(file_, *node, where(key) + "应是文字的列表，如 [\"甲\", \"乙\"]");
            for (const toml::node& element : *node->as_array()) {
                if (!element.is_string()) fail(file_, element, where(key) + "的每一项应是带引号的文字");
                into.push_back(element.as_string()->get());
            }
        }
    }
    const toml::node* take(const char* key) {
        known_.insert(key);
        return table_.get(key);
    }
    void refuse_unknown_keys() const {
        for (const auto& [key, node] : table_)
            if (!known_.contains(std::string(key.str())))
                fail(file_, node,
                     "不认识的设置 " + (name_.empty() ? "" : name_ + ".") + std::string(key.str()) +
                         "，请检查拼写；可用的设置见 gongshi init 生成的 site.toml");
    }

  private:
    std::string where(const char* key) const { return "设置 " + (name_.empty() ? "" : name_ + ".") + key + " "; }

    const TomlText& file_;
    const toml::table& table_;
    std::string name_;
    std::set<std::string> known_;
};

/// http(s)://host[:port][/path] and nothing that ends an attribute, begins a query or is invisible.
bool is_web_address(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (url.starts_with(scheme)) {
            url.remove_prefix(scheme.size());
            return !url.empty() && url.front() != '/' && std::all_of(url.begin(), url.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       std::string_view("-._~:/%[]").find(c) != std::string_view::npos;
            });
        }
    return false;
}

void read_site(const TomlText& file, const toml::table& table, Settings& into) {
    Section site(file, table, "site");
    site.read("name", into.name);
    site.read("base_url", into.base_url);
    site.read("publisher", into.publisher);
    site.read("address", into.address);
    site.read("phone", into.phone);
    site.read("email", into.email);
    site.read("site_id_code", into.site_id_code);
    site.read("icp", into.icp);
    site.read("license", into.license);
    site.read("operated_by", into.operated_by);
    site.read("police_record", into.police_record);
    site.read("error_report", into.error_report);
    site.read("keywords", into.keywords);
    site.read("demo", into.demo);
    if (!into.base_url.empty() && !is_web_address(into.base_url))
        throw Unusable(file.place(table) +
                       "设置 site.base_url 应是 https:// 或 http:// 开头的网址，可以带路径，不带参数，例如 "
                       "https://www.example.gov.cn/ssj/");
    const bool web = into.error_report.starts_with("https://") || into.error_report.starts_with("http://");
    if (!into.error_report.empty() && !web)
        throw Unusable(file.place(table) + "设置 site.error_report 应是 https:// 或 http:// 开头的网址");
    site.refuse_unknown_keys();
}

constexpr int longest_period = 600;  // months

/// [publish.periods] 结果代码或结果用语 = 月数.
void read_periods(const TomlText& file, Section& publish, std::map<std::string, int>& into) {
    const toml::node* node = publish.take("periods");
    if (node == nullptr) return;
    if (!node->is_table()) fail(file, *node, "[publish.periods] 应是一节");
    Section periods(file, *node->as_table(), "publish.periods");
    for (const auto& [key, value] : *node->as_table()) {
        const std::string name(key.str());
        const records::ResultCode* code = records::result_code(name);
        if (code == nullptr)
            fail(file, value,
                 "“" + name + "”不是检查结果的代码或用语，例如 no_problem 或 未发现问题；代码表见数据说明页");
        int months = 0;
        periods.read(name.c_str(), months, 1, longest_period);
        if (!into.emplace(code->code, months).second)
            fail(file, value, "结果“" + std::string(code->term) + "”的公示期写了两次，只留一个");
    }
}

void read_publish(const TomlText& file, const toml::table& table, Settings& into) {
    Section publish(file, table, "publish");
    publish.read("two_persons", into.two_persons);
    publish.read("keep_releases", into.keep_releases, 1, 1000);
    publish.read("expiry_months_problem", into.expiry_months_problem, 0, 600);
    read_periods(file, publish, into.periods);
    publish.read("public_contacts", into.public_contacts);
    publish.read("reviewed_phrases", into.reviewed_phrases);
    publish.read("public_columns", into.public_columns);
    publish.refuse_unknown_keys();
}

OfficeSettings read_office(const TomlText& file, const toml::table& table) {
    OfficeSettings office;
    Section section(file, table, "office");
    section.read("area", office.area);
    section.read("name", office.name);
    section.read("parent", office.parent);
    section.read("level", office.level);
    section.read("issuer", office.issuer);
    section.read("departments", office.departments);
    section.refuse_unknown_keys();
    const bool six_digits = office.area.size() == 6 && office.area.find_first_not_of("0123456789") == std::string::npos;
    if (!six_digits) fail(file, table, "[[office]] 的 area 应是六位行政区划代码，如 area = \"999901\"");
    if (office.name.empty()) fail(file, table, "[[office]] 缺少 name（区县名称）");
    if (office.level.empty()) office.level = "县";
    if (office.issuer.empty()) office.issuer = office.name + "“双随机、一公开”监管工作领导小组办公室";
    return office;
}

constexpr std::size_t longest_draw_code = 24;

bool is_draw_code(std::string_view code) {
    return !code.empty() && code.size() <= longest_draw_code && std::all_of(code.begin(), code.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

/// code = "word" or code = ["word", "word"]; a word may have one code only.
DrawCodes::Names read_codes(const TomlText& file, Section& draw, const char* key) {
    DrawCodes::Names names;
    const toml::node* node = draw.take(key);
    if (node == nullptr) return names;
    if (!node->is_table()) fail(file, *node, std::string("[draw.") + key + "] 应是一节");
    Section codes(file, *node->as_table(), std::string("draw.") + key);
    std::set<std::string> words;
    for (const auto& [code, value] : *node->as_table()) {
        const std::string name(code.str());
        if (!is_draw_code(name))
            fail(file, value, "代码 " + name + " 只能用字母、数字和连字符，最多 24 个字符，例如 SCJG");
        std::vector<std::string>& into = names[name];
        if (value.is_string())
            into.push_back(value.as_string()->get());
        else
            codes.read(name.c_str(), into);
        for (const std::string& word : into)
            if (!words.insert(text::fold(word)).second) fail(file, value, "“" + word + "”有两个代码，只留一个");
    }
    return names;
}

void read_draw(const TomlText& file, const toml::table& table, DrawCodes& into) {
    Section draw(file, table, "draw");
    into.departments = read_codes(file, draw, "departments");
    into.skills = read_codes(file, draw, "skills");
    into.strata = read_codes(file, draw, "strata");
    draw.refuse_unknown_keys();
}

}  // namespace

std::optional<std::string> DrawCodes::code_of(const Names& names, std::string_view word) {
    const std::string folded = text::fold(word);
    for (const auto& [code, words] : names)
        for (const std::string& one : words)
            if (text::fold(one) == folded) return code;
    if (const std::string code(word); names.contains(code)) return code;
    return std::nullopt;
}

std::string DrawCodes::name_of(const Names& names, const std::string& code) {
    const auto found = names.find(code);
    return found == names.end() || found->second.empty() ? code : found->second.front();
}

Settings parse(std::string_view text, std::string_view file_name) {
    const TomlText file = read_toml(text, file_name, largest_file);
    Settings result;
    Section top(file, file.table, "");
    const auto table_of = [&](const char* key) -> const toml::table* {
        const toml::node* node = top.take(key);
        if (node != nullptr && !node->is_table()) fail(file, *node, std::string("[") + key + "] 应是一节");
        return node == nullptr ? nullptr : node->as_table();
    };
    if (const toml::table* site = table_of("site")) read_site(file, *site, result);
    if (const toml::table* publish = table_of("publish")) read_publish(file, *publish, result);
    if (const toml::table* draw = table_of("draw")) read_draw(file, *draw, result.draw);
    if (const toml::node* offices = top.take("office")) {
        if (!offices->is_array_of_tables()) fail(file, *offices, "区县应写成 [[office]]（两层方括号）");
        for (const toml::node& node : *offices->as_array()) {
            OfficeSettings office = read_office(file, *node.as_table());
            if (result.office(office.area) != nullptr) fail(file, node, "行政区划代码 " + office.area + " 出现了两次");
            if (result.office(office.name) != nullptr) fail(file, node, "区县名称“" + office.name + "”出现了两次");
            result.offices.push_back(std::move(office));
        }
    }
    top.refuse_unknown_keys();
    if (result.name.empty()) throw Unusable(std::string(file_name) + "：缺少站点名称，请在 [site] 下写 name = \"…\"");
    return result;
}

const OfficeSettings* Settings::office(std::string_view area_or_name) const {
    const std::string folded = text::fold(area_or_name);
    for (const OfficeSettings& office : offices)
        if (office.area == folded || text::fold(office.name) == folded) return &office;
    return nullptr;
}

Settings PortalFolder::settings() const {
    std::ifstream file(site_toml(), std::ios::binary);
    if (!file)
        throw Unusable(root.string() + " 里没有 site.toml，不是一个公示门户。用 gongshi -C " + root.string() +
                       " init 新建，或用 -C 指明门户所在文件夹");
    std::string text(largest_file + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return parse(text, site_toml().string());
}

}  // namespace settings
