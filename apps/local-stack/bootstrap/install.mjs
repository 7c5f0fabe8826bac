import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFull, PlainFailure } from './plain-failure.mjs';
import { runQuietly } from './say.mjs';

/** Runs `npm ci` unless node_modules already holds exactly what package-lock.json asks for. */
export async function installIfNeeded(root) {
  if (isInstalled(root)) return;
  // Inside `npm start` npm names itself; a production setting of the caller must not leave the compilers out.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...first] = [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { ...process.env, NODE_ENV: 'development' };
  const run = await runQuietly('正在安装依赖（首次约 1 到 2 分钟）', command, first, { cwd: root, env });
  if (run.code === 0 && isInstalled(root)) return;
  throw whyNot(run, root);
}

/** Compares contents, not times: a checkout touches files without changing them. */
export function isInstalled(root) {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    const paths = new Set([...Object.keys(wanted), ...Object.keys(present)].filter((path) => path !== ''));
    return [...paths].every((path) => {
      if (!wanted[path]) return false;
      // npm leaves out optional packages made for other machines.
      if (!present[path]) return wanted[path].optional === true;
      return wanted[path].version === present[path].version && existsSync(join(root, path));
    });
  } catch {
    return false;
  }
}

function whyNot({ output, failure }, root) {
  if (failure?.code === 'ENOENT') return new PlainFailure('没有找到 npm。', '请安装 Node.js 20.19 或更新版本（自带 npm）后再试。');
  if (/ENOSPC|no space left/i.test(output)) return diskFull(join(root, 'node_modules'));
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return new PlainFailure(`没有权限写入 ${root}。`, '请把代码放到当前用户可写的文件夹后再试。');
  }
  if (/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET|network/i.test(output)) {
    return new PlainFailure('连不上软件包仓库，依赖没有装好。', '请检查网络或代理（npm config get registry）后再试。');
  }
  const line = output.split('\n').find((text) => /^npm error (?!code|errno|syscall)/i.test(text)) ?? output.trim().split('\n').at(-1);
  return new PlainFailure(`依赖没有装好：${line || '原因不明'}`, '请在本目录执行 npm ci 查看详情。');
}
