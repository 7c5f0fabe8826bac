import type { DecisionView, HeldView, ReviewQueueView, SuggestionRowView, SuggestionView } from '@mantianxing/contracts';
import type { Seeded } from '../seeded';
import type { AcceptedDecision, Ledger } from './ledger';
import type { People } from './people';
import { Refused, type Person } from './person';

/**
 * Decides on what was suggested for one scenario: approves the best, rejects another, now and then undoes, or
 * approves as many as are enough and lets the rest be. Answers false while nothing has been suggested yet.
 */
export async function reviewScenario(people: People, ledger: Ledger, chance: Seeded, scenarioId: string): Promise<boolean> {
  const { matchmaker } = people;
  const { rows } = await matchmaker.read<ReviewQueueView>(`/api/suggestions?scenarioId=${scenarioId}&status=OPEN`);
  const [best, ...others] = rows;
  if (!best) return false;
  const last = others.at(-1);
  const approved = await decide(matchmaker, ledger, best, 'APPROVED');
  if (approved && chance.chance(0.1)) await undo(matchmaker, ledger, approved);
  if (last && chance.chance(0.6)) await decide(matchmaker, ledger, last, 'REJECTED');
  else if (chance.chance(0.5)) await haveEnough(matchmaker, ledger, others.slice(0, 2), scenarioId);
  return true;
}

/** 够了 after two more: refused where one of them could not be had, asked again where the answer was lost. */
async function haveEnough(matchmaker: Person, ledger: Ledger, more: readonly SuggestionRowView[], scenarioId: string): Promise<void> {
  for (const row of more) await decide(matchmaker, ledger, row, 'APPROVED');
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      if (await matchmaker.write<HeldView>(`/api/suggestions/of/${scenarioId}/hold`, {}, { final: ['NOT_YET_ENOUGH'] })) return;
    } catch (error) {
      if (error instanceof Refused && error.answer.status === 409) return;
      throw error;
    }
  }
  throw new Error(`scenario ${scenarioId}: it was never put to rest`);
}

/** One side left, or both meet already: there is nothing to decide. */
const OUT_OF_REACH = ['SIDE_LEFT', 'ALREADY_PAIRED'];

const keyOf = ({ id, opening }: { id: string; opening: number }): string => `${id}/${opening}`;

async function decide(
  matchmaker: Person,
  ledger: Ledger,
  wanted: SuggestionRowView,
  decision: 'APPROVED' | 'REJECTED',
): Promise<AcceptedDecision | undefined> {
  const path = `/api/suggestions/${wanted.id}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const detail = await matchmaker.read<SuggestionView>(path);
    const { row } = detail;
    if (row.status === decision) return remember(ledger, detail, decision);
    // Lapsed or taken out meanwhile: there is nothing to decide any more.
    if (row.status !== 'OPEN') return undefined;
    const order =
      decision === 'APPROVED'
        ? { step: 'approve', body: { version: row.version, ...(row.toVerify.length > 0 && { note: '已电话核实' }) } }
        : { step: 'reject', body: { version: row.version, reasonCode: 'OTHER_DOMAIN' } };
    try {
      if (await matchmaker.write<DecisionView>(`${path}/${order.step}`, order.body, { final: OUT_OF_REACH })) {
        return remember(ledger, detail, decision);
      }
    } catch (error) {
      if (error instanceof Refused && error.answer.status === 409) return undefined;
      throw error;
    }
  }
  throw new Error(`suggestion ${wanted.id}: the decision was never accepted`);
}

async function undo(matchmaker: Person, ledger: Ledger, decided: AcceptedDecision): Promise<void> {
  const path = `/api/suggestions/${decided.suggestionId}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const { row } = await matchmaker.read<SuggestionView>(path);
    if (row.status === 'OPEN' || row.status === 'LAPSED') {
      decided.decision = 'UNDONE';
      return;
    }
    if (row.status !== 'APPROVED' || !row.undoUntil || Date.parse(row.undoUntil) < Date.now()) return;
    if (await matchmaker.write(`${path}/undo`, { version: row.version })) {
      decided.decision = 'UNDONE';
      return;
    }
  }
}

function remember(
  ledger: Ledger,
  { row, members }: Pick<SuggestionView, 'row' | 'members'>,
  decision: 'APPROVED' | 'REJECTED',
): AcceptedDecision {
  const accepted: AcceptedDecision = {
    suggestionId: row.id,
    opening: row.opening,
    decision,
    scenarioId: row.scenarioId,
    scenarioTitle: row.scenarioTitle,
    unitName: row.organizationName,
    members: members.map(({ id, name, firmName }) => ({ capabilityId: id, capabilityName: name, firmName })),
  };
  ledger.decisions.set(keyOf(row), accepted);
  return accepted;
}
