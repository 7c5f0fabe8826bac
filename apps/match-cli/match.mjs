// npm run match: installs and builds what is missing, then runs the program. Plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(root, 'dist/apps/match-cli/src/main.js');
const SOURCES = ['apps/match-cli/src', 'libs/contracts/src', 'libs/import/src', 'libs/matching/src'];

function fail(sentence) {
  process.stderr.write(`✗ ${sentence}\n`);
  process.exit(1);
}

function requireNode(major, minor) {
  const [has, hasMinor] = process.versions.node.split('.').map(Number);
  if (has > major || (has === major && hasMinor >= minor)) return;
  fail(`需要 Node.js ${major}.${minor} 或更新版本，当前是 ${process.versions.node}。请从 https://nodejs.org 安装后再试。`);
}

/** Runs a step quietly; its output is shown only where it went wrong. */
function step(what, command, args, wrong) {
  process.stderr.write(`${what}…\n`);
  const run = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm' });
  if (run.status === 0) return;
  const lines = `${run.stdout ?? ''}${run.stderr ?? ''}`.trim().split('\n').filter((line) => /error/i.test(line));
  fail(`${wrong}${lines[0] ? `（${lines[0].trim()}）` : ''}`);
}

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs), 0);
}

function isStale() {
  if (!existsSync(MAIN)) return true;
  const builtAt = statSync(MAIN).mtimeMs;
  return SOURCES.some((folder) => newest(join(root, folder)) > builtAt);
}

requireNode(20, 19);
if (!existsSync(join(root, 'node_modules/exceljs'))) {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  step('首次使用，正在安装依赖（约 1 分钟）', 'npm', args, '依赖没有装好，请检查网络后在本目录执行 npm ci');
}
if (isStale()) {
  // Its own build file: only what this program needs, and a running stack's files stay where they are.
  const args = ['node_modules/@nestjs/cli/bin/nest.js', 'build', '--config', 'apps/match-cli/nest-cli.json'];
  step('正在编译（约 2 秒）', process.execPath, args, '没有编译成功，请执行 git status 检查文件是否完整');
}
// npm changes into the project's folder; paths are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'match' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
createRequire(import.meta.url)(MAIN);
