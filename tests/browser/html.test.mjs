// The demo site's files without a browser, every one of them: valid HTML, no link that leads nowhere, nothing loaded from
// elsewhere, nothing too heavy.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { siteFiles, siteFolder } from './portal.mjs';

const texts = new Map();
function read(page) {
  if (!texts.has(page)) texts.set(page, readFileSync(join(siteFolder, page), 'utf8'));
  return texts.get(page);
}
const pages = siteFiles('.html');
const unescaped = (text) => text.replaceAll('&#x2F;', '/').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const few = (faults) => assert.deepEqual([...faults].slice(0, 20), [], `${[...faults].length} faults`);

test('every page passes the HTML checker', async () => {
  const halves = [0, 1].map((half) => pages.filter((_, at) => at % 2 === half));
  const faults = await Promise.all(halves.map((some) => new Promise((done, failed) => {
    const worker = new Worker(new URL('./html_checker.mjs', import.meta.url), { workerData: { folder: siteFolder, pages: some } });
    worker.on('message', done);
    worker.on('error', failed);
  })));
  few(faults.flat());
});

/** The targets of a page's links and parts. */
function* linksOf(html) {
  for (const [, double, single, bare] of html.matchAll(/\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g))
    yield unescaped(double ?? single ?? bare);
}
const leadsElsewhere = (link) => /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(link);

const idsOf = new Map();
function hasId(page, id) {
  if (!idsOf.has(page)) idsOf.set(page, new Set([...read(page).matchAll(/\sid="([^"]*)"/g)].map(([, found]) => unescaped(found))));
  return idsOf.get(page).has(id);
}

const known = new Map();
/** The file an address leads to, or undefined; a folder leads to its index.html only with its slash. */
function fileOf(address) {
  if (!known.has(address)) {
    const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
    known.set(address, existsSync(join(siteFolder, file)) && statSync(join(siteFolder, file)).isFile() ? file : undefined);
  }
  return known.get(address);
}

test('every link inside the site leads to a file and a place in it that exist, and works under any sub-path', () => {
  const broken = new Set();
  for (const page of pages) {
    // 404.html is shown at addresses of any depth: its links start from its base, the site's root.
    const folder = page === '404.html' ? '' : posix.dirname(page);
    for (const link of linksOf(read(page))) {
      if (leadsElsewhere(link) || (page === '404.html' && link === '/')) continue;
      const [path, fragment] = decodeURIComponent(link).split('#');
      const target = posix.normalize(posix.join(folder, path.split('?')[0])).replace(/^\.\/?$/, '');
      const file = path === '' ? page : fileOf(target);
      if (link.startsWith('/')) broken.add(`${page}: ${link} is not relative`);
      else if (target.startsWith('..') || !file) broken.add(`${page}: ${link} leads nowhere`);
      else if (fragment && file.endsWith('.html') && !hasId(file, fragment)) broken.add(`${page}: ${link} has no such part`);
    }
  }
  few(broken);
});

/** What a page loads by itself: style sheets, scripts, images, frames, not links to follow. */
function partsOf(html) {
  const parts = [...html.matchAll(/<(?:script|img|iframe|embed|source|video|audio|input)\b[^>]*?\ssrc="([^"]*)"/g)].map(([, link]) => link);
  for (const [tag] of html.matchAll(/<link\b[^>]*>/g))
    if (/rel="(?:stylesheet|icon|preload|modulepreload|manifest)"/.test(tag)) parts.push(tag.match(/href="([^"]*)"/)[1]);
  for (const [, link] of html.matchAll(/<(?:object|use)\b[^>]*?\s(?:data|href)="([^"]*)"/g)) parts.push(link);
  return parts.map(unescaped);
}

test('no page loads anything from elsewhere, and no style sheet, script or picture does', () => {
  const faults = [];
  for (const page of pages) {
    for (const part of partsOf(read(page))) if (leadsElsewhere(part)) faults.push(`${page}: ${part}`);
    if (/<style\b|\sstyle="|<script(?![^>]*\ssrc=)(?![^>]*type="application\/ld\+json")|\son[a-z]+="/.test(read(page))) faults.push(`${page}: inline style or script`);
  }
  for (const file of ['.css', '.svg', '.js'].flatMap((ending) => siteFiles(ending)))
    for (const [found] of read(file).matchAll(/(?:url\(|@import\s*|(?:href|src)=|fetch\(|import\s*\(?)\s*["']?(?:https?:)?\/\/[^\s"')]*/g))
      faults.push(`${file}: ${found}`);
  few(faults);
});

test('the style sheet has at most 25 kB; no page with its style sheet and scripts more than 100 kB', () => {
  const faults = [];
  for (const file of siteFiles('.css'))
    if (statSync(join(siteFolder, file)).size > 25_000) faults.push(`${file}: ${statSync(join(siteFolder, file)).size} bytes`);
  for (const page of pages) {
    const parts = partsOf(read(page)).filter((part) => /\.(?:css|js)$/.test(part));
    const folder = page === '404.html' ? '' : posix.dirname(page);
    const weight = [page, ...parts.map((part) => posix.normalize(posix.join(folder, part)))]
      .reduce((sum, file) => sum + statSync(join(siteFolder, file)).size, 0);
    if (weight > 100_000) faults.push(`${page}: ${weight} bytes`);
  }
  few(faults);
});
