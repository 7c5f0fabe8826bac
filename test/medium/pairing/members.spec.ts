import type { CapabilityView } from '@mantianxing/contracts';
import { AskConsents, ChangeMembers, UndoDecision, type ChangeMembersOrder } from '@mantianxing/pairing';
import { aCapability } from '../../support/builders/capability';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm, theOffice, type BuiltFirm } from '../../support/builders/organizations';
import { aPairing, type AskedPairing } from '../../support/stories/asked-pairing';

const LIVE = { scenarioLive: true, capabilityLive: true };

describe('firms that join a pairing', () => {
  let market: OwnMarket;
  let newcomer: BuiltFirm;
  let brought: CapabilityView;
  beforeAll(async () => {
    market = await openMarket();
    newcomer = await aFirm(market, { name: '渝感物联有限公司' });
    brought = await aCapability(market).of(newcomer).published();
  });
  afterAll(() => market?.close());

  const joining = async (pairing: AskedPairing, more: Partial<ChangeMembersOrder> = {}): Promise<ChangeMembersOrder> => ({
    ...{ actor: pairing.matchmaker, pairingId: pairing.pairingId, version: await pairing.version(), reason: '', leaveOut: [] },
    ...{ takeIn: [{ firmId: newcomer.id, capabilityId: brought.id }], demandOrganizationId: pairing.unit.id },
    ...more,
  });
  const join = async (pairing: AskedPairing, more: Partial<ChangeMembersOrder> = {}) => market.get(ChangeMembers).execute(await joining(pairing, more), LIVE);
  const ask = async ({ pairingId, unit, round }: AskedPairing) =>
    market.get(AskConsents).execute({ pairingId, round: await round(), demandOrganizationId: unit.id });
  const told = ({ pairingId }: AskedPairing, name: string) =>
    market.sql<{ ids: object }>('select ids from outbox.event where subject_id = $1 and name = $2 order by id', [pairingId, name]);

  it('are asked with everybody else in a new round, and nobody is introduced without their yes', async () => {
    const pairing = await aPairing(market);
    await pairing.answer(pairing.firm, 'AGREE');
    expect(await join(pairing)).toMatchObject({ status: 'ASKING' });
    expect(await told(pairing, 'pairing.members-changed')).toEqual([{ ids: { scenarioId: pairing.scenario.id, round: 2 } }]);
    expect(await ask(pairing)).toBe(3);
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED/ASKED');
    for (const party of [pairing.unit, pairing.firm]) await pairing.answer(party, 'AGREE');
    expect(await pairing.states()).toBe('ASKING/AGREED/AGREED/ASKED');
    expect(await pairing.answer(newcomer, 'AGREE')).toMatchObject({ introduced: true });
    expect(await pairing.states()).toBe('INTENT/AGREED/AGREED/AGREED');
    expect(await market.sql('select firm_id from pairing.pairing_member where pairing_id = $1 and is_lead', [pairing.pairingId])).toEqual([{ firm_id: pairing.firm.id }]);
  });

  it('take the place of a member that said no', async () => {
    const pairing = await aPairing(market, { of: 2 });
    await pairing.answer(pairing.partner, 'DECLINE');
    await join(pairing, { leaveOut: [pairing.partner.id] });
    await ask(pairing);
    expect(await pairing.states()).toBe('ASKING/ASKED/ASKED/ASKED');
    const [row] = await market.sql<{ member_key: string }>('select member_key from pairing.pairing where id = $1', [pairing.pairingId]);
    expect(row?.member_key).toBe([pairing.firm.id, newcomer.id].sort().join('+'));
    await expect(pairing.answer(pairing.partner, 'AGREE')).rejects.toMatchObject({ status: 404 });
    // And the one that left may come back with the next change.
    const [left] = await market.sql<{ capabilityId: string }>('select capability_id as "capabilityId" from pairing.pairing_member where pairing_id = $1 and left_at is not null', [pairing.pairingId]);
    await join(pairing, { takeIn: [{ firmId: pairing.partner.id, capabilityId: left?.capabilityId ?? '' }] });
    expect(await ask(pairing)).toBe(4);
  });

  it('bring a pairing that was silent back to asking, with ten working days anew', async () => {
    const pairing = await aPairing(market);
    await market.sql(`update pairing.pairing set status = 'STALLED', owner_role = 'M' where id = $1`, [pairing.pairingId]);
    await join(pairing);
    const [row] = await market.sql('select status, round, owner_role as owner, due_at as due from pairing.pairing where id = $1', [pairing.pairingId]);
    expect(row).toEqual({ status: 'ASKING', round: 2, owner: 'X', due: new Date('2026-12-07T15:59:59.999Z') });
  });

  it('are refused where they are there already, meet the scenario elsewhere, or have left the directory', async () => {
    const pairing = await aPairing(market);
    const refused = { status: 422, code: 'NOT_TO_BE_TAKEN_IN' };
    await expect(join(pairing, { takeIn: [{ firmId: pairing.firm.id, capabilityId: brought.id }] })).rejects.toMatchObject(refused);
    await expect(join(pairing, { takeIn: [{ firmId: pairing.unit.id, capabilityId: brought.id }] })).rejects.toMatchObject(refused);
    const twice = { firmId: newcomer.id, capabilityId: brought.id };
    await expect(join(pairing, { takeIn: [twice, twice] })).rejects.toMatchObject(refused);
    await expect(market.get(ChangeMembers).execute(await joining(pairing), { ...LIVE, capabilityLive: false })).rejects.toMatchObject({ code: 'SIDE_LEFT' });
    await market.sql(
      `with p as (insert into pairing.pairing (district_code, scenario_id, member_key, status, owner_role, due_at)
         values ('500103', $1, 'elsewhere', 'ASKING', 'X', now()) returning id)
       insert into pairing.pairing_member select p.id, $2, $3, true from p`,
      [pairing.scenario.id, newcomer.id, brought.id],
    );
    await expect(join(pairing)).rejects.toMatchObject({ status: 409, code: 'ALREADY_PAIRED', message: expect.stringMatching(/^渝感物联有限公司已在与此场景对接/) });
    expect([await pairing.states(), await pairing.round()]).toEqual(['ASKING/ASKED/ASKED', 1]);
  });

  it('join by a matchmaker only, at the version that was shown, and never after the introduction', async () => {
    const pairing = await aPairing(market);
    const { coordinator } = await theOffice(market);
    await expect(join(pairing, { actor: coordinator })).rejects.toMatchObject({ status: 403 });
    await expect(join(pairing, { actor: newcomer.member })).rejects.toMatchObject({ status: 404 });
    await expect(join(pairing, { version: 7 })).rejects.toMatchObject({ status: 409, code: 'LOST_RACE' });
    const two = await Promise.allSettled([join(pairing), join(pairing)]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await ask(pairing);
    for (const party of [pairing.unit, pairing.firm, newcomer]) await pairing.answer(party, 'AGREE');
    await expect(join(pairing)).rejects.toMatchObject({ status: 409, code: 'LOST_RACE' });
    const late = await aCapability(market).of(await aFirm(market)).published();
    const byHand = market.sql('insert into pairing.pairing_member (pairing_id, firm_id, capability_id) values ($1, $2, $3)', [pairing.pairingId, late.firmId, late.id]);
    await expect(byHand).rejects.toMatchObject({ driverError: { constraint: 'member_before_introduction' } });
  });

  it('make an approval final whose question was still held', async () => {
    const pairing = await aPairing(market, { asked: false });
    await join(pairing);
    const [row] = await market.sql<{ id: string; version: number }>(`select id, version from pairing.suggestion where scenario_id = $1`, [pairing.scenario.id]);
    await expect(market.get(UndoDecision).execute(pairing.matchmaker, row?.id ?? '', row?.version ?? 0)).rejects.toMatchObject({ code: 'TOO_LATE_TO_UNDO' });
    expect(await ask(pairing)).toBe(3);
  });
});
