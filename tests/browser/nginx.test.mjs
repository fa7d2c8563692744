// The shipped nginx configuration in front of the site and of gongshi-server, asked nicely and otherwise.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { serveLookups, serveSite, siteFiles, siteFolder } from './portal.mjs';

const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync);
const shipped = readFileSync(new URL('../../docs/deploy/nginx.conf', import.meta.url), 'utf8');
let folder, front, lookups, port;

const freePort = () => new Promise((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = server.address();
    server.close(() => found(free));
  });
});

/** The shipped text with its places to change changed, and what surrounds it when nobody is root. */
function configuration(lookupPort) {
  const replaced = [[/listen 80 /, `listen 127.0.0.1:${port} `], [/root \S+;/, `root ${siteFolder};`],
    [/127\.0\.0\.1:8081/, `127.0.0.1:${lookupPort}`]]
    .reduce((text, [from, to]) => {
      assert.match(text, from);
      return text.replace(from, to);
    }, shipped);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  return `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    ${process.getuid() === 0 ? 'user root;' : ''}
    events { worker_connections 512; }
    http { access_log off; ${temporary.join(' ')}
    ${replaced} }`;
}

before(async () => {
  assert.ok(nginx, 'nginx is not installed: make setup FOR=test');
  folder = mkdtempSync(join(tmpdir(), 'gongshi-nginx-'));
  port = await freePort();
  lookups = await serveLookups();
  writeFileSync(join(folder, 'nginx.conf'), configuration(new URL(lookups.address).port));
  front = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'inherit'] });
  for (let tries = 0; tries < 100; ++tries) {
    if (await fetch(address('')).then(() => true, () => false)) return;
    await wait(50);
  }
  assert.fail(`nginx does not answer: ${readFileSync(join(folder, 'error.log'), 'utf8')}`);
});
after(() => {
  front?.kill('SIGTERM');
  lookups?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const address = (path) => `http://127.0.0.1:${port}/${path}`;

/** Sends bytes and reads until the other side closes or half a minute is over. */
const converse = (bytes) => new Promise((done) => {
  let said = '';
  const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
  socket.setTimeout(30_000, () => socket.destroy());
  socket.on('data', (piece) => (said += piece));
  socket.on('error', () => {});
  socket.on('close', () => done(said));
});

test('nginx serves the release, folder by folder, and says when nothing changed', async () => {
  const home = await fetch(address(''));
  assert.equal(home.status, 200);
  assert.equal(await home.text(), readFileSync(join(siteFolder, 'index.html'), 'utf8'));
  assert.match(home.headers.get('content-type'), /^text\/html; charset=utf-8$/i);
  assert.match(home.headers.get('content-security-policy'), /default-src 'self'/);
  const again = await fetch(address(''), { headers: { 'If-None-Match': home.headers.get('etag') } });
  assert.equal(again.status, 304);
  const inFolder = siteFiles('.html').find((page) => page.endsWith('/index.html')).replace(/\/index\.html$/, '');
  const redirect = await fetch(address(inFolder), { redirect: 'manual' });
  assert.equal(redirect.status, 301);
  assert.equal(redirect.headers.get('location'), `/${inFolder}/`);
});

test('calendars and catalogues come as what they are, from nginx and in the preview', async () => {
  const preview = await serveSite();
  for (const root of [address(''), preview.address])
    for (const [path, type] of [['due.ics', /^text\/calendar; charset=utf-8$/i],
      ['data/catalog.jsonld', /^application\/ld\+json$/], ['data/catalog.ttl', /^text\/turtle; charset=utf-8$/i]]) {
      const answer = await fetch(root + path);
      await answer.arrayBuffer();
      assert.match(answer.headers.get('content-type'), type, root + path);
    }
  preview.stop();
});

test('a missing page is the site\'s own, with the protecting headers', async () => {
  const missing = await fetch(address('none/'));
  assert.equal(missing.status, 404);
  assert.equal(await missing.text(), readFileSync(join(siteFolder, '404.html'), 'utf8'));
  assert.match(missing.headers.get('content-security-policy'), /default-src 'self'/);
});

test('look-ups pass through nginx unchanged', async () => {
  const page = siteFiles('.json').find((name) => name.startsWith('enterprises/'));
  const code = page.replace(/^.*\/|\.json$/g, '');
  const reply = await fetch(address(`api/v1/enterprises/${code}`));
  assert.equal(reply.status, 200);
  assert.equal(await reply.text(), readFileSync(join(siteFolder, page), 'utf8'));
  const held = await fetch(address(`api/v1/enterprises/${code}`), { headers: { 'If-None-Match': reply.headers.get('etag') } });
  assert.equal(held.status, 304);
  assert.equal((await fetch(address('api/v1/enterprises/NONE'))).status, 404);
});

test('what the interface is, is a page beside the look-ups', async () => {
  for (const path of ['api/', 'api/problems/']) {
    const reply = await fetch(address(path));
    assert.equal(reply.status, 200, path);
    assert.match(reply.headers.get('content-type'), /^text\/html/);
  }
});

test('whoever searches gets a page, whatever stands in the address', async () => {
  const queries = ['', '?q=', '?utm_source=a', '?q=%ff', '?q=100%', '?q=%E4%B8%AD%09a', `?q=${'a'.repeat(3000)}`, '?q=%E9%85%92%E6%A5%BC'];
  for (const query of queries) {
    const reply = await fetch(address(`search/${query}`));
    assert.match(reply.headers.get('content-type'), /^text\/html/, query);
    assert.match(await reply.text(), /<form[^>]*role="search"/, query);
  }
});

test('nothing can be sent: other methods and bodies are refused', async () => {
  assert.equal((await fetch(address(''), { method: 'POST', body: 'a' })).status, 403);
  assert.equal((await fetch(address('api/v1/enterprises/1'), { method: 'POST', body: 'a' })).status, 403);
  assert.equal((await fetch(address(''), { method: 'POST', body: 'a'.repeat(4096) })).status, 413);
  const smuggled = await converse('GET /api/v1/enterprises/NONE HTTP/1.1\r\nHost: a\r\nConnection: close\r\n' +
    'Transfer-Encoding: chunked\r\n\r\n2c\r\nGET /healthz HTTP/1.1\r\nHost: a\r\nX: yyyyyyyyyy\r\n0\r\n\r\n');
  assert.ok(!/ok\n$/.test(smuggled), smuggled);
  assert.equal(smuggled.split('HTTP/1.1 ').length - 1, 1, smuggled);
});

test('a header without end is refused', async () => {
  assert.match(await converse(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(100_000)}`), /^HTTP\/1.1 400 /);
});

test('two hundred half-open connections do not hold up a good one', async () => {
  const sockets = Array.from({ length: 200 }, () => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost:'));
    socket.on('error', () => {});
    return socket;
  });
  await wait(200);
  const begun = Date.now();
  assert.equal((await fetch(address(''))).status, 200);
  assert.ok(Date.now() - begun < 1000, `${Date.now() - begun} ms`);
  for (const socket of sockets) socket.destroy();
});
