#include "records/result_codes.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <sstream>

#include "tests/shared_data.h"
#include "text/fold.h"

namespace {

using Parts = std::vector<std::string>;

std::string code(std::string_view text) {
    const records::ResultCode* found = records::result_code(text);
    return found == nullptr ? "" : std::string(found->code);
}

}  // namespace

TEST_CASE("the eight usual results have eight codes, and one of them opens a follow-up", "[records]") {
    int usual = 0, opening = 0;
    for (const records::ResultCode& entry : records::result_codes()) {
        usual += entry.group == records::ResultGroup::usual;
        opening += entry.opens_follow_up;
        CHECK((!entry.opens_follow_up || entry.problem));
        CHECK((!entry.status() || !entry.problem));
    }
    CHECK(usual == 8);
    CHECK(opening == 1);
    CHECK(records::code_of("发现问题待后续处理")->opens_follow_up);
    CHECK_FALSE(records::code_of("未发现问题")->problem);
    CHECK_FALSE(records::code_of("未发现开展本次抽查涉及的经营活动")->problem);
    CHECK(records::code_of("发现问题已责令改正")->problem);
}

TEST_CASE("no spelling of a result or of a method belongs to two codes", "[records]") {
    std::set<std::string> seen;
    const auto once = [&](std::string_view word) {
        INFO(word);
        CHECK(seen.insert(text::fold(word)).second);
    };
    for (const records::ResultCode& entry : records::result_codes()) {
        once(entry.code);
        once(entry.term);
        for (const std::string_view word : entry.also) once(word);
        CHECK(records::result_code(entry.code) == &entry);
    }
    seen.clear();
    for (const records::MethodCode& entry : records::method_codes()) {
        once(entry.code);
        once(entry.term);
        for (const std::string_view word : entry.also) once(word);
        CHECK(records::method_code(entry.term) == &entry);
    }
    CHECK(records::method_codes().size() == 6);
}

TEST_CASE("results of older lists are known by their old words, whatever their width and brackets", "[records]") {
    CHECK(code("查无下落") == "unreachable");
    CHECK(code("通过登记的住所(经营场所)无法联系") == "unreachable");
    CHECK(code("发现问题经责令已改正") == "corrected");
    CHECK(code("不予配合情节严重") == "uncooperative");
    CHECK(code("公示信息隐瞒真实情况弄虚作假") == "false_disclosure");
    CHECK(code(" 未发现问题。") == "no_problem");
    CHECK(code("正常（符合信息公示相关规定）") == "no_problem");
    CHECK(code("已办理营业执照注销") == "deregistered");
    CHECK(records::code_of("迁出")->status());
    CHECK(code("基本正常") == "");
    CHECK_FALSE(records::code_of("未发现问题，但台账不全"));
}

TEST_CASE("bare digits are no result, since the provinces' lists contradict each other", "[records]") {
    for (const char* digit : {"1", "2", "6", "10", "01", "B", "E"}) CHECK(code(digit) == "");
}

TEST_CASE("several results in one cell are taken apart", "[records]") {
    CHECK(records::split_results("未按规定公示应当公示的信息,发现问题已责令改正") ==
          Parts{"未按规定公示应当公示的信息", "发现问题已责令改正"});
    CHECK(records::split_results("注销；迁出 ;  被吊销") == Parts{"注销", "迁出", "被吊销"});
    CHECK(records::split_results("注销\n迁出、被撤销，") == Parts{"注销", "迁出", "被撤销"});
    CHECK(records::split_results("") == Parts{});
    CHECK(records::split_results(" 、，") == Parts{});
}

TEST_CASE("the stop within a known wording does not take it apart", "[records]") {
    const Parts expected{"公示信息隐瞒真实情况、弄虚作假", "注销"};
    CHECK(records::split_results("公示信息隐瞒真实情况、弄虚作假、注销") == expected);
    CHECK(records::split_results("注销、公示信息隐瞒真实情况，弄虚作假") ==
          Parts{"注销", "公示信息隐瞒真实情况，弄虚作假"});
    CHECK(code("公示信息隐瞒真实情况，弄虚作假") == "false_disclosure");
}

TEST_CASE("a cell of many separators or of broken bytes is taken apart without harm", "[records]") {
    CHECK(records::split_results(std::string(100'000, ',')).empty());
    CHECK(records::split_results("\xff\xfe,注销").size() == 2);
}

TEST_CASE("methods are known by number, name and the words of the documents", "[records]") {
    CHECK(records::method_code("1")->term == "实地检查");
    CHECK(records::method_code("实地核查")->code == "1");
    CHECK(records::method_code("网络检查")->code == "5");
    CHECK(records::method_code("抽样检验")->code == "4");
    CHECK(records::method_code("委托专业机构核查")->code == "6");
    CHECK(records::method_code("电话") == nullptr);
}

TEST_CASE("a subject has a finding when one of its results is one", "[records]") {
    CHECK_FALSE(records::any_problem(Parts{"no_problem", "moved"}));
    CHECK(records::any_problem(Parts{"no_problem", "corrected"}));
    CHECK_FALSE(records::any_problem(Parts{"what is this"}));
    CHECK(records::any_follow_up(Parts{"problem_pending"}));
    CHECK_FALSE(records::any_follow_up(Parts{"corrected"}));
}

TEST_CASE("every result word of the found provincial lists is known", "[records]") {
    const auto folder = tests::shared_data();
    if (!folder) return;
    std::ifstream file(*folder / "double_random" / "result_codes.tsv");
    REQUIRE(file);
    std::string line;
    std::getline(file, line);
    int known = 0;
    while (std::getline(file, line)) {
        const std::string word = line.substr(line.rfind('\t') + 1);
        if (word.empty()) continue;  // one code of the list has no text
        INFO(word);
        CHECK(records::result_code(word) != nullptr);
        ++known;
    }
    CHECK(known == 35);
}
