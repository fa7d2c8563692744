// What every browser test needs: the site served on a free port by gongshi-server, one Chromium, and pages opened in turn.
// GONGSHI_SITE names the site's folder (default build/demo/public/current), CHROMIUM the browser.
import { readdirSync, realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../gongshi_server.mjs';

const checkout = resolve(fileURLToPath(import.meta.url), '../../..');
export const siteFolder = realpathSync(process.env.GONGSHI_SITE ?? join(checkout, 'build/demo/public/current'));

/** Serves a site's files. */
export const serveSite = (folder = siteFolder) => startServer(['--preview', folder]);
/** Answers look-ups from the portal whose release is the site. */
export const serveLookups = () => startServer(['--portal', resolve(siteFolder, '../..')]);

/** A Chromium that asks nobody anything of its own accord. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/**
 * Opens each page in one of two tabs and calls `visit(tab, page, seen)`: `seen` has the response, what the page asked for
 * and what it complained about. Everything wrong is gathered, so that one run tells it all.
 */
export async function eachPage(browser, base, pages, options, visit) {
  const queue = [...pages], faults = new Map();  // what is wrong → where
  const work = async () => {
    const context = await browser.newContext(options);
    const tab = await context.newPage();
    const seen = { asked: [], complaints: [] };
    tab.on('request', (request) => seen.asked.push(request.url()));
    tab.on('console', (message) => message.type() === 'error' && seen.complaints.push(message.text()));
    tab.on('pageerror', (error) => seen.complaints.push(String(error)));
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      seen.asked = [], seen.complaints = [];
      try {
        seen.response = await tab.goto(base + page, { waitUntil: 'load' });
        await visit(tab, page, seen);
      } catch (error) {
        faults.set(error.message, [...(faults.get(error.message) ?? []), page]);
      }
    }
    await context.close();
  };
  await Promise.all([work(), work()]);
  if (faults.size === 0) return;
  throw new Error([...faults].slice(0, 10).map(([fault, where]) =>
    `${where.length === 1 ? where[0] : `${where.length} pages, ${where.slice(0, 3).join(', ')} …`}: ${fault}`).join('\n'));
}

/** Every file of the site whose name ends so, as its address below the site's root, in the order of names. */
export function siteFiles(ending, folder = siteFolder) {
  const files = [];
  const walk = (below) => {
    for (const entry of readdirSync(below, { withFileTypes: true })) {
      const path = join(below, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith(ending)) files.push(relative(folder, path).split(sep).join('/'));
    }
  };
  walk(folder);
  return files.sort();
}
