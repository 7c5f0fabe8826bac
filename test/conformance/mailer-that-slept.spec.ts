import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../support/free-port';

const LIMIT_MS = 4_000;

/** A server that stops whoever sends, right before it invites the text, and wakes them after `sleepMs`. */
async function serverThatStops(sleepMs: number): Promise<{ url: string; texts: string[]; stop: (child: ChildProcess) => void; close: () => Promise<void> }> {
  const texts: string[] = [];
  let sender: ChildProcess | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      // The invitation to go on (354) waits for whoever wakes up.
      sender?.kill('SIGSTOP');
      void pause(sleepMs).then(() => sender?.kill('SIGCONT'));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      // Only a text that was ended: what a closed connection leaves half said is no mail.
      stream.on('end', () => (texts.push(Buffer.concat(chunks).toString()), done()));
    },
  });
  server.on('error', () => undefined);
  const port = await freePort();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    ...{ url: `smtp://127.0.0.1:${port}`, texts },
    stop: (child) => void (sender = child),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function sendThrough(sleepMs: number): Promise<{ said: string; texts: string[] }> {
  const server = await serverThatStops(sleepMs);
  const child = spawn(process.execPath, [join(__dirname, 'one-mail.cjs'), server.url, `${LIMIT_MS}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  server.stop(child);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'exit');
  await server.close();
  return { said: said.trim(), texts: server.texts };
}

describe('a sender that was stopped in the middle of a mail', () => {
  it('finishes it while there is time', async () => {
    const { said, texts } = await sendThrough(200);
    expect([said, texts.length]).toEqual(['taken', 1]);
  });

  it('leaves it unfinished once its time is over: another has taken it up', async () => {
    const { said, texts } = await sendThrough(LIMIT_MS + 2_000);
    expect(said).toContain('not taken');
    expect(texts).toEqual([]);
  });
});
