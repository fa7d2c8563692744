#!/usr/bin/env node
// Checks a draw's package or a slip without a network: node verify.mjs --help.
import { run } from './command.mjs';

const { out, error, code } = await run(process.argv.slice(2));
// An answer that cannot be written is none; and never the status of a failed check.
process.stdout.on('error', () => process.exit(2));
process.stderr.write(error);
process.stdout.write(out);
process.exitCode = code;
