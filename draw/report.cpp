// A report as JSON and for people.
#include <algorithm>

#include "draw/encoding.h"
#include "draw/json_writer.h"
#include "draw/verify.h"

namespace draw {

namespace {

std::string_view key_of(Status status) {
    return status == Status::ok ? "ok" : status == Status::fail ? "fail" : "not checked";
}

std::string_view key_of(Verdict verdict) {
    return verdict == Verdict::ok ? "ok" : verdict == Verdict::fail ? "fail" : "incomplete";
}

/// Check names as people read them; site/verify.js and the guide call them so too.
std::string_view chinese(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"announcement", "承诺"},
        {"timing", "承诺在先"},
        {"quotas", "应抽数"},
        {"beacon", "随机数"},
        {"commitments", "秘密数"},
        {"object pool", "对象库"},
        {"inspector pool", "检查人员库"},
        {"exclusions", "排除"},
        {"drawn", "抽中名单"},
        {"matching", "检查人员"},
        {"result root", "登记的结果"},
        {"replacements", "替补和改派"},
        {"series", "历次抽取"},
        {"slip", "凭条"},
    };
    const auto* found =
        std::find_if(std::begin(names), std::end(names), [&](const auto& pair) { return pair.first == name; });
    return found == std::end(names) ? name : found->second;
}

}  // namespace

Verdict Report::verdict() const {
    const auto any = [&](Status status) {
        return std::any_of(checks.begin(), checks.end(), [&](const Check& check) { return check.status == status; });
    };
    if (any(Status::fail)) return Verdict::fail;
    return any(Status::not_checked) ? Verdict::incomplete : Verdict::ok;
}

std::string report_json(const Report& report) {
    JsonWriter to;
    to.open_object();
    to.member("checks");
    to.open_list();
    for (const Check& check : report.checks) {
        to.open_object();
        to.text("detail", check.detail);
        to.text("name", check.name);
        to.text("status", key_of(check.status));
        to.close_object();
    }
    to.close_list();
    to.digest("draw", report.draw);
    to.text("verdict", key_of(report.verdict()));
    to.close_object();
    return to.take() + "\n";
}

std::string report_text(const Report& report) {
    std::string text = "抽取编号 " + hex(report.draw) + "\n";
    for (const Check& check : report.checks) {
        text += check.status == Status::ok ? "✓ " : check.status == Status::fail ? "✕ " : "– ";
        text += std::string(chinese(check.name)) + "：" + check.detail + "\n";
    }
    switch (report.verdict()) {
        case Verdict::ok:
            return text + "结论：各项都核对无误。\n";
        case Verdict::fail:
            return text + "结论：有不符之处，见标 ✕ 的各项。\n";
        case Verdict::incomplete:
            break;
    }
    return text + "结论：没有发现不符，但标 – 的各项没有核对。\n";
}

}  // namespace draw
