// The two whole draws of tests/data/draw, as the modules of site/draw read them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFiles } from '../../site/draw/files.mjs';

const folder = resolve(fileURLToPath(import.meta.url), '../../data/draw');
export const draws = ['facts', 'classes'];
export const pathOf = (draw) => join(folder, draw);
export const intermediate = (draw) => JSON.parse(readFileSync(join(folder, draw, 'intermediate.json'), 'utf8'));

/** Bytes as a file of a package, given in small pieces. */
export const fileOf = (bytes, piece = 1000) => ({
  size: bytes.length,
  bytes: async () => bytes,
  async *chunks() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  },
});

/** A draw's files, name → bytes, in a Map of its own. */
export function bytesOf(draw) {
  const names = readdirSync(join(folder, draw)).filter((name) => packageFiles.includes(name));
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, draw, name)))]));
}

/** The same as files for verify(). */
export const filesOf = (bytes) => new Map([...bytes].map(([name, content]) => [name, fileOf(content)]));

/** RFC 8785 of plain values, for packages made by tests. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
export const canonicalBytes = (value) => new TextEncoder().encode(canonical(value));
export const parsed = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
