#include "generator/draws/live_draw.h"

#include <algorithm>

#include "draw/needs.h"
#include "draw/pool.h"
#include "draw/salter.h"
#include "draw/seed.h"
#include "generator/draws/byte_sources.h"
#include "generator/draws/errors.h"

namespace draws {

namespace {

draw::Keys keys_of(const draw::Record& record, const draw::Reveal& reveal) {
    std::vector<draw::Digest> nonces;
    for (const draw::Reveal::Nonce& one : reveal.nonces) nonces.push_back(one.nonce);
    return draw::keys_of(reveal.draw, nonces, record.type, record.ref, record.value);
}

}  // namespace

LiveDraw::LiveDraw(const Files& package, const draw::Record& record, const draw::Reveal& reveal)
    : keys_(keys_of(record, reveal)), draw_(reveal.draw), salt_key_(reveal.salt_key) {
    select(package);
    inspectors_ = draw::read_inspectors(source_of(package.at("inspectors.tsv"))).inspectors;
    matching_ = std::make_unique<draw::Matching>(inspectors_, keys_, selection_->all_needs());
    std::vector<draw::Visit> visits;
    for (const draw::Candidate& one : drawn_) visits.push_back({one.id, selection_->needs(one.needs)});
    picks_ = matching_->match(visits);
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
        Listed& listed = list_.at(std::string(drawn_[i].id.text()));
        for (const draw::InspectorNumber one : picks_.of(i))
            listed.inspectors.push_back(one == draw::nobody ? "" : matching_->inspector(one).id);
    }
}

void LiveDraw::select(const Files& package) {
    std::vector<std::pair<std::string, std::uint64_t>> strata;
    for (const draw::Quota::Stratum& one : draw::read_quota(package.at("quota.json")).strata)
        strata.emplace_back(one.code, one.n);
    selection_ = std::make_unique<draw::Selection>(strata);
    draw::ObjectWork work;
    work.ticket_key = keys_.object;
    work.each = [&](const draw::ObjectRow& row) { selection_->add(row); };
    draw::read_objects(source_of(package.at("objects.tsv")), work);
    selection_->finish();
    drawn_ = selection_->all_drawn();
    for (std::size_t stratum = 0; stratum < selection_->strata(); ++stratum)
        for (const draw::Candidate& one : selection_->drawn(stratum))
            list_[std::string(one.id.text())] = {stratum, selection_->needs(one.needs), {}};
}

FixedList LiveDraw::fixed_list() const {
    draw::DrawnList drawn;
    drawn.draw = draw_;
    std::vector<draw::ResultLeaf> leaves;
    const draw::Salter salter(salt_key_);
    for (std::size_t i = 0; i < drawn_.size(); ++i) {
        const std::string id(drawn_[i].id.text());
        std::vector<std::string> inspectors;
        for (const draw::InspectorNumber one : picks_.of(i))
            inspectors.push_back(one == draw::nobody ? "" : matching_->inspector(one).id);
        const std::vector<std::string_view> views(inspectors.begin(), inspectors.end());
        const draw::Salt salt = salter.of("res", id);
        leaves.push_back(draw::result_leaf_of(id, views, salt));
        drawn.drawn.push_back({id, std::move(inspectors), salt});
    }
    return {std::move(drawn), draw::ResultTree(std::move(leaves)), picks_.unfilled, picks_.few_candidates};
}

const std::vector<std::string>* LiveDraw::on_list(const std::string& object) const {
    const auto found = list_.find(object);
    return found == list_.end() ? nullptr : &found->second.inspectors;
}

std::optional<std::string> LiveDraw::replacement_of(const std::string& object) const {
    const std::size_t stratum = list_.at(object).stratum;
    const auto next = selection_->next_in_order(stratum);
    const auto used = replaced_.find(stratum);
    const std::size_t count = used == replaced_.end() ? 0 : used->second;
    if (count >= draw::replacement_limit(selection_->drawn(stratum).size()) || count >= next.size())
        return std::nullopt;
    return std::string(next[count].id.text());
}

draw::Visit LiveDraw::visit(const std::string& object) const {
    return {draw::ObjectId(object), list_.at(object).needs};
}

std::vector<draw::InspectorNumber> LiveDraw::on(const Listed& listed) const {
    std::vector<draw::InspectorNumber> numbers;
    for (const std::string& one : listed.inspectors)
        if (const draw::InspectorNumber number = matching_->number_of(one); number != draw::nobody)
            numbers.push_back(number);
    return numbers;
}

std::string LiveDraw::successor(const std::string& object, std::uint64_t slot) {
    const Listed& listed = list_.at(object);
    const draw::InspectorNumber old = matching_->number_of(listed.inspectors.at(slot));
    if (old != draw::nobody) matching_->release(old);
    const std::vector<draw::InspectorNumber> here = on(listed);
    const draw::InspectorNumber next = matching_->pick(visit(object), static_cast<unsigned>(slot), here);
    if (old != draw::nobody) matching_->take(old);
    return next == draw::nobody ? "" : matching_->inspector(next).id;
}

bool LiveDraw::is_recused(const std::string& inspector, const std::string& object) const {
    const draw::InspectorNumber number = matching_->number_of(inspector);
    return number != draw::nobody && matching_->is_recused(number, draw::ObjectId(object));
}

bool LiveDraw::in_pool(const std::string& inspector) const {
    return matching_->number_of(inspector) != draw::nobody;
}

void LiveDraw::apply(const std::string& kind, const std::vector<std::string>& fields) {
    const auto found = fields.empty() ? list_.end() : list_.find(fields.front());
    if (found == list_.end())
        throw Refused("已登记的替补、改派与抽取结果对不上；请从备份（gongshi backup）里取回这次抽取的文件夹");
    if (kind == "replace") {
        const std::size_t stratum = found->second.stratum;
        list_.erase(found);
        for (const draw::Candidate& one : selection_->next_in_order(stratum))
            if (one.id.text() == fields.at(1)) {
                const std::string& needs = selection_->needs(one.needs);
                list_[fields.at(1)] = {stratum, needs,
                                       std::vector<std::string>(static_cast<std::size_t>(draw::count_slots(needs)))};
            }
        ++replaced_[stratum];
        return;
    }
    std::string& holder = found->second.inspectors.at(std::stoul(fields.at(1)));
    if (const auto old = matching_->number_of(holder); old != draw::nobody) matching_->release(old);
    holder = fields.at(3);
    if (const auto now = matching_->number_of(holder); now != draw::nobody) matching_->take(now);
}

}  // namespace draws
