import type { Actor, CapabilityView, ScenarioView } from '@mantianxing/contracts';
import { HoldSuggestions, LapseSuggestions, ReadPairings, ReadSuggestions, ReopenSuggestion, ReviewSuggestion, SteerPairing, UndoDecision } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';

const LIVE = { scenarioLive: true, capabilityLive: true };

describe('a scenario with enough approved firms', () => {
  let market: OwnMarket;
  let matchmaker: Actor;
  let coordinator: Actor;
  let firms: CapabilityView[];
  let scenario: ScenarioView;
  beforeAll(async () => {
    market = await openMarket({ DECISION_HOLD_SECONDS: '600' });
    ({ matchmaker, coordinator } = await theOffice(market));
    firms = [];
    for (let i = 0; i < 6; i += 1) firms.push(await aCapability(market).published());
  });
  afterAll(() => market?.close());
  beforeEach(async () => {
    scenario = await aScenario(market).published();
    await found(firms.slice(0, 5));
  });

  const found = (some: CapabilityView[]) => propose(market, scenario, some.map((one) => aProposal(one)));
  const rows = (status: string) => market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id, status });
  const counts = async () => ({ open: (await rows('OPEN')).length, held: (await rows('HELD')).length, approved: (await rows('APPROVED')).length });
  const approve = async (how: number) => {
    for (let i = 0; i < how; i += 1) {
      const [{ id = '', version = 0 } = {}] = await rows('OPEN');
      await market.get(ReviewSuggestion).approve({ actor: matchmaker, suggestionId: id, version, note: '' }, LIVE);
    }
  };
  const enough = () => market.get(HoldSuggestions).hold(matchmaker, scenario.id);
  const endOne = async () => {
    const [pairing] = await market.get(ReadPairings).ofScenario(scenario.id);
    await market.sql(`update pairing.pairing set status = 'STALLED' where id = $1`, [pairing?.id]);
    await market.get(SteerPairing).end({ actor: matchmaker, pairingId: pairing?.id ?? '', version: pairing?.version ?? 0, reason: '档期不合' });
  };
  const notices = async () =>
    (
      await market.sql<{ ids: { proposed: number } }>(
        `select e.ids from outbox.dispatch d join outbox.event e on e.id = d.event_id where e.name = 'suggestion.proposed' and e.subject_id = $1`,
        [scenario.id],
      )
    ).map(({ ids }) => ids.proposed);

  it('is not put to rest before there are enough, nor by others than matchmakers, nor where nothing was suggested', async () => {
    await approve(2);
    await expect(enough()).rejects.toMatchObject({ code: 'NOT_YET_ENOUGH', message: '本场景已通过2家，满3家后才能停止。' });
    await expect(market.get(HoldSuggestions).hold(coordinator, scenario.id)).rejects.toMatchObject({ status: 403 });
    const other = await aScenario(market).published();
    await expect(market.get(HoldSuggestions).hold(matchmaker, other.id)).rejects.toMatchObject({ status: 404 });
    expect(await counts()).toEqual({ open: 3, held: 0, approved: 2 });
  });

  it('rests: undecided, with nobody told, and nothing learnt from it', async () => {
    await approve(3);
    expect(await notices()).toEqual([5]);
    expect(await enough()).toHaveLength(2);
    expect(await counts()).toEqual({ open: 0, held: 2, approved: 3 });
    expect(await notices()).toEqual([]);
    expect(await rows('HELD')).toMatchObject([{ review: null, dueAt: null, ownerRole: null }, { review: null }]);
    expect(await enough()).toEqual([]);
    const history = await market.sql(`select event, actor_account_id as "who" from pairing.suggestion_history h join pairing.suggestion s on s.id = h.suggestion_id
       where s.scenario_id = $1 and event = 'hold'`, [scenario.id]);
    expect(history).toEqual([{ event: 'hold', who: matchmaker.accountId }, { event: 'hold', who: matchmaker.accountId }]);
  });

  it('is taken up again by a matchmaker, with five working days anew', async () => {
    await approve(3);
    await enough();
    expect(await market.get(HoldSuggestions).release(matchmaker, scenario.id)).toHaveLength(2);
    expect(await counts()).toEqual({ open: 2, held: 0, approved: 3 });
    expect(await rows('OPEN')).toMatchObject([{ ownerRole: 'M', opening: 1, reopenedBecause: '' }, { ownerRole: 'M' }]);
    expect(await notices()).toEqual([2]);
    expect(await market.get(HoldSuggestions).release(matchmaker, scenario.id)).toEqual([]);
  });

  it('lets what is found meanwhile rest too, and follow its texts', async () => {
    await approve(3);
    await enough();
    expect(await found(firms)).toEqual({ opened: 0, lapsed: 0 });
    expect(await counts()).toEqual({ open: 0, held: 3, approved: 3 });
    const [held] = await rows('HELD');
    const of = firms.find(({ id }) => id === held?.capabilityIds[0]) as CapabilityView;
    await propose(market, scenario, firms.map((one) => aProposal(one, one.id === of.id ? { score: 0.4, capabilityDigest: 'another text' } : {})));
    expect((await rows('HELD')).find(({ id }) => id === held?.id)).toMatchObject({ score: 0.4, version: (held?.version ?? 0) + 1 });
    await market.get(LapseSuggestions).execute('capability', of.id);
    expect(await counts()).toEqual({ open: 0, held: 2, approved: 3 });
    expect(await found(firms.filter(({ id }) => id !== of.id).slice(0, 4))).toMatchObject({ opened: 0 });
  });

  it('keeps the notice of what a person has put before the reviewers meanwhile', async () => {
    await approve(3);
    const [{ id = '', version = 0 } = {}] = await rows('OPEN');
    await market.get(ReviewSuggestion).reject({ actor: matchmaker, suggestionId: id, version, note: '' }, 'SCALE');
    await enough();
    await market.get(ReopenSuggestion).execute({ actor: matchmaker, suggestionId: id, version: version + 1, note: '再看一次' }, LIVE);
    await found(firms);
    expect(await counts()).toEqual({ open: 1, held: 2, approved: 3 });
    expect(await notices()).toEqual([1]);
  });

  it('has its places filled from those that waited when an introduction fails', async () => {
    await approve(3);
    await enough();
    await endOne();
    await found(firms.slice(0, 5));
    expect(await counts()).toEqual({ open: 2, held: 0, approved: 3 });
    expect((await rows('OPEN')).map(({ reopenedBecause }) => reopenedBecause)).toEqual(Array(2).fill('递补：已通过的不足3家，名额空出'));
    expect(await notices()).toEqual([2]);
  });

  it('has them filled at once when an approval is taken back', async () => {
    await approve(3);
    await enough();
    const [{ id = '', version = 0 } = {}] = await rows('APPROVED');
    await market.get(UndoDecision).execute(matchmaker, id, version);
    expect(await counts()).toEqual({ open: 3, held: 0, approved: 2 });
  });

  it('comes to one state when it is put to rest twice, and found anew, at one moment', async () => {
    await approve(3);
    const done = await Promise.allSettled([enough(), enough(), found(firms)]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const { open, held } = await counts();
    // The run before the rest found one more, which rests too; the run after it opened and held it.
    expect({ open, held }).toEqual({ open: 0, held: 3 });
  });
});
