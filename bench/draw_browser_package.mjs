// A fictional package of any size, for measuring the checker in JavaScript: one stratum in a hundred thousand objects, five
// per cent drawn, a hundred inspectors, the real round 123 of drand quicknet.
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hex, unhex } from '../site/draw/bytes.mjs';
import { tagged } from '../site/draw/hash.mjs';
import { Crew, match } from '../site/draw/matching.mjs';
import { PoolRoot } from '../site/draw/pool.mjs';
import { resultRoot, resultSalts } from '../site/draw/result.mjs';
import { keysOf } from '../site/draw/seed.mjs';
import { Selection } from '../site/draw/selection.mjs';

const vector = resolve(fileURLToPath(import.meta.url), '../../tests/data/draw/facts');
const read = (name) => JSON.parse(readFileSync(join(vector, name), 'utf8'));
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The number-th unified social credit code of area 999901, ascending with the number. */
function objectId(number) {
  let body = '';
  for (let rest = number, i = 0; i < 9; ++i, rest = Math.floor(rest / 31)) body = alphabet[rest % 31] + body;
  const code = `91999901${body}`;
  let sum = 0, weight = 1;
  for (const character of code) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return code + alphabet[(31 - (sum % 31)) % 31];
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const strata = ['catering', 'food-making', 'retail', 'school-canteen'];
const needs = ['SCJG:food:1,SCJG:*:1', 'SCJG:*:2', 'SCJG:*:1,XFJY:fire:1', 'SCJG:food:1,SCJG:*:1,XFJY:*:1'];

function* objectRows(count) {
  for (let i = 0; i < count; ++i)
    yield [objectId(i * 7), strata[i % 4], i % 50 === 0 ? 'VISITED-THIS-YEAR' : '', needs[(i >> 2) % 4]];
}
function* inspectorRows() {
  for (let i = 0; i < 100; ++i)
    yield [`I${String(i).padStart(3, '0')}`, hex(tagged('bench', String(i))), i % 5 === 0 ? 'XFJY' : 'SCJG',
      i % 5 === 0 ? 'fire' : i % 2 === 0 ? 'food,general' : 'general', '99999', i % 10 === 0 ? objectId(i * 70) : ''];
}

/** Writes a whole package of `count` objects into a folder. */
export async function makePackage(folder, count) {
  mkdirSync(folder, { recursive: true });
  const reveal = read('reveal.json'), record = read('record.json'), announcement = read('announcement.json');
  const excluded = Math.ceil(count / 50), counts = new Map(strata.map((code) => [code, 0]));
  const saltKey = unhex(reveal.salt_key), objects = new PoolRoot(saltKey, 'ssj1/obj');
  const inspectors = new PoolRoot(saltKey, 'ssj1/insp');
  await write(join(folder, 'objects.tsv'), 'id\tstratum\texcl\tneeds', objectRows(count), (row) => {
    objects.add(row);
    if (row[2] === '') counts.set(row[1], counts.get(row[1]) + 1);
  });
  await write(join(folder, 'inspectors.tsv'), 'id\tperson\tdept\tskills\tcap\trecuse', inspectorRows(), (row) =>
    inspectors.add(row));
  const quota = canonical({
    excluded: { 'VISITED-THIS-YEAR': excluded }, salt: '0'.repeat(32),
    strata: strata.map((code) => ({ code, eligible: counts.get(code), n: Math.ceil(counts.get(code) / 20), ppm: 50_000 })),
  });
  const drawnCount = strata.reduce((sum, code) => sum + Math.ceil(counts.get(code) / 20), 0);
  const announced = canonical({
    ...announcement, drawn: drawnCount, inspectors: { root: hex(inspectors.root()), size: 100 },
    objects: { ...announcement.objects, root: hex(objects.root()), size: count },
    quota: hex(tagged('ssj1/quota', quota)),
  });
  const draw = tagged('ssj1/ann', announced);
  const { type, ref } = announcement.beacon;
  const keys = keysOf(draw, reveal.nonces.map(({ nonce }) => unhex(nonce)), type, ref, unhex(record.beacon.value));
  const drawn = drawnOf(count, JSON.parse(quota).strata, keys, reveal.salt_key);
  writeFileSync(join(folder, 'quota.json'), quota);
  writeFileSync(join(folder, 'announcement.json'), announced);
  writeFileSync(join(folder, 'reveal.json'), canonical({ ...reveal, draw: hex(draw) }));
  writeFileSync(join(folder, 'drawn.json'), canonical({ draw: hex(draw), drawn, v: 'ssj1' }));
  writeFileSync(join(folder, 'events.json'), canonical({ draw: hex(draw), events: [], openings: [], v: 'ssj1' }));
  const result = { root: hex(resultRoot(drawn)), size: drawn.length };
  writeFileSync(join(folder, 'record.json'), canonical({ ...record, draw: hex(draw), result }));
}

function drawnOf(count, quotaStrata, keys, saltKey) {
  const selection = new Selection(quotaStrata, keys.obj), saltOf = resultSalts(saltKey);
  for (const [id, stratum, excl, need] of objectRows(count)) if (excl === '') selection.add({ id, stratum, needs: need });
  const chosen = selection.finish().flatMap(({ drawn }) => drawn);
  const recused = new Map(), list = [];
  for (const [id, , dept, skills, cap, recuse] of inspectorRows()) {
    list.push({ id, dept, skills: skills.split(','), cap: Number(cap) });
    if (recuse !== '') recused.set(recuse, new Set([...(recused.get(recuse) ?? []), id]));
  }
  const { inspectors } = match(chosen, new Crew(list, recused, keys));
  return chosen.map(({ id }) => ({ id, inspectors: inspectors.get(id), salt: saltOf(id) })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function write(path, head, rows, each) {
  const out = createWriteStream(path);
  let lines = [head];
  const flush = async () => {
    if (!out.write(`${lines.join('\n')}\n`)) await new Promise((drained) => out.once('drain', drained));
    lines = [];
  };
  for (const row of rows) {
    each(row);
    lines.push(row.join('\t'));
    if (lines.length === 10_000) await flush();
  }
  if (lines.length > 0) await flush();
  await new Promise((closed) => out.end(closed));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makePackage(process.argv[2], Number(process.argv[3]));
