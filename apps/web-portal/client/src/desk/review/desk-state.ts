import type { ReviewQueueView, SuggestionRowView } from '@mantianxing/contracts';
import type { DeskAddress, GroupBy } from './address';
import { inOrder } from './queue-layout';

export type Decision = 'APPROVED' | 'REJECTED';
export const DECISION_WORD: Record<Decision, string> = { APPROVED: '通过', REJECTED: '驳回' };

/** What has happened to a row since it was loaded; a row without progress is as the server sent it. */
export type Progress =
  | { phase: 'sending'; decision: Decision; note?: string }
  | {
      phase: 'done';
      decision: Decision;
      version: number;
      undoUntil: number | null;
      counted: boolean;
      cause?: string;
    }
  | { phase: 'undoing'; decision: Decision; version: number; undoUntil: number | null }
  /** Open again in its place, with the cause. */
  | { phase: 'refused'; cause: string; note?: string }
  /** Someone else was first: counts as done, the typed note is kept. */
  | { phase: 'overtaken'; cause: string; note?: string }
  /** No longer in the queue of the server. */
  | { phase: 'gone' }
  /** 回避: no longer this person's to see. `recusal`: what takes it back, until then (milliseconds). */
  | { phase: 'recused'; recusal: string; undoUntil: number }
  /** 够了: at rest with its scenario, undecided. */
  | { phase: 'held'; version: number }
  | { phase: 'skipped' };

export interface DeskState {
  by: GroupBy;
  isLoaded: boolean;
  /** The rows on the screen. New ones wait in `latest` until they are asked for. */
  rows: SuggestionRowView[];
  latest: SuggestionRowView[];
  approvedOf: Record<string, number>;
  enough: number;
  at: string | null;
  selected: string[];
  anchor: string | null;
  progress: Record<string, Progress>;
  /** Steps that can be taken back, newest last; a bulk decision is one step. */
  undo: string[][];
  /** The last bulk decision, until its report is closed. */
  bulk: { ids: string[]; decision: Decision } | null;
  /** The row whose decision was last not taken, until someone has looked at it. */
  trouble: string | null;
  /** Grows whenever the focus should go to the current row. */
  focus: number;
  /** What the live region says. */
  said: string;
}

export const MOST_SELECTED = 50;

export const initialState = (address: DeskAddress): DeskState => ({
  by: address.by,
  isLoaded: false,
  rows: [],
  latest: [],
  approvedOf: {},
  enough: 0,
  at: address.at,
  selected: address.selected,
  anchor: null,
  progress: {},
  undo: [],
  bulk: null,
  trouble: null,
  focus: 0,
  said: '',
});

export const ordered = (state: DeskState): SuggestionRowView[] => inOrder(state.rows, state.by);
export const rowAt = (state: DeskState): SuggestionRowView | undefined =>
  state.rows.find((row) => row.id === state.at);

/** What was typed for a decision that was not taken. */
export function keptNote(state: DeskState, id: string | undefined): string {
  const progress = id ? state.progress[id] : undefined;
  return progress && 'note' in progress ? (progress.note ?? '') : '';
}

/** A row that still wants a decision. */
export function isOpen(state: DeskState, row: SuggestionRowView): boolean {
  const phase = state.progress[row.id]?.phase;
  return row.status === 'OPEN' && (phase === undefined || phase === 'refused');
}

/** The next open row after `id`, else the nearest before it, else none. */
export function openAfter(state: DeskState, id: string): SuggestionRowView | null {
  const rows = ordered(state);
  const here = rows.findIndex((row) => row.id === id);
  const open = (row: SuggestionRowView) => isOpen(state, row);
  return rows.slice(here + 1).find(open) ?? rows.slice(0, Math.max(here, 0)).reverse().find(open) ?? null;
}

/** Rows the server has and the screen has not. */
export function freshCount(state: DeskState): number {
  const shown = new Set(state.rows.map((row) => row.id));
  return state.latest.filter((row) => !shown.has(row.id) && state.progress[row.id] === undefined).length;
}

/** Approved of a scenario: the server's count and what has been decided since. */
export function approvedCount(state: DeskState, scenarioId: string): number {
  const since = state.rows.filter((row) => {
    const progress = state.progress[row.id];
    if (row.scenarioId !== scenarioId || !progress) return false;
    if (progress.phase === 'sending') return progress.decision === 'APPROVED';
    return progress.phase === 'done' && progress.decision === 'APPROVED' && !progress.counted;
  });
  return (state.approvedOf[scenarioId] ?? 0) + since.length;
}

/** The open row's scenario has as many as it needs, and nobody has said yet to go on with it. */
export const isEnough = (state: DeskState, row: SuggestionRowView | undefined): row is SuggestionRowView =>
  row !== undefined && isOpen(state, row) && state.enough > 0 && approvedCount(state, row.scenarioId) >= state.enough;

/** The first answer for a filter: everything on the screen is replaced. */
export function loaded(state: DeskState, view: ReviewQueueView): DeskState {
  const rows = view.rows.filter((row) => state.progress[row.id]?.phase !== 'skipped');
  const next: DeskState = { ...state, ...figuresOf(view), isLoaded: true, rows, latest: view.rows };
  const progress = forgetReopened(next.progress, view.rows);
  const known = new Set(rows.map((row) => row.id));
  const placed = { ...next, progress, selected: state.selected.filter((id) => known.has(id)) };
  return state.at && known.has(state.at)
    ? placed
    : { ...placed, at: firstOpen(placed)?.id ?? ordered(placed)[0]?.id ?? null };
}

/** A later answer: rows are renewed in place, none comes, none moves, the cursor stays. */
export function polled(state: DeskState, view: ReviewQueueView): DeskState {
  const byId = new Map(view.rows.map((row) => [row.id, row]));
  const progress = forgetReopened(state.progress, view.rows);
  for (const row of state.rows) {
    const phase = progress[row.id]?.phase;
    if (!byId.has(row.id) && phase === undefined) progress[row.id] = { phase: 'gone' };
    if (byId.has(row.id) && phase === 'gone') delete progress[row.id];
    const now = progress[row.id];
    if (now?.phase === 'done') progress[row.id] = { ...now, counted: true };
  }
  const rows = state.rows.map((row) => (progress[row.id] ? row : (byId.get(row.id) ?? row)));
  return { ...state, ...figuresOf(view), approvedOf: approvedSince(state, view), rows, latest: view.rows, progress };
}

/** The server counts for the scenarios of its answer only; of one that has nothing more in it the last figure stands. */
function approvedSince(state: DeskState, view: ReviewQueueView): Record<string, number> {
  const answered = new Set(view.rows.map(({ scenarioId }) => scenarioId));
  const gone = state.rows.filter(({ scenarioId }) => !answered.has(scenarioId));
  return { ...view.approvedOf, ...Object.fromEntries(gone.map(({ scenarioId }) => [scenarioId, approvedCount(state, scenarioId)])) };
}

/** Takes the waiting rows in; what has been dealt with leaves. The cursor stays on its row where it can. */
export function takeNew(state: DeskState): DeskState {
  const busy = (id: string) => ['sending', 'undoing', 'refused'].includes(state.progress[id]?.phase ?? '');
  const known = new Set(state.latest.map((row) => row.id));
  const kept = state.rows.filter((row) => !known.has(row.id) && busy(row.id));
  const settled = (id: string) =>
    ['done', 'held', 'recused', 'skipped', 'overtaken', 'gone'].includes(state.progress[id]?.phase ?? '');
  const rows = [...state.latest.filter((row) => !settled(row.id)), ...kept];
  const here = new Set(rows.map((row) => row.id));
  const came = freshCount(state);
  const next = { ...state, rows, selected: state.selected.filter((id) => here.has(id)) };
  const at = state.at && here.has(state.at) ? state.at : (firstOpen(next)?.id ?? null);
  return { ...next, at, focus: state.focus + 1, said: `已载入${came}条` };
}

const firstOpen = (state: DeskState) => ordered(state).find((row) => isOpen(state, row));

const figuresOf = (view: ReviewQueueView) => ({ approvedOf: view.approvedOf, enough: view.enough });

/** A pair that came back with a later version is a new question: what was said of the old one no longer counts. */
function forgetReopened(
  progress: Record<string, Progress>,
  rows: readonly SuggestionRowView[],
): Record<string, Progress> {
  const kept = { ...progress };
  for (const row of rows) {
    const was = kept[row.id];
    if ((was?.phase === 'done' || was?.phase === 'held') && row.status === 'OPEN' && row.version > was.version) delete kept[row.id];
  }
  return kept;
}
