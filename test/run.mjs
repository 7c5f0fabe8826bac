// npm test: installs and builds what is missing, then runs every suite this machine can run.
//   npm test                     all suites; those whose server is absent are named as skipped
//   npm test -- --strict         (or CI=true) an absent Redis or Chromium is a failure
//   npm test -- --checks         types and lint first, each counted like a test
//   npm test -- libs/scenario    only specs whose path matches
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../apps/local-stack/bootstrap/build.mjs';
import { installIfNeeded } from '../apps/local-stack/bootstrap/install.mjs';
import { reportFailure } from '../apps/local-stack/bootstrap/plain-failure.mjs';
import { say } from '../apps/local-stack/bootstrap/say.mjs';
import { closingLine, skippedLines } from './run/summary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const OWN = ['--strict', '--checks'];
const CHECKS = ['typecheck', 'lint'];

async function main() {
  const args = process.argv.slice(2);
  const strict = args.includes('--strict') || process.env.CI === 'true';
  await installIfNeeded(root);
  await buildIfStale(root);
  const failedChecks = [];
  const checks = args.includes('--checks') ? CHECKS : [];
  for (const check of checks) {
    say(`npm run ${check}…`);
    if ((await run('npm', ['run', '--silent', check], {})) !== 0) failedChecks.push(check);
  }
  const jest = await runJest(args.filter((arg) => !OWN.includes(arg)), strict);
  for (const line of skippedLines(jest.results)) say(line);
  for (const check of failedChecks) say(`failed: npm run ${check}`);
  const { line, failed } = closingLine(jest.results, { passed: checks.length - failedChecks.length, failed: failedChecks.length });
  say(line);
  process.exitCode = jest.code === 0 && failed === 0 ? 0 : 1;
}

async function runJest(patterns, strict) {
  const folder = mkdtempSync(join(tmpdir(), 'mantianxing-jest-'));
  const file = join(folder, 'results.json');
  try {
    const flags = ['--json', `--outputFile=${file}`, ...(strict ? ['--ci'] : []), ...patterns];
    const env = strict ? { TEST_STRICT: 'true' } : {};
    const code = await run(process.execPath, ['node_modules/jest/bin/jest.js', ...flags], env);
    return { code, results: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs in the foreground, without the JSON that jest would also print; resolves with the exit code. */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.once('error', () => resolve(127));
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

await main().catch((error) => {
  reportFailure(error);
  say('0 passed, 1 failed');
});
