import { SUGGESTION_STATUS, type DecisionView } from '@mantianxing/contracts';
import { UNDO_MS } from '../domain/pairing-status';
import type { Decision, Suggestion } from '../domain/suggestion';

/**
 * Until when a decision can be taken back: ten minutes, and an approval only while its messages are held.
 */
export function undoUntil(review: { decision: Decision; decidedAt: Date }, holdSeconds: number): Date {
  const held = review.decision === 'APPROVED' ? Math.min(UNDO_MS, holdSeconds * 1000) : UNDO_MS;
  return new Date(review.decidedAt.getTime() + held);
}

export function decisionView(
  row: Pick<Suggestion, 'id' | 'status' | 'version'>,
  review: { decision: Decision; decidedAt: Date } | null,
  holdSeconds: number,
): DecisionView {
  return {
    id: row.id,
    status: row.status,
    statusLabel: SUGGESTION_STATUS[row.status],
    version: row.version,
    ...(review && { undoUntil: undoUntil(review, holdSeconds).toISOString() }),
  };
}
