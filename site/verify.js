// The page 核验: lets a reader choose a draw of this site or files of his own, has them checked by the checker (a worker
// of its own, assets/checker.*.js) and says in plain words what came out. Knows nothing of how a draw is checked.
"use strict";
(() => {
  const page = document.getElementById("verify");
  const part = (id) => document.getElementById(id);
  const names = ["announcement.json", "quota.json", "record.json", "reveal.json", "drawn.json", "events.json", "end.json",
    "objects.tsv", "inspectors.tsv"];
  // Name of a check → how it is called here, and what it asks.
  const words = {
    announcement: ["承诺", "抽取前公布的承诺格式对不对，各文件是不是都属于这次抽取"],
    timing: ["承诺在先", "承诺是不是早于随机数"],
    quotas: ["应抽数", "应抽多少户是不是抽取前就已锁定，并且不低于法定比例"],
    beacon: ["随机数", "随机数是不是来自公共随机源，而不是谁编的"],
    commitments: ["秘密数", "各方公开的秘密数是不是抽取前锁定的那些"],
    "object pool": ["对象库", "被抽的名录锁定后有没有改动"],
    "inspector pool": ["检查人员库", "检查人员名录锁定后有没有改动"],
    exclusions: ["排除", "没有参加抽取的对象是不是都有允许的理由，数量对不对得上"],
    drawn: ["抽中名单", "用公开的数重新抽一次，抽中的是不是还是这些"],
    matching: ["检查人员", "重新匹配一次，检查人员是不是还是这些"],
    "result root": ["登记的结果", "公开的名单是不是抽取当时登记的那一份"],
    replacements: ["替补和改派", "后来的替补和改派是不是按次序、有理由"],
    series: ["历次抽取", "这个机关的抽取是不是一次不少，没有重来"],
    slip: ["凭条", "凭条上的检查和检查人员是不是抽取当时就已锁定"],
  };
  const states = { ok: ["good", "通过"], fail: ["bad", "没有通过"], "not checked": ["open", "没有核对"] };
  let draws = [], asked = null, running = null;

  page.hidden = false;
  part("without").remove();
  part("folder").webkitdirectory = true;

  // Choosing

  const chosen = (name) => { const file = part(name).files[0]; return file && { name: file.name, file }; };
  const siteFile = ({ name, size, address }) =>
    ({ name, size, url: new URL(page.dataset.root + address, location.href).href });

  /** What the reader adds of his own: when he saw the number, a round, the office's list. */
  function additions() {
    const seen = part("seen").value;
    return {
      ...(seen && { seen: `${seen.length === 16 ? `${seen}:00` : seen.slice(0, 19)}+08:00` }),
      ...(chosen("round") && { beacon: chosen("round") }),
      ...(chosen("series") && { series: chosen("series") }),
    };
  }

  function checkDraw(id) {
    const draw = draws.find((one) => String(one.id) === id);
    if (!draw) return say("open", "没有找到这次抽取", "请从上面的名单里选一次抽取。");
    part("draw").value = id;
    asked = {
      title: draw.title, href: page.dataset.root + draw.address, revealed: draw.state === "revealed",
      files: draw.files.map(siteFile), ...(draw.series && { series: siteFile({ name: "机关的抽取清单", address: draw.series }) }),
    };
    return start();
  }

  /** The record.json that a slip names, if the slip is of a draw of this site. */
  async function recordFor(slip) {
    try {
      const { draw } = JSON.parse(await slip.text());
      const record = draws.find((one) => one.digest === draw)?.files.find(({ name }) => name === "record.json");
      return record && siteFile(record);
    } catch {
      return undefined;  // the checker says what is wrong with it
    }
  }

  async function checkFiles(files) {
    const byName = new Map(files.map((file) => [file.name, { name: file.name, file }]));
    const slip = files.find((file) => /slip|凭条/i.test(file.name) && file.name.endsWith(".json"));
    const known = names.filter((name) => byName.has(name)).map((name) => byName.get(name));
    if (byName.has("announcement.json")) asked = { title: "选择的核验包", revealed: true, files: known };
    else if (slip) asked = {
      title: `凭条 ${slip.name}`, slip: { name: slip.name, file: slip },
      record: byName.get("record.json") ?? (await recordFor(slip)),
    };
    else return say("warn", "没有可以核验的文件", "请选择核验包里的全部文件（其中必须有 announcement.json），或者一张凭条（slip.json）和它的 record.json。");
    return start();
  }

  // Checking

  /** Calls `answer` with each message of the checker; returns a function that stops it. */
  function runChecker(request, answer) {
    const onPage = () => {
      const go = () => globalThis.gongshiCheck(request, answer);
      if (globalThis.gongshiCheck) return go();
      const script = document.createElement("script");
      script.src = page.dataset.checker;
      script.onload = go;
      script.onerror = () => answer({ broken: "核验程序没有载入，请检查网络后再试。" });
      return document.head.append(script);
    };
    if (location.protocol === "file:") {  // browsers start no worker there
      onPage();
      return () => {};
    }
    const worker = new Worker(page.dataset.checker);
    worker.onmessage = ({ data }) => answer(data);
    worker.onerror = () => answer({ broken: "核验程序没有载入，请检查网络后再试。" });
    worker.postMessage(request);
    return () => worker.terminate();
  }

  function start() {
    stop();
    const request = { files: asked.files, slip: asked.slip, record: asked.record, series: asked.series, ...additions() };
    part("result").hidden = true;
    part("progress").hidden = false;
    part("bar").removeAttribute("value");
    part("doing").textContent = `正在核验：${asked.title}`;
    const end = runChecker(request, (told) => {
      if (running !== end) return;
      if (told.all !== undefined) {
        part("bar").max = Math.max(told.all, 1);
        part("bar").value = told.done;
        if (told.done >= told.all) part("doing").textContent = `文件已读完，正在重新计算：${asked.title}`;
        return;
      }
      stop();
      show(told);
    });
    running = end;
  }

  function stop() {
    running?.();
    running = null;
    part("progress").hidden = true;
  }

  // Saying what came out

  function show({ report, json, unreadable, broken }) {
    if (broken) return say("warn", "没有核验成", broken);
    if (unreadable)
      return say("bad", "文件不能读", `${unreadable.file} 第 ${unreadable.line} 行：${unreadable.reason}文件不合格式，因此什么也没有核验。`);
    const count = (status) => report.checks.filter((check) => check.status === status).length;
    const those = (status) => report.checks.filter((check) => check.status === status).map((check) => `“${called(check.name)}”`).join("、");
    if (report.verdict === "ok") say("good", "已核验", `全部 ${report.checks.length} 项核对都通过。`);
    else if (report.verdict === "fail")
      say("bad", "不一致", `${those("fail")}没有通过。请先不要采信这份名单，并向主办单位或者它的上级询问。`);
    else
      say("open", "没有全部核对", `核对了 ${count("ok")} 项，都通过；另有 ${count("not checked")} 项没有核对（${those("not checked")}），原因写在下面。` +
        (asked.revealed === false ? "这次抽取还没有公开名单，公开后可以再来核验。" : ""));
    part("checks").replaceChildren(...report.checks.map(row));
    part("number").textContent = report.draw;
    part("json").textContent = json;
    part("details").hidden = false;
    return report;
  }

  const called = (name) => words[name]?.[0] ?? name;

  function row({ name, status, detail }) {
    const line = document.createElement("li"), state = document.createElement("strong");
    const title = document.createElement("b"), said = document.createElement("span"), why = document.createElement("span");
    state.className = `state ${states[status][0]}`;
    state.textContent = states[status][1];
    title.textContent = called(name);
    said.textContent = words[name]?.[1] ?? "";
    why.textContent = detail;
    why.className = "also";
    line.dataset.check = name;
    line.append(state, title, said, why);
    return line;
  }

  function say(style, verdict, sentence) {
    part("verdict").className = `state ${style}`;
    part("verdict").textContent = verdict;
    part("sentence").textContent = sentence;
    part("subject").textContent = asked ? asked.title : "";
    part("details").hidden = true;
    part("result").hidden = false;
    part("result").focus({ preventScroll: true });
    part("result").scrollIntoView({ block: "nearest" });
  }

  // Events

  part("stop").addEventListener("click", () => { stop(); say("open", "已停止", "核验没有做完。"); });
  part("choose").addEventListener("submit", (event) => {
    event.preventDefault();
    checkDraw(part("draw").value);
  });
  for (const id of ["files", "folder"]) part(id).addEventListener("change", () => part(id).files.length > 0 && checkFiles([...part(id).files]));
  for (const id of ["seen", "round", "series"]) part(id).addEventListener("change", () => asked && start());

  const box = part("drop");
  for (const kind of ["dragover", "dragleave", "drop"])
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      box.classList.toggle("over", kind === "dragover");
    });
  document.addEventListener("drop", async (event) => {
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const files = entries.length === 0 ? [...event.dataTransfer.files] : (await Promise.all(entries.map(filesOf))).flat();
    if (files.length > 0) checkFiles(files);
  });

  /** The files of a dropped entry: itself, or those directly in the folder. */
  function filesOf(entry) {
    if (entry.isFile) return new Promise((found) => entry.file((file) => found([file]), () => found([])));
    const reader = entry.createReader(), all = [];
    return new Promise((found) => {
      const more = () => reader.readEntries(async (some) => {
        if (some.length > 0) return all.push(...some), more();
        return found((await Promise.all(all.filter((one) => one.isFile).map(filesOf))).flat());
      }, () => found([]));
      more();
    });
  }

  // The draws of this site; opened as a file the page can read none of them, only files that are chosen

  if (location.protocol !== "file:") fetch(page.dataset.draws).then((answer) => answer.json()).then((list) => {
    draws = list;
    part("choose").hidden = draws.length === 0;
    part("draw").replaceChildren(...draws.map((draw) => new Option(draw.title, String(draw.id))));
    const wanted = new URLSearchParams(location.search).get("draw");
    if (wanted !== null) checkDraw(wanted);
  }).catch(() => { part("choose").hidden = true; });
})();
