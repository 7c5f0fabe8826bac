import { jobOf } from '@mantianxing/contracts';
import { CapabilityReader, RetireCapability } from '@mantianxing/capability';
import { NoEmbedder } from '../../../libs/matching/src/embedding/no-embedder';
import { aCapability } from '../../support/builders/capability';
import { aFirm } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { openWorkingMarket, type WorkingMarket } from '../../support/builders/working-market';

describe('a scenario whose best offer leaves', () => {
  let market: WorkingMarket;
  beforeEach(async () => (market = await openWorkingMarket(new NoEmbedder())));
  afterEach(() => market.close());

  const gaps = () => market.sql('select scenario_id from matching.supply_gap where closed_at is null');
  const open = () => market.sql<{ capability_ids: string[] }>(`select capability_ids from pairing.suggestion where status = 'OPEN' order by score desc`);

  it('is weighed again, so that one without any answer left is on the gap list at once', async () => {
    const firm = await aFirm(market);
    const { id } = await aCapability(market).of(firm).published();
    await aScenario(market).published();
    await market.work();
    expect([(await open()).length, await gaps()]).toEqual([1, []]);
    await market.get(RetireCapability).execute(firm.member, id, (await market.get(CapabilityReader).byId(id))?.version ?? 0);
    await market.work();
    const done = await market.work();
    expect(done).toContain('match-scenario');
    expect([await open(), (await gaps()).length]).toEqual([[], 1]);
  });

  it('is not weighed when it left itself', async () => {
    await aCapability(market).published();
    const scenario = await aScenario(market).published();
    await market.work();
    await market.sql(`update scenario.scenario set status = 'WITHDRAWN', withdrawn_reason = '不再需要', due_at = null, owner_role = null where id = $1`, [scenario.id]);
    await market.work([jobOf('lapse-suggestions', { eventId: '0198c0de-0000-7000-8000-000000000001', kind: 'scenario', subjectId: scenario.id, revision: scenario.revision })]);
    expect(await market.work()).not.toContain('match-scenario');
    expect(await open()).toEqual([]);
  });
});
