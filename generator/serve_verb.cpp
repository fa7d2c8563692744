#include <fmt/core.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>

#include "generator/command_line.h"
#include "generator/publish/publish.h"
#include "records/portal.h"

namespace generator {

namespace {

namespace fs = std::filesystem;

/// gongshi-server stands beside this program, or on the PATH.
std::string server_program() {
    std::error_code unreadable;
    const fs::path self = fs::read_symlink("/proc/self/exe", unreadable);
    const fs::path beside = self.parent_path() / "gongshi-server";
    return !unreadable && fs::exists(beside) ? beside.string() : "gongshi-server";
}

bool has_drafts(const Invocation& invocation) {
    records::Portal portal = records::Portal::open(invocation.portal.portal_db(), false);
    return portal.drafts_to_publish() > 0;
}

/// The preview when there are drafts to be seen or nothing was ever published, else the published site.
fs::path site_to_show(const Invocation& invocation) {
    const fs::path current = invocation.portal.public_folder() / "current";
    if (fs::exists(current / "index.html") && !has_drafts(invocation)) return current;
    publish::PublishRequest request;
    request.preview = true;
    request.as_of = today();
    publish::publish_portal(invocation.portal, request);
    return invocation.portal.preview();
}

int serve(const Invocation& invocation, int port) {
    const fs::path site = site_to_show(invocation);
    const bool preview = site == invocation.portal.preview();
    if (!invocation.quiet)
        fmt::print("{}：http://127.0.0.1:{}/ （只有本机能看；按 Ctrl+C 结束）\n",
                   preview ? "预览（含草稿）" : "已发布的站点", port);
    std::fflush(stdout);
    const std::string program = server_program(), folder = site.string(), address = "127.0.0.1:" + std::to_string(port);
    execlp(program.c_str(), "gongshi-server", "--preview", folder.c_str(), "--listen", address.c_str(), "--quiet",
           static_cast<char*>(nullptr));
    throw settings::Unusable("找不到 gongshi-server（" + std::string(std::strerror(errno)) +
                             "）；它应与 gongshi 在同一文件夹");
}

}  // namespace

void add_serve(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("serve", "在本机看站点：有草稿时先生成预览，没有则看已发布的");
    auto port = std::make_shared<int>(8080);
    verb->add_option("--port", *port, "端口（默认 8080）")->check(CLI::Range(1, 65535));
    verb->callback(
        [&action, port] { action = [port](const Invocation& invocation) { return serve(invocation, *port); }; });
}

}  // namespace generator
