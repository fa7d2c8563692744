// node bundle.mjs FOLDER: makes checker.js (for the page 核验) and verify.mjs (for Node, offline) of these modules and the
// libraries they use, each one file that a person can read; the libraries' licences stand at its head. And search.js (for the
// page 查企业) of site/search.js and its modules, which use no library.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url)), into = process.argv[2];
const licences = ['@noble/hashes', '@noble/curves'].map((name) => {
  const folder = join(here, 'node_modules', name), { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `Contains ${name} ${version}:\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}`;
});
const head = `/*\n${licences.join('\n\n')}\n*/`.replaceAll('\r', '');
const common = {
  absWorkingDir: here, bundle: true, charset: 'utf8', legalComments: 'inline', logLevel: 'warning', treeShaking: true,
};

await build({
  ...common, entryPoints: ['checker.mjs'], outfile: join(into, 'checker.js'), format: 'iife', platform: 'browser',
  target: 'es2022', banner: { js: head },
});
await build({
  ...common, entryPoints: ['verify.mjs'], outfile: join(into, 'verify.mjs'), format: 'esm', platform: 'node',
  target: 'node18', banner: { js: head },
});
await build({
  ...common, entryPoints: ['../search.js'], outfile: join(into, 'search.js'), format: 'iife', platform: 'browser', target: 'es2020',
  minify: true, legalComments: 'none', banner: { js: '// Made of site/search.js and site/search/*.mjs.' },
});
