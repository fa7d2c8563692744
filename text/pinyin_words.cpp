// What is read otherwise than the first reading of its characters: places, surnames, words of trades. By hand; the
// characters' table comes from ICU, which reads 长沙 zhang sha and 厦门 sha men. One line an entry; of entries that
// begin at one character the longest counts.
#include "text/pinyin_tables.h"

namespace text {

std::string_view pinyin_words() {
    // clang-format off
    return
        // Places
        "长沙 chang sha\n长春 chang chun\n长安 chang an\n长治 chang zhi\n长宁 chang ning\n长兴 chang xing\n长乐 chang le\n"
        "长垣 chang yuan\n长葛 chang ge\n长丰 chang feng\n长阳 chang yang\n长汀 chang ting\n长泰 chang tai\n长子县 zhang zi xian\n"
        "重庆 chong qing\n崇左 chong zuo\n厦门 xia men\n六安 lu an\n六合 lu he\n大埔 da bu\n单县 shan xian\n单城 shan cheng\n番禺 pan yu\n"
        "东莞 dong guan\n铅山 yan shan\n乐清 yue qing\n乐亭 lao ting\n乐陵 lao ling\n乐山 le shan\n乐东 le dong\n乐平 le ping\n"
        "乐昌 le chang\n乐安 le an\n乐业 le ye\n乐至 le zhi\n乐都 le du\n昌乐 chang le\n平乐 ping le\n民乐 min le\n康乐 kang le\n"
        "常乐 chang le\n蚌埠 beng bu\n蚌山 beng shan\n亳州 bo zhou\n丽水 li shui\n台州 tai zhou\n天台 tian tai\n阿坝 a ba\n东阿 dong e\n"
        "会稽 kuai ji\n涡阳 guo yang\n歙县 she xian\n黟县 yi xian\n枞阳 zong yang\n砀山 dang shan\n濉溪 sui xi\n蔚县 yu xian\n尉犁 yu li\n"
        "尉氏 wei shi\n井陉 jing xing\n大城县 dai cheng xian\n柏乡 bai xiang\n任县 ren xian\n任丘 ren qiu\n任城 ren cheng\n藁城 gao cheng\n"
        "洪洞 hong tong\n繁峙 fan shi\n解州 xie zhou\n隰县 xi xian\n临朐 lin qu\n曲阜 qu fu\n茌平 chi ping\n莘县 shen xian\n鄄城 juan cheng\n"
        "无棣 wu di\n牟平 mu ping\n中牟 zhong mu\n浚县 xun xian\n渑池 mian chi\n荥阳 xing yang\n荥经 ying jing\n泌阳 bi yang\n柘城 zhe cheng\n"
        "武陟 wu zhi\n黄陂 huang pi\n监利 jian li\n郧阳 yun yang\n耒阳 lei yang\n汨罗 mi luo\n芷江 zhi jiang\n攸县 you xian\n北碚 bei bei\n"
        "綦江 qi jiang\n涪陵 fu ling\n犍为 qian wei\n什邡 shi fang\n郫都 pi du\n郫县 pi xian\n筠连 jun lian\n色达 se da\n阆中 lang zhong\n"
        "都江堰 du jiang yan\n成都 cheng du\n都匀 du yun\n都安 du an\n于都 yu du\n宜都 yi du\n丰都 feng du\n花都 hua du\n江都 jiang du\n"
        "新都 xin du\n三都 san du\n首都 shou du\n都市 du shi\n吴堡 wu bu\n柞水 zha shui\n宕昌 tan chang\n称多 chen duo\n那曲 na qu\n"
        "莎车 sha che\n吐鲁番 tu lu fan\n鄯善 shan shan\n且末 qie mo\n焉耆 yan qi\n巴音郭楞 ba yin guo leng\n珲春 hui chun\n穆棱 mu leng\n"
        "盱眙 xu yi\n甪直 lu zhi\n浒墅 xu shu\n浒关 xu guan\n溧阳 li yang\n溧水 li shui\n邗江 han jiang\n邳州 pi zhou\n宿州 su zhou\n"
        "宿迁 su qian\n宿松 su song\n宿豫 su yu\n鄞州 yin zhou\n嵊州 sheng zhou\n衢州 qu zhou\n台湾 tai wan\n西藏 xi zang\n藏族 zang zu\n"
        "深圳 shen zhen\n圩镇 xu zhen\n弥渡 mi du\n朝阳 chao yang\n百色 bo se\n岑溪 cen xi\n阳朔 yang shuo\n屏山 ping shan\n漯河 luo he\n"
        "曲靖 qu jing\n曲江 qu jiang\n阿拉善 a la shan\n和硕 he shuo\n和田 he tian\n洱源 er yuan\n勐海 meng hai\n勐腊 meng la\n车城 che cheng\n"
        "天长 tian chang\n子长 zi chang\n延长 yan chang\n弓长岭 gong chang ling\n长岭 chang ling\n长武 chang wu\n长洲 chang zhou\n"
        "长海 chang hai\n长清 chang qing\n长白 chang bai\n长顺 chang shun\n将乐 jiang le\n南乐 nan le\n博乐 bo le\n新乐 xin le\n"
        "静乐 jing le\n朝天 chao tian\n泊头 bo tou\n红寺堡 hong si pu|bu\n盖州 gai zhou\n若尔盖 ruo er gai\n曾都 zeng du\n"
        "牟定 mou ding\n闵行 min hang\n行唐 xing tang\n调兵山 diao bing shan\n阿勒泰 a le tai\n弥勒 mi le\n勒 le|lei\n"
        // ICU's key 干 for 乾, 发 for 髮 and the like: keys are in simplified characters
        "干安 qian an\n干县 qian xian\n干隆 qian long\n干坤 qian kun\n干元 qian yuan\n干丰 qian feng\n干泰 qian tai\n干通 qian tong\n"
        // Surnames
        "曾 zeng|ceng\n仇 chou|^qiu\n单 dan|^shan\n解 jie|^xie\n任 ren\n查 cha|^zha\n朴 pu|^piao\n区 qu|^ou\n尉迟 yu chi\n万俟 mo qi\n盖 gai|^ge\n"
        "缪 miao|mou\n翟 zhai|di\n冼 xian\n覃 qin|tan\n洗 xi\n隗 wei|kui\n郗 xi|chi\n召 zhao|^shao\n种 zhong\n秘 mi\n折 zhe|^she\n令狐 ling hu\n"
        "澹台 tan tai\n长孙 zhang sun\n单于 chan yu\n鲜于 xian yu\n诸葛 zhu ge\n皇甫 huang fu\n亓官 qi guan\n呼延 hu yan\n贾 jia\n牟 mou|mu\n"
        "宓 mi\n谌 chen|shen\n沈 shen\n蔚 wei|yu\n尉 wei\n纪 ji\n宁 ning\n乜 nie\n訾 zi\n卜 bu\n钭 tou\n褚 chu\n逄 pang\n晁 chao\n阚 kan\n"
        "佴 nai|er\n麦 mai\n郇 xun|^huan\n昝 zan\n臧 zang\n璩 qu\n殳 shu\n邸 di\n亓 qi\n仝 tong\n妫 gui\n"
        // Words of trades
        "银行 yin hang\n商行 shang hang\n车行 che hang\n分行 fen hang\n支行 zhi hang\n总行 zong hang\n药行 yao hang\n花行 hua hang\n"
        "鱼行 yu hang\n米行 mi hang\n粮行 liang hang\n布行 bu hang\n货行 huo hang\n茶行 cha hang\n洋行 yang hang\n典当行 dian dang hang\n"
        "拍卖行 pai mai hang\n电器行 dian qi hang\n机电行 ji dian hang\n五金行 wu jin hang\n贸易行 mao yi hang\n经营行 jing ying hang\n"
        "批发行 pi fa hang\n百货行 bai huo hang\n建材行 jian cai hang\n修理行 xiu li hang\n材料行 cai liao hang\n轮胎行 lun tai hang\n"
        "食品行 shi pin hang\n珠宝行 zhu bao hang\n行业 hang ye\n行家 hang jia\n同行 tong hang\n行情 hang qing\n行 xing|hang\n会计 kuai ji\n财会 cai kuai\n"
        "长城 chang cheng\n长江 chang jiang\n长虹 chang hong\n成长 cheng zhang\n家长 jia zhang\n校长 xiao zhang\n生长 sheng zhang\n"
        "长 chang|zhang\n重 zhong|chong\n重工 zhong gong\n重型 zhong xing\n重机 zhong ji\n重汽 zhong qi\n重卡 zhong ka\n起重 qi zhong\n"
        "载重 zai zhong\n称重 cheng zhong\n重阳 chong yang\n九重 jiu chong\n万重 wan chong\n重生 chong sheng\n重新 chong xin\n"
        "音乐 yin yue\n乐器 yue qi\n乐园 le yuan\n娱乐 yu le\n快乐 kuai le\n声乐 sheng yue\n乐团 yue tuan\n乐队 yue dui\n琴行 qin hang\n乐 le|yue\n"
        "调味 tiao wei\n调料 tiao liao\n调和 tiao he\n空调 kong tiao\n调节 tiao jie\n调理 tiao li\n调解 tiao jie\n调控 tiao kong\n调试 tiao shi\n"
        "协调 xie tiao\n烹调 peng tiao\n调查 diao cha\n调研 diao yan\n调度 diao du\n调 tiao|diao\n检查 jian cha\n勘查 kan cha\n审查 shen cha\n查验 cha yan\n"
        "给排水 ji pai shui\n给水 ji shui\n供给 gong ji\n补给 bu ji\n配给 pei ji\n给 gei|ji\n人参 ren shen\n海参 hai shen\n党参 dang shen\n"
        "西洋参 xi yang shen\n红参 hong shen\n参茸 shen rong\n参 can|shen\n朝霞 zhao xia\n朝晖 zhao hui\n今朝 jin zhao\n朝 chao|zhao\n"
        "传记 zhuan ji\n都 du\n便宜 pian yi\n收藏 shou cang\n珍藏 zhen cang\n典藏 dian cang\n冷藏 leng cang\n储藏 chu cang\n藏品 cang pin\n"
        "宝藏 bao zang\n藏药 zang yao\n藏医 zang yi\n藏香 zang xiang\n藏 cang|zang\n弹簧 tan huang\n弹性 tan xing\n弹 dan|tan\n"
        "轧钢 zha gang\n冷轧 leng zha\n热轧 re zha\n轧辊 zha gun\n轧制 zha zhi\n轧花 ya hua\n轧 zha|ya\n大厦 da sha\n商厦 shang sha\n广厦 guang sha\n"
        "厦 xia|sha\n大夫 dai fu\n畜牧 xu mu\n畜产 xu chan\n牧畜 mu chu\n畜禽 chu qin\n牲畜 sheng chu\n家畜 jia chu\n畜 xu|chu\n"
        "模具 mu ju\n模板 mu ban\n模样 mu yang\n注塑模 zhu su mu\n模 mo|mu\n番茄 fan qie\n茄子 qie zi\n雪茄 xue jia\n茄 qie|jia\n咖啡 ka fei\n咖喱 ga li\n"
        "咖 ka\n什锦 shi jin\n什么 shen me\n什 shi\n牛仔 niu zai\n仔 zai|zi\n粘 zhan|nian\n校准 jiao zhun\n校验 jiao yan\n阿胶 e jiao\n"
        "切 qie\n色 se\n散 san\n削 xiao|xue\n择 ze\n落 luo\n薄荷 bo he\n薄 bo|bao\n堡 bao|pu\n伯 bo\n柏 bai|bo\n巷 xiang\n露 lu|lou\n圩 wei|xu\n"
        "虹 hong\n还 huan|hai\n卡 ka\n壳 ke|qiao\n强 qiang\n率 lv|shuai\n省 sheng\n盛 sheng\n石 shi\n泊 bo|po\n铺 pu\n宿 su\n兴 xing\n殷 yin\n"
        "钻石 zuan shi\n钻 zuan\n正 zheng\n转 zhuan\n着 zhe|zhuo\n陂 bei|pi\n洞 dong\n浒 hu|xu\n角 jiao\n纤维 xian wei\n纤 xian|qian\n曲 qu\n"
        "降 jiang|xiang\n红 hong\n说 shuo\n秤 cheng\n奇 qi\n期 qi\n系 xi\n合 he\n柜 gui\n车 che\n车床 che chuang\n区块链 qu kuai lian\n"
        "区域 qu yu\n社区 she qu\n园区 yuan qu\n小区 xiao qu\n单位 dan wei\n单车 dan che\n简单 jian dan\n菜单 cai dan\n订单 ding dan\n单元 dan yuan\n"
        "解决 jie jue\n解放 jie fang\n理解 li jie\n石油 shi you\n朴素 pu su\n质朴 zhi pu\n不 bu\n长寿 chang shou\n"
        "数码 shu ma\n餐厅 can ting\n给养 ji yang\n蕃 fan\n绿 lv|lu\n略 lve|lue\n掠 lve|lue\n";
    // clang-format on
}

}  // namespace text
