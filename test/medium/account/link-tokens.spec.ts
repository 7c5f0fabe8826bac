import { Test, type TestingModule } from '@nestjs/testing';
import { ACCOUNT_ENTITIES, AccountModule, CreateAccount, LinkTokens, type LinkKey } from '@mantianxing/account';
import { DatabaseModule, UnitOfWork } from '@mantianxing/database';
import { Clock, PlatformModule, readEnv } from '@mantianxing/platform';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { SetClock } from '../../support/builders/market';

const DAY = 86_400_000;

describe('links on PostgreSQL', () => {
  let database: FreshDatabase;
  let app: TestingModule;
  let links: LinkTokens;
  let accountId: string;
  const clock = new SetClock();

  beforeAll(async () => {
    database = await freshDatabase();
    const env = readEnv({ DATABASE_URL: database.url, SESSION_SECRET: 's'.repeat(32), INTERNAL_TOKEN_SECRET: 'i'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [PlatformModule.forRoot(env), DatabaseModule.forRoot({ entities: ACCOUNT_ENTITIES, poolSize: 20 }), AccountModule],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    links = app.get(LinkTokens);
    accountId = await app.get(CreateAccount).execute({ login: 'chen', person: { name: '陈静' }, memberships: [] });
  });
  afterAll(async () => {
    await app.get(DataSource).destroy();
    await database.drop();
  });

  const inOne = <T>(work: () => Promise<T>): Promise<T> => app.get(UnitOfWork).run(work);
  const key = (): LinkKey => ({ purpose: 'CONSENT', subjectId: randomUUID(), accountId });
  const issue = (of: LinkKey = key()) => inOne(() => links.issue(of, 10 * DAY));
  const redeem = (token: string) => inOne(() => links.redeem(token, 'CONSENT'));
  const rows = () => app.get(DataSource).query('select * from account.link_token');
  const later = (ms: number) => (clock.at = new Date(clock.at.getTime() + ms));

  it('open once: looking as often as one likes, using one time', async () => {
    const of = key();
    const { token } = await issue(of);
    for (let look = 0; look < 3; look += 1) expect(await links.peek(token, 'CONSENT')).toMatchObject({ ...of, usedAt: null });
    expect(await redeem(token)).toMatchObject({ ...of, usedAt: clock.at });
    await expect(redeem(token)).rejects.toMatchObject({ status: 410, code: 'LINK_USED', message: '此链接已使用过，每个链接只能使用一次。' });
    await expect(links.peek(token, 'CONSENT')).rejects.toMatchObject({ status: 410 });
    expect(await links.look(token, 'CONSENT')).toMatchObject({ subjectId: of.subjectId, usedAt: clock.at });
  });

  it('let one of twenty through that use the same link at once', async () => {
    const { token } = await issue();
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => redeem(token)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(lost).toEqual(Array(19).fill('LINK_USED'));
  });

  it('are given back when what follows their use fails', async () => {
    const { token } = await issue();
    const broken = inOne(async () => {
      await links.redeem(token, 'CONSENT');
      throw new Error('the next step');
    });
    await expect(broken).rejects.toThrow('the next step');
    expect((await redeem(token)).usedAt).toEqual(clock.at);
  });

  it('stop opening at their time, or when they are revoked', async () => {
    const short = await inOne(() => links.issue(key(), 1000));
    const revoked = key();
    const { token } = await issue(revoked);
    later(1000);
    await expect(redeem(short.token)).rejects.toMatchObject({ status: 410, code: 'LINK_EXPIRED' });
    expect(await links.revoke(revoked)).toBe(1);
    await expect(redeem(token)).rejects.toMatchObject({ code: 'LINK_EXPIRED' });
    expect(await links.tokenFor(revoked)).toBeNull();
  });

  it('are found neither with another purpose nor with a token nobody made, and that costs no query', async () => {
    const { token } = await issue();
    await expect(links.peek(token, 'INVITATION')).rejects.toMatchObject({ status: 404, code: 'LINK_UNKNOWN' });
    const find = jest.spyOn(app.get(DataSource).manager, 'findOneBy');
    for (const garbage of ['', 'x'.repeat(64), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
      await expect(links.peek(garbage, 'CONSENT')).rejects.toMatchObject({ status: 404 });
    }
    expect(find).not.toHaveBeenCalled();
    await links.peek(token, 'CONSENT');
    expect(find).toHaveBeenCalledTimes(1);
    find.mockRestore();
  });

  it('are made once by a step that is repeated, twenty times at once too, and sent again as they were', async () => {
    const of = key();
    const ids = await Promise.all(Array.from({ length: 20 }, () => inOne(() => links.issueOnce(of, DAY))));
    expect(new Set(ids).size).toBe(1);
    const token = (await links.tokenFor(of))!;
    expect(await links.tokenFor(of)).toBe(token);
    await redeem(token);
    expect(await inOne(() => links.issueOnce(of, DAY))).toBe(ids[0]);
    expect(await links.tokenFor(of)).toBeNull();
  });

  it('leave nothing in the database that opens them', async () => {
    const { token } = await issue();
    const secret = Buffer.from(token, 'base64url').subarray(0, 32);
    const kept = JSON.stringify(await rows(), (_name, value) => (value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64url') : value));
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(secret.toString('base64url'));
  });

  it('are made and used inside a transaction only', async () => {
    await expect(links.issue(key(), DAY)).rejects.toThrow('transaction');
    await expect(links.redeem('x'.repeat(64), 'CONSENT')).rejects.toThrow('transaction');
  });

  it('go 30 days after their time', async () => {
    const { id } = await inOne(() => links.issue(key(), DAY));
    const stands = async () => (await rows()).some((row: { id: string }) => row.id === id);
    later(31 * DAY);
    await links.sweep();
    expect(await stands()).toBe(true);
    later(1);
    expect(await links.sweep()).toBeGreaterThan(0);
    expect(await stands()).toBe(false);
  });
});
