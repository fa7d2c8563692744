// The kinds of pages a site has, by their addresses. A page of no kind fails the tests: whoever adds a kind of page names
// it here, and every test of every kind of page then covers it.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { siteFiles, siteFolder } from './portal.mjs';

const number = '[0-9]+', area = '[0-9]{6}', page = '(?:page-[0-9]+\\.html)';
const kinds = Object.entries({
  home: 'index\\.html',
  'list of plans': 'plans/index\\.html',
  plan: `plans/${number}/index\\.html`,
  'edition of a plan': `plans/${number}/${number}/index\\.html`,
  'difference of two editions': `plans/${number}/${number}/from-${number}\\.html`,
  'list of item lists': 'item-lists/index\\.html',
  'item list': `item-lists/${number}/index\\.html`,
  'edition of an item list': `item-lists/${number}/${number}/index\\.html`,
  'difference of two item lists': `item-lists/${number}/${number}/from-${number}\\.html`,
  'list of tasks': `tasks/(?:index\\.html|${page})`,
  'list of tasks by state': 'tasks/state-[a-z0-9-]+\\.html',
  task: `tasks/${number}/index\\.html`,
  'further results of a task': `tasks/${number}/results-${number}\\.html`,
  'list of draws': `draws/(?:index\\.html|${page})`,
  draw: `draws/${number}/index\\.html`,
  'further page of a draw': `draws/${number}/${page}`,
  'pool of a draw': `draws/${number}/pool/(?:index\\.html|${page})`,
  'page of a pool': `draws/${number}/pool/${number}\\.html`,
  'account of draws': `draws/offices/[A-Za-z0-9-]+/${number}/index\\.html`,
  'all results': 'results/index\\.html',
  'results by outcome': 'results/by-outcome/[a-z_]+\\.html',
  'results by month': 'results/by-month/[0-9]{4}-[0-9]{2}\\.html',
  'results of a year': `results/${area}/${number}/index\\.html`,
  'page of results of a year': `results/${area}/${number}/${page}`,
  'results of a year by outcome': `results/${area}/${number}/outcome-[a-z_]+(?:-${number})?\\.html`,
  'results of a year by department': `results/${area}/${number}/department-${number}(?:-${number})?\\.html`,
  'results of a year by month': `results/${area}/${number}/month-[0-9]{4}-[0-9]{2}(?:-${number})?\\.html`,
  result: `results/by-id/${number}/${number}\\.html`,
  'open follow-ups': `follow-ups/(?:index\\.html|${page})`,
  'closed follow-ups': `follow-ups/closed/(?:index\\.html|${page})`,
  deadlines: `deadlines/(?:index\\.html|${page})`,
  'deadlines of an office': `deadlines/${area}/(?:index\\.html|${page})`,
  overdue: `overdue/(?:index\\.html|${page})`,
  'overdue of an office': `overdue/${area}/(?:index\\.html|${page})`,
  'log of changes': 'changes/index\\.html',
  'log of a month': `changes/[0-9]{4}-[0-9]{2}/(?:index\\.html|${page})`,
  'log of an office': `changes/offices/${area}/(?:index\\.html|${page})`,
  'what is not public': 'withheld/index\\.html',
  'list of penalties': `penalties/(?:index\\.html|${page})`,
  penalty: `penalties/${number}\\.html`,
  'list of offices': 'offices/index\\.html',
  office: `offices/${area}/index\\.html`,
  department: `offices/${area}/departments/${number}/index\\.html`,
  'forms of an office': `offices/${area}/forms/index\\.html`,
  'monthly form': `offices/${area}/forms/[0-9]{4}-[0-9]{2}/index\\.html`,
  'quarterly summary': `offices/${area}/forms/[0-9]{4}-Q[1-4]/index\\.html`,
  'yearly summary': `offices/${area}/forms/[0-9]{4}/index\\.html`,
  'visits of a year': `rules/${area}/${number}/visits/(?:index\\.html|${page})`,
  enterprise: 'enterprises/[0-9a-f]{2}/(?!o)[0-9A-Z]+\\.html',
  'object without a code': 'enterprises/[0-9a-f]{2}/o[0-9]+\\.html',
  'how to look somebody up': 'search/index\\.html',
  'objects of a district': `search/(?:${area}|other)/(?:index\\.html|${page})`,
  'objects by initial': `search/initial/(?:[a-z]|other)/(?:index\\.html|${page})`,
  'rules and progress': 'rules/index\\.html',
  board: `rules/${area}/${number}/index\\.html`,
  'board of a department': `rules/${area}/${number}/departments/${number}/index\\.html`,
  'rows of a rule': `rules/${area}/${number}/[a-z0-9-]+/(?:index\\.html|${page})`,
  'about the documents': 'rules/about/index\\.html',
  'about a document': 'rules/about/[a-z0-9-]+/index\\.html',
  statistics: 'statistics/index\\.html',
  data: 'data/index\\.html',
  'data dictionary': 'data/fields/index\\.html',
  'table of the data dictionary': 'data/fields/[a-z_]+/index\\.html',
  'field of the data dictionary': 'data/fields/[a-z_]+/[a-z0-9_]+\\.html',
  'list of guides': 'guides/index\\.html',
  guide: 'guides/[a-z-]+\\.html',
  verify: 'verify/index\\.html',
  interface: 'api/index\\.html',
  'problems of the interface': 'api/problems/index\\.html',
  contact: 'contact/index\\.html',
  'site map': 'site-map/index\\.html',
  'no such page': '404\\.html',
}).map(([name, pattern]) => [name, new RegExp(`^${pattern}$`)]);

/** The kind of a page; undefined when nobody has named it. */
export const kindOf = (address) => kinds.find(([, pattern]) => pattern.test(address))?.[0];
/** The kinds that the demo must have a page of. */
export const kindNames = kinds.map(([name]) => name);

/** Kind → its pages of this site, in the order of their addresses. */
export function pagesByKind() {
  const pages = new Map();
  for (const address of siteFiles('.html')) {
    const kind = kindOf(address) ?? `unknown: ${address}`;
    if (!pages.has(kind)) pages.set(kind, []);
    pages.get(kind).push(address);
  }
  return pages;
}

/** Of each kind the page with the most in it, and `more` others spread evenly over the rest. */
export function sample(more = 0) {
  const chosen = [];
  for (const addresses of pagesByKind().values()) {
    const size = (address) => statSync(join(siteFolder, address)).size;
    const largest = addresses.reduce((a, b) => (size(b) > size(a) ? b : a));
    const rest = addresses.filter((address) => address !== largest);
    const step = Math.max(1, rest.length / more);
    chosen.push(largest);
    for (let at = 0; more > 0 && at < rest.length; at += step) chosen.push(rest[Math.floor(at)]);
  }
  return chosen;
}
