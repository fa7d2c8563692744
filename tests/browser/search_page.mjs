// The page 查企业 for the tests of it: a site and a browser for the length of a test file, pages opened in turn, what is typed
// and what is seen, and what the site's data say to compare it with.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { openBrowser, serveSite, siteFolder } from './portal.mjs';

export let site, browser;

before(async () => {
  site = await serveSite();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
});

// What the site's data say, to compare with

/** The rows of a table's CSV, as objects. */
export function tableRows(name) {
  const text = readFileSync(join(siteFolder, `data/tables/${name}.csv`), 'utf8').replace(/^\ufeff/, '');
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [heads, ...rest] = rows.filter((row) => row.length > 1);
  return rest.map((row) => Object.fromEntries(row.map((cell, at) => [heads[at], cell])));
}
export const enterprises = tableRows('enterprise');
export const formerNames = ({ former_names: names }) => (names ? JSON.parse(names) : []);
export const called = (part) => enterprises.filter((one) => [one.name, ...formerNames(one)].some((name) => name.includes(part)));

// A tab on the page, and what it sees

/** Opens the search page and calls work(tab, asked): nothing may be complained about, and nobody else asked. */
export async function onPage(query, work, { complaints: allowed = false, base = site?.address, ...options } = {}) {
  const context = await browser.newContext(options), tab = await context.newPage(), complaints = [], asked = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('request', (request) => asked.push(request.url()));
  try {
    await tab.goto(`${base}search/${query}`);
    await work(tab, asked);
    if (!allowed) assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((url) => !url.startsWith(base)), [], 'asks elsewhere');
  } finally {
    await context.close();
  }
}

export const total = (tab) => tab.locator('#total').innerText();
export const titles = (tab) => tab.locator('.hits a').allInnerTexts();
export const marks = (tab) => tab.locator('.hits li').evaluateAll((all) => all.map((row) => row.querySelector('mark')?.textContent));

/** Waits until the page's sentence of the total matches `pattern`. */
export const told = (tab, pattern) => tab.waitForFunction(([source]) => new RegExp(source).test(document.getElementById('total')?.textContent ?? ''),
  [pattern.source], { timeout: 10_000 });

/** Types into the box as a person does, and waits for the answer. */
export async function type(tab, text, pattern = /找到/) {
  await tab.locator('#q').fill('');
  await told(tab, /^$/);
  await tab.locator('#q').pressSequentially(text);
  await told(tab, pattern);
}

export const indexFile = /\/search\/index\/[^?]+$/;
