import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { PlainError } from './plain-error';

const TRIES = 60;
const promised = new Set<number>();

/** The default installation's ports begin with the portal's. */
const DEFAULT_FIRST = 4100;
const OFFSETS = { publishing: 1, directory: 2, worker: 3, smtp: 4, mailPage: 5, postgres: 6 };

/**
 * Where each part looks for its port first. A data folder somebody chose gets eight numbers of its own, so that
 * two stacks starting at the same moment do not find the same port free.
 */
export function preferredPorts(chosenHome: string | undefined): Record<keyof typeof OFFSETS, number> {
  const hash = chosenHome ? createHash('sha256').update(chosenHome).digest().readUInt16BE() : 0;
  const first = chosenHome ? 20_000 + (hash % 1500) * 8 : DEFAULT_FIRST;
  const entries = Object.entries(OFFSETS).map(([part, offset]) => [part, first + offset]);
  return Object.fromEntries(entries) as Record<keyof typeof OFFSETS, number>;
}

/** Can we listen here? Rejects with the system's error when not. */
function probe(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve()));
  });
}

/**
 * The port of one part: the configured one, which must be free, else the first free one from `preferred` up.
 * Low fixed numbers, because the system hands high ones out to outgoing connections at any moment.
 */
export async function choosePort(name: string, configured: string | undefined, preferred: number): Promise<number> {
  if (configured) return insistOn(name, configured);
  for (let port = preferred; port < preferred + TRIES; port += 1) {
    if (promised.has(port)) continue;
    try {
      await probe(port);
      promised.add(port);
      return port;
    } catch {
      continue;
    }
  }
  throw new PlainError(`端口 ${preferred} 到 ${preferred + TRIES - 1} 都被占用。`, `请结束其他程序，或用 ${name} 指定一个端口。`);
}

/** The port people type: never chosen behind their back. */
export async function insistOn(name: string, configured: string): Promise<number> {
  const port = Number(configured);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new PlainError(`${name}=${configured} 不是有效的端口。`, '请填写 1024 到 65535 之间的整数。');
  }
  try {
    await probe(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') {
      throw new PlainError(`没有权限使用端口 ${port}。`, `请用 ${name} 指定一个 1024 以上的端口。`);
    }
    throw new PlainError(`端口 ${port} 已被占用。`, `请结束占用它的程序，或换一个端口：${name}=${port + 100} npm start。`);
  }
  promised.add(port);
  return port;
}
