// The folding table of text/fold.h and nothing else. Ideographs are the equivalents Unicode gives (NFKC); the radicals
// of simplified characters, for which it gives none, and ⼾ and ⾭ are as Chinese PDF copies mean them.
#include "text/fold.h"

#include <algorithm>
#include <array>

namespace text {
namespace {

using enum FoldRule::How;

constexpr std::u32string_view kangxi_radicals =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
    U"廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
    U"目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
    U"邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

constexpr std::u32string_view compatibility_ideographs =
    U"豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆"
    U"虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參"
    U"塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說"
    U"廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪"
    U"律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀"
    U"\uFA0E\uFA0F塚\uFA11晴\uFA13\uFA14凞猪益礼神祥福靖精羽\uFA1F蘒\uFA21諸\uFA23\uFA24逸都\uFA27\uFA28\uFA29飯飼館鶴"
    U"郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑"
    U"梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘";

constexpr std::u32string_view compatibility_ideographs_2 =
    U"並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟"
    U"益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

constexpr std::array<FoldRule, 225> rules = {{
    // clang-format off
    {0x0000, 0x0020, U"", becomes}, {0x0022, 0x0022, U"", becomes}, {0x0027, 0x0027, U"", becomes},
    {0x0041, 0x005A, U"a", counts_up}, {0x005B, 0x005B, U"(", becomes}, {0x005D, 0x005D, U")", becomes},
    {0x0060, 0x0060, U"", becomes}, {0x007B, 0x007B, U"(", becomes}, {0x007D, 0x007D, U")", becomes},
    {0x007E, 0x007E, U"-", becomes}, {0x007F, 0x00A0, U"", becomes}, {0x00AB, 0x00AB, U"", becomes},
    {0x00AD, 0x00AD, U"", becomes}, {0x00B2, 0x00B2, U"2", becomes}, {0x00B3, 0x00B3, U"3", becomes},
    {0x00B4, 0x00B4, U"", becomes}, {0x00B9, 0x00B9, U"1", becomes}, {0x00BB, 0x00BB, U"", becomes},
    {0x034F, 0x034F, U"", becomes}, {0x061C, 0x061C, U"", becomes}, {0x115F, 0x1160, U"", becomes},
    {0x1680, 0x1680, U"", becomes}, {0x180B, 0x180F, U"", becomes}, {0x2000, 0x200F, U"", becomes},
    {0x2010, 0x2010, U"-", becomes}, {0x2011, 0x2011, U"-", becomes}, {0x2012, 0x2012, U"-", becomes},
    {0x2013, 0x2013, U"-", becomes}, {0x2014, 0x2014, U"-", becomes}, {0x2015, 0x2015, U"-", becomes},
    {0x2018, 0x201F, U"", becomes}, {0x2022, 0x2022, U"·", becomes}, {0x2024, 0x2024, U".", becomes},
    {0x2027, 0x2027, U"·", becomes}, {0x2028, 0x202F, U"", becomes}, {0x2032, 0x2037, U"", becomes},
    {0x2039, 0x203A, U"", becomes}, {0x2043, 0x2043, U"-", becomes}, {0x2053, 0x2053, U"-", becomes},
    {0x205F, 0x206F, U"", becomes}, {0x2116, 0x2116, U"no", becomes}, {0x2160, 0x2160, U"i", becomes},
    {0x2161, 0x2161, U"ii", becomes}, {0x2162, 0x2162, U"iii", becomes}, {0x2163, 0x2163, U"iv", becomes},
    {0x2164, 0x2164, U"v", becomes}, {0x2165, 0x2165, U"vi", becomes}, {0x2166, 0x2166, U"vii", becomes},
    {0x2167, 0x2167, U"viii", becomes}, {0x2168, 0x2168, U"ix", becomes}, {0x2169, 0x2169, U"x", becomes},
    {0x216A, 0x216A, U"xi", becomes}, {0x216B, 0x216B, U"xii", becomes}, {0x216C, 0x216C, U"l", becomes},
    {0x216D, 0x216D, U"c", becomes}, {0x216E, 0x216E, U"d", becomes}, {0x216F, 0x216F, U"m", becomes},
    {0x2170, 0x2170, U"i", becomes}, {0x2171, 0x2171, U"ii", becomes}, {0x2172, 0x2172, U"iii", becomes},
    {0x2173, 0x2173, U"iv", becomes}, {0x2174, 0x2174, U"v", becomes}, {0x2175, 0x2175, U"vi", becomes},
    {0x2176, 0x2176, U"vii", becomes}, {0x2177, 0x2177, U"viii", becomes}, {0x2178, 0x2178, U"ix", becomes},
    {0x2179, 0x2179, U"x", becomes}, {0x217A, 0x217A, U"xi", becomes}, {0x217B, 0x217B, U"xii", becomes},
    {0x217C, 0x217C, U"l", becomes}, {0x217D, 0x217D, U"c", becomes}, {0x217E, 0x217E, U"d", becomes},
    {0x217F, 0x217F, U"m", becomes}, {0x2212, 0x2212, U"-", becomes}, {0x2215, 0x2215, U"/", becomes},
    {0x2219, 0x2219, U"·", becomes}, {0x2236, 0x2236, U":", becomes}, {0x223C, 0x223C, U"-", becomes},
    {0x22C5, 0x22C5, U"·", becomes}, {0x2500, 0x2500, U"-", becomes}, {0x2501, 0x2501, U"-", becomes},
    {0x25CB, 0x25CB, U"〇", becomes}, {0x25EF, 0x25EF, U"〇", becomes}, {0x2E31, 0x2E31, U"·", becomes},
    {0x2E3A, 0x2E3A, U"--", becomes}, {0x2E3B, 0x2E3B, U"---", becomes}, {0x2E9F, 0x2E9F, U"母", becomes},
    {0x2EA0, 0x2EA0, U"民", becomes}, {0x2EC1, 0x2EC1, U"虎", becomes}, {0x2EC4, 0x2EC4, U"西", becomes},
    {0x2EC5, 0x2EC5, U"见", becomes}, {0x2EC6, 0x2EC6, U"角", becomes}, {0x2ECB, 0x2ECB, U"车", becomes},
    {0x2ED1, 0x2ED1, U"長", becomes}, {0x2ED3, 0x2ED3, U"长", becomes}, {0x2ED4, 0x2ED4, U"门", becomes},
    {0x2ED8, 0x2ED8, U"青", becomes}, {0x2ED9, 0x2ED9, U"韦", becomes}, {0x2EDA, 0x2EDA, U"页", becomes},
    {0x2EDB, 0x2EDB, U"风", becomes}, {0x2EDC, 0x2EDC, U"飞", becomes}, {0x2EDD, 0x2EDD, U"食", becomes},
    {0x2EE2, 0x2EE2, U"马", becomes}, {0x2EE3, 0x2EE3, U"骨", becomes}, {0x2EE4, 0x2EE4, U"鬼", becomes},
    {0x2EE5, 0x2EE5, U"鱼", becomes}, {0x2EE6, 0x2EE6, U"鸟", becomes}, {0x2EE7, 0x2EE7, U"卤", becomes},
    {0x2EE8, 0x2EE8, U"麦", becomes}, {0x2EE9, 0x2EE9, U"黄", becomes}, {0x2EEA, 0x2EEA, U"黾", becomes},
    {0x2EEC, 0x2EEC, U"齐", becomes}, {0x2EEE, 0x2EEE, U"齿", becomes}, {0x2EF0, 0x2EF0, U"龙", becomes},
    {0x2EF3, 0x2EF3, U"龟", becomes}, {0x2F00, 0x2FD5, kangxi_radicals, listed},
    {0x3000, 0x3000, U"", becomes}, {0x3001, 0x3001, U",", becomes}, {0x3002, 0x3002, U".", becomes},
    {0x3008, 0x300F, U"", becomes}, {0x3010, 0x3010, U"(", becomes}, {0x3011, 0x3011, U")", becomes},
    {0x3014, 0x3014, U"(", becomes}, {0x3015, 0x3015, U")", becomes}, {0x3016, 0x3016, U"(", becomes},
    {0x3017, 0x3017, U")", becomes}, {0x3018, 0x3018, U"(", becomes}, {0x3019, 0x3019, U")", becomes},
    {0x301A, 0x301A, U"(", becomes}, {0x301B, 0x301B, U")", becomes}, {0x301C, 0x301C, U"-", becomes},
    {0x301D, 0x301F, U"", becomes}, {0x3030, 0x3030, U"-", becomes}, {0x30FB, 0x30FB, U"·", becomes},
    {0x30FC, 0x30FC, U"-", becomes}, {0x3164, 0x3164, U"", becomes}, {0x338E, 0x338E, U"mg", becomes},
    {0x338F, 0x338F, U"kg", becomes}, {0x339C, 0x339C, U"mm", becomes}, {0x339D, 0x339D, U"cm", becomes},
    {0x339E, 0x339E, U"km", becomes}, {0x33A1, 0x33A1, U"m2", becomes}, {0x33A5, 0x33A5, U"m3", becomes},
    {0x33C4, 0x33C4, U"cc", becomes}, {0xF900, 0xFA6D, compatibility_ideographs, listed},
    {0xFA70, 0xFAD9, compatibility_ideographs_2, listed}, {0xFE00, 0xFE0F, U"", becomes},
    {0xFE10, 0xFE10, U",", becomes}, {0xFE11, 0xFE11, U",", becomes}, {0xFE12, 0xFE12, U".", becomes},
    {0xFE13, 0xFE13, U":", becomes}, {0xFE14, 0xFE14, U";", becomes}, {0xFE15, 0xFE15, U"!", becomes},
    {0xFE16, 0xFE16, U"?", becomes}, {0xFE17, 0xFE17, U"(", becomes}, {0xFE18, 0xFE18, U")", becomes},
    {0xFE31, 0xFE31, U"-", becomes}, {0xFE32, 0xFE32, U"-", becomes}, {0xFE35, 0xFE35, U"(", becomes},
    {0xFE36, 0xFE36, U")", becomes}, {0xFE37, 0xFE37, U"(", becomes}, {0xFE38, 0xFE38, U")", becomes},
    {0xFE39, 0xFE39, U"(", becomes}, {0xFE3A, 0xFE3A, U")", becomes}, {0xFE3B, 0xFE3B, U"(", becomes},
    {0xFE3C, 0xFE3C, U")", becomes}, {0xFE3D, 0xFE44, U"", becomes}, {0xFE47, 0xFE47, U"(", becomes},
    {0xFE48, 0xFE48, U")", becomes}, {0xFE50, 0xFE50, U",", becomes}, {0xFE51, 0xFE51, U",", becomes},
    {0xFE52, 0xFE52, U".", becomes}, {0xFE54, 0xFE54, U";", becomes}, {0xFE55, 0xFE55, U":", becomes},
    {0xFE56, 0xFE56, U"?", becomes}, {0xFE57, 0xFE57, U"!", becomes}, {0xFE58, 0xFE58, U"-", becomes},
    {0xFE59, 0xFE59, U"(", becomes}, {0xFE5A, 0xFE5A, U")", becomes}, {0xFE5B, 0xFE5B, U"(", becomes},
    {0xFE5C, 0xFE5C, U")", becomes}, {0xFE5D, 0xFE5D, U"(", becomes}, {0xFE5E, 0xFE5E, U")", becomes},
    {0xFE5F, 0xFE5F, U"#", becomes}, {0xFE60, 0xFE60, U"&", becomes}, {0xFE61, 0xFE61, U"*", becomes},
    {0xFE62, 0xFE62, U"+", becomes}, {0xFE63, 0xFE63, U"-", becomes}, {0xFE64, 0xFE64, U"<", becomes},
    {0xFE65, 0xFE65, U">", becomes}, {0xFE66, 0xFE66, U"=", becomes}, {0xFE68, 0xFE68, U"\\", becomes},
    {0xFE69, 0xFE69, U"$", becomes}, {0xFE6A, 0xFE6A, U"%", becomes}, {0xFE6B, 0xFE6B, U"@", becomes},
    {0xFEFF, 0xFEFF, U"", becomes}, {0xFF01, 0xFF01, U"!", becomes}, {0xFF02, 0xFF02, U"", becomes},
    {0xFF03, 0xFF06, U"#", counts_up}, {0xFF07, 0xFF07, U"", becomes}, {0xFF08, 0xFF20, U"(", counts_up},
    {0xFF21, 0xFF3A, U"a", counts_up}, {0xFF3B, 0xFF3B, U"(", becomes}, {0xFF3C, 0xFF3C, U"\\", becomes},
    {0xFF3D, 0xFF3D, U")", becomes}, {0xFF3E, 0xFF3F, U"^", counts_up}, {0xFF40, 0xFF40, U"", becomes},
    {0xFF41, 0xFF5A, U"a", counts_up}, {0xFF5B, 0xFF5B, U"(", becomes}, {0xFF5C, 0xFF5C, U"|", becomes},
    {0xFF5D, 0xFF5D, U")", becomes}, {0xFF5E, 0xFF5E, U"-", becomes}, {0xFF5F, 0xFF5F, U"(", becomes},
    {0xFF60, 0xFF60, U")", becomes}, {0xFF61, 0xFF61, U".", becomes}, {0xFF62, 0xFF63, U"", becomes},
    {0xFF64, 0xFF64, U",", becomes}, {0xFF65, 0xFF65, U"·", becomes}, {0xFF70, 0xFF70, U"-", becomes},
    {0xFFA0, 0xFFA0, U"", becomes}, {0xFFE5, 0xFFE5, U"¥", becomes}, {0xFFF9, 0xFFFC, U"", becomes},
    {0xE0001, 0xE0001, U"", becomes}, {0xE0020, 0xE007F, U"", becomes}, {0xE0100, 0xE01EF, U"", becomes},
    // clang-format on
}};

// Sorted, without overlaps, and every list as long as its range: the lookup relies on it.
constexpr bool well_formed() {
    char32_t next = 0;
    for (const FoldRule& rule : rules) {
        if (rule.first < next || rule.last < rule.first) return false;
        if (rule.how == listed && rule.to.size() != rule.last - rule.first + 1) return false;
        if (rule.how == counts_up && rule.to.size() != 1) return false;
        next = rule.last + 1;
    }
    return true;
}
static_assert(well_formed());

}  // namespace

std::span<const FoldRule> fold_rules() {
    return rules;
}

}  // namespace text
