#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "draw/ids.h"
#include "generator/publish/draw_files.h"
#include "generator/publish/passed_texts.h"
#include "generator/publish/stored_persons.h"

namespace publish {

namespace {

using nlohmann::json;

constexpr std::size_t most_findings = 1000;

/// A digest, key, nonce or salt, which the strict reading found to be of its length where it stands.
bool is_hex(std::string_view text) {
    return (text.size() == 32 || text.size() == 64 || text.size() == 96) &&
           text.find_first_not_of("0123456789abcdef") == text.npos;
}

class DrawGate {
  public:
    DrawGate(records::PrivateStore& private_store, const settings::Settings& settings)
        : persons_(stored_persons(private_store)), passed_(settings) {}

    void walk(const json& value, const std::string& place, const std::string& key) {
        if (value.is_string()) {
            look(value.get_ref<const std::string&>(), place + (key.empty() ? "" : " " + key),
                 key == "series" ? ColumnSort::number : ColumnSort::text);
        } else if (value.is_object()) {
            for (const auto& [name, inner] : value.items()) {
                look(name, place + " 的键", ColumnSort::text);
                walk(inner, place, name);
            }
        } else if (value.is_array()) {
            for (const json& inner : value) walk(inner, place, key);
        }
    }

    /// Every cell, also of the header; the same words are looked at once.
    void table(std::istream& stream, const std::string& place) {
        std::string line;
        for (std::size_t number = 1; std::getline(stream, line); ++number)
            for (std::size_t at = 0; at <= line.size();) {
                const std::size_t tab = std::min(line.find('\t', at), line.size());
                look(line.substr(at, tab - at), place + " 第" + std::to_string(number) + "行", ColumnSort::text);
                at = tab + 1;
            }
    }

    std::vector<GateFinding> take() { return std::move(found_); }

  private:
    void look(const std::string& text, const std::string& place, ColumnSort sort) {
        constexpr std::size_t most_known = 100'000;
        if (text.empty() || is_hex(text) || found_.size() >= most_findings || known_.contains(text)) return;
        if (draw::is_object_id(text)) sort = ColumnSort::code;  // never also a citizen number
        const std::vector<PrivateFinding> findings = find_private(text, sort, true, persons_);
        for (const PrivateFinding& one : findings)
            if (!passed_.contains(text, one)) found_.push_back({place, "", one.what, one.masked, one.held, "", 0});
        if (findings.empty() && known_.size() < most_known) known_.insert(text);
    }

    KnownPersons persons_;
    PassedTexts passed_;
    std::unordered_set<std::string> known_;
    std::vector<GateFinding> found_;
};

}  // namespace

std::vector<GateFinding> draw_gate(const std::vector<std::pair<std::string, std::filesystem::path>>& files,
                                   records::PrivateStore& private_store, const settings::Settings& settings) {
    if (files.empty()) return {};
    DrawGate gate(private_store, settings);
    for (const auto& [address, file] : files) {
        std::ifstream stream(file, std::ios::binary);
        if (address.ends_with(".tsv")) {
            gate.table(stream, address);
            continue;
        }
        const json value = json::parse(std::string{std::istreambuf_iterator<char>(stream), {}}, nullptr, false);
        gate.walk(value, address, "");
    }
    return gate.take();
}

}  // namespace publish
