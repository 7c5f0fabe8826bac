// npm start: from a fresh clone to a running system. Plain JavaScript without dependencies, since it installs them.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './bootstrap/build.mjs';
import { installIfNeeded } from './bootstrap/install.mjs';
import { claimInstance } from './bootstrap/instance-lock.mjs';
import { PlainFailure, reportFailure } from './bootstrap/plain-failure.mjs';
import { say } from './bootstrap/say.mjs';

const HELP = `用法：
  npm start              启动满天星（首次会安装、编译、建库并载入示例清单）
  npm start -- --reset   删除本机数据，重新开始
环境变量：PORTAL_PORT（门户端口，默认 4100）、MANTIANXING_DATA（数据文件夹，默认 .local）、REDIS_URL、MEILI_URL`;

function requireNode(major, minor) {
  const [has, hasMinor] = process.versions.node.split('.').map(Number);
  if (has > major || (has === major && hasMinor >= minor)) return;
  throw new PlainFailure(`需要 Node.js ${major}.${minor} 或更新版本，当前是 ${process.versions.node}。`, '请从 https://nodejs.org 安装新版本后再试。');
}

async function main() {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return say(HELP);
  const unknown = args.find((arg) => arg !== '--reset');
  if (unknown) throw new PlainFailure(`不认识的参数 ${unknown}。`, '可用的参数只有 --reset 和 --help。');
  requireNode(20, 19);
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const dataHome = resolve(root, process.env.MANTIANXING_DATA || '.local');
  const instance = claimInstance(dataHome);
  process.once('exit', instance.release);
  await installIfNeeded(root);
  await buildIfStale(root);
  const { runLocalStack } = createRequire(import.meta.url)(join(root, 'dist/apps/local-stack/src/main.js'));
  await runLocalStack({ root, dataHome, env: process.env, reset: args.includes('--reset'), say, announce: instance.tell });
}

await main().catch(reportFailure);
process.exit();
