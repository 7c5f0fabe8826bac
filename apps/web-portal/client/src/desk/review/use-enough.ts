import type { SuggestionRowView } from '@mantianxing/contracts';
import { useState } from 'react';
import { isEnough, type DeskState } from './desk-state';

/** The row whose scenario has enough, unless the person has said to go on with it. */
export function useEnough(state: DeskState, row: SuggestionRowView | undefined, mayDecide: boolean) {
  const [goneOn, setGoneOn] = useState<readonly string[]>([]);
  const stoppable = mayDecide && isEnough(state, row) && !goneOn.includes(row.scenarioId) ? row : null;
  return { stoppable, goOn: (scenarioId: string) => setGoneOn([...goneOn, scenarioId]) };
}
