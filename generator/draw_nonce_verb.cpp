#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "draw/commitments.h"
#include "draw/encoding.h"
#include "draw/ids.h"
#include "generator/draw_verbs.h"
#include "generator/draws/nonce_file.h"
#include "generator/draws/randomness.h"

namespace generator {

namespace {

struct NonceOptions {
    std::string file, who, demo_secrets;
};

int make_nonce(const Invocation& invocation, const NonceOptions& options) {
    constexpr std::size_t nonce_bytes = 32;
    if (!draw::is_code(options.who))
        throw settings::Unusable("--who 应是 1 至 24 位字母、数字或连字符：本单位写 office，监督方写 supervisor");
    const draws::Nonce nonce{options.who,
                             draws::randomness_for(invocation.portal, options.demo_secrets).bytes(nonce_bytes)};
    draws::write_nonce(options.file, nonce);
    draw::Digest secret{};
    std::copy(nonce.bytes.begin(), nonce.bytes.end(), secret.begin());
    const std::string commit = draw::hex(draw::nonce_commitment(nonce.who, secret));
    if (invocation.json)
        fmt::print(
            "{}\n",
            nlohmann::json{{"ok", true}, {"who", nonce.who}, {"commit", commit}, {"file", options.file}}.dump(1));
    else if (invocation.quiet)
        fmt::print("{}\n", commit);
    else
        fmt::print(
            "✓ 秘密数已写入 {}，只有您能读\n  承诺（交给办理抽取的人，可以公开）：{}={}\n"
            "  秘密数在随机源公布之前不得给任何人看；这个文件不要改动、不要删除\n"
            "  承诺公布之前，把一份装进密封信封，交给另一个持有人保管：这样谁也不能靠“丢了”来推翻抽取\n",
            options.file, nonce.who, commit);
    return done;
}

}  // namespace

void add_draw_nonce(CLI::App& group, Action& action) {
    CLI::App* verb = group.add_subcommand("nonce", "产生一个秘密数（持有人在自己的电脑上做；不需要门户）");
    auto options = std::make_shared<NonceOptions>();
    verb->add_option("FILE", options->file, "写进哪个文件（新文件，只有本人能读）")->required();
    verb->add_option("--who", options->who, "持有人：office（本单位）、supervisor（监督方）或其他代码")->required();
    verb->add_option("--demo-secrets", options->demo_secrets, about_demo_secrets);
    verb->callback([&action, options] {
        action = [options](const Invocation& invocation) { return make_nonce(invocation, *options); };
    });
}

}  // namespace generator
