import type { Scenario } from './scenario';

/** How the pairings of one scenario stand: of those that have not ended, how many there are and in how many both sides have met. */
export interface Talks {
  open: number;
  introduced: number;
}

export const NO_TALKS: Talks = { open: 0, introduced: 0 };

export type TalksStep = 'engage' | 'disengage' | 'shut' | 'expire' | 'conclude';

/**
 * The step that brings a published entry to where its pairings and its deadline want it, or undefined where it is there.
 * Read from state alone, so that it matters to nothing which event was missed. An entry stays in talks while anything is
 * open; with its deadline it shuts, and what was begun is finished.
 */
export function stepFromTalks(
  { status, deadline, shutAt }: Pick<Scenario, 'status' | 'deadline' | 'shutAt'>,
  { open, introduced }: Talks,
  today: string,
): TalksStep | undefined {
  const isOver = deadline !== null && deadline < today;
  if (status === 'PUBLISHED' && introduced > 0) return 'engage';
  if (status !== 'PUBLISHED' && status !== 'IN_TALKS') return undefined;
  if (open > 0) return isOver && !shutAt ? 'shut' : undefined;
  if (status === 'PUBLISHED') return isOver ? 'expire' : undefined;
  return isOver ? 'conclude' : 'disengage';
}
