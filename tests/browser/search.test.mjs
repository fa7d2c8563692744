// 查企业 in a real browser, on the demo site: what a person types is found as it is typed, marked, explained and kept in the
// address, by keyboard, by screen reader and without JavaScript.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { serveSite, siteFolder } from './portal.mjs';
import { called, enterprises, formerNames, indexFile, marks, onPage, site, tableRows, titles, told, total, type } from './search_page.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('what is typed is found at once: the total is right, every row has its mark, and nothing but the index is read', async () => {
  await onPage('', async (tab, asked) => {
    for (const part of ['酒楼', '示例辛', '餐饮管理']) {
      await type(tab, part);
      const expected = called(part);
      assert.match(await total(tab), new RegExp(`^找到(?:企业)? ${expected.length} 条`), part);
      assert.equal((await titles(tab)).length, Math.min(50, expected.length));
      assert.deepEqual([...new Set(await marks(tab))], [part]);
    }
    assert.deepEqual(asked.filter((url) => !/\/(?:search\/(?:index\/.+)?|assets\/[^/]+)$/.test(new URL(url).pathname)), []);
  });
});

test('why a row is there is said where its name does not show it: former name, code, document number, pinyin', async () => {
  const renamed = enterprises.find((one) => formerNames(one).length > 0), [former] = formerNames(renamed);
  const coded = enterprises.find(({ code }) => code.length === 18), drawn = tableRows('plan_edition').find((one) => one.document_number);
  await onPage('', async (tab) => {
    const first = async (text) => {
      await type(tab, text);
      return tab.locator('.hits li').first().innerText();
    };
    const byFormer = await first(former);
    assert.ok(byFormer.includes(renamed.name) && byFormer.includes(`按曾用名“${former}”匹配`), byFormer);
    assert.deepEqual((await marks(tab))[0], former);
    const byCode = await first(coded.code.slice(0, 12).toLowerCase());
    assert.match(byCode, new RegExp(`按代码 ${coded.code.slice(0, 12)}\\w* 匹配`));
    assert.equal((await marks(tab))[0], coded.code.slice(0, 12));
    const byDocument = await first(drawn.document_number.replace('〔', '[').replace('〕', ']'));
    assert.ok(byDocument.includes(`按文号“${drawn.document_number}”匹配`), byDocument);
    const byPinyin = await first('jsslxw');  // 甲市示例辛未
    assert.match(byPinyin, /甲市示例辛未[^]*按拼音匹配/);
  });
});

test('two words must both be there; brackets, width, case and traditional forms make no difference', async () => {
  await onPage('', async (tab) => {
    const both = called('辛未').filter(({ name }) => name.includes('酒楼') && name.includes('辛未'));
    await type(tab, '酒楼 辛未');
    assert.match(await total(tab), new RegExp(`^找到 ${both.length} 条`));
    await type(tab, '酒樓　辛未');
    assert.match(await total(tab), new RegExp(`^找到 ${both.length} 条`));
  });
});

test('the address keeps the question: it can be opened, and the back button returns to it and to the one before', async () => {
  await onPage('?q=%E9%85%92%E6%A5%BC', async (tab) => {  // 酒楼
    await told(tab, /找到/);
    assert.equal(await tab.locator('#q').inputValue(), '酒楼');
    const before = await titles(tab);
    await tab.locator('.hits a').nth(2).click();
    await tab.waitForURL(/\/enterprises\//);
    assert.ok((await tab.locator('h1').innerText()).startsWith(before[2]));
    await tab.goBack();
    await told(tab, /找到/);
    assert.deepEqual(await titles(tab), before);
    await type(tab, '示例辛未');
    assert.equal(new URL(tab.url()).searchParams.get('q'), '示例辛未');
    await tab.locator('#q').fill('示例辛未酒');
    await tab.keyboard.press('Enter');
    await told(tab, /找到/);
    await tab.waitForURL(/%E9%85%92$/);
    await tab.goBack();
    await tab.waitForFunction(() => document.getElementById('q').value === '示例辛未');
  });
});

test('the box in the header of any page leads to the answer', async () => {
  await onPage('', async (tab) => {
    await tab.goto(`${site.address}plans/1/`);
    await tab.getByRole('searchbox').fill('酒楼');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/search\/\?q=/);
    await told(tab, /找到/);
    assert.ok((await titles(tab)).every((title) => title.includes('酒楼')));
  });
});

test('several kinds are counted and can be seen one by one; the filter is in the address', async () => {
  await onPage('', async (tab) => {
    await type(tab, '餐饮');
    const buttons = () => tab.locator('.kinds button').evaluateAll((all) => all.map((one) =>
      [one.textContent.replace(/ .*/, ''), Number(one.textContent.replace(/\D/g, '')), one.getAttribute('aria-pressed')]));
    const [all, ...kinds] = await buttons();
    assert.deepEqual([all[0], all[2]], ['全部', 'true']);
    assert.ok(kinds.length >= 2 && kinds.every(([, count]) => count > 0));
    assert.equal(kinds.reduce((sum, [, count]) => sum + count, 0), all[1]);
    const [word, count] = kinds.find(([kind]) => kind === '任务');
    await tab.getByRole('button', { name: word }).click();
    await told(tab, /找到任务/);
    assert.match(await total(tab), new RegExp(`^找到任务 ${count} 条`));
    assert.deepEqual([...new Set(await tab.locator('.hits .tag').allInnerTexts())], ['任务']);
    assert.equal(await tab.evaluate(() => document.activeElement.textContent.replace(/ .*/, '')), '任务');
    assert.equal(new URL(tab.url()).searchParams.get('kind'), 'task');
    await tab.reload();
    await told(tab, /找到任务/);
    await tab.goBack();
    await told(tab, /找到 /);
  });
});

test('what is too much to list says so and how to narrow it, and a click goes on', async () => {
  await onPage('', async (tab) => {
    await type(tab, '示例');
    const number = Number((await total(tab)).match(/找到 ([\d,]+) 条，列出前 50 条/)[1].replaceAll(',', ''));
    assert.ok(number >= called('示例').length);
    assert.equal((await titles(tab)).length, 50);
    assert.match(await tab.locator('#found').innerText(), /继续输入/);
    const next = tab.locator('.more a').first();
    const words = await next.locator('b').innerText();
    assert.ok(words.startsWith('示例') && words.length > 2, words);
    const expected = (await next.innerText()).replace(/.* /, '');
    await next.click();
    await tab.waitForFunction((text) => document.getElementById('q').value === text, words);
    await told(tab, new RegExp(`找到 ${expected} 条`));
    assert.ok((await marks(tab)).every((mark) => mark === words));
  });
});

test('a wrong check character is told with its place and what it should be, before anything else', async () => {
  const { code } = enterprises.find((one) => one.code.length === 18), wrong = code[17] === '0' ? '1' : '0';
  await onPage('', async (tab) => {
    await type(tab, code.slice(0, 17) + wrong, /找到/);
    const said = await tab.locator('#found').innerText();
    assert.match(said, new RegExp(`^按统一社会信用代码查找；校验位不对：[^]*第 18 位应是“${code[17]}”，写的是“${wrong}”`));
    await tab.getByRole('link', { name: code.slice(0, 17) }).click();
    await told(tab, /找到 1 条/);
    assert.match(await tab.locator('.hits li').innerText(), new RegExp(code.slice(8, 17)));
  });
});

test('nothing found says what to try, and each word can be taken away with one click', async () => {
  await onPage('', async (tab) => {
    await type(tab, '酒楼 根本没有的词', /没有找到/);
    assert.match(await tab.locator('main').innerText(), /没有找到，不代表没有检查过[^]*数据截至[^]*电话/);
    await tab.locator('.empty').getByRole('link', { name: '酒楼' }).click();
    await told(tab, /找到/);
    assert.equal(await tab.locator('#q').inputValue(), '酒楼');
  });
});

/** The row that a code finds, and the page it opens. */
async function rowAndPage(code, base) {
  const said = {};
  await onPage(`?q=${code}`, async (tab) => {
    await told(tab, /找到 1 条/);
    said.row = await tab.locator('.hits li').innerText();
    await tab.locator('.hits a').click();
    await tab.waitForURL(/\/enterprises\//);
    said.page = await tab.locator('main').innerText();
  }, { base });
  return said;
}

test('a row tells whether it was drawn and until when a result is due, and opens the page that says why there is none', async () => {
  const coded = ({ code }) => code.length === 18;
  const never = await rowAndPage(enterprises.find((one) => one.drawn === '0' && coded(one)).code);
  assert.match(never.row, /未被抽中/);
  assert.match(never.page, /至今没有被抽中过。未被抽中不代表检查结论。[^]*截至哪一天[^]*覆盖范围[^]*电话/);
  const done = await rowAndPage(enterprises.find((one) => one.inspected === '1' && one.drawn === '1' && coded(one)).code);
  assert.match(done.row, /有 1 条结果/);
  const waiting = await rowAndPage(enterprises.find((one) => one.inspected === '0' && one.drawn === '1' && coded(one)).code);
  assert.match(waiting.row, /已抽中，结果(?:应于\d{4}年\d+月\d+日前公开|还没有公开|不公开或已撤回)/);
});

test('on the site of all states the rows of the three empty states say so, and nothing is a bare “无数据”', async () => {
  const folder = process.env.GONGSHI_STATES_SITE ?? resolve(siteFolder, '../../../states'), states = await serveSite(folder);
  try {
    await onPage('', async (tab) => {
      for (const [name, words] of [['示例从未抽中', /未被抽中/], ['示例状态1号', /已抽中，结果应于2025年1月20日前公开（暂定）/],
        ['示例状态2号', /已抽中，结果还没有公开/], ['示例状态3号', /已抽中，结果应于2024年4月1日前公开，逾期未公开/], ['示例状态4号', /已抽中，结果不公开或已撤回/]]) {
        await type(tab, name);
        const [row] = await tab.locator('.hits li').allInnerTexts();
        assert.ok(row.startsWith(name) && words.test(row) && !row.includes('无数据'), row);
      }
    }, { base: states.address });
  } finally {
    states.stop();
  }
});

// By keyboard

test('/ and Ctrl+K go to the box from any page, but not while something else is being typed', async () => {
  await onPage('', async (tab) => {
    const focused = () => tab.evaluate(() => document.activeElement.id);
    for (const key of ['/', 'Control+k']) {
      await tab.goto(`${site.address}plans/`);
      await tab.keyboard.press(key);
      assert.equal(await focused(), 'q', key);
      assert.equal(await tab.locator('#q').inputValue(), '', `${key} is not typed into the box`);
    }
    await tab.goto(`${site.address}verify/`);
    await tab.getByText('补充材料').click();
    await tab.locator('#seen').focus();
    await tab.keyboard.press('/');
    assert.equal(await focused(), 'seen');
    await tab.locator('#q').focus();
    await tab.keyboard.type('a/b');
    assert.equal(await tab.locator('#q').inputValue(), 'a/b');
  });
});

test('the arrow keys move through the rows, Enter opens one, Escape clears', async () => {
  await onPage('', async (tab) => {
    await type(tab, '酒楼');
    const rows = await titles(tab), focused = () => tab.evaluate(() => document.activeElement.id || document.activeElement.textContent);
    await tab.keyboard.press('ArrowDown');
    assert.equal(await focused(), rows[0]);
    await tab.keyboard.press('ArrowDown');
    assert.equal(await focused(), rows[1]);
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('ArrowUp');
    assert.equal(await focused(), 'q');
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Escape');
    assert.equal(await focused(), 'q');
    assert.equal(await tab.locator('#q').inputValue(), '');
    assert.equal(await tab.locator('.hits').count(), 0);
    assert.equal(new URL(tab.url()).search, '');
    await type(tab, '酒楼');
    await tab.keyboard.press('ArrowDown');
    await Promise.all([tab.waitForURL(/\/enterprises\//), tab.keyboard.press('Enter')]);
  });
});

test('a screen reader hears each total from one place that stays, and text being composed is not looked up', async () => {
  await onPage('', async (tab, asked) => {
    await tab.evaluate(() => {
      globalThis.heard = [];
      const place = document.querySelector('#found [role="status"]');
      new MutationObserver(() => place.isConnected && globalThis.heard.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true });
    });
    await type(tab, '酒楼');
    await type(tab, '示例辛未');
    const heard = await tab.evaluate(() => globalThis.heard.filter((said) => said.startsWith('找到')));
    assert.equal(heard.length >= 2, true, heard.join(' | '));
    assert.equal(await tab.locator('[role="status"]').count(), 1);
    await tab.locator('#q').fill('');
    await told(tab, /^$/);
    const before = asked.length, composing = await tab.context().newCDPSession(tab);
    await tab.locator('#q').focus();
    await composing.send('Input.imeSetComposition', { text: "jiu'lou", selectionStart: 7, selectionEnd: 7 });
    await tab.waitForTimeout(400);
    assert.equal(await total(tab), '');
    assert.deepEqual(asked.slice(before).filter((one) => one.includes('/search/index/')), []);
    await composing.send('Input.insertText', { text: '酒楼' });
    await told(tab, /找到/);
  });
});

// Without JavaScript

test('without JavaScript the box is a form that leads to the page, and every object is in a list by district and by initial', async () => {
  await onPage('', async (tab) => {
    await tab.goto(site.address);
    await tab.getByRole('searchbox').fill('酒楼');
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/\/search\/\?q=%E9%85%92%E6%A5%BC$/);
    assert.match(await tab.locator('main').innerText(), /没有运行 JavaScript/);
    for (const section of ['区县', '拼音首字母']) {
      const list = tab.locator(`section:has(h2:text("按${section}查"))`);
      const counts = (await list.locator('li').allInnerTexts()).map((text) => Number(text.match(/（(\d+) 户）/)[1]));
      assert.equal(counts.reduce((sum, count) => sum + count, 0), enterprises.length, section);
    }
    await tab.locator('section:has(h2:text("按拼音首字母查")) a').first().click();
    await tab.waitForURL(/\/search\/initial\/[a-z]+\/$/);
    await tab.locator('main td a').first().click();
    await tab.waitForURL(/\/enterprises\//);
  }, { javaScriptEnabled: false });
});

test('what is typed is shown as text, whatever it looks like', async () => {
  const text = '<img src=x onerror=alert(1)>"&';
  await onPage(`?q=${encodeURIComponent(text)}`, async (tab) => {
    await told(tab, /没有/);
    assert.equal(await tab.locator('#found img').count(), 0);
    assert.ok((await tab.locator('#found').innerText()).includes('<img'));
    assert.equal(await tab.locator('#q').inputValue(), text);
  });
});

// Every state of the page, for everybody

const states = [['rows', '?q=%E9%85%92%E6%A5%BC'], ['kinds', '?q=%E9%A4%90%E9%A5%AE'], ['too much', '?q=%E7%A4%BA%E4%BE%8B'],
  ['nothing', '?q=zzzz%20%E9%BE%98'], ['failure', '?q=%E9%85%92%E6%A5%BC', true]];
for (const [words, options, change] of [
  ['as it comes', {}], ['in the dark scheme', { colorScheme: 'dark' }], ['in forced colours', { forcedColors: 'active' }],
  ['in 长辈版', {}, (tab) => tab.evaluate(() => document.documentElement.classList.add('large'))],
  ['on a screen 320 px wide', { viewport: { width: 320, height: 640 } }],
  ['on a screen 320 px wide in 长辈版', { viewport: { width: 320, height: 640 } }, (tab) => tab.evaluate(() => document.documentElement.classList.add('large'))],
]) {
  test(`in every state the page passes axe-core with every rule on and does not scroll sideways, ${words}`, async () => {
    for (const [state, query, broken] of states) {
      await onPage('', async (tab) => {
        if (broken) await tab.route(indexFile, (route) => route.fulfill({ body: 'x' }));
        await tab.goto(`${site.address}search/${query}`);
        await told(tab, /找到|没有查/);
        await change?.(tab);
        await tab.evaluate(axe);
        assert.deepEqual(await tab.evaluate(async () => (await globalThis.axe.run({ resultTypes: ['violations'] })).violations
          .map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`)), [], state);
        assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, state);
      }, options);
    }
  });
}
