import type { ScenarioView } from '@mantianxing/contracts';
import { SAMPLE_SCENARIOS } from '../../../apps/local-stack/src/seed/lists';
import type { Seeded } from '../seeded';
import type { Ledger } from './ledger';
import { loginOf, type People } from './people';
import type { Person } from './person';

/** From draft to published: who takes which step. */
const STEPS = [
  { from: 'DRAFT', to: 'SUBMITTED', step: 'submit', more: { confirmNotDuplicate: true } },
  { from: 'SUBMITTED', to: 'APPROVED', step: 'approve', more: {} },
  { from: 'APPROVED', to: 'PUBLISHED', step: 'publish', more: {} },
] as const;

/** Messages cut names at 40 characters: these stay below, so that each is known by its own. Writes the `number`th scenario and brings it to publication. Answers its id once that was accepted. */
export async function publishScenario(people: People, ledger: Ledger, number: number): Promise<string> {
  const sample = SAMPLE_SCENARIOS[number % SAMPLE_SCENARIOS.length];
  if (!sample) throw new Error('no sample scenarios');
  const department = people.byLogin(loginOf(sample.unit));
  const title = `${(sample.content.title ?? '').slice(0, 28)}（第${number}项）`;
  const content = { ...sample.content, title };
  const id = (await untilAccepted(() => department.write<ScenarioView>('/api/scenarios', { content }))).id;
  const actors: Person[] = [department, people.matchmaker, people.coordinator];
  for (const [index, { from, to, step, more }] of STEPS.entries()) {
    await advance(actors[index] as Person, ledger, { id, from, to, step, more });
  }
  ledger.scenarios.set(id, { id, title, department: department.login, status: 'PUBLISHED' });
  return id;
}

export async function withdrawScenario(people: People, ledger: Ledger, chance: Seeded): Promise<void> {
  const open = [...ledger.scenarios.values()].filter(({ status }) => status === 'PUBLISHED');
  const scenario = chance.pick(open);
  const department = people.byLogin(scenario.department);
  const more = { reason: '预算安排变化' };
  await advance(department, ledger, { id: scenario.id, from: 'PUBLISHED', to: 'WITHDRAWN', step: 'withdraw', more });
  scenario.status = 'WITHDRAWN';
}

interface Advance {
  id: string;
  from: string;
  to: string;
  step: string;
  more: object;
}

/** Reads, writes, and after a lost answer reads again, until the entry has arrived. */
async function advance(person: Person, ledger: Ledger, { id, from, to, step, more }: Advance): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { status, version } = await person.read<ScenarioView>(`/api/scenarios/${id}`);
    // In talks it is published and more.
    if (status === to || (to === 'PUBLISHED' && status === 'IN_TALKS')) return;
    if (status !== from && status !== 'IN_TALKS') {
      ledger.surprises.push(`scenario ${id} is ${status} where ${from} or ${to} was accepted before ${step}`);
      return;
    }
    if (await person.write<ScenarioView>(`/api/scenarios/${id}/${step}`, { version, ...more })) return;
    if (tries > 200) throw new Error(`scenario ${id}: ${step} was never accepted`);
  }
}

/** A draft written twice by a lost answer stays a draft: nobody else sees it. */
async function untilAccepted<T>(write: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const accepted = await write();
    if (accepted !== undefined) return accepted;
  }
  throw new Error('was never accepted');
}
