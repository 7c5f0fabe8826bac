import { useEffect, useRef } from 'react';
import { useSingleKeys } from '../../me/single-keys';
import { codeDigit, commandOf, digitOf, type Command } from './keys';

/** What each command does; `reason` gets the digit. */
export type Actions = Record<Command, (digit: number) => void>;

const FIELD = 'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable=true]';
const PRESSABLE = 'button,a[href],input,summary';

/**
 * Keys act only outside fields. In a field only Esc and F6 are heard, to leave it.
 * `onDigit` hears digits first while reject codes are shown and answers whether it took them.
 */
export function useDeskKeys(actions: Actions, onDigit: ((digit: number) => void) | null): void {
  const single = useSingleKeys();
  const current = useRef({ actions, onDigit, single });
  current.current = { actions, onDigit, single };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { actions: act, onDigit: take, single: mode } = current.current;
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented) return;
      const inField = target.matches(FIELD);
      if (inField && event.code !== 'Escape' && event.code !== 'F6') return;
      const digit = take && !inField ? codeDigit(event, mode) : null;
      if (take && digit !== null) {
        event.preventDefault();
        take(digit);
        return;
      }
      const command = commandOf(event, mode);
      if (!command || (command === 'full' && target.matches(PRESSABLE))) return;
      event.preventDefault();
      act[command](digitOf(event.code) ?? 0);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
