#include <fmt/core.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include "generator/command_line.h"
#include "records/portal.h"
#include "records/private_store.h"

namespace generator {

namespace {

namespace fs = std::filesystem;

/// The parts of a portal that are files of people: copied as they are.
constexpr const char* folders_of_people[] = {"templates", "content", "attachments", "draws"};

void copy_folders(const fs::path& from, const fs::path& to) {
    for (const char* folder : folders_of_people)
        if (fs::is_directory(from / folder))
            fs::copy(from / folder, to / folder, fs::copy_options::recursive | fs::copy_options::skip_symlinks);
}

int backup(const Invocation& invocation, const fs::path& target) {
    const settings::PortalFolder& portal = invocation.portal;
    if (fs::exists(target)) throw settings::Unusable(target.string() + " 已存在；备份要写进一个新的文件夹");
    const fs::path unfinished = target.string() + ".未完成";
    fs::remove_all(unfinished);
    fs::create_directories(unfinished);
    chmod(unfinished.c_str(), 0700);  // holds names and certificate numbers of inspectors
    records::Portal::open(portal.portal_db(), false).copy_to(unfinished / "portal.db");
    records::PrivateStore::open(portal.private_db(), false).copy_to(unfinished / "private.db");
    fs::copy_file(portal.site_toml(), unfinished / "site.toml");
    copy_folders(portal.root, unfinished);
    fs::rename(unfinished, target);
    if (!invocation.quiet)
        fmt::print("✓ 已备份到 {}（含检查人员姓名和抽取的秘密，请妥善保管）\n  恢复：gongshi -C 新文件夹 restore {}\n",
                   target.string(), target.string());
    return done;
}

int restore(const Invocation& invocation, const fs::path& source) {
    const settings::PortalFolder& portal = invocation.portal;
    if (fs::exists(portal.portal_db()))
        throw settings::Unusable(portal.root.string() + " 里已有 portal.db；恢复要写进一个新的文件夹，不会覆盖已有的数据");
    for (const char* file : {"portal.db", "private.db", "site.toml"})
        if (!fs::is_regular_file(source / file))
            throw settings::Unusable(source.string() + " 里没有 " + file + "，不是 gongshi backup 做的备份");
    records::Portal::open(source / "portal.db", false);  // refuses a damaged or newer one before anything is written
    records::PrivateStore::open(source / "private.db", false);
    fs::create_directories(portal.releases());
    fs::create_directories(portal.public_folder());
    fs::copy_file(source / "site.toml", portal.site_toml());
    copy_folders(source, portal.root);
    records::PrivateStore::open(source / "private.db", false).copy_to(portal.private_db());
    records::Portal::open(source / "portal.db", false).copy_to(portal.portal_db());  // last: its presence means whole
    if (!invocation.quiet)
        fmt::print("✓ 已恢复到 {}\n  下一步：gongshi -C {} publish --by 姓名，重新生成站点\n", portal.root.string(),
                   portal.root.string());
    return done;
}

}  // namespace

void add_backup(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("backup", "备份 portal.db、private.db、设置、附件、抽取的文件夹和自定义内容到一个新文件夹");
    auto target = std::make_shared<std::string>();
    verb->add_option("FOLDER", *target, "新的备份文件夹")->required();
    verb->callback([&action, target] {
        action = [target](const Invocation& invocation) { return backup(invocation, *target); };
    });
}

void add_restore(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("restore", "从备份恢复到一个新的门户文件夹（-C 指明）");
    auto source = std::make_shared<std::string>();
    verb->add_option("FOLDER", *source, "备份文件夹")->required();
    verb->callback([&action, source] {
        action = [source](const Invocation& invocation) { return restore(invocation, *source); };
    });
}

}  // namespace generator
