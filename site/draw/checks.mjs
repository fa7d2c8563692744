// What a check says: ok, fail or not checked, with a sentence. Each check is a list of rules tried in order.
export const ok = (detail) => ({ status: 'ok', detail });
export const fail = (detail) => ({ status: 'fail', detail });
export const notChecked = (detail) => ({ status: 'not checked', detail });

/** The sentence of the first rule that does not hold, or undefined. @param rules [[holds: function, sentence], …] */
export function firstBroken(rules) {
  for (const [holds, sentence] of rules) if (!holds()) return sentence;
  return undefined;
}

/** fail with the first broken rule's sentence, or ok with this one. */
export function judge(rules, sentence) {
  const broken = firstBroken(rules);
  return broken === undefined ? ok(sentence) : fail(broken);
}

/** Which of these files are not there, in words; undefined when all are. */
export function missing(whole, names) {
  const absent = names.filter((name) => !whole.has(name));
  return absent.length === 0 ? undefined : `缺少 ${absent.join('、')}`;
}

/** A check that is done only when its files are there. */
export function withFiles(whole, names, check) {
  const absent = missing(whole, names);
  return absent === undefined ? check() : notChecked(`${absent}，没有核对`);
}

/** Items are all different. */
export const distinct = (items) => new Set(items).size === items.length;
/** Items ascend strictly. */
export const ascending = (items) => items.every((item, i) => i === 0 || items[i - 1] < item);
/** Two lists of numbers and texts are the same, item by item. */
export const sameList = (a, b) => a.length === b.length && a.every((item, i) => item === b[i]);
/** The exact sum of whole numbers, as BigInt. */
export const sum = (numbers) => numbers.reduce((all, one) => all + BigInt(one), 0n);
