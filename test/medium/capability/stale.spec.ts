import { CapabilityReader, LetCapabilitiesStale, ListPublicCapabilities, ReconfirmCapability } from '@mantianxing/capability';
import { NoEmbedder } from '../../../libs/matching/src/embedding/no-embedder';
import { aCapability } from '../../support/builders/capability';
import { DISTRICT } from '../../support/builders/market';
import { aFirm } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { openWorkingMarket, type WorkingMarket } from '../../support/builders/working-market';

describe('a capability nobody confirms', () => {
  let market: WorkingMarket;
  beforeEach(async () => void (market = await openWorkingMarket(new NoEmbedder())));
  afterEach(() => market?.close());

  const sweepAt = (moment: string): Promise<number> => {
    market.clock.goTo(moment);
    return market.get(LetCapabilitiesStale).execute(market.clock.now());
  };
  const statusOf = async (id: string) => (await market.get(CapabilityReader).byId(id))?.status;
  const listed = async () => (await market.get(ListPublicCapabilities).execute(DISTRICT, {})).total;
  const open = () => market.sql(`select status from pairing.suggestion where status = 'OPEN'`);

  it('leaves list and matching after twelve months, tells its firm, and is back with one press', async () => {
    const firm = await aFirm(market);
    const { id, version } = await aCapability(market).of(firm).published();
    await aScenario(market).with({ deadline: '2029-12-31' }).published();
    await market.work();
    expect([await sweepAt('2027-11-23T01:59:00Z'), await listed(), (await open()).length]).toEqual([0, 1, 1]);
    expect(await sweepAt('2027-11-23T02:00:00Z')).toBe(1);
    for (let round = 0; round < 3; round += 1) await market.work();
    expect([await statusOf(id), await listed(), await open()]).toEqual(['STALE', 0, []]);
    const told = await market.sql(`select n.template, n.params from notification.notification n where n.recipient_id = $1 and n.template = 'capability.staled'`, [firm.member.accountId]);
    expect(told).toEqual([{ template: 'capability.staled', params: { name: '视频烟火识别与联动平台' } }]);
    await market.get(ReconfirmCapability).execute(firm.member, id, version + 1);
    for (let round = 0; round < 3; round += 1) await market.work();
    expect([await statusOf(id), await listed(), (await open()).length]).toEqual(['PUBLISHED', 1, 1]);
    expect(await sweepAt('2028-11-22T02:00:00Z')).toBe(0);
  });

  it('moves once when two workers look at the same moment, and not at all when its firm is quicker', async () => {
    const firm = await aFirm(market);
    const { id, version } = await aCapability(market).of(firm).published();
    expect((await Promise.all([1, 2, 3].map(() => sweepAt('2027-11-23T02:00:00Z')))).reduce((sum, n) => sum + n)).toBe(1);
    const events = await market.sql(`select name from outbox.event where subject_id = $1 and name = 'capability.staled'`, [id]);
    expect(events).toHaveLength(1);
    await market.get(ReconfirmCapability).execute(firm.member, id, version + 1);
    expect(await sweepAt('2027-11-23T02:01:00Z')).toBe(0);
  });

  it('was confirmed once: the database refuses one that never was', async () => {
    const { id } = await aCapability(market).draft();
    const put = market.sql(`update capability.capability set status = 'STALE', due_at = null, owner_role = null, confirmed_at = null where id = $1`, [id]);
    await expect(put).rejects.toMatchObject({ driverError: { constraint: 'staled_after_confirmed' } });
  });
});
