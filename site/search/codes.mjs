// Codes as people type them into a search box: the twin of search/code_reading.h, and of what it needs of text/codes.h
// and text/document_number.h. Knows nothing of names and the page.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // GB 32100-2015: no I, O, S, V, Z
const NEVER = 'IOSVZ';
const MEANT = '105U2'; // what those are mistaken for

export const halfWidth = (text) => text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ');

/** The 18th character for the first 17 of a 统一社会信用代码 (GB 32100-2015); null when they cannot be such. */
export function unifiedCheck(code) {
  let sum = 0, weight = 1;
  for (const c of code.slice(0, 17)) {
    const value = ALPHABET.indexOf(c);
    if (value < 0) return null;
    sum += value * weight;
    weight = weight * 3 % 31;
  }
  return ALPHABET[(31 - sum % 31) % 31];
}

/** The 9th character for the first 8 of a 组织机构代码 (GB 11714-1997). */
export function organisationCheck(code) {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  let sum = 0;
  for (let at = 0; at < 8; at++) sum += parseInt(code[at], 36) * weights[at];
  return '0123456789X'.at((11 - sum % 11) % 11);
}

/** The 15th digit for the first 14 of a 注册号 (ISO/IEC 7064 MOD 11,10). */
export function registrationCheck(code) {
  let rest = 10;
  for (const digit of code.slice(0, 14)) rest = ((rest + Number(digit)) % 10 || 10) * 2 % 11;
  return String((11 - rest) % 10);
}

// The 18th character for the first 17 digits of a citizen number (GB 11643-1999); null when they are not digits.
function citizenCheck(code) {
  if (!/^\d{17}/.test(code)) return null;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += Number(code[at]) * (2 ** (17 - at) % 11);
  return '10X98765432'[sum % 11];
}

const corrected = (c) => MEANT[NEVER.indexOf(c)] ?? c;
const isDigit = (c) => c >= '0' && c <= '9';

function suggestionFor(code) {
  const better = [...code].map(corrected).join('');
  const whole = /^..\d{6}/.test(better) && unifiedCheck(better) === better[17];
  return whole ? better : '';
}

function unusableCharacter(code) {
  for (let at = 0; at < Math.min(code.length, 18); at++) {
    const better = corrected(code[at]);
    const area = at >= 2 && at < 8;
    if (better === code[at] && (!area || isDigit(better))) continue;
    return {
      position: at + 1, found: code[at], expected: area && !isDigit(better) ? '' : better,
      suggestion: code.length === 18 ? suggestionFor(code) : '',
    };
  }
  return null;
}

function sentenceFor({ position, found, expected, suggestion }) {
  const rule = NEVER.includes(found) ? '统一社会信用代码里没有字母 I、O、S、V、Z，' : '第 3 到 8 位应是数字，';
  const hope = expected === '' ? '' : `应是“${expected}”吧？`;
  const better = suggestion === '' ? '' : `。改正后是 ${suggestion}，校验位相符`;
  return `第 ${position} 位是“${found}”，${rule}${hope}请核对${better}`;
}

const isLikeCitizenNumber = (code) => citizenCheck(code) === code[17] &&
  code.slice(10, 12) >= '01' && code.slice(10, 12) <= '12' && code.slice(12, 14) >= '01' && code.slice(12, 14) <= '31';

function wholeUnified(code) {
  const about = { number: 'unified', code };
  const unusable = unusableCharacter(code);
  if (unusable) return { ...about, said: `按统一社会信用代码查找；${sentenceFor(unusable)}。`, problem: unusable };
  const expected = unifiedCheck(code);
  if (code[17] === expected) return { ...about, said: `按统一社会信用代码查找“${code}”，校验位相符。` };
  if (isLikeCitizenNumber(code)) {
    return {
      ...about, problem: { position: 0, found: '', expected: '', suggestion: '' },
      said: '像公民身份号码。本站不公开个人的身份号码，请不要在这里填写；查企业请用名称或统一社会信用代码。',
    };
  }
  const inner = organisationCheck(code.slice(8, 16)) === code[16] ? '' : '第 9 到 17 位自身的校验也不对，多半是这几位有误，';
  return {
    ...about, problem: { position: 18, found: code[17], expected, suggestion: '' },
    said: `按统一社会信用代码查找；校验位不对：按前 17 位算，第 18 位应是“${expected}”，写的是“${code[17]}”，${inner}请核对。`,
  };
}

function begunUnified(code) {
  const problem = /^\d*$/.test(code) ? null : unusableCharacter(code);
  const way = problem === null && /^\d*$/.test(code) ? '按名称，或代码、编号的开头查找' : '按代码或编号的开头查找';
  const said = `${way}“${code}”：已写 ${code.length} 位，统一社会信用代码共 18 位`;
  return { number: 'beginning', code, said: `${said}${problem ? `；${sentenceFor(problem)}` : ''}。`, ...(problem && { problem }) };
}

function registration(code) {
  const expected = registrationCheck(code);
  const about = { number: 'registration', code };
  if (code[14] === expected) return { ...about, said: `按 15 位注册号查找“${code}”，校验位相符。` };
  return {
    ...about, problem: { position: 15, found: code[14], expected, suggestion: '' },
    said: `按 15 位注册号查找；校验位不对：按前 14 位算，第 15 位应是“${expected}”，写的是“${code[14]}”，请核对。`,
  };
}

function tooLong(code) {
  return {
    number: 'unified', code, problem: { position: 0, found: '', expected: '', suggestion: '' },
    said: `像统一社会信用代码，但有 ${code.length} 位，应是 18 位，请核对。`,
  };
}

/** A word read as a code: {number, code, said, problem?}; null when it is none. */
export function readCode(written) {
  const code = halfWidth(written).replace(/^(.{8})-(.)$/s, '$1$2').replace(/[a-z]/g, (c) => c.toUpperCase());
  if (!/^[0-9A-Z]{8,24}$/.test(code)) return null;
  const digits = code.replace(/\D/g, '').length;
  if (code.length === 9 && digits >= 2 && organisationCheck(code) === code[8]) {
    return { number: 'organisation', code, said: `“${code}”是组织机构代码，这里不能单按它查找；请输入完整的统一社会信用代码，或者它的前 8 位，或者名称。` };
  }
  if (code.slice(0, 8).replace(/\D/g, '').length < 6) return null;
  const onlyDigits = digits === code.length;
  if (code.length === 15 && onlyDigits) return registration(code);
  if (code.length === 18) return wholeUnified(code);
  if (code.length < 18) return begunUnified(code);
  return onlyDigits ? null : tooLong(code);
}

const OPENING = '〔[(【﹝〖{';
const CLOSING = '〕])】﹞〗}';
const AGENCY = /^[\u3400-\u9fff\u{20000}-\u{323af}][\u3400-\u9fff\u{20000}-\u{323af}A-Za-z0-9〔[(【﹝〖{〕\])】﹞〗}]{0,39}$/u;

/** A 文号 in its standard spelling 某办〔2024〕3号; null when the text is not one number and nothing else. */
export function documentNumber(written) {
  if (new TextEncoder().encode(written).length > 300) return null;
  const plain = halfWidth(written).replace(BLANK, '');
  const parts = /^(.*)(.)(\d{4})([〕\])】﹞〗}])第?(\d{1,5})号$/su.exec(plain);
  if (!parts) return null;
  const [, agency, open, year, close, serial] = parts;
  if (OPENING.indexOf(open) !== CLOSING.indexOf(close) || !AGENCY.test(agency)) return null;
  const good = Number(year) >= 1949 && Number(year) <= 2099 && Number(serial) > 0;
  return good ? `${agency}〔${Number(year)}〕${Number(serial)}号` : null;
}

// Blank or invisible: is_blank of text/fold.h.
const BLANK = /[\0-\x20\x7f-\xa0\xad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0\ufff9-\ufffc]/g;
