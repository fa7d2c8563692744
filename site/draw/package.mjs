// Reads a whole package once: every file checked for its form, D computed, and from the tables, in one pass each, the
// roots, the counts, the drawn objects and the inspectors. Nothing is judged here.
import { unhex } from './bytes.mjs';
import { mostBytes } from './canonical.mjs';
import { jsonFiles, readFile } from './files.mjs';
import { tagged } from './hash.mjs';
import { PoolRoot } from './pool.mjs';
import { keysOf } from './seed.mjs';
import { Selection } from './selection.mjs';
import { placesOf, readInspectors, readObjects } from './tables.mjs';
import { Unreadable } from './unreadable.mjs';

/**
 * @param files Map of name → {size, bytes(): Promise<Uint8Array>, chunks(): async pieces}; other names are ignored
 * @returns {draw: D, has(name), json by name without ending, quotaDigest, objects, inspectors}; see readObjectPool and
 *   readInspectorPool. @throws Unreadable
 */
export async function readPackage(files) {
  if (!files.has('announcement.json'))
    throw new Unreadable('announcement.json', 1, '没有这个文件；核验包里必须有它。');
  const whole = { has: (name) => files.has(name) };
  for (const name of jsonFiles) {
    if (!files.has(name)) continue;
    const bytes = await bytesOf(name, files.get(name));
    whole[name.replace('.json', '')] = readFile(name, bytes);
    if (name === 'announcement.json') whole.draw = tagged('ssj1/ann', bytes);
    if (name === 'quota.json') whole.quotaDigest = tagged('ssj1/quota', bytes);
  }
  if (whole.reveal && whole.record) whole.keys = keysFor(whole);
  if (files.has('objects.tsv')) whole.objects = await readObjectPool(files.get('objects.tsv'), whole);
  if (files.has('inspectors.tsv')) whole.inspectors = await readInspectorPool(files.get('inspectors.tsv'), whole);
  return whole;
}

/** A JSON file's bytes, unless it is larger than any may be. */
export async function bytesOf(name, source) {
  if (source.size > mostBytes) throw new Unreadable(name, 1, '文件超过 256 MiB。');
  return source.bytes();
}

function keysFor({ draw, announcement, reveal, record }) {
  const nonces = reveal.nonces.map(({ nonce }) => unhex(nonce));
  return keysOf(draw, nonces, announcement.beacon.type, announcement.beacon.ref, unhex(record.beacon.value));
}

const rootFor = (reveal, tag) => (reveal ? new PoolRoot(unhex(reveal.salt_key), tag) : undefined);

/** Why an object may be left out (section 3). */
const reasons = ['VISITED-THIS-YEAR', 'DRAWN-N-TIMES', 'SUSPENDED-BUSINESS', 'DEREGISTERED'];

/**
 * {rows, root, excluded: Map by reason, otherReasons: whether there are others, eligible: Map by stratum, fewPlaces, strata:
 * those of Selection} of objects.tsv.
 */
async function readObjectPool(source, { reveal, keys, quota }) {
  const root = rootFor(reveal, 'ssj1/obj');
  const selection = keys && quota ? new Selection(quota.strata, keys.obj) : undefined;
  const pool = { excluded: new Map(), otherReasons: false, eligible: new Map(), fewPlaces: 0 };
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  pool.rows = await readObjects(source, (object, fields) => {
    root?.add(fields);
    if (object.excl !== '') return reasons.includes(object.excl) ? count(pool.excluded, object.excl) : (pool.otherReasons = true);
    count(pool.eligible, object.stratum);
    if (object.slots < 2) ++pool.fewPlaces;
    return selection?.add(object);
  });
  pool.root = root?.root();
  pool.strata = selection?.finish();
  return pool;
}

/**
 * {rows, root, list: [{id, dept, skills, cap}], recused: Map of object → Set of inspectors} of inspectors.tsv: only skills
 * and objects that matter for the drawn and the next ones, so that no table fills the memory.
 */
async function readInspectorPool(source, { reveal, objects }) {
  const root = rootFor(reveal, 'ssj1/insp');
  const chosen = (objects?.strata ?? []).flatMap(({ drawn, next }) => drawn.concat(next));
  const kept = new Set(chosen.map(({ id }) => id)), needs = new Set(chosen.map((object) => object.needs));
  const asked = new Set([...needs].flatMap((text) => placesOf(text).map(([, skill]) => skill)));
  const pool = { list: [], recused: new Map() };
  pool.rows = await readInspectors(source, ({ id, dept, skills, cap, recuse }, fields) => {
    root?.add(fields);
    pool.list.push({ id, dept, skills: skills.filter((skill) => asked.has(skill)), cap });
    for (const object of recuse) {
      if (!kept.has(object)) continue;
      if (!pool.recused.has(object)) pool.recused.set(object, new Set());
      pool.recused.get(object).add(id);
    }
  });
  pool.root = root?.root();
  return pool;
}
