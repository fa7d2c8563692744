// The catalogue of the whole set in DCAT 3 (W3C), as JSON-LD and as Turtle from the same values, and as a schema.org
// Dataset. Addresses are relative to the file where the site's own is not set, which both forms allow.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "generator/pages/data_pages.h"

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view media_types = "https://www.iana.org/assignments/media-types/";
constexpr std::string_view irregular = "http://publications.europa.eu/resource/authority/frequency/IRREG";

struct Distribution {
    std::string id, address, title, media_type;
    std::uint64_t bytes = 0;  // 0: not said, because it depends on the versions of libraries
    std::string sha256;
};
struct DataSet {
    std::string id, address, title, description;
    std::vector<Distribution> distributions;
};

struct Catalogue {
    std::string base;  // of addresses, as the catalogue itself must write them
    std::string title, publisher, license, as_of, first_year;
    std::vector<records::Office> offices;
    std::vector<DataSet> sets;
};

DataSet set_of(const records::PublicTable& table, const TableFile& file) {
    DataSet set{fmt::format("table-{}", table.name),
                fmt::format("data/fields/{}/", table.name),
                std::string(table.term),
                fmt::format("{}共 {} 行。", table.explanation, file.rows),
                {}};
    set.distributions.push_back({set.id + "-csv", table_address(table.name, "csv"), set.title + "（CSV）", "text/csv",
                                 file.csv_bytes, file.csv_sha256});
    if (file.workbook)
        set.distributions.push_back({set.id + "-xlsx", table_address(table.name, "xlsx"), set.title + "（XLSX）",
                                     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 0, ""});
    return set;
}

/// The earliest year that plans or results are of; empty when there are none.
std::string first_year(records::PublicSite& records) {
    int first = 0;
    const auto earlier = [&](int year) {
        if (year > 0 && (first == 0 || year < first)) first = year;
    };
    for (const records::PublicPlan& plan : records.plans()) earlier(plan.plan.year);
    for (const records::PublicSite::ResultYear& year : records.result_years()) earlier(year.year);
    return first == 0 ? std::string() : fmt::format("{:04}", first);
}

Catalogue catalogue_of(const Site& site, records::PublicSite& records, const TableFiles& files) {
    const records::SiteFacts& facts = site.facts;
    Catalogue catalogue;
    catalogue.base = site.base().empty() ? "../" : site.base();
    catalogue.title = facts.name + (facts.demo ? "（演示数据）" : "");
    catalogue.publisher = facts.publisher.empty() ? facts.name : facts.publisher;
    catalogue.license = facts.license;
    catalogue.as_of = facts.as_of;
    catalogue.first_year = first_year(records);
    catalogue.offices = site.offices;
    DataSet& all = catalogue.sets.emplace_back(
        DataSet{"all", "data/", "全部公开数据", "双随机、一公开的计划、抽取、检查结果和后续处置，一个数据库。", {}});
    all.distributions.push_back(
        {"all-sqlite", "data/public.db", "全部公开数据（SQLite）", "application/vnd.sqlite3", 0, ""});
    all.distributions.push_back(
        {"all-package", "data/datapackage.json", "全部公开数据（Data Package）", "application/json", 0, ""});
    for (const records::PublicTable& table : records::public_tables())
        catalogue.sets.push_back(set_of(table, files.of(table.name)));
    return catalogue;
}

Json chinese(std::string_view text) {
    return {{"@language", "zh-CN"}, {"@value", text}};
}
Json link(const std::string& address) {
    return {{"@id", address}};
}
Json day(std::string_view date) {
    return {{"@type", "xsd:date"}, {"@value", date}};
}

Json json_of(const Catalogue& catalogue, const Distribution& distribution) {
    const std::string file = catalogue.base + distribution.address;
    Json json{{"@id", "#" + distribution.id},
              {"@type", "dcat:Distribution"},
              {"dct:title", chinese(distribution.title)},
              {"dcat:downloadURL", link(file)},
              {"dcat:mediaType", link(fmt::format("{}{}", media_types, distribution.media_type))}};
    if (!catalogue.license.empty())
        json["dct:rights"] = {{"@type", "dct:RightsStatement"}, {"rdfs:label", chinese(catalogue.license)}};
    if (distribution.bytes > 0)
        json["dcat:byteSize"] = {{"@type", "xsd:nonNegativeInteger"},
                                 {"@value", fmt::format("{}", distribution.bytes)}};
    if (!distribution.sha256.empty())
        json["spdx:checksum"] = {{"@type", "spdx:Checksum"},
                                 {"spdx:algorithm", link("spdx:checksumAlgorithm_sha256")},
                                 {"spdx:checksumValue", {{"@type", "xsd:hexBinary"}, {"@value", distribution.sha256}}}};
    return json;
}

Json json_of(const Catalogue& catalogue, const DataSet& set) {
    Json json{{"@id", "#" + set.id},
              {"@type", "dcat:Dataset"},
              {"dct:title", chinese(set.title)},
              {"dct:description", chinese(set.description)},
              {"dct:publisher", link("#publisher")},
              {"dct:modified", day(catalogue.as_of)},
              {"dct:accrualPeriodicity", link(std::string(irregular))},
              {"dcat:landingPage", link(catalogue.base + set.address)}};
    if (!catalogue.first_year.empty())
        json["dct:temporal"] = {{"@type", "dct:PeriodOfTime"},
                                {"dcat:startDate", day(catalogue.first_year + "-01-01")},
                                {"dcat:endDate", day(catalogue.as_of)}};
    for (const records::Office& office : catalogue.offices) json["dct:spatial"].push_back(link("#area-" + office.area));
    for (const Distribution& distribution : set.distributions)
        json["dcat:distribution"].push_back(json_of(catalogue, distribution));
    return json;
}

Json context() {
    return {{"dcat", "http://www.w3.org/ns/dcat#"}, {"dct", "http://purl.org/dc/terms/"},
            {"foaf", "http://xmlns.com/foaf/0.1/"}, {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
            {"spdx", "http://spdx.org/rdf/terms#"}, {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

Json json_of(const Catalogue& catalogue) {
    Json graph = Json::array();
    Json whole{{"@id", "#catalogue"},
               {"@type", "dcat:Catalog"},
               {"dct:title", chinese(catalogue.title)},
               {"dct:publisher", link("#publisher")},
               {"dct:language", "zh-CN"},
               {"dct:modified", day(catalogue.as_of)},
               {"foaf:homepage", link(catalogue.base)}};
    for (const DataSet& set : catalogue.sets) whole["dcat:dataset"].push_back(link("#" + set.id));
    graph.push_back(std::move(whole));
    graph.push_back(
        {{"@id", "#publisher"}, {"@type", "foaf:Organization"}, {"foaf:name", chinese(catalogue.publisher)}});
    for (const records::Office& office : catalogue.offices)
        graph.push_back({{"@id", "#area-" + office.area},
                         {"@type", "dct:Location"},
                         {"dct:identifier", office.area},
                         {"rdfs:label", chinese(office.name)}});
    for (const DataSet& set : catalogue.sets) graph.push_back(json_of(catalogue, set));
    return {{"@context", context()}, {"@graph", std::move(graph)}};
}

// The same graph in Turtle. A JSON string is a Turtle string too: both escape with \" \\ \n \uXXXX.
std::string turtle_value(const Json& value, int depth);

std::string turtle_properties(const Json& node, int depth) {
    std::string text;
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    for (const auto& [key, value] : node.items()) {
        if (key == "@id") continue;
        const bool several = value.is_array();
        std::string values;
        if (several)
            for (const Json& one : value) values += (values.empty() ? "" : ", ") + turtle_value(one, depth + 1);
        else
            values = key == "@type" ? value.get<std::string>() : turtle_value(value, depth + 1);
        text += fmt::format("{}\n{}{} {}", text.empty() ? "" : " ;", indent, key == "@type" ? "a" : key, values);
    }
    return text;
}

std::string turtle_value(const Json& value, int depth) {
    if (value.is_string()) return value.dump();
    if (value.contains("@language"))
        return fmt::format("{}@{}", value["@value"].dump(), value["@language"].get<std::string>());
    if (value.contains("@value"))
        return fmt::format("{}^^{}", value["@value"].dump(), value["@type"].get<std::string>());
    if (value.size() > 1 && value.contains("@id")) return fmt::format("<{}>", value["@id"].get<std::string>());
    if (value.contains("@id")) {
        const auto id = value["@id"].get<std::string>();
        return id.starts_with("spdx:") ? id : fmt::format("<{}>", id);
    }
    return fmt::format("[{} ]", turtle_properties(value, depth));
}

std::string turtle_of(const Json& graph) {
    std::string text;
    for (const auto& [prefix, address] : graph["@context"].items())
        text += fmt::format("@prefix {}: <{}> .\n", prefix, address.get<std::string>());
    const auto statement = [&](const Json& node) {
        text += fmt::format("\n<{}>{} .\n", node["@id"].get<std::string>(), turtle_properties(node, 1));
    };
    for (const Json& node : graph["@graph"]) {
        statement(node);
        if (node.contains("dcat:distribution"))
            for (const Json& distribution : node["dcat:distribution"]) statement(distribution);
    }
    return text;
}

/// Whether a text can be an address in angle brackets.
bool plain_address(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 ||
               std::string_view("<>\"{}|^`\\").find(c) != std::string_view::npos;
    });
}

}  // namespace

void write_catalogue(const Site& site, records::PublicSite& records, const TableFiles& files) {
    Catalogue catalogue = catalogue_of(site, records, files);
    if (!plain_address(catalogue.base)) catalogue.base = "../";
    const Json graph = json_of(catalogue);
    site.put("data/catalog.jsonld", graph.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
    site.put("data/catalog.ttl", turtle_of(graph));
}

std::string dataset_json(const Site& site, records::PublicSite& records, const TableFiles& files,
                         std::string_view address) {
    const Catalogue catalogue = catalogue_of(site, records, files);
    std::string root = site.base();
    if (root.empty()) root = std::string(address.empty() ? "./" : "../");
    Json json{{"@context", "https://schema.org/"},
              {"@type", "Dataset"},
              {"name", fmt::format("{}：全部公开数据", catalogue.title)},
              {"description",
               "双随机、一公开监管的抽查计划、历次调整、随机抽取、检查结果、后续处置和行政处罚，"
               "每条记录都有永久网址和指纹。"},
              {"url", root + std::string(address)},
              {"inLanguage", "zh-CN"},
              {"isAccessibleForFree", true},
              {"dateModified", catalogue.as_of},
              {"creator", {{"@type", "GovernmentOrganization"}, {"name", catalogue.publisher}}}};
    if (!catalogue.license.empty()) json["license"] = {{"@type", "CreativeWork"}, {"name", catalogue.license}};
    if (!catalogue.first_year.empty())
        json["temporalCoverage"] = fmt::format("{}/{}", catalogue.first_year, catalogue.as_of);
    for (const records::Office& office : catalogue.offices)
        json["spatialCoverage"].push_back({{"@type", "Place"}, {"name", office.name}, {"identifier", office.area}});
    for (const DataSet& set : catalogue.sets)
        for (const Distribution& distribution : set.distributions) {
            Json one{{"@type", "DataDownload"},
                     {"name", distribution.title},
                     {"encodingFormat", distribution.media_type},
                     {"contentUrl", root + distribution.address}};
            if (distribution.bytes > 0) one["contentSize"] = fmt::format("{}", distribution.bytes);
            if (!distribution.sha256.empty()) one["sha256"] = distribution.sha256;
            json["distribution"].push_back(std::move(one));
        }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace pages
