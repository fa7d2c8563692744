#include "generator/publish/counted_visits.h"

#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>
#include <tuple>

#include "generator/publish/counted_values.h"
#include "text/date.h"

namespace publish {

namespace {

std::int32_t narrow(records::Id id) {
    if (id < 0 || id > std::numeric_limits<std::int32_t>::max()) throw std::length_error("编号超出范围");
    return static_cast<std::int32_t>(id);
}

std::int32_t day_number(std::string_view iso) {
    const auto day = text::parse_iso(iso.substr(0, 10));
    if (!day) return 0;
    return static_cast<int>(day->year()) * 10'000 +
           static_cast<std::int32_t>(static_cast<unsigned>(day->month())) * 100 +
           static_cast<std::int32_t>(static_cast<unsigned>(day->day()));
}

std::string iso_of(std::int32_t number) {
    if (number == 0) return {};
    return text::iso(text::Date{std::chrono::year(number / 10'000),
                                std::chrono::month(static_cast<unsigned>(number / 100 % 100)),
                                std::chrono::day(static_cast<unsigned>(number % 100))});
}

}  // namespace

void VisitParts::add(const records::ResultFacts& result, bool published, bool problem_found, bool named) {
    const auto next = static_cast<std::uint16_t>(std::min<std::size_t>(methods_.size(), 65'535));
    const auto [methods, is_new] = method_numbers_.try_emplace(result.methods, next);
    if (is_new && methods_.size() < 65'536) methods_.push_back(result.methods);
    Part part;
    part.task = narrow(result.task), part.object = narrow(result.object);
    part.draw = narrow(result.draw.value_or(0)), part.id = narrow(result.id);
    part.department = narrow(result.department.value_or(0));
    part.inspected_on = day_number(result.inspected_on), part.finished_on = day_number(result.finished_on);
    part.methods = methods->second;
    part.published = published, part.problem_found = problem_found && named, part.named = named;
    parts_.push_back(part);
}

void VisitParts::each(const std::function<void(const CountedVisit&)>& visit) {
    std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
        return std::tie(a.task, a.object, a.draw, a.id) < std::tie(b.task, b.object, b.draw, b.id);
    });
    for (auto first = parts_.begin(); first != parts_.end();) {
        CountedVisit one;
        one.id = first->id, one.task = first->task, one.object = first->object, one.draw = first->draw;
        std::set<records::Id> departments;
        std::set<std::string> methods;
        std::int32_t inspected_on = 0, finished_on = 0;
        auto part = first;
        for (; part != parts_.end() && part->task == first->task && part->object == first->object &&
               part->draw == first->draw;
             ++part) {
            if (part->department != 0) departments.insert(part->department);
            methods.insert(methods_[part->methods].begin(), methods_[part->methods].end());
            if (part->inspected_on != 0 && (inspected_on == 0 || part->inspected_on < inspected_on))
                inspected_on = part->inspected_on;
            finished_on = std::max(finished_on, part->finished_on);
            one.published = one.published && part->published;
            one.problem_found = one.problem_found || part->problem_found;
            one.named = one.named || part->named;
            ++one.results;
        }
        one.departments.assign(departments.begin(), departments.end());
        one.methods = method_terms({methods.begin(), methods.end()});
        one.inspected_on = iso_of(inspected_on), one.finished_on = iso_of(finished_on);
        visit(one);
        first = part;
    }
    std::vector<Part>().swap(parts_);
}

}  // namespace publish
