// Every intermediate value of the two whole draws.
import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { test } from 'node:test';
import { encode, hex, unhex, utf8 } from '../../site/draw/bytes.mjs';
import { hasher, mac, macOf, Message, sha256, tagged } from '../../site/draw/hash.mjs';
import { leafHash } from '../../site/draw/merkle.mjs';
import { readPackage } from '../../site/draw/package.mjs';
import { Salts } from '../../site/draw/pool.mjs';
import { verify, verifySlip } from '../../site/draw/report.mjs';
import { resultLeaf } from '../../site/draw/result.mjs';
import { ticketOf } from '../../site/draw/selection.mjs';
import { bytesOf, canonicalBytes, draws, fileOf, filesOf, intermediate } from './vectors.mjs';

test('E puts every part after its length', () => {
  assert.equal(hex(encode('a', 'bc')), '0000000161000000026263');
});

for (const draw of draws) {
  const told = intermediate(draw), bytes = bytesOf(draw);

  test(`${draw}: the identity, the seed and the keys`, async () => {
    const whole = await readPackage(filesOf(bytes));
    const nonces = whole.reveal.nonces.map(({ nonce }) => unhex(nonce)), { type, ref } = whole.announcement.beacon;
    assert.equal(hex(whole.draw), told.draw_id);
    assert.equal(hex(encode('a', 'bc')), told.E_of_a_bc);
    assert.equal(hex(tagged('ssj1/nonces', ...nonces)), told.nonces_key);
    const message = encode('ssj1/seed', whole.draw, type, ref, unhex(whole.record.beacon.value));
    assert.equal(hex(message), told.seed_message);
    assert.equal(hex(mac(tagged('ssj1/nonces', ...nonces), message)), told.prk);
    for (const key of ['prk', 'obj', 'match', 'order'])
      assert.equal(hex(whole.keys[key]), key === 'prk' ? told.prk : told.keys[key]);
    assert.equal(hex(tagged('ssj1/nonce', 'office', nonces[0])), told.nonce_commit_office);
  });

  test(`${draw}: the first object's salt and leaf, every ticket, who is drawn and who is next`, async () => {
    const whole = await readPackage(filesOf(bytes));
    const fields = new TextDecoder().decode(bytes.get('objects.tsv')).split('\n')[1].split('\t');
    const salt = new Salts(unhex(whole.reveal.salt_key), 'obj').of(fields[0]).slice();
    const leaf = encode('ssj1/obj', ...fields, salt);
    assert.equal(hex(salt), told.first_object_salt);
    assert.equal(hex(leaf), told.first_object_leaf);
    assert.equal(hex(leafHash(leaf)), told.first_object_leaf_hash);
    const ticket = ticketOf(whole.keys.obj);
    assert.ok(Object.keys(told.tickets).length > 0);
    for (const [id, value] of Object.entries(told.tickets)) assert.equal(hex(ticket(id)), value);
    for (const { code, drawn, next } of whole.objects.strata) {
      assert.deepEqual(drawn.map(({ id }) => id), told.drawn_by_stratum[code]);
      assert.deepEqual(next.map(({ id }) => id), told.next_in_order[code].slice(0, next.length));
    }
  });

  test(`${draw}: every result leaf, and the slip with its path`, async () => {
    const { drawn } = await readPackage(filesOf(bytes));
    for (const object of drawn.drawn) assert.equal(hex(resultLeaf(object)), told.result_leaves[object.id]);
    const slip = fileOf(canonicalBytes(told.slip)), record = fileOf(bytes.get('record.json'));
    assert.equal((await verifySlip(slip, record)).verdict, 'ok');
    assert.equal((await verifySlip(slip)).verdict, 'incomplete');
    for (const [key, value] of Object.entries({ index: told.slip.index + 1, salt: '0'.repeat(32), path: [] })) {
      const broken = await verifySlip(fileOf(canonicalBytes({ ...told.slip, [key]: value })), record);
      assert.deepEqual(broken.checks, [{ name: 'slip', status: 'fail', detail: '凭条不在登记的结果里' }]);
    }
  });

  test(`${draw}: all that can be checked is ok`, async () => {
    const { checks, verdict } = await verify(filesOf(bytes), { seen: '2023-08-22T22:20:00+08:00' });
    assert.deepEqual(checks.filter(({ status }) => status !== 'ok').map(({ name }) => name), ['replacements', 'series']);
    assert.equal(verdict, 'incomplete');
  });
}

test('SHA-256 and HMAC are those of another library', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000]) {
    const message = new Uint8Array(length).fill(length);
    assert.equal(hex(sha256(message)), createHash('sha256').update(message).digest('hex'));
  }
  assert.equal(hex(mac(utf8('Jefe'), utf8('what do ya want for nothing?'))),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

test('the fast SHA-256 and HMAC, on messages of every length, are those of another library', () => {
  const key = new Uint8Array(32).fill(7), out = new Uint8Array(32), sha = hasher(), fast = macOf(key), message = new Message();
  for (let length = 0; length < 300; ++length) {
    const bytes = new Uint8Array(length).fill(length);
    sha.into(message.begin().raw(bytes), out);
    assert.equal(hex(out), createHash('sha256').update(bytes).digest('hex'));
    fast.into(message.begin().raw(bytes), out);
    assert.equal(hex(out), createHmac('sha256', key).update(bytes).digest('hex'));
  }
});
