// The command in Node, run as a reader runs it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { canonicalBytes, intermediate, pathOf } from './vectors.mjs';

const program = resolve(fileURLToPath(import.meta.url), '../../../site/draw/verify.mjs');
const folder = mkdtempSync(join(tmpdir(), 'gongshi-verify-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const run = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
/** A copy of a draw's folder. */
function copy(draw, name) {
  const path = join(folder, name);
  cpSync(pathOf(draw), path, { recursive: true });
  return path;
}

test('what cannot be checked makes 3, a failed check 1, an unreadable file 2 with nothing on standard output', () => {
  const path = copy('facts', 'a');
  const whole = run(path, '--json');
  assert.equal(whole.status, 3);
  assert.equal(whole.stderr, '');
  assert.match(whole.stdout, /^\{"checks":\[\{"detail":.*\],"draw":"8e512d[0-9a-f]{58}","verdict":"incomplete"\}\n$/);
  writeFileSync(join(path, 'events.json'), canonicalBytes({ draw: '0'.repeat(64), events: [], openings: [], v: 'ssj1' }));
  assert.equal(run(path, '--json').status, 1);
  writeFileSync(join(path, 'end.json'), '{}');
  const broken = run(path, '--json');
  assert.equal(broken.status, 2);
  assert.equal(broken.stdout, '');
  assert.match(broken.stderr, /^end\.json 第 1 行：/);
});

test('everything given and everything right makes 0', () => {
  const path = copy('facts', 'b');
  const { draw_id: draw } = intermediate('facts'), list = join(folder, 'list.json');
  writeFileSync(join(path, 'events.json'), canonicalBytes({ draw, events: [], openings: [], v: 'ssj1' }));
  writeFileSync(list, canonicalBytes([{ commits: ['4e13c9785c3771170fab22c6c99c973947913d50514f37b8a52b312725048218',
    '401f47e3d63947956a31269da3bdc770ab03d77617fa02c81362a97880cdeac4'], draw, prev: '0'.repeat(64), salt_key: '', seq: 0, series: '2026-FOOD', state: 'open' }]));
  const { status, stdout } = run(path, '--series', list, '--seen', '2023-08-22T22:20:00+08:00');
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^已核验：全部一致\n/);
});

test('a name that is a folder is unreadable, other names are ignored', () => {
  const path = copy('facts', 'c');
  mkdirSync(join(path, 'notes'));
  assert.equal(run(path).status, 3);
  mkdirSync(join(path, 'end.json'));
  assert.equal(run(path).status, 2);
});

test('wrong usage makes 2', () => {
  const path = pathOf('facts');
  for (const args of [[], [path, path], [path, '--what'], [path, '--seen'], [path, '--seen', '2023-08-22'], [path, '--beacon', join(folder, 'none')],
    ['slip'], ['slip', join(folder, 'none')], [join(folder, 'none')], [join(path, 'record.json')], [folder]]) {
    const { status, stdout, stderr } = run(...args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.notEqual(stderr, '');
  }
  assert.equal(run('--help').status, 0);
});

test('a slip is checked with the record named, or the one beside it', () => {
  const slip = join(folder, 'slip.json'), record = join(pathOf('classes'), 'record.json');
  writeFileSync(slip, canonicalBytes(intermediate('classes').slip));
  assert.equal(run('slip', slip).status, 3);
  assert.equal(run('slip', slip, '--record', record).status, 0);
  cpSync(record, join(folder, 'record.json'));
  assert.equal(run('slip', slip).status, 0);
  assert.equal(run('slip', slip, '--record', join(pathOf('facts'), 'record.json'), '--json').status, 1);
});
