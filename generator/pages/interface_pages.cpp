// 接口: the pages that show programmers each call of the look-up server and what each kind of problem means. Both are
// made of the interface's own description, site/openapi.json, so that nothing can be missing here.
#include <fmt/format.h>

#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "generator/pages/kinds.h"
#include "generator/pages/page.h"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

std::string read_description(const Site& site) {
    std::ifstream stream(site.options.share / "site" / "openapi.json", std::ios::binary);
    std::ostringstream bytes;
    if (!(bytes << stream.rdbuf())) throw BadTemplate("接口说明 site/openapi.json 无法读取，请检查安装是否完整。");
    std::string text = std::move(bytes).str();
    constexpr std::string_view place = "@PROJECT_VERSION@";
    if (const auto at = text.find(place); at != text.npos) text.replace(at, place.size(), GONGSHI_VERSION);
    return text;
}

/// What stands for {id} and {code} in the calls shown: records that this site has, where it has any.
std::string example_of(records::PublicSite& records, std::string_view path, const std::string& name) {
    const auto number = [](records::Id id) { return fmt::format("{}", id); };
    if (name == "code" && path.starts_with("/draws")) {
        for (const auto& draw : records.draws_before(INT64_MAX, "", 0, 1))
            for (const auto& row : records.drawn_objects(draw.draw.draw, 0, 1)) return row.code;
    } else if (name == "code") {
        for (const auto& one : records.enterprises_after(0, 1)) return one.code;
    } else if (name == "id" && path.starts_with("/plans")) {
        for (const auto& plan : records.plans_after(0, "", 0, 1)) return number(plan.plan.id);
        return {};
    } else if (name == "id" && path.starts_with("/draws")) {
        for (const auto& draw : records.draws_before(INT64_MAX, "", 0, 1)) return number(draw.draw.draw);
    } else if (name == "id") {
        for (const auto& result : records.newest_results(1))
            return number(path.starts_with("/tasks") ? result.facts.task : result.facts.id);
    }
    return {};
}

std::string text_of(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// A parameter itself, where the operation only refers to it.
const Json& parameter_itself(const Json& description, const Json& parameter) {
    if (!parameter.contains("$ref")) return parameter;
    const std::string name = parameter["$ref"];
    return description["components"]["parameters"][name.substr(name.rfind('/') + 1)];
}

/// One call as a line for the shell; `base` ends with a slash.
std::string call(records::PublicSite& records, const Json& description, const std::string& path, const Json& operation,
                 const std::string& base) {
    std::string address = path, query;
    for (const Json& given : operation.value("parameters", Json::array())) {
        const Json& parameter = parameter_itself(description, given);
        if (!parameter.contains("example")) continue;
        const std::string name = parameter["name"], example = text_of(parameter["example"]);
        if (parameter["in"] == "path") {
            const std::string known = example_of(records, path, name);
            const std::string place = "{" + name + "}";
            address.replace(address.find(place), place.size(), known.empty() ? example : known);
        } else if (name == "q" || name == "office") {
            query += fmt::format(" --data-urlencode '{}={}'", name, example);
        }
    }
    return fmt::format("curl {}'{}api/v1{}'{}", query.empty() ? "" : "--get ", base, address, query);
}

void write_calls(const Site& site, records::PublicSite& records, const Json& description) {
    Page page(site, "api/", "接口", "interface.tpl");
    page.describe("程序怎样查询本站的公开数据：每个接口和它的 curl 命令。");
    const std::string base = site.base().empty() ? "http://127.0.0.1:8081/" : site.base();
    page.body().set("BASE", base);
    for (const auto& [path, methods] : description["paths"].items()) {
        const Json& operation = methods["get"];
        View view = page.body().add("OPERATION");
        view.set("ID", text_of(operation["operationId"]));
        view.set("PATH", path);
        view.set("SUMMARY", text_of(operation["summary"]));
        view.set("DESCRIPTION", text_of(operation["description"]));
        view.set("CURL", call(records, description, path, operation, base));
        if (!operation.contains("parameters")) continue;
        View list = view.add("PARAMETERS");
        for (const Json& given : operation["parameters"]) {
            const Json& parameter = parameter_itself(description, given);
            View one = list.add("PARAMETER");
            one.set("NAME", text_of(parameter["name"]));
            one.set("MEANING", text_of(parameter["description"]));
        }
    }
    page.put();
}

void write_problems(const Site& site, const Json& description) {
    Page page(site, "api/problems/", "接口的错误", "problems.tpl");
    page.crumb("接口", "api/");
    page.describe("查询服务的每一种错误：意思和怎么办。");
    const Json example{{"type", site.base() + (site.base().empty() ? "/" : "") + "api/problems/#invalid-parameters"},
                       {"title", "参数有误"},
                       {"status", 400},
                       {"detail", "请求的参数有 1 处错误，见 errors。"},
                       {"errors", {{{"parameter", "limit"}, {"detail", "每页条数是 1 到 200 的整数。"}}}}};
    page.body().set("EXAMPLE", example.dump());
    for (const Json& problem : description["x-problems"]) {
        View view = page.body().add("PROBLEM");
        view.set("NAME", text_of(problem["name"]));
        view.set("PROBLEM_TITLE", text_of(problem["title"]));
        view.set("MEANING", text_of(problem["meaning"]));
        view.set("ADVICE", text_of(problem["advice"]));
        std::string status;
        for (const Json& one : problem["status"]) status += (status.empty() ? "" : "、") + text_of(one);
        view.set("STATUS", status);
    }
    page.put();
}

}  // namespace

void write_interface(const Site& site, records::PublicSite& records) {
    const std::string text = read_description(site);
    const Json description = Json::parse(text);
    site.put("api/openapi.json", text);
    write_calls(site, records, description);
    write_problems(site, description);
}

}  // namespace pages
