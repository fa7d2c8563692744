// Times `YYYY-MM-DDThh:mm:ss+08:00` and dates `YYYY-MM-DD`, real ones, with arithmetic of its own: the Date of
// JavaScript takes the years 0–99 for 1900–1999 and forgives a 31st of June.

/** Days since 1970-01-01 of a real date of the years 1–9999; undefined otherwise. */
export function daysOf(text) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map(Number);
  return realDate(year, month, day) ? daysBefore(year, month) + day - 1 : undefined;
}

/** Seconds since 1970-01-01T00:00:00Z of a time of Beijing; undefined when it is not one. */
export function secondsOf(text) {
  const found = /^([0-9-]{10})T([0-9]{2}):([0-9]{2}):([0-9]{2})\+08:00$/.exec(text);
  const days = found ? daysOf(found[1]) : undefined;
  if (days === undefined) return undefined;
  const [hour, minute, second] = found.slice(2).map(Number);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return days * 86400 + hour * 3600 + minute * 60 + second - 8 * 3600;
}

/** The first second after a date in Beijing: when a deadline has passed. */
export const endOfDay = (days) => (days + 1) * 86400 - 8 * 3600;
/** The date in Beijing, in days since 1970-01-01, of a time in seconds. */
export const dayOf = (seconds) => Math.floor((seconds + 8 * 3600) / 86400);

/** Whether there is such a day, in the Gregorian calendar carried back. */
export function realDate(year, month, day) {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

const leap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year, month) => (month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);

/** Days from 1970-01-01 to the first of a month. */
function daysBefore(year, month) {
  const past = year - 1;
  let days = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 719162;
  for (let before = 1; before < month; ++before) days += daysIn(year, before);
  return days;
}

/** A time of Beijing in words for people and in the form of the files. */
export function timeText(seconds) {
  const local = seconds + 8 * 3600, days = Math.floor(local / 86400), rest = local - days * 86400;
  const two = (value) => String(value).padStart(2, '0');
  return `${dateText(days)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}+08:00`;
}

export function dateText(days) {
  let year = Math.floor((days + 719162) / 366) + 1;
  while (daysBefore(year + 1, 1) <= days) ++year;
  let month = 1;
  while (month < 12 && daysBefore(year, month + 1) <= days) ++month;
  const two = (value) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(days - daysBefore(year, month) + 1)}`;
}
