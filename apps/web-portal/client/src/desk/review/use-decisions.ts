import type { DecisionView, SuggestionRowView } from '@mantianxing/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, type Dispatch } from 'react';
import { call, Offline, Refusal, sentenceOf } from '../../api/client';
import { dayOf, momentOf } from '../../elements/wording';
import type { Move } from './desk-moves';
import type { Decision, DeskState } from './desk-state';
import { restAndRecusal, type RestAndRecusal } from './rest-and-recusal';
import { forgetSkipped, rememberSkipped } from './skipped';

export interface DecisionBody {
  note?: string;
  reasonCode?: string;
}
/** Requests of one bulk decision that run side by side. */
const SIDE_BY_SIDE = 4;
/** A little after the last answer the counts are fetched anew, in milliseconds. */
const RECOUNT_MS = 800;
const VERB: Record<Decision, string> = { APPROVED: 'approve', REJECTED: 'reject' };

export interface Decisions extends RestAndRecusal {
  decide(rows: SuggestionRowView[], decision: Decision, body: DecisionBody): void;
  skip(rows: SuggestionRowView[]): void;
  /** Takes back the last step, or the given rows. */
  undo(ids?: string[]): void;
}

/** Sends decisions behind the person's back, and takes them back. */
export function useDecisions(state: DeskState, dispatch: Dispatch<Move>): Decisions {
  const cache = useQueryClient();
  const newest = useRef(state);
  newest.current = state;
  return useMemo(() => {
    const flights = new Map<string, Promise<void>>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const recount = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void cache.invalidateQueries({ queryKey: ['queue'] }), RECOUNT_MS);
    };

    async function send(row: SuggestionRowView, decision: Decision, body: DecisionBody): Promise<void> {
      try {
        const path = `/api/suggestions/${row.id}/${VERB[decision]}`;
        const view = await call<DecisionView>('POST', path, { version: row.version, ...body });
        dispatch({ type: 'settled', id: row.id, decision, view });
      } catch (error) {
        dispatch(refusalOf(row, error));
      }
      recount();
    }

    async function takeBack(id: string): Promise<void> {
      const progress = newest.current.progress[id];
      const version =
        progress && 'version' in progress
          ? progress.version
          : newest.current.rows.find((row) => row.id === id)?.version;
      try {
        const view = await call<DecisionView>('POST', `/api/suggestions/${id}/undo`, { version });
        dispatch({ type: 'undone', id, version: view.version });
      } catch (error) {
        dispatch({ type: 'undo-refused', id, cause: sentenceOf(error) });
      }
      recount();
    }

    const { steps, takeBack: takeBackOther } = restAndRecusal({
      ...{ dispatch, refusalOf, recount, now: () => newest.current },
      landed: (ids) => Promise.all(ids.map((id) => flights.get(id))),
    });

    return {
      ...steps,
      decide(rows, decision, body) {
        dispatch({ type: 'decide', ids: rows.map((row) => row.id), decision, note: body.note });
        const lanes = inTurn(rows, (row) => send(row, decision, body));
        for (const row of rows) flights.set(row.id, lanes.get(row.id)!);
      },
      skip(rows) {
        rememberSkipped(rows);
        dispatch({ type: 'skip', ids: rows.map((row) => row.id) });
      },
      undo(given) {
        const ids = given ?? newest.current.undo.at(-1);
        if (!ids) return;
        if (ids.every((id) => newest.current.progress[id]?.phase === 'skipped')) {
          forgetSkipped(ids);
          dispatch({ type: 'unskip', ids });
          return;
        }
        if (takeBackOther(ids)) return;
        void Promise.all(ids.map((id) => flights.get(id))).then(() => {
          // The answers may have refused some of them; a later tick sees the state they left.
          setTimeout(() => {
            const sent = ids.filter(
              (id) => !['refused', 'overtaken'].includes(newest.current.progress[id]?.phase ?? ''),
            );
            dispatch({ type: 'undoing', ids: sent });
            inTurn(
              sent.reverse().map((id) => ({ id })),
              ({ id }) => takeBack(id),
            );
          });
        });
      },
    };
  }, [cache, dispatch]);
}

function refusalOf(row: SuggestionRowView, error: unknown): Move {
  if (error instanceof Offline) return { type: 'refused', id: row.id, cause: '网络中断，未保存，请重试。' };
  if (!(error instanceof Refusal)) return { type: 'refused', id: row.id, cause: sentenceOf(error) };
  const facts = (error.problem.facts ?? {}) as {
    decidedBy?: string;
    decidedAt?: string;
    statusLabel?: string;
    version?: number;
  };
  if (error.status === 409 && facts.decidedBy) {
    const when = facts.decidedAt
      ? momentOf(facts.decidedAt).replace(`${dayOf(new Date().toISOString())} `, '')
      : '';
    return {
      type: 'overtaken',
      id: row.id,
      cause: `您的操作未生效：${facts.decidedBy}${when}已“${facts.statusLabel?.replace(/^已/, '') ?? '处理'}”`,
    };
  }
  const cause = error.problem.problems[0]?.message ?? sentenceOf(error);
  return { type: 'refused', id: row.id, cause, version: error.status === 409 ? facts.version : undefined };
}

/** Runs the work for every item, few at a time, and answers with one promise for each item. */
function inTurn<T extends { id: string }>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Map<string, Promise<void>> {
  const promises = new Map<string, Promise<void>>();
  items.forEach((item, index) => {
    const before = promises.get(items[index - SIDE_BY_SIDE]?.id ?? '');
    promises.set(item.id, before ? before.then(() => work(item)) : work(item));
  });
  return promises;
}
