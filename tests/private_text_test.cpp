#include "generator/publish/private_text.h"

#include <catch2/catch.hpp>
#include <random>

#include "tests/secrets.h"
#include "text/codes.h"

using namespace tests;
using publish::ColumnSort;
using publish::PrivateFinding;

namespace {

std::vector<PrivateFinding> look(std::string_view text, ColumnSort sort = ColumnSort::text,
                                 bool one_enterprise = true) {
    static const publish::KnownPersons persons = known_persons();
    return publish::find_private(text, sort, one_enterprise, persons);
}

bool finds(std::string_view text, const std::string& what, ColumnSort sort = ColumnSort::text) {
    for (const PrivateFinding& finding : look(text, sort))
        if (finding.what.starts_with(what)) return true;
    return false;
}

const std::vector<std::string> lawful_texts{
    // unified codes and old registration numbers
    "91350100M000100Y43", "统一社会信用代码 91350100M000100Y43", "9135 0100 M000 100Y 43",
    "９１３５０１００Ｍ０００１００Ｙ４３", "113703030042170202", "注册号130102600012348", "企业注册号 110108000000016",
    // dates and times
    "2024-10-12、2024-10-13、2024-11-14", "2024.1.5，2024.1.6，2024.1.7", "2024/3/5 09:30", "13、2024-9-14、15",
    "检查时间：2024-03-15 13:30:00至2024-03-15 15:30:00", "2024年3月15日至2024年10月31日", "20240315-20241031",
    "二〇二四年三月十五日", "2024-03-15 14:30—2024-03-16 18:00", "3.15 13:30-15:30 2024",
    // numbers of documents
    "长双随机办〔2024〕3号", "国办发〔2019〕5号、国市监信发〔2022〕6号", "甲市监罚〔2024〕1号", "000014349/2024-00012",
    "冀ICP备2024001234号", "第13、14、15、16、17条", "第1、4、5、6、7、8、9、10、11项",
    "序号 1 2 3 4 5 6 7 8 9 10 11 12",
    // landlines and hot lines
    "0311-86012345", "010-62345678", "0311-86012345-8013", "400-123-4567", "12315、12345", "95598",
    "电话：（0311）86012345", "8008101234", "86-0311-86012345",
    // amounts and quantities
    "91999901X1850123XX", "91999901L5312345XX", "919999A1363092XX", "91999901X00382686A", "1,345,678.9012(万元)",
    "罚款1,380,013.80元", "1,500.00元", "注册资本13800万元", "3000 2500 4000", "1500×800×2000mm", "5%—10%",
    "10-20%，60-70家", "抽取135户，其中重点20户、一般115户", "1.5万元、2.35万元",
    // hidden well enough
    "138****1234", "138 **** 1234", "138xxxx1234", "１３８＊＊＊＊１２３４", "138●●●●1234",
    "联系电话138****1234、139****5678", "35*************123", "130102********1234", "130102**********12",
    "z***@example.cn", "wan***@example.cn", "张*", "张某某", "张**",
    // ordinary sentences
    "经检查，2024年共抽取13户企业，其中800户为一般，13户为重点。", "该单位于2024年3月15日完成整改，整改率100%。",
    "未发现问题", "发现问题已责令改正", "依据《食品安全法》第一百三十八条、第一百二十四条", "三、五、八、十三",
    "一是、二是、三是、四是、五是、六是、七是、八是、九是", "人民路138号13栋8单元1301室", "www.example.cn",
    "https://www.example.gov.cn/ssj/13/8.html", "信用风险分类监管", "在信用风险分类管理中发现问题",
    "按照信用风险等级实施差异化抽查", "纳税信用等级A级", "高风险食品", "食品安全风险较低的场所", "信用中国",
    "一般检查事项", "A类食品生产许可", "提高，峰值", "任务高、峰会低", "丰台区张坊镇三合庄", "张三，丰收农场"};

const std::vector<std::string> lawful_numbers{"340000201709041000", "130102202403151001",    "99990120241001",
                                              "34000020171000",     "长双随机办〔2024〕3号", "000014349/2024-00012",
                                              "130102-2024-001"};

}  // namespace

TEST_CASE("every secret is found in every disguise", "[privacy]") {
    for (const Secret& secret : all_secrets()) {
        CHECK(secret.disguises.size() >= 20);
        for (const std::string& disguise : secret.disguises) {
            INFO(secret.what << ": " << disguise);
            CHECK(finds(disguise, secret.what));
            CHECK(finds("经查，" + disguise, secret.what));
            CHECK(finds("经查（" + disguise + "），已整改。", secret.what));
        }
    }
}

TEST_CASE("a finding says where it is and does not say what it hides", "[privacy]") {
    const std::string text = "请联系 138 0013 8000 办理";
    const auto findings = look(text);
    REQUIRE(findings.size() == 1);
    CHECK(text.substr(findings[0].first, findings[0].last - findings[0].first) == "138 0013 8000");
    CHECK(findings[0].masked == "138****8000");
    CHECK(findings[0].key == "13800138000");
    for (const Secret& secret : all_secrets())
        for (const std::string& disguise : secret.disguises)
            for (const PrivateFinding& finding : look(disguise)) {
                INFO(disguise);
                CHECK(finding.masked.find('*') != std::string::npos);
                CHECK(finding.last <= disguise.size());
                CHECK(finding.first < finding.last);
                CHECK(!finds(finding.masked, secret.what));
            }
}

TEST_CASE("lawful texts pass", "[privacy]") {
    for (const std::string& text : lawful_texts) {
        INFO(text);
        std::string found;
        for (const PrivateFinding& finding : look(text)) found += finding.what + " " + finding.masked + " ";
        CHECK(found == "");
    }
}

TEST_CASE("task and plan numbers pass in columns of numbers", "[privacy]") {
    for (const std::string& text : lawful_numbers) {
        INFO(text);
        CHECK(look(text, ColumnSort::number).empty());
    }
}

TEST_CASE("a task number that is a valid citizen number passes as a number and is held in a text", "[privacy]") {
    std::string both;
    for (int serial = 0; serial < 1000 && both.empty(); ++serial) {
        const std::string number = "13010220240315" + std::to_string(1000 + serial);
        if (text::read_citizen_number(number)) both = number;
    }
    REQUIRE(!both.empty());
    CHECK(look(both, ColumnSort::number).empty());
    const auto in_text = look("任务" + both);
    REQUIRE(in_text.size() == 1);
    CHECK(in_text[0].held);
}

TEST_CASE("a code that is a valid citizen number too is held for a person, wherever it stands", "[privacy]") {
    std::string both;
    for (int i = 0; i < 200'000 && both.empty(); ++i) {
        const std::string serial = std::to_string(i);
        const std::string first17 =
            "119999190001" + std::string(5 - std::min<std::size_t>(5, serial.size()), '0') + serial;
        if (first17.size() != 17) break;
        const auto check = text::unified_check_character(first17);
        if (check && text::read_citizen_number(first17 + *check) && text::read_code(first17 + *check).accepted())
            both = first17 + *check;
    }
    REQUIRE(!both.empty());
    for (const ColumnSort sort :
         {ColumnSort::text, ColumnSort::code, ColumnSort::number, ColumnSort::enterprise_name}) {
        const auto found = look(both, sort);
        REQUIRE(found.size() == 1);
        CHECK(found[0].what == "公民身份号码");
        CHECK(found[0].held == true);
    }
}

TEST_CASE("a registration number passes as a code even where its digits could be an old citizen number", "[privacy]") {
    std::string both;
    for (int serial = 0; serial < 100 && both.empty(); ++serial) {
        const std::string first14 = "130102600101" + std::to_string(10 + serial % 90);
        both = first14 + *text::registration_check_digit(first14);
        if (!text::read_citizen_number(both)) both.clear();
    }
    REQUIRE(!both.empty());
    CHECK(look(both, ColumnSort::code).empty());
    REQUIRE(look(both).size() == 1);
    CHECK(look(both)[0].held);
    CHECK(!look("440524800101001", ColumnSort::code).empty());  // no registration number: its check digit is wrong
}

TEST_CASE("an amount of eleven digits and a doubtful list of numbers are held, not judged", "[privacy]") {
    for (const char* text : {"15,000,000,000元", "13800000000元", "1345678.9012（万元）", "138、0013、8000",
                             "1500*800*2000", "高峰期检查", "提高峰值", "wanger#qq.com"}) {
        INFO(text);
        const auto found = look(text);
        REQUIRE(found.size() == 1);
        CHECK(found[0].held);
    }
    for (const char* text : {"13800138000", "138 0013 8000", "检查人员高峰", "张三丰", "11010519491231002X"}) {
        INFO(text);
        const auto found = look(text);
        REQUIRE(found.size() == 1);
        CHECK(!found[0].held);
    }
}

TEST_CASE("an enterprise may be named after an inspector, but not be one", "[privacy]") {
    for (const char* name : {"高峰商贸有限公司", "甲市高峰餐饮店", "张三丰武术馆", "乙区张三丰食品店（个体工商户）"}) {
        INFO(name);
        CHECK(look(name, ColumnSort::enterprise_name).empty());
    }
    for (const char* name : {"高峰", "张三丰", "甲区面馆（张三丰）", "检查人员张三丰", "甲公司 联系人高峰"}) {
        INFO(name);
        CHECK(finds(name, "检查人员姓名", ColumnSort::enterprise_name));
    }
    CHECK(look("高峰", ColumnSort::enterprise_name)[0].held);
}

TEST_CASE("a credit-risk class is lawful in a plan and never beside one enterprise", "[privacy]") {
    for (const std::string& disguise : credit_class().disguises) {
        INFO(disguise);
        CHECK(look(disguise, ColumnSort::text, false).empty());
    }
    CHECK(look("A类:3%;B类:5%;C类:10%;D类:20%", ColumnSort::text, false).empty());
    CHECK(look("食品安全风险等级为A级")[0].held);
    CHECK(!look("信用风险等级：A")[0].held);
}

TEST_CASE("short numbers of certificates and telephones are not found inside longer ones", "[privacy]") {
    publish::KnownPersons persons;
    persons.add_certificate("0017");
    persons.add_certificate("17-20240");
    const auto found = [&](const char* text) {
        return publish::find_private(text, ColumnSort::text, false, persons).size();
    };
    CHECK(found("抽查0017户") == 0);
    CHECK(found("执法证号0017") == 1);
    CHECK(found("执法证（0017）") == 1);
    CHECK(found("编号91720240") == 0);
    CHECK(found("编号1720240") == 1);
    CHECK(finds("请拨打（0311）86001234", "联络员电话"));
    CHECK(finds("电话 0311 8600-1***", "联络员电话"));
    CHECK(!finds("电话 0311-86001235", "联络员电话"));
}

TEST_CASE("contact keys are the same however a number is written", "[privacy]") {
    for (const char* written : {"13800138000", "+86 138-0013-8000", "（0086）138 0013 8000", "１３８００１３８０００"})
        CHECK(publish::contact_key(written) == "13800138000");
    CHECK(publish::contact_key("0311-8601 2345") == "031186012345");
    CHECK(publish::contact_key("Ban@Example.cn") == "ban@example.cn");
    CHECK(look("Ban ＠ Example 。 cn")[0].key == "ban@example.cn");
}

TEST_CASE("random digits are rarely taken for a person's", "[privacy]") {
    std::mt19937 random(20240315);
    const auto digits = [&](std::size_t length) {
        std::string text;
        while (text.size() < length) text += static_cast<char>('0' + random() % 10);
        return text;
    };
    int found18 = 0, found15 = 0, found_any = 0;
    constexpr int tries = 20'000;
    for (int i = 0; i < tries; ++i) {
        found18 += !look(digits(18)).empty();
        found15 += !look(digits(15)).empty();
        const std::size_t length = 1 + random() % 30;
        found_any += length != 11 && !look(digits(length)).empty();
    }
    CHECK(found18 <= tries / 1000);
    CHECK(found15 <= tries / 50);
    CHECK(found_any <= tries / 100);
}

TEST_CASE("no text, however hostile, is read for long", "[privacy]") {
    std::string many;
    for (const char* piece :
         {"1", "1 ", "*", "1*", "a@", "at ", "信用", "信用风险等级", "张 ", "(", "x", "oO0", "\xff", "高"}) {
        many.clear();
        while (many.size() < 50'000) many += piece;
        CHECK(look(many).size() < 50'000);
    }
    CHECK(look(std::string("138\0"
                           "00138000",
                           12))
              .size() == 1);  // a NUL hides nothing
    CHECK(look("").empty());
}
