#include <fmt/format.h>

#include "records/portal_schema.h"

namespace records {
namespace {

// What holds for all four: a row goes into a draft batch, and never changes again.
constexpr std::string_view tables = R"sql(
CREATE TABLE committed_draw(            -- 可核验抽取的承诺
  draw INTEGER PRIMARY KEY REFERENCES draw,
  digest TEXT NOT NULL UNIQUE CHECK(length(digest)=64 AND digest NOT GLOB '*[^0-9a-f]*'),   -- D
  office_code TEXT NOT NULL CHECK(length(office_code) BETWEEN 1 AND 64 AND office_code NOT GLOB '*[^0-9A-Za-z-]*'),
  seq INTEGER NOT NULL CHECK(seq >= 0), -- 本机关第几次承诺
  prev TEXT NOT NULL CHECK(length(prev)=64 AND prev NOT GLOB '*[^0-9a-f]*'),
  series TEXT NOT NULL CHECK(series <> ''),
  basis TEXT NOT NULL CHECK(basis IN ('facts','classes')),
  title TEXT NOT NULL,
  announced_at TEXT NOT NULL,
  beacon_round INTEGER NOT NULL CHECK(beacon_round > 0),
  beacon_time INTEGER NOT NULL,         -- Unix seconds
  deadline TEXT NOT NULL,               -- 公开期限
  drawn INTEGER NOT NULL CHECK(drawn > 0),
  objects_size INTEGER NOT NULL CHECK(objects_size >= drawn),
  inspectors_size INTEGER NOT NULL CHECK(inspectors_size >= 0),
  few_candidates INTEGER NOT NULL CHECK(few_candidates >= 0),   -- 候选不足四人的名额
  announcement TEXT NOT NULL,           -- the bytes of announcement.json
  batch INTEGER NOT NULL REFERENCES batch,
  UNIQUE(office_code, seq)
) STRICT;
CREATE TABLE draw_step(                 -- 抽取的一步
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  draw INTEGER NOT NULL REFERENCES committed_draw,
  kind TEXT NOT NULL CHECK(kind IN ('announced','drawn','revealed','cancelled','aborted')),
  at TEXT NOT NULL,
  order_number TEXT NOT NULL CHECK((order_number <> '') = (kind = 'aborted')),   -- 命令号
  unfilled INTEGER NOT NULL CHECK(unfilled >= 0 AND (unfilled = 0 OR kind = 'drawn')),   -- 未配齐名额
  batch INTEGER NOT NULL REFERENCES batch,
  UNIQUE(draw, kind)
) STRICT;
CREATE INDEX draw_step_by_batch ON draw_step(batch);
CREATE TABLE draw_change(               -- 替补与改派
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  draw INTEGER NOT NULL REFERENCES committed_draw,
  position INTEGER NOT NULL CHECK(position > 0),
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('replace','assign')),
  commitment TEXT NOT NULL CHECK(length(commitment)=64 AND commitment NOT GLOB '*[^0-9a-f]*'),
  batch INTEGER NOT NULL REFERENCES batch,
  UNIQUE(draw, position), UNIQUE(draw, commitment)
) STRICT;
CREATE INDEX draw_change_by_batch ON draw_change(batch);
CREATE TABLE draw_file(                 -- 可以公开的文件；字节在抽取的文件夹里
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  draw INTEGER NOT NULL REFERENCES committed_draw,
  name TEXT NOT NULL CHECK(name IN ('announcement.json','quota.json','record.json','drawn.json','reveal.json',
                                    'objects.tsv','inspectors.tsv','events.json','end.json')),
  sha256 TEXT NOT NULL CHECK(length(sha256)=64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  size INTEGER NOT NULL CHECK(size > 0),
  since TEXT NOT NULL CHECK(since IN ('announced','drawn','revealed','cancelled','aborted')),
  batch INTEGER NOT NULL REFERENCES batch
) STRICT;
CREATE INDEX draw_file_by_draw ON draw_file(draw, name);
CREATE INDEX draw_file_by_batch ON draw_file(batch);
)sql";

std::string refuse_when(std::string_view condition, std::string_view message) {
    return fmt::format("  SELECT RAISE(ABORT, '{}') WHERE {};\n", message, condition);
}

std::string trigger(std::string_view name, std::string_view event, std::string_view body) {
    return fmt::format("CREATE TRIGGER {} BEFORE {} BEGIN\n{}END;\n", name, event, body);
}

/// UPDATE and DELETE are refused from the first moment; an INSERT only into a draft batch, and never over a row.
std::string stays(std::string_view table, std::string_view key, std::string_view further) {
    const std::string refusal =
        fmt::format("  SELECT RAISE(ABORT, '{}：抽取的记录一经写入不能修改、删除或覆盖。');\n", table);
    return trigger(fmt::format("{}_UPDATE", table), fmt::format("UPDATE ON {}", table), refusal) +
           trigger(fmt::format("{}_DELETE", table), fmt::format("DELETE ON {}", table), refusal) +
           trigger(fmt::format("{}_INSERT", table), fmt::format("INSERT ON {}", table),
                   refuse_when(fmt::format("EXISTS(SELECT 1 FROM {} o WHERE {})", table, key),
                               fmt::format("{}：抽取的记录一经写入不能修改、删除或覆盖。", table)) +
                       refuse_when("EXISTS(SELECT 1 FROM batch b WHERE b.id=NEW.batch AND b.publication IS NOT NULL)",
                                   fmt::format("{}：这一批已经公布，不能再加入数据。", table)) +
                       std::string(further));
}

constexpr std::string_view last_step =
    "(SELECT s.kind FROM draw_step s WHERE s.draw=NEW.draw ORDER BY s.id DESC LIMIT 1)";
constexpr std::string_view last_moment =
    "(SELECT max(at) FROM (SELECT at FROM draw_step WHERE draw=NEW.draw UNION ALL "
    "SELECT at FROM draw_change WHERE draw=NEW.draw))";

std::string committed_draw_guards() {
    return stays(
        "committed_draw", "o.draw=NEW.draw OR o.digest=NEW.digest OR (o.office_code=NEW.office_code AND o.seq=NEW.seq)",
        refuse_when("NEW.seq IS NOT (SELECT count(*) FROM committed_draw c WHERE c.office_code=NEW.office_code)",
                    "committed_draw：同一机关的承诺从 0 起连续编号，不能跳号。") +
            refuse_when("NEW.prev IS NOT coalesce((SELECT c.digest FROM committed_draw c WHERE "
                        "c.office_code=NEW.office_code AND c.seq=NEW.seq-1), hex(zeroblob(32)))",
                        "committed_draw：prev 应当是本机关上一次承诺的编号，第一次为全零。") +
            refuse_when("EXISTS(SELECT 1 FROM committed_draw c WHERE c.office_code=NEW.office_code AND "
                        "c.series=NEW.series AND NOT EXISTS(SELECT 1 FROM draw_step s WHERE s.draw=c.draw AND "
                        "s.kind IN ('revealed','cancelled','aborted')))",
                        "committed_draw：同一系列还有未了结的抽取，不能再承诺一次；先公开、取消或中止它。"));
}

std::string step_guards() {
    return stays("draw_step", "o.id=NEW.id OR (o.draw=NEW.draw AND o.kind=NEW.kind)",
                 refuse_when(fmt::format("NOT CASE NEW.kind WHEN 'announced' THEN {0} IS NULL "
                                         "WHEN 'drawn' THEN {0} IS 'announced' WHEN 'revealed' THEN {0} IS 'drawn' "
                                         "WHEN 'cancelled' THEN {0} IS 'announced' "
                                         "ELSE coalesce({0} IN ('announced','drawn'), 0) END",
                                         last_step),
                             "draw_step：状态只能向前：承诺→登记→公开，承诺→取消，承诺或登记→中止。") +
                     refuse_when(fmt::format("NEW.at < {}", last_moment), "draw_step：时间早于这次抽取的上一步。"));
}

std::string change_guards() {
    return stays(
        "draw_change", "o.id=NEW.id OR (o.draw=NEW.draw AND (o.position=NEW.position OR o.commitment=NEW.commitment))",
        refuse_when(fmt::format("{} IS NOT 'drawn'", last_step), "draw_change：替补和改派只能在登记之后、公开之前。") +
            refuse_when("NEW.position IS NOT (SELECT count(*)+1 FROM draw_change c WHERE c.draw=NEW.draw)",
                        "draw_change：替补和改派从 1 起连续编号。") +
            refuse_when(fmt::format("NEW.at < {}", last_moment), "draw_change：时间早于这次抽取的上一步。"));
}

/// Which step makes a file public (docs/draw-protocol.md, section 7), and that basis `classes` keeps four back.
std::string file_guards() {
    return stays(
        "draw_file", "o.id=NEW.id OR (o.draw=NEW.draw AND o.name=NEW.name AND NEW.name<>'events.json')",
        refuse_when("NOT EXISTS(SELECT 1 FROM draw_step s WHERE s.draw=NEW.draw AND s.kind=NEW.since)",
                    "draw_file：文件所属的那一步还没有。") +
            refuse_when("NOT CASE NEW.name WHEN 'announcement.json' THEN NEW.since='announced' "
                        "WHEN 'quota.json' THEN NEW.since='announced' WHEN 'record.json' THEN NEW.since='drawn' "
                        "WHEN 'events.json' THEN NEW.since IN ('drawn','revealed','aborted') "
                        "WHEN 'end.json' THEN NEW.since IN ('cancelled','aborted') "
                        "ELSE NEW.since IN ('revealed','aborted') END",
                        "draw_file：这个文件不是从这一步起公开的。") +
            refuse_when("NEW.name IN ('quota.json','reveal.json','objects.tsv','inspectors.tsv') AND (SELECT c.basis "
                        "FROM committed_draw c WHERE c.draw=NEW.draw) IS NOT 'facts'",
                        "draw_file：按信用风险类别分层的抽取不公开分层、秘密数和两张表。"));
}

/// What an announced draw stands on stays too, for a program that never heard of foreign keys.
std::string foundation_guards() {
    constexpr std::string_view announced = "EXISTS(SELECT 1 FROM committed_draw c WHERE c.draw={})";
    constexpr std::string_view step_of_batch =
        "(EXISTS(SELECT 1 FROM draw_step s WHERE s.batch=OLD.id) OR EXISTS(SELECT 1 FROM draw_change s WHERE "
        "s.batch=OLD.id))";
    const std::string kept = refuse_when(fmt::format(fmt::runtime(announced), "OLD.id"),
                                         "draw：已经承诺的抽取不能修改或删除，只能取消或中止。");
    const std::string hidden = refuse_when(
        "EXISTS(SELECT 1 FROM committed_draw c WHERE c.draw=NEW.draw) AND NOT EXISTS(SELECT 1 FROM "
        "draw_step s WHERE s.draw=NEW.draw AND s.kind IN ('revealed','aborted'))",
        "draw_object：可核验的抽取公开之前，名单不能写进数据库。");
    return trigger("draw_DELETE_committed", "DELETE ON draw", kept) +
           trigger("draw_UPDATE_committed", "UPDATE ON draw", kept) +
           trigger("draw_INSERT_committed", "INSERT ON draw",
                   refuse_when(fmt::format(fmt::runtime(announced), "NEW.id"),
                               "draw：已经承诺的抽取不能修改或删除，只能取消或中止。")) +
           trigger("batch_DELETE_committed", "DELETE ON batch",
                   refuse_when(step_of_batch, "batch：这一批是抽取的一步，不能删除。")) +
           trigger("batch_UPDATE_committed", "UPDATE ON batch",
                   refuse_when(fmt::format("{} AND (NEW.kind<>OLD.kind OR NEW.file<>OLD.file OR NEW.sha256<>OLD.sha256 "
                                           "OR NEW.imported_by<>OLD.imported_by OR NEW.imported_on<>OLD.imported_on OR "
                                           "NEW.context<>OLD.context)",
                                           step_of_batch),
                               "batch：这一批是抽取的一步，谁、何时、做了什么不能修改。")) +
           trigger("draw_object_INSERT_committed", "INSERT ON draw_object", hidden) +
           trigger("draw_object_UPDATE_committed", "UPDATE ON draw_object", hidden);
}

}  // namespace

std::string committed_draw_schema() {
    return std::string(tables) + committed_draw_guards() + step_guards() + change_guards() + file_guards() +
           foundation_guards();
}

}  // namespace records
