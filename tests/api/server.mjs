// What the contract tests need: gongshi-server on the demo's portal, and the interface's own description.
// GONGSHI_SITE names the site's folder (default build/demo/public/current).
import { readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { startServer as start } from '../gongshi_server.mjs';

const checkout = resolve(fileURLToPath(import.meta.url), '../../..');
export const siteFolder = process.env.GONGSHI_SITE ?? join(checkout, 'build/demo/public/current');

/** The server on the demo's portal; its log has a line a request and is left out. */
export const startServer = () => start(['--portal', resolve(siteFolder, '../..')], 'ignore');

export const fileOfSite = (address) => readFileSync(join(realpathSync(siteFolder), address));

/** The description as a judge of replies: which operation a path is, and what of a reply is not as described. */
export class Description {
  constructor(document) {
    this.document = document;
    this.judges = new Map();
    this.ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
    addFormats(this.ajv);
    this.ajv.addKeyword('components');
    this.ajv.addSchema({ $id: 'https://example.invalid/api', components: { schemas: document.components.schemas } });
    this.patterns = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .map((path) => ({ path, pattern: new RegExp(`^/api/v1${path.replace('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
  }

  operation(pathname) {
    const found = this.patterns.find(({ pattern }) => pattern.test(pathname));
    return found && { path: found.path, ...this.document.paths[found.path].get };
  }

  itself(part) {
    if (!part.$ref) return part;
    return part.$ref.slice(2).split('/').reduce((node, name) => node[name], this.document);
  }

  judge(schema) {
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"https://example.invalid/api#/components/');
    if (!this.judges.has(text)) this.judges.set(text, this.ajv.compile(JSON.parse(text)));
    return this.judges.get(text);
  }

  /** Everything that is wrong with a reply to this path, in words. */
  faults(pathname, { status, headers, body }) {
    const operation = this.operation(pathname);
    if (!operation) return [`${pathname} is no operation`];
    const described = operation.responses[status] ?? operation.responses.default;
    if (!described) return [`${status} is not described`];
    const reply = this.itself(described), faults = [];
    for (const [name, given] of Object.entries(reply.headers ?? {})) {
      const header = this.itself(given), value = headers.get(name);
      if (value === null) {
        if (header.required) faults.push(`no ${name}`);
      } else if (header.schema.const && header.schema.const !== value) faults.push(`${name}: ${value}`);
    }
    if (!reply.content) return body.length === 0 ? faults : [...faults, 'a body that is not described'];
    const [type, media] = Object.entries(reply.content)[0];
    if (headers.get('content-type') !== type) return [...faults, `Content-Type ${headers.get('content-type')}`];
    const valid = this.judge(media.schema);
    if (!valid(JSON.parse(body.toString())))
      for (const error of valid.errors.slice(0, 5)) faults.push(`${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
    return faults;
  }
}
