// The page 核验 in a real browser: whole packages, what the public sees of one, a slip; and one changed byte anywhere is
// found by a check with a name, or the file cannot be read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { bytesOf, canonicalBytes, intermediate } from '../verifier/vectors.mjs';
import { openBrowser, serveSite, siteFolder } from './portal.mjs';

let site, browser;

before(async () => {
  site = await serveSite();
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
});

/** Opens the page and calls work(tab); nothing may be complained about and nobody else asked. */
async function onPage(work, options = {}, query = '') {
  const context = await browser.newContext(options), tab = await context.newPage(), complaints = [], asked = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('request', (request) => asked.push(request.url()));
  try {
    await tab.goto(`${site.address}verify/${query}`);
    await work(tab);
    assert.deepEqual(complaints, []);
    assert.deepEqual(asked.filter((url) => !url.startsWith(site.address)), [], 'asks elsewhere');
  } finally {
    await context.close();
  }
}

const chosen = (files) => [...files].map(([name, bytes]) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }));

/** Chooses files and reads what the page then says: {verdict, sentence, checks: name → state}. */
async function check(tab, files) {
  await tab.evaluate(() => { document.getElementById('result').hidden = true; });
  await tab.setInputFiles('#files', []);
  await tab.setInputFiles('#files', chosen(files));
  await tab.waitForSelector('#result:not([hidden])');
  return said(tab);
}
const said = (tab) => tab.evaluate(() => ({
  verdict: document.getElementById('verdict').textContent,
  sentence: document.getElementById('sentence').textContent,
  checks: Object.fromEntries([...document.querySelectorAll('#checks li')].map((line) =>
    [line.dataset.check, line.querySelector('.state').textContent])),
}));
const those = (checks, state) => Object.keys(checks).filter((name) => checks[name] === state);

test('an auditor’s package: everything in it is checked', async () => {
  await onPage(async (tab) => {
    for (const draw of ['facts', 'classes']) {
      const { verdict, checks } = await check(tab, bytesOf(draw));
      assert.equal(verdict, '没有全部核对');
      assert.deepEqual(those(checks, '没有核对'), ['timing', 'replacements', 'series']);
      assert.equal(those(checks, '通过').length, 10);
    }
  });
});

test('what the public sees of a draw by credit-risk classes: the list is the registered one, the rest is said to be unchecked', async () => {
  const files = bytesOf('classes');
  for (const name of ['quota.json', 'reveal.json', 'objects.tsv', 'inspectors.tsv']) files.delete(name);
  await onPage(async (tab) => {
    const { verdict, checks } = await check(tab, files);
    assert.equal(verdict, '没有全部核对');
    assert.deepEqual(those(checks, '通过'), ['announcement', 'beacon', 'result root']);
    assert.deepEqual(those(checks, '没有通过'), []);
  });
});

test('the reader’s own record of the time makes the check of timing', async () => {
  await onPage(async (tab) => {
    await check(tab, bytesOf('facts'));
    await tab.getByText('补充材料').click();
    await tab.fill('#seen', '2023-08-22T22:20:30');
    await tab.waitForFunction(() => document.querySelector('[data-check="timing"] .state')?.textContent === '通过');
    assert.match(await tab.locator('[data-check="timing"]').innerText(), /你自己的记录：2023-08-22T22:20:30\+08:00 已见到这个编号/);
  });
});

test('a slip with its record is confirmed; one altered in any field is not', async () => {
  const { slip } = intermediate('classes'), record = bytesOf('classes').get('record.json');
  const files = (changed) => new Map([['slip.json', canonicalBytes({ ...slip, ...changed })], ['record.json', record]]);
  await onPage(async (tab) => {
    assert.deepEqual(await check(tab, files({})).then(({ verdict, checks }) => [verdict, checks]), ['已核验', { slip: '通过' }]);
    for (const changed of [{ index: slip.index + 1 }, { salt: slip.salt.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
      { inspectors: [...slip.inspectors].reverse() }, { record: '0'.repeat(64) }, { path: slip.path.slice(1) }]) {
      const { verdict, checks } = await check(tab, files(changed));
      assert.deepEqual([verdict, checks], ['不一致', { slip: '没有通过' }], Object.keys(changed)[0]);
    }
    assert.equal((await check(tab, new Map([['slip.json', canonicalBytes(slip)]]))).verdict, '没有全部核对');
  });
});

/** The file with one hexadecimal digit, or else one letter, changed so that its form still holds. */
function altered(bytes, pattern) {
  const text = new TextDecoder().decode(bytes), found = pattern.exec(text);
  assert.ok(found, `${pattern} is not there`);
  const at = found.index + found[0].length - 1, other = text[at] === '1' ? '2' : '1';
  return new TextEncoder().encode(text.slice(0, at) + other + text.slice(at + 1));
}

for (const [name, pattern, failing] of [
  ['announcement.json', /"quota":"./, ['quotas']],
  ['quota.json', /"salt":"./, ['quotas']],
  ['record.json', /"root":"./, ['result root']],
  ['record.json', /"value":"./, ['beacon']],
  ['reveal.json', /"nonce":"./, ['commitments']],
  ['reveal.json', /"salt_key":"./, ['object pool', 'inspector pool']],
  ['drawn.json', /"salt":"./, ['drawn', 'result root']],
  ['drawn.json', /"SC00./, ['matching', 'result root']],
  ['objects.tsv', /school-canteen\t\tSCJG:\*:./, ['object pool']],
  ['inspectors.tsv', /SC001\t./, ['inspector pool']],
]) {
  test(`one byte of ${name} changed (${pattern.source}): the page says which checks fail`, async () => {
    const files = bytesOf('facts');
    files.set(name, altered(files.get(name), pattern));
    await onPage(async (tab) => {
      const { verdict, sentence, checks } = await check(tab, files);
      assert.equal(verdict, '不一致');
      for (const check of failing) {
        assert.equal(checks[check], '没有通过', check);
        assert.ok(sentence.includes(await tab.locator(`[data-check="${check}"] b`).innerText()));
      }
    });
  });
}

test('a file that breaks its form is named with its line', async () => {
  const files = bytesOf('facts');
  files.set('objects.tsv', new TextEncoder().encode(new TextDecoder().decode(files.get('objects.tsv')).replace('\n9199990175', '\n919999017X')));
  await onPage(async (tab) => {
    const { verdict, sentence } = await check(tab, files);
    assert.equal(verdict, '文件不能读');
    assert.match(sentence, /^objects\.tsv 第 6 行：/);
  });
});

/** Lets the page find one draw on this site: the facts vector with these of its files. */
async function offering(tab, names) {
  const files = bytesOf('facts');
  const list = [{
    id: 7, title: '示例抽取', address: 'draws/7/', state: 'revealed', digest: intermediate('facts').draw_id,
    files: names.map((name) => ({ name, size: files.get(name).length, address: `draws/7/${name}` })),
  }];
  await tab.context().route('**/verify/draws.json', (route) => route.fulfill({ json: list }));
  await tab.context().route('**/draws/7/*', (route) =>
    route.fulfill({ body: Buffer.from(files.get(new URL(route.request().url()).pathname.split('/').at(-1))) }));
}

test('the address with a draw’s number checks it at once; so does choosing it', async () => {
  await onPage(async (tab) => {
    await offering(tab, [...bytesOf('facts').keys()]);
    await tab.goto(`${site.address}verify/?draw=7`);
    await tab.waitForSelector('#result:not([hidden])');
    assert.equal(those((await said(tab)).checks, '通过').length, 10);
    assert.equal(await tab.locator('#number').textContent(), intermediate('facts').draw_id);
    await tab.goto(`${site.address}verify/`);
    await tab.getByRole('button', { name: '核验这次抽取' }).click();
    await tab.waitForSelector('#result:not([hidden])');
    assert.equal((await said(tab)).verdict, '没有全部核对');
  });
});

test('a slip of a draw of this site needs no record.json of the reader’s', async () => {
  const record = bytesOf('facts').get('record.json');
  await onPage(async (tab) => {
    await offering(tab, ['announcement.json', 'record.json']);
    await tab.goto(`${site.address}verify/`, { waitUntil: 'networkidle' });
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', record)).toString('hex');
    const slip = { ...intermediate('classes').slip, draw: intermediate('facts').draw_id, record: digest, size: 6 };
    const { verdict, sentence } = await check(tab, new Map([['slip.json', canonicalBytes(slip)]]));
    assert.equal(verdict, '不一致');  // it is a slip of the other draw, but it was compared
    assert.match(sentence, /“凭条”没有通过/);
  });
});

test('dropping the files on the page checks them', async () => {
  const files = [...bytesOf('facts')].map(([name, bytes]) => [name, [...bytes]]);
  await onPage(async (tab) => {
    const transfer = await tab.evaluateHandle((all) => {
      const data = new DataTransfer();
      for (const [name, bytes] of all) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    }, files);
    await tab.dispatchEvent('#drop', 'drop', { dataTransfer: transfer });
    await tab.waitForSelector('#result:not([hidden])');
    assert.equal(those((await said(tab)).checks, '通过').length, 10);
  });
});

test('without JavaScript the page tells how to check offline, and its programs have the digests it names', async () => {
  await onPage(async (tab) => {
    const text = await tab.locator('main').innerText();
    assert.match(text, /需要 JavaScript/);
    assert.equal(await tab.locator('#choose:visible, #drop:visible').count(), 0);
    assert.ok(text.includes('node verify.mjs 核验包'));
    for (const link of await tab.locator('main a[download]').all()) {
      const name = await link.getAttribute('href');
      const digest = await crypto.subtle.digest('SHA-256', readFileSync(join(siteFolder, 'verify', name)));
      assert.ok(text.includes(Buffer.from(digest).toString('hex')), name);
    }
  }, { javaScriptEnabled: false });
});

test('everything on the page is reached by keyboard', async () => {
  await onPage(async (tab) => {
    const reached = new Set();
    for (let i = 0; i < 60; ++i) {
      await tab.keyboard.press('Tab');
      reached.add(await tab.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()));
    }
    for (const id of ['files', 'folder', 'verify.mjs']) assert.ok(reached.has(id), id);
  });
});

test('every draw that the demo offers is checked from its address, and no check fails', async () => {
  const draws = JSON.parse(readFileSync(join(siteFolder, 'verify/draws.json'), 'utf8'));
  assert.ok(draws.length > 0);
  for (const { id, digest, state } of draws) {
    await onPage(async (tab) => {
      await tab.waitForSelector('#result:not([hidden])');
      const { verdict, checks } = await said(tab);
      assert.equal(verdict, '没有全部核对', `draw ${id}, ${state}`);
      assert.deepEqual(those(checks, '没有通过'), []);
      assert.equal(checks.series, '通过');
      assert.equal(await tab.locator('#number').textContent(), digest);
    }, {}, `?draw=${id}`);
  }
});
