import { useEffect, useRef, type Dispatch } from 'react';
import { useSingleKeys } from '../../me/single-keys';
import type { Move } from './desk-moves';
import type { DeskState } from './desk-state';
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
      // Arrows choose among radio buttons.
      if (target.matches('input[type=radio]') && event.code.startsWith('Arrow')) return;
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

type MoveCommand =
  | 'next'
  | 'previous'
  | 'next-group'
  | 'previous-group'
  | 'first'
  | 'last'
  | 'toggle'
  | 'range'
  | 'extend-down'
  | 'extend-up'
  | 'select-all'
  | 'regroup'
  | 'load-new';

/** The commands that only move the cursor, the selection or the rows. */
export function movesOf(state: DeskState, dispatch: Dispatch<Move>): Pick<Actions, MoveCommand> {
  return {
    next: () => dispatch({ type: 'step', by: 1 }),
    previous: () => dispatch({ type: 'step', by: -1 }),
    'next-group': () => dispatch({ type: 'step-group', by: 1 }),
    'previous-group': () => dispatch({ type: 'step-group', by: -1 }),
    first: () => dispatch({ type: 'edge', end: 'first' }),
    last: () => dispatch({ type: 'edge', end: 'last' }),
    toggle: () => state.at && dispatch({ type: 'toggle', id: state.at }),
    range: () => state.at && dispatch({ type: 'range', id: state.at }),
    'extend-down': () => dispatch({ type: 'step', by: 1, extend: true }),
    'extend-up': () => dispatch({ type: 'step', by: -1, extend: true }),
    'select-all': () => dispatch({ type: 'select-all' }),
    regroup: () => dispatch({ type: 'group-by', by: state.by === 'firm' ? 'scenario' : 'firm' }),
    'load-new': () => dispatch({ type: 'take-new' }),
  };
}
