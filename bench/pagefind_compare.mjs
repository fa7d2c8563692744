// node bench/pagefind_compare.mjs BUILD [PAGES] > bench/benchmarks_search_pagefind.md: the same names indexed by Pagefind
// and by ours, the same queries in one Chromium, each in a new one with nothing cached. Needs
// npm ci --prefix bench/pagefind, make setup FOR=test, and BUILD/search_bench and BUILD/gongshi-search-texts.
// Real names when the shared data is there, else fictional; no name or query is written out.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { key, prepare, shorten } from '../site/search/key.mjs';
import { fictional, pieces, real } from '../tests/search/names.mjs';
import { foundByName } from '../tests/search/oracle.mjs';

const { chromium } = createRequire(new URL('../tests/browser/package.json', import.meta.url))('playwright-core');
const { buildSync } = createRequire(new URL('../site/draw/package.json', import.meta.url))('esbuild');
const root = fileURLToPath(new URL('..', import.meta.url));
const [build, pages = '100000'] = process.argv.slice(2);
const records = real(Number(pages)) ?? fictional(Number(pages));
const folder = mkdtempSync(join(tmpdir(), 'gongshi-pagefind-'));
const tables = spawnSync(join(build, 'gongshi-search-texts'), ['tables'], { encoding: 'utf8', maxBuffer: 1 << 26 }).stdout;
prepare(JSON.parse(tables));

const escaped = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const seconds = (since) => Number(process.hrtime.bigint() - since) / 1e9;

function writePages() {
  records.forEach(({ id, title }, at) => {
    const place = join(folder, 'site', String(at % 256));
    if (at < 256) mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${id}.html`), `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escaped(title)}</title>` +
      `<body><main><h1>${escaped(title)}</h1><p>统一社会信用代码 ${escaped(id)}</p></main>`);
  });
}

// Runs Pagefind's own program with its defaults; its peak memory is what the kernel tells while it runs.
async function pagefind() {
  const since = process.hrtime.bigint();
  const program = spawn(join(root, 'bench/pagefind/node_modules/@pagefind', `${process.platform}-${process.arch}`, 'bin/pagefind_extended'),
    ['--site', join(folder, 'site')], { stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0, said = '';
  program.stdout.on('data', (data) => { said += data; });
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch { /* it has just ended */ }
  }, 50);
  const status = await new Promise((resolve) => { program.on('close', resolve); });
  clearInterval(watch);
  if (status !== 0) throw new Error(`pagefind ended with ${status}: ${said.slice(-500)}`);
  return { seconds: seconds(since), memory: peak / 1024, ...weight(join(folder, 'site/pagefind')) };
}

function weight(place) {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return { files: files.length, bytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0) };
}

function ours() {
  const list = join(folder, 'names.tsv');
  writeFileSync(list, 'name\tcode\n' + records.map(({ id, title }) => `${title}\t${id}\n`).join(''));
  const since = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(join(build, 'search_bench'), [list, join(folder, 'site/search/index'), pages, '2'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`search_bench ended with ${status}: ${stderr}`);
  return { seconds: seconds(since), memory: Number(/([\d.]+) MB/.exec(stdout)[1]), ...weight(join(folder, 'site/search/index')) };
}

// Our code in one file, as the site ships it.
function bundle() {
  const contents = "export { prepare } from './key.mjs'; export { understand } from './understanding.mjs'; export { SearchIndex } from './index.mjs';";
  const made = buildSync({ stdin: { contents, resolveDir: join(root, 'site/search') }, bundle: true, minify: true, format: 'esm', target: 'es2022', write: false });
  return made.outputFiles[0].contents;
}

// A server of files that counts; text is compressed as nginx would do.
function serve() {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };
  const made = { '/empty.html': '<!doctype html><html lang="zh-CN"><title>.</title>', '/tables.json': tables, '/ours.mjs': bundle() };
  const log = [];
  const server = createServer((request, reply) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(folder, 'site', path);
    try {
      const type = types[extname(file)];
      const plain = made[path] ?? readFileSync(file);
      const bytes = type ? gzipSync(plain) : plain;
      if (path !== '/empty.html') log.push({ path, bytes: bytes.length });
      reply.writeHead(200, { 'Content-Type': type ?? 'application/octet-stream', ...(type && { 'Content-Encoding': 'gzip' }) }).end(bytes);
    } catch {
      reply.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ log, server, address: `http://127.0.0.1:${server.address().port}/` })));
}

// In the page: what a search box does for one query, with the first ten answers ready to be shown.
const ASK = {
  pagefind: async (query) => {
    const engine = await import('/pagefind/pagefind.js');
    const { results } = await engine.search(query);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return results.length;
  },
  ours: async (query) => {
    const { prepare: take, understand, SearchIndex } = await import('/ours.mjs');
    take(await (await fetch('/tables.json')).json());
    const index = new SearchIndex(async (name) => new Uint8Array(await (await fetch(`/search/index/${name}`)).arrayBuffer()));
    return (await index.find(understand(query).words)).total;
  },
};

async function asked(browser, site, engine, query) {
  const context = await browser.newContext(), tab = await context.newPage();
  await tab.goto(`${site.address}empty.html`);
  site.log.length = 0;
  const since = process.hrtime.bigint();
  const total = await tab.evaluate(ASK[engine], query);
  const cost = { time: seconds(since) * 1000, total };
  const sum = (files) => ({ requests: files.length, bytes: files.reduce((all, file) => all + file.bytes, 0) });
  Object.assign(cost, sum(site.log), { own: sum(site.log.filter(({ path }) => path.startsWith('/search/index/'))) });
  await context.close();
  return cost;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const kB = (bytes) => (bytes / 1000).toFixed(0);

const queries = pieces(records, 60, 5).filter((piece) => [...key(piece)].length >= 2).slice(0, 40);
const expected = foundByName(records, queries.map(key));

let site, browser;
try {
  writePages();
  const built = { ours: ours(), pagefind: await pagefind() };
  site = await serve();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const costs = { ours: [], pagefind: [] };
  for (const query of queries) for (const engine of ['ours', 'pagefind']) costs[engine].push(await asked(browser, site, engine, query));
  const truth = queries.map((query) => expected.get(shorten(key(query))).size);
  const row = (engine, name) => {
    const made = built[engine], cost = costs[engine];
    const right = cost.filter(({ total }, at) => total === truth[at]).length;
    return `| ${name} | ${made.seconds.toFixed(1)} s | ${made.memory.toFixed(0)} MB | ${made.files} files, ${(made.bytes / 1e6).toFixed(1)} MB | ` +
      `${mean(cost.map((one) => one.requests)).toFixed(1)} (at most ${Math.max(...cost.map((one) => one.requests))}) | ` +
      `${kB(mean(cost.map((one) => one.bytes)))} kB (at most ${kB(Math.max(...cost.map((one) => one.bytes)))} kB) | ` +
      `${mean(cost.map((one) => one.time)).toFixed(0)} ms | ${right} of ${truth.length} |`;
  };
  const own = costs.ours.map((one) => one.own);
  console.log(readFileSync(new URL('benchmarks_search_pagefind_head.md', import.meta.url), 'utf8') +
    `Of the ${records.length} ${real(1) ? 'real' : 'fictional'} names on ${cpus().length} processors (${cpus()[0].model.trim()}), ` +
    `load when it ended ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}:\n\n` +
    '| | to index | peak memory | index | requests a query | bytes a query | time in the page | totals right |\n' +
    '| --- | --- | --- | --- | --- | --- | --- | --- |\n' +
    `${row('ours', 'gongshi')}\n${row('pagefind', 'Pagefind 1.6')}\n\n` +
    `Of ours the index itself takes ${mean(own.map((one) => one.requests)).toFixed(1)} requests (at most ${Math.max(...own.map((one) => one.requests))}) and ` +
    `${kB(mean(own.map((one) => one.bytes)))} kB (at most ${kB(Math.max(...own.map((one) => one.bytes)))} kB); the rest is code and the tables of characters, ` +
    'which the browser keeps.');
} finally {
  await browser?.close();
  site?.server.close();
  rmSync(folder, { recursive: true, force: true });
}
