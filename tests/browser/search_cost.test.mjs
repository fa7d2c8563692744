// What a question costs in a real browser: requests and bytes of the index, on the demo site always, at a million names where
// there are any.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { indexFile, onPage, site, told, type } from './search_page.mjs';

/** Counts the requests and bytes of the index from now on. */
function count(tab) {
  const cost = { requests: 0, bytes: 0 }, reading = [];
  tab.on('response', (response) => {
    if (!indexFile.test(response.url())) return;
    ++cost.requests;
    reading.push(response.body().then((body) => { cost.bytes += body.length; }, () => {}));
  });
  cost.settled = () => Promise.all(reading);
  return cost;
}

const cheap = { requests: 3, bytes: 100_000 };
const questions = ['酒', '酒楼', '示例', '公司', '有限公司', '辛未酒楼', '酒楼 辛未', 'jsslxw', 'js', '91990101', '餐饮', '根本没有的词', '甲市 餐饮 有限'];

/** What each question costs, each on a page of its own: nothing is known of the index yet. */
async function fromCold(t, all, prepare) {
  const most = { requests: 0, bytes: 0, time: 0 };
  for (const question of all) {
    await onPage('', async (tab) => {
      await prepare?.(tab);
      const cost = count(tab), began = performance.now();
      await tab.goto(`${site.address}search/?q=${encodeURIComponent(question)}`);
      await told(tab, /找到|没有查全/);
      await cost.settled();
      assert.ok(cost.requests <= cheap.requests && cost.bytes <= cheap.bytes, `${question}: ${cost.requests} requests, ${cost.bytes} bytes`);
      most.time = Math.max(most.time, performance.now() - began);
      for (const what of ['requests', 'bytes']) most[what] = Math.max(most[what], cost[what]);
    });
  }
  t.diagnostic(`cold, at most: ${most.requests} requests, ${most.bytes} bytes; from opening the page to its rows ${Math.round(most.time)} ms`);
}

/** What each question costs on one page that is open. */
async function onOpenPage(t, all, prepare) {
  await onPage('', async (tab) => {
    await prepare?.(tab);
    await type(tab, '甲');
    const cost = count(tab);
    let longest = 0;
    for (const question of all) {
      const before = cost.requests;
      await tab.locator('#q').fill('');
      await told(tab, /^$/);
      const began = performance.now();
      await tab.locator('#q').fill(question);
      await told(tab, /找到|没有查全/);
      longest = Math.max(longest, performance.now() - began);
      assert.ok(cost.requests - before <= 1, `${question}: ${cost.requests - before} requests on an open page`);
    }
    t.diagnostic(`on an open page, from typing to the rows, a pause of 60 ms included: ${Math.round(longest)} ms at most`);
  });
}

test('a question from cold costs at most 3 requests and 100 kB of the index; on an open page one at most', async (t) => {
  await fromCold(t, questions);
  await onOpenPage(t, questions);
});

// The same at a million: GONGSHI_MILLION_INDEX names an index that bench/search_bench made of the million names.
const data = resolve(process.env.GONGSHI_DATA ?? '../shared/data', 'enterprises/enterprises_1m.tsv.zst'), million = process.env.GONGSHI_MILLION_INDEX;
const without = !million ? 'GONGSHI_MILLION_INDEX is not set' : !existsSync(data) ? 'GONGSHI_DATA has no million names' : false;

test('the same holds at a million names', { skip: without }, async (t) => {
  const names = execFileSync('zstd', ['-dcq', data], { encoding: 'utf8', maxBuffer: 2 ** 30 }).split('\n').slice(1)
    .map((line) => line.split('\t')[0]).filter((name) => name.length > 4);
  const drawn = Array.from({ length: 40 }, (_, at) => {
    const name = [...names[(at * 24_971) % names.length]], length = 1 + (at % 6), from = (at * 7) % Math.max(1, name.length - length);
    return name.slice(from, from + length).join('');
  });
  const frequent = ['公司', '有限公司', '司', '河北', '石家庄市', '商贸', 'sjz', '长安 餐饮', '石家庄 商贸 有限', '91130'];
  const all = [...new Set([...frequent, ...drawn].map((one) => one.trim()))].filter((one) => /[\p{L}\p{N}]/u.test(one));
  const prepare = (tab) => tab.route(indexFile, (route) => {
    const file = join(million, new URL(route.request().url()).pathname.split('/search/index/')[1]);
    return existsSync(file) ? route.fulfill({ body: readFileSync(file) }) : route.fulfill({ status: 404, body: '' });
  });
  await fromCold(t, all, prepare);
  await onOpenPage(t, all, prepare);
});
