// Pages printed to PDF: A4, without what only a screen needs, with the heads of tables on every sheet.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pagesByKind } from './kinds.mjs';
import { openBrowser, serveSite, siteFolder } from './portal.mjs';

let site, browser, folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongshi-print-'));
  site = await serveSite();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const largest = (kind) => pagesByKind().get(kind)
  .reduce((a, b) => (statSync(join(siteFolder, b)).size > statSync(join(siteFolder, a)).size ? b : a));

/** The sheets of a printed page as texts without blanks, and their sizes in points, rounded. */
async function print(page) {
  const tab = await browser.newPage();
  await tab.goto(site.address + page);
  const file = join(folder, 'page.pdf');
  writeFileSync(file, await tab.pdf({ preferCSSPageSize: true, printBackground: false }));
  await tab.close();
  const sheets = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    .split('\f').slice(0, -1).map((text) => text.replace(/\s+/g, ''));
  const sizes = [...execFileSync('pdfinfo', ['-f', '1', '-l', '-1', file], { encoding: 'utf8' })
    .matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g)].map(([, width, height]) => [Math.round(width), Math.round(height)]);
  assert.equal(sizes.length, sheets.length);
  return { sheets, sizes };
}

for (const [kind, heads] of [['edition of a plan', []], ['draw', ['检查对象', '登记机关', '结果公开']], ['result', []],
  ['page of results of a year', ['公示日期', '检查机关']], ['enterprise', []], ['contact', []]]) {
  test(`the largest page of the kind “${kind}” prints on A4 without header and navigation`, async () => {
    const page = largest(kind);
    const { sheets, sizes } = await print(page);
    for (const size of sizes) assert.deepEqual([...size].sort((a, b) => a - b), [595, 842], page);
    const text = sheets.join('');
    for (const gone of ['跳到正文', '长辈版', '标准版', '当前位置'])
      assert.ok(!text.includes(gone), `${page}: prints “${gone}”`);
    assert.match(text, /演示数据/);
    assert.match(text, /SHA-256指纹|主办单位/, `${page}: nothing at its foot`);
    if (heads.length > 0) {
      assert.ok(sheets.length > 1, `${page}: only one sheet, nothing to repeat`);
      const withRows = sheets.filter((sheet) => /9[123]99\d{4}/.test(sheet));
      assert.ok(withRows.length > 1, `${page}: rows on one sheet only`);
      for (const sheet of withRows)
        for (const head of heads) assert.ok(sheet.includes(head), `${page}: no head “${head}” on a sheet: ${sheet.slice(0, 80)}`);
    }
  });
}

test('the objection form prints on one sheet of its own, with a line for everything it asks', async () => {
  const { sheets } = await print(largest('contact'));
  const forms = sheets.filter((sheet) => /信息更正（异议）申请表|申请人（单位）|签名（盖章）/.test(sheet));
  assert.equal(forms.length, 1);
  for (const line of ['信息更正（异议）申请表', '申请人（单位）', '统一社会信用代码', '联系电话', '页面网址或结果编号', '签名（盖章）和日期'])
    assert.ok(forms[0].includes(line), line);
});

test('every monthly form prints on one sheet of A4, with its head, its foot and the blanks', async () => {
  const forms = pagesByKind().get('monthly form');
  for (const page of [largest('monthly form'), forms[0], forms[forms.length - 1]]) {
    const { sheets, sizes } = await print(page);
    assert.deepEqual(sizes, [[595, 842]], page);
    for (const words of ['单位名称（盖章）', '填表时间', '联系人', '联系电话', '手机', '（由填表人填写）', '4e', '演示数据'])
      assert.ok(sheets[0].includes(words), `${page}: no “${words}”`);
    assert.ok(!sheets[0].includes('开展的单位'), `${page}: the tables behind the figures are for the screen`);
  }
});

test('a yearly summary prints with the heads of its tables on every sheet they go on to', async () => {
  const page = largest('yearly summary');
  const { sheets, sizes } = await print(page);
  for (const size of sizes) assert.deepEqual([...size].sort((a, b) => a - b), [595, 842], page);
  const rows = sheets.filter((sheet) => (sheet.match(/20\d\d-\d\d-\d\d/g) ?? []).length > 8);
  assert.ok(rows.length > 1, `${page}: its longest table is on one sheet only`);
  for (const sheet of rows) assert.ok(sheet.includes('检查机关'), `${page}: no head on ${sheet.slice(0, 60)}`);
});
