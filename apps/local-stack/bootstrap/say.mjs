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
    const untie = child.pid ? tie(child.pid) : () => undefined;
    let interrupted = false;
    const pass = (signal) => (interrupted = child.kill(signal));
    process.on('SIGINT', pass).on('SIGTERM', pass);
    const end = (result) => {
      clearInterval(timer);
      untie();
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve({ output, ...result });
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (failure) => end({ code: null, failure }));
    child.once('close', (code) => {
      if (interrupted) process.exit(130);
      end({ code });
    });
  });
}

/** Should we be killed outright, a shell waiting on our pipe ends the command: two installs would wreck each other. */
function tie(pid) {
  const script = 'read -r _; kill -TERM "$1"';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', `${pid}`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.on('error', () => undefined);
  return () => shell.kill('SIGKILL');
}
