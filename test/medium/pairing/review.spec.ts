import type { Actor, CapabilityView, DomainError, ScenarioView } from '@mantianxing/contracts';
import { Outbox, OutboxFeed } from '@mantianxing/outbox';
import { LapsePairings, ReadPairings, ReadSuggestions, ReviewSuggestion, UndoDecision } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { anActor, openMarket, type OwnMarket } from '../../support/builders/market';
import { theOffice } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';
import { aProposal, propose } from '../../support/builders/suggestions';

const BOTH_LIVE = { scenarioLive: true, capabilityLive: true };

describe('reviewing a suggestion', () => {
  let market: OwnMarket;
  let matchmaker: Actor;
  let colleague: Actor;
  let scenario: ScenarioView;
  let capability: CapabilityView;
  beforeAll(async () => {
    market = await openMarket({ DECISION_HOLD_SECONDS: '600' });
    const office = await theOffice(market);
    matchmaker = office.matchmaker;
    colleague = await anActor(market, '何帆', office, 'MATCHMAKER');
  });
  afterAll(() => market.close());
  beforeEach(async () => {
    scenario = await aScenario(market).published();
    capability = await aCapability(market).published();
    await propose(market, scenario, [aProposal(capability)]);
  });

  const current = async (status?: string) => {
    const [row] = await market.get(ReadSuggestions).queue(matchmaker, { scenarioId: scenario.id, status });
    if (!row) throw new Error('no suggestion');
    return row;
  };
  const order = async (actor = matchmaker, note = '') => {
    const { id: suggestionId, version } = await current();
    return { actor, suggestionId, version, note };
  };
  const refusal = async (attempt: Promise<unknown>): Promise<DomainError> =>
    attempt.then(
      () => Promise.reject(new Error('was not refused')),
      (error: DomainError) => error,
    );
  const held = async () =>
    (
      await market.sql<{ name: string; waits: boolean }>(
        `select e.name, d.available_at > now() as waits from outbox.dispatch d join outbox.event e on e.id = d.event_id
         where e.ids->>'scenarioId' = $1 order by e.id`,
        [scenario.id],
      )
    ).filter(({ name }) => name === 'pairing.formed');

  it('forms a pairing that waits for both answers, and holds its messages while undo is possible', async () => {
    const decision = await market.get(ReviewSuggestion).approve(await order(), BOTH_LIVE);
    expect(decision).toMatchObject({ status: 'APPROVED', undoUntil: '2026-11-23T02:10:00.000Z' });
    const [{ id }] = await market.sql<{ id: string }>('select id from pairing.pairing where scenario_id = $1', [scenario.id]);
    expect(await market.get(ReadPairings).byId(id)).toMatchObject({
      status: 'ASKING',
      matchmakerAccountId: matchmaker.accountId,
      members: [{ capabilityId: capability.id, firmId: capability.firmId, isLead: true }],
    });
    expect(await held()).toEqual([{ name: 'pairing.formed', waits: true }]);
  });

  it('keeps with the decision what the machine had said at that moment', async () => {
    await market.get(ReviewSuggestion).reject(await order(), 'NEED_NOT_COVERED');
    const [review] = await market.sql(
      `select decision, reason_code, features->>'band' as band, (features->>'score')::float as score
       from pairing.review where account_id = $1 order by id desc limit 1`,
      [matchmaker.accountId],
    );
    expect(review).toEqual({ decision: 'REJECTED', reason_code: 'NEED_NOT_COVERED', band: 'RECOMMENDED', score: 0.8 });
  });

  it('lets exactly one of two people win, and names the winner to the other', async () => {
    const [mine, theirs] = [await order(matchmaker), await order(colleague)];
    const review = market.get(ReviewSuggestion);
    const results = await Promise.allSettled([review.approve(mine, BOTH_LIVE), review.reject(theirs, 'SCALE')]);
    const lost = results.filter((result) => result.status === 'rejected');
    expect(lost).toHaveLength(1);
    const { status, facts } = (lost[0] as PromiseRejectedResult).reason as DomainError;
    expect(status).toBe(409);
    expect([matchmaker.name, colleague.name]).toContain(facts.decidedBy);
  });

  it('asks for one line of evidence before approving over something to verify', async () => {
    await propose(market, scenario, [aProposal(capability, { toVerify: ['等保三级'] })]);
    const review = market.get(ReviewSuggestion);
    const { status, problems } = await refusal(review.approve(await order(), BOTH_LIVE));
    expect({ status, problems }).toEqual({
      status: 422,
      problems: [{ field: 'note', message: '请写明如何核实：等保三级。' }],
    });
    expect(await review.approve(await order(matchmaker, '已查看证书原件'), BOTH_LIVE)).toMatchObject({ status: 'APPROVED' });
  });

  it('refuses to approve when a side has left in that instant', async () => {
    const attempt = market.get(ReviewSuggestion).approve(await order(), { scenarioLive: false, capabilityLive: true });
    expect((await refusal(attempt)).message).toBe('场景已撤回或停用，这条建议不能再通过。');
  });

  it('wants the reason in words when the code says other', async () => {
    const review = market.get(ReviewSuggestion);
    expect((await refusal(review.reject(await order(), 'OTHER'))).status).toBe(422);
    expect(await review.reject(await order(matchmaker, '企业正在重组'), 'OTHER')).toMatchObject({ status: 'REJECTED' });
  });

  it('is for matchmakers only', async () => {
    const { coordinator } = await theOffice(market);
    const attempt = market.get(ReviewSuggestion).reject(await order(coordinator), 'SCALE');
    expect((await refusal(attempt)).status).toBe(403);
  });

  it('takes an approval back while nothing was sent: the pairing is undone and the message gone', async () => {
    const { id, version } = await market.get(ReviewSuggestion).approve(await order(), BOTH_LIVE);
    expect(await market.get(UndoDecision).execute(matchmaker, id, version)).toMatchObject({ status: 'OPEN' });
    expect(await held()).toEqual([]);
    const again = await market.get(ReviewSuggestion).approve(await order(), BOTH_LIVE);
    expect(again.status).toBe('APPROVED');
    const states = await market.sql('select status from pairing.pairing where scenario_id = $1 order by id', [scenario.id]);
    expect(states).toEqual([{ status: 'UNDONE' }, { status: 'ASKING' }]);
  });

  it('refuses to take back what the relay has already carried off', async () => {
    const { id, version } = await market.get(ReviewSuggestion).approve(await order(), BOTH_LIVE);
    await market.sql('update outbox.dispatch set available_at = now()');
    await market.get(OutboxFeed).drain(1000, async () => undefined);
    const { status, message } = await refusal(market.get(UndoDecision).execute(matchmaker, id, version));
    expect({ status, message }).toEqual({ status: 409, message: '引荐已发出，不能撤销，可改为“终止对接”。' });
    expect((await current('APPROVED')).id).toBe(id);
  });

  it('lets nobody take back the decision of another, nor a rejection after ten minutes', async () => {
    const { id, version } = await market.get(ReviewSuggestion).reject(await order(), 'SCALE');
    expect((await refusal(market.get(UndoDecision).execute(colleague, id, version))).status).toBe(403);
    market.clock.goTo('2026-11-23T02:10:01Z');
    expect((await refusal(market.get(UndoDecision).execute(matchmaker, id, version))).status).toBe(409);
    market.clock.goTo('2026-11-23T02:00:00Z');
    expect(await market.get(UndoDecision).execute(matchmaker, id, version)).toMatchObject({ status: 'OPEN' });
  });

  it('ends a pairing nobody has answered when a side leaves, and takes the question back that nobody had heard of', async () => {
    await market.get(ReviewSuggestion).approve(await order(), BOTH_LIVE);
    expect(await market.get(LapsePairings).execute('capability', capability.id)).toBe(1);
    expect(await market.get(LapsePairings).execute('capability', capability.id)).toBe(0);
    expect(await held()).toEqual([]);
    // Who was never asked is told nothing: notification/notify.spec.ts.
    expect(await market.sql(`select name from outbox.event where name = 'pairing.lapsed' and ids->>'scenarioId' = $1`, [scenario.id])).toHaveLength(1);
  });

  it('records nothing outside a transaction', async () => {
    const event = { name: 'scenario.recalled', subjectId: scenario.id, revision: 1, ids: {} } as const;
    await expect(market.get(Outbox).record(event, matchmaker)).rejects.toThrow('outside a transaction');
  });
});
