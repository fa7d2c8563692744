// The command line of the Node program: arguments and files → what to print and the exit code. Knows files and arguments;
// checking is report.mjs'.
import { closeSync, createReadStream, existsSync, lstatSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFiles } from './files.mjs';
import { secondsOf } from './moment.mjs';
import { exitCodes, reportJson, verify, verifySlip } from './report.mjs';
import { Unreadable } from './unreadable.mjs';

const usage = `用法：
  node verify.mjs 文件夹 [--beacon 文件] [--series 文件] [--seen 时间] [--json]    核验一次抽取的核验包
  node verify.mjs slip 凭条.json [--record record.json] [--json]                   核验一张凭条（record.json 可以放在它旁边）
时间写作 2026-11-01T09:00:00+08:00。退出码：0 全部核对无误，1 有不一致，2 用法不对或文件不能读，3 没有全部核对。
`;

class Wrong extends Error {}

/** @param args without node and the script's name; @returns {out, error, code} */
export async function run(args) {
  try {
    if (args.includes('--help')) return { out: usage, error: '', code: 0 };
    const asked = parse(args);
    const found = await (asked.slip ? checkSlip(asked) : checkFolder(asked));
    const out = asked.json ? `${reportJson(found)}\n` : forPeople(found);
    return { out, error: '', code: exitCodes[found.verdict] };
  } catch (error) {
    if (error instanceof Unreadable || error instanceof Wrong) return { out: '', error: `${error.message}\n`, code: 2 };
    return { out: '', error: `核验程序不能继续：${error.stack ?? error}\n`, code: 2 };
  }
}

function parse(args) {
  const asked = { slip: args[0] === 'slip', places: [] };
  const known = asked.slip ? ['--record'] : ['--beacon', '--series', '--seen'];
  for (let i = asked.slip ? 1 : 0; i < args.length; ++i) {
    if (args[i] === '--json') asked.json = true;
    else if (!args[i].startsWith('--')) asked.places.push(args[i]);
    else if (!known.includes(args[i])) throw new Wrong(`不认识的选项 ${args[i]}。\n${usage}`);
    else if (++i === args.length) throw new Wrong(`${args[i - 1]} 后面缺少内容。\n${usage}`);
    else asked[args[i - 1].slice(2)] = args[i];
  }
  if (asked.places.length !== 1) throw new Wrong(`应当给出一个文件夹（或一张凭条）。\n${usage}`);
  if (asked.seen !== undefined && secondsOf(asked.seen) === undefined)
    throw new Wrong(`--seen ${asked.seen}：应当是真实的时间，写作 YYYY-MM-DDThh:mm:ss+08:00。`);
  return asked;
}

async function checkFolder({ places: [folder], beacon, series, seen }) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Wrong(`${folder} 不是文件夹。`);
  const files = new Map();
  for (const name of packageFiles)
    if (lstatSync(join(folder, name), { throwIfNoEntry: false })) files.set(name, source(join(folder, name), name));
  return verify(files, {
    seen,
    beacon: beacon === undefined ? undefined : source(beacon, '--beacon'),
    series: series === undefined ? undefined : source(series, '--series'),
  });
}

async function checkSlip({ places: [file], record }) {
  const beside = join(dirname(file), 'record.json');
  const named = record ?? (lstatSync(beside, { throwIfNoEntry: false }) ? beside : undefined);
  return verifySlip(source(file, 'slip.json'), named === undefined ? undefined : source(named, 'record.json'));
}

/** A file on disk as the checks read it. */
function source(path, name) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Unreadable(name, 1, `找不到文件 ${path}。`);
  if (!found.isFile()) throw new Unreadable(name, 1, `${path} 不是普通文件。`);
  return { size: found.size, bytes: async () => readWhole(path, name, found.size), chunks: () => chunks(path, name) };
}

function readWhole(path, name, size) {
  try {
    const file = openSync(path), bytes = new Uint8Array(size);
    let at = 0;
    for (let got; at < size && (got = readSync(file, bytes, at, size - at, at)) > 0;) at += got;
    closeSync(file);
    return bytes.subarray(0, at);
  } catch (error) {
    throw new Unreadable(name, 1, `读不到文件：${error.code}。`);
  }
}

async function* chunks(path, name) {
  try {
    yield* createReadStream(path, { highWaterMark: 4 * 1024 * 1024 });
  } catch (error) {
    if (error.code === undefined) throw error;
    throw new Unreadable(name, 1, `读不到文件：${error.code}。`);
  }
}

const marks = { ok: '✓', fail: '✕', 'not checked': '◌' };
const verdicts = { ok: '已核验：全部一致', fail: '不一致：有核对没有通过', incomplete: '没有全部核对：已核对的都一致' };

function forPeople({ checks, draw, verdict }) {
  const lines = checks.map(({ name, status, detail }) => `${marks[status]} ${name}：${detail}`);
  return [verdicts[verdict], `抽取编号 ${draw}`, ...lines, ''].join('\n');
}
