#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <sstream>

#include "generator/command_line.h"

namespace generator {

void add_completion(CLI::App& app, Action& action) {
    CLI::App* verb = app.add_subcommand("completion", "打印 bash 的命令补全，用法：eval \"$(gongshi completion)\"");
    verb->callback([&action] {
        action = [](const Invocation&) {
            std::ifstream file(std::filesystem::path(GONGSHI_SHARE) / "share" / "completion" / "gongshi.bash");
            if (!file) throw settings::Unusable("找不到补全文件 share/completion/gongshi.bash");
            std::ostringstream text;
            text << file.rdbuf();
            fmt::print("{}", text.str());
            return done;
        };
    });
}

}  // namespace generator
