// One of the threads that put pages through the HTML checker; answers with what is wrong, "page:line rule: why".
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

const checker = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  // Matters of taste, not of the standard. Tables say their roles because on a phone their rows are blocks, which would
  // otherwise make browsers forget that they are tables; one that scrolls is a div that then is a region.
  rules: {
    'no-trailing-whitespace': 'off', 'void-style': 'off', 'long-title': 'off', 'tel-non-breaking': 'off',
    'no-redundant-role': 'off', 'prefer-native-element': ['error', { exclude: ['region'] }],
  },
}));
const faults = [];
for (const page of workerData.pages) {
  const report = await checker.validateString(readFileSync(join(workerData.folder, page), 'utf8'), page);
  for (const { messages } of report.results)
    for (const { line, ruleId, message } of messages) faults.push(`${page}:${line} ${ruleId}: ${message}`);
}
parentPort.postMessage(faults);
