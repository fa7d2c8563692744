// The demo site's files without a browser: valid HTML, and no link that leads nowhere.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { samplePages, siteFiles, siteFolder } from './portal.mjs';

const read = (page) => readFileSync(join(siteFolder, page), 'utf8');
const unescaped = (text) => text.replaceAll('&#x2F;', '/').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('pages pass the HTML checker', async () => {
  const checker = new HtmlValidate(new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    // Matters of taste, not of the standard. Tables say their roles because on a phone their rows are blocks, which
    // would otherwise make browsers forget that they are tables; one that scrolls is a div that then is a region.
    rules: {
      'no-trailing-whitespace': 'off', 'void-style': 'off', 'long-title': 'off', 'tel-non-breaking': 'off',
      'no-redundant-role': 'off', 'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  }));
  const faults = [];
  for (const page of samplePages(40)) {
    const report = await checker.validateString(read(page), page);
    for (const { messages } of report.results)
      for (const { line, ruleId, message } of messages) faults.push(`${page}:${line} ${ruleId}: ${message}`);
  }
  assert.deepEqual(faults.slice(0, 20), [], `${faults.length} faults`);
});

/** The targets of a page's links and parts, decoded and without those that lead elsewhere. */
function* linksOf(html) {
  for (const [, double, single, bare] of html.matchAll(/\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g)) {
    const link = unescaped(double ?? single ?? bare);
    if (!/^[a-z][a-z0-9+.-]*:/i.test(link)) yield link;
  }
}

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

test('every link inside the site leads to a file that exists, and works under any sub-path', () => {
  const broken = new Set();
  // 404.html is shown at addresses of any depth, so what it links to cannot be told from the file.
  for (const page of siteFiles('.html').filter((name) => name !== '404.html')) {
    for (const link of linksOf(read(page))) {
      const [path, fragment] = decodeURIComponent(link).split('#');
      const target = posix.normalize(posix.join(posix.dirname(page), path.split('?')[0])).replace(/^\.\/?$/, '');
      const file = path === '' ? page : fileOf(target);
      if (link.startsWith('/')) broken.add(`${page}: ${link} is not relative`);
      else if (target.startsWith('..') || !file) broken.add(`${page}: ${link} leads nowhere`);
      else if (fragment && file.endsWith('.html') && !hasId(file, fragment)) broken.add(`${page}: ${link} has no such part`);
    }
  }
  assert.deepEqual([...broken].slice(0, 20), [], `${broken.size} broken links`);
});
