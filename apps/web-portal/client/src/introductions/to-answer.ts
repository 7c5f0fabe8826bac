import type { PartyPairingListView } from '@mantianxing/contracts';

/** How many pairings of one side wait for this person's answer. */
export const toAnswerOf = (view: PartyPairingListView | undefined, side: 'DEMAND' | 'SUPPLY'): number =>
  view?.items.filter((item) => item.side === side && item.canAnswer).length ?? 0;
