import { Client } from 'pg';
import type { WholeStack } from '../support/whole-stack';
import type { Drawn } from './requests';
import type { Heard, Wire } from './wire';

/** Office roles the sample lists bring no account for. */
const FURTHER_ROLES = ['EXPERT'] as const;
/** Accounts of each kind: one may ask only so much a minute. */
const OF_EACH = 3;
let addresses = 0;

/** Every role as several people, and visitors from several addresses. All of a kind share the sample account's password. */
export async function invitePeople(stack: WholeStack, wire: Wire): Promise<Person[]> {
  const client = new Client({ connectionString: stack.databaseUrl });
  await client.connect();
  const people: Person[] = [];
  try {
    for (const { login, password } of stack.accounts) {
      for (let n = 0; n < OF_EACH; n += 1) people.push(new Person(wire, n === 0 ? login : await copyOf(client, login, `${login}-${n}`), password));
    }
    const office = stack.accounts.find(({ login }) => login === 'matchmaker');
    for (const role of FURTHER_ROLES) {
      for (let n = 0; n < OF_EACH - 1 && office; n += 1) {
        people.push(new Person(wire, await copyOf(client, 'matchmaker', `${role.toLowerCase()}-${n}`, role), office.password));
      }
    }
  } finally {
    await client.end();
  }
  for (let n = 0; n < OF_EACH; n += 1) people.push(new Person(wire, `visitor-${n}`));
  for (const person of people) await person.signIn();
  return people;
}

async function copyOf(client: Client, of: string, login: string, role?: string): Promise<string> {
  await client.query(
    `with person as (insert into account.person (name, email) values ($2, $2 || '@example.cn') returning id),
       made as (insert into account.account (person_id, login, password_hash)
         select person.id, $2, password_hash from account.account, person where login = $1 returning id)
     insert into account.membership (account_id, organization_id, side, role)
       select made.id, m.organization_id, m.side, coalesce($3, m.role) from made, account.membership m
       join account.account a on a.id = m.account_id where a.login = $1 and m.ended_at is null`,
    [of, login, role ?? null],
  );
  return login;
}

/** Somebody who asks: keeps the cookies and the token, signs in again when the session is over. */
export class Person {
  restsUntil = 0;
  private readonly cookies = new Map<string, string>();
  private csrfToken = '';
  private signingIn?: Promise<void>;
  private readonly address = `10.${(addresses += 1) >> 8}.${addresses & 255}.1`;

  constructor(
    private readonly wire: Wire,
    readonly name: string,
    private readonly password?: string,
  ) {}

  headers(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { 'x-forwarded-for': this.address, 'x-csrf-token': this.csrfToken, ...(cookie && { cookie }) };
  }

  async signIn(): Promise<void> {
    this.signingIn ??= this.enter().finally(() => (this.signingIn = undefined));
    return this.signingIn;
  }

  private async enter(): Promise<void> {
    this.cookies.clear();
    await this.ask('GET');
    if (!this.password) return;
    const { status, text } = await this.ask('POST', JSON.stringify({ login: this.name, password: this.password }));
    if (status === 429) this.restsUntil = Date.now() + 60_000;
    else if (status !== 200) throw new Error(`${this.name} cannot sign in: ${status} ${text}`);
  }

  private async ask(method: string, body?: string): Promise<Heard> {
    const headers = { ...this.headers(), ...(body && { 'content-type': 'application/json' }) };
    const answer = await this.wire.send({ method, path: '/api/session', headers, body });
    this.keep(answer);
    if (answer.status === 200) this.csrfToken = (JSON.parse(answer.text) as { csrfToken: string }).csrfToken;
    return answer;
  }

  /** What an answer means for the one who asked: rest, or come in again. */
  async learn(asked: Drawn, answer: Heard): Promise<void> {
    if (!asked.withSession) return;
    if (answer.status === 429) this.restsUntil = Date.now() + 1000 * Number(answer.headers['retry-after'] ?? 1);
    this.keep(answer);
    const left = answer.status < 400 && /^(?:DELETE \/api\/session|POST \/sign-out|POST \/api\/session)/.test(asked.route);
    const isOut = this.password !== undefined && answer.status === 401 && answer.text.includes('SIGN_IN_REQUIRED');
    if (left || isOut || answer.text.includes('"CSRF"')) await this.signIn();
  }

  private keep({ headers }: Heard): void {
    for (const line of [headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.cookies.set(name, value);
    }
  }
}
