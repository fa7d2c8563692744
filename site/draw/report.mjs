// A package or a slip → the report: every check with its status and sentence, and the verdict (section 9).
import * as announced from './announced.mjs';
import { hex } from './bytes.mjs';
import { withFiles } from './checks.mjs';
import * as drawing from './drawing.mjs';
import { readFile, readRound, readSeries } from './files.mjs';
import { bytesOf, readPackage } from './package.mjs';
import { series } from './series.mjs';
import { slip } from './slip.mjs';

/** The checks in their order: name, files needed, judgement. */
const checks = [
  ['announcement', [], announced.announcement],
  ['timing', [], (whole, told) => announced.timing(whole, told.seen)],
  ['quotas', ['quota.json'], announced.quotas],
  ['beacon', ['record.json'], (whole, told) => drawing.beacon(whole, told.beacon)],
  ['commitments', ['reveal.json'], announced.commitments],
  ['object pool', ['reveal.json', 'objects.tsv'], drawing.objectPool],
  ['inspector pool', ['reveal.json', 'inspectors.tsv'], drawing.inspectorPool],
  ['exclusions', ['objects.tsv', 'quota.json'], drawing.exclusions],
  ['drawn', ['objects.tsv', 'quota.json', 'record.json', 'reveal.json', 'drawn.json'], drawing.drawn],
  ['matching', ['objects.tsv', 'quota.json', 'record.json', 'reveal.json', 'drawn.json', 'inspectors.tsv'],
    drawing.matching],
  ['result root', ['drawn.json', 'record.json'], drawing.resultRootCheck],
  ['replacements', ['events.json'], drawing.replacements],
  ['series', [], (whole, told) => series(whole, told.series)],
];
export const checkNames = checks.map(([name]) => name);

/**
 * @param files Map of name → {size, bytes(), chunks()}
 * @param told {seen: a time, beacon: file of a round, series: file of an office's list}, each may be absent
 * @returns {checks: [{name, status, detail}], draw: hexadecimal, verdict}. @throws Unreadable
 */
export async function verify(files, told = {}) {
  const given = {
    seen: told.seen,
    beacon: told.beacon && readRound('--beacon', await bytesOf('--beacon', told.beacon)),
    series: told.series && readSeries('--series', await bytesOf('--series', told.series)),
  };
  const whole = await readPackage(files);
  return report(hex(whole.draw), checks.map(([name, needs, judge]) =>
    ({ name, ...withFiles(whole, needs, () => judge(whole, given)) })));
}

/** A slip by itself. @param slipFile, @param recordFile {size, bytes()}, the latter may be undefined. @throws Unreadable */
export async function verifySlip(slipFile, recordFile) {
  const said = readFile('slip.json', await bytesOf('slip.json', slipFile));
  const bytes = recordFile && (await bytesOf('record.json', recordFile));
  const record = bytes && { bytes, value: readFile('record.json', bytes) };
  return report(said.draw, [{ name: 'slip', ...slip(said, record) }]);
}

function report(draw, judged) {
  const some = (status) => judged.some((check) => check.status === status);
  return { checks: judged, draw, verdict: some('fail') ? 'fail' : some('not checked') ? 'incomplete' : 'ok' };
}

/** The line that `--json` prints, without its line feed: RFC 8785. */
export function reportJson({ checks: judged, draw, verdict }) {
  return JSON.stringify({ checks: judged.map(({ detail, name, status }) => ({ detail, name, status })), draw, verdict });
}

export const exitCodes = { ok: 0, fail: 1, incomplete: 3 };
