// The files of the index as the page gets them: over HTTP, whole, by name. Knows nothing of what is in them.

import { sha256 } from './sha256.mjs';

/** A reader for SearchIndex. `folder` ends with a slash; `errors` are the classes {Damaged, Missing, Unreachable} that it throws. */
export class IndexFiles {
  #folder; #errors; #signal; #fresh = false;
  constructor(folder, errors) {
    this.#folder = folder;
    this.#errors = errors;
  }

  /** Files asked for from now on belong to a new question: those of the one before are not waited for any longer. */
  begin(signal) {
    this.#signal = signal;
  }

  /** After a damaged or missing file: what the browser keeps is not trusted once more. */
  distrust(whether) {
    this.#fresh = whether;
  }

  /** The bytes of a file. The root keeps its name when it changes, so the server is asked whether it did, and every
   *  question needs it; others never change. */
  read = (name) => (name === 'root' ? this.#get(this.#folder + name, 'no-cache') : this.#get(this.#folder + name, 'force-cache', this.#signal));

  /** A file that is named by its digest, as JSON; read to its end whatever is asked meanwhile. */
  async json(address) {
    const bytes = await this.#get(address, 'force-cache'), digest = /\.([0-9a-f]{8})\.json$/.exec(address)[1];
    if (!sha256(bytes).startsWith(digest)) throw new this.#errors.Damaged(address);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  }

  async #get(address, cache, signal) {
    let reply;
    try {
      reply = await fetch(address, { cache: this.#fresh ? 'reload' : cache, signal });
      if (reply.ok) return new Uint8Array(await reply.arrayBuffer());
    } catch (fault) {
      if (fault.name === 'AbortError') throw fault;
      throw new this.#errors.Unreachable(address);
    }
    if (reply.status === 404 || reply.status === 410) throw new this.#errors.Missing(address);
    throw new this.#errors.Unreachable(address);
  }
}
