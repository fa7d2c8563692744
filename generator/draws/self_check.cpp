#include "generator/draws/self_check.h"

#include <optional>
#include <string_view>

#include "generator/draws/byte_sources.h"
#include "generator/draws/errors.h"

namespace draws {

draw::PackageFiles package_of(const Files& files) {
    const auto text = [&](const char* name) -> std::optional<std::string_view> {
        const auto found = files.find(name);
        return found == files.end() ? std::nullopt : std::optional<std::string_view>(found->second);
    };
    const auto table = [&](const char* name) -> draw::ByteSource {
        const auto bytes = text(name);
        return bytes ? source_of(*bytes) : draw::ByteSource();
    };
    draw::PackageFiles package;
    package.announcement = text("announcement.json").value_or("");
    package.quota = text("quota.json");
    package.record = text("record.json");
    package.reveal = text("reveal.json");
    package.drawn = text("drawn.json");
    package.events = text("events.json");
    package.end = text("end.json");
    package.objects = table("objects.tsv");
    package.inspectors = table("inspectors.tsv");
    return package;
}

void require_sound(const Files& files, const draw::Told& told, const std::set<std::string>& may_be_unchecked) {
    try {
        for (const draw::Check& check : draw::verify(package_of(files), told).checks)
            if (check.status == draw::Status::fail ||
                (check.status == draw::Status::not_checked && !may_be_unchecked.contains(check.name)))
                throw Refused("自检没有通过，什么也没有改动。" + check.name + "：" + check.detail);
    } catch (const draw::Unreadable& error) {
        throw Refused(std::string("自检没有通过，什么也没有改动。") + error.what());
    }
}

}  // namespace draws
