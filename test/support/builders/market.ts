import { Test, type TestingModule } from '@nestjs/testing';
import { CalendarModule } from '@mantianxing/calendar';
import { CAPABILITY_ENTITIES, CapabilityModule } from '@mantianxing/capability';
import type { Actor, Role } from '@mantianxing/contracts';
import { DatabaseModule } from '@mantianxing/database';
import { ORGANIZATION_ENTITIES, OrganizationModule } from '@mantianxing/organization';
import { OutboxModule } from '@mantianxing/outbox';
import { PAIRING_ENTITIES, PairingModule } from '@mantianxing/pairing';
import { Clock, PlatformModule, readEnv } from '@mantianxing/platform';
import { SCENARIO_ENTITIES, ScenarioModule } from '@mantianxing/scenario';
import { DataSource } from 'typeorm';
import { freshDatabase } from '../database';

export const DISTRICT = '500103';
export const SECRET = 'i'.repeat(32);

/** Starts at 10:00 on Monday 23 November 2026 in Chongqing and goes only where a spec sends it. */
export class SetClock extends Clock {
  at = new Date('2026-11-23T02:00:00Z');
  override now(): Date {
    return new Date(this.at);
  }
  goTo(moment: string): void {
    this.at = new Date(moment);
  }
}

/** Decisions are held for nobody here (MODEL.md); a spec that takes one back says for how long. */
export const testEnv = (databaseUrl: string, settings: Record<string, string> = {}) =>
  readEnv({
    NODE_ENV: 'test',
    MESSAGE_TIMING: 'at-once',
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: 's'.repeat(32),
    INTERNAL_TOKEN_SECRET: SECRET,
    LOG_LEVEL: 'fatal',
    DECISION_HOLD_SECONDS: '0',
    ...settings,
  });

const ENTITIES = [
  ...ORGANIZATION_ENTITIES,
  ...SCENARIO_ENTITIES,
  ...CAPABILITY_ENTITIES,
  ...PAIRING_ENTITIES,
];

/**
 * Both sides' domain on a migrated database of its own, with the real adapters. Builders write through its
 * use cases. A spec with an app of its own may hand that app's providers to the builders instead.
 */
export interface Market {
  get<T>(door: abstract new (...args: never[]) => T): T;
  sql<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]>;
}

export interface OwnMarket extends Market {
  clock: SetClock;
  databaseUrl: string;
  close(): Promise<void>;
}

export async function openMarket(settings: Record<string, string> = {}): Promise<OwnMarket> {
  const database = await freshDatabase();
  const clock = new SetClock();
  const app: TestingModule = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(testEnv(database.url, settings)),
      DatabaseModule.forRoot({ entities: ENTITIES }),
      OutboxModule,
      CalendarModule,
      OrganizationModule,
      ScenarioModule,
      CapabilityModule,
      PairingModule,
    ],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const dataSource = app.get(DataSource);
  return {
    clock,
    databaseUrl: database.url,
    get: (door) => app.get(door as never),
    sql: (text, values = []) => dataSource.query(text, values),
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** A person with an account and one role; the sign-in itself is no part of these specs. */
export async function anActor(
  market: Market,
  name: string,
  organization: { id: string; name: string },
  role: Role,
): Promise<Actor> {
  const [{ id: personId }] = await market.sql<{ id: string }>(
    'insert into account.person (name) values ($1) returning id',
    [name],
  );
  const [{ id: accountId }] = await market.sql<{ id: string }>(
    `insert into account.account (person_id, login) values ($1, 'login-' || $2) returning id`,
    [personId, personId],
  );
  const side = role.startsWith('FIRM') ? 'SUPPLY' : role.startsWith('DEPARTMENT') ? 'DEMAND' : 'OFFICE';
  await market.sql(
    'insert into account.membership (account_id, organization_id, side, role) values ($1, $2, $3, $4)',
    [accountId, organization.id, side, role],
  );
  return {
    accountId,
    name,
    districtCode: DISTRICT,
    memberships: [{ organizationId: organization.id, organizationName: organization.name, role }],
  };
}
