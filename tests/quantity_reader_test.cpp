#include "generator/import/quantity_reader.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>

#include "tests/quantity_notation.h"
#include "tests/shared_data.h"

namespace {

using records::QuantityKind;

constexpr QuantityKind ratio = QuantityKind::ratio;
constexpr QuantityKind count = QuantityKind::count;
constexpr QuantityKind frequency = QuantityKind::frequency;
constexpr QuantityKind base = QuantityKind::base;
constexpr QuantityKind several = QuantityKind::none;

struct Expected {
    QuantityKind column;
    std::string_view cell;
    std::string_view reading;
};

// Every expression of real plans and item lists that was collected, in the column where it stood.
const Expected published[] = {
    {ratio, "5%", "ratio 50000.. %"},
    {frequency, "=1", "frequency 1..1 次"},
    {count, "1户(实际以联合双随机牵头单位抽查数为准。)", "count 1..1 户 about # 实际以联合双随机牵头单位抽查数为准"},
    {count, "1户", "count 1..1 户"},
    {ratio, "1%", "ratio 10000.. %"},
    {count, "3户(以实际工作抽查数为准。)", "count 3..3 户 about # 以实际工作抽查数为准"},
    {ratio, "10%", "ratio 100000.. %"},
    {frequency, ">=1", "frequency 1.. 次 stated"},
    {count, "2户(实际以联合双随机牵头单位抽查数为准)", "count 2..2 户 about # 实际以联合双随机牵头单位抽查数为准"},
    {count, "7户", "count 7..7 户"},
    {several, "3%;2次/年", "ratio 30000.. %; frequency 2..2 次 /year"},
    {several, "市级医疗保障部门每年对市级及以下经办机构抽查比例之和≥20%;1次/年",
     "ratio 200000.. % /year [市级及以下经办机构] stated; frequency 1..1 次 /year"},
    {several,
     "每年对三级定点医疗机构抽查比例之和≥50%,二级定点医疗机构抽查比例之和≥30%,"
     "抽取一定比例的一级及以下定点医疗机构、定点药店进行现场检查;1次/年",
     "ratio 500000.. % /year [三级定点医疗机构] stated; ratio 300000.. % /year [二级定点医疗机构] stated; none % "
     "[一级及以下定点医疗机构、定点药店]; frequency 1..1 次 /year"},
    {several, "10%", "ratio 100000.. %"},
    {several, "20%", "ratio 200000.. %"},
    {several, "10% (20户)", "ratio 100000.. %; count 20..20 户"},
    {several, "1户", "count 1..1 户"},
    {ratio, "10-20%", "ratio 100000..200000 %"},
    {ratio, "60-70家", "count 60..70 家"},
    {ratio, "30%", "ratio 300000.. %"},
    {ratio, "50%", "ratio 500000.. %"},
    {ratio, "8%", "ratio 80000.. %"},
    {ratio, "3%", "ratio 30000.. %"},
    {ratio, "不低于0.5%", "ratio 5000.. % stated"},
    {several,
     "(一)属于人员密集场所的消防安全重点单位,每月抽查比例不得低于总数的10%。\n(二)其他消防安全重点单位,"
     "每月抽查比例不得低于总数的5%。\n(三)2023年度受到1次(含)以上处罚的单位应当为重点抽查对象。",
     "ratio 100000.. % /month [属于人员密集场所的消防安全重点单位] stated; ratio 50000.. % /month "
     "[其他消防安全重点单位] stated # 2023年度受到1次以上处罚的单位应当为重点抽查对象"},
    {several, "抽查比例为3%,本年度检查一次", "ratio 30000.. %; frequency 1..1 次 /year"},
    {ratio, "全年抽查比例不低于5%", "ratio 50000.. % /year stated"},
    {frequency, "至少1次", "frequency 1.. 次 stated"},
    {frequency, "至少2次", "frequency 2.. 次 stated"},
    {frequency, "根据监管需要确定", "none 次"},
    {ratio, "5%", "ratio 50000.. %"},
    {ratio, "10%", "ratio 100000.. %"},
    {ratio, "30%", "ratio 300000.. %"},
    {ratio, "50%", "ratio 500000.. %"},
    {several, "全年抽查比例不低于1%,抽查1次", "ratio 10000.. % /year stated; frequency 1..1 次 /year"},
    {count, "46家", "count 46..46 家"},
    {ratio, "100%", "ratio 1000000.. %"},
    {count, "1家", "count 1..1 家"},
    {ratio, "3%", "ratio 30000.. %"},
    {frequency, "每年一次", "frequency 1..1 次 /year"},
    {ratio, "100%", "ratio 1000000.. %"},
    {ratio, "按实际工作需要确定", "none %"},
    {frequency, "按实际工作需要确定", "none 次"},
    {count, "5户", "count 5..5 户"},
    {count, "49户", "count 49..49 户"},
    {count, "22户", "count 22..22 户"},
    {count, "4户", "count 4..4 户"},
    {base, "14", "base 14..14 户"},
    {ratio, "不低于备案数的5%,原则上上年度抽检查过的不再抽取",
     "ratio 50000.. % [备案数] stated # 原则上上年度抽检查过的不再抽取"},
    {base, "领取代理记账许可证书的机构", "base [领取代理记账许可证书的机构]"},
    {ratio, "不低于25%", "ratio 250000.. % stated"},
    {frequency, "3次/年", "frequency 3..3 次 /year"},
    {frequency, "2次/年", "frequency 2..2 次 /year"},
    {several, "根据工作安排,不定期抽查,初步确定每季度一次,抽查比例不少于30%。",
     "frequency 1..1 次 /quarter about; ratio 300000.. % stated # 根据工作安排 # 不定期抽查"},
    {several, "每季度一次,抽查比例不少于30%。", "frequency 1..1 次 /quarter; ratio 300000.. % stated"},
    {several, "全年抽查比例不低于5%,抽查频次根据监管需要确定", "ratio 50000.. % /year stated; none 次"},
    {several, "25%,不少于1次/年", "ratio 250000.. %; frequency 1.. 次 /year stated"},
    {several, "50%,不少于1次/年", "ratio 500000.. %; frequency 1.. 次 /year stated"},
    {several, "100%,不少于1次/年", "ratio 1000000.. %; frequency 1.. 次 /year stated"},
    {ratio, "2%-5%", "ratio 20000..50000 %"},
    {base, "电脑、消费者", "base [电脑、消费者]"},
    {ratio, "≥10%", "ratio 100000.. % stated"},
    {frequency, "每月一次", "frequency 1..1 次 /month"},
    {base, "双语广播、场所安全", "base [双语广播、场所安全]"},
    {base, "当期印刷经营单位数量", "base [当期印刷经营单位数量]"},
    {base, "当期发行经营单位数量", "base [当期发行经营单位数量]"},
    {base, "当期上映电影", "base [当期上映电影]"},
    {base, "当期接收卫星电视", "base [当期接收卫星电视]"},
    {several, "抽取比例不少于本行政区内勘查项目总数的5%。", "ratio 50000.. % [本行政区内勘查项目] stated"},
    {count, "1", "count 1..1 户"},
    {several, "抽查比例不少于本行政区内休石收藏单位总数的20%。", "ratio 200000.. % [本行政区内休石收藏单位] stated"},
    {several, "抽查比率30%,每年一次。", "ratio 300000.. %; frequency 1..1 次 /year"},
    {several, "抽查比率5%,每年一次。", "ratio 50000.. %; frequency 1..1 次 /year"},
    {ratio, "20%", "ratio 200000.. %"},
    {frequency, "1次/年", "frequency 1..1 次 /year"},
    {count, "50个", "count 50..50 个"},
    {count, "50家", "count 50..50 家"},
    {count, "企业30家", "count 30..30 家 [企业]"},
    {several, "全年抽查比例不低于5%,抽查频次1次/年", "ratio 50000.. % /year stated; frequency 1..1 次 /year"},
    {count, "企业、机构30家", "count 30..30 家 [企业、机构]"},
    {several, "项目抽查比例为5%,1-2次", "ratio 50000.. % [项目]; frequency 1..2 次"},
    {count, "10个", "count 10..10 个"},
    {ratio, "不少于5%", "ratio 50000.. % stated"},
    {frequency, "根据实际情况,每年不少于1次。", "frequency 1.. 次 /year stated # 根据实际情况"},
    {ratio, "待定", "none %"},
    {count, "待定", "none"},
    {ratio, "检查比例不少于1%", "ratio 10000.. % stated"},
    {count, "数量原则上不少于10家", "count 10.. 家 stated # 原则上"},
    {base, "当期出租汽车经营者数量", "base [当期出租汽车经营者数量]"},
    {ratio, "15%", "ratio 150000.. %"},
    {frequency, "每月", "frequency 1..1 次 /month"},
    {base, "当期交通运输场站及轨道交通车站数量", "base [当期交通运输场站及轨道交通车站数量]"},
    {frequency, "每天", "frequency 1..1 次 /day"},
    {base, "当期网格数量", "base [当期网格数量]"},
    {ratio, "=50%", "! “=50%”中的“=”不是比例的写法，可能是“≥50%”，请核对后改写"},
    {frequency, "每周", "frequency 1..1 次 /week"},
    {base, "当期在建项目数量", "base [当期在建项目数量]"},
    {ratio, "M50%", "! “M50%”中的“M”不是比例的写法，可能是“≥50%”，请核对后改写"},
};

// Expressions of rules, news and other plans, and spellings that clerks may use.
const Expected others[] = {
    {ratio, "A:3%;", "ratio 30000.. % [A]"},
    {ratio, "每季度重点25%、特殊15%、一般5%",
     "ratio 250000.. % /quarter [重点]; ratio 150000.. % /quarter [特殊]; ratio 50000.. % /quarter [一般]"},
    {ratio, "守信5%、警示10%、失信20%、严重失信40%",
     "ratio 50000.. % [守信]; ratio 100000.. % [警示]; ratio 200000.. % [失信]; ratio 400000.. % [严重失信]"},
    {ratio, "根据企业信用分类结果,守信5%、警示10%、失信20%、严重失信40%比例抽取。",
     "ratio 50000.. % [守信]; ratio 100000.. % [警示]; ratio 200000.. % [失信]; ratio 400000.. % [严重失信] # "
     "根据企业信用分类结果"},
    {ratio, "上年度抽检查过的不再抽取", "# 上年度抽检查过的不再抽取"},
    {several, "从100家企业中按10%抽取10家", "base 100..100 家; ratio 100000.. % [企业]; count 10..10 家"},
    {ratio, "高30%;中高10%;中2%;低1%",
     "ratio 300000.. % [高]; ratio 100000.. % [中高]; ratio 20000.. % [中]; ratio 10000.. % [低]"},
    {ratio, "5％", "ratio 50000.. %"},
    {ratio, "百分之五", "ratio 50000.. %"},
    {ratio, "５％—１０％", "ratio 50000..100000 %"},
    {ratio, "不低于3%，不超过5%", "ratio 30000.. % stated; ratio ..50000 % stated"},
    {ratio, "5%以上", "ratio 50000.. % stated"},
    {ratio, "3%左右", "ratio 30000.. % about"},
    {ratio, "5", "! “5”没有百分号，可能是“5%”，请核对后改写"},
    {ratio, "0.05", "! “0.05”没有单位，可能是“0.05%”或“5%”，请核对后改写"},
    {ratio, "0.5", "! “0.5”没有单位，可能是“0.5%”或“50%”，请核对后改写"},
    {ratio, "1/3", "! “1/3”是分数，请写成百分数"},
    {ratio, "120%", "! “120%”超过 100%，请核对"},
    {ratio, "20%-10%", "! “20%-10%”的上限小于下限，请核对"},
    {ratio, "全覆盖", "ratio 1000000..1000000 %"},
    {ratio, "/", "! 没有读出比例、数量或频次；如尚未确定，请写“待定”"},
    {ratio, "无", "# 无 ! 没有读出比例、数量或频次；如尚未确定，请写“待定”"},
    {ratio, "按行业不同比例", "none %"},
    {ratio, "低于10%", "ratio ..100000 % stated below"},
    {ratio, "0.00001%", "! “0.00001%”的位数过多，读不成准确的比例"},
    {ratio, "A类3%，B类5%，C类10%，D类20%",
     "ratio 30000.. % [A类]; ratio 50000.. % [B类]; ratio 100000.. % [C类]; ratio 200000.. % [D类]"},
    {ratio, "A≤5%（<1次/年），B 5-20%（1次/年）",
     "ratio ..50000 % [A] stated; frequency ..1 次 /year stated below; ratio 50000..200000 % [B]; frequency 1..1 次 "
     "/year"},
    {ratio, "抽取3%的企业", "ratio 30000.. % [企业]"},
    {ratio, "不少于4%", "ratio 40000.. % stated"},
    {ratio, "20%;32%", "ratio 200000.. %; ratio 320000.. %"},
    {ratio, "约5%", "ratio 50000.. % about"},
    {frequency, "2", "frequency 2..2 次"},
    {frequency, "两年一次", "frequency 1..1 次 /2year"},
    {frequency, "每两年一次", "frequency 1..1 次 /2year"},
    {frequency, "每半年1次", "frequency 1..1 次 /half_year"},
    {frequency, "一年两次", "frequency 2..2 次 /year"},
    {frequency, "1次/2年", "frequency 1..1 次 /2year"},
    {frequency, "每年不超过2次", "frequency ..2 次 /year stated"},
    {frequency, "不定期", "none 次 # 不定期"},
    {frequency, "每季度不少于1次", "frequency 1.. 次 /quarter stated"},
    {frequency, "1-2次/年", "frequency 1..2 次 /year"},
    {frequency, "一至两次", "frequency 1..2 次"},
    {frequency, "每年1次书面检查", "frequency 1..1 次 /year # 书面检查"},
    {frequency, "一年内不超过一次", "frequency ..1 次 /year stated"},
    {frequency, "按月", "frequency 1..1 次 /month"},
    {count, "1,000户", "count 1000..1000 户"},
    {count, "1.5万户", "count 15000..15000 户"},
    {count, "约100户", "count 100..100 户 about"},
    {count, "100户左右", "count 100..100 户 about"},
    {count, "不少于100户", "count 100.. 户 stated"},
    {count, "10户以内", "count ..10 户 stated"},
    {count, "12.5户", "! “12.5户”不是整数或位数过多"},
    {count, "企业100家、个体户50户", "count 100..100 家 [企业]; count 50..50 户 [个体户]"},
    {count, "60家企业", "count 60..60 家 [企业]"},
    {ratio, "不低于\n5%", "ratio 50000.. % stated"},
    {several, "3%\n2次/年", "ratio 30000.. %; frequency 2..2 次 /year"},
    {several, "3% 2次/年", "ratio 30000.. %; frequency 2..2 次 /year"},
    {several, "重点行业按照上级部署执行",
     "# 重点行业按照上级部署执行 ! 没有读出比例、数量或频次；如尚未确定，请写“待定”"},
    {ratio, "M", "# M ! 没有读出比例、数量或频次；如尚未确定，请写“待定”"},
    {ratio, "全市企业总数的5%", "ratio 50000.. % [全市企业]"},
    {ratio, "不得低于5%(不含个体工商户)", "ratio 50000.. % stated # 不含个体工商户"},
    {ratio, "5%(其中重点行业10%)", "ratio 50000.. %; ratio 100000.. % [重点行业]"},
    {ratio, "随机抽取不低于5%的企业进行检查", "ratio 50000.. % [企业] stated"},
    {ratio, "5%不抽取", "! “不抽取”与前面的数字是什么关系没有读懂，请分开写"},
    {base, "约1200户", "base 1200..1200 户 about"},
    {base, "1200", "base 1200..1200 户"},
    {base, "1200户,5%", "base 1200..1200 户; ratio 50000.. %"},
    {base, "基数1200户，比例5%", "base 1200..1200 户; ratio 50000.. %"},
};

std::string unescaped(std::string text) {
    for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos;) text.replace(at, 2, "\n");
    return text;
}

}  // namespace

TEST_CASE("every published ratio and count expression reads as written down here", "[import][quantities]") {
    for (const Expected& expected : published) {
        CAPTURE(expected.cell);
        CHECK(tests::notation(importing::read_quantity(expected.cell, expected.column, "户")) == expected.reading);
    }
}

TEST_CASE("ratios per class, shares in words and damaged numbers read as written down here", "[import][quantities]") {
    for (const Expected& expected : others) {
        CAPTURE(expected.cell);
        CHECK(tests::notation(importing::read_quantity(expected.cell, expected.column, "户")) == expected.reading);
    }
}

TEST_CASE("the table of expected quantities misses none of the collected expressions", "[import][quantities][data]") {
    const auto data = tests::shared_data();
    if (!data) return;
    std::set<std::string, std::less<>> known;
    for (const Expected& expected : published) known.insert(std::string(expected.cell));
    std::ifstream file(*data / "double_random" / "ratio_and_count_expressions.tsv");
    std::string line;
    std::getline(file, line);
    int seen = 0;
    while (std::getline(file, line)) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        const std::string expression = unescaped(line.substr(first + 1, second - first - 1));
        CAPTURE(expression);
        CHECK(known.contains(expression));
        ++seen;
    }
    CHECK(seen == 98);
}

TEST_CASE("a plain ratio is a lower bound and a plain count is exact", "[import][quantities]") {
    const auto five = importing::read_quantity("5%", ratio);
    REQUIRE(five.parts.size() == 1);
    CHECK(five.parts[0].min == 50'000);
    CHECK_FALSE(five.parts[0].max);
    CHECK_FALSE(five.parts[0].stated_bound);
    const auto once = importing::read_quantity("=1", frequency);
    REQUIRE(once.parts.size() == 1);
    CHECK(once.parts[0].min == 1);
    CHECK(once.parts[0].max == 1);
}

TEST_CASE("a quantity keeps the cell as it was written", "[import][quantities]") {
    CHECK(importing::read_quantity("  ５％\n", ratio).raw == "  ５％\n");
    CHECK(importing::read_quantity("=50%", ratio).raw == "=50%");
}

TEST_CASE("what a damaged ratio probably was is said and not taken", "[import][quantities]") {
    for (const std::string_view cell : {"=50%", "M50%"}) {
        const auto quantity = importing::read_quantity(cell, ratio);
        CHECK(quantity.parts.empty());
        CHECK(quantity.unreadable.find("可能是“≥50%”") != std::string::npos);
    }
}

TEST_CASE("a blank quantity cell says nothing and is not unreadable", "[import][quantities]") {
    for (const std::string_view cell : {"", "  ", "\n", "　", "\xC2\xA0"}) {
        const auto quantity = importing::read_quantity(cell, ratio);
        CHECK(quantity.parts.empty());
        CHECK(quantity.unreadable.empty());
    }
}

TEST_CASE("spacing, width and brackets do not change a quantity", "[import][quantities]") {
    const auto parts = importing::read_quantity("不低于10%(20户)", several).parts;
    CHECK(importing::read_quantity("不低于 10 % （ 20 户 ）", several).parts == parts);
    CHECK(importing::read_quantity("不低于１０％（２０户）", several).parts == parts);
    CHECK(importing::read_quantity("不低于10\xC2\xA0%\n（20户）", several).parts == parts);
    CHECK(importing::read_quantity("不低于10%〔20户〕。", several).parts == parts);
}

TEST_CASE("an endless quantity cell is refused, not read", "[import][quantities]") {
    const auto quantity = importing::read_quantity(std::string(5000, '5') + "%", ratio);
    CHECK(quantity.parts.empty());
    CHECK_FALSE(quantity.unreadable.empty());
    CHECK_FALSE(importing::read_quantity("9999999999999999999%", ratio).unreadable.empty());
    CHECK_FALSE(importing::read_quantity(std::string(4000, '('), ratio).unreadable.empty());
    CHECK(importing::read_quantity(std::string(4000, '1') + "%", ratio).unreadable.size() < 1000);
}
