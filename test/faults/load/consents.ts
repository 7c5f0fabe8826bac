import type { ConsentResultView, PartyPairingListView, PartyPairingView } from '@mantianxing/contracts';
import type { Seeded } from '../seeded';
import type { Ledger } from './ledger';
import type { People } from './people';
import { Refused, type Person } from './person';

/** In a message's link: the pairing it is about. */
export const pairingOf = (link: string): string | undefined => /\/pairings#([0-9a-f-]{36})/.exec(link)?.[1];

/**
 * Both sides answer what their inbox has asked them, and not earlier: who answers before being asked needs no question.
 * Answers how many questions were answered.
 */
export async function answerQuestions(people: People, ledger: Ledger, chance: Seeded, asked: Map<string, Set<string>>): Promise<number> {
  const answers = people.all.map(async (person) => {
    const open = [...(asked.get(person.login) ?? [])].filter((pairingId) => !ledger.answers.has(keyOf(pairingId, person)));
    if (open.length === 0) return 0;
    const { items } = await person.read<PartyPairingListView>('/api/pairings');
    let answered = 0;
    for (const item of items.filter(({ id }) => open.includes(id))) {
      const answer = chance.chance(0.85) ? ('AGREE' as const) : ('DECLINE' as const);
      if (await answerOne(person, ledger, item, answer)) answered += 1;
    }
    return answered;
  });
  return (await Promise.all(answers)).reduce((sum, one) => sum + one, 0);
}

const keyOf = (pairingId: string, { login }: Person): string => `${pairingId}/${login}`;

async function answerOne(person: Person, ledger: Ledger, first: PartyPairingView, answer: 'AGREE' | 'DECLINE'): Promise<boolean> {
  const path = `/api/pairings/${first.id}/answer`;
  const note = () => void ledger.answers.set(keyOf(first.id, person), { pairingId: first.id, login: person.login, answer });
  for (let item: PartyPairingView | undefined = first, tries = 0; item && tries < 60; tries += 1) {
    if (item.own.status === (answer === 'AGREE' ? 'AGREED' : 'DECLINED')) {
      note();
      return true;
    }
    if (!item.canAnswer) return false;
    const { organizationId, round } = item;
    try {
      if (await person.write<ConsentResultView>(path, { organizationId, round, answer, reason: '档期合适' })) {
        note();
        return true;
      }
    } catch (error) {
      // It ended meanwhile: a side has left.
      if (error instanceof Refused && [404, 409, 410].includes(error.answer.status)) return false;
      throw error;
    }
    const { items }: PartyPairingListView = await person.read<PartyPairingListView>('/api/pairings');
    item = items.find(({ id }) => id === first.id);
  }
  return false;
}
