// A master in memory with one draft batch that minted an office's plan, task, object and draw.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "records/portal.h"

namespace tests {

inline records::Id batch(records::Portal& portal, const std::string& file = "a.xlsx") {
    return portal.begin_batch({0, "results", file, "digest of " + file, "李", "2024-03-01", "{}", std::nullopt});
}

inline void publish(records::Portal& portal) {
    portal.publish_drafts({0, "王", "赵", "2024-03-05", ""});
}

struct World {
    records::Portal portal = records::Portal::in_memory();
    records::Id first = 0, plan = 0, task = 0, object = 0, draw = 0;
    World() {
        portal.put_office({"110101", "甲市乙区", "110100", "县", "甲市乙区某办公室"});
        first = batch(portal);
        plan = portal.mint_plan(first, {0, "110101", std::nullopt, 2024, "计划", "", true});
        task = portal.mint_task(first, plan);
        object = portal.mint_object(first, "企业");
        draw = portal.mint_draw(first, task, "第一批");
    }
    records::ResultFacts result(const std::string& outcome) const {
        records::ResultFacts facts;
        facts.task = task;
        facts.object = object;
        facts.item = "登记事项检查";
        facts.outcome = outcome;
        facts.codes = {"no_problem"};
        return facts;
    }
    std::vector<std::string> outcomes(records::Portal::Which which) {
        std::vector<std::string> all;
        portal.each_result(which, [&](const records::ResultFacts& facts) { all.push_back(facts.outcome); });
        return all;
    }
};

inline std::string message_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "";
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace tests
