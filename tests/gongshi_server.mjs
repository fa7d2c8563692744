// A real gongshi-server on a free port, for every test that asks one. GONGSHI_SERVER names the program (default
// build/gongshi-server).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = process.env.GONGSHI_SERVER ?? fileURLToPath(new URL('../build/gongshi-server', import.meta.url));

/** Starts it with these options and what becomes of its log; resolves to its address, which ends with a slash, and a function that ends it. */
export async function startServer(options, log = 'inherit') {
  const server = spawn(program, [...options, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', log] });
  const address = await new Promise((found, failed) => {
    let said = '';
    server.stdout.on('data', (piece) => {
      said += piece;
      const match = said.match(/http:\/\/\S+/);
      if (match) found(match[0]);
    });
    server.on('error', failed);
    server.on('exit', (code) => failed(new Error(`gongshi-server ended with code ${code}: ${said}`)));
  });
  return { address, stop: () => server.kill('SIGTERM') };
}
