import { Test } from '@nestjs/testing';
import { ACCOUNT_ENTITIES, AccountCareModule } from '@mantianxing/account';
import { CalendarModule } from '@mantianxing/calendar';
import { CAPABILITY_ENTITIES, CapabilityModule } from '@mantianxing/capability';
import { ROUTES, type ScenarioView, type StoredEvent } from '@mantianxing/contracts';
import { DatabaseModule } from '@mantianxing/database';
import { NOTIFICATION_ENTITIES, NotificationModule } from '@mantianxing/notification';
import { ORGANIZATION_ENTITIES, OrganizationModule } from '@mantianxing/organization';
import { OutboxFeed, OutboxModule } from '@mantianxing/outbox';
import { PAIRING_ENTITIES, PairingModule, ReadSuggestions, ReviewSuggestion } from '@mantianxing/pairing';
import { Clock, PlatformModule } from '@mantianxing/platform';
import type { JobHandler } from '@mantianxing/queue';
import { SCENARIO_ENTITIES, ScenarioModule } from '@mantianxing/scenario';
import { DataSource } from 'typeorm';
import { NOTIFICATION_HANDLERS, NOTIFICATION_PROVIDERS } from '../../../apps/matcher-worker/src/notifications';
import { AskConsentsHandler } from '../../../apps/matcher-worker/src/consents/ask-consents.handler';
import { NotifyHandler } from '../../../apps/matcher-worker/src/notifications/notify.handler';
import { freshDatabase } from '../database';
import { aCapability } from './capability';
import { SetClock, testEnv, type OwnMarket } from './market';
import { aFirm, aUnit, theOffice, type BuiltFirm, type BuiltUnit } from './organizations';
import { aScenario } from './scenario';
import { aProposal, propose } from './suggestions';

const ENTITIES = [
  ...ORGANIZATION_ENTITIES,
  ...ACCOUNT_ENTITIES,
  ...SCENARIO_ENTITIES,
  ...CAPABILITY_ENTITIES,
  ...PAIRING_ENTITIES,
  ...NOTIFICATION_ENTITIES,
];

/** A market whose people are told: the worker's notification handlers over it, run by the spec instead of a queue. */
export interface ToldMarket extends OwnMarket {
  unit: BuiltUnit;
  firm: BuiltFirm;
  /** Takes every event that may leave, works each ask-consents and notify job off twice, until nothing is left, and answers those events. */
  tell(): Promise<StoredEvent[]>;
  /** A published scenario of the unit and a capability of the firm, paired by the matchmaker. */
  inPairing(): Promise<ScenarioView>;
}

export async function openToldMarket(): Promise<ToldMarket> {
  const database = await freshDatabase();
  const clock = new SetClock();
  const app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({ ...testEnv(database.url), DECISION_HOLD_SECONDS: 0 }),
      DatabaseModule.forRoot({ entities: ENTITIES }),
      ...[OutboxModule, CalendarModule, OrganizationModule, AccountCareModule, ScenarioModule, CapabilityModule, PairingModule, NotificationModule],
    ],
    providers: [...NOTIFICATION_HANDLERS, ...NOTIFICATION_PROVIDERS],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const dataSource = app.get(DataSource);
  const market: OwnMarket = {
    ...{ clock, databaseUrl: database.url },
    get: (door) => app.get(door as never),
    sql: (text, values = []) => dataSource.query(text, values),
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
  const unit = await aUnit(market, { name: '区住房城乡建委' });
  const firm = await aFirm(market, { name: '山城安联科技有限公司' });
  await theOffice(market);
  await market.sql(`update account.person set email = 'p' || id || '@example.test'`);
  return Object.assign(market, { unit, firm, tell: () => tell(market), inPairing: () => inPairing(market, unit, firm) });
}

async function tell(market: OwnMarket): Promise<StoredEvent[]> {
  const told: StoredEvent[] = [];
  for (let due = await drained(market); due.length > 0; due = await drained(market)) {
    told.push(...due);
    for (const job of due.flatMap((event) => ROUTES[event.name](event))) {
      const handler: JobHandler = job.name === 'ask-consents' ? market.get(AskConsentsHandler) : market.get(NotifyHandler);
      if (handler.name !== job.name) continue;
      const first = await handler.handle(job.payload);
      expect(await handler.handle(job.payload)).toEqual(first);
    }
  }
  return told;
}

async function drained(market: OwnMarket): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  await market.get(OutboxFeed).drain(100, async (due) => void events.push(...due));
  return events;
}

async function inPairing(market: OwnMarket, unit: BuiltUnit, firm: BuiltFirm): Promise<ScenarioView> {
  const scenario = await aScenario(market).of(unit).published();
  const marks = { scenarioMarks: [], capabilityMarks: [] };
  const reasons = [
    { kind: 'SECTOR' as const, contribution: 0.5, sentence: '同属“应急消防”', ...marks },
    { kind: 'SAME_WORD' as const, contribution: 0.1, sentence: '双方都提到“摄像头”', ...marks },
    { kind: 'ANSWERS' as const, contribution: 0.2, sentence: '“视频烟火识别”可用于解决“烟火”', ...marks },
    { kind: 'MISSING' as const, contribution: 0, sentence: '未覆盖“过载”', ...marks },
  ];
  await propose(market, scenario, [aProposal(await aCapability(market).of(firm).published(), { reasons })]);
  const { matchmaker: actor } = await theOffice(market);
  const [row] = await market.get(ReadSuggestions).queue(actor, { scenarioId: scenario.id });
  const order = { actor, suggestionId: row?.id ?? '', version: row?.version ?? 0, note: '已电话13812345678核实' };
  await market.get(ReviewSuggestion).approve(order, { scenarioLive: true, capabilityLive: true });
  return scenario;
}
