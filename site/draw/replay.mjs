// Replacements and reassignments (section 8): whether each says something that may be, and whether it was the next in
// order when they are played again on the recomputed draw.
import { mostReplaced } from './selection.mjs';
import { placesOf } from './tables.mjs';

const reasons = {
  replace: ['DEREGISTERED', 'REVOKED', 'MOVED-OUT', 'DUPLICATE'],
  assign: ['RECUSAL', 'ILLNESS', 'DIRECT', 'NEIGHBOUR'],
};
const fieldsOf = { replace: 3, assign: 5 };

/** Whether kind, number of fields, reason and place are as they may be, whatever the draw. */
export function isWellFormed(kind, fields) {
  if (!Object.hasOwn(reasons, kind) || fields.length !== fieldsOf[kind]) return false;
  if (!reasons[kind].includes(fields.at(-1))) return false;
  return kind === 'replace' || /^(?:0|[1-9][0-9]{0,9})$/.test(fields[1]);
}

/** The list as it stands after the events so far. */
export class Replay {
  /**
   * @param strata as Selection gives them; @param matched what match() gave, and @param crew the Crew with the loads it
   * left: both undefined when no event assigns anybody
   */
  constructor(strata, matched, crew) {
    this.crew = crew;
    this.strata = new Map(strata.map((one) => [one.code, { ...one, replaced: 0 }]));
    this.list = new Map();  // object id → {stratum, places, on: inspectors}
    for (const { drawn } of strata)
      for (const object of drawn) this.put(object, matched?.inspectors.get(object.id).slice());
  }
  put({ id, stratum, needs }, on) {
    const places = placesOf(needs);
    this.list.set(id, { stratum, places, on: on ?? places.map(() => '') });
  }
  /** Whether this event was the one that had to come; it is then done. */
  take(kind, fields) {
    return kind === 'replace' ? this.replace(...fields) : this.assign(...fields);
  }
  replace(old, now) {
    const stratum = this.strata.get(this.list.get(old)?.stratum);
    if (stratum === undefined) return false;
    const next = stratum.next[stratum.replaced];
    if (next?.id !== now || stratum.replaced >= mostReplaced(stratum.n)) return false;
    ++stratum.replaced;
    this.list.delete(old);
    this.put(next);
    return true;
  }
  assign(id, slot, old, now, reason) {
    const object = this.list.get(id), k = Number(slot);
    if (object === undefined || k >= object.places.length || object.on[k] !== old) return false;
    const next = ['RECUSAL', 'ILLNESS'].includes(reason);
    if (next) this.crew.load(old, -1);
    if (next ? this.crew.pick(id, k, object.places[k], object.on) !== now : !this.mayFill(id, object, old, now)) return false;
    object.on[k] = now;
    this.crew.load(now, 1);
    return true;
  }
  /** An empty place is filled by somebody not yet on the object, and not recused from it if in the pool. */
  mayFill(id, object, old, now) {
    return old === '' && now !== '' && !object.on.includes(now) && !this.crew.isRecused(now, id);
  }
}
