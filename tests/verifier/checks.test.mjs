// Every rule of the checks, broken one at a time: the sentence that docs/draw-protocol.md gives it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hex, unhex } from '../../site/draw/bytes.mjs';
import { sha256, tagged, taggedList } from '../../site/draw/hash.mjs';
import { reportJson, verify } from '../../site/draw/report.mjs';
import { Unreadable } from '../../site/draw/unreadable.mjs';
import { bytesOf, canonicalBytes, fileOf, filesOf, intermediate, parsed } from './vectors.mjs';

const draw = '8e512d0f76168f01a18d7452596263624fbb83594c6801c19719fee40e4c3570', beaconTime = 1692803733;
const announced = parsed(bytesOf('facts').get('announcement.json'));

/** The facts draw with a JSON file changed or, where there was none, added. */
function changed(name, change) {
  const files = bytesOf('facts'), value = files.has(name) ? parsed(files.get(name)) : {};
  return files.set(name, canonicalBytes(change(value) ?? value));
}
/** What a check says of these files: "status: detail". */
async function says(name, files, told) {
  const { status, detail } = (await verify(filesOf(files), told)).checks.find((check) => check.name === name);
  return `${status}: ${detail}`;
}
const file = (value) => fileOf(typeof value === 'string' ? new TextEncoder().encode(value) : canonicalBytes(value));

const end = (value) => changed('end.json', () => ({ draw, v: 'ssj1', order: '', kind: 'cancel', at: '2023-08-22T22:15:33+08:00', ...value }));
for (const [why, files, sentence] of [
  ['version', changed('announcement.json', (a) => { a.v = 'ssj2'; }), 'announcement.json 的版本不是 ssj1'],
  ['version of another file', changed('drawn.json', (a) => { a.v = ''; }), 'drawn.json 的版本不是 ssj1'],
  ['basis', changed('announcement.json', (a) => { a.basis = 'fact'; }), '分层依据不是 facts 或 classes'],
  ['one holder', changed('announcement.json', (a) => { a.nonces.pop(); }), '秘密数持有人应当至少有 office 和 supervisor，各不相同'],
  ['a holder twice', changed('announcement.json', (a) => { a.nonces.push(a.nonces[0]); }), '秘密数持有人应当至少有 office 和 supervisor，各不相同'],
  ['no supervisor', changed('announcement.json', (a) => { a.nonces[1].who = 'other'; }), '秘密数持有人应当至少有 office 和 supervisor，各不相同'],
  ['beacon', changed('announcement.json', (a) => { a.beacon.type = 'nist'; }), '随机源类型不是 drand'],
  ['deadline before the beacon', changed('announcement.json', (a) => { a.deadline = '2023-08-22'; }), '公开期限应当在随机源时刻之后、承诺日起 400 天之内'],
  ['deadline too late', changed('announcement.json', (a) => { a.deadline = '2024-09-26'; }), '公开期限应当在随机源时刻之后、承诺日起 400 天之内'],
  ['seq without prev', changed('announcement.json', (a) => { a.seq = 1; }), '序号为 0 与没有前一次必须同时成立'],
  ['prev without seq', changed('announcement.json', (a) => { a.prev = '1'.repeat(64); }), '序号为 0 与没有前一次必须同时成立'],
  ['another draw', changed('announcement.json', (a) => { a.title = ''; }), 'record.json 不属于这次抽取'],
  ['a reveal of another draw', changed('reveal.json', (a) => { a.draw = '0'.repeat(64); }), 'reveal.json 不属于这次抽取'],
  ['a cancel with an order', end({ order: 'X' }), 'end.json 的种类、命令号或时间不合规定'],
  ['a cancel too late', end({ at: '2023-08-23T22:15:34+08:00' }), 'end.json 的种类、命令号或时间不合规定'],
  ['an abort too early', end({ kind: 'abort', order: 'X', at: '2023-08-23T22:15:33+08:00' }), 'end.json 的种类、命令号或时间不合规定'],
  ['an abort without an order', end({ kind: 'abort', at: '2023-08-23T23:15:33+08:00' }), 'end.json 的种类、命令号或时间不合规定'],
  ['an abort for the beacon within seven days', end({ kind: 'abort', order: 'BEACON', at: '2023-08-30T23:15:32+08:00' }), 'end.json 的种类、命令号或时间不合规定'],
  ['another kind', end({ kind: 'stop' }), 'end.json 的种类、命令号或时间不合规定'],
]) test(`announcement: ${why}`, async () => assert.equal(await says('announcement', files), `fail: ${sentence}`));

test('announcement: a cancel in time, an abort with an order and one for the beacon are ok', async () => {
  for (const files of [end({ at: '2023-08-23T22:15:33+08:00' }), end({ kind: 'abort', order: 'X', at: '2023-08-23T22:15:34+08:00' }),
    end({ kind: 'abort', order: 'BEACON', at: '2023-08-30T23:15:33+08:00' }), changed('announcement.json', () => {})])
    assert.equal(await says('announcement', files), 'ok: 承诺的格式、期限和各文件所属的抽取都对');
  const last = changed('announcement.json', (a) => { a.deadline = '2024-09-25'; });
  assert.equal(await says('announcement', last), 'fail: record.json 不属于这次抽取');
});

test('timing: the round, its time, an hour, and the reader’s own record', async () => {
  const wrong = 'fail: 随机源轮次与时刻不合规定：应当是 drand quicknet，时刻等于该轮，且在承诺时间一小时之后';
  for (const change of [(a) => { a.beacon.time += 1; }, (a) => { a.announced = '2023-08-23T22:15:34+08:00'; },
    (a) => { a.beacon.ref = a.beacon.ref.replace('/123', '/0123'); }, (a) => { a.beacon.ref = `${a.beacon.ref}\n`; },
    (a) => { a.beacon.ref = a.beacon.ref.replace(/^./, '6'); }, (a) => { a.beacon.ref = a.beacon.ref.replace('/123', '/9999999999999999'); }])
    assert.equal(await says('timing', changed('announcement.json', change)), wrong);
  const edge = changed('announcement.json', (a) => { a.announced = '2023-08-23T22:15:33+08:00'; });
  assert.match(await says('timing', edge), /^not checked: 承诺的日期只是机关自己说的/);
  assert.equal(await says('timing', bytesOf('facts'), { seen: '2023-08-23T23:15:32+08:00' }),
    'ok: 你自己的记录：2023-08-23T23:15:32+08:00 已见到这个编号，早于随机源时刻');
  assert.equal(await says('timing', bytesOf('facts'), { seen: '2023-08-23T23:15:33+08:00' }),
    'not checked: 你自己的记录（2023-08-23T23:15:33+08:00）不早于随机源时刻，不能证明承诺在先');
});

/** The facts draw with another quota.json, and an announcement that commits to it. */
function withQuota(change, alsoAnnounced = () => {}) {
  const files = bytesOf('facts'), quota = parsed(files.get('quota.json')), said = structuredClone(announced);
  change(quota);
  files.set('quota.json', canonicalBytes(quota));
  said.quota = hex(tagged('ssj1/quota', files.get('quota.json')));
  alsoAnnounced(said);
  return files.set('announcement.json', canonicalBytes(said));
}
for (const [why, files, sentence] of [
  ['another file', changed('quota.json', (q) => { q.salt = '0'.repeat(32); }), 'quota.json 与承诺的摘要不同'],
  ['strata out of order', withQuota((q) => { q.strata.reverse(); }), '各层没有按代码升序排列，或者有重复'],
  ['a stratum twice', withQuota((q) => { q.strata[1] = q.strata[0]; }), '各层没有按代码升序排列，或者有重复'],
  ['nobody drawn', withQuota((q) => { q.strata[0].n = 0; }), '应抽数应当在 1 与合格数之间，各数不为零'],
  ['more drawn than there are', withQuota((q) => { q.strata[0].n = 20; }), '应抽数应当在 1 与合格数之间，各数不为零'],
  ['a reason without objects', withQuota((q) => { q.excluded.X = 0; }), '应抽数应当在 1 与合格数之间，各数不为零'],
  ['below the floor', withQuota((q) => { q.strata[0].ppm = 52632; }), '应抽数低于法定比例'],
  ['numbers beyond doubles', withQuota((q) => { q.strata[0] = { ...q.strata[0], n: 2 ** 53 - 1, eligible: 2 ** 53 - 1, ppm: 1000001 }; }), '应抽数低于法定比例'],
  ['another sum of the pool', withQuota((q) => { q.strata[0].eligible = 20; }), '合格数与排除数之和不等于对象库总数'],
  ['another sum of drawn', withQuota((q) => { q.strata[0].n = 2; }), '各层应抽数之和不等于承诺的抽取数'],
  ['another size of the record', withQuota((q) => { q.strata[0].n = 2; }, (a) => { a.drawn = 7; }), '各层应抽数之和不等于登记的结果数'],
]) test(`quotas: ${why}`, async () => assert.equal(await says('quotas', files), `fail: ${sentence}`));

test('quotas: the floor is met exactly at n · 10^6 = eligible · ppm', async () => {
  const files = withQuota((q) => { q.strata[3] = { ...q.strata[3], n: 3, eligible: 3, ppm: 1000000 }; }, (a) => { a.drawn = 7; });
  files.delete('record.json');
  assert.equal(await says('quotas', files), 'ok: 共 4 层，应抽 7 户');
});

const record = (change) => changed('record.json', change);
const otherSignature = 'a'.repeat(96), real = parsed(bytesOf('facts').get('record.json')).beacon.evidence;
for (const [why, files, sentence] of [
  ['another source', record((r) => { r.beacon.type = 'x'; }), 'record.json 的随机源与承诺的不同'],
  ['another round', record((r) => { r.beacon.ref = r.beacon.ref.replace('123', '124'); }), 'record.json 的随机源与承诺的不同'],
  ['evidence of another round', record((r) => { r.beacon.evidence.round = 124; }), '随机源轮次与承诺的不同'],
  ['a short signature', record((r) => { r.beacon.evidence.signature = r.beacon.evidence.signature.slice(2); }), '随机数不是这个签名的 SHA-256'],
  ['another value', record((r) => { r.beacon.value = '0'.repeat(64); }), '随机数不是这个签名的 SHA-256'],
  ['another randomness', record((r) => { r.beacon.evidence.randomness = '0'.repeat(64); }), '随机数不是这个签名的 SHA-256'],
  ['recorded too early', record((r) => { r.at = '2023-08-23T23:15:32+08:00'; }), '登记时间不在随机源时刻之后 24 小时之内'],
  ['recorded too late', record((r) => { r.at = '2023-08-24T23:15:34+08:00'; }), '登记时间不在随机源时刻之后 24 小时之内'],
  ['a made-up signature', record((r) => {
    r.beacon.value = r.beacon.evidence.randomness = hex(sha256(unhex(otherSignature)));
    r.beacon.evidence.signature = otherSignature;
  }), '签名不是 drand quicknet 的签名'],
]) test(`beacon: ${why}`, async () => assert.equal(await says('beacon', files), `fail: ${sentence}`));

test('beacon: another round’s real signature does not hold for this one', async () => {
  const other = parsed(bytesOf('classes').get('record.json')).beacon;
  const files = record((r) => { r.beacon = { ...r.beacon, value: other.value, evidence: { ...other.evidence, round: 123 } }; });
  assert.equal(await says('beacon', files), 'fail: 签名不是 drand quicknet 的签名');
});

test('beacon: a round the reader brings decides when it is the same one', async () => {
  const brought = (change) => says('beacon', bytesOf('facts'), { beacon: file({ round: 123, signature: real.signature, randomness: real.randomness, ...change }) });
  assert.equal(await brought({}), 'ok: 与你提供的第 123 轮随机数一致');
  assert.equal(await brought({ signature: 'ab' }), 'fail: 你提供的同一轮随机数与登记的不同');
  assert.equal(await brought({ randomness: '' }), 'fail: 你提供的同一轮随机数与登记的不同');
  assert.equal(await brought({ round: 5 }), 'ok: 签名经 drand quicknet 公钥核对无误（第 123 轮）');
  await assert.rejects(brought({ more: 1 }), Unreadable);
});

const reveal = (change) => changed('reveal.json', change);
for (const [name, why, files, sentence] of [
  ['commitments', 'other holders', reveal((r) => { r.nonces.reverse(); }), '公开的秘密数与承诺的持有人不一致'],
  ['commitments', 'one holder less', reveal((r) => { r.nonces.pop(); }), '公开的秘密数与承诺的持有人不一致'],
  ['commitments', 'another nonce', reveal((r) => { r.nonces[1].nonce = '0'.repeat(64); }), 'supervisor 的秘密数与承诺不符'],
  ['drawn', 'one less', changed('drawn.json', (d) => { d.drawn.pop(); }), '重新计算的抽中名单与公开的不同'],
  ['drawn', 'another salt', changed('drawn.json', (d) => { d.drawn[0].salt = '0'.repeat(32); }), '重新计算的抽中名单与公开的不同'],
  ['drawn', 'another order', changed('drawn.json', (d) => { d.drawn.reverse(); }), '重新计算的抽中名单与公开的不同'],
  ['matching', 'another inspector', changed('drawn.json', (d) => { d.drawn[0].inspectors.reverse(); }), '重新计算的检查人员与公开的不同'],
  ['matching', 'one place less', changed('drawn.json', (d) => { d.drawn[0].inspectors.pop(); }), '重新计算的检查人员与公开的不同'],
  ['result root', 'out of order', changed('drawn.json', (d) => { d.drawn.reverse(); }), 'drawn.json 没有按代码升序排列，或者有重复'],
  ['result root', 'a salt twice', changed('drawn.json', (d) => { d.drawn[0].salt = d.drawn[1].salt; }), '名单里有重复的随机盐'],
  ['result root', 'one less', changed('drawn.json', (d) => { d.drawn.pop(); }), '名单户数与登记的或承诺的不同'],
  ['result root', 'another place', changed('drawn.json', (d) => { d.drawn[0].inspectors.push(''); }), '名单与登记的结果摘要不同'],
  ['exclusions', 'reasons other than those of quota.json', withQuota((q) => { q.excluded['DEREGISTERED'] = 1; }), '各排除理由的户数与 quota.json 不同'],
  ['exclusions', 'a stratum more', withQuota((q) => { q.strata.push({ code: 'z', eligible: 0, n: 0, ppm: 0 }); }), '各层的合格户数与 quota.json 不同'],
  ['exclusions', 'strata in another order', withQuota((q) => { q.strata.reverse(); }), '各层的合格户数与 quota.json 不同'],
]) test(`${name}: ${why}`, async () => assert.equal(await says(name, files), `fail: ${sentence}`));

for (const [why, from, to, sentence] of [
  ['a reason of the office’s own', '\tVISITED-THIS-YEAR\t', '\tBUSY\t', '对象库里有不允许的排除理由'],
  ['a single inspector', '\tcatering\t\tSCJG:*:2\n', '\tcatering\t\tSCJG:*:1\n', '有合格对象的检查人员名额少于两个'],
]) {
  test(`exclusions: ${why}`, async () => {
    const files = bytesOf('facts'), text = new TextDecoder().decode(files.get('objects.tsv'));
    assert.ok(text.includes(from));
    files.set('objects.tsv', new TextEncoder().encode(text.replace(from, to)));
    assert.equal(await says('exclusions', files), `fail: ${sentence}`);
    assert.equal(await says('object pool', files), 'fail: 对象库与承诺的摘要不同');
  });
}

test('a pool with a row less has another number of rows', async () => {
  for (const [name, check, sentence] of [['objects.tsv', 'object pool', '对象库的行数与承诺不同'], ['inspectors.tsv', 'inspector pool', '检查人员库的行数与承诺不同']]) {
    const files = bytesOf('facts'), lines = new TextDecoder().decode(files.get(name)).split('\n');
    files.set(name, new TextEncoder().encode([...lines.slice(0, -2), ''].join('\n')));
    assert.equal(await says(check, files), `fail: ${sentence}`);
  }
});

test('a check whose files are absent names them in order', async () => {
  const files = bytesOf('facts');
  for (const name of ['quota.json', 'objects.tsv', 'drawn.json']) files.delete(name);
  assert.equal(await says('matching', files), 'not checked: 缺少 objects.tsv、quota.json、drawn.json，没有核对');
  assert.equal(await says('quotas', files), 'not checked: 缺少 quota.json，没有核对');
  files.delete('announcement.json');
  await assert.rejects(verify(filesOf(files)), Unreadable);
});

// Events

const drawnIn = (code) => intermediate('facts').drawn_by_stratum[code];
const nextIn = (code) => intermediate('facts').next_in_order[code];
const event = (kind, ...fields) => ({ kind, fields });

/** The facts draw with these events, and what `replacements` says of it. */
async function replaying(events, change = () => {}, missing = []) {
  const salts = events.map((_, i) => hex(tagged('test', String(i))).slice(0, 32));
  const value = {
    draw, v: 'ssj1', openings: events.map(({ fields }, i) => ({ fields, salt: salts[i] })),
    events: events.map(({ kind, fields }, i) =>
      ({ kind, at: `2023-08-2${4 + i}T09:00:00+08:00`, commit: hex(taggedList(['ssj1/event', kind, ...fields, unhex(salts[i])])) })),
  };
  change(value);
  const files = bytesOf('facts');
  for (const name of missing) files.delete(name);
  return says('replacements', files.set('events.json', canonicalBytes(value)));
}
const replaced = event('replace', drawnIn('catering')[0], nextIn('catering')[0], 'REVOKED');

test('replacements: none, and those not opened yet', async () => {
  assert.equal(await replaying([]), 'ok: 没有替补和改派');
  assert.equal(await replaying([replaced], (value) => { value.openings = []; }, ['drawn.json']), 'not checked: 已登记替补或改派 1 件，名单公开后才能核对');
  assert.equal(await replaying([replaced], (value) => { value.openings = []; }), 'fail: 替补和改派没有逐件公开');
  assert.equal(await replaying([], (value) => { value.openings = [{ fields: [], salt: '0'.repeat(32) }]; }), 'fail: 替补和改派没有逐件公开');
});

test('replacements: the next ticket of the stratum, once in a small stratum', async () => {
  assert.equal(await replaying([replaced]), 'ok: 替补 1 件，改派 0 件，都合规定');
  assert.equal(await replaying([replaced], () => {}, ['inspectors.tsv']), 'ok: 替补 1 件，改派 0 件，都合规定');
  assert.equal(await replaying([replaced], () => {}, ['inspectors.tsv', 'record.json']), 'not checked: 只核对了摘要；缺少 record.json，没有核对次序');
  const wrong = (i) => `fail: 第 ${i} 件替补不是本层的下一户，或者超过限额`;
  assert.equal(await replaying([event('replace', drawnIn('catering')[0], nextIn('catering')[1], 'REVOKED')]), wrong(1));
  assert.equal(await replaying([event('replace', drawnIn('catering')[0], nextIn('retail')[0], 'REVOKED')]), wrong(1));
  assert.equal(await replaying([event('replace', nextIn('catering')[1], nextIn('catering')[0], 'REVOKED')]), wrong(1));
  assert.equal(await replaying([replaced, replaced]), wrong(2));
  assert.equal(await replaying([replaced, event('replace', nextIn('catering')[0], nextIn('catering')[1], 'REVOKED')]), wrong(2));
});

test('replacements: commitments, form and times', async () => {
  assert.equal(await replaying([replaced], (value) => { value.openings[0].fields[2] = 'DUPLICATE'; }), 'fail: 第 1 件替补或改派与登记的摘要不符');
  assert.equal(await replaying([replaced, replaced], (value) => { value.events[1].at = '2023-08-24T08:59:59+08:00'; }), 'fail: 替补和改派的时间先后不对');
  assert.equal(await replaying([replaced], (value) => { value.events[0].at = '2023-08-23T23:20:32+08:00'; }), 'fail: 替补和改派的时间先后不对');
  const [id] = drawnIn('catering');
  for (const bad of [event('replace', id, nextIn('catering')[0], 'LOST'), event('replace', id, nextIn('catering')[0]), event('swap', id, id, 'REVOKED'),
    event('toString', id, id, 'REVOKED'), event('assign', id, '0', '', 'SC001', 'REVOKED'), event('assign', id, '00', '', 'SC001', 'DIRECT'),
    event('assign', id, '-1', '', 'SC001', 'DIRECT'), event('assign', id, '99999999999', '', 'SC001', 'DIRECT'), event('assign', id, '', '', '', 'RECUSAL')])
    assert.equal(await replaying([bad]), 'fail: 第 1 件替补或改派的种类、栏目或理由不合规定', JSON.stringify(bad));
});

test('replacements: for an illness exactly one inspector is the next, or nobody', async () => {
  const everybody = ['', 'SC001', 'SC002', 'SC003', 'SC004', 'SC005', 'XF001'];
  for (const { id, inspectors } of parsed(bytesOf('facts').get('drawn.json')).drawn)
    for (const [k, old] of inspectors.entries()) {
      const right = [];
      for (const now of everybody) {
        const said = await replaying([event('assign', id, String(k), old, now, 'ILLNESS')]);
        if (said.startsWith('ok')) right.push(now);
        else assert.equal(said, 'fail: 第 1 件改派不是应当的下一人');
      }
      assert.equal(right.length, 1, `${id} ${k}: ${right}`);
      assert.ok(!inspectors.includes(right[0]));
    }
});

test('replacements: an empty place is filled by anybody not yet on the object and not recused', async () => {
  const now = nextIn('catering')[0], fill = (k, who, reason = 'DIRECT', old = '') => event('assign', now, String(k), old, who, reason);
  for (const who of ['SC001', 'ELSEWHERE-1']) assert.match(await replaying([replaced, fill(0, who)]), /^ok: 替补 1 件，改派 1 件，都合规定$/);
  const second = 'fail: 第 2 件改派不是应当的下一人', third = 'fail: 第 3 件改派不是应当的下一人';
  assert.equal(await replaying([replaced, fill(0, '')]), second);
  assert.equal(await replaying([replaced, fill(9, 'SC001')]), second);
  assert.equal(await replaying([replaced, fill(0, 'SC001', 'NEIGHBOUR', 'SC002')]), second);
  assert.equal(await replaying([replaced, fill(0, 'SC001'), fill(1, 'SC001')]), third);
  assert.equal(await replaying([replaced, event('assign', drawnIn('catering')[0], '0', '', 'SC001', 'DIRECT')]), second);
  assert.equal(await replaying([event('assign', drawnIn('retail')[0], '0', 'SC004', 'X', 'DIRECT')]), 'fail: 第 1 件改派不是应当的下一人');
});

// Series

const entry = (seq, value = {}) => ({
  commits: [hex(tagged('c', String(seq)))], draw: hex(tagged('d', String(seq))), prev: seq === 0 ? '0'.repeat(64) : hex(tagged('d', String(seq - 1))),
  salt_key: '', seq, series: `S${seq}`, state: 'cancelled', ...value,
});
const own = { ...entry(0), commits: announced.nonces.map(({ commit }) => commit), draw, series: announced.series };
const chained = entry(1, { prev: draw });

for (const [why, list, sentence] of [
  ['ok', [own, chained, entry(2)], 'ok: 机关清单 3 次抽取前后相接，这次是第 0 号'],
  ['ok, with its key', [{ ...own, state: 'revealed', salt_key: '8fca51bf291c1a8cb1166d12a817bf67280f2f16da37d8c81865d361031d0e22' }], 'ok: 机关清单 1 次抽取前后相接，这次是第 0 号'],
  ['a number left out', [own, { ...chained, seq: 2 }], 'fail: 清单的序号不是从 0 起逐一递增'],
  ['a broken chain', [own, entry(1)], 'fail: 清单的前后承接断开'],
  ['the first after another', [{ ...own, prev: '1'.repeat(64) }], 'fail: 清单的前后承接断开'],
  ['an unknown state', [own, { ...chained, state: 'lost' }], 'fail: 清单里有不认识的状态'],
  ['an open one in the middle of its series', [own, { ...chained, series: 'S2', state: 'overdue' }, entry(2)], 'fail: 同一系列有未了结的抽取之后又有新的抽取'],
  ['a commitment twice', [own, { ...chained, commits: [own.commits[0]] }], 'fail: 清单里有重复使用的秘密数承诺或盐密钥'],
  ['a salt key twice', [{ ...own, state: 'revealed', salt_key: '1'.repeat(64) }, { ...chained, state: 'revealed', salt_key: '1'.repeat(64) }], 'fail: 清单里有重复使用的秘密数承诺或盐密钥'],
  ['a salt key too early', [{ ...own, salt_key: '1'.repeat(64) }], 'fail: 尚未公开的抽取不应当有盐密钥'],
  ['without this draw', [entry(0)], 'fail: 清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致'],
  ['empty', [], 'fail: 清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致'],
  ['commitments in another order', [{ ...own, commits: [...own.commits].reverse() }], 'fail: 清单里没有这次抽取，或者它的位置、前一次、系列、承诺不一致'],
  ['another salt key', [{ ...own, state: 'aborted', salt_key: '1'.repeat(64) }], 'fail: 清单里的盐密钥与公开的不同'],
]) test(`series: ${why}`, async () => assert.equal(await says('series', bytesOf('facts'), { series: file(list) }), sentence));

test('a list that is not canonical is unreadable', async () => {
  await assert.rejects(verify(filesOf(bytesOf('facts')), { series: file(' []') }), Unreadable);
  await assert.rejects(verify(filesOf(bytesOf('facts')), { series: file([{ ...own, salt_key: 'x' }]) }), Unreadable);
});

test('the report is one line of canonical JSON', async () => {
  const report = await verify(filesOf(bytesOf('facts')));
  assert.equal(reportJson(report), new TextDecoder().decode(canonicalBytes(report)));
  assert.equal(beaconTime, announced.beacon.time);
});
