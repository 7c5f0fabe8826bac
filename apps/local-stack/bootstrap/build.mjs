import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { diskFull, PlainFailure } from './plain-failure.mjs';
import { runQuietly, say } from './say.mjs';

const STAMP = 'dist/sources.sha256';
const CLIENT = 'apps/web-portal/client/vite.config.mjs';
const ROOT_FILES = ['package-lock.json', 'nest-cli.json', 'tsconfig.json'];
const NOT_BUILT = /(\.spec\.tsx?|\.md|\.mjs)$/;
const STEPS = [
  { what: '正在编译服务端', args: ['node_modules/@nestjs/cli/bin/nest.js', 'build'] },
  { what: '正在编译网页', args: ['node_modules/vite/bin/vite.js', 'build', '--config', CLIENT, '--logLevel', 'warn'] },
];

/** Builds server and client unless dist was made from exactly these sources. */
export async function buildIfStale(root) {
  if (isBuilt(root)) return;
  await build(root);
}

export async function build(root) {
  const sources = fingerprint(root);
  for (const { what, args } of STEPS) {
    const env = { ...process.env, NODE_ENV: 'production', CI: 'true', NO_COLOR: '1', FORCE_COLOR: '0' };
    const run = await runQuietly(what, process.execPath, args, { cwd: root, env });
    if (run.code !== 0) throw whyNot(run.output, what, root);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, STAMP), sources);
}

export function isBuilt(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/** One hash over every file that goes into the build: contents, not times, which a checkout changes. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const files = [...ROOT_FILES.map((file) => join(root, file)), ...sourcesUnder(join(root, 'apps')), ...sourcesUnder(join(root, 'libs'))];
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function sourcesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sourcesUnder(path);
      return NOT_BUILT.test(entry.name) && !path.endsWith(CLIENT) ? [] : [path];
    });
}

function whyNot(output, what, root) {
  if (/ENOSPC|no space left/i.test(output)) return diskFull(join(root, 'dist'));
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return new PlainFailure(`没有权限写入 ${join(root, 'dist')}。`, '请把代码放到当前用户可写的文件夹后再试。');
  }
  if (/heap out of memory|SIGKILL/i.test(output)) return new PlainFailure('内存不足，编译没有完成。', '请保证有 1.5 GB 可用内存后再试。');
  say(output.trim().split('\n').slice(0, 25).join('\n'));
  return new PlainFailure(`${what.replace('正在', '')}失败。`, '若没有改过代码，请执行 git status 检查文件是否完整。');
}
