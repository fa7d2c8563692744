#include "generator/draws/randomness.h"

#include <sys/random.h>

#include <cerrno>
#include <memory>

#include "generator/draws/errors.h"
#include "generator/output/digest.h"

namespace draws {

namespace {

std::string of_the_kernel(std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t held = 0;
    while (held < count) {
        const ssize_t got = ::getrandom(bytes.data() + held, count - held, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0)
            throw Refused("本机取不到随机数（getrandom 失败），不能产生秘密数。请换一台电脑，或升级系统后重试");
        held += static_cast<std::size_t>(got);
    }
    return bytes;
}

}  // namespace

Randomness Randomness::of_the_system() {
    return Randomness(of_the_kernel);
}

Randomness Randomness::of_a_demo(std::string label) {
    return Randomness([label = std::move(label), counter = 0ULL](std::size_t count) mutable {
        std::string bytes;
        while (bytes.size() < count) {
            const output::Sha256 block =
                output::sha256("gongshi demo, no secret|" + label + "|" + std::to_string(counter++));
            bytes.append(block.begin(), block.end());
        }
        return bytes.substr(0, count);
    });
}

std::string Randomness::id(std::size_t count) const {
    constexpr std::string_view alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::string id = bytes(count);
    for (char& c : id) c = alphabet[static_cast<unsigned char>(c) % alphabet.size()];
    return id;
}

Randomness randomness_for(const settings::PortalFolder& portal, const std::string& demo_label) {
    if (demo_label.empty()) return Randomness::of_the_system();
    if (!portal.settings().demo)
        throw settings::Unusable(
            "--demo-secrets 产生的“秘密数”任何人都算得出，只能用在演示门户（site.toml 里 demo = "
            "true，每一页都注明演示数据）；"
            "真实的抽取请去掉这个选项");
    return Randomness::of_a_demo(demo_label);
}

}  // namespace draws
