import { Test } from '@nestjs/testing';
import { ACCOUNT_ENTITIES, AccountModule } from '@mantianxing/account';
import { CalendarModule } from '@mantianxing/calendar';
import { CAPABILITY_ENTITIES, CapabilityModule } from '@mantianxing/capability';
import { DatabaseModule } from '@mantianxing/database';
import { MATCH_WEIGHTS, MatchingModule } from '@mantianxing/matching';
import { ORGANIZATION_ENTITIES, OrganizationModule } from '@mantianxing/organization';
import { OutboxModule } from '@mantianxing/outbox';
import { PAIRING_ENTITIES, PairingModule } from '@mantianxing/pairing';
import { PlatformModule } from '@mantianxing/platform';
import { SCENARIO_ENTITIES, ScenarioModule } from '@mantianxing/scenario';
import { DataSource } from 'typeorm';
import { MatcherInForce } from '../../../apps/matcher-worker/src/statistics/matcher-in-force';
import { seededShares } from '../../../libs/matching/src/domain/calibration/hold-out';
import { scoreUnder } from '../../../libs/matching/src/domain/calibration/pair-sums';
import { freshDatabase } from '../database';
import { DISTRICT, testEnv, type Market } from './market';
import { aUnit, theOffice } from './organizations';
import { aScenario } from './scenario';
import { syntheticSums } from './synthetic-labels';

const ENTITIES = [...ORGANIZATION_ENTITIES, ...ACCOUNT_ENTITIES, ...SCENARIO_ENTITIES, ...CAPABILITY_ENTITIES, ...PAIRING_ENTITIES];

/** A market with the parts that calibration and the worker's matcher are made of; its clock is the real one. */
export interface DecidedMarket extends Market {
  databaseUrl: string;
  close(): Promise<void>;
}

export async function openDecidedMarket(): Promise<DecidedMarket> {
  const database = await freshDatabase();
  const app = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(testEnv(database.url)),
      DatabaseModule.forRoot({ entities: ENTITIES }),
      ...[OutboxModule, CalendarModule, OrganizationModule, AccountModule, ScenarioModule, CapabilityModule, PairingModule, MatchingModule],
    ],
    providers: [MatcherInForce],
  }).compile();
  const dataSource = app.get(DataSource);
  return {
    databaseUrl: database.url,
    get: (door) => app.get(door as never),
    sql: (text, values = []) => dataSource.query(text, values),
    async close() {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/**
 * `count` decided pairs over `scenarios` drafts, by people who trust 可用于解决 twice as much as the weights do, and
 * as many open ones as a tenth of that.
 */
export async function decide(market: Market, count: number, scenarios = 10): Promise<void> {
  const unit = await aUnit(market);
  const { matchmaker } = await theOffice(market);
  const ids: string[] = [];
  for (let made = 0; made < scenarios; made += 1) ids.push((await aScenario(market).of(unit).draft()).id);
  const next = seededShares(3);
  const truth = { ...MATCH_WEIGHTS, answers: MATCH_WEIGHTS.answers * 2 };
  const rows = syntheticSums(Math.round(count * 1.1), 5).map((sums, index) => {
    const [words, answers] = [sums.words, sums.answers * MATCH_WEIGHTS.answers];
    const pair = { ...sums, broader: 0, sector: 0, tag: 0 };
    const score = scoreUnder(pair, MATCH_WEIGHTS);
    const reasons = [['SAME_WORD', words], ['ANSWERS', answers]].map(([kind, part]) => ({
      ...{ kind, contribution: (Number(part) / (words + answers)) * score, sentence: '', scenarioMarks: [], capabilityMarks: [] },
    }));
    const status = index >= count ? 'OPEN' : next() < scoreUnder(pair, truth) ? 'APPROVED' : 'REJECTED';
    return { scenario: ids[index % scenarios], score, reasons, status };
  });
  await market.sql(
    `with given as (select r.*, uuidv7() as capability from jsonb_to_recordset($1::jsonb)
       as r (scenario uuid, score float, reasons jsonb, status text)),
     written as (insert into pairing.suggestion (district_code, scenario_id, member_key, capability_ids, firm_ids, status,
         score, band, reasons, scenario_revision, scenario_digest, capability_revisions, capability_digests, score_version,
         owner_role, due_at)
       select $2, scenario, capability::text, array[capability], array[capability], status, score,
         case when score >= 0.7 then 'RECOMMENDED' when score >= 0.45 then 'CANDIDATE' else 'WEAK' end, reasons,
         1, 's', '{1}', '{c}', $3, case status when 'OPEN' then 'M' end, case status when 'OPEN' then now() end
       from given returning *)
     insert into pairing.review (suggestion_id, opening, decision, reason_code, account_id, features)
     select id, 1, status, case status when 'REJECTED' then 'NEED_NOT_COVERED' end, $4,
       jsonb_build_object('score', score, 'reasons', reasons, 'scoreVersion', score_version)
     from written where status <> 'OPEN'`,
    [JSON.stringify(rows), DISTRICT, `${MATCH_WEIGHTS.version}/t/s`, matchmaker.accountId],
  );
}
