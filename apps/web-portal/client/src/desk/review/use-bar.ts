import { useEffect, useState } from 'react';
import type { BarMode } from './bar';
import { keptNote, type DeskState } from './desk-state';

/** What the bar asks, and the note being typed into it. */
export function useBar(state: DeskState) {
  const [mode, setMode] = useState<BarMode>({ kind: 'browse' });
  const [note, setNote] = useState('');
  const [isOther, setOther] = useState(false);

  const browse = () => {
    setMode({ kind: 'browse' });
    setOther(false);
  };
  /** Opens a panel; a note kept from a decision that was not taken stands there again. */
  const ask = (next: BarMode, id?: string) => {
    setNote(keptNote(state, id));
    setOther(false);
    setMode(next);
  };

  // Going to another row takes back what the bar was asking about the old one.
  const [single] = mode.kind === 'evidence' || mode.kind === 'recuse' ? [mode.id] : mode.kind === 'reject' ? mode.ids : [];
  const isForOne = mode.kind === 'evidence' || mode.kind === 'recuse' || (mode.kind === 'reject' && !mode.isList);
  const isElsewhere = isForOne && single !== state.at;
  useEffect(() => {
    if (isElsewhere) browse();
  }, [isElsewhere]);

  return { mode, setMode, note, setNote, isOther, setOther, browse, ask };
}
