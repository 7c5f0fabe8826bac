import { jobOf } from '@mantianxing/contracts';
import type { CheckResult } from '@mantianxing/database';
import { JobLedger } from '@mantianxing/outbox';
import { SteerPairing } from '@mantianxing/pairing';
import { SearchIndex } from '@mantianxing/search';
import { aCapability } from '../../support/builders/capability';
import { aFirm, aUnit, theOffice } from '../../support/builders/organizations';
import { openQueuedMarket, type QueuedMarket } from '../../support/builders/queued-market';
import { aScenario } from '../../support/builders/scenario';
import { openMailBox, type MailBox } from '../../support/mail-box';
import { aPairing } from '../../support/stories/asked-pairing';

const mendedBy = (checks: CheckResult[]) => Object.fromEntries(checks.filter(({ mended }) => mended > 0).map(({ name, mended }) => [name, mended]));

describe('what was promised, held against PostgreSQL', () => {
  let market: QueuedMarket;
  let mailBox: MailBox;
  beforeAll(async () => {
    mailBox = await openMailBox();
    market = await openQueuedMarket(undefined, mailBox.url);
    const unit = await aUnit(market, { name: '区住房城乡建委' });
    const firm = await aFirm(market, { name: '山城安联科技有限公司' });
    await theOffice(market);
    await market.sql(`update account.person set email = 'p' || id || '@example.test'`);
    for (let n = 1; n <= 3; n += 1) await aScenario(market).with({ title: `充电安全监测之${n}` }).of(unit).published();
    for (let n = 1; n <= 2; n += 1) await aCapability(market).of(firm).published();
    await market.workOff();
  });
  afterAll(async () => {
    await market?.close();
    await mailBox?.close();
  });

  const suggestions = async () => Number((await market.sql<{ n: string }>(`select count(*) as n from pairing.suggestion where status = 'OPEN'`))[0]?.n);
  const scenarioIds = async () => (await market.sql<{ id: string }>('select id from scenario.scenario order by id')).map(({ id }) => id);

  it('compares everything and mends nothing where all is well', async () => {
    const { compared, mended, failed, checks } = await market.reconcile();
    expect({ mended, failed, found: checks.filter(({ found }) => found > 0) }).toEqual({ mended: 0, failed: [], found: [] });
    expect(compared).toBeGreaterThan(10);
    const [kept] = await market.sql('select mended, started_by from recurring.reconciliation order by began_at desc limit 1');
    expect(kept).toEqual({ mended: 0, started_by: 'COMMAND' });
  });

  it('fills a wiped index again', async () => {
    await market.sql('delete from search.entry');
    expect(mendedBy((await market.reconcile()).checks)).toEqual({ 'index-scenarios': 3, 'index-capabilities': 2 });
    await market.workOff();
    const index = market.get(SearchIndex);
    expect([await index.count('scenario'), await index.count('capability')]).toEqual([3, 2]);
    expect((await market.reconcile()).mended).toBe(0);
  });

  it('finds one entry that is missing and one whose revision is old, and leaves the others alone', async () => {
    const [first, second] = await scenarioIds();
    await market.sql(`delete from search.entry where id = $1`, [first]);
    await market.sql(`update search.entry set revision = 0 where id = $1`, [second]);
    expect(mendedBy((await market.reconcile()).checks)).toEqual({ 'index-scenarios': 2 });
    await market.workOff();
    expect((await market.reconcile()).mended).toBe(0);
  });

  it('takes out of the index what is published no longer, and ends what stood on it', async () => {
    const gone = await aScenario(market).with({ title: '已撤回的场景' }).withdrawn();
    await market.workOff();
    await market.sql(`update search.entry set removed = false where id = $1`, [gone.id]);
    await market.sql(`update pairing.suggestion set scenario_id = $1, member_key = 'left behind' where id = (select id from pairing.suggestion where status = 'OPEN' limit 1)`, [gone.id]);
    const before = await suggestions();
    expect(mendedBy((await market.reconcile()).checks)).toEqual({ 'index-scenarios': 1, 'lapse-suggestions': 1 });
    await market.workOff();
    expect(await suggestions()).toBe(before - 1);
  });

  it('matches again what was matched by older content or by another matcher', async () => {
    const [first, second, third] = await scenarioIds();
    await market.sql('update matching.matched set revision = 0 where subject_id = $1', [first]);
    await market.sql(`update matching.matched set made_by = 'another' where subject_id = $1`, [second]);
    await market.sql('delete from matching.matched where subject_id = $1', [third]);
    expect(mendedBy((await market.reconcile()).checks)).toEqual({ 'match-scenarios': 3 });
    await market.workOff();
    expect((await market.reconcile()).mended).toBe(0);
  });

  it('counts without mending when asked only to look', async () => {
    const [first] = await scenarioIds();
    await market.sql('update matching.matched set revision = 0 where subject_id = $1', [first]);
    const { mended, checks } = await market.reconcile(true);
    expect([mended, checks.find(({ name }) => name === 'match-scenarios')?.found]).toEqual([0, 1]);
    const asked = jobOf('match-scenario', { eventId: '', scenarioId: first ?? '', revision: 1 });
    expect((await market.get(JobLedger).unfinished([asked])).size).toBe(0);
  });

  it('brings a scenario to where its pairings want it, whichever event was missed', async () => {
    const pairing = await aPairing(market);
    const statusOf = async () => (await market.sql<{ status: string }>('select status from scenario.scenario where id = $1', [pairing.scenario.id]))[0]?.status;
    await market.workOff();
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    const miss = () => market.sql(`delete from outbox.dispatch d using outbox.event e where e.id = d.event_id and (e.name like 'pairing.%' or e.name = 'introduction.made')`);
    await miss();
    await market.workOff();
    expect(await statusOf()).toBe('PUBLISHED');
    expect(mendedBy((await market.reconcile()).checks)).toEqual({ 'track-scenarios': 1 });
    await market.workOff();
    expect(await statusOf()).toBe('IN_TALKS');
    await market.get(SteerPairing).end({ actor: pairing.matchmaker, pairingId: pairing.pairingId, version: await pairing.version(), reason: '条件未谈妥' });
    await miss();
    await market.workOff();
    expect(mendedBy((await market.reconcile()).checks)).toEqual({ 'track-scenarios': 1 });
    await market.workOff();
    expect(await statusOf()).toBe('PUBLISHED');
    expect((await market.reconcile()).mended).toBe(0);
  });
});
