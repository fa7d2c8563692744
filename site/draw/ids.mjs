// Which texts are ids and codes (section 2).
import { realDate } from './moment.mjs';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const values = new Int8Array(128).fill(-1);
[...alphabet].forEach((character, value) => (values[character.charCodeAt(0)] = value));
const weights = Array.from({ length: 17 }, (_, place) => Number(3n ** BigInt(place) % 31n));
const citizenWeights = Array.from({ length: 17 }, (_, place) => 2 ** (17 - place) % 11);

/** A unified social credit code (GB 32100) or a registration number of 15 digits, and no citizen number. */
export function isObjectId(text) {
  if (text.length === 15) return isRegistrationNumber(text);
  return text.length === 18 && isCreditCode(text) && !isCitizenNumber(text);
}

/** Its inner organisation code is not tested. */
function isCreditCode(text) {
  let sum = 0;
  for (let place = 0; place < 17; ++place) {
    const value = values[text.charCodeAt(place) & 127];
    if (value < 0 || text.charCodeAt(place) > 127 || (place >= 2 && place < 8 && value > 9)) return false;
    sum += value * weights[place];
  }
  return text[17] === alphabet[(31 - (sum % 31)) % 31];
}

/** ISO 7064 MOD 11,10. */
function isRegistrationNumber(text) {
  if (!/^[0-9]{15}$/.test(text)) return false;
  let product = 10;
  for (let place = 0; place < 14; ++place) product = (((product + Number(text[place])) % 10 || 10) * 2) % 11;
  return (product + Number(text[14])) % 10 === 1;
}

/** GB 11643: born on a real date of the years 1850–2100. */
export function isCitizenNumber(text) {
  if (!/^[1-8][0-9]{16}[0-9X]$/.test(text)) return false;
  const year = Number(text.slice(6, 10));
  if (year < 1850 || year > 2100 || !realDate(year, Number(text.slice(10, 12)), Number(text.slice(12, 14)))) return false;
  let sum = 0;
  for (let place = 0; place < 17; ++place) sum += Number(text[place]) * citizenWeights[place];
  return text[17] === '10X98765432'[sum % 11];
}

export const isInspectorId = (text) => /^[A-Z0-9-]{1,32}$/.test(text);
export const isCode = (text) => /^[A-Za-z0-9-]{1,24}$/.test(text);
