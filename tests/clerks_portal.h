// A portal on disk whose clerk imports the sheets of clerk_sheets.h and publishes them.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "generator/publish/publish.h"
#include "tests/clerk_sheets.h"
#include "tests/secrets.h"

namespace tests {

namespace fs = std::filesystem;

inline constexpr const char* clerks_site_toml = R"([site]
name = "甲市公示"
base_url = "https://example.invalid/"
publisher = "甲市乙区双随机办"
phone = "0311-8600 0000"
[publish]
public_columns = ["培训要求"]
[[office]]
area = "999901"
name = "甲市乙区"
departments = ["乙区市场监督管理局"]
)";

/// Columns that are kept in the master and never published.
inline bool stays_inside(const std::string& kind, const std::string& field) {
    static const std::map<std::string, std::set<std::string>> inside{
        {"inspectors", {"department", "fields", "qualification", "skills", "status"}},
        {"objects", {"capital", "city", "field", "owner", "province", "tags"}},
        {"draws", {"kind"}},
        {"results", {"codes", "draw_type"}}};
    const auto own = inside.find(kind);
    return (field == "serial" && kind != "items" && kind != "plans") ||
           (own != inside.end() && own->second.contains(field));
}

class ClerksPortal {
  public:
    ClerksPortal() {
        write("site.toml", clerks_site_toml);
        fs::create_directories(folder_.path() / "releases");
        fs::create_directories(folder_.path() / "public");
        records::Portal::open(portal().portal_db(), true);
        records::PrivateStore store = records::PrivateStore::open(portal().private_db(), true);
        fill(store);
    }
    settings::PortalFolder portal() const { return {folder_.path()}; }
    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((folder_.path() / name).parent_path());
        std::ofstream(folder_.path() / name, std::ios::binary) << bytes;
    }

    importing::ImportReport import(const std::string& kind, const std::string& file, const std::string& bytes,
                                   const Context& context) const {
        write(file, bytes);
        records::Portal master = records::Portal::open(portal().portal_db(), false);
        records::PrivateStore store = records::PrivateStore::open(portal().private_db(), false);
        importing::ImportRequest request;
        request.file = folder_.path() / file;
        request.kind = kind;
        request.context = context;
        request.imported_by = "甲";
        request.as_of = "2026-11-18";
        return importing::import_file(master, store, portal().settings(), request);
    }
    /// With secrets in the columns that stay inside.
    void import_clean(const std::string& kind) const {
        Row changed;
        for (const records::Field& field : records::fields_of(kind))
            if (stays_inside(kind, std::string(field.name)) && kind != "inspectors")
                changed[std::string(field.name)] = field.name == "kind" ? "企业" : "13800138000";
        const auto report = import(kind, kind + ".csv", clerk_sheet(kind, changed), clerk_context(kind));
        INFO(kind << ": " << told(report));
        REQUIRE_FALSE(report.failed());
    }
    void import_before(const std::string& kind) const {
        for (const std::string& earlier : kinds_in_order) {
            if (earlier == kind) return;
            import_clean(earlier);
        }
    }
    ::publish::PublishOutcome publish() const {
        ::publish::PublishRequest request;
        request.by = "甲";
        request.as_of = "2026-11-18";
        return ::publish::publish_portal(portal(), request);
    }
    std::int64_t drafts() const {
        records::Portal master = records::Portal::open(portal().portal_db(), false);
        std::int64_t count = 0;
        for (const records::BatchFacts& batch : master.batches()) count += !batch.publication;
        return count;
    }
    /// Every file of the portal but the databases' own, with its bytes.
    std::map<std::string, std::string> published_files() const {
        std::map<std::string, std::string> files;
        for (const char* below : {"releases", "public"})
            for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / below))
                if (entry.is_regular_file())
                    files[entry.path().lexically_relative(folder_.path()).generic_string()] = read_file(entry.path());
        return files;
    }
    std::string shown() const { return output::current_release(folder_.path()).value_or(""); }

  private:
    PortalFolder folder_;
};

}  // namespace tests
