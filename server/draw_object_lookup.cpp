// Whether an object was in the pool of a draw and how it stood: its row with the proof that the announced root holds
// it, or the two rows between which it would stand. What only auditors may see (docs/draw-protocol.md, section 7) is
// not in public.db nor in the release, so there is nothing here that could tell it.
#include <limits>
#include <nlohmann/json.hpp>

#include "draw/package.h"
#include "draw/pool_blocks.h"
#include "draw/unreadable.h"
#include "records/draw_place.h"
#include "records/public_json.h"
#include "server/parameters.h"
#include "server/question.h"

namespace server {
namespace {

using Json = nlohmann::ordered_json;
using records::PublicCommittedDraw;
using records::PublicDrawPoolRow;

/// The rows of objects.tsv around a code with their proofs; nothing when the release does not have what it takes.
std::optional<draw::PoolPlace> proofs(const OpenedRelease& release, records::Id draw, std::string_view code) {
    constexpr std::size_t largest_list = 4 << 20, largest_reveal = 1 << 20, longest_piece = 4 << 20;
    const ReleaseFolder& folder = release.folder;
    const auto text = folder.bytes(records::address::draw_pool_blocks(draw), largest_list);
    const auto reveal = folder.bytes(records::address::draw_file(draw, "reveal.json"), largest_reveal);
    const auto blocks = text ? draw::read_pool_blocks(*text) : std::nullopt;
    if (!blocks || !reveal) return std::nullopt;
    const draw::BlockRange range = draw::blocks_around(*blocks, code);
    if (range.count == 0) return std::nullopt;
    const std::uint64_t from = (*blocks)[range.first].offset, end = range.first + range.count;
    const std::uint64_t length = end < blocks->size() ? (*blocks)[end].offset - from : longest_piece;
    if (length > longest_piece) return std::nullopt;
    const auto rows = folder.piece(records::address::draw_file(draw, "objects.tsv"), from, length);
    try {
        const draw::Digest salt_key = draw::read_reveal(*reveal).salt_key;
        return rows ? draw::place_in_pool(*blocks, range, *rows, salt_key, code) : std::nullopt;
    } catch (const draw::Unreadable&) {
        return std::nullopt;
    }
}

Json proof_json(const draw::ProvenRow& row) {
    Json path = Json::array();
    for (const draw::Digest& step : row.path) path.push_back(draw::hex(step));
    return Json{{"index", row.index},
                {"needs", row.needs},
                {"salt", draw::hex(row.salt)},
                {"leaf", draw::hex(row.leaf)},
                {"path", std::move(path)}};
}

class PoolAnswer {
  public:
    PoolAnswer(records::PublicSite& site, const records::PublicDraw& draw, const PublicCommittedDraw& committed)
        : site_(site), draw_(draw), committed_(committed), strata_(site.draw_strata(committed.draw)) {}

    Json row(const PublicDrawPoolRow& row, const std::optional<draw::ProvenRow>& proven) const {
        const std::int64_t n = stratum(row.stratum).n;
        const bool ranked = row.excl.empty() && row.rank.has_value();
        const std::int64_t rank = ranked ? *row.rank : 0;
        Json json{{"id", row.id},
                  {"stratum", row.stratum},
                  {"excl", row.excl.empty() ? Json(nullptr) : Json(row.excl)},
                  {"ticket", row.ticket.empty() ? Json(nullptr) : Json(row.ticket)},
                  {"rank", ranked ? Json(rank) : Json(nullptr)},
                  {"rank_if_not_excluded", number(row.rank_if_not_excluded)},
                  {"replacement_rank", ranked && rank > n ? Json(rank - n) : Json(nullptr)}};
        json["proof"] = proven && proven->id == row.id ? proof_json(*proven) : Json(nullptr);
        return json;
    }

    Json row_or_null(const std::optional<PublicDrawPoolRow>& found,
                     const std::optional<draw::ProvenRow>& proven) const {
        return found ? row(*found, proven) : Json(nullptr);
    }

    /// The stratum of a row: how many were eligible and drawn, and the ticket that was just drawn.
    Json stratum_json(const std::string& code) const {
        const records::PublicDrawStratum found = stratum(code);
        const std::string last = site_.last_ticket(committed_.draw, code, found.n);
        return Json{{"code", code},
                    {"name", found.name},
                    {"eligible", found.eligible},
                    {"n", found.n},
                    {"last_drawn_ticket", last.empty() ? Json(nullptr) : Json(last)}};
    }

    Json outcome(const PublicDrawPoolRow& row, bool listed) const {
        const auto place = records::place_of(row.excl.empty() ? row.rank : std::nullopt, stratum(row.stratum).n, listed,
                                             records::published_list(draw_, committed_));
        const std::string_view spelled = records::spelling_of(place);
        return spelled.empty() ? Json(nullptr) : Json(spelled);
    }

  private:
    static Json number(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(nullptr); }
    records::PublicDrawStratum stratum(std::string_view code) const {
        for (const records::PublicDrawStratum& one : strata_)
            if (one.code == code) return one;
        return {};
    }

    records::PublicSite& site_;
    const records::PublicDraw& draw_;
    const PublicCommittedDraw& committed_;
    std::vector<records::PublicDrawStratum> strata_;
};

Json pool_json(const Question& question, const records::PublicDraw& draw, const PublicCommittedDraw& committed,
               const std::string& code, bool listed) {
    records::PublicSite& site = question.release.site;
    const PoolAnswer answer(site, draw, committed);
    const auto row = site.pool_row(committed.draw, code);
    const auto beside = site.pool_neighbours(committed.draw, code);
    const auto proven = proofs(question.release, committed.draw, code).value_or(draw::PoolPlace{});
    Json json{{"size", committed.objects_size}, {"present", row.has_value()}};
    json["row"] = answer.row_or_null(row, proven.row);
    json["stratum"] = row ? answer.stratum_json(row->stratum) : Json(nullptr);
    json["outcome"] = row ? answer.outcome(*row, listed) : Json(nullptr);
    json["before"] = answer.row_or_null(beside.before, proven.before);
    json["after"] = answer.row_or_null(beside.after, proven.after);
    return json;
}

std::string said(const std::optional<PublicCommittedDraw>& committed, const Json& pool) {
    if (!committed) return "这次抽取没有事先承诺对象库，只能看公开的名单。";
    if (!pool.is_null() && !pool["present"].get<bool>())
        return "对象库里没有这个代码：对象库按代码排列，它应当在 before 与 after 之间，为空的一边就是开头或末尾。";
    if (!pool.is_null() && pool["row"].value("proof", Json()).is_null())
        return "对象库里有这个代码；这一行的凭据现在给不出来，可以用抽取页面上的文件自己核对。";
    if (!pool.is_null()) return "对象库里有这个代码；凭据（proof）能证明这一行在抽取之前就已锁定。";
    if (committed->state == "cancelled") return "抽取已取消，对象库没有公开。";
    if (committed->basis == "classes")
        return "这次抽取按信用风险分类分层，对象库依规定不公开；可以向抽取机关、审计或监督机关申请查询。";
    if (committed->overdue) return "名单公开以前，对象库保密；应在 " + committed->deadline + " 以前公开，已经逾期。";
    if (committed->open()) return "名单公开以前，对象库保密；最迟 " + committed->deadline + " 公开。";
    return "这次抽取的对象库没有公开。";
}

}  // namespace

Reply show_draw_object(const Question& question) {
    if (auto refused = refuse_parameters(question.request)) return *std::move(refused);
    const auto id = address_number(question.values[0]);
    const auto code = address_code(question.values[1]);
    std::vector<Fault> faults;
    if (!id) faults.push_back({"id", "永久编号是从 1 开始的整数，没有前导零。"});
    if (!code) faults.push_back({"code", "代码只含数字与字母，最多 32 位。"});
    if (!faults.empty()) return problem_of("invalid-parameters", "地址中的编号或代码有误，见 errors。", faults);
    records::PublicSite& site = question.release.site;
    const auto draw = site.draw(*id);
    if (!draw) return problem_of("not-found", "公开数据中没有这个编号的抽取。");
    const auto committed = site.committed_draw(*id);
    const auto listed = site.drawn_object(*id, *code);
    const bool opened = committed && committed->basis == "facts" && committed->opened();
    const Json pool = opened ? pool_json(question, *draw, *committed, *code, listed.has_value()) : Json(nullptr);
    Json json{{"kind", "draw_object"}, {"draw", *id}, {"url", records::address::draw(*id)}, {"code", *code}};
    json["basis"] = committed ? Json(committed->basis) : Json(nullptr);
    json["state"] = committed ? Json(committed->state) : Json(nullptr);
    json["said"] = said(committed, pool);
    json["listed"] = listed ? records::json_of(*listed) : Json(nullptr);
    json["pool"] = pool;
    return json_reply(records::json_text(json));
}

}  // namespace server
