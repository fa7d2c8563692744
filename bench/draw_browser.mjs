// node bench/draw_browser.mjs [OBJECTS…]: how long the page 核验 of the demo site takes for made-up packages in Chromium,
// whether the page stays alive meanwhile, and the same for the Node command. Needs make site and make setup FOR=test.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser, serveSite } from '../tests/browser/portal.mjs';
import { makePackage } from './draw_browser_package.mjs';

const program = resolve(fileURLToPath(import.meta.url), '../../site/draw/verify.mjs');
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100_000, 1_000_000];
const folder = mkdtempSync(join(tmpdir(), 'gongshi-bench-'));
const site = await serveSite(), browser = await openBrowser();

async function inBrowser(path) {
  const tab = await browser.newPage();
  await tab.goto(`${site.address}verify/`);
  await tab.evaluate(() => {
    let before = performance.now();
    globalThis.longest = 0;
    setInterval(() => {
      const now = performance.now();
      globalThis.longest = Math.max(globalThis.longest, now - before);
      before = now;
    }, 5);
    document.getElementById('files').addEventListener('change', () => { globalThis.began = performance.now(); globalThis.longest = 0; }, true);
    new MutationObserver(() => { globalThis.ended ??= document.getElementById('result').hidden ? undefined : performance.now(); })
      .observe(document.getElementById('result'), { attributes: true });
  });
  await tab.setInputFiles('#files', readdirSync(path).map((name) => join(path, name)));
  await tab.waitForFunction(() => globalThis.ended !== undefined, undefined, { timeout: 600_000 });
  const { seconds, longest, ok } = await tab.evaluate(() => ({
    seconds: (globalThis.ended - globalThis.began) / 1000, longest: globalThis.longest,
    ok: document.querySelectorAll('#checks .good').length,
  }));
  await tab.close();
  if (ok !== 11) throw new Error(`${ok} checks are ok, 11 should be`);
  return `${seconds.toFixed(2)} s | ${longest.toFixed(0)} ms`;
}

function inNode(path) {
  const began = process.hrtime.bigint(), { status } = spawnSync(process.execPath, [program, path]);
  if (status !== 3) throw new Error(`exit code ${status}, 3 should be`);
  return `${(Number(process.hrtime.bigint() - began) / 1e9).toFixed(2)} s`;
}

console.log('| objects | page 核验 in Chromium | the page’s longest pause | Node command |\n| --- | --- | --- | --- |');
try {
  for (const count of counts) {
    const path = join(folder, String(count));
    await makePackage(path, count);
    console.log(`| ${count} | ${await inBrowser(path)} | ${inNode(path)} |`);
    rmSync(path, { recursive: true });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
  site.stop();
}
