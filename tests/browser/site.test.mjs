// The demo site in a real browser: what must hold of every page, whatever it is about.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, samplePages, serveSite, siteFolder } from './portal.mjs';

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

/** Opens each page in turn in one tab, with what it asked for and complained about. */
async function eachPage(pages, options, visit) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  let asked = [], complaints = [];
  tab.on('request', (request) => asked.push(request.url()));
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  for (const page of pages) {
    asked = [], complaints = [];
    const response = await tab.goto(site.address + page, { waitUntil: 'load' });
    await visit(tab, page, { asked, complaints, response });
  }
  await context.close();
}

test('every kind of page opens without a complaint and asks nobody else', async () => {
  await eachPage(samplePages(3), {}, async (tab, page, { asked, complaints, response }) => {
    assert.equal(response.status(), 200, page);
    assert.deepEqual(complaints, [], page);
    assert.deepEqual(asked.filter((url) => !url.startsWith(site.address)), [], `${page} asks elsewhere`);
    assert.deepEqual(await tab.context().cookies(), [], `${page} sets cookies`);
  });
});

test('every kind of page is Chinese, has a title and one heading, and says that its data are a demonstration', async () => {
  await eachPage(samplePages(3), {}, async (tab, page) => {
    assert.equal(await tab.locator('html').getAttribute('lang'), 'zh-CN', page);
    assert.notEqual((await tab.title()).trim(), '', page);
    assert.equal(await tab.locator('h1').count(), 1, `${page}: number of h1`);
    assert.match(await tab.locator('body').innerText(), /演示数据/, page);
  });
});

for (const width of [320, 360]) {
  test(`no page scrolls sideways on a screen ${width} px wide`, async () => {
    await eachPage(samplePages(3), { viewport: { width, height: 640 } }, async (tab, page) => {
      const needed = await tab.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(needed <= width, `${page} needs ${needed} px`);
    });
  });
}

test('no kind of page has a serious accessibility fault', async () => {
  await eachPage(samplePages(1), {}, async (tab, page) => {
    await tab.evaluate(axe);
    const { violations } = await tab.evaluate(() => globalThis.axe.run());
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    assert.deepEqual(serious, [], page);
  });
});

test('every kind of page can be read without JavaScript', async () => {
  await eachPage(samplePages(1), { javaScriptEnabled: false }, async (tab, page) => {
    assert.ok((await tab.locator('main').innerText()).trim().length > 0, page);
    assert.ok(await tab.locator('header a').count() > 0, `${page}: no links in its header`);
  });
});

test('an address that does not exist answers 404 with a page of the site', async () => {
  const response = await fetch(`${site.address}none/`);
  assert.equal(response.status, 404);
  assert.equal(await response.text(), readFileSync(join(siteFolder, '404.html'), 'utf8'));
});
