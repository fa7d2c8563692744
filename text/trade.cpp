#include "text/trade.h"

#include <array>

namespace text {
namespace {

struct Section {
    char letter;
    int first, last;  // 大类
    std::string_view name;
};
constexpr std::array<Section, 20> sections{{{'A', 1, 5, "农、林、牧、渔业"},
                                            {'B', 6, 12, "采矿业"},
                                            {'C', 13, 43, "制造业"},
                                            {'D', 44, 46, "电力、热力、燃气及水生产和供应业"},
                                            {'E', 47, 50, "建筑业"},
                                            {'F', 51, 52, "批发和零售业"},
                                            {'G', 53, 60, "交通运输、仓储和邮政业"},
                                            {'H', 61, 62, "住宿和餐饮业"},
                                            {'I', 63, 65, "信息传输、软件和信息技术服务业"},
                                            {'J', 66, 69, "金融业"},
                                            {'K', 70, 70, "房地产业"},
                                            {'L', 71, 72, "租赁和商务服务业"},
                                            {'M', 73, 75, "科学研究和技术服务业"},
                                            {'N', 76, 79, "水利、环境和公共设施管理业"},
                                            {'O', 80, 82, "居民服务、修理和其他服务业"},
                                            {'P', 83, 83, "教育"},
                                            {'Q', 84, 85, "卫生和社会工作"},
                                            {'R', 86, 90, "文化、体育和娱乐业"},
                                            {'S', 91, 96, "公共管理、社会保障和社会组织"},
                                            {'T', 97, 97, "国际组织"}}};

bool digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string_view trade_section(std::string_view code) {
    char letter = '\0';
    if (!code.empty() && code.front() >= 'A' && code.front() <= 'T') {
        letter = code.front();
        code.remove_prefix(1);
    }
    if (code.size() == 1 || code.size() > 4) return {};
    for (const char c : code)
        if (!digit(c)) return {};
    const int division = code.empty() ? 0 : (code[0] - '0') * 10 + (code[1] - '0');
    for (const Section& section : sections) {
        const bool inside = division >= section.first && division <= section.last;
        if (code.empty() ? section.letter == letter : inside && (letter == '\0' || letter == section.letter))
            return section.name;
    }
    return {};
}

}  // namespace text
