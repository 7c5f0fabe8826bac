import type { CapabilityListView, CapabilityView } from '@mantianxing/contracts';
import { SAMPLE_CAPABILITIES } from '../../../apps/local-stack/src/seed/lists';
import type { Seeded } from '../seeded';
import type { AcceptedCapability, Ledger } from './ledger';
import { loginOf, type People } from './people';
import type { Person } from './person';

/** Writes the `number`th new capability and lists it. */
export async function publishCapability(people: People, ledger: Ledger, number: number): Promise<void> {
  const sample = SAMPLE_CAPABILITIES[number % SAMPLE_CAPABILITIES.length];
  if (!sample) throw new Error('no sample capabilities');
  const firm = people.byLogin(loginOf(sample.firm));
  const name = `${(sample.content.name ?? '').slice(0, 28)}（${number}型）`;
  const content = { ...sample.content, name };
  let id: string | undefined;
  for (let tries = 0; !id && tries < 200; tries += 1) id = (await firm.write<CapabilityView>('/api/capabilities', { content }))?.id;
  if (!id) throw new Error(`capability ${name} was never accepted`);
  await bringTo(firm, id, 'PUBLISHED', 'publish', { confirmNotDuplicate: true });
  ledger.capabilities.set(id, { id, name, firm: firm.login, status: 'PUBLISHED', summary: content.summary ?? '' });
}

/** The sample lists' own capabilities join the ledger, so that they are revised and paused too. */
export async function knowCapabilities(people: People, ledger: Ledger): Promise<void> {
  for (const firm of people.firms) {
    const { items } = await firm.read<CapabilityListView>('/api/capabilities/mine');
    for (const { id, content, status } of items) {
      if (status !== 'PUBLISHED') continue;
      ledger.capabilities.set(id, { id, name: content.name, firm: firm.login, status, summary: content.summary ?? '' });
    }
  }
}

/** Another summary: enough that every open scenario it serves is matched again. */
export async function reviseCapability(people: People, ledger: Ledger, capability: AcceptedCapability, mark: string): Promise<void> {
  const firm = people.byLogin(capability.firm);
  const path = `/api/capabilities/${capability.id}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const { version, content } = await firm.read<CapabilityView>(path);
    const summary = `${(content.summary ?? '').replace(/（修订.*）$/, '').slice(0, 270)}（修订${mark}）`;
    if (content.summary === summary || (await firm.write<CapabilityView>(path, { version, content: { ...content, summary } }, { method: 'PUT' }))) {
      capability.summary = summary;
      return;
    }
  }
  ledger.surprises.push(`capability ${capability.id}: a revision was never accepted`);
}

/** Out of the list and back again: suggestions lapse and return. */
export async function restCapability(people: People, ledger: Ledger, chance: Seeded): Promise<void> {
  const capability = chance.pick([...ledger.capabilities.values()]);
  const firm = people.byLogin(capability.firm);
  const [to, step] = capability.status === 'PUBLISHED' ? (['PAUSED', 'pause'] as const) : (['PUBLISHED', 'resume'] as const);
  await bringTo(firm, capability.id, to, step);
  capability.status = to;
}

async function bringTo(firm: Person, id: string, to: string, step: string, more: object = {}): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { status, version } = await firm.read<CapabilityView>(`/api/capabilities/${id}`);
    if (status === to) return;
    if (await firm.write(`/api/capabilities/${id}/${step}`, { version, ...more })) return;
  }
  throw new Error(`capability ${id}: ${step} was never accepted`);
}
