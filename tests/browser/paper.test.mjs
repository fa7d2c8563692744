// What leaves the screen: a printed plan edition or draw leads back to its permanent address.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, serveSite, siteFolder } from './portal.mjs';

let site, browser, folder;

before(async () => {
  site = await serveSite();
  browser = await openBrowser();
  folder = mkdtempSync(join(tmpdir(), 'gongshi-paper-'));
});
after(async () => {
  await browser?.close();
  site?.stop();
  if (folder) rmSync(folder, { recursive: true });
});

for (const page of ['plans/1/1/', 'draws/1/']) {
  test(`the QR code on the paper of ${page} holds its permanent address`, async () => {
    const canonical = readFileSync(join(siteFolder, page, 'index.html'), 'utf8').match(/rel="canonical" href="([^"]+)"/)[1];
    assert.ok(canonical.endsWith(`/${page}`), canonical);
    const tab = await browser.newPage({ colorScheme: 'dark', deviceScaleFactor: 2 });
    await tab.goto(site.address + page);
    assert.equal(await tab.locator('.qr').isVisible(), false, 'on a screen there is none');
    await tab.emulateMedia({ media: 'print' });
    const picture = join(folder, 'qr.png');
    await tab.locator('.qr').screenshot({ path: picture });
    assert.equal(execFileSync('zbarimg', ['--quiet', '--raw', picture], { encoding: 'utf8' }).trim(), canonical);
    await tab.close();
  });
}
