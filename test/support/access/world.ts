import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role, RoleLetter } from '@mantianxing/contracts';
import { lettersOf } from '@mantianxing/contracts';
import { readEnv, type Env } from '@mantianxing/platform';
import { DataSource } from 'typeorm';
import { createDirectoryApp } from '../../../apps/capability-directory/src/directory-app';
import { createWorkerApp } from '../../../apps/matcher-worker/src/worker-app';
import { createPublishingApp } from '../../../apps/scenario-publishing/src/publishing-app';
import { SECRET } from '../builders/market';
import { aFirm, aUnit, theOffice } from '../builders/organizations';
import { openPortal, type Browser, type TestPortal } from '../builders/portal';
import { freePort } from '../free-port';

/** Who walks. `side`: whose objects are their own; offices have no side. */
export interface Walker {
  name: string;
  letters?: ReadonlySet<RoleLetter>;
  side?: 'A' | 'B';
  kind?: 'firm' | 'department';
  accountId?: string;
  organizationId?: string;
  browser: Browser;
}

export type ServerName = 'portal' | 'publishing' | 'directory' | 'worker';

export interface World {
  portal: TestPortal;
  apps: Record<ServerName, NestFastifyApplication>;
  walkers: Walker[];
  walker(name: string): Walker;
  close(): Promise<void>;
}

const ROLES: { name: string; role: Role; side?: 'A' | 'B'; kind?: 'firm' | 'department' }[] = [
  { name: 'firm A', role: 'FIRM_ADMIN', side: 'A', kind: 'firm' },
  { name: 'firm B', role: 'FIRM_MEMBER', side: 'B', kind: 'firm' },
  { name: 'department A', role: 'DEPARTMENT_MEMBER', side: 'A', kind: 'department' },
  { name: 'department B', role: 'DEPARTMENT_ADMIN', side: 'B', kind: 'department' },
  { name: 'matchmaker', role: 'MATCHMAKER' },
  { name: 'coordinator', role: 'COORDINATOR' },
  { name: 'expert', role: 'EXPERT' },
  { name: 'auditor', role: 'AUDITOR' },
  { name: 'admin', role: 'ADMIN' },
];

/** All four servers over one database, as deployed: the portal passes on over HTTP; and one browser for each role. */
export async function openWorld(settings: Record<string, string> = {}): Promise<World> {
  const [publishingPort, directoryPort, workerPort] = [await freePort(), await freePort(), await freePort()];
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const portal = await openPortal({ PUBLISHING_URL: at(publishingPort), DIRECTORY_URL: at(directoryPort), WORKER_URL: at(workerPort), ...settings });
  const env = innerEnv(portal);
  const [publishing, directory, worker] = await Promise.all([createPublishingApp(env), createDirectoryApp(env), createWorkerApp(env)]);
  await publishing.listen(publishingPort, '127.0.0.1');
  await directory.listen(directoryPort, '127.0.0.1');
  await worker.listen(workerPort, '127.0.0.1');
  const apps = { portal: portal.app, publishing, directory, worker };
  const walkers = [{ name: 'public', browser: portal.browser() }, ...(await openWalkers(portal))];
  await walkers[0]?.browser.visit();
  return {
    ...{ portal, apps, walkers },
    walker: (name) => {
      const found = walkers.find((one) => one.name === name);
      if (!found) throw new Error(`no walker ${name}`);
      return found;
    },
    async close() {
      await Promise.all([publishing.close(), directory.close(), worker.close()]);
      await portal.close();
    },
  };
}

async function openWalkers(portal: TestPortal): Promise<Walker[]> {
  const office = await theOffice(portal);
  const homes = {
    firm: { A: await aFirm(portal), B: await aFirm(portal) },
    department: { A: await aUnit(portal), B: await aUnit(portal) },
  };
  const walkers: Walker[] = [];
  for (const { name, role, side, kind } of ROLES) {
    const home = kind && side ? homes[kind][side] : office;
    const browser = await portal.signedIn(home, role);
    const { account } = await browser.visit();
    const membership = { organizationId: home.id, organizationName: home.name, role };
    const letters = lettersOf({ accountId: '', name: '', districtCode: '', memberships: [membership] });
    walkers.push({ ...{ name, letters, side, kind, browser }, accountId: account?.id, organizationId: home.id });
  }
  return walkers;
}

function innerEnv(portal: TestPortal): Env {
  const { url } = portal.get(DataSource).options as { url: string };
  return readEnv({
    ...{ NODE_ENV: 'test', DATABASE_URL: url, SESSION_SECRET: 's'.repeat(32), INTERNAL_TOKEN_SECRET: SECRET, LOG_LEVEL: 'fatal' },
  });
}
