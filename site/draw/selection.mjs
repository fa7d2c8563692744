// Who is drawn (section 5): in each stratum the smallest tickets, and the next ones as replacements. Keeps no more than
// those.
import { macOf, Message } from './hash.mjs';

const latin = (bytes) => String.fromCharCode(...bytes);

/** How many of a stratum may be replaced (section 8). */
export const mostReplaced = (n) => Math.max(1, Math.floor(n / 20));

/** ticket(id), 32 bytes valid until the next call. @param key K_obj */
export function ticketOf(key) {
  const mac = macOf(key), message = new Message(), out = new Uint8Array(32);
  return (id) => {
    mac.into(message.begin().plain(id), out);
    return out;
  };
}

export class Selection {
  /** @param strata those of quota.json; @param key K_obj */
  constructor(strata, key) {
    this.ticket = ticketOf(key);
    // Of a stratum listed twice (the check `quotas` fails) the first line counts.
    this.strata = strata.filter(({ code }, i) => strata.findIndex((one) => one.code === code) === i)
      .map(({ code, n }) => ({ code, n, smallest: new Smallest(n + mostReplaced(n)) }));
    this.byCode = new Map(this.strata.map((one) => [one.code, one]));
  }
  /** An eligible object: {id, stratum, needs}. */
  add(object) {
    const stratum = this.byCode.get(object.stratum);
    if (stratum !== undefined) stratum.smallest.offer(this.ticket(object.id), object);
  }
  /** For each stratum, in the order of quota.json: {code, n, drawn: objects by rank, next: the replacements by rank}. */
  finish() {
    return this.strata.map(({ code, n, smallest }) => {
      const inOrder = smallest.inOrder();
      return { code, n, drawn: inOrder.slice(0, n), next: inOrder.slice(n) };
    });
  }
}

/** Of many tickets the `most` smallest: a heap with the largest on top. */
class Smallest {
  constructor(most) {
    this.most = most;
    this.heap = [];
  }
  offer(ticket, { id, stratum, needs }) {
    const { heap } = this;
    if (heap.length >= this.most && !beginsBelow(ticket, heap[0].ticket)) return;
    const one = { ticket: latin(ticket), id, stratum, needs };
    if (heap.length < this.most) this.rise(one);
    else if (one.ticket < heap[0].ticket) this.sink(one);
  }
  rise(one) {
    const { heap } = this;
    let at = heap.push(one) - 1;
    for (let above; at > 0 && heap[(above = (at - 1) >> 1)].ticket < one.ticket; at = above) heap[at] = heap[above];
    heap[at] = one;
  }
  sink(one) {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && heap[below].ticket < heap[below + 1].ticket) ++below;
      if (!(one.ticket < heap[below].ticket)) break;
      heap[at] = heap[below];
      at = below;
    }
    heap[at] = one;
  }
  inOrder() {
    return this.heap.sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  }
}

/** Whether a ticket can stand before another one, as far as its first bytes tell: most cannot. */
function beginsBelow(ticket, text) {
  for (let i = 0; i < 4; ++i) if (ticket[i] !== text.charCodeAt(i)) return ticket[i] < text.charCodeAt(i);
  return true;
}
