#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <fstream>

#include "generator/command_line.h"
#include "records/portal.h"
#include "records/private_store.h"

namespace generator {

void add_init(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("init", "新建门户：site.toml、portal.db、private.db");
    verb->callback([&action] {
        action = [](const Invocation& invocation) {
            const settings::PortalFolder& portal = invocation.portal;
            if (std::filesystem::exists(portal.portal_db()))
                throw settings::Unusable(portal.root.string() + " 里已有 portal.db，不再新建；已有的数据没有改动");
            if (std::filesystem::exists(portal.private_db()) ||
                std::filesystem::exists(portal.public_folder() / "current"))
                throw settings::Unusable(
                    portal.root.string() +
                    " 里有 private.db 或已发布的站点，却没有 portal.db：这不是新门户，是丢了主库。请把备份用 "
                    "gongshi -C 新文件夹 restore 备份 恢复到一个新的文件夹");
            std::filesystem::create_directories(portal.root);
            std::filesystem::create_directories(portal.releases());
            std::filesystem::create_directories(portal.public_folder());
            if (!std::filesystem::exists(portal.site_toml())) {
                std::ofstream file(portal.site_toml(), std::ios::binary);
                file << settings::starter_text();
                if (!file.flush()) throw settings::Unusable("写不了 " + portal.site_toml().string());
            }
            records::Portal::open(portal.portal_db(), true);
            records::PrivateStore::open(portal.private_db(), true);
            if (!invocation.quiet)
                fmt::print(
                    "已新建 {}\n下一步：用文本编辑器改好 {}（名称、区县），再用 gongshi -C {} template plans "
                    "计划.xlsx 取要填的表\n",
                    portal.root.string(), portal.site_toml().string(), portal.root.string());
            return done;
        };
    });
}

}  // namespace generator
