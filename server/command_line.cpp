#include "server/command_line.h"

#include <signal.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <thread>

#include "records/errors.h"
#include "server/current_release.h"
#include "server/listener.h"
#include "server/service.h"

namespace server {
namespace {

struct Options {
    std::string listen = "127.0.0.1:8080";
    std::string portal, preview;
    bool beyond_this_machine = false;
    bool quiet = false;
};

void describe(CLI::App& app, Options& options) {
    app.option_defaults()->group("选项");
    app.get_formatter()->label("Usage", "用法");
    app.set_version_flag("--version", std::string("gongshi-server ") + GONGSHI_VERSION, "显示版本");
    app.set_help_flag("-h,--help", "显示本说明");
    app.get_formatter()->label("OPTIONS", "选项");
    app.add_option("--portal", options.portal, "回答对这个门户当前发布的查询；随 gongshi publish 切换")
        ->type_name("文件夹");
    app.add_option("--preview", options.preview, "在本机预览一个发布文件夹，例如 public/current")->type_name("文件夹");
    app.add_option("--listen", options.listen,
                   "监听的地址与端口，默认 127.0.0.1:8080（只有本机能访问）；端口 0 表示任选")
        ->type_name("地址:端口");
    app.add_flag("--i-know-no-proxy", options.beyond_this_machine, "允许监听本机以外的地址，而前面没有 nginx");
    app.add_flag("-q,--quiet", options.quiet, "不显示地址，也不逐条记录请求");
    app.footer(
        "示例：\n  gongshi-server --portal /srv/gongshi/portal --listen 127.0.0.1:8081\n"
        "  gongshi-server --preview public/current\n"
        "退出码：0 正常结束，1 失败，2 用法或配置有误");
}

struct Address {
    std::string host;  // IPv6 without brackets
    int port = 0;
};

/// 127.0.0.1:8081 or [::1]:8081; nothing for what has another form.
std::optional<Address> read_address(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    Address address{text.substr(0, colon), 0};
    const bool bracketed = address.host.front() == '[' && address.host.back() == ']';
    if (bracketed) address.host = address.host.substr(1, address.host.size() - 2);
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    const bool port = error == std::errc() && stopped == end && address.port >= 0 && address.port <= 65535;
    if (!port || bracketed != (address.host.find(':') != std::string::npos)) return std::nullopt;
    return address;
}

bool is_loopback(const std::string& host) {
    return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

/// One sentence when the options cannot be meant, else empty.
std::string objection(const Options& options) {
    namespace fs = std::filesystem;
    if (options.preview.empty() == options.portal.empty())
        return "请用 --portal 给出门户文件夹，或用 --preview 给出一个发布文件夹，二者选一。";
    if (!options.preview.empty() && !fs::is_directory(options.preview))
        return "没有文件夹 " + options.preview + "。请先运行 gongshi publish，或检查路径。";
    if (!options.portal.empty() && !fs::is_directory(options.portal))
        return "没有门户文件夹 " + options.portal + "。请检查路径。";
    const auto address = read_address(options.listen);
    if (!address) return "--listen " + options.listen + " 不是“地址:端口”，例如 127.0.0.1:8081 或 [::1]:8081。";
    if (is_loopback(address->host)) return {};
    if (!options.preview.empty()) return "预览只在本机提供，不在 " + address->host + " 上监听。对外公开请用 nginx。";
    if (!options.beyond_this_machine)
        return "不在 " + address->host + " 上监听：本服务应在 nginx 之后运行。确实没有代理时加 --i-know-no-proxy。";
    return {};
}

sigset_t ending_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// Only for a program on this machine that asks directly: nginx never passes it on.
Reply metrics(const Request& request, const Listener& listener, const Service& service) {
    if (!request.direct) return problem(404, "没有这个地址。");
    Reply reply;
    reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
    reply.body = listener.metrics() + service.metrics();
    return reply;
}

/// One write for each line, so that lines of several threads never mix.
void write_log_line(const Exchange& exchange) {
    const std::string line = log_line(exchange, std::time(nullptr));
    [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, line.data(), line.size());
}

void serve(const Options& options) {
    const Address address = read_address(options.listen).value();
    ServiceSources sources;
    sources.files = options.portal.empty();
    const std::filesystem::path portal = options.portal;
    sources.release = sources.files ? std::filesystem::path(options.preview) : portal / "public/current";
    const Service service(sources);
    // Blocked before any thread begins, so that only the one that waits for them gets them.
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    signal(SIGPIPE, SIG_IGN);  // whoever reads the log may go away
    const Listener* listening = nullptr;
    const auto answer = [&](const Request& request) {
        return request.path == "/metrics" ? metrics(request, *listening, service) : service.handle(request);
    };
    Listener listener(answer, {}, options.quiet || sources.files ? Listener::Observer() : write_log_line);
    listening = &listener;
    const int port = listener.bind(address.host, address.port);
    if (!options.quiet) {
        const bool six = address.host.find(':') != std::string::npos;
        std::cout << "http://" << (six ? "[" + address.host + "]" : address.host) << ':' << port
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
    } catch (const NoRelease& error) {
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
