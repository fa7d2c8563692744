// What every browser test needs: the site served on a free port by gongshi-server, its pages by kind, and one Chromium.
// GONGSHI_SITE names the site's folder (default build/demo/public/current), GONGSHI_SERVER the program, CHROMIUM the browser.
import { spawn } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const checkout = resolve(fileURLToPath(import.meta.url), '../../..');
export const siteFolder = realpathSync(process.env.GONGSHI_SITE ?? join(checkout, 'build/demo/public/current'));
const serverProgram = process.env.GONGSHI_SERVER ?? join(checkout, 'build/gongshi-server');

/** Starts gongshi-server on a free port; resolves to its address, which ends with a slash, and a function that ends it. */
async function startServer(...options) {
  const server = spawn(serverProgram, [...options, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise((found, failed) => {
    let said = '';
    server.stdout.on('data', (piece) => {
      said += piece;
      const match = said.match(/http:\/\/\S+/);
      if (match) found(match[0]);
    });
    server.on('error', failed);
    server.on('exit', (code) => failed(new Error(`gongshi-server ended with code ${code}: ${said}`)));
  });
  return { address, stop: () => server.kill('SIGTERM') };
}

/** Serves the site's files. */
export const serveSite = () => startServer('--preview', siteFolder);
/** Answers look-ups from the site's database. */
export const serveLookups = () => startServer('--database', join(siteFolder, 'data/public.db'));

/** A Chromium that asks nobody anything of its own accord. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/** Every file of the site whose name ends so, as its address below the site's root, in the order of names. */
export function siteFiles(ending) {
  const files = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith(ending)) files.push(relative(siteFolder, path).split(sep).join('/'));
    }
  };
  walk(siteFolder);
  return files.sort();
}

/** The kind of a page: its address without what tells one record from another (ids, codes, years). */
export const kindOf = (page) =>
  page.split('/').map((part) => (/^[0-9a-f]{2}$|\d/.test(part) ? '*' : part)).join('/');

/** Pages by kind, at most `most` of each, spread evenly over its pages. */
export function samplePages(most) {
  const kinds = new Map();
  for (const page of siteFiles('.html')) {
    const kind = kindOf(page);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(page);
  }
  const sample = [];
  for (const pages of kinds.values()) {
    const step = Math.max(1, pages.length / most);
    for (let at = 0; at < pages.length; at += step) sample.push(pages[Math.floor(at)]);
  }
  return sample;
}
