// The shape of every JSON file of a package (sections 3 and 7), of a slip, of an office's list and of a round as drand
// serves it. Bytes in, checked values out.
import { readCanonical, readRelaxed } from './canonical.mjs';
import * as is from './shape.mjs';

const beacon = is.object({ ref: is.text, time: is.integer, type: is.text });
const pool = (more) => is.object({ root: is.digest, size: is.integer, ...more });
const evidence = is.object({ randomness: is.digest, round: is.integer, signature: is.text });

export const mostObjects = 10_000_000, mostInspectors = 100_000, mostStrata = 64, mostHolders = 16;

const shapes = {
  'announcement.json': is.object({
    announced: is.time, basis: is.text, beacon, deadline: is.date, drawn: is.integer, inspectors: pool(),
    nonces: is.list(is.object({ commit: is.digest, who: is.code }), mostHolders), objects: pool({ source: is.text }),
    office: is.text, prev: is.digest, quota: is.digest, seq: is.integer, series: is.text, title: is.text, v: is.text,
  }),
  'quota.json': is.object({
    excluded: is.table(is.code, is.integer), salt: is.salt,
    strata: is.list(is.object({ code: is.code, eligible: is.integer, n: is.integer, ppm: is.integer }), mostStrata),
  }),
  'record.json': is.object({
    at: is.time, beacon: is.object({ evidence, ref: is.text, type: is.text, value: is.digest }), draw: is.digest,
    result: pool(), v: is.text,
  }),
  'reveal.json': is.object({
    draw: is.digest, nonces: is.list(is.object({ nonce: is.digest, who: is.code }), mostHolders), salt_key: is.digest,
    v: is.text,
  }),
  'drawn.json': is.object({
    draw: is.digest, v: is.text,
    drawn: is.list(is.object({ id: is.objectId, inspectors: is.list(is.inspectorId), salt: is.salt }), mostObjects),
  }),
  'events.json': is.object({
    draw: is.digest, events: is.list(is.object({ at: is.time, commit: is.digest, kind: is.text })),
    openings: is.list(is.object({ fields: is.list(is.text), salt: is.salt })), v: is.text,
  }),
  'end.json': is.object({ at: is.time, draw: is.digest, kind: is.text, order: is.text, v: is.text }),
  'slip.json': is.object({
    draw: is.digest, id: is.objectId, index: is.integer, inspectors: is.list(is.inspectorId), path: is.list(is.digest),
    persons: is.list(is.digestOrEmpty), record: is.digest, salt: is.salt, size: is.integer, v: is.text,
  }),
};
const officeList = is.list(is.object({
  commits: is.list(is.digest), draw: is.digest, prev: is.digest, salt_key: is.digestOrEmpty, seq: is.integer,
  series: is.text, state: is.text,
}));
const round = is.object({ round: is.integer, randomness: is.anyHex, signature: is.anyHex });

/** The names of a package's files; a folder's other files are ignored. */
export const tables = ['objects.tsv', 'inspectors.tsv'];
export const jsonFiles = Object.keys(shapes).filter((name) => name !== 'slip.json');
export const packageFiles = [...jsonFiles, ...tables];

/** @param kind a name of `shapes`, @param bytes the file. @throws Unreadable */
export function readFile(kind, bytes) {
  return shapes[kind](readCanonical(kind, bytes), new is.Place(kind));
}

/** An office's list for `--series`. */
export function readSeries(file, bytes) {
  return officeList(readCanonical(file, bytes), new is.Place(file));
}

/** A round as drand serves it, for `--beacon`: keys in any order, white space allowed, at most 64 KiB. */
export function readRound(file, bytes) {
  return round(readRelaxed(file, bytes, 64 * 1024), new is.Place(file));
}
