// Names that look like those of enterprises and are none: places, suffixes, words of trades, letters, brackets,
// traditional characters, put together by chance from a fixed seed.
#pragma once

#include <array>
#include <random>
#include <string>

namespace tests {

inline std::string random_name(std::mt19937& random) {
    static constexpr std::array<const char*, 64> pieces = {"河北",   "省",         "石家庄", "市",
                                                           "长安",   "区",         "恩施",   "土家族苗族自治州",
                                                           "土",     "自治州",     "州",     "浦东",
                                                           "新区",   "新",         "喀什",   "地区",
                                                           "地",     "内蒙古",     "自治",   "区",
                                                           "广西",   "壮族",       "壮族自", "自治区",
                                                           "单县",   "县",         "東莞",   "臺灣",
                                                           "香港",   "特别行政区", "特别",   "旗",
                                                           "盟",     "（",         "）",     "・",
                                                           "－",     "，",         "“",      "”",
                                                           " ",      "ＡＢ",       "c",      "3",
                                                           "乾安",   "北京",       "市场",   "城",
                                                           "新城",   "某",         "星河",   "甲乙",
                                                           "餐饮",   "有限公司",   "貿易",   "分店",
                                                           "😀",      "\u3000",     "伊犁",   "哈萨克自治州",
                                                           "和田地", "玉树",       "藏族",   "张家界旅游"};
    std::string name;
    for (unsigned left = 1 + random() % 9; left > 0; --left) name += pieces[random() % pieces.size()];
    return name;
}

}  // namespace tests
