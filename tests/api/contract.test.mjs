// The live interface against its own description, over the demo: every operation, every kind of problem.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Description, fileOfSite, startServer } from './server.mjs';

let server, api;

async function ask(target, options = {}) {
  const reply = await fetch(new URL(target, server.address), { redirect: 'manual', ...options });
  return { status: reply.status, headers: reply.headers, body: Buffer.from(await reply.arrayBuffer()) };
}

/** A reply of this status that is as described, its JSON. */
async function described(target, status = 200) {
  const reply = await ask(`/api/v1${target}`), { pathname } = new URL(`/api/v1${target}`, server.address);
  assert.equal(reply.status, status, `${target}: ${reply.body.toString().slice(0, 300)}`);
  assert.deepEqual(api.faults(pathname, reply), [], target);
  return reply.body.length ? JSON.parse(reply.body.toString()) : undefined;
}

/** All items of a list, page by page. */
async function all(target, limit = 200) {
  const items = [];
  for (let next = `${target}${target.includes('?') ? '&' : '?'}limit=${limit}`; next;) {
    const page = await described(next);
    items.push(...page.items);
    next = page.next && `${target}${target.includes('?') ? '&' : '?'}limit=${limit}&cursor=${page.next}`;
  }
  return items;
}

/** The bytes that a socket answers to bytes. */
const raw = (bytes) => new Promise((done, failed) => {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname, () => socket.write(bytes)), pieces = [];
  socket.on('data', (piece) => pieces.push(piece));
  socket.on('end', () => done(Buffer.concat(pieces).toString()));
  socket.on('error', failed);
  socket.setTimeout(8000, () => socket.destroy(new Error('no end')));
});

const twin = (url) => fileOfSite(url.endsWith('/') ? `${url}index.json` : url.replace(/\.html$/, '.json'));

before(async () => {
  server = await startServer();
  api = new Description(JSON.parse((await ask('/api/v1/openapi.json')).body.toString()));
});
after(() => server.stop());

test('the description is valid OpenAPI 3.1', async () => {
  const result = await new Validator().validate(structuredClone(api.document));
  assert.ok(result.valid, JSON.stringify(result.errors));
  assert.equal(api.document.openapi, '3.1.0');
});

test('every record that a list names is as described, with the bytes of its twin', async () => {
  const kinds = { '/plans': (one) => `/plans/${one.id}`, '/draws': (one) => `/draws/${one.id}`,
    '/enterprises': (one) => `/enterprises/${one.code}`, '/results': (one) => `/results/${one.id}` };
  for (const [list, address] of Object.entries(kinds)) {
    const items = await all(list);
    assert.ok(items.length > 0, list);
    for (const one of items.slice(0, 150)) {
      await described(address(one));
      assert.deepEqual((await ask(`/api/v1${address(one)}`)).body, twin(one.url), address(one));
    }
  }
  for (const { id } of await all('/plans')) {
    const plan = await described(`/plans/${id}`);
    for (const edition of plan.editions) await described(`/plans/${id}/editions/${edition.number}`);
    for (const task of plan.tasks) {
      await described(`/tasks/${task.id}`);
      assert.deepEqual((await ask(`/api/v1/tasks/${task.id}`)).body, twin(task.url));
    }
  }
});

test('a list in small pages is the list in large ones, each item once', async () => {
  for (const list of ['/plans', '/draws', '/results', '/enterprises', '/enterprises?q=%E5%85%AC%E5%8F%B8', '/results?office=999901']) {
    const large = await all(list, 200), small = await all(list, 37);
    assert.deepEqual(small.map((one) => one.id), large.map((one) => one.id), list);
    assert.equal(new Set(large.map((one) => one.id)).size, large.length, list);
    const { total } = await described(list);
    if (total !== null) assert.equal(total, large.length, list);
  }
});

test('the filters of results leave exactly those that fit', async () => {
  const every = await all('/results'), some = every.find((one) => one.department && one.plan && one.codes.length > 0);
  const fits = {
    [`office=${some.office}`]: (one) => one.office === some.office,
    [`task=${some.task}`]: (one) => one.task === some.task,
    [`plan=${some.plan}`]: (one) => one.plan === some.plan,
    [`department=${some.department}`]: (one) => one.department === some.department,
    [`code=${some.object_code}`]: (one) => one.object_code === some.object_code,
    [`outcome=${some.codes[0]}`]: (one) => one.codes.includes(some.codes[0]),
    [`from=${some.published_on}`]: (one) => (one.published_on ?? '') >= some.published_on,
    [`to=${some.published_on}`]: (one) => (one.published_on ?? '') <= some.published_on,
  };
  for (const [filter, fit] of [...Object.entries(fits), [Object.keys(fits).join('&'), (one) => Object.values(fits).every((f) => f(one))]])
    assert.deepEqual((await all(`/results?${filter}`)).map((one) => one.id), every.filter(fit).map((one) => one.id), filter);
});

test('enterprises are found by any part of a name, by code and by its beginning', async () => {
  const every = await all('/enterprises');
  for (const one of every.slice(0, 40)) {
    for (const q of [one.name, one.name.slice(2, 5), ...one.former_names, one.code.length === 18 ? one.code : one.name])
      assert.ok((await all(`/enterprises?q=${encodeURIComponent(q)}`)).some((found) => found.code === one.code), q);
    if (one.code.length === 18)
      assert.ok((await all(`/enterprises?q=${one.code.slice(0, 12).toLowerCase()}`)).some((found) => found.code === one.code));
  }
  assert.deepEqual((await described('/enterprises?q=%E6%97%A0%E6%AD%A4%E4%BC%81%E4%B8%9A%E4%B9%8B%E5%90%8D')).items, []);
});

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const part = (bytes) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** The root to which a row of objects.tsv leads (RFC 9162 2.1.3.2, docs/draw-protocol.md sections 2 and 3). */
function rootOf(row, size) {
  const { proof } = row, cells = ['ssj1/obj', row.id, row.stratum, row.excl ?? '', proof.needs].map((text) => Buffer.from(text));
  const leaf = Buffer.concat([...cells, Buffer.from(proof.salt, 'hex')].map(part));
  let hash = sha256(Buffer.from([0]), leaf), number = proof.index, last = size - 1;
  assert.equal(hash.toString('hex'), proof.leaf);
  for (const step of proof.path.map((hex) => Buffer.from(hex, 'hex'))) {
    if (number % 2 === 1 || number === last) {
      hash = sha256(Buffer.from([1]), step, hash);
      for (; number % 2 === 0 && number !== 0;) number = Math.floor(number / 2), last = Math.floor(last / 2);
    } else hash = sha256(Buffer.from([1]), hash, step);
    number = Math.floor(number / 2), last = Math.floor(last / 2);
  }
  return hash.toString('hex');
}

test('whether an object was in a draw is proved down to the announced root, or not told where the pool is not public', async () => {
  let opened = 0, kept = 0;
  for (const { id } of await all('/draws')) {
    const draw = await described(`/draws/${id}`), listed = draw.objects[0]?.code;
    const codes = [listed, '99999901MA00000005', 'o1', '000000000000000000', 'Y9999999MA00000000'].filter(Boolean);
    for (const code of codes) {
      const answer = await described(`/draws/${id}/objects/${code}`);
      assert.equal(answer.listed?.code ?? null, draw.objects.find((one) => one.code === code)?.code ?? null);
      if (!answer.pool) {
        kept += 1;
        assert.ok(!draw.committed || draw.committed.basis === 'classes' || !['revealed', 'aborted'].includes(draw.committed.state));
        continue;
      }
      opened += 1;
      const { pool } = answer, { objects } = JSON.parse(fileOfSite(`draws/${id}/announcement.json`).toString());
      assert.equal(pool.size, objects.size);
      assert.equal(pool.present, pool.row !== null);
      for (const row of [pool.row, pool.before, pool.after].filter(Boolean)) {
        assert.equal(rootOf(row, pool.size), objects.root);
      }
      if (!pool.present) {
        assert.ok((pool.before?.id ?? '') < code && code < (pool.after?.id ?? '~'));
        const between = (pool.after?.proof.index ?? pool.size) - (pool.before?.proof.index ?? -1);
        assert.equal(between, 1);
      }
    }
  }
  assert.ok(opened > 0 && kept > 0, 'the demo has both');
});

test('the checks of a committed draw are the thirteen, as its file says', async () => {
  for (const { id } of await all('/draws')) {
    const { committed } = await described(`/draws/${id}`);
    if (!committed) {
      await described(`/draws/${id}/checks`, 404);
      continue;
    }
    const report = await described(`/draws/${id}/checks`);
    assert.equal(report.draw, committed.digest);
    assert.notEqual(report.verdict, 'fail', JSON.stringify(report));
    assert.deepEqual((await ask(`/api/v1/draws/${id}/checks`)).body, fileOfSite(`draws/${id}/checks.json`));
  }
});

test('the current release is first, with the digest of its manifest', async () => {
  const { items } = await described('/releases');
  assert.equal(items[0].digest, createHash('sha256').update(fileOfSite('manifest.txt')).digest('hex'));
  assert.ok(items[0].current);
});

test('HEAD, If-None-Match, OPTIONS and other methods', async () => {
  const whole = await ask('/api/v1/plans'), head = await ask('/api/v1/plans', { method: 'HEAD' });
  for (const name of ['etag', 'content-type', 'content-length', 'cache-control']) assert.equal(head.headers.get(name), whole.headers.get(name));
  assert.equal(head.body.length, 0);
  assert.match(whole.headers.get('etag'), /^"[0-9a-f]+"$/);
  const held = await ask('/api/v1/plans', { headers: { 'If-None-Match': whole.headers.get('etag') } });
  assert.equal(held.status, 304);
  assert.deepEqual(api.faults('/api/v1/plans', held), []);
  const preflight = await ask('/api/v1/plans', { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'GET', Origin: 'https://example.invalid' } });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
  assert.match(preflight.headers.get('allow'), /GET, HEAD, OPTIONS/);
  const post = await ask('/api/v1/plans', { method: 'DELETE' });
  assert.equal(post.status, 405);
  assert.deepEqual(api.faults('/api/v1/plans', post), []);
});

test('every kind of problem a client can cause is as described and explained on the page of problems', async () => {
  const page = fileOfSite('api/problems/index.html').toString(), seen = new Set();
  const take = (body, status) => {
    const problem = JSON.parse(body);
    assert.ok(api.judge({ $ref: '#/components/schemas/problem' })(problem), body);
    assert.equal(problem.status, status);
    const anchor = problem.type.slice(problem.type.indexOf('#') + 1);
    assert.ok(page.includes(`id="${anchor}"`), anchor);
    seen.add(anchor);
    return problem;
  };
  for (const [target, status] of [['/plans?color=red', 400], ['/plans?limit=0', 400], ['/plans?limit=1&limit=1', 400], ['/results?from=2024-02-30', 400],
    ['/enterprises?q=', 400], ['/enterprises/%E7%A4%BA', 400], ['/plans?cursor=abc', 400], ['/tasks/999999999', 404], ['/plans/1/editions/99', 404]]) {
    const reply = await ask(`/api/v1${target}`);
    assert.equal(reply.status, status, target);
    assert.deepEqual(api.faults(new URL(`/api/v1${target}`, server.address).pathname, reply), []);
    take(reply.body.toString(), status);
  }
  const many = take((await ask('/api/v1/results?from=x&to=y&limit=z&more=1')).body.toString(), 400);
  assert.deepEqual(many.errors.map((one) => one.parameter).sort(), ['from', 'limit', 'more', 'to']);
  take((await ask('/api/v1/nothing')).body.toString(), 404);
  const end = '\r\nHost: a\r\nConnection: close\r\n';
  for (const [head, status] of [[`GET /api/v1/plans?q=%zz HTTP/1.1${end}\r\n`, 400], [`GET /api/v1/plans?q=%ff HTTP/1.1${end}\r\n`, 400],
    [`PUT /api/v1/plans HTTP/1.1${end}\r\n`, 405], [`GET /api/v1/plans HTTP/1.1${end}Content-Length: 3\r\n\r\nabc`, 413],
    [`GET /api/v1/plans?q=${'a'.repeat(5000)} HTTP/1.1${end}\r\n`, 414], [`GET /api/v1/plans HTTP/1.1${end}${'X: 1\r\n'.repeat(99)}\r\n`, 431],
    [`GET /api/v1/plans HTTP/1.1${end}Expect: 100-continue\r\n\r\n`, 417], [`GET /api/v1/plans HTTP/2.0${end}\r\n`, 505]]) {
    const reply = await raw(head);
    assert.match(reply, new RegExp(`^HTTP/1.1 ${status} `), head.slice(0, 60));
    assert.match(reply, /\r\nContent-Type: application\/problem\+json\r\n/i);
    take(reply.slice(reply.indexOf('\r\n\r\n') + 4), status);
  }
  assert.deepEqual([...seen].sort(), ['invalid-parameters', 'malformed-request', 'method-not-allowed', 'no-such-operation', 'not-found', 'request-refused']);
});

test('every call that the page of the interface shows is answered', async () => {
  const page = fileOfSite('api/index.html').toString(), text = page.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const calls = [...text.matchAll(/curl (?:--get )?'[^']*\/(api\/v1[^']*)'((?: --data-urlencode '[^']*')*)/g)];
  assert.equal(calls.length, Object.keys(api.document.paths).length);
  assert.ok(calls.some(([, , data]) => data !== ''));
  for (const [, path, data] of calls) {
    const query = [...data.matchAll(/--data-urlencode '([^=]*)=([^']*)'/g)].map(([, name, value]) => `${name}=${encodeURIComponent(value)}`);
    const target = `/${path}${query.length ? `?${query.join('&')}` : ''}`, reply = await ask(target);
    const allowed = path.endsWith('/checks') ? [200, 404] : [200];  // the newest draw need not be a committed one
    assert.ok(allowed.includes(reply.status), target);
  }
});

test('a search without a script finds in the site\'s own page what the interface finds', async () => {
  const { items } = await described('/enterprises?q=%E7%A4%BA%E4%BE%8B&limit=50'), reply = await ask('/search/?q=%E7%A4%BA%E4%BE%8B');
  assert.equal(reply.status, 200);
  assert.equal(reply.headers.get('content-type'), 'text/html; charset=utf-8');
  const found = [...reply.body.toString().matchAll(/<li><a href="\.\.\/(enterprises\/[^"]+)">/g)].map(([, address]) => address);
  assert.deepEqual(found, items.map((one) => one.url));
});
