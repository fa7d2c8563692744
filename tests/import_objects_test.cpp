// The object library: codes, identities, updates after publishing, and large lists.
#include <catch2/catch.hpp>

#include <fstream>
#include <iostream>

#include "generator/import/encoding.h"
#include "tests/import_case.h"
#include "tests/shared_data.h"

using namespace tests;

namespace {

const std::string header = "企业名称,统一社会信用代码,注册号,成立日期,主体类型\n";

std::string row(const std::string& name, const std::string& code, const std::string& old = "") {
    return name + "," + code + "," + old + ",2019-03-01,有限责任公司\n";
}

std::string names(const ImportCase& portal) {
    return portal.select(
        "SELECT r.key, r.name, r.former_names FROM object_record r WHERE NOT EXISTS(SELECT 1 FROM object_record n "
        "WHERE n.key=r.key AND n.id>r.id) ORDER BY r.key");
}
std::string codes(const ImportCase& portal) {
    return portal.select("SELECT object, code, scheme, flags FROM object_code ORDER BY object, code");
}

std::string lower(std::string text) {
    for (char& letter : text)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return text;
}
std::string full_width(const std::string& text) {
    std::string wide;
    for (const char letter : text) {
        wide += '\xEF';
        const unsigned point = static_cast<unsigned char>(letter) + 0xFEE0U;
        wide += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
        wide += static_cast<char>(0x80U | (point & 0x3FU));
    }
    return wide;
}

std::string utf16(const std::string& text) {
    std::string bytes = "\xFF\xFE";
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        unsigned point = byte;
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
        if (length == 2) point = (byte & 0x1FU) << 6U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
        if (length == 3)
            point = (byte & 0x0FU) << 12U | (static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6U |
                    (static_cast<unsigned char>(text[at + 2]) & 0x3FU);
        bytes += static_cast<char>(point & 0xFFU);
        bytes += static_cast<char>(point >> 8U);
        at += length;
    }
    return bytes;
}

}  // namespace

TEST_CASE("lower case and full width are folded, the raw text is kept", "[import]") {
    ImportCase portal;
    const std::string code = fictional_code(1);
    const auto report = portal.import(
        portal.write("a.csv", header + row("甲公司", lower(code)) + row("乙公司", full_width(fictional_code(2)))));
    CHECK(errors(report).empty());
    CHECK(report.kind == "objects");
    CHECK(portal.select("SELECT code, raw, flags FROM object_code WHERE object=1") ==
          code + "|" + lower(code) + "|lower_case\n");
    CHECK(portal.select("SELECT code, raw, flags FROM object_code WHERE object=2") ==
          fictional_code(2) + "|" + full_width(fictional_code(2)) + "|full_width\n");
}

TEST_CASE("a 15-digit registration number is accepted and flagged", "[import]") {
    ImportCase portal;
    const auto report = portal.import(portal.write("a.csv", header + row("甲公司", fictional_registration(1))));
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "!a 2:2 统一社会信用代码「" + fictional_registration(1) + "」是 15 位旧注册号，照收"));
    CHECK(codes(portal) == "1|" + fictional_registration(1) + "|registration15|old_registration_number\n");
}

TEST_CASE("a wrong code is refused with its reason and never put right", "[import]") {
    ImportCase portal;
    std::string wrong = fictional_code(1);
    wrong.back() = wrong.back() == '0' ? '1' : '0';
    const std::string before = portal.contents();
    const auto report = portal.import(portal.write("a.csv", header + row("甲公司", wrong) + row("乙公司", "12345") +
                                                                row("丙公司", "") + row("丁公司", "9.144E+17")));
    CHECK(holds(errors(report), "a 2:2 统一社会信用代码「" + wrong + "」"));
    CHECK(holds(errors(report), "请对照营业执照核对，本程序不会代为改正"));
    CHECK(holds(errors(report), "a 3:2 统一社会信用代码「12345」"));
    CHECK(holds(errors(report), "a 4:2 统一社会信用代码「」没有代码"));
    CHECK(holds(errors(report), "a 5:2 统一社会信用代码「9.144E+17」这个代码被当作数字保存，末几位已经丢失"));
    CHECK(lines(errors(report)) == 4);
    CHECK(portal.contents() == before);
}

TEST_CASE("an 18-digit code typed as a number says its precision is lost", "[import]") {
    ImportCase portal;
    importing::XlsxOutput output(portal.path() / "a.xlsx", importing::XlsxOutput::Memory::whole);
    lxw_worksheet* const sheet = output.add_sheet("名录");
    worksheet_write_string(sheet, 0, 0, "企业名称", nullptr);
    worksheet_write_string(sheet, 0, 1, "统一社会信用代码", nullptr);
    worksheet_write_string(sheet, 1, 0, "甲公司", nullptr);
    worksheet_write_number(sheet, 1, 1, 119999010000000012.0, nullptr);
    output.finish();
    const auto report = portal.import(portal.path() / "a.xlsx", {{"kind", "检查对象名录"}});
    CHECK(holds(errors(report), "名录 2:2 统一社会信用代码「"));
    CHECK(holds(errors(report), "这个代码被当作数字保存，末几位已经丢失 → 把整列设为“文本”格式，再重新填写代码"));
}

TEST_CASE("an old number and a later unified code are one object", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + row("甲公司", fictional_registration(1))));
    const auto later =
        portal.import(portal.write("b.csv", header + row("甲公司", fictional_code(1), fictional_registration(1))));
    CHECK(errors(later).empty());
    CHECK(codes(portal) == "1|" + fictional_code(1) + "|unified|\n1|" + fictional_registration(1) +
                               "|registration15|old_registration_number\n");
    CHECK(names(portal) == "1|甲公司|[]\n");
}

TEST_CASE("two codes that belong to two objects are a conflict, not a merger", "[import]") {
    ImportCase portal;
    portal.import(
        portal.write("a.csv", header + row("甲公司", fictional_code(1)) + row("乙公司", fictional_registration(2))));
    const std::string before = portal.contents();
    const auto report =
        portal.import(portal.write("b.csv", header + row("甲公司", fictional_code(1), fictional_registration(2))));
    CHECK(holds(errors(report), "b 2:3 注册号「" + fictional_registration(2) + "」两个代码在库里分属两个对象"));
    CHECK(portal.contents() == before);
}

TEST_CASE("a code twice in one file is told; the later row holds", "[import]") {
    ImportCase portal;
    const auto report = portal.import(portal.write("a.csv", header + row("甲公司", fictional_code(1)) +
                                                                row("甲有限公司", fictional_code(1)) +
                                                                row("甲有限公司", fictional_code(1))));
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "3:2 统一社会信用代码「" + fictional_code(1) +
                                  "」同一对象在本文件里出现两次，后一行为准 → 前一行的名称是“甲公司”"));
    CHECK(lines(told(report)) == 1);
    CHECK(names(portal) == "1|甲有限公司|[]\n");
}

TEST_CASE("kinds follow the code where the sheet does not say", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + row("甲公司", fictional_code(1, "91")) +
                                            row("乙小店", fictional_code(2, "92")) +
                                            row("丙合作社", fictional_code(3, "93"))));
    CHECK(portal.select("SELECT kind FROM object") == "企业\n个体工商户\n农民专业合作社\n");
}

TEST_CASE("a kind once given stays, and the same rows again are no change", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + row("甲中心", fictional_code(1))));
    const std::string with_kind = "企业名称,统一社会信用代码,对象类别,成立日期,主体类型\n甲中心," + fictional_code(1) +
                                  ",其他主体,2019-03-01,有限责任公司\n";
    const auto report = portal.import(portal.write("b.csv", with_kind));
    CHECK(errors(report).empty());
    CHECK(holds(told(report), "库里记作“企业”，类别不改"));
    CHECK(report.unchanged == 1);
    CHECK(report.added + report.corrected + report.replaced_drafts == 0);
}

TEST_CASE("a product in a list with its owner's code is not its owner", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", header + row("甲公司", fictional_code(1))));
    const std::string product =
        "对象名称,对象类别,统一社会信用代码,监管领域\n甲牌锅炉,产品," + lower(fictional_code(1)) + ",特种设备\n";
    const auto report = portal.import(portal.write("b.csv", product));
    CHECK(errors(report).empty());
    CHECK(names(portal) == "1|甲公司|[]\n2|甲牌锅炉|[]\n");
    CHECK(portal.select("SELECT owner FROM object_record WHERE key=2") == fictional_code(1) + "\n");
    CHECK(codes(portal) == "1|" + fictional_code(1) + "|unified|\n");
    CHECK(portal.import(portal.write("c.csv", product + "\n")).unchanged == 1);
    CHECK(names(portal) == "1|甲公司|[]\n2|甲牌锅炉|[]\n");
}

TEST_CASE("a published entry is kept up to date without --correct and keeps every former name", "[import]") {
    ImportCase portal;
    portal.import(portal.write("1.csv", header + row("甲公司", fictional_code(1))));
    portal.publish();
    const auto renamed = portal.import(portal.write("2.csv", header + row("乙公司", fictional_code(1))));
    CHECK(errors(renamed).empty());
    CHECK(renamed.corrected == 1);
    CHECK(names(portal) == "1|乙公司|[\"甲公司\"]\n");
    CHECK(portal.select("SELECT correction_reason FROM object_record WHERE replaces=1") == "名录库动态更新\n");
    const auto draft = portal.import(portal.write("3.csv", header + row("丙公司", fictional_code(1))));
    CHECK(errors(draft).empty());
    CHECK(names(portal) == "1|丙公司|[\"甲公司\"]\n");  // 乙公司 never was on the site
    portal.publish();
    portal.import(portal.write("4.csv", header + row("丁公司", fictional_code(1))));
    portal.publish();
    CHECK(names(portal) == "1|丁公司|[\"甲公司\",\"丙公司\"]\n");
    const std::string before = portal.contents();
    const auto again = portal.import(portal.write("5.csv", header + "\n" + row("丁公司", fictional_code(1))));
    CHECK(again.unchanged == 1);
    CHECK_FALSE(again.batch);
    CHECK(portal.contents() == before);
}

TEST_CASE("a sheet without a column does not empty it; a blank cell does", "[import]") {
    ImportCase portal;
    portal.import(portal.write("a.csv", "企业名称,统一社会信用代码,登记状态,行业代码,住所\n甲公司," +
                                            fictional_code(1) + ",存续,F52,甲路一号\n"));
    portal.publish();
    portal.import(portal.write("b.csv", "企业名称,统一社会信用代码,登记状态\n甲公司," + fictional_code(1) + ",注销\n"));
    CHECK(portal.select("SELECT status, trade, private_cells FROM object_record ORDER BY id DESC LIMIT 1") ==
          "注销|F52|{\"address\":\"甲路一号\"}\n");
    portal.import(
        portal.write("c.csv", "企业名称,统一社会信用代码,登记状态,行业代码\n甲公司," + fictional_code(1) + ",注销,\n"));
    CHECK(portal.select("SELECT status, trade FROM object_record ORDER BY id DESC LIMIT 1") == "注销|\n");
}

TEST_CASE("personal columns of an object stand beside it, never in the raw rows", "[import]") {
    ImportCase portal;
    const auto report = portal.import(
        portal.write("a.csv", "企业名称,统一社会信用代码,法定代表人,联系电话,信用风险等级,内部编号\n甲公司," +
                                  fictional_code(1) + ",某负责人,13900000000,低,N-7\n"));
    CHECK(errors(report).empty());
    CHECK(portal.select("SELECT cells FROM source_row") ==
          "[\"甲公司\",\"" + fictional_code(1) + "\",\"＊\",\"＊\",\"＊\",\"N-7\"]\n");
    CHECK(portal.select("SELECT private_cells, credit_class FROM object_record") ==
          "{\"column:内部编号\":\"N-7\",\"legal_person\":\"某负责人\",\"phone\":\"13900000000\"}|低\n");
    CHECK(report.unknown_columns == std::vector<std::string>{"内部编号"});
}

TEST_CASE("UTF-8, GB18030, UTF-16 and XLSX give the same objects", "[import]") {
    const std::string rows = row("甲公司", fictional_code(1)) + row("乙公司（有限合伙）", lower(fictional_code(2)));
    const auto facts = [](const ImportCase& portal) {
        return portal.select("SELECT key, name, registered_on, entity_type FROM object_record") + codes(portal);
    };
    ImportCase utf8;
    CHECK(errors(utf8.import(utf8.write("a.csv", header + rows))).empty());
    ImportCase wide;
    CHECK(errors(wide.import(wide.write("a.csv", utf16(header + rows)))).empty());
    CHECK(facts(wide) == facts(utf8));
    ImportCase workbook;
    CHECK(
        errors(workbook.import(workbook.write_workbook(
                   "a.xlsx", {{"名录",
                               {{"企业名称", "统一社会信用代码", "注册号", "成立日期", "主体类型"},
                                {"甲公司", fictional_code(1), "", "2019-03-01", "有限责任公司"},
                                {"乙公司（有限合伙）", lower(fictional_code(2)), "", "2019-03-01", "有限责任公司"}}}})))
            .empty());
    CHECK(facts(workbook) == facts(utf8));
    ImportCase gb;
    // 企业名称,统一社会信用代码\n甲公司,… in GB18030
    const std::string gb_header =
        "\xC6\xF3\xD2\xB5\xC3\xFB\xB3\xC6,\xCD\xB3\xD2\xBB\xC9\xE7\xBB\xE1\xD0\xC5\xD3\xC3\xB4\xFA\xC2\xEB\n";
    const auto file = gb.write("a.csv", gb_header + "\xBC\xD7\xB9\xAB\xCB\xBE," + fictional_code(1) + "\n");
    CHECK(holds(errors(gb.import(file)), "从表头看可能是检查对象名录（--as objects）、抽查名单（--as draws）"));
    CHECK(errors(gb.import(file, {{"kind", "objects"}})).empty());
    CHECK(names(gb) == "1|甲公司|[]\n");
}

TEST_CASE("the registry fixtures give the same number of objects in each of their encodings", "[import][real]") {
    const auto data = shared_data();
    if (!data) return;
    for (const char* const name :
         {"registry_gb18030_crlf", "registry_gbk_crlf", "registry_utf16le_comma", "registry_utf8_bom_crlf"}) {
        ImportCase portal;
        auto request = portal.request(*data / "fixtures" / (std::string(name) + ".csv"));
        std::filesystem::copy_file(request.file, portal.path() / "a.csv");
        request.file = portal.path() / "a.csv";
        request.kind = "objects";
        const auto report = portal.run(request);
        std::cout << name << ": " << report.rows << " rows, " << report.added << " taken, " << lines(errors(report))
                  << " errors\n";
        if (report.failed()) std::cout << errors(report).substr(0, 600);
        CHECK(report.rows > 0);
        CHECK_FALSE(report.failed());
    }
}

TEST_CASE("the 100,000-enterprise sample is taken whole", "[import][real]") {
    const auto data = shared_data();
    if (!data) return;
    ImportCase portal;
    const auto file = portal.path() / "sample.tsv";
    const std::string unpack = "zstd -dcq '" + (*data / "enterprises" / "enterprises_sample_100k.tsv.zst").string() +
                               "' > '" + file.string() + "' 2>/dev/null";
    if (std::system(unpack.c_str()) != 0) {
        ++skipped_counter();
        return;
    }
#if defined(__SANITIZE_ADDRESS__)
    const std::string shorten = "head -n 20001 '" + file.string() + "' > '" + file.string() + ".part' && mv '" +
                                file.string() + ".part' '" + file.string() + "'";
    REQUIRE(std::system(shorten.c_str()) == 0);
#endif
    std::ifstream stream(file);
    const auto expected = std::count(std::istreambuf_iterator<char>(stream), {}, '\n') - 1;
    const auto report = portal.import(file);
    std::cout << "enterprise sample: " << report.rows << " rows, " << report.added << " new objects, "
              << report.replaced_drafts << " further rows of the same code, " << report.unchanged << " repeated\n";
    CHECK(report.kind == "objects");
    CHECK(errors(report).substr(0, 500).empty());
    CHECK(report.rows == expected);
    CHECK(report.added + report.replaced_drafts + report.unchanged == expected);
}
