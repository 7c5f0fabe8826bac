import { Test, type TestingModule } from '@nestjs/testing';
import { ACCOUNT_ENTITIES, AccountModule, CreateAccount, FindActor, RecipientDirectory, SessionShelf, SignIn } from '@mantianxing/account';
import { DatabaseModule } from '@mantianxing/database';
import { Clock, PlatformModule, readEnv } from '@mantianxing/platform';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../support/database';

const DISTRICT = '500103';
const PASSWORD = '两江交汇朝天门下灯火长明';

class SetClock extends Clock {
  at = new Date('2026-11-22T02:00:00Z');
  override now() {
    return this.at;
  }
}

describe('accounts on PostgreSQL', () => {
  let database: FreshDatabase;
  let app: TestingModule;
  let office: string;
  let bureau: string;
  let chen: string;
  const clock = new SetClock();

  beforeAll(async () => {
    database = await freshDatabase();
    const env = readEnv({ DATABASE_URL: database.url, SESSION_SECRET: 's'.repeat(32), INTERNAL_TOKEN_SECRET: 'i'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [PlatformModule.forRoot(env), DatabaseModule.forRoot({ entities: ACCOUNT_ENTITIES }), AccountModule],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    office = await organization('OFFICE', '区大数据发展局', 'OFFICE');
    bureau = await organization('DEPARTMENT', '区住房城乡建委', 'DEMAND');
    chen = await create('Chen.Jing', '陈静', [
      { organizationId: office, role: 'MATCHMAKER' },
      { organizationId: bureau, role: 'DEPARTMENT_MEMBER' },
    ]);
  });
  afterAll(async () => {
    await app.get(DataSource).destroy();
    await database.drop();
  });

  const sql = (text: string, values: unknown[] = []) => app.get(DataSource).query(text, values);
  async function organization(kind: string, name: string, side: string): Promise<string> {
    const [{ id }] = await sql(`insert into organization.organization (district_code, kind, name) values ($1, $2, $3) returning id`, [DISTRICT, kind, name]);
    await sql(`insert into organization.organization_side values ($1, $2)`, [id, side]);
    return id;
  }
  const create = (login: string, name: string, memberships: { organizationId: string; role: 'MATCHMAKER' | 'DEPARTMENT_MEMBER' | 'FIRM_ADMIN' }[], email?: string) =>
    app.get(CreateAccount).execute({ login, password: PASSWORD, person: { name, email }, memberships });
  const signIn = (login: string, password: string, address = '10.1.1.1') => app.get(SignIn).execute({ login, password, address });

  it('let the right password in, whatever the case and blanks of the login', async () => {
    expect(await signIn('  chen.JING ', PASSWORD)).toEqual({ accountId: chen });
  });

  it('store an argon2id hash and never the password', async () => {
    const [{ password_hash }] = await sql('select password_hash from account.account where id = $1', [chen]);
    expect(password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(password_hash).not.toContain(PASSWORD);
  });

  it('answer a wrong password and an unknown login alike, counting down', async () => {
    const known = await signIn('chen.jing', '不是这个密码呀', '10.1.1.2').catch((error) => error);
    const unknown = await signIn('nobody', '不是这个密码呀', '10.1.1.2').catch((error) => error);
    expect(known).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS', message: '账号或密码不正确，还可尝试4次。' });
    expect([unknown.status, unknown.code, unknown.message]).toEqual([known.status, known.code, known.message]);
  });

  it('make the sixth try wait, even with the right password, and let it in afterwards', async () => {
    for (let n = 0; n < 5; n += 1) await expect(signIn('chen.jing', '错', '10.1.1.3')).rejects.toMatchObject({ status: 401 });
    await expect(signIn('chen.jing', PASSWORD, '10.1.1.3')).rejects.toMatchObject({ status: 429, message: '尝试次数较多，请30秒后再试。' });
    expect(await signIn('chen.jing', PASSWORD, '10.1.1.4')).toEqual({ accountId: chen });
    clock.at = new Date(clock.at.getTime() + 30_000);
    expect(await signIn('chen.jing', PASSWORD, '10.1.1.3')).toEqual({ accountId: chen });
  });

  it('tell who acts, with the names of the organisations', async () => {
    expect(await app.get(FindActor).execute(chen)).toEqual({
      accountId: chen,
      name: '陈静',
      districtCode: DISTRICT,
      memberships: [
        { organizationId: office, organizationName: '区大数据发展局', role: 'MATCHMAKER' },
        { organizationId: bureau, organizationName: '区住房城乡建委', role: 'DEPARTMENT_MEMBER' },
      ],
    });
  });

  it('forget an ended membership and a disabled account at once', async () => {
    const wang = await create('wang', '王磊', [{ organizationId: bureau, role: 'DEPARTMENT_MEMBER' }]);
    await sql('update account.membership set ended_at = now() where account_id = $1', [wang]);
    expect((await app.get(FindActor).execute(wang))?.memberships).toEqual([]);
    await sql('update account.account set disabled_at = now() where id = $1', [wang]);
    expect(await app.get(FindActor).execute(wang)).toBeUndefined();
    await expect(signIn('wang', PASSWORD, '10.1.1.5')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  });

  it('refuse a login twice, a weak password and a role the organisation cannot have, leaving nothing behind', async () => {
    const people = async () => (await sql('select count(*)::int as n from account.person'))[0].n;
    const before = await people();
    await expect(create('CHEN.jing', '另一位', [])).rejects.toMatchObject({ status: 409, code: 'LOGIN_TAKEN' });
    await expect(create('firm', '某', [{ organizationId: bureau, role: 'FIRM_ADMIN' }])).rejects.toMatchObject({ code: 'UNKNOWN_ORGANIZATION' });
    const weak = app.get(CreateAccount).execute({ login: 'x', password: '1234567890', person: { name: '某' }, memberships: [] });
    await expect(weak).rejects.toMatchObject({ status: 422, problems: [{ field: 'password' }] });
    expect(await people()).toBe(before);
  });

  it('name everyone to tell once, with the e-mail where there is one', async () => {
    const li = await create('li', '李敏', [{ organizationId: bureau, role: 'DEPARTMENT_MEMBER' }], 'li@example.test');
    const directory = app.get(RecipientDirectory);
    const told = await directory.membersOf(bureau);
    expect(told.map(({ accountId, email }) => [accountId, email])).toEqual([[chen, null], [li, 'li@example.test']]);
    expect((await directory.holdersOf(['MATCHMAKER', 'COORDINATOR'], DISTRICT)).map(({ name }) => name)).toEqual(['陈静']);
    expect(await directory.holdersOf(['MATCHMAKER'], '110101')).toEqual([]);
  });

  it('keep sessions until their time, and end them by person', async () => {
    const shelf = app.get(SessionShelf);
    const now = clock.at;
    const sid = (n: number) => Buffer.alloc(32, n);
    const put = (n: number, minutes: number) =>
      shelf.put({ sidHash: sid(n), accountId: chen, data: { n }, expiresAt: new Date(now.getTime() + minutes * 60_000) });
    await put(1, 10);
    await put(1, 20);
    await put(2, -1);
    await put(3, 10);
    expect(await shelf.find(sid(1), now)).toEqual({ n: 1 });
    expect(await shelf.find(sid(2), now)).toBeUndefined();
    expect(await shelf.sweep(now)).toBe(1);
    await shelf.remove(sid(3));
    expect(await shelf.find(sid(3), now)).toBeUndefined();
    expect(await shelf.removeOf(chen)).toBe(1);
    expect(await shelf.find(sid(1), now)).toBeUndefined();
  });
});
