import { SAMPLE_FIRMS, SAMPLE_UNITS } from '../../../apps/local-stack/src/seed/lists';
import type { Stack } from '../stack';
import type { Ledger } from './ledger';
import { Person } from './person';

export interface People {
  departments: Person[];
  firms: Person[];
  matchmaker: Person;
  coordinator: Person;
  all: Person[];
  byLogin(login: string): Person;
  /** The person of the unit or firm with this name. */
  ofOrganization(name: string): Person | undefined;
  /** Login by e-mail address, and back. */
  addressOf: Map<string, string>;
}

export const loginOf = (key: string): string => key.replace(/^(unit|firm)-/, '');

/** Everybody of the sample lists, signed in. */
export async function signInAll(stack: Stack, ledger: Ledger): Promise<People> {
  const departments = SAMPLE_UNITS.map(({ key }) => loginOf(key));
  const firms = SAMPLE_FIRMS.map(({ key }) => loginOf(key));
  const logins = [...departments, ...firms, 'matchmaker', 'coordinator'];
  const people = new Map<string, Person>();
  for (const [index, login] of logins.entries()) {
    people.set(login, await new Person(stack.apps.url, login, stack.password, index, ledger).signIn());
  }
  const rows = await stack.postgres.query<{ login: string; email: string }>(
    'select a.login, p.email from account.account a join account.person p on p.id = a.person_id where p.email is not null',
  );
  const byLogin = (login: string) => {
    const person = people.get(login);
    if (!person) throw new Error(`nobody signs in as ${login}`);
    return person;
  };
  const all = [...people.values()];
  return {
    departments: departments.map(byLogin),
    firms: firms.map(byLogin),
    matchmaker: byLogin('matchmaker'),
    coordinator: byLogin('coordinator'),
    all,
    byLogin,
    ofOrganization: (name) => all.find(({ organizations }) => organizations.includes(name)),
    addressOf: new Map(rows.map(({ login, email }) => [login, email])),
  };
}
