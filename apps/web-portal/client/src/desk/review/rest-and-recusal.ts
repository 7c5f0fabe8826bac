import type { DeclaredRecusalView, HeldView, RecuseFromSuggestion, SuggestionRowView } from '@mantianxing/contracts';
import type { Dispatch } from 'react';
import { call, sentenceOf } from '../../api/client';
import type { Move } from './desk-moves';
import type { DeskState } from './desk-state';

export interface RestAndRecusal {
  /** 够了: the rest of the row's scenario is not reviewed. */
  stop(row: SuggestionRowView): void;
  /** 恢复: the scenario's rows that rest are reviewed again. Answers what stands against it, or null. */
  resume(row: SuggestionRowView): Promise<string | null>;
  /** 回避 from one party of the row. */
  recuse(row: SuggestionRowView, body: RecuseFromSuggestion): void;
}

interface Parts {
  dispatch: Dispatch<Move>;
  now: () => DeskState;
  /** Done when the decisions on their way for these rows have been answered. */
  landed: (ids: readonly string[]) => Promise<unknown>;
  refusalOf: (row: SuggestionRowView, error: unknown) => Move;
  recount: () => void;
}

/** Steps that touch more than the row they are taken on: 够了, 恢复, 回避. */
export function restAndRecusal({ dispatch, now, landed, refusalOf, recount }: Parts) {
  async function hold(row: SuggestionRowView): Promise<void> {
    // The server counts what it has: the approvals on their way go first.
    const underWay = now().rows.filter(({ scenarioId }) => scenarioId === row.scenarioId);
    await landed(underWay.map(({ id }) => id));
    try {
      const { rows } = await call<HeldView>('POST', `/api/suggestions/of/${row.scenarioId}/hold`, {});
      dispatch({ type: 'stopped', rows });
    } catch (error) {
      dispatch(refusalOf(row, error));
    }
    recount();
  }

  async function resume({ scenarioId }: SuggestionRowView): Promise<string | null> {
    try {
      const { rows } = await call<HeldView>('POST', `/api/suggestions/of/${scenarioId}/release`, {});
      dispatch({ type: 'resumed', rows });
      return null;
    } catch (error) {
      return sentenceOf(error);
    } finally {
      recount();
    }
  }

  async function recuse(row: SuggestionRowView, body: RecuseFromSuggestion): Promise<void> {
    try {
      const view = await call<DeclaredRecusalView>('POST', `/api/suggestions/${row.id}/recuse`, body);
      dispatch({ type: 'recused', view });
    } catch (error) {
      dispatch(refusalOf(row, error));
    }
    recount();
  }

  async function endRecusal(recusal: string, ids: string[]): Promise<void> {
    try {
      await call('POST', `/api/recusals/${recusal}/end`, {});
      dispatch({ type: 'unrecused', ids });
    } catch (error) {
      for (const id of ids) dispatch({ type: 'undo-refused', id, cause: sentenceOf(error) });
    }
    recount();
  }

  async function takeUpAgain(row: SuggestionRowView): Promise<void> {
    const cause = await resume(row);
    if (cause) dispatch({ type: 'undo-refused', id: row.id, cause });
  }

  const steps: RestAndRecusal = {
    stop: (row) => void hold(row),
    resume,
    recuse: (row, body) => void recuse(row, body),
  };
  /** Takes the step back that these rows were last in; false where it was another kind. */
  const takeBack = (ids: string[]): boolean => {
    const row = now().rows.find(({ id }) => ids.includes(id));
    const progress = row && now().progress[row.id];
    if (progress?.phase === 'recused') void endRecusal(progress.recusal, ids);
    else if (row && progress?.phase === 'held') void takeUpAgain(row);
    else return false;
    return true;
  };
  return { steps, takeBack };
}
