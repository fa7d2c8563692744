// Somebody without a mouse: from the home page to an enterprise's inspection result with Tab and Enter alone, and at every
// step it can be seen where the focus is.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, serveSite } from './portal.mjs';

let site, browser;

before(async () => {
  site = await serveSite();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
});

/** What has the focus, and whether that can be seen: an outline drawn around something that is on the screen. */
const focused = (tab) => tab.evaluate(() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return {
    words: one.textContent.trim(), href: one.href ?? '',
    row: [...(one.closest('tr')?.cells ?? [])].map((cell) => cell.textContent.trim()),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    onScreen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
});

/** Presses Tab until what has the focus satisfies `wanted`, at most `most` times; then Enter. Counts the presses. */
async function tabTo(tab, wanted, most) {
  for (let presses = 1; presses <= most; ++presses) {
    await tab.keyboard.press('Tab');
    const now = await focused(tab);
    assert.ok(now.outlined, `no outline around “${now.words}” on ${tab.url()}`);
    assert.ok(now.onScreen, `“${now.words}” has the focus off the screen on ${tab.url()}`);
    if (!wanted(now)) continue;
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
    return presses;
  }
  assert.fail(`not reached in ${most} presses of Tab on ${tab.url()}`);
}

for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
  test(`home → search → enterprise → result with Tab and Enter on a screen ${viewport.width} px wide`, async () => {
    const tab = await browser.newPage({ viewport, reducedMotion: 'reduce' });
    await tab.goto(site.address);
    await tabTo(tab, ({ words }) => words === '按区县、拼音首字母翻看', 12);
    assert.equal(tab.url(), `${site.address}search/`);
    await tabTo(tab, ({ href }) => /\/search\/\d{6}\/$/.test(href), 20);
    // Any enterprise of the list that has been inspected: the columns are code, name, drawn, inspected, open.
    await tabTo(tab, ({ href, row }) => href.includes('/enterprises/') && Number(row[3]) > 0, 150);
    await tabTo(tab, ({ href }) => href.includes('/results/by-id/'), 30);
    assert.match(tab.url(), /\/results\/by-id\/\d+\/\d+\.html$/);
    assert.match(await tab.locator('main').innerText(), /检查结果：/);
    await tab.close();
  });
}

test('the first press of Tab offers to skip to the text, and Enter goes there', async () => {
  const tab = await browser.newPage();
  await tab.goto(`${site.address}plans/`);
  await tab.keyboard.press('Tab');
  const first = await focused(tab);
  assert.equal(first.words, '跳到正文');
  assert.ok(first.onScreen && first.outlined);
  await tab.keyboard.press('Enter');
  await tab.keyboard.press('Tab');
  assert.ok(await tab.evaluate(() => document.querySelector('main').contains(document.activeElement)));
  await tab.close();
});
