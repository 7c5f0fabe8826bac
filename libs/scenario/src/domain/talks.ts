import type { Scenario } from './scenario';

/** How the pairings of one scenario stand: of those that have not ended, how many there are and in how many both sides have met. */
export interface Talks {
  open: number;
  introduced: number;
}

export const NO_TALKS: Talks = { open: 0, introduced: 0 };

/**
 * The step that brings a published entry to where its pairings want it, or undefined where it is there. Read from state
 * alone, so that it matters to nothing which event was missed. An entry stays in talks while anything is open.
 */
export function stepFromTalks(
  { status, deadline }: Pick<Scenario, 'status' | 'deadline'>,
  { open, introduced }: Talks,
  today: string,
): 'engage' | 'disengage' | undefined {
  if (status === 'PUBLISHED' && introduced > 0) return 'engage';
  const isAhead = deadline === null || deadline >= today;
  return status === 'IN_TALKS' && open === 0 && isAhead ? 'disengage' : undefined;
}
