// 我在抽查池中吗: takes a code and reads the data twins of the pages of a draw's pool (draws/<id>/pool/). Without it the
// form leads to those pages, which say the same. Knows nothing of how a ticket is computed.
"use strict";
(() => {
  const form = document.getElementById("pool-box"), box = document.getElementById("pool-code");
  const answer = document.getElementById("pool-answer"), folder = form.dataset.pool;
  const reasons = {
    "VISITED-THIS-YEAR": "本年度已经检查过", "DRAWN-N-TIMES": "抽中次数已到规定的上限",
    "SUSPENDED-BUSINESS": "已登记歇业", DEREGISTERED: "已经注销",
  };
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  // Judging a code

  /** The last character that the first 17 demand (GB 32100). */
  function checkCharacter(code) {
    let sum = 0, weight = 1;
    for (const character of code.slice(0, 17)) {
      sum += alphabet.indexOf(character) * weight;
      weight = (weight * 3) % 31;
    }
    return alphabet[(31 - (sum % 31)) % 31];
  }

  /** Whether the last digit is right (ISO 7064 MOD 11,10). */
  function registrationNumber(code) {
    let product = 10;
    for (const digit of code.slice(0, 14)) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
    return (product + Number(code[14])) % 10 === 1;
  }

  const folded = (text) => text.normalize("NFKC").replace(/[\s\u200b-\u200f\u2010-\u2015-]/g, "").toUpperCase();

  /** What is wrong with a code, in words; empty when nothing is. */
  function fault(code) {
    if (code === "") return "请输入统一社会信用代码（18 位）或注册号（15 位）。";
    const strange = [...code].find((character) => !/[0-9A-Z]/.test(character));
    if (strange) return `代码里只有数字和大写字母，没有“${strange}”。请输入代码，不是名称。`;
    if (code.length !== 18 && code.length !== 15) return `统一社会信用代码是 18 位，注册号是 15 位；输入的是 ${code.length} 位。`;
    if (code.length === 15) {
      if (/[^0-9]/.test(code)) return "注册号的 15 位都是数字。";
      return registrationNumber(code) ? "" : "注册号的最后一位（校验码）对不上，请对照营业执照再看一遍。";
    }
    const never = [...code].find((character) => !alphabet.includes(character));
    if (never) return `统一社会信用代码不用字母 I、O、S、V、Z，输入的有“${never}”：可能是 1、0、5、U 或 2。`;
    if (checkCharacter(code) !== code[17])
      return `代码有误：按前 17 位，最后一位（校验码）应当是 ${checkCharacter(code)}，输入的是 ${code[17]}。请对照营业执照再看一遍。`;
    return "";
  }

  // Looking it up

  const load = async (name) => {
    const reply = await fetch(folder + name);
    if (!reply.ok) throw new Error(name);
    return reply.json();
  };
  const pageRows = async (number) => (await load(`${number}.json`)).rows;

  /** The page (from 1) whose codes end at or after this one; one more than there are when it is beyond the last. */
  function pageOf(pages, code) {
    let low = 0, high = pages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pages[middle][1] < code) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** The rows before and after the place of a code, and its own. */
  async function around(index, code) {
    const number = Math.min(pageOf(index.pages, code), index.pages.length);
    let rows = await pageRows(number);
    if (code <= rows[0][0] && number > 1) rows = [...(await pageRows(number - 1)).slice(-1), ...rows];
    if (code >= rows[rows.length - 1][0] && number < index.pages.length) rows = [...rows, ...(await pageRows(number + 1)).slice(0, 1)];
    const after = rows.findIndex(([id]) => id >= code), at = after < 0 ? rows.length : after;
    const found = rows[at]?.[0] === code ? rows[at] : undefined;
    return { number, found, rows: rows.slice(Math.max(0, at - 1), found ? at + 2 : at + 1) };
  }

  // Saying it

  const element = (name, text, style) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (style) made.className = style;
    return made;
  };

  function outcome([, stratum, excluded, , rank, place], { strata, state }) {
    const n = strata[stratum]?.n ?? 0;
    if (excluded) return `不参加：${reasons[excluded] ?? excluded}`;
    if (rank === 0) return "没有抽取";
    const words = {
      drawn: `抽中，第${rank}名`, replaced: `抽中（第${rank}名）后被替补换下，不再检查`,
      unlisted: `抽中，第${rank}名，不在公开的名单里`, substitute: `替补进入名单，候补第${rank - n}位`,
      not_drawn: `没抽中，候补第${rank - n}位`,
    }[place];
    return state === "aborted" ? `已中止，没有按它检查（若按抽取结果：${words}）` : words;
  }

  /** The answer in a few words. */
  function verdict([, , excluded, , rank, place], { state }) {
    if (excluded) return "在库里，不参加抽取";
    if (state === "aborted") return "在库里，这次抽取已中止，没有按它检查";
    return {
      drawn: "在库里，抽中了", replaced: "在库里，抽中后被替补换下（不再检查）", unlisted: "在库里，抽中了，不在公开的名单里",
      substitute: "在库里，替补进入名单",
    }[place] ?? "在库里，没有抽中";
  }

  function sentences(row, { strata, state }) {
    const [, code, excluded, ticket, rank, place] = row, { name: stratum = code, eligible, n, last } = strata[code] ?? {};
    if (excluded) {
      const said = [`在对象库里，按规定不参加这次抽取：${reasons[excluded] ?? excluded}。`];
      if (rank > 0 && n) said.push(`假如参加，它的票号 ${ticket}… 在“${stratum}”层${rank <= n ? "会" : "也不会"}抽中。`);
      return said;
    }
    if (rank === 0) return ["在对象库里。这次抽取在随机数产生之前就中止了，没有票号，也没有抽中任何人。"];
    const said = [rank <= n
      ? `在对象库里，抽中了：“${stratum}”层合格 ${eligible} 户，抽 ${n} 户，它是第 ${rank} 名。`
      : `在对象库里，参加了抽取，没有抽中：“${stratum}”层合格 ${eligible} 户，抽 ${n} 户，它是第 ${rank} 名，候补第 ${rank - n} 位。`];
    if (state === "aborted") said[0] = `这次抽取已中止，没有按它检查。若按抽取结果：${said[0]}`;
    if (place === "replaced") said.push("抽取以后它被替补换下，不在公开的名单里，这次不再检查它；理由和次序见 events.json。");
    if (place === "unlisted") said.push("它不在公开的名单里：被替补换下，或者依法不予公开。");
    if (place === "substitute") said.push("抽取以后它替补进入了名单；替下的是谁、理由和次序见 events.json。");
    said.push(`它的票号是 ${ticket}…，这一层抽中的最后一名是 ${last}…，票号小的先抽。`);
    if (rank <= n || place === "substitute") said.push("被抽中或替补只说明被随机选到，不说明有问题。");
    return said;
  }

  function proof(rows, index, code) {
    const table = element("table", undefined, "pool"), head = element("tr"), body = element("tbody");
    for (const word of ["代码", "分层", "票号（前16位）", "结果"]) head.append(Object.assign(element("th", word), { scope: "col" }));
    for (const row of rows) {
      const line = element("tr", undefined, row[0] === code ? "found" : "");
      for (const cell of [row[0], index.strata[row[1]]?.name ?? row[1], row[3], outcome(row, index)]) line.append(element("td", cell));
      body.append(line);
    }
    const top = element("thead"), region = element("div", undefined, "scrolling");
    top.append(head);
    table.append(element("caption", "对象库里相邻的几行"), top, body);
    Object.assign(region, { tabIndex: 0, role: "region", ariaLabel: "对象库里相邻的几行" });
    region.append(table);
    return region;
  }

  function say(style, verdict, ...rest) {
    const first = element("p", undefined, "verdict");
    first.append(element("strong", verdict, style && `state ${style}`));
    answer.replaceChildren(first, ...rest.map((one) => (typeof one === "string" ? element("p", one) : one)));
  }

  async function look() {
    const code = folded(box.value), wrong = fault(code);
    box.setAttribute("aria-invalid", String(wrong !== ""));
    if (wrong) return say("warn", "代码不对", wrong);
    answer.replaceChildren(element("p", `正在查 ${code} …`));
    try {
      const index = await load("index.json"), { number, found, rows } = await around(index, code);
      const link = element("a", `对象库第${number}页`);
      link.href = `${folder}${number}.html`;
      const where = element("p", "凭据：");
      where.append(link, "。全部计算可以在核验页里重做一遍。");
      const table = proof(rows, index, code);
      if (!found)
        return say("open", "不在这次抽取的对象库里",
          `对象库的 ${index.size} 户按代码排列，${code} 应当在下面的位置，那里没有它。若它本该在库里，请向抽取机关询问。`, table, where);
      return say("", verdict(found, index), ...sentences(found, index), table, where);
    } catch {
      const link = element("a", "按代码逐页查");
      link.href = `${folder}index.html`;
      const words = element("p", "没有取到数据，可以");
      words.append(link, "，说的是同样的内容。");
      return say("warn", "没有查成", words);
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  const asked = new URLSearchParams(location.search).get("code");
  if (asked) {
    box.value = asked;
    look();
  }
})();
