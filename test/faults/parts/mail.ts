import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../support/free-port';
import { ManagedProcess } from './managed-process';

export interface StoredMail {
  /** Milliseconds since 1970 at which the server had it on file. */
  at: number;
  to: string[];
  messageId: string;
  subject: string;
  body: string;
}

/** Where a sender can be held: before the greeting, or after the mail is on file and before the answer 250. */
export type MailGate = 'connect' | 'afterStore';

export interface MailPart {
  process: ManagedProcess;
  url: string;
  hold(gate: MailGate): void;
  release(): void;
  /** Calls back at every mail accepted and every sender held, until the returned function is called. */
  watch(seen: (what: { stored?: string; held?: string }) => void): () => void;
  /** Everything accepted so far, in order, from the server's own file. */
  stored(): StoredMail[];
}

export async function mailPart(folder: string): Promise<MailPart> {
  const port = await freePort();
  const file = join(folder, 'mails.jsonl');
  const process_ = new ManagedProcess({
    name: 'mail-server',
    program: process.execPath,
    args: [join(__dirname, 'mail-server.mjs'), `${port}`, file],
    env: { PATH: process.env.PATH ?? '' },
    cwd: folder,
    logFile: join(folder, 'mail-server.log'),
    isReady: () => listens(port),
    talks: true,
  });
  const watchers = new Set<(what: object) => void>();
  process_.onMessage = (message) => watchers.forEach((seen) => seen(message as object));
  return {
    process: process_,
    url: `smtp://127.0.0.1:${port}`,
    hold: (gate) => process_.tell({ hold: gate }),
    release: () => process_.tell({ release: true }),
    watch(seen) {
      watchers.add(seen);
      return () => void watchers.delete(seen);
    },
    stored: () =>
      existsSync(file)
        ? readFileSync(file, 'utf8').split('\n').filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as StoredMail)
        : [],
  };
}

export function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
