#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "generator/publish/private_text.h"
#include "generator/publish/publish.h"
#include "text/fold.h"

namespace publish {

namespace {

using nlohmann::json;

constexpr std::size_t most_findings = 1000;
constexpr std::size_t largest_content_file = 1 << 20;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Tables whose rows are about one enterprise: a credit-risk class in them is never lawful.
bool about_one_enterprise(std::string_view table) {
    return is_one_of(table, {"enterprise", "drawn_object", "result", "follow_up", "penalty"});
}

/// Columns whose digits are this program's own or a day; everything else is looked at.
ColumnSort sort_of(std::string_view column) {
    if (is_one_of(column, {"id", "url", "kind", "json", "object", "task", "plan", "draw", "edition", "release", "sha256",
                           "digest", "as_of", "program_version", "inspectors", "base_url", "scheme"}))
        return ColumnSort::machine;
    if (is_one_of(column, {"code", "object_code", "other_codes", "codes", "area", "parent", "office", "enterprise_code"}))
        return ColumnSort::code;
    if (is_one_of(column, {"number", "task_number", "plan_number", "index_number", "document_number",
                           "decision_number", "site_id_code"}))
        return ColumnSort::number;
    if (is_one_of(column, {"object_name", "former_names", "enterprise_name"})) return ColumnSort::enterprise_name;
    return ColumnSort::text;
}

class Gate {
  public:
    Gate(records::PrivateStore& private_store, const settings::Settings& settings) {
        for (const std::string& name : private_store.all_names()) persons_.add_name(name);
        for (const std::string& number : private_store.all_certificates()) persons_.add_certificate(number);
        for (const std::string& phone : private_store.all_phones()) persons_.add_contact(phone);
        for (const std::string& mail : private_store.all_emails()) persons_.add_contact(mail);
        for (const std::string& contact : settings.public_contacts) allowed_.insert(contact_key(contact));
        allowed_.insert(contact_key(settings.phone));
        allowed_.insert(contact_key(settings.email));
        for (const std::string& phrase : settings.reviewed_phrases) reviewed_.push_back(text::fold(phrase));
    }

    /// A cell that holds JSON (cells, former_names …) is walked value by value under its own keys.
    void cell(std::string_view table, std::string_view column, const std::string& place, std::string_view text) {
        if (full()) return;
        if (text.size() > 1 && (text[0] == '{' || text[0] == '[')) {
            const json value = json::parse(text, nullptr, false);
            if (!value.is_discarded()) return walk(value, table, column, place);
        }
        ColumnSort sort = sort_of(column);
        if (table == "enterprise" && column == "name") sort = ColumnSort::enterprise_name;
        look(text, sort, about_one_enterprise(table), place);
    }

    void content(const std::filesystem::path& file) {
        std::ifstream stream(file, std::ios::binary);
        std::string line;
        int number = 0;
        std::size_t bytes = 0;
        while (!full() && std::getline(stream, line)) {
            bytes += line.size();
            look(line, ColumnSort::text, false, file.filename().string() + " 第" + std::to_string(++number) + "行");
        }
        if (bytes > largest_content_file)
            findings_.push_back({file.filename().string(), "", "超过 1 MiB 的文件，无法审查", "", true});
    }

    bool full() const { return findings_.size() >= most_findings; }
    std::vector<GateFinding> take() { return std::move(findings_); }

  private:
    void walk(const json& value, std::string_view table, std::string_view column, const std::string& place) {
        if (value.is_string()) {
            look(value.get_ref<const std::string&>(), sort_of(column), about_one_enterprise(table), place);
        } else if (value.is_object()) {
            for (const auto& [key, inner] : value.items()) {
                look(key, ColumnSort::text, false, place);  // an unknown column's own heading
                const bool generic = is_one_of(key, {"text", "raw", "value"});
                walk(inner, table, generic ? column : std::string_view(key), place);
            }
        } else if (value.is_array()) {
            for (const json& inner : value) walk(inner, table, column, place);
        } else if (value.is_number_integer()) {
            look(value.dump(), sort_of(column) == ColumnSort::text ? ColumnSort::number : sort_of(column), false, place);
        }
    }

    void look(std::string_view text, ColumnSort sort, bool one_enterprise, const std::string& place) {
        for (const PrivateFinding& finding : find_private(text, sort, one_enterprise, persons_)) {
            if (!finding.key.empty() && allowed_.contains(finding.key)) continue;
            if (reviewed(text::fold(text), finding.around)) continue;
            findings_.push_back({place, "", finding.what, finding.masked, finding.held});
            if (full()) return;
        }
    }

    bool reviewed(const std::string& folded, const std::string& around) const {
        return std::any_of(reviewed_.begin(), reviewed_.end(), [&](const std::string& phrase) {
            return !phrase.empty() && (folded == phrase || (around.find(phrase) != around.npos));
        });
    }

    KnownPersons persons_;
    std::set<std::string> allowed_;
    std::vector<std::string> reviewed_;
    std::vector<GateFinding> findings_;
};

}  // namespace

std::vector<GateFinding> privacy_gate(records::PublicWriter& writer, const std::vector<std::filesystem::path>& content,
                                      records::PrivateStore& private_store, const settings::Settings& settings) {
    Gate gate(private_store, settings);
    writer.each_cell([&](std::string_view table, std::string_view column, std::int64_t row, std::string_view text) {
        if (table == "body") return gate.cell(table, column, "JSON " + std::to_string(row), text);
        gate.cell(table, column,
                  std::string(table) + "." + std::string(column) + " 第" + std::to_string(row) + "条", text);
    });
    for (const std::filesystem::path& folder : content) {
        if (!std::filesystem::is_directory(folder)) continue;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (entry.is_regular_file()) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const std::filesystem::path& file : files) gate.content(file);
    }
    return gate.take();
}

}  // namespace publish
