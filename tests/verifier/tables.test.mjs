// The two tables line by line, ids and times.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCitizenNumber, isObjectId } from '../../site/draw/ids.mjs';
import { dateText, dayOf, daysOf, endOfDay, secondsOf, timeText } from '../../site/draw/moment.mjs';
import { placesOf, readInspectors, readObjects } from '../../site/draw/tables.mjs';
import { Unreadable } from '../../site/draw/unreadable.mjs';
import { bytesOf, fileOf } from './vectors.mjs';

const text = (name) => new TextDecoder().decode(bytesOf('facts').get(name));
const read = (reader, content, piece) =>
  reader(fileOf(typeof content === 'string' ? new TextEncoder().encode(content) : content, piece), () => {});
const refused = (reader, content, line) =>
  assert.rejects(read(reader, content), (error) => error instanceof Unreadable && (line === undefined || error.line === line));

test('a table says the same in pieces of any size', async () => {
  for (const piece of [1, 2, 3, 17, 100, 1e6]) {
    const rows = [];
    assert.equal(await readObjects(fileOf(bytesOf('facts').get('objects.tsv'), piece), ({ id }) => rows.push(id)), 40);
    assert.deepEqual(rows, text('objects.tsv').split('\n').slice(1, -1).map((line) => line.split('\t')[0]));
  }
});

test('a table breaks its form in the line that is named', async () => {
  const whole = text('objects.tsv'), lines = whole.split('\n');
  const changed = (line, change) => [...lines.slice(0, line - 1), change(lines[line - 1]), ...lines.slice(line)].join('\n');
  await refused(readObjects, '', 1);
  await refused(readObjects, 'id\tstratum\texcl\tneeds', 1);
  await refused(readObjects, whole.slice(0, -1), 41);
  await refused(readObjects, `${whole}\n`, 42);
  await refused(readObjects, changed(1, (head) => `\ufeff${head}`), 1);
  await refused(readObjects, changed(1, (head) => `${head}\t`), 1);
  await refused(readObjects, whole.replaceAll('\n', '\r\n'), 1);
  for (const change of [(line) => `${line}\t`, (line) => line.replace('\t', ' '), (line) => `${line}\0`, (line) => `"${line}"`,
    (line) => `${line}é`, () => '', () => lines[2], () => lines[3], (line) => line.replace('food-making', ''),
    (line) => line.replace(':1', ':0'), (line) => line.replace(/\t[^\t]*$/, '\t'), (line) => `${line},`,
    (line) => `${line},SCJG:*:9,SCJG:*:9`, (line) => `${line},SCJG::1`, (line) => line.replace('9', '8'),
    (line) => `${line}${',A:*:1'.repeat(200_000)}`])
    await refused(readObjects, changed(5, change), 5);
  assert.equal(await read(readObjects, 'id\tstratum\texcl\tneeds\n'), 0);
});

test('a line of a hundred megabytes is refused before it is whole in memory', async () => {
  const head = new TextEncoder().encode('id\tstratum\texcl\tneeds\n'), piece = new Uint8Array(65536).fill(65);
  let given = 0;
  const source = { size: 1e8, async *chunks() { for (yield head; given < 1500; ++given) yield piece; } };
  await assert.rejects(readObjects(source, () => {}), { line: 2 });
  assert.ok(given < 20);
});

test('65 strata are too many, and an inspector’s lists ascend', async () => {
  const rows = text('objects.tsv').split('\n').slice(1, 2)[0].split('\t');
  assert.equal(await read(readObjects, `id\tstratum\texcl\tneeds\n${rows.join('\t')}\n`), 1);
  const head = 'id\tperson\tdept\tskills\tcap\trecuse\n', person = 'a'.repeat(64), id = rows[0];
  assert.equal(await read(readInspectors, `${head}A-1\t${person}\tX\ta,b\t1\t${id}\n`), 1);
  for (const line of [`a\t${person}\tX\t\t1\t`, `A\t${person.toUpperCase()}\tX\t\t1\t`, `A\t${person}\t\t\t1\t`, `A\t${person}\tX\tb,a\t1\t`,
    `A\t${person}\tX\ta,a\t1\t`, `A\t${person}\tX\ta,\t1\t`, `A\t${person}\tX\t*\t1\t`, `A\t${person}\tX\t\t0\t`, `A\t${person}\tX\t\t01\t`,
    `A\t${person}\tX\t\t1000000\t`, `A\t${person}\tX\t\t1\tx`, `A\t${person}\tX\t\t1\t${id},${id}`, `A\t${person}\tX\t\t1`])
    await refused(readInspectors, `${head}${line}\n`, 2);
});

test('needs are expanded in order', () => {
  assert.deepEqual(placesOf('A:x:2,B:*:1'), [['A', 'x'], ['A', 'x'], ['B', '*']]);
  assert.deepEqual(placesOf(''), []);
  assert.equal(placesOf('A:x:9,A:x:9,A:x:3'), undefined);
  assert.equal(placesOf('A:x:9,A:x:9,A:x:2').length, 20);
});

test('an id is a credit code or a registration number with its check character, and never a citizen number', () => {
  for (const { id } of [{ id: '919999012CBRY68FY3' }, { id: '110108000000016' }]) assert.ok(isObjectId(id), id);
  for (const id of ['919999012CBRY68FY4', '919999012cbry68fy3', '919999012CBRY68FY', '91999A012CBRY68FY3', '919999012CBRY68FY30',
    '110108000000017', '11010800000001', '９19999012CBRY68FY3', '11010800000001A']) assert.ok(!isObjectId(id), id);
  assert.ok(isCitizenNumber('11010519491231002X'));
  for (const id of ['110105194912310021', '11010519490231002X', '91010519491231002X', '11010518491231002X']) assert.ok(!isCitizenNumber(id));
});

test('times and dates are real ones, also in the first century', () => {
  for (const date of ['0001-01-01', '0099-12-31', '0100-02-28', '1900-02-28', '2000-02-29', '2024-02-29', '2100-12-31', '9999-12-31'])
    assert.equal(dateText(daysOf(date)), date);
  for (let days = daysOf('0001-01-01'), before = -Infinity; days < daysOf('0450-01-01'); days += 1) {
    assert.equal(daysOf(dateText(days)), days);
    assert.ok(days > before);
    before = days;
  }
  for (const date of ['0000-01-01', '2023-02-29', '1900-02-29', '2023-04-31', '2023-13-01', '2023-00-10', '2023-01-00', '2023-1-01', '+2023-01-01'])
    assert.equal(daysOf(date), undefined, date);
  assert.equal(secondsOf('1970-01-01T08:00:00+08:00'), 0);
  assert.equal(secondsOf('2023-08-23T23:09:27+08:00'), 1692803367);
  assert.equal(timeText(1692803367), '2023-08-23T23:09:27+08:00');
  for (const time of ['2023-08-23T24:00:00+08:00', '2023-08-23T23:60:00+08:00', '2023-08-23T23:59:60+08:00', '2023-08-23T23:09:27Z',
    '2023-08-23 23:09:27+08:00', '2023-08-23T23:09:27+08:00 ']) assert.equal(secondsOf(time), undefined, time);
  assert.equal(endOfDay(daysOf('2023-08-23')), secondsOf('2023-08-24T00:00:00+08:00'));
  assert.equal(dateText(dayOf(secondsOf('2023-08-23T00:00:00+08:00'))), '2023-08-23');
});
