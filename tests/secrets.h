// What must never be published, each in many disguises, for tests of the privacy gate. The citizen numbers are the
// examples of GB 11643-1999 itself, the mobile number is an operator's service number, the persons are made up.
#pragma once

#include <string>
#include <vector>

#include "generator/publish/known_persons.h"
#include "records/private_store.h"

namespace tests {

struct Secret {
    std::string what;  // how a finding begins
    std::vector<std::string> disguises;
    bool only_beside_enterprises = false;  // lawful in plans
    bool may_be_part_of_a_name = false;    // lawful within an enterprise's registered name
};

inline const std::vector<std::string> no_break_blanks{"\u00a0", "\u3000", "\u2009", "\u200b"};

inline Secret citizen_number() {
    return {"公民身份号码",
            {"11010519491231002X",
             "11010519491231002x",
             "440524188001010014",
             "440524 1880 0101 0014",
             "１１０１０５１９４９１２３１００２Ｘ",
             "110105 19491231 002X",
             "110105\u00a019491231\u00a0002X",
             "110105\u300019491231\u3000002X",
             "110105\u200b19491231\u200b002X",
             "1101\u00ad0519\u00ad4912\u00ad3100\u00ad2X",
             "110105-19491231-002X",
             "110105—1949—1231—002X",
             "110105.19491231.002X",
             "110105·19491231·002X",
             "110105/19491231/002X",
             "110105_19491231_002X",
             "(110105)19491231(002X)",
             "（110105）19491231【002X】",
             "[110105][1949][1231][002X]",
             "①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X",
             "一一〇一〇五一九四九一二三一〇〇二X",
             "壹壹零壹零伍壹玖肆玖壹贰叁壹零零贰X",
             "¹¹⁰¹⁰⁵¹⁹⁴⁹¹²³¹⁰⁰²X",
             "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
             "110105\n19491231\n002X",
             "110105\t19491231\r\n002X",
             "110105194912310***",
             "11010519491231****",
             "110105194912******",
             "1101051949****002X",
             "1101051949123100X＊",
             "11010519491231ＸＸＸＸ",
             "110105********10023",
             "身份证11010519491231002X号",
             "ID:11010519491231002X。",
             "11010５1949一二31 002×",
             "1*1*0*1*0*5*1*9*4*9*1*2*3*1*0*0*2*X",
             "11O1O51949123lOO2X"}};
}

inline Secret old_citizen_number() {
    return {"公民身份号码",
            {"440524800101001",
             "４４０５２４８００１０１００１",
             "440524 800101 001",
             "440524\u00a0800101\u00a0001",
             "440524\u3000800101\u3000001",
             "440524\u200b800101\u200b001",
             "440524-800101-001",
             "440524－800101－001",
             "440524.800101.001",
             "440524·800101·001",
             "440524/800101/001",
             "440524_800101_001",
             "(440524)800101(001)",
             "【440524】800101【001】",
             "④④⓪⑤②④⑧⓪⓪①⓪①⓪⓪①",
             "四四〇五二四八〇〇一〇一〇〇一",
             "肆肆零伍贰肆捌零零壹零壹零零壹",
             "4 4 0 5 2 4 8 0 0 1 0 1 0 0 1",
             "440524\n800101001",
             "440524\t800101\t001",
             "旧证440524800101001号",
             "44O5248OO1O1OO1"}};
}

inline Secret mobile_number() {
    return {"手机号码",
            {"13800138000",
             "１３８００１３８０００",
             "138 0013 8000",
             "138\u00a00013\u00a08000",
             "138\u30000013\u30008000",
             "138\u200b0013\u200b8000",
             "1\u200d3\u200d8\u200d0\u200d0\u200d1\u200d3\u200d8\u200d0\u200d0\u200d0",
             "138-0013-8000",
             "138－0013－8000",
             "138–0013—8000",
             "138.0013.8000",
             "138。0013。8000",
             "138·0013·8000",
             "138•0013•8000",
             "138/0013/8000",
             "138_0013_8000",
             "138、0013、8000",
             "138,0013,8000",
             "(138)0013-8000",
             "（138）（0013）（8000）",
             "【138】0013【8000】",
             "①③⑧⓪⓪①③⑧⓪⓪⓪",
             "❶❸❽⓿⓿❶❸❽⓿⓿⓿",
             "⒈⒊⒏００⒈⒊⒏０００",
             "一三八〇〇一三八〇〇〇",
             "幺三八零零幺三八零零零",
             "壹叁捌零零壹叁捌零零零",
             "壹參捌零零壹參捌零零零",
             "１三8〇0①3捌000",
             "1 3 8 0 0 1 3 8 0 0 0",
             "8613800138000",
             "+86 13800138000",
             "+86-138-0013-8000",
             "0086 13800138000",
             "008613800138000",
             "013800138000",
             "(+86)138 0013 8000",
             "138001380**",
             "1380013800*",
             "13800138***",
             "1380013****",
             "1380013XXXX",
             "13800●●●000",
             "138001\n38000",
             "138\r\n0013\r\n8000",
             "138**0013**8000",
             "1*3*8*0*0*1*3*8*0*0*0",
             "l38OOl38OOO",
             "13800l38ooo",
             "1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣",
             "手机13800138000转",
             "联系人一13800138000",
             "13800138000、13900139000",
             "[13800138000]",
             "{\"phone\":13800138000}",
             "٠١٣٨٠٠١٣٨٠٠٠"}};
}

inline Secret mail_address() {
    return {"电子邮箱",
            {"wang.er@example.cn",
             "WANG.ER@EXAMPLE.CN",
             "ｗａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ",
             "wang.er＠example.cn",
             "wang.er﹫example.cn",
             "wang.er @ example.cn",
             "wang.er\u00a0@\u00a0example.cn",
             "wang.er\u200b@\u200bexample.cn",
             "wang.er(at)example.cn",
             "wang.er（at）example.cn",
             "wang.er[at]example.cn",
             "wang.er［at］example.cn",
             "wang.er【AT】example.cn",
             "wang.er {at} example {dot} cn",
             "wang.er #at# example.cn",
             "wang.er at example.cn",
             "wang.er艾特example.cn",
             "wang.er 艾特 example 点 cn",
             "wang.er圈aexample.cn",
             "wang.erⓐ163.com",
             "wangerⓐqq.com",
             "wang.er@example。cn",
             "wang.er@example．cn",
             "wang.er@example点cn",
             "wang.er@example(dot)cn",
             "wang.er@example[.]cn",
             "w a n g @ e x a m p l e . c n",
             "wang.er@\nexample.cn",
             "wang.er\n@example.cn",
             "wanger#qq.com",
             "wanger*163.com",
             "wanger☆126.com",
             "wange***@example.cn",
             "wan***er@example.cn",
             "邮箱：wang.er@example.cn。",
             "<wang.er@example.cn>",
             "mailto:wang.er@example.cn",
             "13800@example.cn"}};
}

inline Secret inspectors_name() {
    return {"检查人员姓名",
            {"张三丰",
             "张 三 丰",
             "张\u00a0三\u00a0丰",
             "张\u3000三\u3000丰",
             "张\u200b三\u200b丰",
             "张\u00ad三丰",
             "张\t三\t丰",
             "张\n三丰",
             "张三\r\n丰",
             "张-三-丰",
             "张－三－丰",
             "张·三·丰",
             "张.三.丰",
             "张/三/丰",
             "张_三_丰",
             "张|三|丰",
             "（张）三丰",
             "张【三】丰",
             "「张三」丰",
             "“张”三丰",
             "張三丰",
             "張三豐",
             "张 \u200b(三)\u3000丰",
             "检查人员：张三丰、李某",
             "由张三丰同志负责",
             "买买提·艾力",
             "买买提艾力",
             "买买提.艾力",
             "检查人员高峰",
             "组长 高　峰",
             "⾼峰"},
            false,
            true};
}

inline Secret certificate_number() {
    return {"执法证号",
            {"99010200170",
             "９９０１０２００１７０",
             "990102 00170",
             "990102\u00a000170",
             "990102\u300000170",
             "990102\u200b00170",
             "990102-00170",
             "990102－00170",
             "990102.00170",
             "990102/00170",
             "990102_00170",
             "(990102)00170",
             "【990102】（00170）",
             "⑨⑨⓪①⓪②⓪⓪①⑦⓪",
             "九九〇一〇二〇〇一七〇",
             "玖玖零壹零贰零零壹柒零",
             "9 9 0 1 0 2 0 0 1 7 0",
             "990102\n00170",
             "990102001**",
             "99010200***",
             "冀A-0017号",
             "冀a0017",
             "冀Ａ－００１７",
             "冀A 0017",
             "冀A（0017）",
             "冀A·〇〇一七",
             "执法证号99010200170"}};
}

inline Secret credit_class() {
    return {"信用风险类别",
            {"信用风险等级：D",
             "信用风险等级:d",
             "信用风险等级Ｄ",
             "信用风险等级（D）",
             "信用风险等级【D】",
             "信用风险等级“D”",
             "信用风险等级为D",
             "信用风险等级 → D",
             "信 用 风 险 等 级 D",
             "信用\u00a0风险\u00a0等级\u00a0D",
             "信用\u200b风险\u200b等级\u200bD",
             "信用风险\n等级：\nD",
             "信用-风险-等级-D",
             "信用风险分类结果：Ⓓ",
             "信用风险分级分类评定为D类",
             "信用风险类别较高",
             "信用风险：高",
             "企业信用风险被评为高风险",
             "信用风险等级：失信",
             "D类企业",
             "Ｄ 类 企 业",
             "ｄ级信用风险",
             "该户属D类信用风险",
             "高风险企业",
             "较高风险等级主体",
             "高信用风险"},
            true};
}

inline std::vector<Secret> all_secrets() {
    return {citizen_number(),  old_citizen_number(), mobile_number(), mail_address(),
            inspectors_name(), certificate_number(), credit_class()};
}

/// The made-up persons whose names and numbers the disguises hide.
inline publish::KnownPersons known_persons() {
    publish::KnownPersons persons;
    for (const char* name : {"张三丰", "高峰", "买买提·艾力"}) persons.add_name(name);
    for (const char* number : {"99010200170", "冀A-0017"}) persons.add_certificate(number);
    persons.add_contact("0311-8600 1234");
    return persons;
}

inline void fill(records::PrivateStore& store) {
    store.pseudonym_for("999901", {"", "张三丰", "99010200170", "", ""});
    store.pseudonym_for("999901", {"", "高峰", "冀A-0017", "", ""});
    store.pseudonym_for("999901", {"", "买买提·艾力", "", "", ""});
    store.put_contact({"999901", "甲区市场监管局", "高峰", "0311-8600 1234", "wang.er@example.cn"});
}

}  // namespace tests
