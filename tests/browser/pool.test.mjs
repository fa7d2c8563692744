// 我在抽查池中吗: the box asks a code and says whether it is in the pool of a draw, with the rows beside it; on the site of
// all states. By keyboard, with codes as people type them, and without JavaScript.
import assert from 'node:assert/strict';
import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openBrowser, serveSite } from './portal.mjs';

const folder = realpathSync(process.env.GONGSHI_STATES_SITE ?? resolve(fileURLToPath(import.meta.url), '../../../build/states'));
const rows = [1, 2, 3].flatMap((page) => JSON.parse(readFileSync(join(folder, `draws/413/pool/${page}.json`), 'utf8')).rows);
const { strata } = JSON.parse(readFileSync(join(folder, 'draws/413/pool/index.json'), 'utf8'));
let site, browser;

before(async () => {
  site = await serveSite(folder);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
});

/** What the box answers to each text typed and sent with the Enter key. */
async function answers(page, texts, options = {}) {
  const context = await browser.newContext(options), tab = await context.newPage(), said = [];
  await tab.goto(site.address + page);
  for (const text of texts) {
    await tab.getByLabel('统一社会信用代码或注册号').fill(text);
    await tab.keyboard.press('Enter');
    await tab.locator('#pool-answer .verdict').waitFor();
    await tab.waitForFunction(() => !document.getElementById('pool-answer').innerText.startsWith('正在查'));
    said.push(await tab.locator('#pool-answer').innerText());
  }
  await context.close();
  return said;
}

const good = (row) => !row[0].startsWith('99999901MA');  // whose check character is right
const drawn = rows.find((row) => good(row) && row[5] === 'drawn');
const not = rows.find((row) => good(row) && row[5] === 'not_drawn');
const excluded = rows.find((row) => good(row) && row[2]);

test('one that was drawn, one that was not and one that took no part are each told so, with the rows beside', async () => {
  const [first, second, third] = await answers('draws/413/', [drawn[0], not[0], excluded[0]]);
  assert.match(first, new RegExp(`在库里，抽中了[^]*第 ${drawn[4]} 名[^]*${drawn[0]}`));
  assert.match(second, new RegExp(`没有抽中[^]*候补第 ${not[4] - strata[not[1]].n} 位[^]*票号是 ${not[3]}[^]*${strata[not[1]].last}`));
  assert.match(third, /不参加这次抽取：[^]*假如参加/);
  for (const [row, said] of [[drawn, first], [not, second], [excluded, third]]) {
    const at = rows.findIndex(([id]) => id === row[0]);
    for (const beside of [rows[at - 1], rows[at + 1]]) if (beside) assert.ok(said.includes(beside[0]));
  }
});

test('one that was replaced and the one that came instead are told so, and the list says the same', async () => {
  const [replaced, substitute] = ['replaced', 'substitute'].map((place) => rows.find((row) => row[5] === place));
  const [first, second] = await answers('draws/413/', [replaced[0], substitute[0]]);
  assert.match(first, /抽中后被替补换下（不再检查）/);
  assert.match(second, /替补进入名单/);
  const list = readFileSync(join(folder, 'draws/413/list.csv'), 'utf8');
  assert.ok(!list.includes(replaced[0]) && list.includes(substitute[0]));
});

test('of an aborted draw nobody is told to have been drawn without that it was aborted', async () => {
  const { rows: all } = JSON.parse(readFileSync(join(folder, 'draws/415/pool/1.json'), 'utf8'));
  const [said] = await answers('draws/415/', [all.find((row) => good(row) && row[5] === 'drawn')[0]]);
  assert.match(said, /这次抽取已中止，没有按它检查[^]*若按抽取结果：/);
});

test('neighbours are found across the border of two pages', async () => {
  const [said] = await answers('draws/413/pool/', [rows[500][0]]);
  assert.ok(said.includes(rows[499][0]) && said.includes(rows[501][0]));
});

test('a code as people type it is understood: blanks, small letters, full width', async () => {
  const [code] = drawn, wide = [...code].map((c) => String.fromCodePoint(c.codePointAt(0) + 0xFEE0)).join('');
  for (const said of await answers('draws/413/', [` ${code.slice(0, 8)} ${code.slice(8)} `, code.toLowerCase(), wide]))
    assert.match(said, /在库里，抽中了/);
});

test('a wrong code is explained, and one that is nowhere is shown where it would stand', async () => {
  const last = drawn[0][17] === '0' ? '1' : '0';
  const said = await answers('draws/413/', ['', '12345', '示例小吃店', drawn[0].replace('M', 'I'), drawn[0].slice(0, 17) + last,
    '91999901MA1ZZZZZ0X'.replaceAll('Z', 'Y').slice(0, 17)].filter((text) => text !== ''));
  assert.match(said[0], /输入的是 5 位/);
  assert.match(said[1], /不是名称/);
  assert.match(said[2], /不用字母 I、O、S、V、Z/);
  assert.match(said[3], new RegExp(`应当是 ${drawn[0][17]}`));
  assert.match(said[4], /输入的是 17 位/);
});

test('without JavaScript the box leads to the pages of the pool, which have every code', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false }), tab = await context.newPage();
  await tab.goto(`${site.address}draws/413/`);
  await tab.getByLabel('统一社会信用代码或注册号').fill(not[0]);
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/draws\/413\/pool\/\?code=/);
  await tab.getByRole('link', { name: '第 1 页' }).click();
  assert.ok((await tab.locator('main').innerText()).includes(rows[0][0]));
  await context.close();
});
