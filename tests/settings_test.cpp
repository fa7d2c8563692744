// site.toml: what it says, and what it is refused for.
#include "generator/settings/settings.h"

#include <catch2/catch.hpp>

#include "tests/portal_folder.h"

namespace {

std::string refusal(const std::string& toml) {
    try {
        settings::parse(toml, "site.toml");
    } catch (const settings::Unusable& error) {
        return error.what();
    }
    return "";
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string site = "[site]\nname = \"甲市公示\"\n";

}  // namespace

TEST_CASE("every setting of site.toml is read", "[settings]") {
    const settings::Settings read = settings::parse(
        "[site]\nname = \"甲市公示\"\nbase_url = \"https://a.example/\"\npublisher = \"甲局\"\naddress = \"甲路\"\n"
        "phone = \"1\"\nemail = \"a@b\"\nsite_id_code = \"2\"\nicp = \"3\"\nlicense = \"4\"\ndemo = true\n"
        "operated_by = \"5\"\npolice_record = \"6\"\nerror_report = \"https://b.example/\"\nkeywords = \"7\"\n"
        "[publish]\ntwo_persons = true\nkeep_releases = 9\nexpiry_months_problem = 12\npublic_contacts = [\"1\", "
        "\"2\"]\n"
        "reviewed_phrases = [\"甲\"]\npublic_columns = [\"乙\"]\n"
        "[publish.periods]\nno_problem = 60\n\"发现问题已责令改正\" = 36\n"
        "[[office]]\narea = \"999901\"\nname = \"甲市乙区\"\nparent = \"999900\"\nlevel = \"市\"\nissuer = \"丙\"\n"
        "departments = [\"丁\", \"戊\"]\n",
        "site.toml");
    CHECK(read.name == "甲市公示");
    CHECK(read.base_url == "https://a.example/");
    CHECK(read.publisher + read.address + read.phone + read.email == "甲局甲路1a@b");
    CHECK(read.site_id_code + read.icp + read.license == "234");
    CHECK(read.operated_by + read.police_record + read.error_report + read.keywords == "56https://b.example/7");
    CHECK(read.demo);
    CHECK(read.two_persons);
    CHECK(read.keep_releases == 9);
    CHECK(read.expiry_months_problem == 12);
    CHECK(read.periods == std::map<std::string, int>{{"no_problem", 60}, {"corrected", 36}});
    CHECK(read.public_contacts == std::vector<std::string>{"1", "2"});
    CHECK(read.reviewed_phrases == std::vector<std::string>{"甲"});
    CHECK(read.public_columns == std::vector<std::string>{"乙"});
    REQUIRE(read.offices.size() == 1);
    const settings::OfficeSettings& office = read.offices.front();
    CHECK(office.area + office.name + office.parent + office.level + office.issuer == "999901甲市乙区999900市丙");
    CHECK(office.departments == std::vector<std::string>{"丁", "戊"});
}

TEST_CASE("a publication period names a result by its code or words and a number of months, once", "[settings]") {
    const auto refused = [](const std::string& line) {
        try {
            settings::parse(site + "[publish.periods]\n" + line + "\n", "site.toml");
        } catch (const settings::Unusable& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(refused("no_problem = 3") == "");
    CHECK(holds(refused("\"合格吗\" = 3"), "不是检查结果的代码或用语"));
    CHECK(holds(refused("no_problem = 0"), "1 到 600"));
    CHECK(holds(refused("no_problem = \"一年\""), "1 到 600"));
    CHECK(holds(refused("no_problem = 3\n\"未发现问题\" = 4"), "写了两次"));
}

TEST_CASE("what site.toml leaves out is the cautious choice", "[settings]") {
    const settings::Settings read = settings::parse(site, "site.toml");
    CHECK_FALSE(read.demo);
    CHECK_FALSE(read.two_persons);
    CHECK(read.keep_releases == 5);
    CHECK(read.expiry_months_problem == 0);
    CHECK(read.public_columns.empty());
    CHECK(read.offices.empty());
}

TEST_CASE("an office without level and issuer is a county with its leading group", "[settings]") {
    const settings::Settings read =
        settings::parse(site + "[[office]]\narea = \"999901\"\nname = \"甲市乙区\"\n", "site.toml");
    CHECK(read.offices.front().level == "县");
    CHECK(read.offices.front().issuer == "甲市乙区“双随机、一公开”监管工作领导小组办公室");
}

TEST_CASE("an office is found by its code or its name in any spelling", "[settings]") {
    const settings::Settings read =
        settings::parse(site + "[[office]]\narea = \"999901\"\nname = \"甲市乙区\"\n", "site.toml");
    for (const char* const named : {"999901", "９９９９０１", "甲市乙区", " 甲市　乙区\n"})
        CHECK(read.office(named) != nullptr);
    for (const char* const named : {"999902", "乙区", ""}) CHECK(read.office(named) == nullptr);
}

TEST_CASE("an error in site.toml names the file, the line and the column", "[settings]") {
    CHECK(holds(refusal("[site]\nname = a\n"), "site.toml 第2行第8列：不合 TOML 写法"));
    CHECK(holds(refusal(site + "[publish]\ntwo_persons = \"是\"\n"),
                "site.toml 第4行第15列：设置 publish.two_persons 应是 true 或 false"));
    CHECK(holds(refusal(site + "[publish]\nkeep_releases = 0\n"),
                "第4行第17列：设置 publish.keep_releases 应是 1 到 1000 的整数"));
    CHECK(holds(refusal(site + "[publish]\nkeep_releases = 1.5\n"), "应是 1 到 1000 的整数"));
    CHECK(holds(refusal("[site]\nname = 3\n"), "第2行第8列：设置 site.name 应是带引号的文字"));
    CHECK(holds(refusal(site + "[publish]\npublic_contacts = \"1\"\n"), "应是文字的列表"));
    CHECK(holds(refusal(site + "[publish]\npublic_contacts = [1]\n"), "每一项应是带引号的文字"));
}

TEST_CASE("an unknown key, a misspelt section or a key out of place is noticed", "[settings]") {
    CHECK(holds(refusal("[site]\nname = \"甲\"\nbase_ulr = \"x\"\n"),
                "第3行第12列：不认识的设置 site.base_ulr，请检查拼写"));
    CHECK(holds(refusal(site + "[publsh]\n"), "不认识的设置 publsh"));
    CHECK(holds(refusal("name = \"甲\"\n"), "不认识的设置 name"));
    CHECK(holds(refusal(site + "[[office]]\narea = \"999901\"\nname = \"甲\"\ndepartment = \"乙\"\n"),
                "不认识的设置 office.department"));
    CHECK(holds(refusal(site + "[office]\narea = \"999901\"\n"), "区县应写成 [[office]]（两层方括号）"));
    CHECK(holds(refusal("site = 3\n"), "[site] 应是一节"));
}

TEST_CASE("a site needs a name, an office its code and its name, and no code stands twice", "[settings]") {
    CHECK(holds(refusal(""), "缺少站点名称"));
    CHECK(holds(refusal(site + "[[office]]\narea = \"9999\"\nname = \"甲\"\n"), "area 应是六位行政区划代码"));
    CHECK(holds(refusal(site + "[[office]]\narea = \"999901\"\n"), "缺少 name（区县名称）"));
    const std::string office = "[[office]]\narea = \"999901\"\nname = \"甲\"\n";
    CHECK(holds(refusal(site + office + office), "第6行"));
    CHECK(holds(refusal(site + office + office), "行政区划代码 999901 出现了两次"));
    CHECK(holds(refusal(site + office + "[[office]]\narea = \"999902\"\nname = \"甲\"\n"), "区县名称“甲”出现了两次"));
}

TEST_CASE("bytes that are no UTF-8 and files beyond reason are refused", "[settings]") {
    CHECK(holds(refusal("[site]\nname = \"\xB0\xA1\"\n"), "不是 UTF-8 编码"));
    CHECK(holds(refusal(site + std::string(2 << 20, '#')), "文件超过 1024 KiB"));
    std::string deep = "a = ";
    for (int i = 0; i < 100'000; ++i) deep += "[";
    CHECK_FALSE(refusal(deep).empty());
    CHECK(holds(refusal("[s;a]\nname = 1\n"), "不合 TOML 写法"));  // an assertion of the library
}

TEST_CASE("Chinese text is read everywhere, and columns are counted as an editor shows them", "[settings]") {
    CHECK(holds(refusal("[site]\nname = “甲”\n"), "site.toml 第2行第8列：不合 TOML 写法（等号、引号要用半角"));
    CHECK(holds(refusal("[site]\nname＝\"甲\"\n"), "第2行第6列"));
    CHECK(holds(refusal("\xEF\xBB\xBF[site] # 说明、\nname = \"甲#\\\"、\" # 乙\n、"), "第3行"));
    CHECK(holds(refusal("[site]\nname = \"甲\\乙\"\n"), "第2行第"));
    CHECK(holds(refusal(site + "[publish]\npublic_contacts = [\"甲乙\", 3]\n"),
                "第4行第26列：设置 publish.public_contacts 的每一项"));
    CHECK(holds(refusal("[site]\n名称 = \"甲\"\n"), "不认识的设置 site.名称"));
    const settings::Settings read = settings::parse(
        "\xEF\xBB\xBF[site] # 说明、\nname = '甲#\"、_u00FF1D_' # 乙\npublisher = \"\"\"\n甲\"乙\n丙\\\n  "
        "丁\xF0\xA0\xAE\xB7\"\"\"\n",
        "site.toml");
    CHECK(read.name == "甲#\"、_u00FF1D_");
    CHECK(read.publisher == "甲\"乙\n丙丁\xF0\xA0\xAE\xB7");
}

TEST_CASE("a folder without site.toml is told how to become a portal", "[settings]") {
    const tests::PortalFolder folder;
    try {
        settings::PortalFolder{folder.path()}.settings();
        FAIL("taken");
    } catch (const settings::Unusable& error) {
        CHECK(holds(error.what(), "没有 site.toml"));
        CHECK(holds(error.what(), "init"));
    }
    std::ofstream(folder.path() / "site.toml") << site;
    CHECK(settings::PortalFolder{folder.path()}.settings().name == "甲市公示");
}

TEST_CASE("the starter site.toml is read as it stands, and has every key there is", "[settings]") {
    const std::string starter = settings::starter_text();
    CHECK(settings::parse(starter, "site.toml").offices.size() == 1);
    for (const char* const key : {"name",
                                  "base_url",
                                  "publisher",
                                  "address",
                                  "phone",
                                  "email",
                                  "site_id_code",
                                  "icp",
                                  "license",
                                  "demo",
                                  "two_persons",
                                  "keep_releases",
                                  "expiry_months_problem",
                                  "public_contacts",
                                  "reviewed_phrases",
                                  "public_columns",
                                  "area",
                                  "parent",
                                  "level",
                                  "issuer",
                                  "departments"})
        CHECK(holds(starter, "\n" + std::string(key) + " = "));
}

TEST_CASE("the address of a site is one of the web, without a query", "[settings]") {
    for (const std::string url : {"javascript:alert(1)//", "ftp://x/", "https://", "https:///x", "https://a b/",
                                  "https://a/?q=1", "https://a/#x", "https://a/\">", "//a/"}) {
        INFO(url);
        CHECK_THROWS_AS(settings::parse(site + "base_url = '" + url + "'\n", "site.toml"), settings::Unusable);
    }
}

TEST_CASE("a draw's codes stand in site.toml, each with the words it means", "[settings]") {
    const settings::Settings read =
        settings::parse(site +
                            "[draw.departments]\nSCJG = [\"甲局\", \"乙局\"]\n[draw.skills]\n"
                            "food = \"食品安全\"\n",
                        "site.toml");
    using settings::DrawCodes;
    CHECK(DrawCodes::code_of(read.draw.departments, "乙局") == "SCJG");
    CHECK(DrawCodes::code_of(read.draw.departments, "SCJG") == "SCJG");
    CHECK(DrawCodes::name_of(read.draw.departments, "SCJG") == "甲局");
    CHECK(DrawCodes::code_of(read.draw.skills, "食品安全") == "food");
    CHECK_FALSE(DrawCodes::code_of(read.draw.strata, "餐饮"));
    CHECK(holds(refusal(site + "[draw.strata]\n餐饮 = \"餐饮\"\n"), "只能用字母、数字和连字符"));
    CHECK(holds(refusal(site + "[draw.strata]\na = \"餐饮\"\nb = \" 餐饮\"\n"), "有两个代码"));
    CHECK(holds(refusal(site + "[draw]\nstratum = 1\n"), "不认识的设置"));
}
