import { spawn } from 'node:child_process';

/** One short line of progress. A closed pipe (`npm start | head`) must not end the stack. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const EVERY_MS = 15_000;

/**
 * Runs a long command quietly, telling every quarter of a minute that it still works.
 * @returns {Promise<{code: number | null, output: string, failure?: NodeJS.ErrnoException}>}
 */
export function runQuietly(what, command, args, options) {
  const since = Date.now();
  say(`${what}…`);
  const timer = setInterval(() => say(`  仍在进行，已用 ${Math.round((Date.now() - since) / 1000)} 秒`), EVERY_MS);
  return new Promise((resolve) => {
    let output = '';
    const keep = (chunk) => (output = `${output}${chunk}`.slice(-20_000));
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const pass = (signal) => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (result) => {
      clearInterval(timer);
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve({ output, ...result });
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (failure) => end({ code: null, failure }));
    child.once('close', (code, signal) => {
      if (signal === 'SIGINT' || signal === 'SIGTERM') process.exit(130);
      end({ code });
    });
  });
}
