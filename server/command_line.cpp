#include "server/command_line.h"

#include <signal.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>

#include "records/errors.h"
#include "server/listener.h"
#include "server/service.h"

namespace server {
namespace {

struct Options {
    std::string host = "127.0.0.1";
    int port = 8080;
    std::string preview, public_db;
    bool beyond_this_machine = false;
    bool quiet = false;
};

void describe(CLI::App& app, Options& options) {
    app.option_defaults()->group("选项");
    app.get_formatter()->label("Usage", "用法");
    app.set_version_flag("--version", std::string("gongshi-server ") + GONGSHI_VERSION, "显示版本");
    app.set_help_flag("-h,--help", "显示本说明");
    app.get_formatter()->label("OPTIONS", "选项");
    app.add_option("--preview", options.preview, "在本机预览一个发布文件夹，例如 public/current")->type_name("文件夹");
    app.add_option("--database", options.public_db, "用这个 public.db 回答 /api/v1/ 的查询")->type_name("文件");
    app.add_option("--host", options.host, "监听的地址，默认 127.0.0.1（只有本机能访问）")->type_name("地址");
    app.add_option("--port", options.port, "监听的端口，默认 8080；0 表示任选一个空闲端口")
        ->check(CLI::Range(0, 65535))
        ->type_name("端口");
    app.add_flag("--i-know-no-proxy", options.beyond_this_machine, "允许监听本机以外的地址，而前面没有 nginx");
    app.add_flag("-q,--quiet", options.quiet, "不显示地址");
    app.footer(
        "示例：\n  gongshi-server --preview public/current\n"
        "  gongshi-server --database public/current/data/public.db --port 8081\n"
        "退出码：0 正常结束，1 失败，2 用法或配置有误");
}

bool is_loopback(const std::string& host) {
    return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

/// One sentence when the options cannot be meant, else empty.
std::string objection(const Options& options) {
    namespace fs = std::filesystem;
    if (options.preview.empty() && options.public_db.empty())
        return "没有可以提供的内容：请用 --preview 给出发布文件夹，或用 --database 给出 public.db。";
    if (!options.preview.empty() && !fs::is_directory(options.preview))
        return "没有文件夹 " + options.preview + "。请先运行 gongshi publish，或检查路径。";
    if (!is_loopback(options.host) && !options.preview.empty())
        return "预览只在本机提供：--preview 不能与 --host " + options.host + " 同用。对外公开请用 nginx。";
    if (!is_loopback(options.host) && !options.beyond_this_machine)
        return "不在 " + options.host + " 上监听：本服务应在 nginx 之后运行。确实没有代理时加 --i-know-no-proxy。";
    return {};
}

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

void serve(const Options& options) {
    ServiceSources sources;
    if (!options.preview.empty()) sources.preview = options.preview;
    if (!options.public_db.empty()) sources.public_db = options.public_db;
    const Service service(sources);
    // Blocked before any thread begins, so that only the one that waits for them gets them.
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    Listener listener([&](const Request& request) { return service.handle(request); });
    const int port = listener.bind(options.host, options.port);
    if (!options.quiet) {
        const bool six = options.host.find(':') != std::string::npos;
        std::cout << "http://" << (six ? "[" + options.host + "]" : options.host) << ':' << port
                  << "/  （按 Ctrl+C 停止）" << std::endl;
    }
    std::thread waiting([&] {
        int signal = 0;
        sigwait(&signals, &signal);
        listener.stop();
    });
    listener.run();
    pthread_kill(waiting.native_handle(), SIGTERM);  // when the listener ended by itself
    waiting.join();
}

}  // namespace

int run(int argc, char** argv) {
    Options options;
    CLI::App app("回答对公开数据的查询，或在本机预览站点。只接受 GET、HEAD、OPTIONS。", "gongshi-server");
    describe(app, options);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
        std::cerr << "gongshi-server: 用法有误：" << error.what() << "。运行 gongshi-server --help 查看说明。\n";
        return 2;
    }
    if (const std::string reason = objection(options); !reason.empty()) {
        std::cerr << "gongshi-server: " << reason << '\n';
        return 2;
    }
    try {
        serve(options);
    } catch (const CannotListen& error) {
        std::cerr << "gongshi-server: " << error.what() << '\n';
        return 2;
    } catch (const records::Broken& error) {
        std::cerr << "gongshi-server: " << error.what() << '\n';
        return 2;
    } catch (const std::exception& error) {
        std::cerr << "gongshi-server: " << error.what() << '\n';
        return 1;
    }
    return 0;
}

}  // namespace server
