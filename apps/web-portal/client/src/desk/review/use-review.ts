import type { SuggestionRowView } from '@mantianxing/contracts';
import { useRef, useState } from 'react';
import { useLetters } from '../../api/session';
import { codeOfDigit, type REJECT_CODES } from './bar-panels';
import { isOpen, rowAt } from './desk-state';
import { useBar } from './use-bar';
import { useDecisions } from './use-decisions';
import { useEnough } from './use-enough';
import { movesOf, useDeskKeys, type Actions } from './use-desk-keys';
import { usePanes } from './use-panes';
import { useQueue } from './use-queue';

type RejectCode = (typeof REJECT_CODES)[number];
/** A row that may be approved together with others. */
const isPlain = (row: SuggestionRowView) =>
  row.band === 'RECOMMENDED' && row.toVerify.length === 0 && !row.partners;

/** The whole desk: queue, cursor, what the bar asks, and the keys for all of it. */
export function useReview() {
  const mayDecide = useLetters().has('M');
  const queue = useQueue();
  const { state, dispatch } = queue;
  const decisions = useDecisions(state, dispatch);
  const panes = usePanes(state.at);
  const bar = useBar(state);
  const { mode, setMode, note, setNote, setOther, browse, ask } = bar;
  const [isFull, setFull] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const filterBox = useRef<HTMLSelectElement>(null);

  const row = rowAt(state);
  const chosen =
    state.selected.length > 0 ? state.rows.filter((r) => state.selected.includes(r.id)) : row ? [row] : [];
  const ready = mayDecide ? chosen.filter((r) => isOpen(state, r)) : [];
  // Whatever goes beyond the pair being read is listed before it is sent, be it a single selected row elsewhere.
  const isList = ready.some((r) => r.id !== state.at);
  const asked = 'ids' in mode ? state.rows.filter((r) => mode.ids.includes(r.id)) : [];

  const back = () => {
    if (mode.kind !== 'browse') browse();
    else if (state.bulk || state.trouble) dispatch({ type: 'close-report' });
    else if (isFull) setFull(false);
    else if (state.selected.length > 0) dispatch({ type: 'clear-selection' });
    dispatch({ type: 'focus' });
  };
  const send = (rows: SuggestionRowView[], decision: 'APPROVED' | 'REJECTED', reasonCode?: RejectCode) => {
    const typed = note.trim();
    decisions.decide(rows, decision, {
      ...(reasonCode ? { reasonCode } : {}),
      ...(typed ? { note: typed } : {}),
    });
    browse();
    setNote('');
  };
  const approve = () => {
    const [only] = ready;
    if (!only) return;
    if (isList) ask({ kind: 'bulk-approve', ids: ready.filter(isPlain).map((r) => r.id) });
    else if (only.toVerify.length > 0) ask({ kind: 'evidence', id: only.id }, only.id);
    else decisions.decide([only], 'APPROVED', {});
  };
  const reject = () => {
    const [only] = ready;
    if (only) ask({ kind: 'reject', ids: ready.map((r) => r.id), isList }, isList ? undefined : only.id);
  };
  const rejectWith = (code: RejectCode) => {
    if (code === 'OTHER' && !note.trim()) setOther(true);
    else send(asked, 'REJECTED', code);
  };
  const skip = () => ready.length > 0 && decisions.skip(ready);
  const undo = () => decisions.undo();
  const enough = () => mayDecide && row && isOpen(state, row) && decisions.stop(row);
  const recuse = () => {
    if (mayDecide && row && isOpen(state, row)) ask({ kind: 'recuse', id: row.id }, row.id);
  };
  const recuseFrom = (of: SuggestionRowView, firmId: string | undefined) => {
    decisions.recuse(of, { firmId, reason: note.trim() });
    browse();
    setNote('');
  };

  const actions: Actions = {
    ...movesOf(state, dispatch),
    approve,
    reject,
    skip,
    enough,
    recuse,
    undo,
    back,
    'next-reason': () => panes.stepReason(1),
    'previous-reason': () => panes.stepReason(-1),
    reason: panes.pin,
    'next-pane': () => panes.stepPane(1),
    'previous-pane': () => panes.stepPane(-1),
    full: () => setFull(!isFull),
    search: () => searchBox.current?.focus(),
    filter: () => filterBox.current?.focus(),
    keys: () => setMode(mode.kind === 'keys' ? { kind: 'browse' } : { kind: 'keys' }),
  };
  useDeskKeys(actions, mode.kind === 'reject' ? (digit) => rejectWith(codeOfDigit(digit)) : null);

  return {
    ...queue,
    decisions,
    panes,
    row,
    ready,
    asked,
    ...bar,
    isFull,
    mayDecide,
    searchBox,
    filterBox,
    rejectWith,
    recuseFrom,
    ...useEnough(state, row, mayDecide),
    back,
    send,
    actions,
  };
}
