import { Client } from 'pg';
import { actAs } from '@mantianxing/platform';
import { TypeormUnitOfWork, UnitOfWork } from '@mantianxing/database';
import { isWatched } from '../../../libs/database/src/audit/watch-tables';
import { openMarket, type OwnMarket } from '../../support/builders/market';
import { aFirm } from '../../support/builders/organizations';
import { aScenario } from '../../support/builders/scenario';

interface Entry {
  via: string;
  operation: string;
  account_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  request_id: string;
  address: string;
  changes: Record<string, unknown>;
}

describe('the audit log', () => {
  let market: OwnMarket;
  beforeAll(async () => void (market = await openMarket()));
  afterAll(() => market.close());

  const entriesOf = (subjectId: string) =>
    market.sql<Entry>('select * from audit.entry where subject_id = $1 order by id', [subjectId]);
  const aPerson = async () =>
    (await market.sql<{ id: string }>(`insert into account.person (name, phone, email) values ('李四', '13912345678', 'li@firm.example') returning id`))[0]!.id;

  it('tells before and after of each change, and on whose behalf', async () => {
    const firm = await aFirm(market);
    const who = { via: 'portal', operation: 'POST /x', accountId: firm.member.accountId, roles: ['FA'], address: '10.0.0.9', requestId: 'r1' };
    await actAs(who, () =>
      market.get(UnitOfWork).run(async () => {
        const { manager } = market.get(TypeormUnitOfWork);
        await manager.query(`update organization.firm set size_band = 'LARGE' where organization_id = $1`, [firm.id]);
      }),
    );
    const [entry] = (await entriesOf(firm.id)).filter(({ action, subject_kind }) => action === 'changed' && subject_kind === 'organization.firm');
    expect(entry).toMatchObject({
      ...{ via: 'portal', operation: 'POST /x', account_id: firm.member.accountId, address: '10.0.0.9', request_id: 'r1' },
      changes: { size_band: ['SMALL', 'LARGE'] },
    });
  });

  it('tells that contacts changed, never what they are', async () => {
    const person = await aPerson();
    await market.sql(`update account.person set phone = '13800138000' where id = $1`, [person]);
    const entries = await entriesOf(person);
    expect(entries.map(({ changes }) => changes)).toEqual([
      { id: [null, person], name: '*', phone: '*', email: '*' },
      { phone: '*' },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/13912345678|13800138000|li@firm|李四/);
  });

  it('leaves out what reads like a mobile number or an address of mail in a text that is told', async () => {
    const { id } = await aScenario(market).published();
    await market.sql(`update scenario.scenario set need = '请拨打13912345678联系', background = '写信到 a.b@c.example 即可' where id = $1`, [id]);
    const entry = (await entriesOf(id)).at(-1);
    expect(entry?.changes).toMatchObject({ need: [expect.anything(), '*'], background: [expect.anything(), '*'] });
  });

  it('logs a write that comes by another way than the program as direct, histories and sessions included', async () => {
    const client = new Client({ connectionString: market.databaseUrl, application_name: 'psql' });
    await client.connect();
    const firm = await aFirm(market);
    await client.query(`update organization.firm set size_band = 'MICRO' where organization_id = $1`, [firm.id]);
    await client.query(`insert into outbox.event (name, subject_id, revision) values ('firm.verified', $1, 1)`, [firm.id]);
    await client.end();
    const direct = await market.sql<Entry>(`select * from audit.entry where via = 'direct' order by id`);
    expect(direct.map(({ subject_kind }) => subject_kind)).toEqual(['organization.firm', 'outbox.event']);
    expect(direct[0]).toMatchObject({ action: 'changed', changes: { size_band: ['SMALL', 'MICRO'] }, address: '127.0.0.1' });
  });

  it('watches every table that is not left out by name', async () => {
    const unwatched = await market.sql<{ name: string }>(
      `select schemaname || '.' || tablename as name from pg_tables t where schemaname !~ '^pg_|^information_schema$|^audit$|^bullmq$'
       and 3 > (select count(*) from pg_trigger where tgrelid = (schemaname || '.' || tablename)::regclass and tgname ~ '^audited')`,
    );
    expect(unwatched.map(({ name }) => name).filter(isWatched)).toEqual([]);
  });

  it('refuses to be changed, thinned out or emptied', async () => {
    const person = await aPerson();
    await expect(market.sql(`update audit.entry set action = 'x' where subject_id = $1`, [person])).rejects.toThrow(/append-only/);
    await expect(market.sql(`delete from audit.entry where subject_id = $1`, [person])).rejects.toThrow(/append-only/);
    await expect(market.sql('truncate audit.entry')).rejects.toThrow(/append-only/);
  });
});
