#include "generator/publish/counted_values.h"

#include "records/result_codes.h"

namespace publish {

Columns::Columns(duties::Noun noun, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) places_.push_back(duties::column_index(noun, key));
}

void Columns::fill(std::vector<std::string_view>& into, std::initializer_list<std::string_view> values) const {
    std::size_t at = 0;
    for (const std::string_view value : values) into[places_.at(at++)] = value;
}

std::vector<std::string_view> empty_values(duties::Noun noun) {
    return std::vector<std::string_view>(duties::table_of(noun).columns.size());
}

void fill_task(std::vector<std::string_view>& into, const std::vector<std::string>& task) {
    const std::size_t own = into.size() - task.size();
    for (std::size_t at = 0; at < task.size(); ++at) into[own + at] = task[at];
}

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += (all.empty() ? "" : "、") + text;
    return all;
}

std::string method_terms(const std::vector<std::string>& codes) {
    std::string all;
    for (const std::string& code : codes) {
        const records::MethodCode* method = records::method_code(code);
        all += (all.empty() ? "" : "、") + (method == nullptr ? code : std::string(method->term));
    }
    return all;
}

}  // namespace publish
