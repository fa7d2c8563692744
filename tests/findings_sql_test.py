#!/usr/bin/env python3
"""Holds the findings of the demo against figures computed independently: SQL written by hand over its two databases.

usage: findings_sql_test.py PORTAL

PORTAL is the demo's portal folder (build/demo). Each figure below is a query of its own, written from the rule's words
and not from our program: numerator and denominator of at least one rule of every kind in every district. Due days are
counted here from the published calendar. Also looks whether each district shows every state and whether 60 % of the
rules a machine can judge yield a figure. Standard library only.
"""
import datetime
import pathlib
import sqlite3
import sys

AS_OF = "2026-11-18"
CHANGPING, MENGAN, HUHAI, LONGQIAO, ZHONGCHENG = "990101", "990202", "990303", "990404", "990505"

VIEWS = """
CREATE TEMP VIEW tasks AS
  SELECT t.*, coalesce(nullif(t.cells->>'$.partners', ''), '') <> '' OR t.cells->>'$.joint' = '是' OR p.joint AS is_joint,
         coalesce(t.cells->>'$.credit_risk', '') AS risk
  FROM main.task t JOIN main.plan p ON p.id = t.plan WHERE t.year = 2026;
CREATE TEMP VIEW results AS            -- the newest row of each, of public tasks, not withdrawn
  SELECT r.*, t.office,
         CASE WHEN r.disclosure NOT IN ('', '主动公开') THEN r.published_on
              WHEN r.audit_state NOT IN ('', '已公示') OR r.published_on > :as_of THEN ''
              ELSE r.published_on END AS shown_on,
         r.disclosure IN ('不予公开', '依申请公开') AND r.withheld_reason NOT IN ('', '无') AS closed
  FROM inside.result r JOIN tasks t ON t.id = r.task
  WHERE r.id IN (SELECT max(id) FROM inside.result GROUP BY key)
    AND NOT EXISTS (SELECT 1 FROM inside.withdrawal w JOIN inside.result k ON k.id = w.fact
                    WHERE w.kind = 'result' AND k.key = r.key);
CREATE TEMP VIEW draws AS              -- held, of public tasks
  SELECT d.id, d.task, t.office, t.is_joint, r.*
  FROM inside.draw_record r JOIN inside.draw d ON CAST(d.id AS TEXT) = r.key JOIN tasks t ON t.id = d.task
  WHERE r.id IN (SELECT max(id) FROM inside.draw_record GROUP BY key) AND r.drawn_at <> ''
    AND substr(r.drawn_at, 1, 10) <= :as_of AND r.disclosure IN ('', '主动公开');
CREATE TEMP VIEW drawn AS
  SELECT o.*, d.office, d.task, d.is_joint
  FROM inside.draw_object o JOIN draws d ON CAST(d.key AS INTEGER) = o.draw
  WHERE o.id IN (SELECT max(id) FROM inside.draw_object GROUP BY key);
CREATE TEMP VIEW follow_ups AS         -- the newest step of each result
  SELECT f.*, r.office FROM inside.follow_up f JOIN results r
    ON r.key = (SELECT key FROM inside.result k WHERE k.id = f.result)
  WHERE f.id IN (SELECT max(id) FROM inside.follow_up GROUP BY key)
    AND f.step = (SELECT max(step) FROM inside.follow_up g JOIN inside.result k ON k.id = g.result WHERE k.key = r.key);
CREATE TEMP VIEW items AS              -- of the newest edition of each list
  SELECT i.*, l.office FROM main.item i JOIN main.item_list_edition e ON e.id = i.edition
    JOIN main.item_list l ON l.id = e.item_list
  WHERE e.number = (SELECT max(number) FROM main.item_list_edition x WHERE x.item_list = l.id);
CREATE TEMP VIEW excepted AS SELECT office, rule, kind, record FROM inside.rule_exception;
"""

TASKS_BUT = "FROM tasks WHERE office = :office AND id NOT IN (SELECT record FROM excepted WHERE rule = :rule AND kind = 'task')"
RISK = "risk NOT IN ('', '无')"
NEVER_CLASSED = f"{RISK} AND risk <> '不涉及信用风险分类'"

HAS_RESULT = """EXISTS(SELECT 1 FROM results r WHERE r.task = tasks.id
    AND (r.audit_state IN ('', '已公示') OR r.disclosure NOT IN ('', '主动公开')))"""

# (office, rule): a query that gives numerator and denominator
FIGURES = {
    (CHANGPING, "000-6a"): f"SELECT sum(is_joint), count(*) {TASKS_BUT}",
    (CHANGPING, "000-6b"): "SELECT sum(is_joint), count(*) FROM drawn WHERE office = :office",
    (CHANGPING, "000-7"): f"SELECT sum({NEVER_CLASSED}), count(*) {TASKS_BUT}",
    (CHANGPING, "000-8"): """SELECT (SELECT count(*) FROM main.enterprise e WHERE e.kind = '企业' AND e.area = :office AND EXISTS(
        SELECT 1 FROM main.drawn_object o JOIN main.draw d ON d.draw = o.draw
        WHERE o.object = e.object AND d.drawn_at LIKE '2026%')),
        (SELECT value FROM main.declared_figure WHERE office = :office AND name = '上年底企业数' AND year = 2026)""",
    (CHANGPING, "000-12"): "SELECT sum(trained_on <> ''), count(*) FROM draws WHERE office = :office",
    (CHANGPING, "000-15"): """SELECT sum(abolished_on <> ''), count(*) FROM inside.plan_edition e
        JOIN inside.plan p ON p.id = e.plan WHERE p.office = :office AND p.year = 2026""",
    (CHANGPING, "000-16"): "SELECT sum(revisit NOT IN ('', '无')), count(*) FROM follow_ups WHERE office = :office",
    (MENGAN, "001-2"): """SELECT sum(coalesce(cells->>'$.basis','') <> '' AND coalesce(cells->>'$.agency','') <> ''
        AND coalesce(cells->>'$.content','') <> '' AND coalesce(cells->>'$.method','') <> ''), count(*)
        FROM items WHERE office = :office""",
    (MENGAN, "001-3"): """SELECT sum(cells->>'$.ratio_cap' IS NULL), count(*) FROM items
        WHERE office = :office AND cells->>'$.item_class' = '重点检查事项'""",
    (MENGAN, "001-4"): """SELECT sum(cells->>'$.ratio_cap' IS NOT NULL), count(*) FROM items
        WHERE office = :office AND cells->>'$.item_class' = '一般检查事项'""",
    (MENGAN, "001-6"): """SELECT sum(field <> ''), count(*) FROM inside.object_record
        WHERE area = :office AND id IN (SELECT max(id) FROM inside.object_record GROUP BY key)""",
    (MENGAN, "001-7"): "SELECT sum(fields <> '' AND skills <> ''), count(*) FROM inside.inspector WHERE office = :office",
    (MENGAN, "001-8"): f"SELECT sum(is_joint AND {NEVER_CLASSED}), count(*) {TASKS_BUT}",
    (MENGAN, "001-10"): """SELECT sum(matching = '随机匹配'), count(*) FROM draws WHERE office = :office
        AND CAST(key AS INTEGER) NOT IN (SELECT record FROM excepted WHERE rule = '001-10' AND kind = 'draw')""",
    (MENGAN, "001-11"): "SELECT sum(methods <> '[]'), count(*) FROM results WHERE office = :office",
    (MENGAN, "001-13"): """SELECT sum(closed), count(*) FROM results
        WHERE office = :office AND disclosure IN ('不予公开', '依申请公开')""",
    (MENGAN, "001-17"): f"SELECT sum({RISK}), count(*) {TASKS_BUT}",
    (HUHAI, "002-3"): f"SELECT sum(is_joint), count(*) {TASKS_BUT}",
    (HUHAI, "002-4"): """SELECT (SELECT count(*) FROM inside.inspector WHERE office = :office AND status = '在岗'),
        (SELECT value FROM main.declared_figure WHERE office = :office AND name = '具有执法资格人数')""",
    (HUHAI, "002-5a"): """SELECT sum(EXISTS(SELECT 1 FROM results r WHERE r.task = d.task AND r.object = d.object)), count(*)
        FROM drawn d WHERE office = :office""",
    (HUHAI, "002-5b"): "SELECT sum(shown_on <> ''), count(*) FROM results WHERE office = :office AND NOT closed",
    (HUHAI, "002-6"): f"SELECT sum({RISK}), count(*) {TASKS_BUT}",
    (HUHAI, "002-7a"): "SELECT sum(state = '已完结'), count(*) FROM follow_ups WHERE office = :office",
    (HUHAI, "002-7b"): f"SELECT sum({HAS_RESULT}), count(*) {TASKS_BUT}",
    (HUHAI, "002-8b"): """SELECT sum(shown_on <> '' AND shown_on <= '2026-11-01'), count(*) FROM results
        WHERE office = :office AND NOT closed""",
    (HUHAI, "002-13"): "SELECT sum(trained_on <> ''), count(*) FROM draws WHERE office = :office",
    (HUHAI, "002-15"): f"SELECT sum(cells->'$.period' IS NOT NULL), count(*) {TASKS_BUT}",
    (LONGQIAO, "003-1a"): """SELECT count(DISTINCT CASE WHEN d.drawn_at LIKE '2026%' THEN e.object END), count(DISTINCT e.object)
        FROM main.enterprise e LEFT JOIN main.drawn_object o ON o.object = e.object LEFT JOIN main.draw d ON d.draw = o.draw
        WHERE e.area = :office""",
    (LONGQIAO, "003-1b"): "SELECT sum(shown_on <> ''), count(*) FROM results WHERE office = :office",
    (LONGQIAO, "003-3"): """WITH visited AS (SELECT object, count(DISTINCT task || '/' || coalesce(draw, 0)) AS visits
        FROM results WHERE audit_state IN ('', '已公示') AND disclosure IN ('', '主动公开') AND finished_on LIKE '2026%'
        AND (expires_on = '' OR expires_on >= '2026-11-18') GROUP BY object)
        SELECT sum(visits <= 1), count(*) FROM visited JOIN main.enterprise e USING (object) WHERE e.area = :office""",
    (LONGQIAO, "003-4"): """SELECT sum((SELECT count(*) FROM main.drawn_object o JOIN main.draw d ON d.draw = o.draw
        WHERE o.object = e.object AND d.drawn_at LIKE '2026%') > 2), count(*) FROM main.enterprise e WHERE e.area = :office""",
    (LONGQIAO, "003-6"): "SELECT sum(methods <> '[]'), count(*) FROM results WHERE office = :office",
    (LONGQIAO, "003-7"): "SELECT sum(record_form NOT IN ('', '无')), count(*) FROM results WHERE office = :office",
    (ZHONGCHENG, "004-1b"): f"SELECT sum({HAS_RESULT}), count(*) {TASKS_BUT}",
    (ZHONGCHENG, "004-2"): """SELECT (SELECT count(*) FROM inside.inspector
        WHERE office = :office AND status = '在岗' AND qualification NOT IN ('', '无') AND skills NOT IN ('', '无')),
        (SELECT value FROM main.declared_figure WHERE office = :office AND name = '具有执法资格人数')""",
    (ZHONGCHENG, "004-4"): "SELECT sum(notified_on <> ''), count(*) FROM draws WHERE office = :office",
    (ZHONGCHENG, "004-6"): "SELECT sum(matching = '随机匹配'), count(*) FROM draws WHERE office = :office",
    (ZHONGCHENG, "004-9"): "SELECT sum(record_form NOT IN ('', '无')), count(*) FROM results WHERE office = :office",
}

# (office, rule): working days, and a query that gives the day the period begins with and the day it was done ('': not)
DEADLINES = {
    (CHANGPING, "000-14"): (20, "SELECT arose_on, finished_on FROM follow_ups WHERE office = :office"),
    (MENGAN, "001-12"): (20, "SELECT produced_on, shown_on FROM results WHERE office = :office AND NOT closed"),
    (ZHONGCHENG, "004-5"): (5, "SELECT substr(drawn_at, 1, 10), confirmed_on FROM draws WHERE office = :office"),
    (ZHONGCHENG, "004-10"): (7, "SELECT finished_on, shown_on FROM results WHERE office = :office"),
}


def days_off(site):
    return dict(site.execute("SELECT day, kind FROM main.calendar_day WHERE area = ''"))


def due(start, count, kinds):
    day = datetime.date.fromisoformat(start)
    while count:
        day += datetime.timedelta(1)
        count -= kinds.get(day.isoformat(), "work" if day.weekday() < 5 else "off") == "work"
    return day.isoformat()


def deadline_figure(site, office, length, query, kinds):
    met = missed = 0
    for start, done in site.execute(query, {"office": office, "as_of": AS_OF}):
        if not start:
            continue
        last = due(start, length, kinds)
        if done and done <= last:
            met += 1
        elif done or last < AS_OF:
            missed += 1
    return met, met + missed


def monthly_figure(site):
    """000-17a: a report by the 20th of each month."""
    handed = dict(site.execute("SELECT period, min(submitted_on) FROM inside.handed_in_report WHERE office = ? AND name = '月报'"
                               " GROUP BY period", (CHANGPING,)))
    met = missed = 0
    for month in range(1, 13):
        last, done = f"2026-{month:02d}-20", handed.get(f"2026-{month:02d}", "")
        met += bool(done) and done <= last
        missed += done > last or (not done and last < AS_OF)
    return met, met + missed


def open_site(portal):
    site = sqlite3.connect(f"file:{portal}/public/current/data/public.db?immutable=1", uri=True)
    site.execute("ATTACH ? AS inside", (f"file:{portal}/portal.db?mode=ro",))
    site.executescript(VIEWS.replace(":as_of", f"'{AS_OF}'"))
    return site


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    site = open_site(pathlib.Path(sys.argv[1]).resolve())
    published = {(office, rule): (numerator, denominator) for office, rule, numerator, denominator in site.execute(
        "SELECT office, rule, numerator, denominator FROM main.finding WHERE department IS NULL AND year = 2026")}
    kinds, wrong = days_off(site), []
    expected = {key: site.execute(query, {"office": key[0], "rule": key[1], "as_of": AS_OF}).fetchone()
                for key, query in FIGURES.items()}
    for key, (length, query) in DEADLINES.items():
        expected[key] = deadline_figure(site, key[0], length, query, kinds)
    expected[CHANGPING, "000-17a"] = monthly_figure(site)
    for key, figure in expected.items():
        if published.get(key) != figure:
            wrong.append(f"{key[0]} {key[1]}: published {published.get(key)}, by hand {figure}")
    states = {}
    for office, state in site.execute("SELECT office, state FROM main.finding WHERE department IS NULL AND year = 2026"):
        states.setdefault(office, set()).add(state)
    for office in (CHANGPING, MENGAN, HUHAI, LONGQIAO, ZHONGCHENG):
        if states.get(office) != {"met", "not_met", "not_due", "unjudged"}:
            wrong.append(f"{office}: shows only {sorted(states.get(office, ()))}")
        rules = site.execute("SELECT count(*) FROM main.rule WHERE office = ? AND machine_judged", (office,)).fetchone()[0]
        with_figure = sum(key[0] == office and figure[0] is not None for key, figure in published.items())
        if with_figure < 0.6 * rules:
            wrong.append(f"{office}: {with_figure} of {rules} rules yield a figure")
    for line in wrong:
        print(line)
    print(f"{len(expected)} figures by hand, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
