// The demo site in a real browser: what must hold of every kind of page, whatever it is about.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { kindNames, kindOf, pagesByKind, sample } from './kinds.mjs';
import { eachPage, openBrowser, serveSite, siteFolder } from './portal.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let site, browser;

before(async () => {
  site = await serveSite();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
});

const visit = (pages, options, work) => eachPage(browser, site.address, pages, options, work);

test('every page is of a kind that the tests know, and the demo has every kind', () => {
  const found = [...pagesByKind().keys()];
  assert.deepEqual(found.filter((kind) => kind.startsWith('unknown')), []);
  assert.deepEqual(kindNames.filter((kind) => !found.includes(kind)), []);
});

test('every kind of page opens without a complaint, asks nobody else and sets no cookie', async () => {
  await visit(sample(2), {}, async (tab, page, { asked, complaints, response }) => {
    assert.equal(response.status(), 200);
    assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((url) => !url.startsWith(site.address)), [], 'asks elsewhere');
    assert.deepEqual(await tab.context().cookies(), []);
  });
});

test('every kind of page is Chinese, has a title and one heading, and says that its data are a demonstration', async () => {
  await visit(sample(1), {}, async (tab) => {
    const said = await tab.evaluate(() => ({
      language: document.documentElement.lang, title: document.title.trim(), headings: document.querySelectorAll('h1').length,
      text: document.body.innerText,
    }));
    assert.equal(said.language, 'zh-CN');
    assert.notEqual(said.title, '');
    assert.equal(said.headings, 1, 'number of h1');
    assert.match(said.text, /演示数据/);
  });
});

const looks = [
  ['as it comes', {}],
  ['in the dark scheme', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
  ['in 长辈版', {}, (tab) => tab.evaluate(() => document.documentElement.classList.add('large'))],
];
for (const [words, options, change] of looks) {
  test(`axe-core finds nothing wrong in any kind of page ${words}, with every rule on`, async () => {
    await visit(sample(), options, async (tab) => {
      await change?.(tab);
      await tab.evaluate(axe);
      const violations = await tab.evaluate(async () => (await globalThis.axe.run({ resultTypes: ['violations'] })).violations
        .map(({ id, impact, nodes }) => `${impact} ${id} ×${nodes.length}: ${nodes[0].html.slice(0, 200)}`));
      assert.deepEqual(violations, []);
    });
  });
}

/** How wide the page wants to be beyond the screen, and the first things that stick out. */
const overflow = (tab) => tab.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const much = document.documentElement.scrollWidth - width;
  return much <= 0 ? '' : `${much} px too wide: ` + [...document.querySelectorAll('body *')]
    .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.closest('.scrolling'))
    .slice(0, 3).map((one) => one.outerHTML.slice(0, 80)).join(' | ');
});
for (const [words, options] of [
  ['on a screen 320 px wide', { viewport: { width: 320, height: 640 } }],
  ['on a screen of 1280 px at 400 % zoom', { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }],
  ['on a screen 360 px wide', { viewport: { width: 360, height: 740 } }],
]) {
  test(`no kind of page scrolls sideways ${words}, in normal and in large print`, async () => {
    await visit(sample(1), options, async (tab) => {
      assert.equal(await overflow(tab), '');
      await tab.evaluate(() => document.documentElement.classList.add('large'));
      assert.equal(await overflow(tab), '', 'in large print');
    });
  });
}

test('without JavaScript every kind of page says exactly what it says with it', async () => {
  const said = new Map();
  const read = (tab) => tab.locator('main').innerText();
  // Two pages have tests of their own: verify.test.mjs, search.test.mjs.
  const pages = sample(1).filter((page) => !['verify', 'how to look somebody up'].includes(kindOf(page)));
  await visit(pages, {}, async (tab, page) => said.set(page, await read(tab)));
  await visit(pages, { javaScriptEnabled: false }, async (tab, page) => {
    assert.equal(await read(tab), said.get(page));
    assert.ok(said.get(page).trim().length > 20);
    assert.ok(await tab.locator('header a:visible').count() >= 6, 'links in the header');
  });
});

test('without JavaScript 长辈版 is one link away and large', async () => {
  await visit(['index.html'], { javaScriptEnabled: false }, async (tab) => {
    const size = () => tab.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const before = await size();
    await tab.getByRole('link', { name: '长辈版' }).click();
    assert.ok(await size() >= 22 && await size() > before);
    await tab.getByRole('link', { name: '标准版' }).click();
    assert.equal(await size(), before);
  });
});

test('长辈版 is remembered from page to page', async () => {
  await visit(['index.html'], {}, async (tab) => {
    await tab.getByRole('link', { name: '长辈版' }).click();
    await tab.goto(`${site.address}plans/`);
    assert.ok(await tab.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize)) >= 22);
  });
});

test('an address that does not exist answers 404 with a page of the site that works at any depth', async () => {
  for (const path of ['none/', 'a/b/c/d.html']) {
    const response = await fetch(site.address + path);
    assert.equal(response.status, 404);
    assert.equal(await response.text(), readFileSync(join(siteFolder, '404.html'), 'utf8'));
  }
  await visit(['a/b/c/d.html'], {}, async (tab, page, { asked }) => {
    assert.ok(asked.some((url) => /\/assets\/style\.[0-9a-f]+\.css$/.test(url)));
    assert.equal(await tab.evaluate(() => document.styleSheets.length), 1);
    await tab.getByRole('link', { name: '查企业' }).first().click();
    assert.equal(tab.url(), `${site.address}search/`);
  });
});
