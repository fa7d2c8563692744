// The boards of the demo on a phone and on paper: readable without sideways scrolling, without colour, with heads on every
// sheet, and every number leads to rows that say the same.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pagesByKind } from './kinds.mjs';
import { eachPage, openBrowser, serveSite, siteFolder } from './portal.mjs';

let site, browser, folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongshi-board-'));
  site = await serveSite();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const size = (page) => statSync(join(siteFolder, page)).size;
const largest = (kind) => pagesByKind().get(kind).reduce((a, b) => (size(b) > size(a) ? b : a));
const marks = { good: '✓', bad: '✕', open: '◌', unknown: '?', warn: '!' };

test('every board fits a phone 360 px wide, and its first screens say where the office stands', async () => {
  await eachPage(browser, site.address, pagesByKind().get('board'), { viewport: { width: 360, height: 740 } }, async (tab) => {
    const seen = await tab.evaluate(() => ({
      much: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      lead: document.querySelector('.lead').innerText, matrix: document.querySelector('#matrix').getBoundingClientRect().top,
      small: [...document.querySelectorAll('.standing a, .missing a')].filter((a) => a.getBoundingClientRect().height < 24).length,
    }));
    assert.equal(seen.much, 0);
    assert.match(seen.lead, /达到|未到期|不能判断/);
    assert.ok(seen.matrix < 3 * 740, `the table begins at ${seen.matrix}`);
    assert.equal(seen.small, 0, 'links too small to touch');
  });
});

test('every state on a board has its word and its mark, so that colour says nothing alone', async () => {
  await eachPage(browser, site.address, pagesByKind().get('board'), { colorScheme: 'dark' }, async (tab) => {
    const states = await tab.evaluate(() => [...document.querySelectorAll('.state')].map((one) => ({
      word: one.innerText.trim(), style: one.className.replace('state', '').trim(),
      mark: getComputedStyle(one, '::before').content,
    })));
    assert.ok(states.length > 0);
    for (const { word, style, mark } of states) {
      assert.ok(word.length >= 2, style);
      assert.ok(mark.includes(marks[style]), `${word}: ${style} ${mark}`);
    }
  });
});

/** The sheets of a printed page as texts without blanks. */
async function sheets(page) {
  const tab = await browser.newPage();
  await tab.goto(site.address + page);
  const file = join(folder, 'page.pdf');
  writeFileSync(file, await tab.pdf({ preferCSSPageSize: true, printBackground: false }));
  await tab.close();
  const sizes = execFileSync('pdfinfo', [file], { encoding: 'utf8' }).match(/Page size:\s+([\d.]+) x ([\d.]+)/);
  assert.deepEqual([sizes[1], sizes[2]].map((one) => Math.round(Number(one))).sort((a, b) => a - b), [595, 842]);
  return execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    .split('\f').slice(0, -1).map((text) => text.replace(/\s+/g, ''));
}

test('a board prints on A4 with its marks, all its duties and nothing that only a screen needs', async () => {
  const text = (await sheets(largest('board'))).join('');
  for (const gone of ['跳到正文', '长辈版', '当前位置', '用表格看']) assert.ok(!text.includes(gone), gone);
  assert.match(text, /[✓✕◌?](达到|未达到|未到期|不能判断)/u);
  assert.match(text, /没有判断的要求/);
  assert.match(text, /本页网址|SHA-256指纹/);
});

test('the rows of a rule print with the heads of their table on every sheet', async () => {
  const printed = await sheets(largest('rows of a rule'));
  const withRows = printed.filter((sheet) => (sheet.match(/✓符合|✕不符合|✓按期|✕逾期|◌计入|◌未计入/gu) ?? []).length > 3);
  assert.ok(withRows.length > 1, 'one sheet only, nothing to repeat');
  for (const sheet of withRows) assert.ok(sheet.includes('所计的一项'), sheet.slice(0, 80));
});

test('a number on a board leads to a row of its kind', async () => {
  await eachPage(browser, site.address, pagesByKind().get('board').slice(0, 2), {}, async (tab, page) => {
    const links = await tab.evaluate(() => [...document.querySelectorAll('.standing .ratio a')].map((a) => a.href).slice(0, 6));
    assert.ok(links.length > 0, page);
    for (const link of links) {
      const response = await tab.goto(link);
      assert.ok(response === null || response.status() === 200, link);
      const anchor = new URL(link).hash.slice(1);
      if (anchor) assert.ok(await tab.evaluate((id) => document.getElementById(id) !== null, anchor), link);
    }
  });
});
