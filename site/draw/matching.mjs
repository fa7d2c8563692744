// Who inspects whom (section 6), and the next one in order when somebody cannot (section 8).
import { compareBytes, hex } from './bytes.mjs';
import { macOf, Message } from './hash.mjs';
import { placesOf } from './tables.mjs';
import { Unreadable } from './unreadable.mjs';

const mostCandidates = 1e8;

/** The inspectors of a draw with the loads they carry. */
export class Crew {
  /**
   * @param inspectors [{id, dept, skills: [code], cap}]; @param recused Map of object id → Set of inspector ids
   * @param keys {match, order}
   */
  constructor(inspectors, recused, keys) {
    this.byId = new Map(inspectors.map((one) => [one.id, { ...one, load: 0 }]));
    this.groups = new Map();  // "department:skill" → inspectors
    for (const one of this.byId.values())
      for (const skill of ['*', ...one.skills]) push(this.groups, `${one.dept}:${skill}`, one);
    this.recused = recused;
    this.order = macOf(keys.order);
    this.match = macOf(keys.match);
    this.message = new Message();
  }
  isRecused(inspector, object) {
    return this.recused.get(object)?.has(inspector) ?? false;
  }
  group([dept, skill]) {
    return this.groups.get(`${dept}:${skill}`) ?? [];
  }
  /** |C(o, k)|. */
  candidates(object, place) {
    const group = this.group(place), recused = this.recused.get(object);
    if (recused === undefined) return group.length;
    let out = 0;
    for (const id of recused) {
      const one = this.byId.get(id);
      if (one !== undefined && one.dept === place[0] && (place[1] === '*' || one.skills.includes(place[1]))) ++out;
    }
    return group.length - out;
  }
  /** The id of the inspector for place k of an object on which those of `on` are already; "" when nobody is left. */
  pick(object, k, place, on) {
    const recused = this.recused.get(object);
    let least = Infinity, best = [];
    for (const one of this.group(place)) {
      if (one.load >= one.cap || recused?.has(one.id) || on.includes(one.id)) continue;
      const share = Math.floor((one.load * 1e6) / one.cap);
      if (share < least) {
        least = share;
        best = [one];
      } else if (share === least) {
        best.push(one);
      }
    }
    return this.firstByMac(best, object, k)?.id ?? '';
  }
  firstByMac(equals, object, k) {
    if (equals.length < 2) return equals[0];
    let first, least = new Uint8Array(32), mac = new Uint8Array(32);
    for (const one of equals) {
      this.match.into(this.message.begin().text(one.id).text(object).text(String(k)), mac);
      if (first !== undefined && compareBytes(mac, least) > 0) continue;
      first = one;
      [least, mac] = [mac, least];
    }
    return first;
  }
  /** mac(K_order, E(o, dec(k))), hexadecimal. */
  orderOf(object, k) {
    const mac = new Uint8Array(32);
    this.order.into(this.message.begin().text(object).text(String(k)), mac);
    return hex(mac);
  }
  /** Adds to the load of an inspector, if it is one of the pool. */
  load(id, change) {
    const one = this.byId.get(id);
    if (one !== undefined) one.load += change;
  }
}

function push(map, key, value) {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/**
 * Fills every place of the drawn objects. @param drawn [{id, needs}]
 * @returns {inspectors: Map of id → inspector ids in the order of k, places, empty, few} (few: fewer than four candidates)
 * @throws Unreadable beyond 10^8 candidates
 */
export function match(drawn, crew) {
  const slots = slotsInOrder(drawn, crew);
  const inspectors = new Map(drawn.map(({ id, needs }) => [id, placesOf(needs).map(() => '')]));
  let empty = 0;
  for (const { id, k, place } of slots) {
    const on = inspectors.get(id);
    const picked = crew.pick(id, k, place, on);
    on[k] = picked;
    if (picked === '') ++empty;
    else crew.load(picked, 1);
  }
  return { inspectors, places: slots.length, empty, few: slots.filter(({ candidates }) => candidates < 4).length };
}

function slotsInOrder(drawn, crew) {
  const slots = [];
  let all = 0;
  for (const { id, needs } of drawn)
    placesOf(needs).forEach((place, k) => {
      const candidates = crew.candidates(id, place);
      all += candidates;
      if (all > mostCandidates) throw new Unreadable('inspectors.tsv', 1, '全部名额的候选人数之和超过 10^8。');
      slots.push({ id, k, place, candidates, mac: crew.orderOf(id, k) });
    });
  return slots.sort((a, b) => a.candidates - b.candidates || (a.mac < b.mac ? -1 : 1));
}
