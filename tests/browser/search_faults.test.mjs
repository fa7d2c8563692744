// What cannot be searched, in a real browser: a file that is damaged, missing or does not come is said so and never looks like
// nothing found; a release switched under an open page is noticed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enterprises, indexFile, onPage, titles, told, type } from './search_page.mjs';

const failures = [
  ['one byte of a file is changed', (body) => { body[body.length >> 1] ^= 1; return { body }; }, /查找用的文件坏了/],
  ['a file is cut short', (body) => ({ body: body.subarray(0, body.length - 9) }), /查找用的文件坏了/],
  ['a file is missing', () => ({ status: 404, body: '' }), /查找用的文件坏了或者缺了/],
  ['the server fails', () => ({ status: 500, body: '' }), /没有取到查找用的文件/],
  ['the network is gone', () => null, /没有取到查找用的文件/],
];
for (const [words, change, said] of failures) {
  test(`${words}: the page says so, never that nothing was found, and a second try succeeds`, async () => {
    await onPage('', async (tab) => {
      await tab.route(indexFile, async (route) => {
        if (route.request().url().endsWith('/root')) return route.continue();
        const reply = await route.fetch(), changed = change(Buffer.from(await reply.body()));
        return changed ? route.fulfill({ status: 200, ...changed }) : route.abort();
      });
      await type(tab, '酒楼', /没有查成/);
      const text = await tab.locator('#found').innerText();
      assert.match(text, said);
      assert.doesNotMatch(text, /没有找到/);
      assert.equal(await tab.locator('.hits').count(), 0);
      await tab.unroute(indexFile);
      await tab.getByRole('button', { name: '再试一次' }).click();
      await told(tab, /找到/);
    }, { complaints: true });
  });
}

test('a table of characters that is not the one asked for is damaged, whatever it says', async () => {
  await onPage('', async (tab) => {
    await tab.route('**/assets/tables.*.json', async (route) => {
      const tables = await (await route.fetch()).json();
      await route.fulfill({ json: { ...tables, traditional: '', simplified: '' } });
    });
    await type(tab, '酒樓', /没有查成/);
    assert.match(await tab.locator('#found').innerText(), /查找用的文件坏了/);
  });
});

test('a damaged root is said so too', async () => {
  await onPage('', async (tab) => {
    await tab.route(indexFile, (route) => route.fulfill({ body: '<html>页面不存在</html>' }));
    await type(tab, '酒楼', /没有查成/);
    assert.match(await tab.locator('#found').innerText(), /查找用的文件坏了/);
  });
});

test('a release switched under an open page is noticed: the root is read again, once, and the answer is right', async () => {
  await onPage('', async (tab) => {
    await type(tab, '酒楼');
    let roots = 0, gone = 0;
    await tab.route(indexFile, (route) => {  // what the old root names is gone until the new one has been read
      if (route.request().url().endsWith('/root')) ++roots;
      else if (roots === 0) return ++gone && route.fulfill({ status: 404, body: '' });
      return route.continue();
    });
    for (const { name } of enterprises.filter((_, at) => at % 97 === 0)) {
      await type(tab, name);
      assert.ok((await titles(tab)).includes(name));
      if (gone > 0) break;
    }
    assert.deepEqual([roots, gone], [1, 1]);
  }, { complaints: true });
});
