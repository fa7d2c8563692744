#include "generator/draws/object_pool.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "draw/ids.h"
#include "generator/draws/code_list.h"
#include "generator/draws/errors.h"
#include "generator/draws/exclusions.h"
#include "generator/draws/object_columns.h"
#include "generator/draws/strata.h"
#include "generator/draws/words.h"
#include "text/fold.h"

namespace draws {

namespace {

using records::ObjectFacts;

constexpr std::size_t most_named = 5;

/// Objects that cannot be frozen, by what is wrong with them: told together, the first few by name.
class Obstacles {
  public:
    void add(const std::string& what, const std::string& name) {
        ++counts_[what];
        if (counts_[what] <= most_named) named_[what] += (named_[what].empty() ? "" : "、") + name;
    }
    void refuse_if_any() const {
        std::string all;
        for (const auto& [what, count] : counts_)
            all += fmt::format("\n  {}（{} 个）：{}{}", what, count, named_.at(what), count > most_named ? " 等" : "");
        if (!all.empty()) throw Refused("对象库还不能冻结：" + all);
    }

  private:
    std::map<std::string, std::size_t> counts_;
    std::map<std::string, std::string> named_;
};

bool is_list(const std::string& column) {
    return column == "tags" || column == "field";
}

bool has_word(const ObjectFacts& object, const std::string& name, const std::string& word) {
    const std::string cell = cell_of(object, name), folded = text::fold(word);
    if (name == "trade") return text::fold(cell).starts_with(folded);  // a code of GB/T 4754 and those below it
    if (!is_list(name)) return text::fold(cell) == folded;
    const std::vector<std::string> words = words_of(cell);
    return std::any_of(words.begin(), words.end(), [&](const std::string& one) { return text::fold(one) == folded; });
}

bool in_scope(const ObjectFacts& object, const PoolRequest& request) {
    std::map<std::string, bool> met;
    for (const auto& [name, word] : request.scope) met[name] = met[name] || has_word(object, name, word);
    return std::all_of(met.begin(), met.end(), [](const auto& one) { return one.second; });
}

/// The office's own district and those below it.
std::set<std::string> districts(const settings::Settings& settings, const std::string& office) {
    std::set<std::string> areas{office};
    for (std::size_t before = 0; before != areas.size();) {
        before = areas.size();
        for (const settings::OfficeSettings& one : settings.offices)
            if (areas.contains(one.parent)) areas.insert(one.area);
    }
    return areas;
}

/// The code by which an object can stand in a pool: its unified code, else its 15-digit number; empty when neither can.
std::string pool_code(records::Portal& portal, records::Id object) {
    std::string old;
    for (const records::ObjectCode& code : portal.codes_of(object)) {
        if (!draw::is_object_id(code.code)) continue;
        if (code.scheme == "unified") return code.code;
        old = code.code;
    }
    return old;
}

class Freezing {
  public:
    Freezing(records::Portal& portal, const settings::Settings& settings, const PoolRequest& request)
        : portal_(portal), request_(request), exclusions_(portal, settings, request), strata_(settings, request) {}

    void from_library(const std::set<std::string>& areas) {
        std::vector<ObjectFacts> found;
        portal_.each_object(records::Portal::Which::with_drafts, [&](const ObjectFacts& object) {
            if ((object.area.empty() || areas.contains(object.area)) && in_scope(object, request_))
                found.push_back(object);
        });
        for (const ObjectFacts& object : found) add(object, "");
    }
    void from_list(const std::vector<ListedCode>& list) {
        for (const ListedCode& listed : list) {
            const auto id = portal_.object_with_code(listed.code);
            const auto object = id ? portal_.object_facts(*id) : std::nullopt;
            if (!object)
                obstacles_.add("清单里的代码不在对象库里，请先用 gongshi import 导入", listed.code);
            else if (in_scope(*object, request_))
                add(*object, listed.stratum);
        }
    }
    ObjectPool finish() {
        strata_.refuse_unknown();
        obstacles_.refuse_if_any();
        if (pool_.objects.empty())
            throw Refused("范围内一个对象也没有；请核对 --scope、--objects，或先导入对象库（gongshi import）");
        std::sort(pool_.objects.begin(), pool_.objects.end(),
                  [](const PoolObject& a, const PoolObject& b) { return a.code < b.code; });
        const auto twice = std::adjacent_find(pool_.objects.begin(), pool_.objects.end(),
                                              [](const auto& a, const auto& b) { return a.code == b.code; });
        if (twice != pool_.objects.end()) throw Refused("代码 " + twice->code + " 在清单里出现了两次，请删去一行");
        pool_.strata = strata_.names();
        return std::move(pool_);
    }

  private:
    void add(const ObjectFacts& object, const std::string& listed_stratum) {
        const std::string code = pool_code(portal_, object.object);
        if (code.empty())
            return obstacles_.add("没有可用的统一社会信用代码或注册号；请补全代码，或用 --scope kind=企业 等明确范围",
                                  object.name);
        PoolObject one{object.object, code, object.name, "", exclusions_.of(object)};
        if (const auto stratum = strata_.of(object, listed_stratum, !one.excl.empty())) {
            one.stratum = *stratum;
            pool_.objects.push_back(std::move(one));
        }
    }

    records::Portal& portal_;
    const PoolRequest& request_;
    Exclusions exclusions_;
    Strata strata_;
    Obstacles obstacles_;
    ObjectPool pool_;
};

void check_columns(const PoolRequest& request) {
    const auto check = [](const std::string& name, const std::string& option) {
        const std::vector<std::string>& known = scope_columns();
        if (name == "credit_class")
            throw settings::Unusable("信用风险类别只供内部参考，不能写进 " + option +
                                     "；按类别分层请用 --basis classes");
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw settings::Unusable(option + " 不认识 " + name + "，可用的有 " +
                                     fmt::format("{}", fmt::join(known, " ")));
    };
    for (const auto& [name, word] : request.scope) check(name, "--scope");
    if (!request.stratum_by.empty()) check(request.stratum_by, "--stratum-by");
}

}  // namespace

ObjectPool freeze_objects(records::Portal& portal, const settings::Settings& settings, const PoolRequest& request) {
    check_columns(request);
    Freezing freezing(portal, settings, request);
    if (request.objects.empty())
        freezing.from_library(districts(settings, request.office));
    else
        freezing.from_list(read_code_list(request.objects));
    ObjectPool pool = freezing.finish();
    pool.source = fmt::format("{} {}，{} 行", request.objects.empty() ? "检查对象名录库提取" : "本次抽查对象清单",
                              request.day, pool.objects.size());
    return pool;
}

}  // namespace draws
