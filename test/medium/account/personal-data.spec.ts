import { PersonalData, RemovePersonalData } from '@mantianxing/account';
import { aScenario } from '../../support/builders/scenario';
import { aUnit } from '../../support/builders/organizations';
import { openToldMarket, type ToldMarket } from '../../support/builders/told-market';

describe('removal of personal data', () => {
  let market: ToldMarket;
  const NOW = new Date('2027-12-01T02:00:00Z');
  const removal = () => market.get(RemovePersonalData);
  const personOf = async (accountId: string) =>
    (await market.sql(`select p.name, p.post, p.phone, p.email, p.erased_at, a.login, a.password_hash, a.disabled_at
      from account.account a join account.person p on p.id = a.person_id where a.id = $1`, [accountId]))[0] as Record<string, unknown>;
  const leave = (accountId: string, at: string) => market.sql('update account.membership set ended_at = $2 where account_id = $1', [accountId, at]);
  const aMember = async () => (await aUnit(market)).member.accountId;
  const loginOf = async (accountId: string) => (await personOf(accountId)).login as string;

  beforeEach(async () => (market = await openToldMarket()));
  afterEach(() => market.close());

  it('who left 180 days ago is forgotten: no name, post, phone or address, no way in', async () => {
    const accountId = await aMember();
    await market.sql(`insert into account.session (sid_hash, account_id, data, expires_at) values ('s', $1, '{}', '2028-01-01')`, [accountId]);
    await leave(accountId, '2027-06-01T00:00:00Z');
    expect(await removal().whoLeft(NOW)).toBe(1);
    expect(await personOf(accountId)).toMatchObject({ name: null, post: null, phone: null, email: null, erased_at: NOW, password_hash: null, login: `erased-${accountId}` });
    expect(await market.sql('select 1 from account.session where account_id = $1', [accountId])).toEqual([]);
    expect(await market.get(PersonalData).erasures()).toEqual([{ accountId, reason: 'MEMBERSHIP_ENDED', byAccountId: null, erasedAt: NOW }]);
    expect(await removal().whoLeft(NOW)).toBe(0);
  });

  it('who left lately, or is still a member anywhere, is kept', async () => {
    const [lately, member] = [await aMember(), await aMember()];
    await leave(lately, '2027-06-10T00:00:00Z');
    expect(await removal().whoLeft(NOW)).toBe(0);
    expect((await personOf(member)).name).not.toBeNull();
    expect((await personOf(lately)).name).not.toBeNull();
  });

  it('somebody an open scenario names waits for a successor, and the others are not kept waiting', async () => {
    const [named, other] = [await aMember(), await aMember()];
    const scenario = await aScenario(market).published();
    await market.sql(`update scenario.scenario set contact_person_id = (select person_id from account.account where id = $2) where id = $1`, [scenario.id, named]);
    await leave(named, '2027-01-01T00:00:00Z');
    await leave(other, '2027-02-01T00:00:00Z');
    expect(await removal().whoLeft(NOW)).toBe(1);
    expect((await personOf(named)).name).not.toBeNull();
    await expect(removal().onRequest(await loginOf(named), null, NOW)).rejects.toMatchObject({ code: 'PERSON_IS_NAMED', status: 409 });
    await market.sql(`update scenario.scenario set contact_person_id = null where id = $1`, [scenario.id]);
    expect(await removal().whoLeft(NOW)).toBe(1);
  });

  it('a contact without an account is forgotten 180 days after the last entry that named it came to rest', async () => {
    const scenario = await aScenario(market).published();
    const contact = async () =>
      (await market.sql('select p.name, p.erased_at from account.person p join scenario.scenario s on s.contact_person_id = p.id where s.id = $1', [scenario.id]))[0];
    expect(await removal().whoLeft(NOW)).toBe(0);
    await market.sql(`update scenario.scenario set status = 'WITHDRAWN', withdrawn_reason = '不再需要', due_at = null, owner_role = null,
      updated_at = '2027-06-10' where id = $1`, [scenario.id]);
    expect(await removal().whoLeft(NOW)).toBe(0);
    await market.sql(`update scenario.scenario set updated_at = '2027-06-01' where id = $1`, [scenario.id]);
    expect(await removal().whoLeft(NOW)).toBe(1);
    expect(await contact()).toEqual({ name: null, erased_at: NOW });
  });

  it('somebody who was invited and never came is forgotten 180 days after the invitation closed', async () => {
    const unit = await aUnit(market);
    const [person] = await market.sql<{ id: string }>(`insert into account.person (name, email) values ('从未加入', 'never@example.test') returning id`);
    await market.sql(`insert into account.invitation (organization_id, side, role, person_id, status, created_at, closed_at)
      values ($1, 'DEMAND', 'DEPARTMENT_MEMBER', $2, 'CANCELLED', '2027-05-01', '2027-06-10')`, [unit.id, person?.id]);
    expect(await removal().whoLeft(NOW)).toBe(0);
    await market.sql(`update account.invitation set closed_at = '2027-05-20'`);
    expect(await removal().whoLeft(NOW)).toBe(1);
    expect(await market.sql('select name, email from account.person where id = $1', [person?.id])).toEqual([{ name: null, email: null }]);
  });

  it('a person’s own wish is done at once, while the membership still runs, and only once', async () => {
    const accountId = await aMember();
    const login = await loginOf(accountId);
    await removal().onRequest(login, null, NOW);
    expect(await market.sql('select 1 from account.membership where account_id = $1 and ended_at is null', [accountId])).toEqual([]);
    await expect(removal().onRequest(login, null, NOW)).rejects.toMatchObject({ code: 'UNKNOWN_ACCOUNT' });
    await expect(removal().onRequest(await loginOf(accountId), null, NOW)).rejects.toMatchObject({ code: 'ALREADY_ERASED' });
  });

  it('after a restore the removals are done again, and only those the backup did not know', async () => {
    const [one, other] = [await aMember(), await aMember()];
    await removal().onRequest(await loginOf(one), null, NOW);
    const kept = await market.get(PersonalData).erasures();
    const later = { accountId: other, reason: 'REQUESTED' as const, byAccountId: null, erasedAt: NOW };
    const unknown = { ...later, accountId: '0198c0de-0000-7000-8000-000000000000' };
    expect(await removal().replay([...kept, later, unknown])).toBe(1);
    expect((await personOf(other)).name).toBeNull();
  });

  it('the database keeps both promises by itself: erased means empty, and a removal is never unwritten', async () => {
    const accountId = await aMember();
    await expect(market.sql(`update account.person set erased_at = now() where id = (select person_id from account.account where id = $1)`, [accountId])).rejects.toThrow('erased_is_empty');
    await removal().onRequest(await loginOf(accountId), null, NOW);
    await expect(market.sql('delete from account.erasure')).rejects.toThrow();
  });
});
