import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import { Server as Listener } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Lifecycle } from '../health/lifecycle';

/** A process asked to stop is gone after this long, whatever still hangs; in milliseconds. Docker waits 10 s. */
const STOP_LIMIT_MS = 9_500;
/** Open connections are given this long to send what they were about to send. */
const IDLE_GRACE_MS = 1_000;
/** Requests begun before may take this long. */
const DRAIN_LIMIT_MS = 7_500;
const LOOK_MS = 25;

export interface RunOptions {
  port: number;
  host: string;
  /** Work beside answering requests: begun once the app listens, stopped while requests drain. */
  work?: { start(): Promise<void>; stop(): Promise<void> };
}

/**
 * Serves the app until SIGTERM or SIGINT, then ends the process: no new connection is taken, requests that were begun
 * are answered, work is stopped in order, all within ten seconds. Exit code 0; 1 where something had to be cut off.
 */
export async function runApp(app: NestFastifyApplication, { port, host, work }: RunOptions): Promise<void> {
  const lifecycle = app.get(Lifecycle);
  if (work) lifecycle.hold();
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) return;
    stopping = true;
    if (!lifecycle.hasStarted) process.exit(0);
    void stopApp(app, lifecycle, work);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
  await app.listen(port, host);
  await work?.start();
  lifecycle.begun();
}

async function stopApp(app: NestFastifyApplication, lifecycle: Lifecycle, work: RunOptions['work']): Promise<void> {
  const logger = new Logger('stop');
  lifecycle.stopping();
  setTimeout(() => {
    logger.error(`not everything ended within ${STOP_LIMIT_MS} ms`);
    process.exit(1);
  }, STOP_LIMIT_MS).unref();
  try {
    await Promise.all([drain(app.getHttpServer() as Server, logger), work?.stop()]);
    await app.close();
    process.exit(0);
  } catch (error) {
    logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  }
}

/**
 * Refuses new connections and lets those that are open speak out: `http.Server.close` would at once cut off the ones
 * that look idle, whose next request may already be on its way. Each answer now ends its connection.
 */
async function drain(server: Server, logger: Logger): Promise<void> {
  const began = Date.now();
  Listener.prototype.close.call(server);
  while ((await connectionsOf(server)) > 0 && Date.now() - began < IDLE_GRACE_MS) await sleep(LOOK_MS);
  while ((await connectionsOf(server)) > 0 && Date.now() - began < DRAIN_LIMIT_MS) {
    server.closeIdleConnections();
    await sleep(LOOK_MS);
  }
  const left = await connectionsOf(server);
  if (left > 0) logger.warn(`${left} requests took longer than ${DRAIN_LIMIT_MS} ms and were cut off`);
  server.closeAllConnections();
}

const connectionsOf = (server: Server): Promise<number> =>
  new Promise((resolve) => server.getConnections((error, count) => resolve(error ? 0 : count)));
