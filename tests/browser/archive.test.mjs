// The offline archive in a real browser: unzipped into a folder and opened as a file, as a reader does by a double click.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { bytesOf } from '../verifier/vectors.mjs';
import { openBrowser, siteFolder } from './portal.mjs';

let folder, browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongshi-archive-'));
  execFileSync('python3', ['-m', 'zipfile', '-e', join(siteFolder, 'data/site.zip'), folder]);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (page) => pathToFileURL(join(folder, page)).href;

for (const javaScriptEnabled of [true, false]) {
  test(`the archive is read by clicking, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    const context = await browser.newContext({ javaScriptEnabled });
    const tab = await context.newPage();
    const complaints = [], asked = [];
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('request', (request) => asked.push(request.url()));
    /** Clicks a link of this page that leads to such an address. */
    const click = async (pattern, within = 'body') => {
      const links = await tab.locator(`${within} a[href]`).evaluateAll((all) => all.map((link) => link.href));
      const at = links.findIndex((link) => pattern.test(link));
      assert.notEqual(at, -1, `${tab.url()} has no link to ${pattern}`);
      await tab.locator(`${within} a[href]`).nth(at).click();
      await tab.waitForURL(pattern);
      assert.equal(await tab.locator('h1').count(), 1, `${tab.url()} is no page of the site`);
      assert.match(await tab.locator('body').evaluate((body) => getComputedStyle(body).fontFamily), /,/,
        `${tab.url()} has no style`);
    };
    await tab.goto(address('index.html'));
    await click(/\/plans\/index\.html$/);
    await click(/\/plans\/\d+\/index\.html$/, 'main');
    await click(/\/plans\/\d+\/\d+\/index\.html$/, 'main');
    await click(/\/tasks\/\d+\/index\.html$/, 'main');
    await click(/\/draws\/index\.html$/);
    await click(/\/draws\/\d+\/index\.html$/, 'main');
    await click(/\/results\/index\.html$/);
    await click(/\/results\/\d+\/\d+\/index\.html$/, 'main');
    await click(/\/page-\d+\.html$/, 'main');
    await click(/\/results\/by-id\/\d+\/\d+\.html$/, 'main');
    await click(/\/enterprises\/[0-9a-f]{2}\/\w+\.html$/, 'main');
    assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((url) => !url.startsWith('file:')), []);
    await context.close();
  });
}

test('every link in the archive leads to a file of it', () => {
  const broken = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.html')) continue;
    const page = join(entry.parentPath ?? entry.path, entry.name);
    if (relative(folder, page) === '404.html') continue;  // only a web server shows it
    for (const [, link] of readFileSync(page, 'utf8').matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
      if (/^(?:[a-z]+:|#)/.test(link)) continue;
      const target = join(dirname(page), decodeURI(link.replace(/[?#].*$/, '')));
      if (!existsSync(target) || !statSync(target).isFile()) broken.push(`${relative(folder, page)}: ${link}`);
    }
  }
  assert.deepEqual(broken.slice(0, 20), [], `${broken.length} broken links`);
});

test('in the archive too a draw is checked from its files', async () => {
  const tab = await browser.newPage(), complaints = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.goto(address('verify/index.html'));
  await tab.setInputFiles('#files', [...bytesOf('facts')].map(([name, bytes]) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
  await tab.waitForSelector('#result:not([hidden])');
  assert.match(await tab.locator('#sentence').innerText(), /^核对了 10 项，都通过/);
  assert.deepEqual(complaints, []);
  await tab.close();
});

test('in the archive the search box says why it cannot search there, and leads to the lists, which are whole', async () => {
  const tab = await browser.newPage(), complaints = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.goto(address('plans/index.html'));
  await tab.getByRole('searchbox').fill('酒楼');
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/\/search\/index\.html\?q=/);
  await tab.locator('#total').getByText('没有查成').waitFor();
  const said = await tab.locator('#found').innerText();
  assert.match(said, /离线保存的副本[^]*不能查找/);
  assert.doesNotMatch(said, /没有找到/);
  await tab.locator('#initials ~ ul a').first().click();
  await tab.waitForURL(/\/search\/initial\/[a-z]+\/index\.html$/);
  assert.deepEqual(complaints, []);
  await tab.close();
});
